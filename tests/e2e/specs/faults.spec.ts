import { expect, test, type Page } from '@playwright/test';

import { built, host } from '../support/host';
import { open, settled } from '../support/page';

/** What was written into the page can be read. */
async function expectReadable(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('$73,952').first()).toBeVisible();
}

test('a browser without WebAssembly', { tag: '@fault-program' }, async ({ page }) => {
  await page.addInitScript(() => {
    delete (globalThis as { WebAssembly?: unknown }).WebAssembly;
  });
  await page.goto('./');
  await expect(page.getByText('This browser is too old for Crossroads', { exact: false })).toBeVisible();
  await expectReadable(page);
});

test('a browser too old for the program', { tag: '@fault-program' }, async ({ page }) => {
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
  await page.goto('./');
  await expect(page.getByText('This browser is too old for Crossroads', { exact: false })).toBeVisible();
  await expectReadable(page);
});

test('a network that forbids WebAssembly', { tag: '@fault-program' }, async ({ page }) => {
  const policy = "script-src 'self'";
  const site = await host({ headers: { 'content-security-policy': policy } });
  await page.goto(site.url);
  await expect(page.getByText('Something keeps this browser from running', { exact: false })).toBeVisible();
  await expectReadable(page);
  await site.close();
});

test('a program that is not there', { tag: '@fault-program' }, async ({ page }) => {
  const [, js, wasm] = /data-js="([^"]+)" data-wasm="([^"]+)"/.exec(built('index.html'))!;
  for (const path of [js, wasm]) {
    await page.route(`**/${path}`, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto('./');
    await expect(page.getByText('could not be loaded', { exact: false })).toBeVisible();
    await expectReadable(page);
    await page.unroute(`**/${path}`);
  }
});

test('roles that cannot be compared can be read one by one', { tag: '@fault-program' }, async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto('./?roles=29-1141,11-2022');
  await expect(page.getByText('could not be loaded', { exact: false })).toBeVisible();
  await expect(page.getByText('Sales Manager', { exact: false }).first()).toBeHidden();
  await page.getByRole('link', { name: 'Role 29-1141' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Registered nurses');
});

test('a program that is cut off', { tag: '@fault-program' }, async ({ page }) => {
  await page.route('**/*.wasm', async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    await route.fulfill({ response: answer, body: body.subarray(0, body.length / 2) });
  });
  await page.goto('./');
  await expect(page.getByText('could not be loaded', { exact: false })).toBeVisible();
  await expectReadable(page);
});

test('scripts that never come are told of by the style alone', { tag: '@fault-program' }, async ({ page }) => {
  await page.route('**/start-*.js', (route) => route.abort());
  await page.goto('./');
  await expectReadable(page);
  await expect(page.getByText('This takes longer than it should', { exact: false })).toBeVisible();
});

test('a program that breaks says so, and leads back', { tag: '@fault-program' }, async ({ page }) => {
  await open(page, '?roles=11-2022,29-1171');
  // All of it is there before anything breaks.
  await expect(page.locator('#sources')).toBeAttached();
  await page.waitForLoadState('networkidle');
  await page.getByRole('switch').first().click();
  await settled(page);
  await page.evaluate(() => {
    localStorage.setItem('somebody.else', 'stays');
    document.createElement = () => {
      throw new Error('no more elements');
    };
    document.createElementNS = document.createElement;
    Node.prototype.cloneNode = document.createElement;
  });
  await page.getByRole('switch').first().click();
  const fault = page.getByRole('alert', { name: 'Something went wrong in Crossroads' });
  await expect(fault).toBeVisible();
  await expect(fault.locator('#fault-words')).toContainText('panicked at');
  await fault.getByRole('link', { name: 'Begin anew' }).click();
  await expect(page.locator('html[data-started]')).toBeAttached();
  await expect(page.getByRole('switch', { name: /Sales Manager/ })).toBeVisible();
  await expect(fault).toBeHidden();
  expect(await page.evaluate(() => localStorage.getItem('somebody.else'))).toBe('stays');
});

test('a broken program that is loaded again goes on where it was', { tag: '@fault-program' }, async ({ page }) => {
  await open(page, '?roles=11-2022,29-1171');
  // All of it is there before anything breaks.
  await expect(page.locator('#sources')).toBeAttached();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    document.createElement = () => {
      throw new Error('no more elements');
    };
    document.createElementNS = document.createElement;
    Node.prototype.cloneNode = document.createElement;
  });
  await page.getByRole('switch').first().click();
  await page.getByRole('link', { name: 'Load the page again' }).click();
  await expect(page.locator('html[data-started]')).toBeAttached();
  await expect(page.getByRole('switch')).toHaveCount(2);
});
