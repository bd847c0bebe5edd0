import { defineConfig } from '@playwright/test';

import { PATIENCE } from './engines/engine';
import type { Name } from './engines/visitor';

// The engines beside Chromium, each driven as it is installed. `cargo xtask test` says where they are.
export default defineConfig<{ engine: Name }>({
  testDir: './engines',
  outputDir: './test-results',
  reporter: [['list'], ['json']],
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only sometimes is a failing test.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 5 * PATIENCE,
  expect: { timeout: PATIENCE },
  projects: [
    { name: 'firefox', use: { engine: 'firefox' } },
    { name: 'webkit', use: { engine: 'webkit' } },
  ],
});
