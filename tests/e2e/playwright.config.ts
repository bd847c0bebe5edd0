import { defineConfig, devices } from '@playwright/test';

// `cargo xtask test` builds and serves the site, finds a browser, and says here where they are.
const { BASE_URL, CHROMIUM, CHROMIUM_FLAGS, CI } = process.env;

if (!BASE_URL) {
  throw new Error('BASE_URL is missing, so there is no site to test: run `cargo xtask test --only e2e`');
}

/** The specs about what looks or behaves differently on a wide screen. */
const WIDE = [
  'browse', 'chart', 'choosing', 'comparison', 'embed', 'next', 'official', 'picking', 'place', 'profile', 'tray',
];

export default defineConfig({
  testDir: './specs',
  outputDir: './test-results',
  // Where the JSON report goes is said in PLAYWRIGHT_JSON_OUTPUT_FILE.
  reporter: [['list'], ['json']],
  forbidOnly: Boolean(CI),
  // A test that passes only sometimes is a failing test.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  // No test is about time: long enough for a slow machine that does other things as well.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: BASE_URL,
    launchOptions: {
      executablePath: CHROMIUM,
      args: CHROMIUM_FLAGS?.split(' '),
    },
    // A smooth scroll is still under way when the next step looks for its element.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // A worker would answer in place of what a test puts in the way of a request; the specs about it let it in.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 },
    },
    {
      name: 'desktop',
      // The rest does not depend on the screen, or sets its own sizes.
      testMatch: WIDE.map((name) => `${name}.spec.ts`),
      grepInvert: /@own-size/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
  ],
});
