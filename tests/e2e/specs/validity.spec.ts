import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { HtmlValidate, StaticConfigLoader, type Report } from 'html-validate';

import { running, served } from '../support/html-rules';
import { built, DIST } from '../support/host';
import { expect, open, section, test } from '../support/page';
import type { Page } from '@playwright/test';

// The pages, as they are served and as the program makes them, are HTML as its standard has it.

const validators = {
  served: new HtmlValidate(new StaticConfigLoader(served)),
  running: new HtmlValidate(new StaticConfigLoader(running)),
};

/** What is wrong, in a line each. */
function faults(report: Report): string[] {
  return report.results.flatMap(({ messages, source }) =>
    messages.map(({ ruleId, message, line, column }) => {
      const at = source?.split('\n')[line - 1]?.slice(Math.max(0, column - 60), column + 100);
      return `${ruleId}: ${message} (${line}:${column}) … ${at} …`;
    }),
  );
}

async function expectValid(name: string, html: string, how: keyof typeof validators): Promise<void> {
  expect(faults(await validators[how].validateString(html)).slice(0, 20), name).toEqual([]);
}

/** Holds the page as it stands now; a dialog that is closed is there for nobody, and is written when it opens. */
async function expectValidNow(name: string, page: Page): Promise<void> {
  const html = await page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as Element;
    for (const dialog of root.querySelectorAll('dialog:not([open])')) dialog.remove();
    return `<!doctype html>${root.outerHTML}`;
  });
  await expectValid(name, html, 'running');
}

for (const name of ['index.html', '404.html']) {
  test(`${name}, as it is served, is valid`, async () => {
    await expectValid(name, built(name), 'served');
  });
}

test('every tenth page of a role, the longest and the shortest, as they are served, are valid', async () => {
  const roles = readdirSync(join(DIST, 'role')).sort();
  expect(roles.length).toBeGreaterThan(830);
  const length = (role: string) => built(`role/${role}/index.html`).length;
  const byLength = roles.toSorted((one, other) => length(one) - length(other));
  const sample = new Set([byLength[0], byLength.at(-1)!, ...roles.filter((_, place) => place % 10 === 0)]);
  for (const role of sample) await expectValid(`role/${role}`, built(`role/${role}/index.html`), 'served');
});

const SIX = '?roles=11-2022,29-1141,43-1011,25-2021,29-1242,27-2011&baseline=29-1141';

test('a comparison of six roles with everything open is valid', async ({ page }) => {
  await open(page, `${SIX}&place=0019740`);
  for (const summary of await page.locator('main summary').all()) await summary.click();
  await expect(page.getByText(/^Getting /)).toHaveCount(0);
  await expectValidNow('a comparison of six roles', page);
});

test('a comparison with notices, the pay and the roles of a visitor is valid', async ({ page }) => {
  await open(page, '?roles=11-2022,29-1141,zz-zz&pay=95000');
  const file = { name: 'offers.csv', mimeType: 'text/csv', buffer: Buffer.from('title,growth,other\nOffer of Acme,6,\nA,x,') };
  const own = section(page, 'Your own roles');
  await own.getByLabel('Open a file of roles, or drop one here').setInputFiles(file);
  await own.getByRole('button', { name: 'Add them to the comparison' }).click();
  await expectValidNow('a comparison with own roles', page);
});

test('the search for roles is valid, and what is known of a row', async ({ page }) => {
  await open(page, SIX);
  await page.getByRole('button', { name: 'Add a role' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('nurse');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await expectValidNow('the search for roles', page);
  await page.keyboard.press('Escape');
  await section(page, 'Overview').getByRole('button', { name: /Yearly pay/ }).first().click();
  await expect(page.getByRole('dialog', { name: /Yearly pay/ })).toBeVisible();
  await expectValidNow('what is known of a row', page);
});

for (const [name, query] of [
  ['an empty tray', '?roles='],
  ['the list of all roles', '?view=browse'],
  ['the page about the figures', '?view=about'],
  ['a chart alone', '?embed=salary-range&roles=11-2022,29-1141'],
  ['a chart that there is not', '?embed=none'],
] as const) {
  test(`${name} is valid`, async ({ page }) => {
    await open(page, query);
    await expectValidNow(name, page);
  });
}
