import { expect, expectAccessible, expectNoSidewaysScroll, open, section, test } from '../support/page';

test('what is known about a row opens and closes by keyboard', async ({ page }) => {
  await open(page, '?roles=11-2022,sales-manager');
  // The rows that a chart shows stand in its own table.
  for (const summary of await section(page, 'People').getByText('Show as table').all()) await summary.click();
  const way = section(page, 'People').getByRole('button', { name: 'Men about this figure', exact: true });
  await way.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Women and men: Men' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('68.7%')).toBeVisible();
  await expect(dialog.getByText(/counts all others as men\.$/)).toBeVisible();
  await expect(dialog.getByText('Nothing: it is shown as published.')).toBeVisible();
  await expect(dialog.getByRole('link', { name: /www\.bls\.gov/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(way).toBeFocused();
  // Once more, and by its button.
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await expect(way).toBeFocused();
});

test('a row has one stop, large enough for a finger', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  const rows = page.locator('table.comparison tbody tr:not(.group-head)');
  for (const row of await rows.all()) {
    await expect(row.locator('button, a, input')).toHaveCount(1);
  }
  const touch = await page.evaluate(() => matchMedia('(pointer: coarse)').matches);
  const heights = await page
    .locator('table.comparison .about-button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(touch ? 44 : 17);
});

test('the error of a figure is told in plain words, at any width', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141,27-2011,25-1031,43-1011,51-4031');
  await section(page, 'Pay').getByRole('button', { name: /^Middle yearly pay/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Middle yearly pay (median)' });
  await expect(dialog.getByText(/stated error of the mean is \d\.\d% of it/).first()).toBeVisible();
  await expect(dialog.getByText('published by the hour only')).toBeVisible();
  for (const [width, height] of [[320, 640], [667, 375], [1280, 800]]) {
    await page.setViewportSize({ width, height });
    await expectNoSidewaysScroll(page);
    expect(await dialog.evaluate((d) => d.scrollWidth - d.clientWidth)).toBeLessThanOrEqual(0);
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport();
  }
});

test('lists say where they come from too', async ({ page }) => {
  await open(page, '?roles=11-2022,sales-manager');
  await section(page, 'Skills').getByText('Show what is shared, as a list').click();
  for (const [part, name, words] of [
    ['Skills', 'About these skills', 'O*NET recommends not to use'],
    ['Duties', 'About these duties', 'nothing of it is taken from a source'],
    ['Related', 'About these roles', 'the first eight'],
  ]) {
    await section(page, part).getByRole('button', { name }).click();
    await expect(page.getByRole('dialog').getByText(words, { exact: false }).last()).toBeVisible();
    await page.keyboard.press('Escape');
  }
});
