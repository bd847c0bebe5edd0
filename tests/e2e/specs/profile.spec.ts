import { expect, expectAccessible, expectNoSidewaysScroll, heading, open, roleSwitch, section, test } from '../support/page';
import type { Page } from '@playwright/test';

const MOVE = 'What changing from one to the other takes';
const INTERESTS = 'Interests, values and styles';
const HOME = 'Can it be done from home?';
const AI = 'Exposure to AI';
const MEASURES = 'Four research measures';
const PROGRAMS = 'Related college programs';

/** Opens a part by keyboard. */
async function openPart(page: Page, where: string, title: string): Promise<void> {
  const summary = section(page, where).locator('summary').filter({ hasText: title });
  await summary.focus();
  await page.keyboard.press('Enter');
}

test('the sources of an opened part are described once, for as long as it is there', async ({ page }) => {
  await open(page, '?roles=29-2061,29-1141');
  const knowledge = page.locator('[id="source-onet-knowledge-30-2"]');
  await expect(knowledge).toHaveCount(0);
  await openPart(page, 'Skills', MOVE);
  await expect(knowledge).toHaveCount(1);
  await openPart(page, 'Related', 'Similar roles, and ways');
  await expect(section(page, 'Related').getByText('About these similar roles')).toBeVisible();
  await expect(knowledge).toHaveCount(1);
  await page.reload();
  await openPart(page, 'Skills', MOVE);
  await expect(knowledge).toHaveCount(1);
  await roleSwitch(page, /^Registered Nurses/).click();
  await expect(knowledge).toHaveCount(0);
});

test('what a change takes is told by keyboard, and the way back is another', async ({ page }) => {
  await open(page, '?roles=29-2061,29-1141');
  await openPart(page, 'Skills', MOVE);
  const skills = section(page, 'Skills');
  await expect(skills.getByText(/^From Licensed Practical .* to Registered Nurses: more is needed of 5 skills/)).toBeVisible();
  const more = skills.getByRole('table', { name: 'More is needed of 5 skills' });
  const row = more.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Writing' }) });
  await expect(row.getByRole('cell').nth(0)).toContainText('level 3.12');
  await expect(row.getByRole('cell').nth(0)).toContainText('importance 3.25');
  await expect(row.getByRole('cell').nth(1)).toContainText('level 3.88');
  await expectAccessible(page);

  const swap = skills.getByRole('button', { name: 'Swap from and to' });
  await swap.focus();
  await page.keyboard.press('Enter');
  await expect(skills.getByText(/^From Registered Nurses to Licensed .*; both need 16 skills/)).toBeVisible();
  await expect(swap).toBeFocused();
  await expect(skills.getByText('No skill of which more is needed.', { exact: true })).toBeVisible();
  const both = skills.locator('summary').filter({ hasText: 'Both need 16 skills' });
  await both.focus();
  await page.keyboard.press('Enter');
  await expect(skills.getByRole('table', { name: 'Both need 16 skills' })).toContainText('less of it will do');
});

test('of more than two roles, any two can be chosen', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141,15-1252');
  await openPart(page, 'Skills', MOVE);
  const skills = section(page, 'Skills');
  await skills.getByRole('combobox', { name: 'To', exact: true }).selectOption({ label: 'Software Developers, BLS' });
  await expect(skills.getByText(/^From Sales Managers to Software Developers:/)).toBeVisible();
  // Choosing the one that stands on the other side turns them round.
  await skills.getByRole('combobox', { name: 'From', exact: true }).selectOption({ label: 'Software Developers, BLS' });
  await expect(skills.getByText(/^From Software Developers to Sales Managers:/)).toBeVisible();
  await expect(skills.getByRole('combobox', { name: 'To', exact: true })).toHaveValue('11-2022');
  await expect(page).toHaveURL(/roles=11-2022,29-1141,15-1252$/);
});

test('the kind of work: interests, values, from home and AI, each with its sources', { tag: '@own-size' }, async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141');
  const kind = section(page, 'Kind of work');
  await expect(kind.getByRole('table')).toHaveCount(0);
  await expect(section(page, 'Sources').getByText('Dingel and Neiman', { exact: true })).toHaveCount(0);
  for (const title of [INTERESTS, HOME, AI]) await openPart(page, 'Kind of work', title);

  const cell = (table: string, label: string, role: number) =>
    kind
      .getByRole('table', { name: table })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })
      .getByRole('cell')
      .nth(role);
  await expect(cell('Interests of the compared roles', 'Enterprising', 0)).toContainText('7 of 7');
  await expect(cell('Work values of the compared roles', 'Independence', 0)).toContainText('5.67 of 7');
  // The category of BLS comes first; the measures of researchers are one press away.
  await expect(kind.getByText('Registered Nurses: BLS ranks it high, compared with other jobs.')).toBeVisible();
  await expect(kind.getByText('This is not a forecast of job loss.', { exact: true })).toBeVisible();
  await expect(kind.getByText('Registered Nurses: the 4 measures disagree')).toBeHidden();
  await kind.getByText(MEASURES).click();
  await expect(cell('Four measures of the compared roles', 'Microsoft (2025)', 0)).toContainText('middle fifth');
  await expect(kind.getByText('Registered Nurses: the 4 measures disagree')).toBeVisible();
  await expect(cell('From home of the compared roles', 'Working from home', 1)).toContainText('cannot be done from home');
  await expect(kind.getByText(/risk|lose/i)).toHaveCount(0);
  await expectAccessible(page);
  for (const width of [320, 360, 768, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(page);
  }
  // A source stands among the sources once something of it is on the screen.
  await kind.getByRole('link', { name: 'Dingel and Neiman' }).click();
  await expect(section(page, 'Sources').locator('#source-dingel-neiman-2020')).toBeInViewport();
  await kind.getByRole('button', { name: 'About these measures' }).click();
  await expect(page.getByRole('dialog')).toContainText('GPTs are GPTs');
});

test('programs are called related, and those of several roles come first', async ({ page }) => {
  await open(page, '?roles=11-2022,11-2021');
  await openPart(page, 'Education', PROGRAMS);
  const education = section(page, 'Education');
  await expect(education.getByRole('heading', { name: 'On more than one list' })).toBeVisible();
  await expect(education.getByText('Marketing/Marketing Management, General').first()).toBeVisible();
  await expect(education.getByText(/not what people in the role have studied/)).toBeVisible();
  await expectAccessible(page);
});

test('estimates are rated as their official counterparts, which is said', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/data/')) asked.push(new URL(request.url()).pathname);
  });
  await open(page);
  await openPart(page, 'Skills', MOVE);
  const skills = section(page, 'Skills');
  await expect(skills.getByText(/^No source rates Sales Manager .* itself\./)).toBeVisible();
  await expect(skills.getByText(/^From Customer Service Manager to Sales Manager: more is needed of/)).toBeVisible();
  expect(asked.sort()).toEqual(['/data/occupation/11-2022.json', '/data/occupation/43-1011.json']);
});

test('what cannot be had is said in each part and can be asked for again', { tag: '@fault-network' }, async ({ page }) => {
  await page.route('**/data/occupation/29-1141.json*', (route) => route.fulfill({ body: '{"layout":1', status: 200 }));
  await open(page, '?roles=11-2022,29-1141');
  await openPart(page, 'Kind of work', AI);
  const kind = section(page, 'Kind of work');
  await kind.getByText(MEASURES).click();
  const alert = kind.getByRole('alert');
  await expect(alert).toContainText('The exposure to AI of Registered Nurses could not be shown.');
  // The role that is here is shown; the other one is not given figures that nobody has read.
  await expect(kind.getByRole('table')).not.toContainText('not published');
  await openPart(page, 'Skills', MOVE);
  const skills = section(page, 'Skills');
  await expect(skills.getByRole('alert')).toContainText('Registered Nurses could not be shown');
  await expect(heading(page)).toHaveText('Sales managers vs registered nurses');
  await page.unroute('**/data/occupation/29-1141.json*');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(kind.getByText('Registered Nurses: the 4 measures disagree')).toBeVisible();
  await expect(skills.getByText(/^From Sales Managers to Registered Nurses:/)).toBeVisible();
});

test('a role without ratings says so, and what there is of it stands', async ({ page }) => {
  await open(page, '?roles=15-1299,29-1141');
  await openPart(page, 'Skills', MOVE);
  await expect(section(page, 'Skills').getByText(/^O\*NET publishes no ratings of skills and knowledge for/)).toBeVisible();
  await openPart(page, 'Kind of work', INTERESTS);
  await expect(section(page, 'Kind of work').getByText('not published for this role').first()).toBeVisible();
  await expectAccessible(page);
});
