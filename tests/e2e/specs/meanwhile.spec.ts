import type { Page } from '@playwright/test';

import { hold } from '../support/faults';
import { expect, heading, roleSwitch, section, settled, started, test } from '../support/page';

// What a visitor does with the page as it was served, before its program is here.

const WASM = '**/*.wasm';
const NURSES = 'role/29-1141/';

/** Opens a page, acts in it as it was served, and lets the program come. */
async function meanwhile(page: Page, path: string, act: () => Promise<void>) {
  const release = await hold(page, WASM);
  await page.goto(`./${path}`);
  await act();
  release();
  await started(page);
  await settled(page);
}

const place = (page: Page) => page.getByRole('combobox', { name: 'Pay and jobs in' });
const arrange = (page: Page) => page.locator('.arrange > summary');

// What is fetched for a role makes what stands above longer on its own page.
for (const [path, most] of [['', 16], [NURSES, 320]] as const) {
  test(`whoever has read on stays there, on ${path || 'the first page'}`, async ({ page }) => {
    const read = section(page, 'Outlook');
    const top = () => read.evaluate((element) => element.getBoundingClientRect().top);
    let before = 0;
    await meanwhile(page, path, async () => {
      await arrange(page).click();
      await read.evaluate((element) => element.scrollIntoView());
      await expect(page.locator('html[data-in-turn]')).toHaveCount(0);
      before = await top();
    });
    await expect(page.locator('.arrange')).toHaveAttribute('open', '');
    expect(Math.abs((await top()) - before)).toBeLessThan(most);
  });

  for (const name of ['Add a role', 'About the figures']) {
    test(`“${name}” keeps the focus on ${path || 'the first page'}`, async ({ page }) => {
      const control = page.locator('button, a').filter({ hasText: name }).first();
      await meanwhile(page, path, () => control.focus());
      await expect(control).toBeFocused();
    });
  }
}

test('what is chosen of the view counts', async ({ page }) => {
  const baseline = page.getByLabel('Compare with');
  const only = page.getByLabel('Only rows that differ');
  await meanwhile(page, '', async () => {
    await baseline.selectOption('Sales Manager');
    await only.check();
  });
  await expect(page).toHaveURL(/baseline=sales-manager/);
  await expect(page).toHaveURL(/only=differences/);
  await expect(baseline).toHaveValue('sales-manager');
  await expect(only).toBeChecked();
});

test('a place that is typed is looked for', async ({ page }) => {
  await meanwhile(page, '', () => place(page).fill('denver'));
  await expect(place(page)).toHaveValue('denver');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Denver');
});

test('pay of one’s own that is typed and sent is compared', async ({ page }) => {
  await meanwhile(page, '', async () => {
    await section(page, 'Pay').getByLabel(/^Your own pay or an offer/).fill('80000');
    await section(page, 'Pay').getByRole('button', { name: 'Compare it' }).click();
  });
  await expect(section(page, 'Pay').getByText('$80,000').first()).toBeVisible();
});

test('a button that was pressed answers, once', async ({ page }) => {
  const add = page.getByRole('button', { name: 'Add a role' });
  await meanwhile(page, '', async () => {
    await add.click();
    await add.click();
  });
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/\/$/);
});

test('a switch that was pressed and a button after it both count', async ({ page }) => {
  await meanwhile(page, '', async () => {
    await roleSwitch(page, /^Sales Manager/).press('Space');
    await page.getByRole('button', { name: 'Add a role' }).click();
  });
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(heading(page)).toHaveText('Customer service manager');
});

test('a picture keeps the focus', async ({ page }) => {
  const picture = page.locator('.picture').first();
  await meanwhile(page, '', () => picture.focus());
  await expect(picture).toBeFocused();
});

test('a way within the page leads to where its part is then', async ({ page }) => {
  await meanwhile(page, '', () => page.getByRole('link', { name: 'Pay in full' }).click());
  const top = await page.locator('#pay').evaluate((element) => element.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(260);
});
