// What a visitor waits for after the first view, on the slow phone: from an action to the next picture on the screen.
import { phone, quantile } from './browser.mjs';

const SIX = ['11-2022', '43-1011', '29-1141', '15-1252', '25-2021', '47-2111'];
const TWO = SIX.slice(0, 2);
const WORD = 'registered nurse';

/** In the page: does something and says how long it worked (ms) and when the next picture was there. */
function timed() {
  window.__timed = async (act) => {
    const start = performance.now();
    act();
    // What follows an action is done before the next task. A timer would wait for four milliseconds and often for a picture.
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
    const worked = performance.now() - start;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return { worked, painted: performance.now() - start };
  };
}

async function open(browser, url, roles) {
  const opened = await phone(browser, { network: false });
  await opened.page.addInitScript(timed);
  await opened.page.goto(`${url}?roles=${roles.join(',')}`, { waitUntil: 'load' });
  await opened.page.getByRole('switch').nth(roles.length - 1).waitFor();
  // What comes after the first view has come.
  await opened.page.waitForTimeout(4_000);
  return opened;
}

const spread = (values) => ({ p50: quantile(values, 0.5), p95: quantile(values, 0.95) });

async function toggles(browser, url, roles) {
  const { context, page } = await open(browser, url, roles);
  const times = await page.evaluate(async (count) => {
    const times = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const control = document.querySelectorAll('[role="switch"]')[turn % count];
      times.push(await window.__timed(() => control.click()));
      await new Promise((done) => setTimeout(done, 100));
    }
    return times;
  }, roles.length);
  await context.close();
  return spread(times.map((time) => time.painted));
}

async function keystrokes(browser, url) {
  const { context, page } = await open(browser, url, TWO);
  await page.getByRole('button', { name: 'Add a role' }).click();
  const field = page.getByRole('dialog').getByRole('combobox');
  await field.waitFor();
  await page.waitForTimeout(4_000);
  const times = await field.evaluate(async (input, word) => {
    const times = [];
    for (let turn = 0; turn < 3; turn += 1) {
      for (let length = 1; length <= word.length; length += 1) {
        const type = () => {
          input.value = word.slice(0, length);
          input.dispatchEvent(new Event('input', { bubbles: true }));
        };
        times.push(await window.__timed(type));
      }
    }
    return times;
  }, WORD);
  const option = page.getByRole('dialog').getByRole('option').first();
  const adding = await option.evaluate((element) => window.__timed(() => element.click()));
  await context.close();
  return { worked: spread(times.map((time) => time.worked)), painted: spread(times.map((time) => time.painted)), adding: adding.painted };
}

/** From a place in the address, which the page follows as it follows a choice, to its figures. */
async function placeChange(browser, url) {
  const { context, page } = await open(browser, url, TWO);
  const times = await page.evaluate(async (query) => {
    const times = [];
    for (const place of ['0600000', '4800000', '0031080', '0600000', '4800000']) {
      const start = performance.now();
      history.pushState(history.state, '', `?${query}&place=${place}`);
      dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
      while (!document.querySelector('.place-state')?.checkVisibility() || document.body.textContent.includes('Getting pay and jobs')) {
        await new Promise((done) => setTimeout(done, 5));
      }
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - start);
    }
    return times;
  }, `roles=${TWO.join(',')}`);
  await context.close();
  return times;
}

/** What 200 toggles leave behind. */
async function memory(browser, url) {
  const { context, page, devtools } = await open(browser, url, SIX);
  const measure = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    const program = await page.evaluate(async () => {
      const script = document.querySelector('link[rel="modulepreload"]').href;
      const { initSync } = await import(script);
      return initSync(undefined, undefined).memory.buffer.byteLength;
    });
    return { scripts: of('JSHeapUsedSize'), nodes: of('Nodes'), program };
  };
  await devtools.send('Performance.enable');
  const toggle = (times) =>
    page.evaluate(async (times) => {
      for (let turn = 0; turn < times; turn += 1) {
        document.querySelectorAll('[role="switch"]')[turn % 6].click();
        await new Promise((done) => setTimeout(done, 20));
      }
      // The sections follow one after the other; what is measured is what is left when they have.
      await new Promise((done) => setTimeout(done, 8_000));
    }, times);
  // Twelve bring every role back to where it was; what is made once is made.
  await toggle(12);
  const before = await measure();
  await toggle(204);
  const after = await measure();
  await context.close();
  return { before, after };
}

export async function interactions(browser, url) {
  const typing = await keystrokes(browser, url);
  const [far, ...near] = await placeChange(browser, url);
  return {
    'toggle to paint, 2 roles': await toggles(browser, url, TWO),
    'toggle to paint, 6 roles': await toggles(browser, url, SIX),
    'keystroke, work': typing.worked,
    'keystroke to paint': typing.painted,
    'adding a found role to paint': typing.adding,
    'first place to paint': far,
    'another place to paint': quantile(near, 0.5),
    memory: await memory(browser, url),
  };
}
