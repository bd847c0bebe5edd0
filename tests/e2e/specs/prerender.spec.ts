import { expect as expectHere, test as plain, type Page } from '@playwright/test';

import { hold } from '../support/faults';
import { expect, expectAccessible, expectNoSidewaysScroll, heading, open, roleSwitch, section, started, test } from '../support/page';

const WASM = '**/*.wasm';
const NURSES = 'role/29-1141/';

/** Where what is seen first stands. */
const places = (page: Page) =>
  page.evaluate(() => {
    const named = { heading: 'h1', tray: '.tray', short: '.in-short', picture: '.in-short svg', overview: '#overview' };
    const visible = (selector: string) =>
      [...document.querySelectorAll(selector)].map((e) => e.getBoundingClientRect()).find((box) => box.width > 0);
    const entries = Object.entries(named).map(([name, selector]) => {
      const box = visible(selector);
      return [name, box && [box.top, box.left, box.height].map(Math.round)];
    });
    return Object.fromEntries(entries);
  });

plain.describe('while the program is still loading', () => {
  for (const path of ['', NURSES]) {
    plain(`the page ${path || 'of a first visit'} stands where the program puts it`, async ({ page }) => {
      const release = await hold(page, WASM);
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`./${path}`);
      await expectHere(page.getByRole('heading', { level: 1 })).toBeVisible();
      const before = await places(page);
      release();
      await expectHere(page.locator('html[data-started]')).toBeAttached();
      await page.waitForLoadState('networkidle');
      expectHere(await places(page)).toEqual(before);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expectHere(shifts.reduce((sum, shift) => sum + shift, 0)).toBe(0);
    });
  }

  plain('a switch that is pressed meanwhile counts, and keeps the focus', async ({ page }) => {
    const release = await hold(page, WASM);
    await page.goto('./');
    const pressed = roleSwitch(page, /^Sales Manager/).first();
    await pressed.focus();
    await page.keyboard.press('Space');
    await expectHere(heading(page)).toHaveText('Customer service manager vs sales manager');
    release();
    await started(page);
    await expectHere(heading(page)).toHaveText('Customer service manager');
    await expectHere(pressed).toBeFocused();
    await expectHere(pressed).not.toBeChecked();
    await expectHere(page).toHaveURL(/off=sales-manager/);
  });

  plain('what is opened below meanwhile stays open, and keeps the focus', async ({ page }) => {
    const release = await hold(page, WASM);
    await page.goto('./');
    const table = section(page, 'Pay').locator('details.as-table').first();
    await table.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expectHere(table.getByRole('table')).toBeVisible();
    release();
    await started(page);
    await expectHere(page.locator('.part[aria-busy="true"]')).toHaveCount(0);
    await expectHere(table.getByRole('table')).toBeVisible();
    await expectHere(table.locator('summary')).toBeFocused();
  });

  plain('a link with other roles shows their shape and not the wrong roles', async ({ page }) => {
    const release = await hold(page, WASM);
    await page.goto('./?roles=29-1141,11-2022,29-1171');
    await expectHere(page.getByText('Setting the page…')).toBeVisible();
    await expectHere(page.locator('.awaited-tray li:visible')).toHaveCount(3);
    await expectHere(page.getByText('Sales Manager', { exact: false }).first()).toBeHidden();
    release();
    await expectHere(page.getByRole('switch', { name: /Registered Nurses/ })).toBeVisible();
    await expectHere(page.locator('#starting')).toHaveCount(0);
  });

  plain('a visitor with a tray of their own does not see the usual one', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('crossroads.tray', 'roles=29-1141'));
    // It never comes.
    await page.route(WASM, () => {});
    await page.goto('./');
    await expectHere(page.locator('.awaited-tray li:visible')).toHaveCount(1);
    await expectHere(page.getByText('Sales Manager', { exact: false }).first()).toBeHidden();
  });
});

test('what is pressed before the program is there sends nothing', async ({ page }) => {
  const release = await hold(page, WASM);
  await page.goto('./');
  const pay = section(page, 'Pay').getByLabel(/^Your own pay or an offer/);
  await pay.fill('80000');
  await pay.press('Enter');
  await section(page, 'Pay').getByRole('button', { name: 'Compare it' }).click();
  // Nor was it kept from being sent by the policy alone: that would be an error on the console.
  await expect(page).toHaveURL(/\/$/);
  release();
  await started(page);
});

test('a role has a page of its own, which says what it is about', async ({ page, request, baseURL }) => {
  const html = await (await request.get(`./${NURSES}`)).text();
  expect(html).toContain('<title>Registered Nurses: ');
  expect(html.length).toBeLessThan(90_000);
  await page.goto(`./${NURSES}`);
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  const occupation = JSON.parse(data!);
  expect(occupation).toMatchObject({ '@type': 'Occupation', name: 'Registered Nurses' });
  await started(page);
  await expect(heading(page)).toHaveText('Registered nurses');
  // What it says of pay is what the page shows.
  const median = `$${occupation.estimatedSalary[0].median.toLocaleString('en-US')}`;
  await expect(section(page, 'Overview').getByText(median).first()).toBeVisible();
  // The page is canonical, whatever became of its address since.
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new URL(NURSES, baseURL).href);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('from the page of a role one goes on as from its comparison', async ({ page, baseURL }) => {
  const at = (query: string) => new URL(query, baseURL).href;
  await page.goto(`./${NURSES}`);
  await started(page);
  await expect(page).toHaveURL(at('?roles=29-1141'));
  await section(page, 'What they do').getByText('registered nurses plan and give care').waitFor();
  await section(page, 'Related').getByRole('link', { name: /\(compare with it\)$/ }).first().click();
  await expect(page.getByRole('switch')).toHaveCount(2);
  await expect(page).toHaveURL(/\/\?roles=29-1141,/);
  await page.goBack();
  await expect(page.getByRole('switch')).toHaveCount(1);
  await page.reload();
  await expect(roleSwitch(page, /Registered Nurses/)).toBeVisible();
});

plain.describe('without scripts', () => {
  plain.use({ javaScriptEnabled: false });

  plain('the usual comparison can be read once it is asked for', async ({ page }) => {
    await page.goto('./?roles=11-2022,29-1141');
    // It is not what the link asks for.
    await expectHere(page.getByRole('heading', { level: 1 })).toBeHidden();
    await page.locator('noscript a[href="#main"]').click();
    await expectHere(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectHere(page.getByText('$73,952').first()).toBeVisible();
    await expectHere(page.locator('noscript .starting-note')).toBeVisible();
    await expectHere(page.getByText('Setting the comparison…').first()).toBeHidden();
  });

  plain('the page of a role can be read, and its links lead on', async ({ page, baseURL }) => {
    await page.goto(`./${NURSES}`);
    await expectHere(page.getByRole('heading', { level: 1 })).toHaveText('Registered nurses');
    await expectHere(page.getByText('registered nurses plan and give care', { exact: false })).toBeVisible();
    await expectHere(page.getByText('This comparison came with a link', { exact: false })).toBeHidden();
    await expectHere(page.locator('noscript .starting-note')).toContainText('Scripts are off here');
    await expectHere(page.locator('noscript .to-sample')).toBeHidden();
    const link = page.getByRole('link', { name: /\(compare with it\)$/ }).first();
    const address = await link.evaluate((element) => (element as HTMLAnchorElement).href);
    expectHere(address.startsWith(new URL('?roles=29-1141,', baseURL).href), address).toBe(true);
  });
});

plain('a visitor with another tray finds the page of a role where it was, with the way back to it', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1171');
  await page.getByRole('switch').first().click();
  await page.route(WASM, (route) => route.abort());
  await page.goto(`./${NURSES}`);
  await expectHere(page.getByText('This comparison came with a link', { exact: false })).toBeVisible();
  await page.unroute(WASM);
  const before = await places(page);
  await page.goto(`./${NURSES}`);
  await expectHere(page.locator('html[data-started]')).toBeAttached();
  expectHere((await places(page)).heading).toEqual(before.heading);
  expectHere((await places(page)).tray).toEqual(before.tray);
});
