import { build } from 'vite';
import { web } from './files.mjs';

/** The page itself; `vite.config.ts` says how. */
export const buildPage = () => build({ root: web, configFile: `${web}/vite.config.ts`, logLevel: 'warn' });
