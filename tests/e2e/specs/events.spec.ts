import type { Locator, Page } from '@playwright/test';

import { expect, heading, open, roleSwitch, section, settled, started, test } from '../support/page';

/** Remembers who listens to what, from before the page runs. */
const watchListeners = (page: Page) =>
  page.addInitScript(() => {
    const listeners: [EventTarget, string][] = [];
    Object.assign(window, { listeners, print: () => {} });
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, ...rest) {
      listeners.push([this ?? window, rest[0]]);
      return add.apply(this ?? window, rest);
    };
  });

/** Dispatches events without the fields of their kind, and with fields of no use, to all who listen; how many. */
const dispatchAll = (page: Page, which: 'presses' | 'others') =>
  page.evaluate((which) => {
    const { listeners } = window as unknown as { listeners: [EventTarget, string][] };
    const presses = ['click', 'submit'];
    const useless = {
      key: {}, keyCode: 'x', isComposing: null, ctrlKey: [], clientX: 'x', clientY: {}, pointerId: 'x', pointerType: 1,
      dataTransfer: { files: 1 }, target: null, currentTarget: null, data: {}, state: {}, error: 'x', reason: null,
    };
    let dispatched = 0;
    for (const [target, type] of [...listeners]) {
      // What the site's own scripts tell each other has no fields.
      const isTold = type.startsWith('crossroads:') || (target instanceof Element && target.closest('#fault'));
      if (isTold || presses.includes(type) !== (which === 'presses')) continue;
      for (const fields of [{}, useless]) {
        const event = new Event(type, { bubbles: true, cancelable: true });
        for (const [field, value] of Object.entries(fields)) {
          Object.defineProperty(event, field, { get: () => value, configurable: true });
        }
        target.dispatchEvent(event);
        dispatched += 1;
      }
      // A getter may do anything.
      const event = new Event(type, { cancelable: true });
      for (const field of Object.keys(useless)) {
        Object.defineProperty(event, field, {
          get: () => {
            throw new Error('not to be read');
          },
        });
      }
      if (target instanceof Element) target.dispatchEvent(event);
    }
    return dispatched;
  }, which);

const plainKey = (field: Locator) =>
  field.evaluate((field) => field.dispatchEvent(new Event('keydown', { bubbles: true, cancelable: true })));

const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

/** The page follows what is done on it. */
async function expectWorking(page: Page): Promise<void> {
  await page.evaluate(() => {
    history.replaceState(null, '', '?roles=11-2022,29-1141,15-1252');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(heading(page)).toHaveText('Sales managers vs registered nurses vs software developers');
  await settled(page);
  await roleSwitch(page, /^Registered Nurses/).click();
  await expect(heading(page)).toHaveText('Sales managers vs software developers');
  await expect(page.locator('#fault')).toBeHidden();
}

test('a plain event in place of a key leaves every field with suggestions working', { tag: '@fault-event' }, async ({ page }) => {
  await open(page, '?roles=11-2022');
  const place = page.getByRole('combobox', { name: 'Pay and jobs in' });
  await place.click();
  await plainKey(place);
  await place.fill('denver');
  await expect(page.getByRole('option').first()).toContainText('Denver');
  await plainKey(place);
  await place.press('Enter');
  await expect(page).toHaveURL(/place=0019740/);
  await page.getByRole('button', { name: 'Add a role' }).click();
  const role = page.getByRole('combobox', { name: 'A job title, as people say it' });
  await plainKey(role);
  await role.fill('registered nurse');
  await expect(page.getByRole('option').first()).toContainText('Registered Nurses');
  await plainKey(role);
  await role.press('Enter');
  await expect(page).toHaveURL(/roles=11-2022,29-1141/);
});

test('a page is left while the field for a place has the focus', async ({ page }) => {
  await open(page, '?roles=11-2022&view=browse');
  await page.getByRole('link', { name: 'Back to comparing' }).click();
  await settled(page);
  const place = page.getByRole('combobox', { name: 'Pay and jobs in' });
  await place.click();
  await expect(place).toBeFocused();
  await page.goBack();
  await expect(heading(page)).toHaveText(/^All \d+ roles$/);
  await expect(place).toHaveCount(0);
  await settled(page);
  // What stood in the field is not written into a filter, which would be a step of its own.
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  await page.goForward();
  await expect(place).toBeVisible();
  await expectWorking(page);
});

test('keys are left to an input method that composes', async ({ page }) => {
  await open(page, '?roles=11-2022');
  const compose = (field: Locator, key: string) =>
    field.evaluate((field, key) => {
      const options = { key, bubbles: true, cancelable: true };
      // Safari ends a composition before it tells of the key.
      const keys = [{ isComposing: true }, { keyCode: 229 }];
      return keys.map((more) => field.dispatchEvent(new KeyboardEvent('keydown', { ...options, ...more })));
    }, key);
  const marked = page.locator('[role="option"][aria-selected="true"]');

  await page.getByRole('button', { name: 'Add a role' }).click();
  const role = page.getByRole('combobox', { name: 'A job title, as people say it' });
  await role.fill('nurse');
  await expect(marked).toHaveCount(1);
  const first = await marked.getAttribute('id');
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) expect(await compose(role, key), key).toEqual([true, true]);
  await expect(marked).toHaveAttribute('id', first!);
  await expect(page).toHaveURL(/roles=11-2022$/);
  await role.press('ArrowDown');
  await expect(marked).not.toHaveAttribute('id', first!);
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  const place = page.getByRole('combobox', { name: 'Pay and jobs in' });
  await place.click();
  await place.fill('denver');
  await expect(page.getByRole('option').first()).toContainText('Denver');
  for (const key of ['Enter', 'Escape']) expect(await compose(place, key), key).toEqual([true, true]);
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page).not.toHaveURL(/place=/);

  const chart = section(page, 'Pay').locator('.picture').first();
  await chart.focus();
  expect(await compose(chart, 'ArrowRight')).toEqual([true, true]);
  await expect(chart.locator('.spot')).toHaveCount(0);
  await chart.press('ArrowRight');
  await expect(chart.locator('.spot')).toHaveCount(1);
});

test('no event, however malformed, stops the page', { tag: '@fault-event' }, async ({ page }) => {
  test.slow();
  await watchListeners(page);
  await open(page, '?roles=11-2022,29-1141,15-1252');
  await openAll(page);
  await page.getByRole('button', { name: 'Add a role' }).click();
  await page.getByRole('combobox', { name: 'A job title, as people say it' }).fill('nurse');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await settled(page);
  expect(await dispatchAll(page, 'others')).toBeGreaterThan(300);
  await expectWorking(page);

  // What stood on a page that was left is told of it as well.
  await page.getByRole('link', { name: 'Browse all roles' }).first().click();
  await expect(page.getByRole('table')).toBeVisible();
  await dispatchAll(page, 'others');
  await expectWorking(page);
});

test('a press that is a plain event stops nothing either', { tag: '@fault-event' }, async ({ page }) => {
  test.slow();
  await watchListeners(page);
  await open(page, '?roles=11-2022,29-1141,15-1252');
  await openAll(page);
  await settled(page);
  expect(await dispatchAll(page, 'presses')).toBeGreaterThan(100);
  await started(page);
  await expectWorking(page);
});
