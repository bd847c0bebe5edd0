import { readFile } from 'node:fs/promises';

import { expect, test } from '@playwright/test';

import { host } from '../support/host';
import { heading, open, roleSwitch, section } from '../support/page';

// The connection breaks off in the middle of something, and comes back.

const PAIR = '?roles=11-2022,29-1141';

test('without a connection a part that is opened says so, and comes when there is one', { tag: '@fault-offline' }, async ({
  page,
  context,
}) => {
  await open(page, PAIR);
  await context.setOffline(true);
  const related = section(page, 'Related');
  await related.getByText('Similar roles, and ways from one role to another').click();
  const alert = related.getByRole('alert');
  await expect(alert).toContainText('There is no connection to the site.');
  await context.setOffline(false);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(related.getByText('Licensed Practical and Licensed Vocational Nurses').first()).toBeVisible();
  await expect(alert).toHaveCount(0);
  await roleSwitch(page, /^Sales Managers/).click();
  await expect(heading(page)).toHaveText('Registered nurses');
});

test('without a connection the search for roles says so, closes, and comes when there is one', { tag: '@fault-offline' }, async ({
  page,
  context,
}) => {
  await open(page, PAIR);
  await context.setOffline(true);
  const add = page.getByRole('button', { name: 'Add a role' });
  await add.click();
  const dialog = page.getByRole('dialog', { name: 'Add a role' });
  await expect(dialog.getByRole('alert')).toContainText('could not be fetched');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(add).toBeFocused();
  await context.setOffline(false);
  await add.click();
  const retry = dialog.getByRole('button', { name: 'Try again' });
  await retry.click();
  await dialog.getByRole('combobox').fill('electricians');
  await page.keyboard.press('Enter');
  await expect(roleSwitch(page, /^Electricians/)).toBeAttached();
});

test('without a connection another place says so, and none of its figures are made up', { tag: '@fault-offline' }, async ({
  page,
  context,
}) => {
  await open(page, PAIR);
  await context.setOffline(true);
  const field = page.getByRole('combobox', { name: 'Pay and jobs in' });
  await field.fill('denver');
  await page.getByRole('listbox', { name: 'Places' }).getByRole('option').first().click();
  await expect(heading(page)).toHaveText(/in the Denver area$/);
  const alert = page.locator('.place-state').getByRole('alert');
  await expect(alert).toContainText('There is no connection to the site.');
  await expect(section(page, 'Overview').getByText('could not be fetched').first()).toBeVisible();
  // Back leads to the figures that are here.
  await page.goBack();
  await expect(section(page, 'Overview').getByText('$148,270')).toBeVisible();
  await page.goForward();
  await expect(alert).toBeVisible();
  await context.setOffline(false);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(section(page, 'Overview').getByText('$181,580')).toBeVisible();
});

test('without a connection the comparison is taken along all the same', { tag: '@fault-offline' }, async ({ page, context }) => {
  await open(page, PAIR);
  const taking = section(page, 'Take it with you');
  await expect(taking.getByRole('button', { name: 'Download CSV' })).toBeVisible();
  await context.setOffline(true);
  for (const name of ['Download CSV', 'Download JSON']) {
    const download = page.waitForEvent('download');
    await taking.getByRole('button', { name }).click();
    expect(await readFile((await (await download).path())!, 'utf8')).toContain('148270');
  }
  await expect(page.locator('#fault')).toBeHidden();
});

test.describe('what is kept for use without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a page in the place of a shard is not kept', { tag: '@fault-offline' }, async ({ page }) => {
    const instead = new Map<string, string | null>([['data/occupation/11-2022.json', '<!doctype html><p>Welcome']]);
    const site = await host({ instead });
    await page.goto(site.url);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await page.goto(`${site.url}${PAIR}`);
    const part = section(page, 'What they do');
    await expect(part.getByRole('alert')).toContainText('They cannot be read');
    instead.clear();
    await part.getByRole('button', { name: 'Try again' }).click();
    await expect(part.getByText('A company’s sales force takes its direction')).toBeVisible();
    await expect(part.getByRole('alert')).toHaveCount(0);
    await site.close();
  });

  test('a page in the place of the program is not kept', { tag: '@fault-offline' }, async ({ page }) => {
    const instead = new Map<string, string | null>();
    const types: Record<string, string> = {};
    const site = await host({ instead, types });
    await page.goto(site.url);
    await expect(page.locator('html[data-started]')).toBeAttached();
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    const [first, worker] = await Promise.all(
      ['', 'sw.js'].map(async (path) => (await page.request.get(`${site.url}${path}`)).text()),
    );
    const version = /const VERSION = "([^"]+)"/.exec(worker)![1];
    const wasm = /data-wasm="([^"]+)"/.exec(first)![1];
    // A host that is half renewed, and answers with a page where a file is not there yet.
    const next = '0123456789abcdef';
    instead.set('index.html', first.replace(version, next));
    instead.set('sw.js', worker.replaceAll(version, next));
    instead.set(wasm, '<!doctype html><p>Welcome');
    types['.wasm'] = 'text/html';
    await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      await registration.update().catch(() => {});
      const coming = registration.installing;
      if (coming) await new Promise((done) => coming.addEventListener('statechange', done, { once: true }));
    });
    expect(await page.evaluate(() => window.caches.keys())).not.toContainEqual(expect.stringContaining(next));
    await page.reload();
    await expect(page.locator(`html[data-started][data-version="${version}"]`)).toBeAttached();
    await site.close();
  });
});
