import { expect, test, type Locator, type Page } from '@playwright/test';

import { inTheWay, type Fault } from '../support/faults';
import { heading, open, roleSwitch, section } from '../support/page';

// Whatever comes in place of a file, the page says so where the file would be shown, and goes on; what is asked for again
// may meet another fault; when the file comes, it is as if nothing had been.

const PAIR = '?roles=11-2022,29-1141';

/** Something that is fetched. */
interface Fetched {
  what: string;
  address: string | RegExp;
  query: string;
  /** Why each fault keeps it from being shown, in the order in which they are tried. */
  faults: [Fault, RegExp][];
  /** Makes the page ask for it. */
  ask?(page: Page): Promise<void>;
  /** Where it is said that it could not be had, with the way to try again. */
  message(page: Page): Locator;
  /** What is said while it is on its way. */
  waiting: RegExp;
  /** What stands there once it has come. */
  here(page: Page): Locator;
}

const OF_DATA: [Fault, RegExp][] = [
  ['cut off', /They cannot be read/],
  ['out of reach', /There is no connection to the site/],
  ['a page in its place', /They cannot be read/],
  ['not there', /The site answered 404/],
  ['of another version', /The site has been renewed since this page was opened/],
];

const OF_PROGRAM: [Fault, RegExp][] = [
  ['cut off', /could not be fetched/],
  ['out of reach', /could not be fetched/],
  ['a page in its place', /could not be fetched/],
  ['not there', /could not be fetched/],
];

const similar = 'Similar roles, and ways from one role to another';
const ofRole = (page: Page, title: string) =>
  section(page, 'Related')
    .locator('.side-by-side > div')
    .filter({ has: page.getByRole('heading', { level: 4, name: title, exact: true }) });
const picker = (page: Page) => page.getByRole('dialog', { name: 'Add a role' });

const ALL: Fetched[] = [
  {
    what: 'what is known of a role',
    address: '**/data/occupation/11-2022.json*',
    query: PAIR,
    faults: OF_DATA,
    message: (page) => section(page, 'What they do').getByRole('alert'),
    waiting: /The description is on its way/,
    here: (page) => section(page, 'What they do').getByText('A company’s sales force takes its direction'),
  },
  {
    what: 'how alike other roles are',
    address: '**/data/alike/11-2022.json*',
    query: PAIR,
    faults: OF_DATA,
    ask: (page) => section(page, 'Related').getByText(similar).click(),
    message: (page) => section(page, 'Related').getByRole('alert'),
    waiting: /Getting the roles like Sales Managers/,
    here: (page) => ofRole(page, 'Sales Managers').locator('h5').first(),
  },
  {
    what: 'the figures of a place',
    address: '**/data/area/0019740.json*',
    query: `${PAIR}&place=0019740`,
    faults: OF_DATA,
    message: (page) => page.locator('.place-state').getByRole('alert'),
    waiting: /Getting pay and jobs in the Denver area/,
    here: (page) => section(page, 'Overview').getByText('$181,580'),
  },
  {
    what: 'the other titles of roles',
    address: '**/data/titles.json*',
    query: PAIR,
    faults: OF_DATA,
    ask: async (page) => {
      await page.getByRole('button', { name: 'Add a role' }).click();
      await picker(page).getByRole('combobox').fill('rn');
    },
    message: (page) => picker(page),
    waiting: /The other titles people use are on their way/,
    here: (page) => picker(page).getByRole('option', { name: /also called “RN”/ }).first(),
  },
  ...(
    [
      ['the ways to take a comparison along', /split_export\.wasm$/, 'Take it with you', 'Download CSV'],
      ['the place of own roles', /split_own_roles\.wasm$/, 'Your own roles', 'CSV template'],
    ] as const
  ).map(
    ([what, address, name, button]): Fetched => ({
      what: `the program of ${what}`,
      address,
      query: PAIR,
      faults: OF_PROGRAM,
      message: (page) => section(page, name).getByRole('alert'),
      waiting: /^Getting /,
      here: (page) => section(page, name).getByRole('button', { name: button }),
    }),
  ),
  {
    what: 'the program of the sections',
    address: /split_sections\.wasm$/,
    query: PAIR,
    faults: OF_PROGRAM,
    message: (page) => page.locator('.sections-room').getByRole('alert'),
    waiting: /Getting the comparison in full/,
    here: (page) => section(page, 'Overview').getByText('$148,270'),
  },
  {
    what: 'the program of the choice of a place',
    address: /split_place\.wasm$/,
    query: PAIR,
    faults: OF_PROGRAM,
    message: (page) => page.locator('.place-room').getByRole('alert'),
    waiting: /Getting the choice of a place/,
    here: (page) => page.getByRole('combobox', { name: 'Pay and jobs in' }),
  },
  {
    what: 'the program of the search for roles',
    address: /split_choosing\.wasm$/,
    query: PAIR,
    faults: OF_PROGRAM,
    ask: (page) => page.getByRole('button', { name: 'Add a role' }).click(),
    message: (page) => picker(page).getByRole('alert'),
    waiting: /Getting the search for roles/,
    here: (page) => picker(page).getByRole('combobox'),
  },
  {
    what: 'the program of the list of all roles',
    address: /split_browse\.wasm$/,
    query: `${PAIR}&view=browse`,
    faults: OF_PROGRAM,
    message: (page) => page.getByRole('main').getByRole('alert'),
    waiting: /Getting the list of all roles/,
    here: (page) => page.getByRole('heading', { level: 1, name: 'All 832 roles' }),
  },
  {
    what: 'the program of the page about the figures',
    address: /split_about\.wasm$/,
    query: '?view=about',
    faults: OF_PROGRAM,
    message: (page) => page.getByRole('main').getByRole('alert'),
    waiting: /Getting what the figures are/,
    here: (page) => page.getByRole('heading', { level: 1 }),
  },
  {
    what: 'the program of a chart alone',
    address: /split_embed\.wasm$/,
    query: `?embed=salary-range&roles=11-2022`,
    faults: OF_PROGRAM,
    message: (page) => page.getByRole('alert'),
    waiting: /Getting the chart/,
    here: (page) => page.getByRole('img', { name: /Salary range/ }),
  },
];

for (const fetched of ALL) {
  test(`${fetched.what} may be slow, or not come`, { tag: '@fault-network' }, async ({ page }) => {
    const [[first], ...others] = fetched.faults;
    const way = await inTheWay(page, fetched.address, first);
    await page.goto(`./${fetched.query}`);
    await expect(page.locator('html[data-started]')).toBeAttached();
    if (fetched.query.startsWith(PAIR) && !fetched.query.includes('view=')) {
      await expect(heading(page)).toHaveText(/^Sales managers vs registered nurses/);
    }
    await fetched.ask?.(page);
    const retry = fetched.message(page).getByRole('button', { name: 'Try again' });
    let asked = 0;
    for (const [number, [, why]] of fetched.faults.entries()) {
      // Each time it was asked for anew.
      await expect.poll(way.answers).toBeGreaterThan(asked);
      asked = way.answers();
      await expect(fetched.message(page)).toContainText(why);
      await expect(fetched.here(page)).toHaveCount(0);
      await expect(page.locator('#fault')).toBeHidden();
      const next = others[number];
      if (!next) break;
      way.put(next[0]);
      await retry.click();
    }
    const release = way.slow();
    await retry.click();
    await expect(page.getByText(fetched.waiting).first()).toBeVisible();
    if (fetched.query === PAIR && !fetched.ask) {
      // Meanwhile the rest of the page goes on.
      await roleSwitch(page, /^Registered Nurses/).click();
      await expect(heading(page)).toHaveText('Sales managers');
      await roleSwitch(page, /^Registered Nurses/).click();
      await expect(heading(page)).toHaveText('Sales managers vs registered nurses');
    }
    release();
    await expect(fetched.here(page)).toBeVisible();
    await expect(page.getByRole('alert').filter({ visible: true })).toHaveCount(0);
  });
}

test('a file that many parts of the program share may be cut off', { tag: '@fault-network' }, async ({ page }) => {
  const way = await inTheWay(page, /chunk_\d+\.wasm$/, 'cut off');
  await page.goto(`./${PAIR}`);
  await expect(page.locator('html[data-started]')).toBeAttached();
  const alerts = page.getByRole('main').getByRole('alert');
  await expect(alerts.first()).toContainText('could not be fetched');
  way.slow()();
  await expect(async () => {
    const retry = alerts.getByRole('button', { name: 'Try again' });
    if ((await retry.count()) > 0) await retry.first().click();
    await expect(alerts).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await open(page, PAIR);
  await expect(section(page, 'Overview').getByText('$148,270')).toBeVisible();
});
