import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

/** A page that is watched: an error on the console or a request elsewhere fails the test. */
export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const origin = new URL(baseURL!).origin;
      const errors: string[] = [];
      const elsewhere: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('requestfailed', (request) => {
        // A page that is left gives up what it was still loading; that is no failure.
        const reason = request.failure()?.errorText;
        if (reason !== 'net::ERR_ABORTED') errors.push(`${request.url()}: ${reason}`);
      });
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin) {
          elsewhere.push(request.url());
        }
      });
      await use();
      expect(errors, 'errors on the console').toEqual([]);
      expect(elsewhere, 'requests to another origin').toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the page at a query and waits until the comparison is there. */
export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`./${query}`);
  await started(page);
  await expect(heading(page)).not.toBeEmpty();
  await settled(page);
}

/** Waits until the program has taken the page over from what was written into it. */
export const started = (page: Page) => expect(page.locator('html[data-started]')).toBeAttached();

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });

export const roleSwitch = (page: Page, name: string | RegExp) =>
  page.getByRole('switch', { name });

export const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** What is still to come: the program of a shared address, parts whose program is a file of its own, sections in their turn. */
const TO_COME = [
  'html[data-awaited]:not([data-started], [data-failed])',
  '.part[aria-busy="true"]',
  'html[data-in-turn] .sections-room .page-section:not([data-laid-out])',
].join();

/** Waits until every section has followed the last change. */
export const settled = (page: Page) => expect(page.locator(TO_COME)).toHaveCount(0);

/** Controls whose name does not begin with the words that they show. */
const misnamed = (page: Page) =>
  page.evaluate(() => {
    const said = (of: Element, left: string) => {
      const words: string[] = [];
      const walker = document.createTreeWalker(of, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement!;
        if (parent.checkVisibility() && !parent.closest(left)) words.push(walker.currentNode.nodeValue!);
      }
      return words.join('').replace(/\s+/g, ' ').trim().toLowerCase();
    };
    const found: string[] = [];
    const controls = 'a[href], button, summary, input, select, textarea, [role="option"]';
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      const shown = (control as HTMLInputElement).labels?.[0] ?? control;
      const hidden = '[aria-hidden="true"], select, textarea';
      const words = said(shown, `${hidden}, .visually-hidden`);
      const name = control.getAttribute('aria-label')?.toLowerCase() ?? said(shown, hidden);
      if (!name.startsWith(words)) found.push(`“${words}” is named “${name}”`);
    }
    return found;
  });

/** No violation of WCAG 2.2 AA that axe can find, and every name of a control begins with its words in sight. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  expect(await misnamed(page)).toEqual([]);
  const result = await new AxeBuilder({ page })
    // Experimental, so that its tag alone does not run it.
    .options({ rules: { 'label-content-name-mismatch': { enabled: true } } })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const violations = result.violations.map((violation) => ({
    rule: violation.id,
    at: violation.nodes.map((node) => node.target.join(' ')),
  }));
  expect(violations).toEqual([]);
}

/** Nothing is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await settled(page);
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen);
}
