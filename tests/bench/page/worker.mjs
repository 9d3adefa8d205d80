/** The analyzer's worker as the page has it. Chromium does not count a module's memory among what it tells of a worker, so this
 * one keeps it where the runner can ask for its size. */
import './watch_memory.mjs';
import 'ailamgi/worker';
