import type { Page } from '@playwright/test';

import { expect, expectNoSidewaysScroll, open, section, test } from '../support/page';

// Occupations with the longest words and names, one without yearly pay, one that is top-coded, one with little data.
const HARD = '?roles=43-1011,25-2021,29-1242,27-2011,45-3031,11-2022';

/** What the reader's own settings do: a style that every page gets. */
async function readWith(page: Page, css: string): Promise<void> {
  await page.evaluate((given) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(given);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}

/** Each of these elements ends inside the screen. */
async function expectInside(page: Page, selector: string): Promise<void> {
  const outside = await page.locator(selector).evaluateAll((all) =>
    all
      .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map((one) => one.textContent),
  );
  expect(outside, selector).toEqual([]);
}

for (const [what, query] of [
  ['a comparison', HARD],
  ['the list of all roles', `${HARD}&view=browse`],
  ['what the figures are', '?view=about'],
  ['a chart alone', '?embed=salary-range&roles=43-1011,25-2021'],
]) {
  test(`at 320 px with text of 200 %, ${what} does not scroll sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, query);
    await readWith(page, 'html { font-size: 200%; }');
    await expectNoSidewaysScroll(page);
    if (query === HARD) {
      await expect(section(page, 'Duties')).toBeVisible();
      await expectInside(page, '.switch-words, .side-by-side > *');
      for (const summary of await page.locator('main summary').all()) await summary.click();
    }
    await expectNoSidewaysScroll(page);
  });
}

for (const width of [768, 1024, 1280]) {
  test(`at ${width} px no word of the names above six columns is broken`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, '?roles=11-2022,29-1141,15-1252,13-2011,25-2021,47-2111');
    const broken = await page.locator('.comparison thead .role-name').evaluateAll((names) =>
      names.flatMap((name) => {
        const walk = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let text = walk.nextNode() as Text | null; text; text = walk.nextNode() as Text | null) {
          for (const { 0: word, index } of text.data.matchAll(/[^\s-]+/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
          }
        }
        return found;
      }),
    );
    expect(broken).toEqual([]);
  });
}

test('with the text spacing of WCAG 1.4.12 the tray and the tables keep their words', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, HARD);
  await readWith(
    page,
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } '
      + 'p { margin-bottom: 2em !important; }',
  );
  await expectNoSidewaysScroll(page);
  await expectInside(page, '.switch-words, .side-by-side > *');
  // Nothing that hides what leaves it is smaller than its words.
  const cut = await page.locator('main').locator('p, li, td, th, dt, dd, button, label, summary, h2, h3').evaluateAll((all) =>
    all
      .filter((one) => getComputedStyle(one).overflow === 'hidden' && !one.closest('.visually-hidden'))
      .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.textContent),
  );
  expect(cut).toEqual([]);
});
