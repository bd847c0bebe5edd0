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

const BOTH = 'Customer service manager vs sales manager';
const CSM = /^Customer Service Manager/;
const SM = /^Sales Manager/;

test('opens on the finished default comparison', async ({ page }) => {
  await open(page);
  await expect(heading(page)).toHaveText(BOTH);
  await expect(page).toHaveTitle(`${BOTH} · Crossroads`);
  await expect(roleSwitch(page, CSM)).toBeChecked();
  await expect(roleSwitch(page, SM)).toBeChecked();
  await expect(page.getByText('earn $12,465 more a year (20%)')).toBeVisible();
  const names = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(names).toEqual([
    'Overview',
    'What they do',
    'Pay',
    'Outlook',
    'Education',
    'People',
    'Duties',
    'Skills',
    'Kind of work',
    'Related',
    'Take it with you',
    'Your own roles',
    'Sources',
  ]);
});

test('a table cell is reached by its row and column', async ({ page }) => {
  await open(page);
  const overview = section(page, 'Overview').getByRole('table', { name: 'Overview of the compared roles' });
  const row = overview.getByRole('row').filter({ hasText: 'Number of jobs' });
  await expect(row.getByRole('rowheader')).toHaveAccessibleName('Number of jobs');
  await expect(row.getByRole('cell').nth(0)).toContainText('313,110');
  await expect(row.getByRole('cell').nth(1)).toContainText('119,066');
});

test('what a source leaves out is said in words', async ({ page }) => {
  await open(page);
  const row = section(page, 'Pay').getByRole('row').filter({ hasText: 'Best-paying industry' });
  await expect(row.getByRole('cell').nth(1)).toContainText('not published for this role');
  await open(page, '?off=customer-service-manager');
  await expect(section(page, 'Pay').getByText(/^No data for: .*Best-paying industry/)).toBeVisible();
});

test('a role is switched off and on again, and the address follows', async ({ page }) => {
  await open(page);
  await roleSwitch(page, SM).click();
  await expect(heading(page)).toHaveText('Customer service manager');
  await expect(page).toHaveURL(/\?off=sales-manager$/);
  await expect(page.getByText('$73,952')).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveText('Sales Manager is off. 1 role is compared.');

  await roleSwitch(page, SM).click();
  await expect(heading(page)).toHaveText(BOTH);
  await expect(page).not.toHaveURL(/\?/);
  await expect(page.getByText('$73,952').first()).toBeVisible();
});

test('with no role on, the page invites to choose', async ({ page }) => {
  await open(page, '?off=customer-service-manager,sales-manager');
  await expect(heading(page)).toHaveText('Choose the roles to compare');
  await expect(page.getByText('Nothing is compared now.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Your own roles']);
  await expectAccessible(page);
  await roleSwitch(page, CSM).click();
  await expect(heading(page)).toHaveText('Customer service manager');
});

test('Back undoes and Forward redoes', async ({ page }) => {
  await open(page);
  await roleSwitch(page, SM).click();
  await roleSwitch(page, CSM).click();
  await expect(heading(page)).toHaveText('Choose the roles to compare');
  await page.goBack();
  await expect(heading(page)).toHaveText('Customer service manager');
  await page.goBack();
  await expect(heading(page)).toHaveText(BOTH);
  await expect(roleSwitch(page, SM)).toBeChecked();
  await page.goForward();
  await expect(heading(page)).toHaveText('Customer service manager');
  await expect(roleSwitch(page, SM)).not.toBeChecked();
});

test('a switch far down does not throw the reader back to the top', async ({ page }) => {
  await open(page);
  await section(page, 'People').scrollIntoViewIfNeeded();
  await roleSwitch(page, SM).focus();
  await page.keyboard.press('Space');
  await expect(heading(page)).toHaveText('Customer service manager');
  await expect(section(page, 'People')).toBeInViewport();
});

test('a switch pressed in the step that scrolled keeps the reader where that brought them', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    document.getElementById('people')!.scrollIntoView();
    document.querySelectorAll<HTMLElement>('[role=switch]')[1].click();
  });
  await expect(heading(page)).toHaveText('Customer service manager');
  await settled(page);
  await expect(section(page, 'People')).toBeInViewport();
});

test('a reload and a link open the same comparison', async ({ page }) => {
  await open(page, '?roles=sales-manager,customer-service-manager&off=customer-service-manager');
  await expect(heading(page)).toHaveText('Sales manager');
  await expect(roleSwitch(page, SM)).toBeChecked();
  await expect(roleSwitch(page, CSM)).not.toBeChecked();
  await page.reload();
  await expect(heading(page)).toHaveText('Sales manager');
  await expect(page.getByRole('region', { name: 'About this link' })).toHaveCount(0);
});

test('a malformed link opens with a notice that can be put away', { tag: '@fault-link' }, async ({ page }) => {
  await open(page, '?roles=astronaut&color=%3Cb%3Ered');
  await expect(heading(page)).toHaveText(BOTH);
  const notices = page.getByRole('region', { name: 'About this link' });
  await expect(notices).toContainText('a role “\u2068astronaut\u2069” that Crossroads does not have');
  await expect(notices).toContainText('a part named “\u2068color\u2069”');
  await expectAccessible(page);
  await notices.getByRole('button', { name: 'All right' }).click();
  await expect(notices).toHaveCount(0);
  await expect(page).not.toHaveURL(/\?/);
});

test('a link that a messenger mangled opens without a word', { tag: '@fault-link' }, async ({ page }) => {
  await open(page, '?utm_source=chat&amp;roles=11-2022.00%2C+29-1141).&fbclid=1');
  await expect(heading(page)).toHaveText('Sales managers vs registered nurses');
  await expect(page.getByRole('region', { name: 'About this link' })).toHaveCount(0);
  await roleSwitch(page, /^Sales Managers/).click();
  await expect(page).toHaveURL(/\?roles=11-2022,29-1141&off=11-2022$/);
});

test('nothing of a link becomes markup', { tag: '@fault-link' }, async ({ page }) => {
  await open(page, '?roles=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&%3Cscript%3Ealert(1)%3C/script%3E');
  await expect(page.locator('main img, main script')).toHaveCount(0);
  await expect(page.getByText(/<script>alert\(1\)<\/script/)).toBeVisible();
});

test('everything is done by keyboard', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the comparison' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(roleSwitch(page, CSM)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(roleSwitch(page, SM)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(heading(page)).toHaveText('Customer service manager');
  await expect(roleSwitch(page, SM)).toBeFocused();

  await settled(page);
  await section(page, 'Duties').locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(section(page, 'Duties').getByRole('listitem').filter({ visible: true })).toHaveCount(6);
});

test('a few duties are shown, and more on demand', async ({ page }) => {
  await open(page);
  const shown = section(page, 'Duties').getByRole('listitem').filter({ visible: true });
  await expect(shown).toHaveCount(6);
  await section(page, 'Duties').getByText('Show 3 more').first().click();
  await expect(shown).toHaveCount(9);
  await section(page, 'Duties').getByText('Show fewer').first().click();
  await expect(shown).toHaveCount(6);
});

test('each figure leads to its source', async ({ page }) => {
  await open(page);
  await section(page, 'Overview').getByRole('link', { name: 'Zippia' }).click();
  await expect(page).toHaveURL(/#source-zippia$/);
  const source = section(page, 'Sources').getByRole('article').filter({ hasText: 'Zippia' });
  await expect(source).toBeInViewport();
  await expect(source).toContainText('no date given');
  // The address of a part of the page survives a switch.
  await roleSwitch(page, SM).click();
  await expect(page).toHaveURL(/\?off=sales-manager#source-zippia$/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no accessibility violation in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expectAccessible(page);
  });
}

test('dark follows the system, with the same figures', async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  expect(await ground()).toBe('rgb(252, 251, 248)');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground()).toBe('rgb(22, 21, 19)');
  await expect(page.getByText('$61,487').first()).toBeVisible();
});

for (const [width, height] of [
  [320, 568],
  [360, 740],
  [667, 375],
  [768, 1024],
  [1280, 800],
]) {
  test(`nothing scrolls sideways at ${width} x ${height}`, { tag: '@own-size' }, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expectNoSidewaysScroll(page);
  });
}

const SIX = '?roles=11-2022,43-1011,29-1141,15-1252,25-2021,47-2111';

test('changes in quick succession leave every section at the last one', async ({ page }) => {
  await open(page, SIX);
  await page.evaluate(() => {
    const press = (at: number) => document.querySelectorAll<HTMLElement>('[role="switch"]')[at].click();
    // The nurses stay off, the sales managers come back.
    for (const at of [0, 2, 0]) press(at);
  });
  for (const name of ['Overview', 'Pay', 'Outlook', 'Education', 'People']) {
    const table = section(page, name).getByRole('table').first();
    await expect(table).toContainText('Sales Managers');
    await expect(table).not.toContainText('Registered Nurses');
  }
  await expect(section(page, 'Duties')).not.toContainText('Registered Nurses');
  await expect(section(page, 'Duties')).toContainText('Sales Managers');
});

test('a change leaves the cells as they are in which nothing changes', async ({ page }) => {
  await open(page, SIX);
  const overview = section(page, 'Overview').getByRole('table');
  await expect(overview).toContainText('Registered Nurses');
  // Words have no scale that they share with those of other roles.
  const marked = await overview.locator('tbody td:nth-of-type(1):not(:has(.scale-bar))').evaluateAll((cells) => {
    for (const cell of cells) cell.setAttribute('data-kept', '');
    return cells.length;
  });
  expect(marked).toBeGreaterThan(0);
  await roleSwitch(page, /^Registered Nurses/).click();
  await expect(overview).not.toContainText('Registered Nurses');
  await roleSwitch(page, /^Registered Nurses/).click();
  await expect(overview).toContainText('Registered Nurses');
  await expect(overview.locator('[data-kept]')).toHaveCount(marked);
});

test('what is printed right after a change is of the same comparison everywhere', async ({ page }) => {
  await open(page, SIX);
  const people = section(page, 'People');
  await expect(people).toContainText('Registered Nurses');
  const printed = await people.evaluate(async (people) => {
    document.querySelectorAll<HTMLElement>('[role="switch"]')[2].click();
    dispatchEvent(new Event('beforeprint'));
    // Before the next frame: no section has had a turn yet.
    await new Promise((done) => setTimeout(done));
    return people.textContent;
  });
  expect(printed).not.toContain('Registered Nurses');
  expect(printed).toContain('Sales Managers');
});
