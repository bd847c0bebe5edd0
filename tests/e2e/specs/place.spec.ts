import { test as unwatched, type Page } from '@playwright/test';

import { hold } from '../support/faults';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  heading,
  open,
  section,
  test,
} from '../support/page';

const NURSES = '?roles=11-2022,29-1141';
const DENVER = `${NURSES}&place=0019740`;

const field = (page: Page) => page.getByRole('combobox', { name: 'Pay and jobs in' });
const options = (page: Page) => page.getByRole('listbox', { name: 'Places' }).getByRole('option');
const cells = (page: Page, part: string, label: string) =>
  section(page, part)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })
    .getByRole('cell');

test('a metropolitan area is found and chosen by keyboard, and Back leaves it', async ({ page }) => {
  await open(page, NURSES);
  await field(page).focus();
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.type('cambrige');
  await expect(options(page).first()).toContainText('Boston-Cambridge-Newton, MA-NH');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', 'place-option-0');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/place=0014460$/);
  await expect(heading(page)).toHaveText('Sales managers vs registered nurses in the Boston area');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('Boston-Cambridge-Newton, MA-NH');
  await expect(cells(page, 'Overview', 'Yearly pay').nth(0)).toContainText('$206,610');
  await expect(cells(page, 'Overview', 'Yearly pay').nth(0)).toContainText('United States: $148,270');
  await expect(page.getByText(/^In the Boston area, by middle pay/)).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toHaveText('Sales managers vs registered nurses');
  await expect(field(page)).toHaveValue('United States');
  await expect(cells(page, 'Overview', 'Yearly pay').nth(0)).not.toContainText('United States:');
});

test('a list of the states stands under the field, and Escape leaves everything as it was', async ({ page }) => {
  await open(page, NURSES);
  await field(page).click();
  await expect(options(page)).toHaveCount(55);
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await field(page).fill('zzzzqqq');
  await expect(page.getByText('No place found.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveValue('United States');
  await expect(page).not.toHaveURL(/place/);
});

test('a place is fetched as soon as somebody is about to choose it', async ({ page }) => {
  await open(page, NURSES);
  await field(page).fill('colorado');
  const asked = page.waitForRequest(/data\/area\/0800000\.json/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await asked;
  await expect(page).not.toHaveURL(/place/);
});

test('a link with a place opens there: whole, accessible, on every width', { tag: '@own-size' }, async ({ page }) => {
  await open(page, DENVER);
  await expect(field(page)).toHaveValue('Denver-Aurora-Centennial, CO');
  await expect(cells(page, 'Outlook', 'Number of jobs').nth(0)).toContainText('5,930');
  await expect(section(page, 'People').getByText('These figures are for the whole United States.')).toBeVisible();
  await expect(section(page, 'Overview').getByText(/^For the Denver area: yearly pay/)).toBeVisible();
  await expectAccessible(page);
  for (const width of [320, 360, 768, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(page);
  }
});

test('a place that is none is said and left out', { tag: '@fault-link' }, async ({ page }) => {
  await open(page, `${NURSES}&place=9999999`);
  await expect(page.getByText(/a place “.?9999999.?” that Crossroads does not have/)).toBeVisible();
  await expect(heading(page)).toHaveText('Sales managers vs registered nurses');
});

test('estimates of the nation alone say so in a place', async ({ page }) => {
  await open(page, '?place=0019740');
  await expect(cells(page, 'Pay', 'Average yearly pay').nth(1)).toContainText(
    'not published for this role in the Denver area',
  );
  await expect(cells(page, 'Pay', 'Average yearly pay').nth(1)).toContainText('United States: $73,952');
});

test('pay is divided by what things cost, and says so', async ({ page }) => {
  await open(page, NURSES);
  await expect(page.getByLabel(/Cost-adjusted dollars/)).toHaveCount(0);
  await open(page, DENVER);
  await page.getByLabel(/Cost-adjusted dollars/).check();
  await expect(page).toHaveURL(/place=0019740&dollars=adjusted$/);
  await expect(page.getByText(/divided by the price level of the Denver area: [\d.]+ in 2024/)).toBeVisible();
  await expect(cells(page, 'Overview', 'Yearly pay').nth(0)).toContainText('cost-adjusted; published: $181,580');
  await expect(section(page, 'Sources').getByText(/Bureau of Economic Analysis/).first()).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(cells(page, 'Overview', 'Yearly pay').nth(0)).toContainText('$181,580');
  await open(page, `${NURSES}&place=0041980`);
  await expect(page.getByText(/publishes no price level for the San Juan area/)).toBeVisible();
});

for (const [name, answer] of [
  ['missing', { status: 404, body: 'Not found' }],
  ['cut off', { status: 200, body: '{"layout":1,"code":"00197' }],
  ['of another layout', { status: 200, body: '{"layout":2,"code":"0019740","columns":[],"rows":[]}' }],
  ['of another area', { status: 200, body: '{"layout":1,"code":"0014460","columns":[],"rows":[]}' }],
  ['a page instead of data', { status: 200, body: '<!doctype html><title>Moved</title>' }],
  ['out of reach', null],
] as const) {
  // The browser itself reports on its console what cannot be had.
  unwatched(`figures of a place that are ${name} give a message in their place and can be asked for again`, { tag: '@fault-network' }, async ({ page }) => {
    await page.route(
      '**/data/area/0019740.json*',
      (route) => (answer ? route.fulfill(answer) : route.abort('internetdisconnected')),
      { times: 1 },
    );
    await open(page, DENVER);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('Pay and jobs in the Denver area could not be shown.');
    await expect(page.getByText('Pay in the Denver area could not be fetched.')).toBeVisible();
    await expect(cells(page, 'Overview', 'Yearly pay').nth(0)).toContainText('could not be fetched');
    // Nothing else of the page is touched.
    await expect(cells(page, 'Overview', 'Growth').nth(1)).toContainText('5.6%');
    await expect(cells(page, 'Education', 'Usual education to start').nth(1)).toContainText('Bachelor');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(cells(page, 'Overview', 'Yearly pay').nth(0)).toContainText('$181,580');
    await expect(alert).toHaveCount(0);
  });
}

test('while figures are on their way, none of another place stand in for them', { tag: '@fault-network' }, async ({ page }) => {
  const release = await hold(page, '**/data/area/0019740.json*');
  await open(page, NURSES);
  await field(page).fill('denver');
  await options(page).first().click();
  await expect(heading(page)).toHaveText(/in the Denver area$/);
  await expect(page.getByText('Getting pay and jobs in the Denver area…')).toBeVisible();
  const pay = cells(page, 'Overview', 'Yearly pay').nth(0);
  await expect(pay).toContainText('on its way');
  await expect(page.getByText('Pay in the Denver area is on its way.')).toBeVisible();
  await expectAccessible(page);
  release();
  await expect(pay).toContainText('$181,580');
  await expect(page.getByText(/on its way/)).toHaveCount(0);
});

test('of two quick changes the last one counts, whichever arrives first', { tag: '@fault-network' }, async ({ page }) => {
  const release = await hold(page, '**/data/area/0019740.json*');
  await open(page, NURSES);
  await field(page).fill('denver');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/place=0019740/);
  await field(page).fill('boston');
  await page.keyboard.press('Enter');
  const pay = cells(page, 'Overview', 'Yearly pay').nth(0);
  await expect(pay).toContainText('$206,610');
  const arrived = page.waitForResponse(/0019740/);
  release();
  await arrived;
  await expect(heading(page)).toHaveText(/in the Boston area$/);
  await expect(pay).toContainText('$206,610');
  await page.goBack();
  await expect(pay).toContainText('$181,580');
});

test('a place of the best-paying ones is chosen where it stands', { tag: '@own-size' }, async ({ page }) => {
  await open(page, NURSES);
  await section(page, 'Pay').getByRole('heading', { name: 'Where it pays best, and where the jobs are' }).click();
  const best = section(page, 'Pay').getByRole('table', { name: 'Best-paying states, Sales Managers' });
  await expect(best.getByRole('row').nth(1)).toContainText('New York');
  await expect(best.getByRole('row').nth(1)).toContainText('$217,640');
  await expect(best.getByRole('row').nth(1)).toContainText('38,510');
  await expect(section(page, 'Pay').getByText(/500 of these jobs or more/).first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 740 });
  await expectNoSidewaysScroll(page);
  await best.getByRole('link', { name: 'New York' }).click();
  await expect(page).toHaveURL(/place=3600000$/);
  await expect(heading(page)).toHaveText('Sales managers vs registered nurses in New York');
  await expect(best.getByRole('row').nth(1)).toContainText('$217,640');
});

test('details that cannot be had touch nothing else and can be asked for again', { tag: '@fault-network' }, async ({ page }) => {
  await page.route('**/data/occupation/11-2022.json*', (route) => route.fulfill({ body: '{"layout":1,"id":', status: 200 }), {
    // The first time for what is written about the role.
    times: 2,
  });
  await open(page, NURSES);
  await section(page, 'Pay').getByRole('heading', { name: /Where it pays best/ }).click();
  const alert = section(page, 'Pay').getByRole('alert');
  await expect(alert).toContainText('The places of Sales Managers could not be shown.');
  await expect(section(page, 'Pay').getByRole('table', { name: 'Best-paying states, Registered Nurses' })).toBeVisible();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(section(page, 'Pay').getByRole('table', { name: 'Best-paying states, Sales Managers' })).toBeVisible();
});

test('one’s own pay stays on the device, and in the link only if asked', async ({ page }) => {
  await open(page, DENVER);
  const pay = page.getByLabel('Your own pay or an offer, in dollars');
  await pay.fill('52.000');
  await page.getByRole('button', { name: 'Compare it' }).click();
  await expect(page.getByText(/more digits after the point/)).toBeVisible();
  await expect(pay).toHaveAttribute('aria-invalid', 'true');
  await pay.fill('$95,000');
  await pay.press('Enter');
  const told = page.getByText(/^Among registered nurses in the Denver area, \$95,000 a year is between/);
  await expect(told).toBeVisible();
  await expect(page).not.toHaveURL(/own/);
  await expectAccessible(page);

  // It is remembered, and not in the address of the next visit either.
  await page.reload();
  await expect(told).toBeVisible();
  await expect(page).not.toHaveURL(/own/);

  await page.getByLabel(/Include my pay in the link/).check();
  await expect(page).toHaveURL(/own=y95000$/);
  await page.getByLabel(/Include my pay in the link/).uncheck();
  await expect(page).not.toHaveURL(/own/);
  await page.getByLabel(/Include my pay in the link/).check();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(page).not.toHaveURL(/own/);
  await expect(told).toHaveCount(0);
  await page.reload();
  await expect(pay).toHaveValue('');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('95000');
});

test('hourly pay is set against hourly pay, and yearly-only pay says so', async ({ page }) => {
  await open(page, '?roles=29-1141,25-2021');
  await page.getByLabel(/^By the/).selectOption('hour');
  await page.getByLabel('Your own pay or an offer, in dollars').fill('25.50');
  await page.getByRole('button', { name: 'Compare it' }).click();
  await expect(page.getByText(/^Among registered nurses, \$25\.50 an hour is among the lowest tenth/)).toBeVisible();
  await expect(page.getByText(/published by the year only/).last()).toBeVisible();
});

test('a pay in somebody’s link is shown and not kept', async ({ page }) => {
  await open(page, `${NURSES}&own=h60.25`);
  await expect(page.getByText(/^Among registered nurses, \$60\.25 an hour is/)).toBeVisible();
  await open(page, NURSES);
  await expect(page.getByText(/^Among registered nurses/)).toHaveCount(0);
});

const MAPS = '?roles=11-2022,29-1216,27-2011';

/** The part with the maps, opened. */
async function maps(page: Page) {
  await section(page, 'Pay').getByRole('heading', { name: 'Where it pays best, and where the jobs are' }).click();
  const part = page.getByRole('region', { name: 'The states on a map' });
  await expect(part.getByRole('img', { name: /^Sales Managers\. Median pay a year by state\. From \$/ })).toBeVisible();
  return part;
}

const map = (page: Page, role: string) => page.getByRole('group', { name: new RegExp(`^${role}: .* by state: the arrow keys`) });

test('the states of each role stand on a map: by keyboard from state to state, and Enter compares there', async ({ page }) => {
  await open(page, MAPS);
  const part = await maps(page);
  await expect(part.getByText('Median pay an hour', { exact: true })).toBeVisible();
  const tiles = map(page, 'Sales Managers');
  await tiles.focus();
  await page.keyboard.press('Home');
  await expect(tiles.locator('.spot-says')).toHaveText(/^Alaska: \$/);
  await page.keyboard.press('ArrowDown');
  await expect(tiles.locator('.spot-says')).toHaveText(/^Washington: \$174,000$/);
  await page.keyboard.press('ArrowRight');
  await expect(tiles.locator('.spot-says')).toHaveText(/^Idaho: \$/);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/place=1600000$/);
  await expect(heading(page)).toContainText('in Idaho');
  // What was chosen from stays where it was.
  await expect(tiles).toBeFocused();
  await expect(cells(page, 'Overview', 'Yearly pay').nth(0)).toContainText('United States: $148,270');
});

test('a finger shows a state first and chooses it with the second tap or by its name', { tag: '@own-size' }, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, MAPS);
  await maps(page);
  await expectNoSidewaysScroll(page);
  const tiles = map(page, 'General Internal Medicine Physicians');
  const at = async (name: string) => {
    const box = (await tiles.boundingBox())!;
    // Hawaii is the first of the last full row: it has an open end; Texas stands three further.
    const size = box.width / 12;
    const column = { Hawaii: 0, Texas: 3 }[name]!;
    return { x: (column + 0.5) * size, y: 7.5 * size };
  };
  const finger = async (name: string) => {
    const position = await at(name);
    await tiles.dispatchEvent('pointerdown', await event(position));
    await tiles.dispatchEvent('click');
  };
  const event = async ({ x, y }: { x: number; y: number }) => {
    const box = (await tiles.boundingBox())!;
    return { pointerType: 'touch', clientX: box.x + x, clientY: box.y + y, bubbles: true };
  };
  await tiles.scrollIntoViewIfNeeded();
  await finger('Hawaii');
  await expect(tiles.locator('.spot-says')).toHaveText('Hawaii: at least $239,200');
  await expect(page).not.toHaveURL(/place=/);
  await finger('Texas');
  await expect(tiles.locator('.spot-says')).toHaveText(/^Texas: \$/);
  await expect(page).not.toHaveURL(/place=/);
  const by_name = page.getByRole('link', { name: 'Compare in Texas' });
  expect((await by_name.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await finger('Texas');
  await expect(page).toHaveURL(/place=4800000$/);
  await finger('Hawaii');
  await page.getByRole('link', { name: 'Compare in Hawaii' }).click();
  await expect(page).toHaveURL(/place=1500000$/);
});

test('the maps show shares of jobs as well, each with its table', { tag: '@own-size' }, async ({ page }) => {
  await open(page, MAPS);
  const part = await maps(page);
  await part.getByLabel('The states by').selectOption({ label: 'Share compared with the nation’s' });
  await expect(part.getByText(/location quotient/).first()).toBeVisible();
  await part.getByText('Show as table').nth(2).click();
  const table = part.getByRole('table', { name: /^Actors: / });
  await expect(table.getByRole('row').filter({ hasText: 'California' })).toContainText('4.06');
  await expect(table.getByRole('row').filter({ hasText: 'Delaware' })).toContainText('not published for this role');
  for (const width of [280, 320, 768]) {
    await page.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(page);
  }
  await expectAccessible(page);
  await table.getByRole('link', { name: 'California' }).click();
  await expect(page).toHaveURL(/place=0600000$/);
});
