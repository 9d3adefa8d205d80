// Chromium as the benchmarks start it.
import { execFileSync } from 'node:child_process';
import { chromium } from '@playwright/test';

export const launch = (...args) =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(),
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...args,
    ],
  });

export const addressOf = (server) => `http://localhost:${server.address().port}/`;

/** Ends a server that browsers may still hold connections to. */
export function stop(server) {
  server.closeAllConnections();
  server.close();
}
