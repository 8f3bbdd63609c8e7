import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** The suite the pages are tried against, and how to sign in there: DashboardIT sets them. */
const gateway = process.env.SUITE_GATEWAY ?? 'http://localhost:8000';

const chromium =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  // The machine may be busy with two suites at once.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: gateway,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
    trace: 'off',
  },
});
