import { expect, open, roleSwitch, section, test } from '../support/page';

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
  const row = table.getByRole('row').filter({ hasText: 'Sales Manager' });
  await expect(row.getByRole('cell')).toHaveText(['$42,000', '$73,952', '$129,000']);
});

test('the chart is drawn for the width it has, at 12 px or more', async ({ page }) => {
  await open(page);
  for (const width of [320, 700, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const frames = page.locator('.frame');
    await expect(frames).toHaveCount(2);
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

test('words of the chart, as the browser sets them, do not overlap', async ({ page }) => {
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

test('a role keeps its colour in the tray, the table and the chart while others are switched', async ({
  page,
}) => {
  await open(page);
  const colours = async () => {
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
  const before = await colours();
  expect(new Set(before).size).toBe(1);
  await roleSwitch(page, /^Customer Service Manager/).click();
  await expect(page.locator('.comparison').first().getByRole('columnheader')).toHaveCount(1);
  expect(await colours()).toEqual(before);
});

test('the first screen of a phone shows the roles, the sentence and the chart', async ({ page }) => {
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
