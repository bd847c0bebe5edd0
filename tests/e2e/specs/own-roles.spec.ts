import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, expectAccessible, expectNoSidewaysScroll, heading, open, roleSwitch, section, settled, test } from '../support/page';

const part = (page: Page) => section(page, 'Your own roles');
const field = (page: Page) => part(page).getByLabel('Open a file of roles, or drop one here');
const told = (page: Page) => part(page).locator('.taken');
const problems = (page: Page) => part(page).getByRole('listitem');

const OFFERS = [
  'title;pay-year-median;pay-range.low;pay-range.high;growth-2025-35',
  '"Offer of Acme";"$150,000";120 000;180000;6.5%',
  'Offer of Bolt;130000;;;',
].join('\r\n');

const file = (text: string, name = 'offers.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function openOffers(page: Page, query = '?roles=15-1252') {
  await open(page, query);
  await field(page).setInputFiles(file(`\uFEFF${OFFERS}`));
  await expect(told(page)).toHaveText('2 roles are read, with no problem.');
}

test('offers are set beside an official role, in every part of the page', async ({ page }) => {
  await openOffers(page);
  await part(page).getByRole('button', { name: 'Add them to the comparison' }).click();
  await expect(roleSwitch(page, /^Offer of Acme/)).toBeChecked();
  await expect(heading(page)).toContainText('Offer of Acme (your file)');
  await expect(page.getByText(/people in the role Offer of Acme \(your file\) earn \$150,000/)).toBeVisible();
  await expect(section(page, 'Pay').getByRole('img', { name: /Offer of Acme/ }).first()).toBeVisible();
  await expect(section(page, 'Sources').getByText('Your file').first()).toBeVisible();
  await page.goto(`${page.url()}&baseline=15-1252`);
  // Without being kept, a file is gone with the page.
  await expect(page.getByText('2 roles of this link are from a file on somebody’s own device')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('a pinned official role is what the offers are measured against', async ({ page }) => {
  await openOffers(page, '?roles=15-1252&baseline=15-1252');
  await part(page).getByRole('button', { name: 'Add them to the comparison' }).click();
  const row = section(page, 'Overview').locator('tr', { hasText: 'Yearly pay' }).first();
  await expect(row).toContainText('$150,000');
  await expect(row).toContainText('your file');
  await expect(row).toContainText(/[+−]\$[\d,]+, \d+% (more|less)/);
  await expectAccessible(page);
});

test('by keyboard: from the picker to the file, and the roles into search', async ({ page }) => {
  // Long before the key that opens it: until the browser is told to hand it over, the window would be the system's.
  const chooser = page.waitForEvent('filechooser');
  await open(page, '?roles=15-1252');
  await page.getByRole('button', { name: 'Add a role' }).press('Enter');
  await page.getByRole('button', { name: 'Use your own roles' }).press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toBeInViewport();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file(OFFERS));
  await expect(told(page)).toHaveText('2 roles are read, with no problem.');
  await page.getByRole('button', { name: 'Add a role' }).press('Enter');
  await page.keyboard.type('offer of bolt');
  await expect(page.getByRole('option').first()).toContainText('Offer of Bolt, your file');
  await page.keyboard.press('Enter');
  await expect(roleSwitch(page, /^Offer of Bolt/)).toBeChecked();
  await expectAccessible(page);
});

test('a file can be dropped', async ({ page }) => {
  await open(page);
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'offers.csv'));
    return transfer;
  }, OFFERS);
  await page.dispatchEvent('.drop', 'dragover', { dataTransfer: transfer });
  await expect(page.locator('.drop')).toHaveClass(/over/);
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
  await expect(told(page)).toHaveText('2 roles are read, with no problem.');
});

test('every problem is named, the first twenty in a list, and the rest is kept', { tag: '@fault-file' }, async ({ page }) => {
  await open(page);
  const rows = Array.from({ length: 360 }, (_, n) => `Role ${n},sixty,${n === 0 ? 6 : ''}`);
  await field(page).setInputFiles(file(['title,pay-year-median,growth', ...rows].join('\n')));
  await expect(told(page)).toHaveText('1 role is read, with 719 problems.');
  await expect(problems(page)).toHaveCount(20);
  await expect(problems(page).first()).toHaveText(
    /^Row 2, pay-year-median: expected US dollars in figures, .* found “.?sixty.?”\.$/,
  );
  await expect(part(page).getByText('And 699 more.')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

test('hostile files give a message, never markup', { tag: '@fault-file' }, async ({ page }) => {
  await open(page);
  const cases: [string, RegExp][] = [
    ['title,growth\n<img src=x onerror=alert(1)>,6', /No role of the file could be read; it has 1 problem\./],
    [`title,growth\n${'x'.repeat(10_000)},6`, /it has 1 problem\./],
    ['title,growth\nA,NaN\nB,inf\nC,1e9', /it has 6 problems\./],
    ['title,pay-year-median\nA,-5', /it has 2 problems\./],
    ['{"roles":[{"title":"A","figures":{"growth":1e999}}]}', /it has 1 problem\./],
    [Array.from({ length: 100_000 }, (_, n) => `r${n}`).join('\n'), /it has \d+ problems?\./],
    [`title,growth\n${'A\n'.repeat(400_000)}`, /it has \d+ problems\./],
    ['\u0000\u0001\u0002\u0003', /it has 1 problem\./],
    ['', /it has 1 problem\./],
    ['{"roles":[]}', /^There is no role in the file\.$/],
    ['title,growth\n', /^There is no role in the file\.$/],
  ];
  for (const [text, sentence] of cases) {
    await field(page).setInputFiles(file(text));
    await expect(told(page)).toHaveText(sentence);
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
  }
  await field(page).setInputFiles(file('x'.repeat(5_250_000), 'large.csv'));
  await expect(told(page)).toContainText('The file has 5.2 MB, and at most 1 MB is read.');
  await expect(problems(page)).toHaveCount(0);
  await expectAccessible(page);
});

test('the page answers while a long file is read', { tag: '@fault-file' }, async ({ page }) => {
  const name = 'x'.repeat(10_000);
  const million = (head: string, line: string) => head + line.repeat(Math.floor((1_000_000 - head.length) / line.length));
  // Each with how often others have their turn at least: a step takes 20,000 letters, and one row more.
  const files: [string, string, number][] = [
    ['rows without a role', million('title,growth\n', ',\n'), 20],
    ['a problem in every row', million('title,growth\n', 'r,sixty\n'), 20],
    ['names of 10,000 letters', million('title,growth\n', `${name},6\n`), 15],
    ['more roles than are read', million('title,growth\n', 'r,6\n'), 20],
    ['one row', million('title,growth\n"', 'r,6\n'), 0],
    ['one row of cells', million('title,growth\n', 'a,'), 0],
    ['broken roles after many lines', `${million('{', '\n').slice(0, 500_000)}"roles":[${'{"title" 1},'.repeat(30_000)}{}]}`, 10],
  ];
  for (const [what, text, least] of files) {
    await open(page);
    await page.evaluate(() => {
      const watch = { turns: 0, over: false };
      Object.assign(window, { watch });
      const reading = document.querySelector('.drop')!.parentElement!;
      const turn = () => {
        watch.turns += 1;
        if (!watch.over) setTimeout(turn);
      };
      addEventListener('change', turn, { capture: true, once: true });
      new MutationObserver(() => (watch.over = true)).observe(reading, { subtree: true, childList: true, characterData: true });
    });
    await field(page).setInputFiles(file(text));
    await expect(told(page)).toHaveText(/problem|no role/);
    const { turns } = await page.evaluate(() => (window as unknown as { watch: { turns: number } }).watch);
    expect(turns, what).toBeGreaterThan(least);
  }
});

test('text that runs from right to left, and signs of any kind, stay what they are', async ({ page }) => {
  await open(page, '?roles=15-1252');
  await field(page).setInputFiles(file('title,pay-year-median\nمهندس أول,90000\nEngineer 👩‍💻 (R&D),80000'));
  await part(page).getByRole('button', { name: 'Add them to the comparison' }).click();
  await expect(roleSwitch(page, /مهندس أول/)).toBeChecked();
  await expect(roleSwitch(page, /Engineer 👩‍💻 \(R&D\)/)).toBeChecked();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('titles of one long word, in capitals or in another script stay on the screen, in charts too', async ({ page }) => {
  await open(page, '?roles=15-1252');
  const titles = ['W'.repeat(118), 'SENIOR SOFTWARE ENGINEER '.repeat(4), '漢字'.repeat(55), 'مهندس '.repeat(18)];
  const rows = titles.map((title) => `${title},90000,5,Women: 40; Men: 60`);
  await field(page).setInputFiles(file(['title,pay-year-median,growth-2025-35,gender', ...rows].join('\n')));
  await expect(told(page)).toHaveText('4 roles are read, with no problem.');
  await part(page).getByRole('button', { name: 'Add them to the comparison' }).click();
  await page.getByText('Arrange', { exact: true }).click();
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(page);
    const outside = await page.locator('svg.chart').evaluateAll((charts) =>
      charts.flatMap((chart) => {
        const { left, right } = chart.getBoundingClientRect();
        const words = [...chart.querySelectorAll('text')];
        const cut = words.filter((one) => {
          const place = one.getBoundingClientRect();
          return place.left < left - 1 || place.right > right + 1;
        });
        return cut.map((one) => one.textContent);
      }),
    );
    expect(outside, `words that leave their chart at ${width} px`).toEqual([]);
  }
});

test('the roles are kept on the device only if asked, and can be removed', async ({ page }) => {
  await openOffers(page);
  await part(page).getByRole('button', { name: 'Add them to the comparison' }).click();
  expect(await page.evaluate(() => localStorage.getItem('crossroads.roles'))).toBeNull();
  await part(page).getByLabel('Keep them on this device').check();
  await expect(told(page)).toHaveText('The roles are kept on this device until you remove them.');
  await page.reload();
  await expect(roleSwitch(page, /^Offer of Acme/)).toBeChecked();
  await expect(part(page).getByLabel('Keep them on this device')).toBeChecked();
  await part(page).getByRole('button', { name: 'Remove them' }).click();
  await expect(roleSwitch(page, /^Offer of Acme/)).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem('crossroads.roles'))).toBeNull();
  await page.reload();
  await expect(heading(page)).not.toBeEmpty();
  await expect(part(page).getByText('Roles that are here')).toHaveCount(0);
});

test('a corrected file is seen everywhere, under the name it has now', async ({ page }) => {
  const offer = (title: string, pay: string) => file(`title;id;pay-year-median\n${title};offer;${pay}`);
  await open(page, '?roles=11-2022');
  await field(page).setInputFiles(offer('Offer as it was', '50000'));
  await part(page).getByRole('button', { name: 'Add them to the comparison' }).click();
  await expect(roleSwitch(page, /^Offer as it was/)).toBeChecked();
  await field(page).setInputFiles(offer('Offer as it is', '60000'));
  await expect(roleSwitch(page, /^Offer as it is/)).toBeChecked();
  await settled(page);
  await expect(section(page, 'Overview').getByText('$60,000').first()).toBeVisible();
  await expect(page.getByText('Offer as it was')).toHaveCount(0);
});

test('a full storage keeps nothing and says so', { tag: '@fault-storage' }, async ({ page }) => {
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name: string, text: string) {
      if (name === 'crossroads.roles') throw new DOMException('full', 'QuotaExceededError');
      set.call(this, name, text);
    };
  });
  await openOffers(page);
  await part(page).getByLabel('Keep them on this device').click();
  await expect(told(page)).toContainText('The roles could not be kept');
  await expect(part(page).getByLabel('Keep them on this device')).not.toBeChecked();
});

test('what is kept and corrupt is passed over, with a sentence', { tag: '@fault-storage' }, async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('crossroads.roles', '{"roles":[{"title":"<b>'));
  await open(page);
  await expect(told(page)).toHaveText('Something of what was kept on this device could not be read any more.');
  await expectAccessible(page);
});

test('templates and the roles themselves are saved, and read again as they were', async ({ page }) => {
  await open(page);
  for (const name of ['CSV template', 'JSON template']) {
    const download = page.waitForEvent('download');
    await part(page).getByRole('button', { name }).click();
    const text = await readFile((await (await download).path())!, 'utf8');
    await field(page).setInputFiles(file(text));
    await expect(told(page)).toHaveText('1 role is read, with no problem.');
  }
  await field(page).setInputFiles(file(OFFERS));
  await expect(told(page)).toHaveText('2 roles are read, with no problem.');
  const saved = page.waitForEvent('download');
  await part(page).getByRole('button', { name: 'Save as JSON' }).click();
  const json = JSON.parse(await readFile((await (await saved).path())!, 'utf8'));
  expect(json.roles[0]).toMatchObject({ title: 'Offer of Acme', figures: { 'pay-year-median': 150000, 'growth-2025-35': 6.5 } });
});

test('no file leaves the device', async ({ page }) => {
  const requests: string[] = [];
  await open(page, '?roles=15-1252');
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => {
    if (request.method() !== 'GET' || request.postData()) requests.push(`${request.method()} ${request.url()}`);
    if (decodeURIComponent(request.url()).includes('Acme')) requests.push(request.url());
  });
  await field(page).setInputFiles(file(OFFERS));
  await part(page).getByRole('button', { name: 'Add them to the comparison' }).click();
  await expect(roleSwitch(page, /^Offer of Acme/)).toBeChecked();
  expect(page.url()).not.toContain('cme');
  expect(requests).toEqual([]);
});
