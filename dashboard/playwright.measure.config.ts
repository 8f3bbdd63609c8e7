import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** Takes the figures of the pages; `benchmarks dashboard` runs it and prints them. */
export default defineConfig({
  ...tests,
  testDir: 'measure',
  outputDir: 'target/measure',
  // It watches its memory for as long as it is told to.
  timeout: 3_600_000,
  use: { ...tests.use, actionTimeout: 30_000 },
});
