import type { Page } from '@playwright/test';

import { expect, expectAccessible, expectNoSidewaysScroll, heading, open, roleSwitch, section, test } from '../support/page';

const add = (page: Page) => page.getByRole('button', { name: 'Add a role' });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' });
const WAITING = ['15-2051', '47-2111', '25-2021', '35-1011', '43-1011', '11-1011', '11-1021'];
const many = `?roles=11-2022,29-1141,${WAITING.join(',')}&off=${WAITING.join(',')}`;

async function arrange(page: Page) {
  await page.getByText('Arrange', { exact: true }).click();
}

for (const width of [360, 1280]) {
  test(`many roles that wait fold away at ${width} px`, { tag: '@own-size' }, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, many);
    const switches = page.getByRole('region', { name: 'Roles to compare' }).getByRole('switch');
    const visible = switches.filter({ visible: true });
    await expect(visible).toHaveCount(2);
    const fold = page.getByText('7 more wait', { exact: true });
    await fold.click();
    await expect(visible).toHaveCount(9);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const names = await visible.evaluateAll((all) => all.map((one) => one.closest('label')!.textContent));
    expect(names.map((name) => name!.replace(/ BLS$/, ''))).toEqual([
      'Sales Managers',
      'Registered Nurses',
      'Data Scientists',
      'Electricians',
      'Elementary School Teachers, Except Special Education',
      'Chefs and Head Cooks',
      'First-Line Supervisors of Office and Administrative Support Workers',
      'Chief Executives',
      'General and Operations Managers',
    ]);
    // A role that is switched stays under the finger, and the number follows.
    const electricians = roleSwitch(page, /^Electricians/);
    await electricians.focus();
    await page.keyboard.press('Space');
    await expect(electricians).toBeFocused();
    await expect(electricians).toBeChecked();
    await expect(page.getByText('6 more wait', { exact: true })).toBeVisible();
    await page.reload();
    await expect(visible).toHaveCount(9);
  });
}

test('by keyboard a role goes up and down, and the focus goes with it', async ({ page }) => {
  await open(page, many);
  await arrange(page);
  const down = (name: string) => page.getByRole('button', { name: `Down: ${name}` });
  await down('Sales Managers').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/roles=29-1141,11-2022,15-2051/);
  await expect(down('Sales Managers')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/roles=29-1141,15-2051,11-2022,47-2111/);
  await expect(down('Sales Managers')).toBeFocused();
  // At the end the way back has it.
  await down('Chief Executives').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Up: Chief Executives' })).toBeFocused();
  await expect(page).toHaveURL(/11-1021,11-1011&/);
});

test('one removal after the other is undone, the last first', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141,15-1252,47-2111');
  await arrange(page);
  const remove = (name: string) => page.getByRole('button', { name: `Remove: ${name}` });
  await remove('Sales Managers').press('Enter');
  await expect(undo(page)).toBeFocused();
  await remove('Electricians').press('Enter');
  await remove('Software Developers').press('Enter');
  await expect(page.getByText('Software Developers was taken out.').first()).toBeVisible();
  await expect(undo(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/roles=29-1141,15-1252$/);
  await expect(page.getByText('Electricians was taken out. Undo')).toBeVisible();
  await expect(undo(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sales Managers was taken out. Undo')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/roles=11-2022,29-1141,15-1252,47-2111$/);
  await expect(undo(page)).toHaveCount(0);
  await expect(add(page)).toBeFocused();
  // Another change ends the offer.
  await remove('Sales Managers').click();
  await roleSwitch(page, /^Registered Nurses/).click();
  await expect(undo(page)).toHaveCount(0);
});

test('the banner of a shared comparison is two lines of words and one of ways at 320 px', { tag: '@own-size' }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await open(page, '?roles=11-2022,29-1141');
  await open(page, '?roles=15-1252,15-2051');
  const banner = page.getByRole('region', { name: 'A shared comparison' });
  const height = (await banner.boundingBox())!.height;
  expect(height).toBeLessThan(130);
  for (const button of await banner.getByRole('button').all()) {
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await banner.getByRole('button', { name: 'Back to mine' }).click();
  await expect(page).toHaveURL(/roles=11-2022,29-1141$/);
});

test('the masthead leads to all roles and back, at every width', { tag: '@own-size' }, async ({ page }) => {
  for (const width of [320, 667, 1280]) {
    await page.setViewportSize({ width, height: 568 });
    await open(page);
    const masthead = page.getByRole('banner');
    const skip = page.locator('.skip-link');
    await expect(skip).toHaveText('Skip to the comparison');
    await masthead.getByRole('link', { name: 'Browse all roles' }).click();
    await expect(heading(page)).toHaveText('All 832 roles');
    await expect(skip).toHaveText('Skip to the list of roles');
    await expectNoSidewaysScroll(page);
    await masthead.getByRole('link', { name: 'Back to comparing' }).click();
    await expect(section(page, 'Overview')).toBeVisible();
    await page.getByRole('contentinfo').getByRole('link', { name: /^About the figures/ }).click();
    await expect(skip).toHaveText('Skip to what the figures are');
    await expectNoSidewaysScroll(page);
  }
});

test('four long names leave room for the first sentence and the chart on a phone', { tag: '@own-size' }, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, '?roles=53-1047,43-1011,25-2031,51-2028');
  await expect(page.locator('.in-short-lead')).toBeInViewport({ ratio: 1 });
  const chart = page.getByRole('img', { name: /^Salary range/ }).first();
  expect((await chart.boundingBox())!.y).toBeLessThan(760);
  await expectNoSidewaysScroll(page);
});

test('titles with two hyphens at their source are set alike everywhere', async ({ page }) => {
  await open(page, '?roles=47-3012,47-2031');
  await expect(heading(page)).toHaveText('Helpers—carpenters vs carpenters');
  await expect(roleSwitch(page, /^Helpers—Carpenters/)).toBeChecked();
  expect(await page.getByRole('main').textContent()).not.toMatch(/--|Helpers–/i);
});

test('an address with a stray part is made plain, and the part is named', { tag: '@fault-link' }, async ({ page }) => {
  await open(page, '?v=3&');
  await expect(page).not.toHaveURL(/\?/);
  await expect(page.getByRole('region', { name: 'About this link' })).toContainText('a part named “\u2068v\u2069”');
});

test('a code that is published combined opens the combined occupation, and both are named', async ({ page }) => {
  await open(page, '?roles=39-7011,29-1141');
  await expect(page).toHaveURL(/roles=39-7010,29-1141$/);
  const notice = page.getByRole('region', { name: 'About this link' });
  await expect(notice).toContainText('Tour Guides and Escorts (39-7011)');
  await expect(notice).toContainText('Tour and Travel Guides');
});

test('the pay filter says where it ends', async ({ page }) => {
  await open(page, '?view=browse');
  const pay = page.getByLabel('Minimum median pay ($ a year)');
  for (const much of ['99999999', '88888888']) {
    await pay.fill(much);
    await pay.press('Enter');
    await expect(pay).toHaveValue('10000000');
    await expect(page.getByRole('status').filter({ hasText: 'goes up to $10,000,000' })).toBeVisible();
  }
  await expect(page).toHaveURL(/pay=10000000$/);
  await pay.fill('50000');
  await pay.press('Enter');
  await expect(page.getByText('goes up to')).toHaveCount(0);
});

test('when nothing can be fetched for a section, that is said once, with one way to try again', { tag: '@fault-network' }, async ({ page }) => {
  await page.route('**/data/occupation/*.json*', (route) => route.fulfill({ body: '<html>', status: 200 }));
  await open(page, '?roles=11-2022,29-1141,15-1252');
  await section(page, 'Skills').getByText('Tools and technology').click();
  const alert = section(page, 'Skills').getByRole('alert');
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText('The tools of Sales Managers, Registered Nurses and Software Developers could not be shown.');
  await page.unroute('**/data/occupation/*.json*');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
  await expect(section(page, 'Skills').getByText('Getting the tools')).toHaveCount(0);
});

test('in forced colors every role has its number', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, '?roles=11-2022,29-1141,15-1252');
  const marks = page.getByRole('region', { name: 'Roles to compare' }).locator('.swatch');
  const numbers = await marks.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
  expect(numbers).toEqual(['"1"', '"2"', '"3"']);
});

/** The element that has the focus is on the screen, and nothing lies over it. */
/** Gives every control the focus, down the page and up again, where what stays at the top is in the way; the covered ones. */
const coveredInFocus = (page: Page) =>
  page.evaluate(() => {
    const selector = 'main :is(a, button, input, select, summary)';
    const all = [...document.querySelectorAll<HTMLElement>(selector)];
    const controls = all.filter((control) => control.checkVisibility() && !control.matches(':disabled'));
    const covered: string[] = [];
    for (const control of [...controls, ...controls.toReversed()]) {
      control.focus();
      // A switch is drawn beside its box; its label is what is seen.
      const shown = control.matches('[role=switch]') ? control.closest('label')! : control;
      // The first line of a link that is broken into several.
      const box = shown.getClientRects()[0];
      if (!box) continue;
      const across = Math.min(box.left + 4, box.right);
      const isCovered = [box.top + 3, (box.top + box.bottom) / 2, box.bottom - 3].some((y) => {
        if (y < 0 || y > innerHeight) return box.height <= innerHeight;
        const top = document.elementFromPoint(across, y);
        return !(top && (shown.contains(top) || top.contains(shown)));
      });
      if (isCovered) covered.push(control.textContent || control.getAttribute('aria-label') || control.outerHTML);
    }
    return { looked: controls.length, covered };
  });

for (const [width, height, roles] of [
  [320, 256, '11-2022,29-1141,15-1252'],
  [667, 375, '11-2022,29-1141,15-1252'],
  // Two roles stay at the top of these.
  [360, 500, '11-2022,29-1141'],
  [1024, 520, '11-2022,29-1141'],
] as const) {
  test(`at ${width} x ${height} nothing covers what has the focus`, { tag: '@own-size' }, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, `?roles=${roles}&baseline=11-2022`);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expectNoSidewaysScroll(page);
    const { looked, covered } = await coveredInFocus(page);
    expect(covered).toEqual([]);
    expect(looked).toBeGreaterThan(60);
    await add(page).click();
    const dialog = page.getByRole('dialog');
    await page.getByLabel('A job title, as people say it').fill('nurse');
    await expect(dialog.getByRole('option').first()).toBeVisible();
    for (let place = 0; place < 8; place += 1) {
      await page.keyboard.press('ArrowDown');
      await expect(dialog.locator('.active')).toBeInViewport();
    }
    await expectNoSidewaysScroll(page);
  });
}

test('a switch that cannot be on stays off, and why is said', async ({ page }) => {
  const six = '29-1141,15-1252,53-2011,33-1011,11-9031,11-3121';
  await open(page, `?roles=${six},11-2022&off=11-2022`);
  const seventh = roleSwitch(page, /^Sales Managers/);
  await seventh.press('Space');
  await expect(page.getByRole('status').filter({ hasText: 'Six roles are compared' })).toBeAttached();
  await expect(seventh).not.toBeChecked();
  await roleSwitch(page, /^Registered Nurses/).press('Space');
  await seventh.press('Space');
  await expect(seventh).toBeChecked();
});

test('what goes away when it is pressed leaves the focus in a place to go on from', async ({ page }) => {
  await open(page, '?roles=');
  await page.getByRole('button', { name: 'Open the first comparison' }).press('Enter');
  await expect(heading(page)).toBeFocused();
  await open(page, '?roles=29-1141&place=0019740');
  await page.getByRole('button', { name: 'Back to the whole United States' }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Pay and jobs in' })).toBeFocused();
  await open(page, '?roles=15-1252');
  await page.getByRole('button', { name: 'Back to mine' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Add a role' })).toBeFocused();
});
