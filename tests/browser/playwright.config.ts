import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';

const executablePath =
  process.env['CHROMIUM'] ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();

export default defineConfig({
  testDir: '.',
  outputDir: './results',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  workers: 1,
  timeout: 240_000,
  // The machine may be busy with other work: patience costs a passing test nothing.
  expect: { timeout: 30_000 },
  reporter: 'line',
  use: {
    locale: 'vi-VN',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync',
      ],
    },
  },
});
