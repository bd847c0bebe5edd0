import type { Page } from '@playwright/test';

import { expect, open, roleSwitch, settled, test } from '../support/page';

// Browsers translate a page by replacing its text nodes; extensions replace, wrap and split them. The page follows all the same.

const WAYS = ['translated', 'wrapped', 'split'] as const;
type Way = (typeof WAYS)[number];

/** Does to every piece of text what the browser or an extension does. */
const alter = (page: Page, way: Way) =>
  page.evaluate((way) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const isLeftAlone = text.parentElement!.closest('script, style, svg, textarea, font, [data-wrapped]');
      if (text.data.trim() && !isLeftAlone) texts.push(text);
    }
    for (const text of texts) {
      if (way === 'translated') {
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        outer.dir = inner.dir = 'auto';
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      } else if (way === 'wrapped') {
        const wrapper = document.createElement('span');
        wrapper.dataset.wrapped = '';
        text.replaceWith(wrapper);
        wrapper.append(text);
      } else if (text.length > 1 && ![text.previousSibling, text.nextSibling].some((one) => one instanceof Text)) {
        text.splitText(text.length >> 1);
      }
    }
  }, way);

/** Everything whose text depends on the address alone, not on the way there. */
const FROM_ADDRESS = [
  '.skip-link',
  '.masthead',
  'h1',
  '.tray',
  '.tray-actions',
  '[data-part="in-short"]',
  '[data-part="ways"]',
  '.place-room',
  '[data-part^="section-"]',
  '.browse-tray',
  '.browse-filters',
  '.families',
  '.browse-list',
  '.colophon',
].join();

/** The text of the page, part by part, opened or not. */
const texts = (page: Page) =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map((element) => {
        const name = element.dataset.part ?? element.className;
        return `${name}: ${element.textContent!.replace(/\s+/g, ' ').trim()}`;
      }),
    FROM_ADDRESS,
  );

/** Opens everything that can be opened, also what is in it, and waits for what that fetches. */
async function openAll(page: Page): Promise<void> {
  const closed = await page.evaluate(() => {
    const closed = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
    for (const one of closed) one.open = true;
    return closed.length;
  });
  expect(closed).toBe(0);
  await settled(page);
  // Its sources are the last thing of what is fetched.
  expect(await page.locator('.on-demand:not(:has(.source-line))').count()).toBe(0);
}

/** Alters the page, acts in it, and compares all its text with a fresh load of the address it is at then. */
async function follows(page: Page, way: Way, act: () => Promise<void>): Promise<void> {
  await alter(page, way);
  await act();
  const fresh = await page.context().newPage();
  await fresh.goto(page.url());
  await expect(async () => {
    await openAll(fresh);
    await openAll(page);
    expect(await texts(page)).toEqual(await texts(fresh));
  }).toPass({ timeout: 90_000 });
  await fresh.close();
}

for (const way of WAYS) {
  test(`a page that is ${way} follows every change of the comparison`, async ({ page }) => {
    test.setTimeout(600_000);
    const step = (act: () => Promise<void>) => follows(page, way, act);
    const nurses = roleSwitch(page, /^Registered Nurses/);
    await open(page, '?roles=11-2022,29-1141,15-1252');
    await step(async () => {});
    await expect(page.locator('[data-part="section-related"]')).toContainText('Ways from one role to another');

    await step(async () => {
      await nurses.click();
      await expect(page).toHaveURL(/off=29-1141/);
    });
    await step(async () => {
      await nurses.click();
      await expect(page).not.toHaveURL(/off=/);
    });
    await step(async () => {
      await page.locator('.tray-actions > button').first().click();
      const field = page.locator('dialog.picker input');
      const option = page.locator('dialog.picker [role=option]').first();
      await field.fill('Carpenters');
      await expect(option).toContainText('Carpenters');
      // Another option in the same row.
      await alter(page, way);
      await field.fill('Electricians');
      await expect(option).toContainText('Electricians');
      await expect(option).not.toContainText('Carpenters');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/47-2111/);
      await page.keyboard.press('Escape');
      await expect(field).toBeHidden();
    });
    await step(async () => {
      await page.getByRole('button', { name: 'Remove: Sales Managers' }).click();
      await expect(page).not.toHaveURL(/11-2022/);
    });
    await step(async () => {
      await page.locator('.place-field input').fill('denver');
      await expect(page.locator('.place-field [role=option]').first()).toContainText('Denver');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/place=0019740/);
    });
    await step(async () => {
      await page.locator('.view-options select').selectOption('15-1252');
      await expect(page).toHaveURL(/baseline=15-1252/);
    });
    for (const gone of [/baseline=/, /place=/]) {
      await step(async () => {
        await page.goBack();
        await expect(page).not.toHaveURL(gone);
      });
    }
  });

  test(`a list of roles that is ${way} follows`, async ({ page }) => {
    const step = (act: () => Promise<void>) => follows(page, way, act);
    await open(page, '?roles=11-2022,29-1141&view=browse');
    for (const [selector, query] of [
      ['.browse thead th:nth-child(2) button', /sort=pay/],
      ['.pager a', /page=2/],
      ['.browse .compare-button', /roles=11-2022,29-1141,/],
      ['.families li:nth-child(3) a', /family=/],
      ['.browse-filters input[type=checkbox]', /growing/],
    ] as const) {
      await step(async () => {
        await page.locator(selector).last().click();
        await expect(page).toHaveURL(query);
      });
    }
    await step(async () => {
      await page.locator('.masthead nav a').click();
      await expect(page).not.toHaveURL(/view=/);
    });
  });
}
