import type { Page } from '@playwright/test';

import { expect, expectAccessible, expectNoSidewaysScroll, heading, open, section, test } from '../support/page';

const range = (page: Page) => page.getByRole('status').filter({ hasText: /roles?\b.*, by|No roles/ });
const rows = (page: Page) => page.getByRole('table', { name: /^Roles by/ }).getByRole('row').filter({ has: page.getByRole('rowheader') });
const titles = (page: Page) => page.getByRole('rowheader').getByRole('link');
const head = (page: Page, name: string) => page.getByRole('columnheader', { name: new RegExp(`^${name}`) });
const sortBy = (page: Page, name: string) => head(page, name).getByRole('button').click();

test('all roles are one tap away from the comparison, and back', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: 'Browse all roles' }).click();
  await expect(heading(page)).toHaveText('All 832 roles');
  await expect(page).toHaveURL(/\?view=browse$/);
  await expect(page).toHaveTitle('All 832 roles · Crossroads');
  await expect(range(page)).toContainText('1 to 25 of 832 roles, by title, from A to Z');
  await expect(rows(page)).toHaveCount(25);
  await expect(titles(page).first()).toHaveText('Accountants and Auditors');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'See the comparison' }).click();
  await expect(heading(page)).toHaveText('Customer service manager vs sales manager');
  await page.goBack();
  await expect(heading(page)).toHaveText('All 832 roles');
});

test('the heads sort, say so, and turn', async ({ page }) => {
  await open(page, '?view=browse');
  await expect(head(page, 'Role')).toHaveAttribute('aria-sort', 'ascending');
  await sortBy(page, 'Middle pay');
  await expect(page).toHaveURL(/view=browse&sort=pay$/);
  await expect(head(page, 'Middle pay')).toHaveAttribute('aria-sort', 'descending');
  await expect(head(page, 'Role')).not.toHaveAttribute('aria-sort');
  await expect(range(page)).toContainText('by middle pay, highest first');
  const highest = await titles(page).first().textContent();
  await head(page, 'Middle pay').getByRole('button').press('Enter');
  await expect(page).toHaveURL(/sort=pay-up$/);
  await expect(head(page, 'Middle pay')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head(page, 'Middle pay').getByRole('button')).toBeFocused();
  await expect(titles(page).first()).not.toHaveText(highest!);
  // What has no yearly figure stands last, whichever end comes first.
  for (const query of ['?view=browse&sort=pay&page=34', '?view=browse&sort=pay-up&page=34']) {
    await open(page, query);
    const actors = rows(page).filter({ has: page.getByRole('link', { name: 'Actors', exact: true }) });
    await expect(actors).toContainText('published by the hour only');
  }
});

test('the filters work at once, by keyboard, and Back undoes them', async ({ page }) => {
  await open(page, '?view=browse');
  const pay = page.getByLabel('Minimum median pay ($ a year)');
  const education = page.getByLabel('Highest education you’d accept');
  const growing = page.getByLabel('Only growing occupations');
  await pay.fill('97550');
  await pay.press('Enter');
  await expect(page).toHaveURL(/view=browse&pay=97550$/);
  await expect(range(page)).not.toContainText('of 832');
  await expect(pay).toBeFocused();
  await education.selectOption("Associate's degree");
  await expect(page).toHaveURL(/pay=97550&education=4$/);
  await growing.press('Space');
  await expect(growing).toBeChecked();
  await expect(page).toHaveURL(/pay=97550&education=4&growing=1$/);
  await expectAccessible(page);
  await page.goBack();
  await expect(growing).not.toBeChecked();
  await page.goForward();
  await page.reload();
  await expect(pay).toHaveValue('97550');
  await expect(education).toHaveValue('4');
  await expect(growing).toBeChecked();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/view=browse$/);
  await expect(pay).toHaveValue('');
  await expect(education).toHaveValue('');
  await expect(pay).toBeFocused();
  await expect(range(page)).toContainText('of 832 roles');
});

test('where no role is left, the page says so and offers a way out', async ({ page }) => {
  await open(page, '?view=browse&pay=10000000&sort=pay');
  await expect(page.getByText('No role has all of that.')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(range(page)).toContainText('1 to 25 of 832 roles, by middle pay, highest first');
});

test('a family shows its roles and how many they are', async ({ page }) => {
  await open(page, '?view=browse');
  await page.getByText('Show families').click();
  const family = page.getByRole('link', { name: /^Legal Occupations \d+$/ });
  await expect(page.getByRole('link', { name: /^All families 832$/ })).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page);
  const count = (await family.textContent())!.match(/\d+$/)![0];
  await family.click();
  await expect(heading(page)).toHaveText('Legal Occupations');
  await expect(page).toHaveURL(/view=browse&family=23-0000$/);
  await expect(range(page)).toContainText(`of ${count} roles`);
  await page.getByRole('link', { name: 'Show all families' }).click();
  await expect(heading(page)).toHaveText('All 832 roles');
});

test('pages are turned, linked to, and gone back from', async ({ page }) => {
  await open(page, '?view=browse&sort=jobs');
  const pages = page.getByRole('navigation', { name: 'Pages of the list' });
  await expect(pages.getByRole('link', { name: 'Previous' })).toHaveCount(0);
  await pages.getByRole('link', { name: 'Next' }).click();
  await expect(range(page)).toContainText('26 to 50 of 832 roles');
  await expect(page).toHaveURL(/sort=jobs&page=2$/);
  await expect(range(page)).toBeInViewport();
  await pages.getByRole('link', { name: 'Previous' }).click();
  await expect(range(page)).toContainText('1 to 25 of 832 roles');
  await page.goBack();
  await page.reload();
  await expect(range(page)).toContainText('26 to 50 of 832 roles');
  await open(page, '?view=browse&page=34');
  await expect(pages.getByRole('link', { name: 'Next' })).toHaveCount(0);
  await expect(range(page)).toContainText('826 to 832 of 832 roles');
});

test('a role is compared from the list, which stays where it is', async ({ page }) => {
  await open(page, '?view=browse&family=29-0000&sort=jobs');
  const nurses = rows(page).filter({ has: page.getByRole('link', { name: 'Registered Nurses', exact: true }) });
  const compare = nurses.getByRole('button', { name: 'Compare Registered Nurses' });
  await expect(compare).toHaveAttribute('aria-pressed', 'false');
  await compare.press('Enter');
  await expect(compare).toHaveAttribute('aria-pressed', 'true');
  await expect(compare).toBeFocused();
  await expect(nurses).toContainText('in your list');
  await expect(page).toHaveURL(
    /\?roles=customer-service-manager,sales-manager,29-1141&view=browse&family=29-0000&sort=jobs$/,
  );
  await expect(page.getByText('Registered Nurses is on. 3 roles are compared.')).toBeAttached();
  await expect(page.getByText('3 roles of at most 6 are compared.')).toBeVisible();
  await expectAccessible(page);
  await compare.press('Enter');
  await expect(compare).toHaveAttribute('aria-pressed', 'false');
  await page.goBack();
  await expect(compare).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(compare).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(nurses).not.toContainText('in your list');
  await nurses.getByRole('link').click();
  await expect(heading(page)).toHaveText(/^Customer service manager .* vs 2 others$/);
  await expect(section(page, 'Overview')).toBeVisible();
  await page.goBack();
  await expect(range(page)).toContainText('by number of jobs, most first');
});

test('the seventh role waits, and the list says so', async ({ page }) => {
  await open(page, '?roles=11-1011,11-1021,11-2011,11-2021,11-2022,11-2032&view=browse&family=23-0000');
  await expect(page.getByText('6 roles are compared, which is as many as fit.')).toBeVisible();
  const row = rows(page).first();
  await row.getByRole('button').click();
  await expect(row).toContainText('in your list, switched off');
  await expect(row.getByRole('button')).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(page);
});

test('estimates are told apart in the list', async ({ page }) => {
  const estimate = page.getByRole('row').filter({ hasText: 'Zippia’s estimate' });
  await open(page, '?view=browse&sort=openings&page=34');
  await expect(estimate).toHaveCount(2);
  await expect(estimate.first()).toContainText('$61,487 average');
  await expect(estimate.first()).toContainText('not published for this role');
});

test('a link with strange parts opens, and says what was left out', { tag: '@fault-link' }, async ({ page }) => {
  await open(page, '?view=browse&pay=lots&sort=wealth&page=2');
  const notices = page.getByRole('region', { name: 'About this link' });
  await expect(notices.getByRole('listitem')).toHaveCount(2);
  await expect(range(page)).toContainText('26 to 50 of 832 roles');
  await notices.getByRole('button').click();
  await expect(notices).toHaveCount(0);
  await expect(page).toHaveURL(/\?view=browse&page=2$/);
});

test('the list fits every width', { tag: '@own-size' }, async ({ page }) => {
  for (const query of ['?view=browse', '?view=browse&family=51-0000&sort=satisfied', '?view=browse&pay=10000000']) {
    await open(page, query);
    await page.evaluate(() => document.querySelector<HTMLDetailsElement>('.families')!.setAttribute('open', ''));
    for (const width of [320, 360, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await expectNoSidewaysScroll(page);
    }
    await expectAccessible(page);
  }
});
