import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, heading, open, section, test } from '../support/page';

const PAIR = '?roles=11-2022,29-1141';
const TITLE = 'Similar roles, and ways from one role to another';

const shard = (code: string) => `**/data/alike/${code}.json*`;

/** The codes in order of their likeness, as the shard says. */
function mostAlike(code: string): string[] {
  const data = new URL('../../../', import.meta.url);
  const read = (path: string) => JSON.parse(readFileSync(new URL(path, data), 'utf8'));
  const titles: string[] = read('data/official/occupations.json').rows.map((row: string[]) => row[1]);
  const { overall, skills, knowledge } = read(`public/data/alike/${code}.json`);
  const rated = titles.map((title, at) => ({ title, at })).filter(({ at }) => overall[at] !== null);
  rated.sort(
    (a, b) => overall[b.at] - overall[a.at] || skills[b.at] + knowledge[b.at] - skills[a.at] - knowledge[a.at],
  );
  return rated.slice(0, 40).map(({ title }) => title);
}

const part = (page: Page) => section(page, 'Related').locator('details.on-demand').filter({ hasText: TITLE });
const list = (page: Page, title: string) =>
  part(page)
    .locator('.side-by-side > div')
    .filter({ has: page.getByRole('heading', { level: 4, name: title, exact: true }) });
/** Also of those that are not shown yet. */
const names = (page: Page, title: string) => list(page, title).locator('h5');
const ways = (page: Page) => part(page).getByRole('region', { name: 'Ways from one role to another' });

async function openPart(page: Page): Promise<void> {
  await section(page, 'Related').getByText(TITLE).click();
}

test('the most alike roles stand in order, filtered and set beside the others by keyboard', async ({ page }) => {
  await open(page, PAIR);
  await section(page, 'Related').locator('summary').filter({ hasText: TITLE }).focus();
  await page.keyboard.press('Enter');
  await expect(names(page, 'Registered Nurses')).toHaveCount(40);
  await expect(names(page, 'Registered Nurses').filter({ visible: true })).toHaveText(
    mostAlike('29-1141').slice(0, 5),
  );
  await expect(names(page, 'Sales Managers')).toHaveText(mostAlike('11-2022'));
  const wish = part(page).getByRole('checkbox', { name: 'More pay' });
  await expect(wish).toHaveAccessibleDescription('The middle pay is higher by more than the survey’s error.');
  await page.keyboard.press('Tab');
  await expect(wish).toBeFocused();
  await page.keyboard.press('Space');
  await expect(wish).toBeChecked();
  const left = await names(page, 'Registered Nurses').count();
  expect(left).toBeLessThan(40);
  await expect(part(page).locator('.wishes-status')).toContainText(`Registered Nurses: ${left} of the 40 most alike.`);
  await expectAccessible(page);
  await page.keyboard.press('Space');
  await expect(names(page, 'Registered Nurses')).toHaveCount(40);
  await expect(part(page).locator('.wishes-status')).toHaveText('');
  const compare = list(page, 'Registered Nurses').getByRole('button', { name: /^Compare/ }).first();
  await compare.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(/vs 2 others$|nurse midwives$/);
  await expect(compare).toBeFocused();
  await expect(compare).toHaveAttribute('aria-pressed', 'true');
  await expect(names(page, 'Nurse Midwives')).toHaveCount(40);
});

test('each difference is told, and education has its order', async ({ page }) => {
  await open(page, PAIR);
  await openPart(page);
  const practical = list(page, 'Registered Nurses')
    .getByRole('listitem')
    .filter({ hasText: 'Licensed Practical and Licensed Vocational Nurses' });
  await expect(practical).toContainText(/More alike than 99\.\d% of all pairs \(skills \d/);
  await expect(practical).toContainText(/Middle yearly pay \(median\).*−\$.*less/s);
  await expect(practical).toContainText(/Usual education to start.*Postsecondary nondegree award.*a lower level/s);
  await expect(practical).toContainText(/Share who leave the role each year.*%.*points/s);
  await part(page).getByRole('button', { name: 'About these similar roles' }).click();
  const about = page.getByRole('dialog', { name: 'Similar roles' });
  await expect(about).toContainText('O*NET 30.2');
  await expect(about).toContainText('standardized each rating');
  await expectAccessible(page);
});

test('an empty list says which filter empties it', async ({ page }) => {
  await open(page, '?roles=29-1211,29-1141');
  await openPart(page);
  await part(page).getByRole('checkbox', { name: 'More pay' }).check();
  await expect(list(page, 'Anesthesiologists')).toContainText('None of the 40 passes “More pay”.');
  await expect(part(page).locator('.wishes-status')).toContainText('Anesthesiologists: 0 of the 40 most alike.');
  await expect(names(page, 'Registered Nurses').first()).toBeVisible();
});

test('ways lead from one role to another, and either end can be chosen', async ({ page }) => {
  await open(page, '?roles=47-2111,23-1011,29-1141');
  await openPart(page);
  const [from, to] = ['From', 'To'].map((name) => ways(page).getByRole('combobox', { name, exact: true })) as [Locator, Locator];
  await expect(from).toHaveValue('47-2111');
  await expect(to).toHaveValue('23-1011');
  await expect(ways(page).getByRole('status')).toContainText('From Electricians to Lawyers: 6 ways over a third role');
  await expect(ways(page).getByText('The direct way')).toBeVisible();
  const first = ways(page).locator('.bridges > li').first();
  await expect(first).toContainText(/Over .*Electricians.*Middle yearly pay.*Usual education to start.*Lawyers/s);
  await expectAccessible(page);
  await to.selectOption('29-1141');
  await expect(ways(page).getByRole('status')).toContainText('From Electricians to Registered Nurses');
  await expect(first).toContainText('Registered Nurses');
  // The other end, so that both change places.
  await from.selectOption('29-1141');
  await expect(to).toHaveValue('47-2111');
  await expect(first.locator('.hop').first()).toContainText('Registered Nurses');
  await first.getByRole('button', { name: /^Compare/ }).click();
  await expect(page).toHaveURL(/roles=47-2111,23-1011,29-1141,/);
  await expect(from).toHaveValue('29-1141');
});

test('one role alone has similar roles and no ways', async ({ page }) => {
  await open(page, '?roles=29-1141');
  await openPart(page);
  await expect(names(page, 'Registered Nurses').first()).toBeVisible();
  await expect(ways(page)).toHaveCount(0);
});

test('what cannot be had gives a message with a retry, and the rest stays', { tag: '@fault-network' }, async ({ page }) => {
  await page.route(shard('11-2022'), (route) => route.fulfill({ body: '{"layout":1,"id":"11-20' }), { times: 1 });
  await open(page, PAIR);
  await openPart(page);
  const alert = part(page).getByRole('alert');
  await expect(alert).toContainText('The roles like Sales Managers could not be shown.');
  await expect(names(page, 'Registered Nurses').first()).toBeVisible();
  await expect(section(page, 'Overview').getByText('$148,270')).toBeVisible();
  await expectAccessible(page);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(names(page, 'Sales Managers').first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(ways(page).getByText('The direct way')).toBeVisible();
});

test('what is on its way says so', { tag: '@fault-network' }, async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(shard('11-2022'), async (route) => {
    await held;
    await route.continue();
  });
  await open(page, PAIR);
  await openPart(page);
  await expect(part(page).getByText('Getting the roles like Sales Managers…')).toBeVisible();
  release();
  await expect(names(page, 'Sales Managers').first()).toBeVisible();
  await expect(part(page).getByText(/^Getting/)).toHaveCount(0);
});

test('nothing is fetched before somebody opens the part, and nothing for a role that nobody rates', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const name = /alike\/(.*)\.json/.exec(request.url())?.[1];
    if (name) asked.push(name);
  });
  await open(page, '?roles=29-1242,sales-manager,customer-service-manager');
  expect(asked).toEqual([]);
  await openPart(page);
  await expect(names(page, 'Sales Manager').first()).toBeVisible();
  await expect(list(page, 'Sales Manager')).toContainText('nearest official occupation: Sales Managers');
  await expect(list(page, 'Sales Manager')).toContainText('Compared with Sales Managers (BLS, $148,270 a year');
  await expect(part(page)).toContainText(/does not rate the skills and knowledge of Orthopedic Surgeons/);
  await expect(section(page, 'Sources').locator('#source-onet-knowledge-30-2')).toBeVisible();
  await expect(ways(page).getByText('The direct way')).toBeVisible();
  expect(asked.sort()).toEqual(['11-2022', '43-1011']);
});

test('six roles, some with long names, are shown whole on every width', { tag: '@own-size' }, async ({ page }) => {
  await open(page, '?roles=29-1249,27-2011,51-4031,11-2022,25-2031,29-1229&place=0800000');
  await openPart(page);
  await expect(names(page, 'Actors').first()).toBeVisible();
  await expect(part(page)).toContainText('These figures are for the whole United States.');
  await expectAccessible(page);
  for (const width of [320, 360, 768, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(page);
  }
});
