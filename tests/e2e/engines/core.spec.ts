import { expect } from '@playwright/test';

import { type Visitor, test } from './visitor';

// What a visitor can rely on in every engine.

const BOTH = 'Customer service manager vs sales manager';

test.afterEach(async ({ visitor, site }) => {
  const errors = (await visitor.errors()).filter((words) => !visitor.expected?.test(words));
  expect(errors, 'errors on the console, and what the policy refused').toEqual([]);
  const asked = await visitor.run(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  expect(asked.filter((url) => !url.startsWith(site.url) && !/^(blob|data):/.test(url)), 'requests elsewhere').toEqual([]);
});

test('the page opens on the finished comparison, which the program takes over', async ({ visitor, site }) => {
  await visitor.open(site.url);
  expect(await visitor.text('h1')).toBe(BOTH);
  expect(await visitor.run(() => document.title)).toBe(`${BOTH} · Crossroads`);
  expect(await visitor.names('switch')).toEqual([
    expect.stringMatching(/^Customer Service Manager/),
    expect.stringMatching(/^Sales Manager/),
  ]);
  expect(await visitor.text('.in-short')).toContain('earn $12,465 more a year (20%)');
  expect(await visitor.run(() => document.querySelectorAll('#starting').length)).toBe(0);
  // What can be pressed does not look like mere words.
  const line = () => getComputedStyle(document.querySelector('.about-button')!).textDecorationLine;
  expect(await visitor.run(line)).toBe('underline');
  const width = (selector: string) => visitor.run((css) => document.querySelector(css)!.getBoundingClientRect().width, selector);
  expect(await width('.in-short svg'), 'the chart has the width of its place').toBeGreaterThan((await width('.in-short')) / 3);
});

test('nothing is wider than a small screen', async ({ visitor, site }) => {
  await visitor.engine.resize(360, 740);
  await visitor.open(`${site.url}?roles=11-2022,29-1141,15-1252`);
  const { scrollWidth, clientWidth } = await visitor.run(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  // The window of MiniBrowser does not become narrower than the buttons of its bar.
  expect(clientWidth).toBeLessThanOrEqual(480);
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});

test('a role is switched off and on, and heading, address and history follow', async ({ visitor, site }) => {
  await visitor.open(site.url);
  await visitor.click('switch', 'Sales Manager');
  await expectHeading(visitor, 'Customer service manager');
  expect(await query(visitor)).toBe('?off=sales-manager');
  await visitor.click('switch', 'Customer Service Manager');
  await expectHeading(visitor, 'Choose the roles to compare');
  await visitor.engine.back();
  await expectHeading(visitor, 'Customer service manager');
  await visitor.engine.back();
  await expectHeading(visitor, BOTH);
  expect(await query(visitor)).toBe('');
  await visitor.engine.forward();
  await expectHeading(visitor, 'Customer service manager');
  expect(await switchedOn(visitor)).toEqual([true, false]);
  await visitor.click('switch', 'Sales Manager');
  await expectHeading(visitor, BOTH);
  expect(await query(visitor)).toBe('');
});

test('a role is searched for, found in spite of a typo, and added', async ({ visitor, site }) => {
  await visitor.open(site.url);
  await search(visitor, 'elektrician');
  await expect.poll(async () => (await visitor.names('option'))[0]).toContain('Electricians');
  await visitor.press('Enter');
  await expect.poll(async () => (await visitor.names('option'))[0]).toContain('in your list');
  await visitor.press('Escape');
  await expect.poll(() => visitor.run(() => document.querySelectorAll('dialog[open]').length)).toBe(0);
  await expect.poll(() => query(visitor)).toBe('?roles=customer-service-manager,sales-manager,47-2111');
  expect(await visitor.names('switch')).toContainEqual(expect.stringMatching(/^Electricians/));
});

test('a link opens what it says, and leaves the visitor’s own comparison alone', async ({ visitor, site }) => {
  await visitor.open(`${site.url}?roles=11-2022,29-1141`);
  await visitor.click('switch', 'Sales Managers');
  await expect.poll(() => query(visitor)).toBe('?roles=11-2022,29-1141&off=11-2022');
  await visitor.open(`${site.url}?roles=15-1252,29-1171&baseline=29-1171&off=nobody`);
  await expectHeading(visitor, 'Software developers vs nurse practitioners');
  expect(await visitor.names('switch')).toEqual([
    expect.stringMatching(/^Software Developers/),
    expect.stringMatching(/^Nurse Practitioners.*, baseline$/),
  ]);
  expect(await visitor.names('region')).toContain('A shared comparison');
  expect(await visitor.text('[aria-label="About this link"]')).toContain('nobody');
  await visitor.click('button', 'Back to mine');
  await expectHeading(visitor, 'Registered nurses');
  await visitor.engine.reload();
  await visitor.started();
  await expectHeading(visitor, 'Registered nurses');
  expect(await switchedOn(visitor)).toEqual([false, true]);
});

test('the page of a role leads to its comparison', async ({ visitor, site }) => {
  await visitor.open(`${site.url}role/29-1141/`);
  await expect.poll(() => query(visitor)).toBe('?roles=29-1141');
  await expect.poll(() => visitor.text('main')).toContain('registered nurses plan and give care');
});

test('the comparison is saved as a table and as data, and copied as text', async ({ visitor, site }) => {
  await visitor.open(`${site.url}?roles=11-2022,29-1141`);
  const csv = await visitor.saved('Download CSV');
  expect(csv.name).toBe('crossroads-sales-managers-vs-registered-nurses.csv');
  expect(csv.text).toMatch(/^\uFEFFrole_id,role,section,/);
  expect(csv.text).toContain('"$97,550"');
  const json = JSON.parse((await visitor.saved('Download JSON')).text);
  const isMedian = (figure: { role: string; metric: string }) => figure.role === '29-1141' && figure.metric === 'pay-year-median';
  expect(json.figures.find(isMedian)).toMatchObject({ value: 97550, shown: '$97,550', source: 'oews-2025' });
  await visitor.click('button', 'Copy as text');
  // Where an engine keeps its clipboard from the page, the page says so and shows the text.
  await expect
    .poll(() => visitor.text('.taken'))
    .toMatch(/^(The comparison is in the clipboard, as text|Couldn’t copy)\./);
  if ((await visitor.text('.taken')).includes('Couldn’t copy')) {
    const shown = await visitor.run(() => document.querySelector<HTMLTextAreaElement>('.text-to-copy textarea')?.value);
    expect(shown).toContain('Yearly pay: $97,550; median');
  }
});

test('markup that could act is refused', async ({ visitor, site }) => {
  await visitor.open(site.url);
  const isKnown = await visitor.run(() => 'trustedTypes' in window);
  test.skip(!isKnown, 'this engine does not know trusted types; its policy refuses scripts all the same');
  // As the page tells of a refusal, and as Firefox does, where its words are here in time.
  visitor.expected = /trusted-types-sink|require-trusted-types-for/;
  const outcome = await visitor.run(() => {
    try {
      document.createElement('div').innerHTML = '<img src="none" onerror="run()">';
      return 'done';
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(outcome).toBe('TypeError');
});

test.describe('where the program cannot run', () => {
  test.use({ wasm: false });

  test('the page says so, and what was written into it can be read', async ({ visitor, site }) => {
    await visitor.engine.go(site.url);
    const isSeen = (words: string) => {
      const said = [...document.querySelectorAll('p')].find((line) => line.textContent?.includes(words));
      return said?.checkVisibility() ?? false;
    };
    await expect.poll(() => visitor.run(isSeen, 'This browser is too old for Crossroads')).toBe(true);
    expect(await visitor.text('h1')).not.toBe('');
    expect(await visitor.run(() => document.body.innerText)).toContain('$73,952');
  });
});

test('after one visit any roles compare without a network', async ({ visitor, site }) => {
  await visitor.open(site.url);
  const keeps = await visitor.run(() => 'serviceWorker' in navigator);
  test.skip(!keeps, 'this engine keeps nothing for use without a network');
  await expect.poll(() => visitor.run(() => navigator.serviceWorker.controller?.state ?? null)).toBe('activated');
  await site.close();
  // What was never seen cannot be fetched now.
  visitor.expected = /\/data\/(occupation|titles)/;
  await visitor.open(`${site.url}?roles=15-1252,29-1171`);
  await expectHeading(visitor, 'Software developers vs nurse practitioners');
  await search(visitor, 'electricians');
  await expect.poll(async () => (await visitor.names('option'))[0]).toContain('Electricians');
});

async function search(visitor: Visitor, words: string): Promise<void> {
  await visitor.click('button', 'Add a role');
  await expect.poll(() => visitor.run(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  await visitor.type(words);
}

const expectHeading = (visitor: Visitor, words: string) => expect.poll(() => visitor.text('h1')).toBe(words);

const query = (visitor: Visitor) => visitor.run(() => location.search);

const switchedOn = (visitor: Visitor) =>
  visitor.run(() => [...document.querySelectorAll<HTMLInputElement>('[role=switch]')].map((one) => one.checked));
