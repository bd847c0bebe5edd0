import { readFile } from 'node:fs/promises';

import { test as unwatched, type Page } from '@playwright/test';

import { host } from '../support/host';
import { expect, expectAccessible, heading, open, roleSwitch, section, test } from '../support/page';

// The visitor's own device: a memory that is blocked, full or holds what somebody else wrote there, a clock that is wrong,
// and several pages of the site at once.

const PAIR = '?roles=11-2022,29-1141';
const OFFER = 'title,pay-year-median\nOffer of Acme,150000';

const own = (page: Page) => section(page, 'Your own roles');
const keepBox = (page: Page) => own(page).getByLabel('Keep them on this device');
const payForm = (page: Page) => page.getByRole('form', { name: 'Your own pay' });
const kept = (page: Page, name: string) => page.evaluate((key) => localStorage.getItem(`crossroads.${key}`), name);

async function openOffer(page: Page, text = OFFER): Promise<void> {
  const file = { name: 'offers.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await own(page).getByLabel('Open a file of roles, or drop one here').setInputFiles(file);
  await expect(own(page).locator('.taken')).toHaveText('1 role is read, with no problem.');
}

async function typePay(page: Page, pay: string): Promise<void> {
  await payForm(page).getByRole('textbox').fill(pay);
  await payForm(page).getByRole('button', { name: 'Compare it' }).click();
  await expect(page.locator('#own-pay-says')).toContainText(`Among sales managers, $${Number(pay).toLocaleString('en-US')} a year`);
}

/** Everything that is remembered is used: the tray, one's own pay, own roles. */
async function useAll(page: Page): Promise<void> {
  await open(page, PAIR);
  await typePay(page, '95000');
  await openOffer(page);
  await own(page).getByRole('button', { name: 'Add them to the comparison' }).click();
  await expect(roleSwitch(page, /^Offer of Acme/)).toBeChecked();
  await keepBox(page).click();
  await expect(own(page).locator('.taken')).toContainText('The roles could not be kept');
  await expect(keepBox(page)).not.toBeChecked();
  await roleSwitch(page, /^Sales Managers/).click();
  await expect(heading(page)).toHaveText(/^Registered nurses \(BLS\) vs Offer of Acme/);
  // What is remembered nowhere is gone with the page, and the page opens as at a first visit.
  await open(page);
  await expect(heading(page)).toHaveText('Customer service manager vs sales manager');
  await expect(payForm(page).getByRole('textbox')).toHaveValue('');
}

test('with a full memory everything works, and nothing is said to be kept', { tag: '@fault-storage' }, async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await useAll(page);
});

test('with a memory that cannot be reached everything works', { tag: '@fault-storage' }, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await useAll(page);
});

test('with a memory that refuses to be read everything works', { tag: '@fault-storage' }, async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('broken', 'UnknownError');
    };
    Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse, removeItem: refuse });
  });
  await useAll(page);
});

const STRANGE = [
  ['tray', 'roles=<img src=x onerror=alert(1)>,,zz,29-9999999&off=%E0%A4%A&place=nowhere'],
  ['tray', '\u0000\uFFFF%%%&&&==='],
  ['tray', 'x'.repeat(1_000_000)],
  ['pay', '-1e400'],
  ['pay', '<b>95000</b>'],
  ['roles', '{"roles":[{"title":"<b>'],
  ['roles', '[[[[[['],
  ['roles', 'x'.repeat(1_000_000)],
  ['offline', 'perhaps'],
] as const;

for (const [key, text] of STRANGE) {
  const shown = text.length > 100 ? 'a million letters' : JSON.stringify(text.slice(0, 20));
  test(`a memory with ${shown} for ${key} is passed over`, { tag: '@fault-storage' }, async ({ page }) => {
    await page.addInitScript(
      ([name, strange]) => {
        if (sessionStorage.getItem('strange')) return;
        sessionStorage.setItem('strange', 'put');
        localStorage.setItem(`crossroads.${name}`, strange);
      },
      [key, text],
    );
    await open(page);
    await expect(heading(page)).not.toContainText('<');
    await expect(page.locator('img[src="x"], b')).toHaveCount(0);
    await expect(page.locator('#fault')).toBeHidden();
    // There is always a way on: with a tray that holds nothing, by beginning anew.
    const begin = page.getByRole('button', { name: 'Open the first comparison' });
    if ((await page.getByRole('switch').count()) === 0) await begin.click();
    await roleSwitch(page, /^Sales Manager/).click();
    await expect(heading(page)).toHaveText('Customer service manager');
    await expect.poll(() => kept(page, 'tray')).toContain('off=sales-manager');
    await expectAccessible(page);
    await open(page);
    await expect(heading(page)).toHaveText('Customer service manager');
  });
}

for (const [year, now] of [
  [1980, '1980-01-01T00:00:00Z'],
  [2126, '2126-07-01T12:00:00Z'],
] as const) {
  test(`on a device whose clock says ${year} everything works`, { tag: '@fault-clock' }, async ({ page }) => {
    await page.clock.setFixedTime(new Date(now));
    await open(page, PAIR);
    expect(await page.evaluate(() => new Date().getUTCFullYear())).toBe(year);
    await roleSwitch(page, /^Sales Managers/).click();
    await expect(heading(page)).toHaveText('Registered nurses');
    await roleSwitch(page, /^Sales Managers/).click();
    for (const summary of await page.locator('main summary').all()) await summary.click();
    await expect(page.getByText(/^Getting /)).toHaveCount(0);
    const words = await page.locator('body').innerText();
    expect(words).not.toMatch(/NaN|Infinity|undefined|Invalid Date/);
    expect(words).not.toContain(String(year));
    const download = page.waitForEvent('download');
    await section(page, 'Take it with you').getByRole('button', { name: 'Download CSV' }).click();
    const text = await readFile((await (await download).path())!, 'utf8');
    expect(text).not.toMatch(/NaN|Invalid/);
    expect(text).not.toContain(`,${year}`);
  });
}

unwatched.describe('with a worker', () => {
  unwatched.use({ serviceWorkers: 'allow' });

  unwatched('a clock that was set back by years keeps nobody from a renewed site', { tag: '@fault-clock' }, async ({ page }) => {
    const instead = new Map<string, string | null>();
    const site = await host({ instead });
    await page.clock.setFixedTime(new Date('2126-01-01'));
    await page.goto(site.url);
    await expect(page.locator('html[data-started]')).toBeAttached();
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    const worker = await (await page.request.get(`${site.url}sw.js`)).text();
    const version = /const VERSION = "([^"]+)"/.exec(worker)![1];
    const index = await (await page.request.get(site.url)).text();
    instead.set('sw.js', worker.replaceAll(version, '0123456789abcdef'));
    instead.set('index.html', index.replace(version, '0123456789abcdef'));
    await page.clock.setFixedTime(new Date('2026-01-01'));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(page.locator('.renewal')).toContainText('Crossroads has been renewed');
    await site.close();
  });
});

test('two pages change the tray at once: each keeps its own, and the last change is remembered', { tag: '@fault-tabs' }, async ({
  page,
  context,
}) => {
  await open(page, PAIR);
  const other = await context.newPage();
  await open(other);
  await expect(heading(other)).toHaveText('Sales managers vs registered nurses');
  await Promise.all([
    roleSwitch(page, /^Sales Managers/).click(),
    roleSwitch(other, /^Registered Nurses/).click(),
  ]);
  await expect(heading(page)).toHaveText('Registered nurses');
  await expect(heading(other)).toHaveText('Sales managers');
  await roleSwitch(page, /^Sales Managers/).click();
  await expect(heading(page)).toHaveText('Sales managers vs registered nurses');
  await expect(heading(other)).toHaveText('Sales managers');
  await roleSwitch(other, /^Sales Managers/).click();
  await expect.poll(() => kept(page, 'tray')).toBe(await kept(other, 'tray'));
  await expect.poll(() => kept(page, 'tray')).toMatch(/off=(11-2022,29-1141|29-1141,11-2022)/);
  const third = await context.newPage();
  await open(third);
  await expect(third.getByRole('switch')).toHaveCount(2);
  await expect(roleSwitch(third, /^Sales Managers/)).not.toBeChecked();
});

test('own roles that another page removes or keeps otherwise no longer pass for kept', { tag: '@fault-tabs' }, async ({
  page,
  context,
}) => {
  await open(page, PAIR);
  await openOffer(page);
  await keepBox(page).check();
  await expect.poll(() => kept(page, 'roles')).toContain('Offer of Acme');
  const other = await context.newPage();
  await open(other, PAIR);
  await expect(keepBox(other)).toBeChecked();
  await own(other).getByRole('button', { name: 'Remove them' }).click();
  await expect(keepBox(page)).not.toBeChecked();
  // They stay here for as long as the page does, and can be kept again.
  await own(page).getByRole('button', { name: 'Add them to the comparison' }).click();
  await expect(roleSwitch(page, /^Offer of Acme/)).toBeChecked();
  await keepBox(page).check();
  await expect.poll(() => kept(other, 'roles')).toContain('Offer of Acme');
  await openOffer(other, OFFER.replace('Acme', 'Bolt'));
  await keepBox(other).check();
  await expect(keepBox(page)).not.toBeChecked();
  await expect(roleSwitch(page, /^Offer of Acme/)).toBeChecked();
});

test('one’s own pay that is forgotten in one page is forgotten in all', { tag: '@fault-tabs' }, async ({ page, context }) => {
  await open(page, PAIR);
  const other = await context.newPage();
  await open(other, PAIR);
  await typePay(page, '95000');
  await expect(other.locator('#own-pay-says')).toContainText('$95,000');
  await payForm(other).locator('..').getByRole('button', { name: 'Forget it' }).click();
  await expect(page.locator('#own-pay-says')).not.toContainText('$95,000');
  await expect(payForm(page).getByRole('textbox')).toHaveValue('');
  expect(await kept(page, 'pay')).toBeNull();
});
