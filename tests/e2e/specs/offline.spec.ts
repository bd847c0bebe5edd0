import { expect, test, type Page } from '@playwright/test';

import { built, host } from '../support/host';

test.use({ serviceWorkers: 'allow' });

const versionOf = (html: string) => /data-version="([^"]+)"/.exec(html)![1];

/** The caches there are, by the last word of their names. */
const caches = (page: Page) =>
  page.evaluate(async () => (await window.caches.keys()).map((name) => name.split(' ').at(-1)!).sort());

/** Opens the site and waits until it is kept. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.locator('html[data-started]')).toBeAttached();
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

for (const under of ['/', '/a/crossroads/']) {
  test(`after one visit any two roles compare without a network, at ${under}`, { tag: '@fault-offline' }, async ({ page }) => {
    const site = await host({ under });
    await visit(page, site.url);
    await site.close();

    await page.goto(`${site.url}?roles=15-1252,29-1171`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Software developers vs nurse practitioners');
    await expect(page.getByRole('switch')).toHaveCount(2);
    await page.getByRole('button', { name: 'Add a role' }).click();
    await page.getByRole('combobox', { name: /job title/ }).fill('electricians');
    await page.getByRole('option', { name: /Electricians/ }).first().click();
    await expect(page.getByRole('switch', { name: /Electricians/ })).toBeAttached();
    // The page of a role that was never opened leads to its comparison.
    await page.goto(`${site.url}role/29-1141/`);
    await expect(page).toHaveURL(`${site.url}?roles=29-1141`);
    await expect(page.getByRole('switch', { name: /Registered Nurses/ })).toBeVisible();
  });
}

test('what was seen stays, what was not says so', { tag: '@fault-offline' }, async ({ page }) => {
  const site = await host();
  await visit(page, `${site.url}?roles=29-1141`);
  const words = page.getByText('registered nurses plan and give care', { exact: false });
  await expect(words).toBeVisible();
  await expect.poll(() => caches(page)).toContain('data');
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const name = (await window.caches.keys()).find((name) => name.endsWith(' data'))!;
        return (await (await window.caches.open(name)).keys()).length;
      }),
    )
    .toBeGreaterThan(0);
  await site.close();
  await page.reload();
  await expect(words).toBeVisible();
  await page.goto(`${site.url}?roles=15-1252`);
  await expect(page.getByText('There is no connection to the site', { exact: false }).first()).toBeVisible();
});

test('a page keeps the version it was opened in until it is loaded again', { tag: '@fault-version' }, async ({ page, context }) => {
  const instead = new Map<string, string | null>();
  const site = await host({ instead });
  const first = versionOf(built('index.html'));
  const next = '0123456789abcdef';
  await visit(page, site.url);
  expect(await caches(page)).toContain(first);
  const other = await context.newPage();
  await visit(other, `${site.url}?roles=29-1141`);

  // The host is renewed; what the first version was made of is gone.
  instead.set('index.html', built('index.html').replace(first, next));
  instead.set('sw.js', built('sw.js').replaceAll(first, next));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
  const line = page.locator('.renewal', { hasText: 'Crossroads has been renewed since you opened it.' });
  await expect(line).toBeVisible();
  // Those who do not see it hear it.
  await expect(page.getByRole('status')).toHaveText('Crossroads has been renewed since you opened it.');
  await expect(page.locator('html')).toHaveAttribute('data-version', first);
  await page.getByRole('switch').first().click();
  await expect(page.getByRole('switch').first()).not.toBeChecked();
  expect(await caches(page)).toEqual(expect.arrayContaining([first, next]));

  await page.getByRole('button', { name: 'Load it again' }).click();
  await expect(page.locator(`html[data-started][data-version="${next}"]`)).toBeAttached();
  await expect(line).toBeHidden();
  // The other page is of the first version, which stays as long as that is open.
  expect(await caches(page)).toContain(first);
  await other.getByRole('button', { name: 'Later' }).click();
  await expect(other.locator('.renewal')).toBeEmpty();
  await other.close();
  await page.reload();
  await expect.poll(() => caches(page)).not.toContain(first);
  await site.close();
});

test('data of another version is never mixed in', { tag: '@fault-version' }, async ({ page }) => {
  const site = await host();
  await visit(page, site.url);
  const status = (version: string) =>
    page.evaluate(async (v) => (await fetch(`data/occupation/29-1141.json?v=${v}`)).status, version);
  const now = /const DATA = "([^"]+)"/.exec(built('sw.js'))![1];
  expect(await status(now)).toBe(200);
  expect(await status('of-before')).toBe(410);
  await site.close();
});

test('a half renewed host is not kept', { tag: '@fault-version' }, async ({ page }) => {
  const instead = new Map<string, string | null>();
  const site = await host({ instead });
  const first = versionOf(built('index.html'));
  await visit(page, site.url);
  // The worker is new, the page is not yet.
  instead.set('sw.js', built('sw.js').replaceAll(first, '0123456789abcdef'));
  await page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update().catch(() => {});
    const worker = registration.installing;
    if (worker) await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
  });
  await page.reload();
  await expect(page.locator(`html[data-started][data-version="${first}"]`)).toBeAttached();
  expect(await caches(page)).not.toContain('0123456789abcdef');
  await site.close();
});

test('it can be switched off, and stays so', async ({ page }) => {
  const site = await host();
  await visit(page, site.url);
  const kept = () =>
    page.evaluate(async () => {
      const registrations = await navigator.serviceWorker.getRegistrations();
      return [registrations.length, (await window.caches.keys()).length];
    });
  expect((await kept())[0]).toBe(1);
  await page.goto(`${site.url}?offline=off`);
  await expect(page.locator('html[data-started]')).toBeAttached();
  await expect(page).toHaveURL(site.url);
  await expect.poll(kept).toEqual([0, 0]);
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  expect(await kept()).toEqual([0, 0]);
  await page.goto(`${site.url}?offline=on`);
  await expect.poll(async () => (await kept())[0]).toBe(1);
  await site.close();
});

test('the worker of a site that keeps nothing throws away what was kept', async ({ page }) => {
  const instead = new Map<string, string | null>();
  const site = await host({ instead });
  await visit(page, site.url);
  const { readFileSync } = await import('node:fs');
  const off = readFileSync(new URL('../../../xtask/src/site/sw-off.js', import.meta.url), 'utf8');
  instead.set('sw.js', off);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
  await expect
    .poll(() => page.evaluate(async () => (await window.caches.keys()).length))
    .toBe(0);
  await site.close();
});

test('it can be installed', async ({ page }) => {
  const site = await host({ under: '/a/' });
  await page.goto(site.url);
  const address = await page.locator('link[rel=manifest]').evaluate((link) => (link as HTMLLinkElement).href);
  const manifest = await (await page.request.get(address)).json();
  expect(manifest).toMatchObject({ start_url: './', scope: './', display: 'standalone' });
  const sizes = await page.evaluate(
    async ({ icons, base }) => {
      const load = async ({ src }: { src: string }) => {
        const image = new Image();
        image.src = new URL(src, base).href;
        await image.decode();
        return image.naturalWidth;
      };
      return Promise.all(icons.filter((icon: { type: string }) => icon.type === 'image/png').map(load));
    },
    { icons: manifest.icons, base: address },
  );
  expect(sizes).toEqual([192, 512, 512]);
  expect(manifest.icons.some((icon: { purpose?: string }) => icon.purpose === 'maskable')).toBe(true);
  await site.close();
});
