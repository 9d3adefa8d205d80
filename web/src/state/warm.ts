/**
 * Starts worker, module and model before anything is drawn: they load on other threads meanwhile, and who pastes at once
 * does not wait for them. Imported first.
 */
import { theAnalyzer } from './analyzer.ts';

theAnalyzer();
