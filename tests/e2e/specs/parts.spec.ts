import { expect, expectAccessible, open, section, test } from '../support/page';

// Parts of the program lie in files of their own, which are fetched when they are first needed.

test('what nobody has asked for is not fetched', async ({ page }) => {
  const parts: string[] = [];
  page.on('request', (request) => {
    const part = /split_(\w+)\.wasm$/.exec(request.url());
    if (part) parts.push(part[1]);
  });
  await open(page);
  expect(parts).not.toContain('browse');
  await page.getByRole('link', { name: 'Browse all roles' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/roles/);
  expect(parts).toContain('browse');
});

test.describe('a part that cannot be had', () => {
  test.use({ watched: [async ({}, use) => use(), { auto: true }] });

  test('says so in its place, and comes when it is asked for again', { tag: '@fault-network' }, async ({ page }) => {
    await page.route(/split_taking\.wasm$/, (route) => route.abort());
    await open(page);
    const taking = section(page, 'Take it with you');
    const alert = taking.getByRole('alert');
    await expect(alert).toContainText('could not be shown');
    await expectAccessible(page);
    await expect(section(page, 'Pay')).toBeVisible();
    await page.unroute(/split_taking\.wasm$/);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(taking.getByRole('button', { name: /CSV/ })).toBeVisible();
  });
});
