/** The single-file page's entry: unpacks the analyzer, then starts the page as ever. */
import { unpacked } from './runtime_offline.ts';

await unpacked;
await import('./main.ts');
