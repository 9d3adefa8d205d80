import { badReply, failure, success, type Failure, type Outcome } from './outcome.ts';
import type { Analysis, Answer } from './types.ts';

/** The C exports of the WebAssembly module, as Emscripten gives them. */
export interface CoreModule {
  HEAPU8: Uint8Array;
  HEAPU16: Uint16Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _ailamgi_load(model: number, bytes: number): number;
  _ailamgi_analyze(handle: number, text: number, units: number, options: number): number;
  _ailamgi_ask(
    handle: number,
    text: number,
    units: number,
    question: number,
    questionUnits: number,
    options: number,
  ): number;
  _ailamgi_length(handle: number): number;
  _ailamgi_free(handle: number): void;
  _ailamgi_error(): number;
  /** Called while an analysis runs, with each per cent of it that is done; false ends it as cancelled. */
  told?: ((percent: number) => boolean) | undefined;
}

export type CoreFactory = (settings: Record<string, unknown>) => Promise<CoreModule>;

/**
 * The analyzer on this thread: strings in, parsed results out, every call synchronous. The only place that touches the
 * module's memory.
 */
export class Engine {
  readonly #module: CoreModule;
  readonly #handle: number;

  private constructor(module: CoreModule, handle: number) {
    this.#module = module;
    this.#handle = handle;
  }

  /** Throws what the core says is wrong with the model. */
  static open(module: CoreModule, model: Uint8Array): Engine {
    // The model stays where it is put: the core reads it in place as long as the handle lives.
    const pointer = module._malloc(model.byteLength);
    if (pointer === 0) throw new Error('out of memory');
    module.HEAPU8.set(model, pointer);
    const handle = module._ailamgi_load(pointer, model.byteLength);
    if (handle === 0) throw new Error(readTerminated(module, module._ailamgi_error()) || 'bad model');
    return new Engine(module, handle);
  }

  analyze(text: string, options: object = {}, told?: CoreModule['told']): Outcome<Analysis> {
    this.#module.told = told;
    try {
      return this.#withUnits(text, (pointer) =>
        this.#withBytes(JSON.stringify(options), (optionsPointer) =>
          this.#module._ailamgi_analyze(this.#handle, pointer, text.length, optionsPointer),
        ),
      );
    } finally {
      this.#module.told = undefined;
    }
  }

  ask(text: string, question: string, options: object = {}): Outcome<Answer> {
    return this.#withUnits(text, (pointer) =>
      this.#withUnits(question, (questionPointer) =>
        this.#withBytes(JSON.stringify(options), (optionsPointer) =>
          this.#module._ailamgi_ask(
            this.#handle,
            pointer,
            text.length,
            questionPointer,
            question.length,
            optionsPointer,
          ),
        ),
      ),
    );
  }

  close(): void {
    this.#module._ailamgi_free(this.#handle);
  }

  /** Bytes that the module's memory has grown to. */
  get memory(): number {
    return this.#module.HEAPU8.byteLength;
  }

  // UTF-16 units go in as they are: lone surrogates stay what they were and offsets stay JavaScript's own.
  #withUnits<T>(text: string, use: (pointer: number) => T): T {
    const pointer = this.#module._malloc(Math.max(2, text.length * 2));
    if (pointer === 0) throw new Error('out of memory');
    try {
      const units = this.#module.HEAPU16;
      const base = pointer >>> 1;
      for (let i = 0; i < text.length; i++) units[base + i] = text.charCodeAt(i);
      return use(pointer);
    } finally {
      this.#module._free(pointer);
    }
  }

  #withBytes<T>(text: string, use: (pointer: number) => number): Outcome<T> {
    const bytes = new TextEncoder().encode(text);
    const pointer = this.#module._malloc(bytes.length + 1);
    if (pointer === 0) throw new Error('out of memory');
    try {
      this.#module.HEAPU8.set(bytes, pointer);
      this.#module.HEAPU8[pointer + bytes.length] = 0;
      return this.#result<T>(use(pointer));
    } finally {
      this.#module._free(pointer);
    }
  }

  #result<T>(pointer: number): Outcome<T> {
    if (pointer === 0) return failure(badReply('no result'));
    const length = this.#module._ailamgi_length(this.#handle);
    const json = new TextDecoder().decode(this.#module.HEAPU8.subarray(pointer, pointer + length));
    let parsed: unknown;
    try {
      parsed = JSON.parse(json);
    } catch (reason) {
      return failure(badReply(reason));
    }
    return isFailure(parsed) ? failure(parsed.error) : success(parsed as T);
  }
}

const isFailure = (value: unknown): value is { error: Failure } =>
  typeof value === 'object' && value !== null && 'error' in value;

const readTerminated = (module: CoreModule, pointer: number): string => {
  if (pointer === 0) return '';
  const end = module.HEAPU8.indexOf(0, pointer);
  return new TextDecoder().decode(module.HEAPU8.subarray(pointer, end));
};
