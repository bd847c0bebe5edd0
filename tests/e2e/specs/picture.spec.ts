import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, expectAccessible, expectNoSidewaysScroll, open, section, test } from '../support/page';

const ROLES = '?roles=11-2022,29-1141,27-2011';
const CHARTS = [
  'Salary range',
  'Expected change in the number of jobs',
  'Expected openings a year',
  'Middle pay (median) in past years',
  'How far people in the role went in school',
  'How old people in the role are',
  'Women and men in the role',
  'Race and ethnicity of people in the role',
  'Weekly pay of women and men',
  'Job satisfaction',
  'Most important skills, up to ten a role',
];

async function saved(page: Page, kind: 'SVG' | 'PNG', chart: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download ${kind} : ${chart}` }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile((await download.path())!) };
}

/** What an SVG file holds, read as strictly as XML is. */
async function svg(page: Page, text: string) {
  return page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    const root = file.documentElement;
    return {
      broken: file.querySelector('parsererror')?.textContent ?? null,
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      says: root.getAttribute('aria-label'),
      words: [...file.querySelectorAll('text')].map((word) => word.textContent!.trim()).join(' '),
      ground: file.querySelector('rect')!.getAttribute('fill'),
    };
  }, text);
}

/** The size of a PNG in pixels, and the color of its first pixel. */
async function png(page: Page, content: Buffer) {
  expect(content.subarray(1, 4).toString()).toBe('PNG');
  const pixel = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colors = new Set<number>();
    for (let at = 0; at < data.length; at += 4) colors.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
    const [r, g, b] = data;
    return { colors: colors.size, ground: `#${[r, g, b].map((n) => n.toString(16).padStart(2, '0')).join('')}` };
  }, content.toString('base64'));
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20), ...pixel };
}

for (const scheme of ['light', 'dark'] as const) {
  test(`every chart is saved as SVG and PNG, in ${scheme} colors`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, ROLES);
    await expect(page.getByRole('img', { name: /^Middle pay \(median\) in past years/ })).toBeVisible();
    for (const chart of CHARTS) {
      const drawing = await saved(page, 'SVG', chart);
      expect(drawing.name).toMatch(/^crossroads-[a-z-]+-sales-managers.*\.svg$/);
      const read = await svg(page, drawing.content.toString('utf8'));
      expect(read.broken).toBeNull();
      expect(read.ground).toBe(scheme === 'light' ? '#fcfbf8' : '#161513');
      expect(read.words).toContain(chart);
      expect(read.words.replaceAll(' ', '')).toContain('SalesManagers');
      expect(read.words).toContain('Source: ');
      expect(read.words).toMatch(/figures of release [0-9a-f]{8}/);
      const title = chart.endsWith('in past years') ? `${chart}, in dollars of May 2025` : chart;
      expect(read.says).toContain(`${title}.`);

      const pixels = await saved(page, 'PNG', chart);
      expect(pixels.name).toBe(drawing.name.replace('.svg', '.png'));
      const picture = await png(page, pixels.content);
      expect([picture.width, picture.height]).toEqual([2 * read.width, 2 * read.height]);
      expect(picture.ground).toBe(read.ground);
      // Words and marks are in it, not the ground alone.
      expect(picture.colors).toBeGreaterThan(20);
    }
    const told = page.locator('.picture-ways').getByText(/^The file crossroads-skills-.*\.png is on its way/);
    await expect(told).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 740 });
    await expectNoSidewaysScroll(page);
  });
}

test('a saved chart holds the figures of the screen', async ({ page }) => {
  await open(page, ROLES);
  const chart = section(page, 'Pay').getByRole('img', { name: /^Salary range\./ });
  const onScreen = await chart.getAttribute('aria-label');
  const read = await svg(page, (await saved(page, 'SVG', 'Salary range')).content.toString('utf8'));
  expect(read.says).toBe(onScreen);
  for (const words of ['$148,270', '$97,550', 'U.S. Bureau of Labor Statistics', 'roles=11-2022']) {
    expect(read.words.replaceAll(' ', '')).toContain(words.replaceAll(' ', ''));
  }
});

test('a picture is made under the strictest policy for images', async ({ page }) => {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const answer = await route.fetch();
    const policy =
      "default-src 'none'; img-src 'self' data: blob:; style-src 'self'; connect-src 'self'; " +
      "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'";
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': policy } });
  });
  await open(page, ROLES);
  const picture = await png(page, (await saved(page, 'PNG', 'Salary range')).content);
  expect(picture.width).toBe(1520);
  expect(picture.colors).toBeGreaterThan(20);
});

test('a chart in another page has no files to save', async ({ page }) => {
  await open(page, '?embed=salary-range&roles=11-2022');
  await expect(page.getByRole('img', { name: /^Salary range/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Download/ })).toHaveCount(0);
});

test('one’s own pay is a line on the pay chart, and leaves the screen only with the link', async ({ page }) => {
  await open(page, ROLES);
  const pay = section(page, 'Pay');
  await page.getByLabel('Your own pay or an offer, in dollars').fill('95000');
  await page.getByRole('button', { name: 'Compare it' }).click();
  await expect(pay.getByText('The upright line is your own pay: $95,000 a year.')).toBeVisible();
  const chart = pay.getByRole('group', { name: /^Salary range:/ });
  await expect(chart.getByText('Your pay $95,000 a year')).toBeVisible();
  await pay.getByText('Show as table', { exact: true }).first().click();
  const table = pay.getByRole('table', { name: 'Salary range' });
  await expect(table.getByRole('row').filter({ hasText: 'Your pay' })).toContainText('$95,000 a year');
  await chart.focus();
  const says: string[] = [];
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('ArrowRight');
    says.push(await chart.locator('.spot-says').innerText());
  }
  expect(says).toContain('Sales Managers. Your pay: $95,000 a year');
  // Actors are paid by the hour only.
  expect(says.filter((words) => words.startsWith('Actors'))).toEqual([]);
  await expectAccessible(page);

  const alone = async () => (await svg(page, (await saved(page, 'SVG', 'Salary range')).content.toString('utf8'))).words;
  expect(await alone()).not.toContain('95,000');
  await page.emulateMedia({ media: 'print' });
  await expect(pay.getByText('Your pay $95,000 a year')).toBeHidden();
  await expect(pay.getByText('The upright line is your own pay')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  await page.getByLabel(/Include my pay in the link/).check();
  expect(await alone()).toContain('Pay in the link $95,000 a year');
  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(pay.getByText('The upright line is')).toHaveCount(0);
});
