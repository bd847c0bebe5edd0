import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, heading, open, section, test } from '../support/page';

const PAIR = '?roles=11-2022,29-1141';
const LABEL = 'Written by the Crossroads project; not an official description.';

/** What data/texts says of an occupation: the description, then the duties. */
function written(code: string): string[] {
  const file = new URL(`../../../data/texts/${code.slice(0, 2)}.md`, import.meta.url);
  const part = readFileSync(file, 'utf8').split('\n## ').find((part) => part.startsWith(`${code} `));
  const lines = part!.split('\n').slice(1);
  return lines.filter((line) => line !== '').map((line) => line.replace(/^- /, ''));
}

const shard = (code: string) => `**/data/occupation/${code}.json*`;

/** The part of a section that is about one role. */
const about = (page: Page, name: string, title: string) =>
  section(page, name)
    .locator('.side-by-side > *')
    .filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) });

test('official occupations show their descriptions and five duties each, with who wrote them', async ({ page }) => {
  await open(page, PAIR);
  for (const [code, title] of [
    ['11-2022', 'Sales Managers'],
    ['29-1141', 'Registered Nurses'],
  ] as const) {
    const [description, ...duties] = written(code);
    expect(duties).toHaveLength(5);
    await expect(about(page, 'What they do', title)).toContainText(description!);
    const role = about(page, 'Duties', title);
    const shown = role.getByRole('listitem').filter({ visible: true });
    await expect(shown).toHaveText(duties.slice(0, 3));
    await role.getByText('Show 2 more').click();
    await expect(shown).toHaveText(duties);
  }
  for (const name of ['What they do', 'Duties']) {
    await section(page, name).getByRole('link', { name: LABEL }).click();
    await expect(section(page, 'Sources').getByRole('article').filter({ hasText: LABEL })).toBeInViewport();
  }
  await expect(page.getByText(/^No data for: .*What they do/)).toHaveCount(0);
  await expectAccessible(page);
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(page);
  }
});

test('an official occupation beside an estimate is described like it', async ({ page }) => {
  await open(page, '?roles=sales-manager,11-2022');
  await expect(about(page, 'What they do', 'Sales Managers')).toContainText(written('11-2022')[0]!);
  await expect(about(page, 'Duties', 'Sales Manager').getByRole('listitem').filter({ visible: true })).toHaveCount(3);
  await expect(section(page, 'What they do').getByRole('link', { name: LABEL })).toHaveCount(1);
});

test('words that are on their way say so, and only those', { tag: '@fault-network' }, async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(shard('11-2022'), async (route) => {
    await held;
    await route.continue();
  });
  await open(page, PAIR);
  await expect(about(page, 'What they do', 'Sales Managers')).toContainText('The description is on its way.');
  await expect(about(page, 'Duties', 'Sales Managers')).toContainText('The duties are on their way.');
  await expect(about(page, 'What they do', 'Registered Nurses')).toContainText(written('29-1141')[0]!);
  await expect(section(page, 'Overview').getByText('$148,270')).toBeVisible();
  await expectAccessible(page);
  release();
  await expect(about(page, 'What they do', 'Sales Managers')).toContainText(written('11-2022')[0]!);
  await expect(page.getByText('on its way')).toHaveCount(0);
  await expect(page.getByText('on their way')).toHaveCount(0);
});

test('words that cannot be had give a message in their place, and the rest of the page stays', { tag: '@fault-network' }, async ({ page }) => {
  await page.route(shard('11-2022'), (route) => route.fulfill({ body: '{"layout":1,"id":"11-20' }), { times: 1 });
  await open(page, PAIR);
  for (const [name, what] of [
    ['What they do', 'descriptions'],
    ['Duties', 'duties'],
  ] as const) {
    const alert = section(page, name).getByRole('alert');
    await expect(alert).toContainText(`The ${what} of Sales Managers could not be shown.`);
    await expect(about(page, name, 'Registered Nurses')).toContainText(written('29-1141')[name === 'Duties' ? 1 : 0]!);
  }
  await expect(section(page, 'Overview').getByText('$148,270')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 568 });
  await expectNoSidewaysScroll(page);
  await section(page, 'Duties').getByRole('button', { name: 'Try again' }).click();
  await expect(about(page, 'Duties', 'Sales Managers')).toContainText(written('11-2022')[1]!);
  await expect(about(page, 'What they do', 'Sales Managers')).toContainText(written('11-2022')[0]!);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('one retry fetches all that failed, and nothing that is here', { tag: '@fault-network' }, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const name = /occupation\/(.*)\.json/.exec(request.url())?.[1];
    if (name) asked.push(name);
  });
  for (const code of ['11-2022', '41-4012']) {
    await page.route(shard(code), (route) => route.fulfill({ body: '<!doctype html>' }), { times: 1 });
  }
  await open(page, '?roles=11-2022,29-1141,41-4012');
  const alert = section(page, 'What they do').getByRole('alert');
  await expect(alert).toContainText('The descriptions of Sales Managers and Sales Representatives, Wholesale');
  await expect(alert).toHaveCount(1);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(about(page, 'What they do', 'Sales Managers')).toContainText(written('11-2022')[0]!);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(asked.sort()).toEqual(['11-2022', '11-2022', '29-1141', '41-4012', '41-4012']);
});

test('a role that joins the comparison brings its words along', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: 'Sales Managers (compare with it)' }).first().click();
  await expect(heading(page)).toHaveText(/vs 2 others$/);
  await expect(about(page, 'What they do', 'Sales Managers')).toContainText(written('11-2022')[0]!);
});

test('the first visit fetches no shard, for its words are in the bundle', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/data/')) asked.push(request.url());
  });
  await open(page);
  await expect(section(page, 'What they do').getByText('Customer service managers run the team')).toBeVisible();
  expect(asked).toEqual([]);
});
