import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, expectAccessible, expectNoSidewaysScroll, open, section, test } from '../support/page';

const ROLES = '?roles=11-2022,29-1141,27-2011';

const taking = (page: Page) => section(page, 'Take it with you');

async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    taking(page).getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile((await download.path())!, 'utf8') };
}

/** What every cell of every table shows, by role: the figure without what stands beside it. */
async function figuresOnScreen(page: Page): Promise<string[]> {
  return page.locator('table.comparison td .figure').evaluateAll((figures) =>
    figures
      .filter((figure) => !figure.classList.contains('non-value'))
      .map((figure) => figure.firstChild!.textContent!.trim()),
  );
}

/** The cells of a CSV, row by row. */
function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    const cell = match[1].startsWith('"') ? match[1].slice(1, -1).replaceAll('""', '"') : match[1];
    rows.at(-1)!.push(cell);
    if (match[2] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('the files hold what is on the screen', async ({ page, baseURL }) => {
  await open(page, `${ROLES}&baseline=29-1141`);
  const shown = await figuresOnScreen(page);
  expect(shown.length).toBeGreaterThan(100);

  const csv = await saved(page, 'Download CSV');
  expect(csv.name).toBe('crossroads-sales-managers-vs-registered-nurses-vs-actors.csv');
  expect(csv.text.startsWith('\uFEFFrole_id,role,section,')).toBe(true);
  const [header, ...rows] = cells(csv.text.slice(1));
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
  const inFile = new Set(column('shown'));
  expect(shown.filter((figure) => !inFile.has(figure))).toEqual([]);
  expect(new Set(column('comparison')).size).toBe(1);
  expect(column('comparison')[0]).toContain(`${new URL(baseURL!).origin}/?roles=11-2022,29-1141,27-2011&baseline=29-1141`);
  expect(column('kind')).toContain('published by the hour only');

  const json = await saved(page, 'Download JSON');
  expect(json.name).toMatch(/\.json$/);
  const file = JSON.parse(json.text);
  const median = file.figures.find(
    (figure: { role: string; metric: string }) => figure.role === '29-1141' && figure.metric === 'pay-year-median',
  );
  expect(median).toMatchObject({ value: 97550, unit: 'US dollars a year', shown: '$97,550', source: 'oews-2025' });
  expect(file.figures.length).toBe(rows.length);
  expect(file.sources.map((source: { id: string }) => source.id)).toContain('oews-2025');
  await expect(page.getByRole('status').filter({ hasText: json.name })).toBeAttached();
  await expectAccessible(page);
});

test('the text goes to the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, ROLES);
  await page.getByRole('link', { name: 'Take it with you' }).click();
  await taking(page).getByRole('button', { name: 'Copy as text' }).click();
  await expect(taking(page).getByText('The comparison is in the clipboard, as text.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Sales managers vs registered nurses vs actors');
  expect(text).toContain('Yearly pay: $97,550; median');
  expect(text).toContain('/?roles=11-2022,29-1141,27-2011&data=');
});

test('where the clipboard is blocked, the text stands there to be copied', { tag: '@fault-browser' }, async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await open(page, ROLES);
  await taking(page).getByRole('button', { name: 'Copy as text' }).click();
  const field = taking(page).getByLabel('This comparison as text');
  await expect(field).toHaveValue(/Registered Nurses \(BLS\)\nYearly pay: \$97,550; median/);
  await expect(page.getByRole('status').filter({ hasText: 'Couldn’t copy.' })).toBeAttached();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

test('on paper everything is open and what cannot be pressed is gone', async ({ page, browserName }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await open(page, ROLES);
  await taking(page).getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();

  const closed = page.locator('main details:not([open], .on-demand)');
  await section(page, 'Pay').getByText('Show as table').click();
  const before = await closed.count();
  expect(before).toBeGreaterThan(0);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(closed).toHaveCount(0);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(closed).toHaveCount(before);
  // What the reader had opened stays open.
  await expect(section(page, 'Pay').getByRole('table', { name: 'Salary range' })).toBeVisible();

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/^This comparison: .*roles=11-2022,29-1141,27-2011/)).toBeVisible();
  await expect(page.getByText(/figures of release [0-9a-f]{8}/)).toBeVisible();
  await expect(section(page, 'Sources').getByText(/USDOL\/ETA has not approved/).first()).toBeVisible();
  await expect(page.getByRole('switch')).toHaveCount(0);
  for (const name of ['Add a role', 'Share', 'Download CSV', 'Copy']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  expect(browserName).toBe('chromium');
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
});
