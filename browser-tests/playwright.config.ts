import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** The browser of the machine: the one that CHROMIUM names, else the first on the PATH. */
function chromium(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = process.env.CHROMIUM ?? folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
  if (!found) {
    throw new Error('The tests of the page need Chromium, which is not on the PATH: install it, or name it with CHROMIUM=/path/to/chromium');
  }
  return found;
}

export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/results',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['html', { outputFolder: 'target/report', open: 'never' }]],
  // Of a machine that is at work: nothing here says how fast anything is.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    timezoneId: 'UTC',
    locale: 'en-GB',
    launchOptions: { executablePath: chromium(), args: ['--disable-gpu', '--no-sandbox'] },
  },
});
