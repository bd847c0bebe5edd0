import { expect, expectAccessible, open, settled, test } from '../support/page';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with everything open, names begin with what is seen, in ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await open(page, '?roles=11-2022,29-1141,15-1252&baseline=29-1141');
    const closed = page.locator('main details:not([open])');
    // What is opened may hold more to open.
    while (await closed.count()) {
      await closed.evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
      await page.waitForLoadState('networkidle');
      await settled(page);
    }
    await expect(page.getByRole('button', { name: 'Pin: measure the others against Sales Managers' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Unpin: stop measuring against Registered Nurses' })).toBeVisible();
    await expectAccessible(page);
  });
}
