import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect as expectHere, test as plain } from '@playwright/test';

import { expect, expectAccessible, expectNoSidewaysScroll, open, section, started, test } from '../support/page';

/** The snippet that the page offers for these roles. */
async function snippet(page: import('@playwright/test').Page): Promise<string> {
  await section(page, 'Pay').getByText('Embed', { exact: false }).first().click();
  return section(page, 'Pay').getByLabel('Paste this into your page').inputValue();
}

/** A page of another origin with this in it. */
async function hostOf(html: string): Promise<{ host: string; server: Server }> {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><html lang="en"><title>A page</title><h1>A page</h1>${html}</html>`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

plain('the snippet shows the chart in a page of another origin', async ({ page, baseURL }) => {
  const origin = new URL(baseURL!).origin;
  await open(page, '?roles=11-2022,29-1141');
  const { host, server } = await hostOf(await snippet(page));
  expectHere(host).not.toBe(origin);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.goto(host);
  const frame = page.frameLocator('iframe[title="Salary range: Sales managers vs registered nurses"]');
  await expectHere(frame.getByRole('heading', { level: 1 })).toHaveText('Sales managers vs registered nurses');
  await expectHere(frame.getByRole('img', { name: /^Salary range\./ })).toBeVisible();
  await expectHere(frame.getByText(/^Half of|half of .* earn between/i).first()).toBeVisible();
  await expectHere(frame.getByRole('banner')).toHaveCount(0);
  await expectHere(frame.getByRole('switch')).toHaveCount(0);
  expectHere(new Set(asked.filter((other) => other !== host && other !== 'null'))).toEqual(new Set([origin]));
  await frame.getByRole('link', { name: 'Compare on Crossroads' }).click();
  await expectHere(page).toHaveURL(/roles=11-2022,29-1141/);
  await expectHere(page.getByRole('switch')).toHaveCount(2);
  server.close();
});

const SANDBOXED = '?embed=salary-range&amp;roles=11-2022,29-1141';

plain('a frame that keeps the program from loading leads to the roles of its address', async ({ page, baseURL }) => {
  const address = new URL(SANDBOXED, baseURL).href;
  const { host, server } = await hostOf(`<iframe sandbox="allow-scripts" src="${address}" title="some"></iframe>`);
  await page.goto(host);
  const some = page.frameLocator('iframe[title="some"]');
  await expectHere(some.getByRole('link', { name: 'Role 29-1141' })).toBeVisible();
  await expectHere(some.getByRole('heading', { level: 1 })).toBeHidden();
  server.close();
});

// As in a frame with an empty `sandbox`, into which a test cannot look.
plain.describe('a chart without scripts', () => {
  plain.use({ javaScriptEnabled: false });

  plain('shows no roles until a sample is asked for', async ({ page }) => {
    await page.goto(`./${SANDBOXED}`);
    const note = page.locator('noscript .starting-note');
    await expectHere(note).toContainText('Scripts are off here');
    await expectHere(note.locator('a').first()).toHaveAttribute('href', '');
    await expectHere(page.getByRole('heading', { level: 1 })).toBeHidden();
    await expectHere(page.getByText('$', { exact: false }).first()).toBeHidden();
    await note.locator('a[href="#main"]').click();
    await expectHere(page.getByRole('heading', { level: 1 })).toHaveText('Customer service manager vs sales manager');
  });
});

test('an address that was escaped once too often shows its chart', { tag: '@fault-link' }, async ({ page }) => {
  await open(page, '?embed=salary-range&amp;amp;roles=11-2022%252C29-1141&amp;place=0019740');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sales managers vs registered nurses in the Denver area');
  await expect(page.getByText(/^In the Denver area/)).toBeVisible();
});

for (const query of ['?embed=salary-range', '?embed=growth&roles=astronaut', '?embed=salary-range&rolls=11-2022']) {
  test(`a chart without roles to show says so: ${query}`, { tag: '@fault-link' }, async ({ page }) => {
    await open(page, query);
    await expect(page.getByRole('heading', { name: 'This chart cannot be shown' })).toBeVisible();
    await expect(page.getByRole('img')).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Compare on Crossroads' }).click();
    await expect(page.getByRole('switch')).toHaveCount(2);
  });
}

test('a chart alone is whole and accessible at any width, and leaves the tray alone', { tag: '@own-size' }, async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await page.getByRole('switch').first().click();
  const own = await page.evaluate(() => localStorage.getItem('crossroads.tray'));
  await open(page, '?embed=salary-range&roles=29-1171,11-2022');
  await expect(page.getByText('Show as table')).toBeVisible();
  await expect(page.getByRole('link', { name: 'BLS', exact: true })).toHaveAttribute('target', '_top');
  for (const width of [320, 640, 1280]) {
    await page.setViewportSize({ width, height: 600 });
    await expectNoSidewaysScroll(page);
  }
  await expectAccessible(page);
  expect(await page.evaluate(() => localStorage.getItem('crossroads.tray'))).toBe(own);
});

test('a chart that there is not is said so, with those there are', { tag: '@fault-link' }, async ({ page }) => {
  await open(page, '?embed=pie&roles=29-1171');
  await expect(page.getByRole('heading', { name: 'There is no such chart' })).toBeVisible();
  await expect(page.getByText('salary-range')).toBeVisible();
  await expectAccessible(page);
});

test('the snippet is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '?roles=11-2022,29-1141');
  const html = await snippet(page);
  expect(html).toContain('embed=salary-range&amp;roles=11-2022,29-1141"');
  expect(html).toContain('loading="lazy"');
  await section(page, 'Pay').getByRole('button', { name: 'Copy' }).click();
  await expect(section(page, 'Pay').getByText('It is in the clipboard.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(html);
});

for (const roles of ['11-2022', '11-2022,29-1141', '11-2022,27-2011,29-1242,53-1047,29-1024,43-9022']) {
  test(`the frame of every chart of ${roles.split(',').length} is as high as the chart`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 740 });
    await open(page, `?roles=${roles}`);
    await expect(page.getByRole('img', { name: /^Middle pay \(median\) in past years/ })).toBeVisible();
    const frames: { src: string; height: number }[] = [];
    for (const summary of await page.locator('.embed-snippet > summary').all()) {
      await summary.click();
      const field = summary.locator('xpath=..').locator('textarea');
      await expect(field).toHaveValue(/^<iframe/);
      const html = await field.inputValue();
      const part = (name: string) => html.split(`${name}="`)[1].split('"')[0].replaceAll('&amp;', '&');
      frames.push({ src: part('src'), height: Number(part('height')) });
    }
    expect(frames.length).toBeGreaterThanOrEqual(10);
    for (const { src, height } of frames) {
      await page.goto(src);
      // Until then there is what the site's first page was served with.
      await started(page);
      await expect(page.locator('.frame svg')).toBeVisible();
      const whole = await page.evaluate(() => document.querySelector('main')!.getBoundingClientRect().bottom);
      expect(whole, src).toBeLessThanOrEqual(height);
      expect(whole, src).toBeGreaterThan(0.7 * height);
    }
  });
}

test('a chart of a place is embedded with its place', async ({ page }) => {
  await open(page, '?roles=11-2022&place=0019740&dollars=adjusted');
  await expect(section(page, 'Pay').getByRole('img', { name: /^Salary range/ })).toBeVisible();
  const html = await snippet(page);
  expect(html).toContain('&amp;place=0019740&amp;dollars=adjusted"');
  await page.goto(html.split('src="')[1].split('"')[0].replaceAll('&amp;', '&'));
  await expect(page.getByText(/^In the Denver area, in cost-adjusted dollars \(rounded\), half of sales managers/)).toBeVisible();
  await expect(page.getByText('None of these roles has figures')).toHaveCount(0);
});

test('a chart in another page shows nothing of what its reader keeps here', async ({ page }) => {
  await open(page, '?roles=11-2022');
  await page.getByLabel('Your own pay or an offer, in dollars').fill('95000');
  await page.getByRole('button', { name: 'Compare it' }).click();
  await expect(section(page, 'Pay').getByText('Your pay $95,000 a year').first()).toBeVisible();
  await open(page, '?embed=salary-range&roles=11-2022');
  await expect(page.getByRole('img', { name: /^Salary range/ })).toBeVisible();
  await expect(page.getByText('95,000')).toHaveCount(0);
});
