/** The module that Emscripten writes; the build puts it beside the package's own files. */
declare module '#core' {
  import type { CoreFactory } from './engine.ts';
  const createCore: CoreFactory;
  export default createCore;
}
