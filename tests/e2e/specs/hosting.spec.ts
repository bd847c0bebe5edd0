import { expect, test, type Page } from '@playwright/test';

import { built, host, type Hosting } from '../support/host';

/** Compares two roles, with a part that is fetched, in a site hosted like this. */
async function compares(page: Page, how: Hosting): Promise<void> {
  const site = await host(how);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(site.url);
  await expect(page.locator('html[data-started]')).toBeAttached();
  await page.goto(`${site.url}role/29-1141/`);
  await expect(page).toHaveURL(`${site.url}?roles=29-1141`);
  await expect(page.getByText('registered nurses plan and give care', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Browse all roles' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('roles');
  await page.getByRole('link', { name: 'Crossroads', exact: true }).click();
  await expect(page).toHaveURL((url) => url.href.replace(/\?.*/, '') === site.url);
  expect(errors).toEqual([]);
  await site.close();
}

test('at a root', async ({ page }) => compares(page, {}));

test('under a path, as GitHub Pages does', async ({ page }) => {
  await compares(page, { under: '/crossroads/', headers: { 'cache-control': 'max-age=600' } });
});

test('with the headers file, as Netlify and Cloudflare Pages do', async ({ page }) => {
  await compares(page, { headersFile: true });
});

for (const type of ['application/octet-stream', 'text/plain']) {
  test(`where WebAssembly is taken for ${type}`, { tag: '@fault-host' }, async ({ page }) => {
    await compares(page, { types: { '.wasm': type } });
  });
}

test('what is named after its content is kept for ever, and what is not is not', async ({ request }) => {
  const site = await host({ headersFile: true });
  const html = built('index.html');
  const cached = async (path: string) => (await request.get(site.url + path)).headers()['cache-control'];
  const style = /href="(style-[\da-f]{16}\.css)"/.exec(html)![1];
  const [, start, js, wasm] = /src="(start-[\da-f]{16}\.js)" data-js="([^"]+)" data-wasm="([^"]+)"/.exec(html)!;
  for (const path of [style, start, js, wasm]) expect(await cached(path), path).toContain('immutable');
  for (const path of ['', 'sw.js', 'role/29-1141/']) expect(await cached(path), path).toBeUndefined();
  await site.close();
});

test('a page that is not there says so, and leads to the site', async ({ page }) => {
  const site = await host();
  const answer = await page.goto(`${site.url}role/99-9999/`);
  expect(answer!.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await page.getByRole('link', { name: 'Browse all roles' }).click();
  await expect(page).toHaveURL(`${site.url}?view=browse`);
  await expect(page.locator('html[data-started]')).toBeAttached();
  await site.close();
});

test('search engines are let in', async ({ request }) => {
  const site = await host();
  expect(await (await request.get(`${site.url}robots.txt`)).text()).toContain('Allow: /');
  await site.close();
});
