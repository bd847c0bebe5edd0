// A first visit on a slow phone with a slow network: when something is seen, when a switch works, what it costs to load.
import { phone, quantile } from './browser.mjs';

/** Presses the first switch again and again, as an impatient visitor does, until it answers. */
function watch() {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.__lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  window.__shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  window.__blocked = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.__blocked += Math.max(0, entry.duration - 50);
  }).observe({ type: 'longtask', buffered: true });
  // The headline names the roles that are switched on.
  const state = () => document.querySelector('h1')?.textContent;
  const press = () => {
    const [before, pressed] = [state(), performance.now()];
    document.querySelector('[role="switch"]')?.click();
    const look = () => {
      if (before && state() !== before) window.__usable = performance.now();
      // What has not answered by now did not hear.
      else if (performance.now() - pressed > 250) press();
      else setTimeout(look, 10);
    };
    look();
  };
  press();
}

async function visit(browser, url) {
  const { context, page, devtools } = await phone(browser, { network: true });
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => window.__usable, undefined, { timeout: 120_000 });
  await page.waitForTimeout(3_000);
  const seen = await page.evaluate(() => ({
    'first contentful paint, ms': performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    'largest contentful paint, ms': window.__lcp,
    'a switch works, ms': window.__usable,
    'blocked beyond 50 ms a task, ms': window.__blocked,
    'layout shift': window.__shift,
  }));
  await context.close();
  return { ...seen, 'transferred, kB': bytes / 1000 };
}

/** The medians of some visits. */
export async function firstVisit(browser, url, runs) {
  const visits = [];
  for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, url));
  const names = Object.keys(visits[0]);
  return Object.fromEntries(names.map((name) => [name, quantile(visits.map((one) => one[name]), 0.5)]));
}
