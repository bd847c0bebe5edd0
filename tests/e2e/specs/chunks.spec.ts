import { hold } from '../support/faults';
import { expect, expectAccessible, heading, open, roleSwitch, section, settled, started, test } from '../support/page';

// Chunks of the program are fetched when they are first needed.

test('what nobody has asked for is not fetched', async ({ page }) => {
  const chunks: string[] = [];
  page.on('request', (request) => {
    const chunk = /split_(\w+)\.wasm$/.exec(request.url());
    if (chunk) chunks.push(chunk[1]);
  });
  await open(page);
  expect(chunks).not.toContain('browse');
  await page.getByRole('link', { name: 'Browse all roles' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/roles/);
  expect(chunks).toContain('browse');
});

test('what the first view says stays as it is when the other figures come', async ({ page }) => {
  const release = await hold(page, /split_sections\.wasm$/);
  await page.goto('./?roles=29-1141,15-1252,53-2011&place=0019740');
  await started(page);
  const said = page.locator('.in-short');
  await expect(said).toContainText('top skills');
  // What the place is asked for comes by itself.
  await expect(said).toContainText('earn the most');
  await expect(page.locator('.part[aria-busy="true"]')).toHaveCount(1);
  const before = await page.locator('main').evaluate((main) => main.querySelector('.in-short')!.textContent);
  release();
  await settled(page);
  await expect(section(page, 'Education').getByText('Bachelor').first()).toBeVisible();
  expect(await said.textContent()).toBe(before);
});

test.describe('a chunk that cannot be loaded', () => {
  test.use({ watched: [async ({}, use) => use(), { auto: true }] });

  test('says so in its place, and comes when it is asked for again', { tag: '@fault-network' }, async ({ page }) => {
    await page.route(/split_export\.wasm$/, (route) => route.abort());
    await open(page);
    const taking = section(page, 'Take it with you');
    const alert = taking.getByRole('alert');
    await expect(alert).toContainText('could not be shown');
    await expectAccessible(page);
    await expect(section(page, 'Pay')).toBeVisible();
    await page.unroute(/split_export\.wasm$/);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(taking.getByRole('button', { name: /CSV/ })).toBeVisible();
  });

  test('without what reads kept roles the program does not begin, and keeps them', { tag: '@fault-network' }, async ({ page }) => {
    const kept = JSON.stringify({ roles: [{ title: 'Offer of Acme', id: 'acme', figures: { 'pay-year-median': 150000 } }] });
    await page.addInitScript((kept) => {
      if (!localStorage.getItem('crossroads.roles')) localStorage.setItem('crossroads.roles', kept);
    }, kept);
    await page.route(/split_own_roles\.wasm$/, (route) => route.abort());
    await page.goto('./?roles=own-acme,11-2022');
    await expect(page.getByText('The program of Crossroads could not be loaded')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Role 11-2022' })).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem('crossroads.roles'))).toBe(kept);
    await page.unroute(/split_own_roles\.wasm$/);
    await page.reload();
    await expect(roleSwitch(page, /^Offer of Acme/)).toBeChecked();
    await expect(section(page, 'Overview').getByText('$150,000').first()).toBeVisible();
  });

  test('without the places the program does not begin in one', { tag: '@fault-network' }, async ({ page }) => {
    await page.route(/split_place\.wasm$/, (route) => route.abort());
    await page.goto('./?roles=11-2022&place=0019740');
    await expect(page.getByText('The program of Crossroads could not be loaded')).toBeVisible();
    await page.unroute(/split_place\.wasm$/);
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'Pay and jobs in' })).toHaveValue(/Denver/);
    await expect(heading(page)).toContainText('Denver');
  });
});
