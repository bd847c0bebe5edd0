import type { Page } from '@playwright/test';

import { hold } from '../support/faults';
import { expect, expectAccessible, expectNoSidewaysScroll, open, roleSwitch, test } from '../support/page';

const field = (page: Page) => page.getByLabel('A job title, as people say it');
const options = (page: Page) => page.getByRole('option');
const add = (page: Page) => page.getByRole('button', { name: 'Add a role' });

async function pick(page: Page, title: string) {
  await field(page).fill(title);
  await expect(options(page).first()).toContainText(title);
  await page.keyboard.press('Enter');
  await expect(options(page).first()).toContainText('in your list');
}

test('Back closes the picker and undoes nothing', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await add(page).click();
  await pick(page, 'Electricians');
  await pick(page, 'Carpenters');
  await page.goBack();
  await expect(field(page)).toBeHidden();
  await expect(page).toHaveURL(/roles=11-2022,29-1141,47-2111,47-2031$/);
  // After that, Back undoes one choice after the other, and opens nothing.
  await page.goBack();
  await expect(page).toHaveURL(/roles=11-2022,29-1141,47-2111$/);
  await page.goBack();
  await expect(page).toHaveURL(/roles=11-2022,29-1141$/);
  await expect(field(page)).toBeHidden();
});

test('the picker that was opened and closed leaves no step to go back', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await roleSwitch(page, /^Sales Managers/).click();
  await add(page).click();
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeHidden();
  await add(page).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(field(page)).toBeHidden();
  // At once, while the browser may still be going back.
  await roleSwitch(page, /^Registered Nurses/).click();
  await expect(page).toHaveURL(/off=11-2022,29-1141$/);
  await page.goBack();
  await expect(page).toHaveURL(/off=11-2022$/);
  await page.goBack();
  await expect(page).toHaveURL(/roles=11-2022,29-1141$/);
  await expect(field(page)).toBeHidden();
});

test('the picker that is closed and opened again at once is open after a reload, and Back closes it', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await add(page).click();
  await expect(field(page)).toBeVisible();
  // In one task: the browser has not gone back yet.
  await page.evaluate(() => {
    const press = (words: string) => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find((button) => button.textContent?.trim() === words)?.click();
    };
    press('Close');
    press('Add a role');
  });
  await expect(field(page)).toBeVisible();
  await expect.poll(() => page.evaluate(() => history.state)).toContain('adding');
  await page.reload();
  await expect(field(page)).toBeVisible();
  await page.goBack();
  await expect(field(page)).toBeHidden();
  await expect(page).toHaveURL(/roles=11-2022,29-1141$/);
});

test('while its program is on its way, the picker is there and is closed', { tag: '@fault-network' }, async ({ page }) => {
  const release = await hold(page, /split_choosing\.wasm$/);
  await open(page, '?roles=11-2022,29-1141');
  await add(page).click();
  const dialog = page.getByRole('dialog', { name: 'Add a role' });
  await expect(dialog).toContainText('Getting the search for roles…');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(add(page)).toBeFocused();
  release();
  await expect(page.locator('.part[data-part="choosing"][aria-busy="true"]')).toHaveCount(0);
  await expect(dialog).toBeHidden();
  await roleSwitch(page, /^Sales Managers/).click();
  await add(page).click();
  await expect(field(page)).toBeFocused();
  await page.goBack();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/off=11-2022$/);
});

test('a swap, a ready-made comparison and the list of all roles take the place of the picker', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await page.getByText('Arrange', { exact: true }).click();
  await page.getByRole('button', { name: 'Swap: another role for Sales Managers' }).click();
  await field(page).fill('Electricians');
  await options(page).first().click();
  await expect(page).toHaveURL(/roles=47-2111,29-1141$/);
  await expect(field(page)).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(/roles=11-2022,29-1141$/);
  await expect(field(page)).toBeHidden();
  await add(page).click();
  await field(page).fill('');
  await page.getByRole('dialog').getByRole('link', { name: 'Browse all roles' }).click();
  await expect(page).toHaveURL(/view=browse$/);
  await expect(field(page)).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(/roles=11-2022,29-1141$/);
  await expect(field(page)).toBeHidden();
});

test('a reload keeps the picker open, and Back still closes it', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await add(page).click();
  await pick(page, 'Electricians');
  await page.reload();
  await expect(field(page)).toBeVisible();
  await expect(page.getByRole('region', { name: 'A shared comparison' })).toHaveCount(0);
  await page.goBack();
  await expect(field(page)).toBeHidden();
  await expect(roleSwitch(page, /^Electricians/)).toBeChecked();
  await page.goForward();
  await expect(field(page)).toBeVisible();
});

test('a narrower title says which group the official data covers', async ({ page }) => {
  await open(page);
  await add(page).click();
  await field(page).fill('customer service manager');
  const group = options(page).filter({ hasText: 'First-Line Supervisors of Office' });
  await expect(group).toContainText(
    'official data covers all of “First-Line Supervisors of Office and Administrative Support Workers”',
  );
  await expect(options(page).first()).not.toContainText('covers all of');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('the limit is told once, not at every letter', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141,15-1252,47-2111,25-2021,35-1011');
  await add(page).click();
  const told = page.getByRole('dialog').getByRole('status').filter({ hasText: 'which is the most at once' });
  await expect(told).toHaveText(/^Six roles are compared/);
  // What changes in it would be read out.
  await told.evaluate((element) => {
    const seen = ((window as { changes?: number }).changes = 0);
    new MutationObserver((changes) => {
      (window as { changes?: number }).changes = ((window as { changes?: number }).changes ?? seen) + changes.length;
    }).observe(element, { childList: true, characterData: true, subtree: true });
  });
  await field(page).pressSequentially('plumber');
  await expect(options(page).first()).toContainText('Plumbers');
  expect(await page.evaluate(() => (window as { changes?: number }).changes)).toBe(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
});
