import { expect as expectHere, test as plain, type Page } from '@playwright/test';

import { host } from '../support/host';
import { expect, open, section, test } from '../support/page';

/** What the browser has refused since the page was opened. */
async function refusals(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

/** Lets the page take note of what is refused. */
async function takeNote(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', (event) => {
      refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
}

test('nothing that the page does is refused', async ({ page }) => {
  await takeNote(page);
  await open(page, '');
  await page.getByRole('switch').first().click();
  await page.getByRole('switch').first().click();
  await page.getByRole('button', { name: 'Add a role' }).click();
  await page.getByRole('combobox', { name: /job title/ }).fill('registered nurse');
  await page.getByRole('option', { name: /Registered Nurses/ }).first().click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('switch')).toHaveCount(3);
  // The marks of a picture are placed by style.
  const picture = page.locator('.picture').first();
  await picture.focus();
  await page.keyboard.press('ArrowRight');
  await expect(picture.locator('.spot')).toBeAttached();
  await section(page, 'Pay').getByText('Show as table').first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    section(page, 'Take it with you').getByRole('button', { name: /CSV/ }).first().click(),
  ]);
  expect(await download.path()).toBeTruthy();
  expect(await refusals(page)).toEqual([]);
  for (const query of ['role/29-1141/', '?view=browse', '?view=about', '?embed=salary-range&roles=29-1171', '?roles=29-1141&place=06']) {
    await open(page, query);
    expect(await refusals(page), query).toEqual([]);
  }
});

plain('what somebody would put into the page does not run', async ({ page }) => {
  await takeNote(page);
  await open(page, '');
  const outcome = await page.evaluate(async () => {
    const tried: Record<string, string> = {};
    // Not in the turn of what the test itself runs, which may evaluate.
    await new Promise((later) => setTimeout(later, 10));
    const attempt = async (name: string, act: () => unknown) => {
      try {
        await act();
        tried[name] = 'done';
      } catch (error) {
        tried[name] = (error as Error).name;
      }
    };
    const ran = () => ((window as unknown as { ran: boolean }).ran = true);
    Object.assign(window, { ran: false, run: ran });
    const place = document.createElement('div');
    document.body.append(place);
    await attempt('handler', () => (place.innerHTML = '<img src="none" onerror="run()">'));
    await attempt('script', () => (place.innerHTML = '<script>run()</script>'));
    await attempt('address', () => (place.innerHTML = '<a href="javascript:run()">a</a>'));
    await attempt('frame', () => (place.innerHTML = '<iframe srcdoc="a"></iframe>'));
    await attempt('eval', () => (0, eval)('run()'));
    await attempt('inline script', () => {
      const script = document.createElement('script');
      script.textContent = 'run()';
      document.body.append(script);
    });
    await attempt('other script', () => {
      document.createElement('script').src = 'https://example.org/a.js';
    });
    await attempt('other origin', () => fetch('https://example.org/'));
    place.setAttribute('style', 'position: fixed');
    tried.style = getComputedStyle(place).position;
    return { tried, ran: (window as unknown as { ran: boolean }).ran };
  });
  expectHere(outcome).toEqual({
    tried: {
      handler: 'TypeError',
      script: 'TypeError',
      address: 'TypeError',
      frame: 'TypeError',
      eval: 'EvalError',
      'inline script': 'TypeError',
      'other script': 'TypeError',
      'other origin': 'TypeError',
      style: 'static',
    },
    ran: false,
  });
  expectHere((await refusals(page)).length).toBeGreaterThan(5);
});

plain('markup is let through only if it cannot act', async ({ page }) => {
  await open(page, '');
  const becomes = (html: string) =>
    page.evaluate((given) => {
      const place = document.createElement('div');
      try {
        place.innerHTML = given;
        return true;
      } catch {
        return false;
      }
    }, html);
  for (const html of [
    '',
    'words & words',
    '<p class="a">b &lt;script&gt;</p>',
    '<svg viewBox="0 0 1 1"><rect width="1" fill="#010101"/></svg>',
    '<a href="#pay">a</a><a href="?roles=1&amp;off=2">b</a><a href="https://bls.gov/">c</a><a href="data/roles.csv">d</a>',
    '<button type="button" disabled aria-label="a: b">c</button><!---->',
  ]) {
    expectHere(await becomes(html), html).toBe(true);
  }
  for (const html of [
    '<img src=x onerror=run()>',
    '<img/onerror="run()"/src="x">',
    '<p title="a"onclick="run()">b</p>',
    "<p onclick='run()'>a</p>",
    '<svg onload="run()"></svg>',
    '<svg><script>run()</script></svg>',
    '<SCRIPT >run()</SCRIPT >',
    '<script/x>run()</script>',
    '<style>a{}</style>',
    '<p style="color: red">a</p>',
    '<link rel="stylesheet" href="a.css">',
    '<meta http-equiv="refresh" content="0">',
    '<base href="https://example.org/">',
    '<form action="https://example.org/"><input></form>',
    '<a href="java&#115;cript:run()">a</a>',
    '<a href="java\nscript:run()">a</a>',
    '<a href=" javascript:run()">a</a>',
    '<a href="data:text/html,a">a</a>',
    '<svg><a xlink:href="javascript:run()"></a></svg>',
    '<svg><animate attributeName="href" to="javascript:run()"/></svg>',
    '<svg><foreignObject></foreignObject></svg>',
    '<noscript><p title="</noscript><img src=x onerror=run()>"></noscript>',
    '<textarea><p title="</textarea><img src=x onerror=run()>"></textarea>',
    '<!--><img src=x onerror=run()>-->',
    '<p title="<">a</p>',
    '<p',
  ]) {
    expectHere(await becomes(html), html).toBe(false);
  }
});

plain('hosts are told the same policy, and charts may stand in other pages', async ({ page }) => {
  const site = await host({ headersFile: true });
  const frames = await host({
    instead: new Map([
      ['frame.html', `<!doctype html><title>A page</title><iframe src="${site.url}?embed=salary-range&amp;roles=29-1171"></iframe>`],
    ]),
  });
  const said = (await page.request.get(site.url)).headers()['content-security-policy'];
  await takeNote(page);
  await page.goto(site.url);
  await expectHere(page.locator('html[data-started]')).toBeAttached();
  expectHere(await page.locator('meta[http-equiv]').getAttribute('content')).toBe(said);
  expectHere(await refusals(page)).toEqual([]);
  await page.goto(`${frames.url}frame.html`);
  await expectHere(page.frameLocator('iframe').getByRole('img', { name: /^Salary range/ })).toBeVisible();
  await Promise.all([site.close(), frames.close()]);
});
