import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  heading,
  open,
  roleSwitch,
  section,
  settled,
  test,
} from '../support/page';

/** Mixes that are hard to show: paid by the hour, paid by the year, a wider group, no ratings, an "all other" code. */
const MIXES: [string, string][] = [
  ['hourly only and yearly only', '?roles=27-2011,25-1031'],
  ['an estimate beside its official counterpart', '?roles=sales-manager,11-2022'],
  ['all other, and a declining role', '?roles=15-1299,43-9022'],
  ['six roles, some with very long names', '?roles=29-1249,43-1011,51-4031,11-2022,29-1141,53-1047'],
];

for (const [name, query] of MIXES) {
  test(`${name}: shown whole, accessible, without a sideways scroll`, { tag: '@own-size' }, async ({ page }) => {
    await open(page, query);
    await expect(section(page, 'Overview').getByRole('row').first()).toBeAttached();
    await expect(page.getByText('About this link')).toHaveCount(0);
    await expectAccessible(page);
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await expectNoSidewaysScroll(page);
    }
  });
}

test('official figures are the source’s cells, in their row and column', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  await expect(heading(page)).toHaveText('Sales managers vs registered nurses');
  const row = (name: string, label: string) =>
    section(page, name).getByRole('row').filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });
  const cells = (name: string, label: string) => row(name, label).getByRole('cell');
  await expect(cells('Overview', 'Yearly pay').nth(0)).toContainText('$148,270');
  await expect(cells('Overview', 'Yearly pay').nth(1)).toContainText('$97,550');
  // The rows that a chart shows stand in its own table.
  for (const summary of await page.getByText('Show as table').all()) await summary.click();
  await expect(cells('Outlook', 'Growth').nth(1)).toContainText('5.6%');
  await expect(cells('People', 'Women').nth(1)).toContainText('87.3%');
  await expect(cells('People', 'Age').nth(1)).toContainText('42.3 years');
  await expect(section(page, 'Sources').getByText(/USDOL\/ETA has not approved/).first()).toBeVisible();
});

test('pay that is published by the hour only is said so and not drawn', async ({ page }) => {
  await open(page, '?roles=27-2011,29-1141');
  const chart = section(page, 'Pay').getByRole('img', { name: /^Salary range\./ });
  await expect(chart).toHaveAccessibleName(/Actors, lowest tenth: published by the hour only/);
  await expect(chart.locator('circle[fill="#010101"]')).toHaveCount(0);
  await expect(chart.locator('circle[fill="#010102"]')).not.toHaveCount(0);
});

test('the official counterpart of an estimate is one tap away', async ({ page }) => {
  await open(page);
  const offer = page.getByRole('link', { name: 'Sales Managers (compare with it)' }).first();
  await offer.click();
  await expect(heading(page)).toHaveText(/^Customer service manager .* vs 2 others$/);
  await expect(page).toHaveURL(/roles=customer-service-manager,sales-manager,11-2022$/);
  await expect(roleSwitch(page, /^Sales Managers BLS/)).toBeChecked();
  await expect(page.getByRole('status')).toContainText('Sales Managers is on. 3 roles are compared.');
  await page.goBack();
  await expect(page).not.toHaveURL(/11-2022/);
  await expect(page.getByRole('status')).toContainText('Sales Managers was taken out. 2 roles are compared.');
});

test('tools are shown when asked for, out of the shards that brought the words', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/data/')) asked.push(new URL(request.url()).pathname);
  });
  await open(page, '?roles=11-2022,29-1141');
  await page.getByRole('heading', { name: 'Tools and technology' }).click();
  await expect(section(page, 'Skills').getByText('Microsoft Excel').first()).toBeVisible();
  await expect(section(page, 'Skills').getByRole('heading', { name: 'On more than one list' }).last()).toBeVisible();
  expect(asked.sort()).toEqual(['/data/occupation/11-2022.json', '/data/occupation/29-1141.json']);
  await expectAccessible(page);
});

for (const [name, body, status] of [
  ['cut off', '{"layout":1,"id":"11-20', 200],
  ['of another layout', '{"layout":2,"id":"11-2022","technology":[]}', 200],
  ['of another role', '{"layout":1,"id":"11-2021","technology":[]}', 200],
  ['a page instead of data', '<!doctype html><title>Moved</title>', 200],
] as const) {
  test(`a shard that is ${name} gives a message in its place and can be asked for again`, { tag: '@fault-network' }, async ({ page }) => {
    // Once for the words, and once more when the tools are opened.
    await page.route('**/data/occupation/11-2022.json*', (route) => route.fulfill({ body, status }), { times: 2 });
    await open(page, '?roles=11-2022');
    await expect(section(page, 'Duties').getByRole('alert')).toBeVisible();
    await page.getByRole('heading', { name: 'Tools and technology' }).click();
    const alert = section(page, 'Skills').getByRole('alert');
    await expect(alert).toContainText('The tools of Sales Managers could not be shown.');
    await expect(alert).toContainText('expected');
    await expect(section(page, 'Overview').getByText('$148,270')).toBeVisible();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(section(page, 'Skills').getByText('Microsoft Excel').first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('the page about the figures explains, lists all sources and offers the data', async ({ page, request }) => {
  await open(page, '?roles=11-2022');
  await page.getByRole('link', { name: /About the figures/ }).click();
  await expect(heading(page)).toHaveText('About the figures');
  await expect(page).toHaveURL(/roles=11-2022&view=about$/);
  await expectAccessible(page);
  const link = page.getByRole('link', { name: 'Download all figures (CSV)' });
  const address = new URL((await link.getAttribute('href'))!, page.url());
  const lines = (await (await request.get(address.href)).text()).trim().split('\n');
  expect(lines).toHaveLength(833);
  expect(lines[0]).toMatch(/^id,title,jobs,annual_mean_usd,annual_p10_usd/);
  await page.getByRole('link', { name: 'Back to comparing' }).click();
  await expect(heading(page)).toHaveText('Sales managers');
  await page.goBack();
  await expect(heading(page)).toHaveText('About the figures');
});

test('a link to a part of the page opens there', async ({ page }) => {
  await page.goto('./?roles=11-2022,29-1141#people');
  await expect(heading(page)).not.toBeEmpty();
  await expect(page.getByRole('heading', { level: 2, name: 'People' })).toBeInViewport();
});

test('a switch far down leaves the reader where they are', async ({ page }) => {
  await open(page);
  const part = page.getByRole('heading', { level: 2, name: 'People' });
  await part.evaluate((element) => element.scrollIntoView());
  const before = (await part.boundingBox())!.y;
  await page.locator('.switch-name', { hasText: 'Sales Manager' }).click();
  await expect(roleSwitch(page, /^Sales Manager/)).not.toBeChecked();
  await settled(page);
  const after = (await part.boundingBox())!.y;
  expect(Math.abs(after - before)).toBeLessThan(250);
});

test('on forced colors a switch shows whether it is on', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, '?off=sales-manager');
  const track = (name: string) =>
    page.locator('.switch', { hasText: name }).locator('.switch-track').evaluate((e) => getComputedStyle(e).backgroundColor);
  expect(await track('Customer Service Manager')).not.toBe(await track('Sales Manager'));
});

test('an empty tray offers a way to begin', async ({ page }) => {
  await open(page, '?roles=');
  await page.getByRole('button', { name: 'Open the first comparison' }).click();
  await expect(heading(page)).toHaveText('Customer service manager vs sales manager');
});

test('the page about the figures tells how each is made, and whose work the program is made of', async ({ page, request }) => {
  await open(page, '?view=about');
  for (const name of ['Where there is no number', 'When a difference is called one', 'Exposure to AI', 'Every figure']) {
    await expect(section(page, name)).toBeVisible();
  }
  await expect(section(page, 'Every figure').getByText('Middle yearly pay (median)', { exact: true })).toBeVisible();
  const link = page.getByRole('link', { name: /^Licenses of what Crossroads is made of/ });
  const address = new URL((await link.getAttribute('href'))!, page.url());
  const text = await (await request.get(address.href)).text();
  expect(text).toMatch(/^leptos \d[\d.]*: MIT$/m);
  expect(text).toContain('Permission is hereby granted, free of charge');
});
