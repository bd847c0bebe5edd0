import { test as unwatched } from '@playwright/test';

import { expect, expectAccessible, open, roleSwitch, section, test } from '../support/page';

test('the salary range is drawn, described and given as a table', async ({ page }) => {
  await open(page);
  const chart = section(page, 'Pay').getByRole('img', { name: /^Salary range\./ });
  await expect(chart).toHaveAccessibleName(
    'Salary range. Customer Service Manager, low end: $35,000, average: $61,487, high end: $105,000. ' +
      'Sales Manager, low end: $42,000, average: $73,952, high end: $129,000.',
  );
  for (const words of ['$35,000', 'average $61,487', '$105,000', '$150K']) {
    await expect(chart.getByText(words, { exact: true })).toBeVisible();
  }
  await section(page, 'Pay').getByText('Show as table').click();
  const table = section(page, 'Pay').getByRole('table', { name: 'Salary range' });
  const role = table.getByRole('rowgroup').filter({ hasText: 'Sales Manager' });
  await expect(role.getByRole('cell')).toHaveText(['$42,000', '$73,952', '$129,000']);
});

test('the chart is drawn for the width it has, at 12 px or more', { tag: '@own-size' }, async ({ page }) => {
  await open(page);
  for (const width of [320, 700, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const frames = page.locator('.frame');
    await expect(frames).toHaveCount(7);
    for (const frame of await frames.all()) {
      await expect
        .poll(() =>
          frame.evaluate((element) => {
            const chart = element.querySelector('svg')!;
            return Math.abs(chart.getBoundingClientRect().width - element.clientWidth);
          }),
        )
        .toBeLessThanOrEqual(1);
      const smallest = await frame.evaluate((element) => {
        const sizes = [...element.querySelectorAll('text')].map((text) => {
          const scale = text.getScreenCTM()!.a;
          return parseFloat(getComputedStyle(text).fontSize) * scale;
        });
        return Math.min(...sizes);
      });
      expect(smallest).toBeGreaterThanOrEqual(12);
    }
  }
});

test('words of the chart, as the browser sets them, do not overlap', { tag: '@own-size' }, async ({ page }) => {
  await open(page);
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.locator('.frame svg').first()).toBeVisible();
    const overlaps = await page.locator('.frame').evaluateAll((frames) =>
      frames.flatMap((frame) => {
        const edge = frame.getBoundingClientRect();
        const words = [...frame.querySelectorAll('text')].map((text) => ({
          text: text.textContent!.trim(),
          box: text.getBoundingClientRect(),
        }));
        return words.flatMap((a, place) => {
          const outside = a.box.left < edge.left - 1 || a.box.right > edge.right + 1;
          const over = words
            .slice(place + 1)
            .filter(
              (b) =>
                a.box.left < b.box.right &&
                b.box.left < a.box.right &&
                a.box.top < b.box.bottom - 1 &&
                b.box.top < a.box.bottom - 1,
            );
          return [...(outside ? [`${a.text} outside`] : []), ...over.map((b) => `${a.text} | ${b.text}`)];
        });
      }),
    );
    expect(overlaps, `at ${width} px`).toEqual([]);
  }
});

test('a role keeps its color in the tray, the table and the chart while others are switched', async ({
  page,
}) => {
  await open(page);
  const colors = async () => {
    const swatch = await roleSwitch(page, /^Sales Manager/)
      .locator('xpath=ancestor::label')
      .locator('.swatch')
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    const dot = await section(page, 'Pay')
      .locator('circle')
      .last()
      .evaluate((element) => getComputedStyle(element).fill);
    const bar = await section(page, 'Overview')
      .locator('.scale-bar-value')
      .last()
      .evaluate((element) => getComputedStyle(element).fill);
    return [swatch, dot, bar];
  };
  const before = await colors();
  expect(new Set(before).size).toBe(1);
  await roleSwitch(page, /^Customer Service Manager/).click();
  await expect(page.locator('.comparison').first().getByRole('columnheader')).toHaveCount(1);
  expect(await colors()).toEqual(before);
});

test('the arrow keys go through the marks of a chart, and Escape ends it', async ({ page }) => {
  await open(page);
  const chart = section(page, 'Pay').getByRole('group', { name: /^Salary range:/ });
  await chart.focus();
  const says = chart.locator('.spot-says');
  await expect(says).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(says).toHaveText('Customer Service Manager. Low end to high end: $35,000 to $105,000');
  await page.keyboard.press('ArrowRight');
  await expect(says).toHaveText('Customer Service Manager. Average: $61,487');
  await page.keyboard.press('End');
  await expect(says).toHaveText('Sales Manager. Average: $73,952');
  await page.keyboard.press('Escape');
  await expect(says).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(section(page, 'Pay').getByText('Show as table')).toBeFocused();
});

test('the pointer or a finger on a mark shows what it says, above it and on the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page, '?roles=11-2022,29-1141');
  for (const name of [/^How old/, /^Women and men/, /^Expected openings/]) {
    const chart = section(page, name.source.includes('openings') ? 'Outlook' : 'People').getByRole(
      'group',
      { name },
    );
    await chart.scrollIntoViewIfNeeded();
    const mark = chart.locator('rect, polyline[stroke="#010101"]').last();
    const box = (await mark.boundingBox())!;
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(at.x, at.y);
    const says = chart.locator('.spot-says');
    await expect(says).toContainText(/\d/);
    const words = (await says.boundingBox())!;
    expect(words.y + words.height).toBeLessThanOrEqual(at.y);
    expect(words.x).toBeGreaterThanOrEqual(0);
    expect(words.x + words.width).toBeLessThanOrEqual(320);
    await page.mouse.move(1, 1);
    await expect(says).toHaveCount(0);
  }
});

test('each chart of official roles has its figures one tap away, and no axe violation', async ({
  page,
}) => {
  await open(page, '?roles=27-2011,43-9022,53-1047,sales-manager,29-1217,11-9171');
  // The last one is fetched.
  await expect(page.getByRole('img', { name: /^Middle pay \(median\) in past years/ })).toBeVisible();
  for (const details of await page.locator('details.as-table summary').all()) await details.click();
  const people = section(page, 'People');
  await expect(people.getByRole('group', { name: /arrow keys/ })).toHaveCount(5);
  await expect(people.getByRole('rowheader', { name: '25 to 34' })).toBeVisible();
  await expectAccessible(page);
});

test('the first screen of a phone shows the roles, the sentence and the chart', { tag: '@own-size' }, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  await expect(roleSwitch(page, /^Sales Manager/)).toBeInViewport();
  await expect(page.getByText('earn $12,465 more a year')).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('img', { name: /^Salary range/ }).first()).toBeInViewport({ ratio: 1 });
});

test('on forced colors the chart keeps its lines and words', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  const chart = section(page, 'Pay').getByRole('img', { name: /^Salary range/ });
  const [words, ground, dot] = await chart.evaluate((element) => [
    getComputedStyle(element.querySelector('text')!).fill,
    getComputedStyle(document.body).backgroundColor,
    getComputedStyle(element.querySelector('circle:nth-of-type(2)')!).fill,
  ]);
  expect(words).not.toBe(ground);
  expect(dot).not.toBe(ground);
});

unwatched('past pay that cannot be had says so in its place and can be asked for again', async ({ page }) => {
  // The browser itself reports on its console what cannot be had.
  await page.route('**/data/occupation/11-2022.json*', (route) => route.fulfill({ status: 404, body: 'Not found' }), {
    times: 1,
  });
  await open(page, '?roles=11-2022,29-1141');
  const outlook = section(page, 'Outlook');
  const alert = outlook.getByRole('alert');
  await expect(alert).toContainText('The past pay of Sales Managers could not be shown.');
  const chart = outlook.getByRole('img', { name: /^Middle pay \(median\) in past years/ });
  await expect(chart.getByText('Sales Managers: could not be fetched.')).toBeVisible();
  await expect(chart.getByText('$97,550')).toBeVisible();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(chart.getByText('$148,270')).toBeVisible();
  await expect(outlook.getByRole('alert')).toHaveCount(0);
});

test('past pay has a table, arrow keys and words about its dollars', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1242,27-2011');
  const outlook = section(page, 'Outlook');
  await expect(outlook.getByText(/in dollars of May 2025: Crossroads took inflation out/)).toBeVisible();
  const chart = outlook.getByRole('group', { name: /^Middle pay \(median\) in past years/ });
  await expect(chart.getByText('Actors: published by the hour only.')).toBeVisible();
  await chart.focus();
  await page.keyboard.press('End');
  await expect(chart.locator('.spot-says')).toHaveText('Orthopedic Surgeons, Except Pediatric. May 2025: $358,550');
  await page.keyboard.press('ArrowLeft');
  await expect(chart.locator('.spot-says')).toContainText('May 2024: at least $244,832');
  const part = outlook.locator('.chart-part').filter({ hasText: 'Middle pay (median) in past years' });
  await part.getByText('Show as table').click();
  const first = part.getByRole('row').filter({ hasText: 'May 2014' });
  await expect(first).toContainText('$149,531');
  const ofEachYear = part.getByRole('checkbox', { name: 'Show past pay in dollars of each year' });
  await ofEachYear.check();
  await expect(chart).toHaveAccessibleName(/^Middle pay \(median\) in past years, in dollars of each year/);
  await expect(outlook.getByText(/in dollars of each year: inflation is not taken out/)).toBeVisible();
  // The table stays open.
  await expect(first).toContainText('$110,660');
  await part.getByText('Embed').click();
  await expect(part.getByLabel('Paste this into your page')).toHaveValue(
    /embed=pay-history-each-year&amp;roles=.*past years, in dollars of each year: /,
  );
  await part.getByRole('button', { name: 'About these figures' }).click();
  await expect(page.getByRole('dialog').getByText(/in the dollars of that year: inflation is not taken out/)).toBeVisible();
  await expectAccessible(page);
});
