import type { Page } from '@playwright/test';

import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  heading,
  open,
  roleSwitch,
  section,
  test,
} from '../support/page';

const field = (page: Page) => page.getByLabel('A job title, as people say it');
const options = (page: Page) => page.getByRole('option');
const add = (page: Page) => page.getByRole('button', { name: 'Add a role' });

async function arrange(page: Page) {
  await page.getByText('Arrange', { exact: true }).click();
}

test('a role is found by another title and added, by keyboard alone', async ({ page }) => {
  await open(page);
  await add(page).focus();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('RN');
  await expect(options(page).first()).toContainText('Registered Nurses, BLS');
  await expect(options(page).first()).toContainText('also called “RN”');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', 'picker-option-0');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  // It stays open for more.
  await expect(options(page).first()).toContainText('in your list');
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeHidden();
  await expect(add(page)).toBeFocused();
  await expect(page).toHaveURL(/roles=customer-service-manager,sales-manager,29-1141$/);
  await expect(roleSwitch(page, /^Registered Nurses/)).toBeChecked();
});

test('a typo is forgiven, and a title of many is shown with all', async ({ page }) => {
  await open(page);
  await add(page).click();
  await field(page).fill('elektrician');
  await expect(options(page).first()).toContainText('Electricians');
  await field(page).fill('customer service manager');
  await expect(options(page).first()).toContainText('Customer Service Manager, Zippia’s estimate');
  await expect(options(page).filter({ hasText: 'also called “Customer Service Manager' }).first()).toBeVisible();
  expect(await options(page).count()).toBeGreaterThan(2);
  await field(page).fill('zzzzqqq');
  await expect(page.getByText('No role found.')).toBeVisible();
});

test('when the other titles cannot be had, official ones are still found', { tag: '@fault-network' }, async ({ page }) => {
  await page.route('**/data/titles.json*', (route) => route.fulfill({ body: '{"layout":1,"titles":[["11-', status: 200 }));
  await open(page);
  await add(page).click();
  await field(page).fill('dental hyg');
  await expect(options(page).first()).toContainText('Dental Hygienists');
  await expect(page.getByText(/Only official titles are searched/)).toBeVisible();
  await page.unroute('**/data/titles.json*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await field(page).fill('rn');
  await expect(options(page).first()).toContainText('also called “RN”');
});

test('a ready-made comparison is opened by one who types nothing', async ({ page }) => {
  await open(page);
  await add(page).click();
  await page.getByRole('button', { name: 'Nursing, step by step' }).click();
  await expect(page).toHaveURL(/roles=31-1131,29-2061,29-1141,29-1171$/);
  await expect(section(page, 'Overview').getByRole('row').first()).toBeAttached();
});

test('pin, swap, move, remove and undo', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await arrange(page);
  await page.getByRole('button', { name: 'Pin: measure the others against Registered Nurses' }).click();
  await expect(page).toHaveURL(/baseline=29-1141/);
  const pay = section(page, 'Overview').getByRole('row').filter({ hasText: 'Yearly pay' });
  await expect(pay.getByRole('cell').nth(0)).toContainText('+$50,720, 52% more');

  await page.getByRole('button', { name: 'Swap: another role for Sales Managers' }).click();
  await field(page).fill('nurse practitioner');
  await options(page).first().click();
  await expect(field(page)).toBeHidden();
  await expect(page).toHaveURL(/roles=29-1171,29-1141&baseline=29-1141/);

  await page.getByRole('button', { name: 'Down: Nurse Practitioners' }).click();
  await expect(page).toHaveURL(/roles=29-1141,29-1171/);

  await page.getByRole('button', { name: 'Remove: Registered Nurses' }).click();
  await expect(page).toHaveURL(/roles=29-1171$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/roles=29-1141,29-1171&baseline=29-1141/);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expectAccessible(page);
});

test('a row is dragged to another place', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141,29-1171');
  await arrange(page);
  const handle = (name: string) => page.locator('.handle', { hasText: name });
  const from = (await handle('Nurse Practitioners').boundingBox())!;
  const to = (await handle('Sales Managers').boundingBox())!;
  await page.mouse.move(from.x + 40, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y - 4, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(/roles=29-1171,11-2022,29-1141/);
});

test('only rows that differ, and how many are hidden', async ({ page }) => {
  await open(page, '?roles=11-2022,11-2021');
  const rows = section(page, 'Education').getByRole('row');
  const before = await rows.count();
  await page.getByLabel('Only rows that differ').check();
  await expect(page).toHaveURL(/only=differences/);
  await expect(section(page, 'Education').getByText(/rows? (is|are) hidden/)).toBeVisible();
  expect(await rows.count()).toBeLessThan(before);
  await page.goBack();
  await expect(rows).toHaveCount(before);
});

test('six roles at 360 px: shown, and the limit said before it is reached', { tag: '@own-size' }, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '?roles=11-2022,29-1141,15-1252,47-2111,25-2021,35-1011');
  await expect(page.getByText(/Six roles are compared, which is the most at once/).first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await add(page).click();
  await field(page).fill('plumber');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(roleSwitch(page, /^Plumbers/)).not.toBeChecked();
});

test('a shared link never overwrites one’s own tray', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await roleSwitch(page, /^Sales Managers/).click();
  await expect(page).toHaveURL(/off=11-2022/);
  // Somebody's link, opened as from a message.
  await open(page, '?roles=15-1252,15-2051');
  const banner = page.getByRole('region', { name: 'A shared comparison' });
  await expect(banner).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(banner).toBeVisible();
  // Without a choice in the address the own tray is there, as it was.
  await open(page, '');
  await expect(page).toHaveURL(/roles=11-2022,29-1141&off=11-2022/);
  await expect(banner).toHaveCount(0);
  await open(page, '?roles=15-1252,15-2051');
  await banner.getByRole('button', { name: 'Add to mine' }).click();
  await expect(page).toHaveURL(/roles=11-2022,29-1141,15-1252,15-2051/);
  await expect(banner).toHaveCount(0);
  await open(page, '?roles=47-2111,47-2152');
  await banner.getByRole('button', { name: 'Replace mine' }).click();
  await open(page, '');
  await expect(page).toHaveURL(/roles=47-2111,47-2152/);
});

test('the own tray is taken up with whatever else the address says, and with its notices', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await open(page, '?view=browse&pay=60000&sort=pay');
  await expect(page).toHaveURL(/roles=11-2022,29-1141&view=browse&pay=60000&sort=pay$/);
  await open(page, '?only=differences&baseline=29-1141&moon=1');
  await expect(page).toHaveURL(/roles=11-2022,29-1141&baseline=29-1141&only=differences$/);
  const notices = page.getByRole('region', { name: 'About this link' });
  await expect(notices).toContainText('moon');
  await notices.getByRole('button', { name: 'All right' }).click();
  await expect(notices).toHaveCount(0);
});

test('by keyboard, removing leads to Undo, and Undo back to choosing', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await arrange(page);
  await page.getByRole('button', { name: 'Remove: Sales Managers' }).press('Enter');
  await expect(page.getByRole('status').getByText('Sales Managers was taken out. 1 role is compared.')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(add(page)).toBeFocused();
  await expect(page).toHaveURL(/roles=11-2022,29-1141$/);
});

test('in the picker a choice is announced, typing goes on, and Back closes it', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await add(page).click();
  await field(page).fill('plumber');
  await options(page).first().click();
  await expect(field(page)).toBeFocused();
  await expect(page.getByRole('dialog').getByText(/^Plumbers, .* is on\. 3 roles are compared\.$/)).toBeAttached();
  await page.goBack();
  await expect(field(page)).toBeHidden();
});

test('a jump within the page does not make one’s own comparison another’s', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await page.getByRole('link', { name: 'Pay in full' }).click();
  await expect(page).toHaveURL(/#pay$/);
  await roleSwitch(page, /^Sales Managers/).click();
  await page.goBack();
  await expect(page.getByRole('region', { name: 'A shared comparison' })).toHaveCount(0);
});

test('a link from before a change of the figures says so', async ({ page }) => {
  await open(page, '?roles=11-2022&data=00000000');
  await expect(page.getByText(/The figures have been renewed since this link was made/)).toBeVisible();
});

test('with storage blocked everything still works', { tag: '@fault-storage' }, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await open(page, '?roles=11-2022,29-1141');
  await roleSwitch(page, /^Sales Managers/).click();
  await expect(heading(page)).toHaveText('Registered nurses');
  await open(page, '');
  await expect(heading(page)).toHaveText('Customer service manager vs sales manager');
});

test('a link is passed on by the clipboard, or shown to be copied', { tag: '@fault-browser' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'share', { value: undefined, configurable: true });
    delete (Navigator.prototype as { share?: unknown }).share;
  });
  await open(page, '?roles=11-2022,29-1141');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const copied = page.getByRole('paragraph').filter({ hasText: 'The link to this comparison is in the clipboard.' });
  await expect(copied).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\?roles=11-2022,29-1141&data=[0-9a-f]{8}$/);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByLabel('Link to this comparison')).toHaveValue(link);
});
