// Lighthouse's mobile profile: its four scores and what they are made of, medians of some runs.
import lighthouse from 'lighthouse';
import { launch as launchChrome } from 'chrome-launcher';
import { CHROMIUM, FLAGS, quantile } from './browser.mjs';

const SCORES = ['performance', 'accessibility', 'best-practices', 'seo'];
const METRICS = {
  'first-contentful-paint': 'first contentful paint, ms',
  'largest-contentful-paint': 'largest contentful paint, ms',
  'total-blocking-time': 'total blocking time, ms',
  'cumulative-layout-shift': 'layout shift',
  'speed-index': 'speed index, ms',
};

async function run(url) {
  const chrome = await launchChrome({ chromePath: CHROMIUM, chromeFlags: FLAGS });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error' });
    const scores = SCORES.map((name) => [name, (lhr.categories[name]?.score ?? NaN) * 100]);
    const metrics = Object.entries(METRICS).map(([id, name]) => [name, lhr.audits[id].numericValue]);
    const lacking = SCORES.flatMap((name) =>
      (lhr.categories[name]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
        .map(({ id }) => `${name}: ${lhr.audits[id].title}`),
    );
    return { figures: Object.fromEntries([...scores, ...metrics]), lacking, version: lhr.lighthouseVersion };
  } finally {
    chrome.kill();
  }
}

export async function ofLighthouse(url, runs) {
  const all = [];
  for (let turn = 0; turn < runs; turn += 1) all.push(await run(url));
  const names = Object.keys(all[0].figures);
  const median = (name) => quantile(all.map((one) => one.figures[name]), 0.5);
  return {
    version: all[0].version,
    figures: Object.fromEntries(names.map((name) => [name, median(name)])),
    lacking: [...new Set(all.flatMap((one) => one.lacking))],
  };
}
