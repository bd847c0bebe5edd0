// Writes what was measured as a document: node report.mjs MEASURED DOCUMENT
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NETWORK, SLOWER } from './browser.mjs';

const [from, to] = process.argv.slice(2);
const notes = await readFile(join(import.meta.dirname, '../NOTES.md'), 'utf8');
const { browser, native, bytes, rust, machine } = JSON.parse(await readFile(from, 'utf8'));

const number = (value) => (value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3))));
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const held = (value, goal, below = true) => ((below ? value <= goal : value >= goal) ? 'held' : 'not held');

const { lighthouse, firstVisit, interactions } = browser;
const scores = ['performance', 'accessibility', 'best-practices', 'seo'];
const goals = [
  ...scores.map((name) => [`Lighthouse, ${name}`, lighthouse.figures[name], 100, false]),
  ['largest contentful paint, ms (Lighthouse)', lighthouse.figures['largest contentful paint, ms'], 1000],
  ['total blocking time, ms (Lighthouse)', lighthouse.figures['total blocking time, ms'], 50],
  ['layout shift (Lighthouse)', lighthouse.figures['layout shift'], 0],
  ['a switch works, ms', firstVisit['a switch works, ms'], 2000],
  ['toggle to paint, 6 roles, p95, ms', interactions['toggle to paint, 6 roles'].p95, 50],
  ['search, work a keystroke, p95, ms', interactions['keystroke, work'].p95, 16],
  ['HTML and CSS before the first picture, kB', bytes[0].kilobytes, 40],
  ['program with its data until a switch works, kB', bytes[1].kilobytes - bytes[0].kilobytes, 330],
  ['first visit in all, kB', bytes[2].kilobytes, 400],
];
const { before, after } = interactions.memory;
const megabytes = (value) => `${(value / 1e6).toFixed(1)} MB`;

const text = `# Performance

Written by \`cargo xtask bench\`; not to be edited by hand. Why a goal is not held, and what was tried, stands at the end; it
is edited in \`bench/NOTES.md\`.

Measured on ${machine}; Chromium ${browser.browser}, Lighthouse ${lighthouse.version}, Node.js ${browser.node}, ${rust}.
The page is served from the same machine with its compressed copies. The phone is this machine with its processor
slowed ${SLOWER} times and a screen of 360 by 740; where it loads, its network is slowed to ${NETWORK.down} kbit/s with ${NETWORK.latency} ms
there and back. Medians of ${browser.runs} runs; p50 and p95 of 40 toggles and 48 keystrokes.

## What was aimed at

${table(['', 'measured', 'aimed at', ''], goals.map(([name, value, goal, below]) => [name, number(value), String(goal), held(value, goal, below)]))}

## A first visit, really slowed

${table(['', ''], Object.entries(firstVisit).map(([name, value]) => [name, number(value)]))}

## Lighthouse, mobile

${table(['', ''], Object.entries(lighthouse.figures).map(([name, value]) => [name, number(value)]))}

${lighthouse.lacking.length ? `What it finds lacking: ${lighthouse.lacking.join('; ')}.` : 'It finds nothing lacking.'}

## What follows, on the slow phone, ms

${table(
  ['', 'p50', 'p95'],
  Object.entries(interactions)
    .filter(([, value]) => value.p50 !== undefined)
    .map(([name, value]) => [name, number(value.p50), number(value.p95)]),
)}

Adding a found role to paint: ${number(interactions['adding a found role to paint'])}. The first place to paint: ${number(interactions['first place to paint'])}; another one:
${number(interactions['another place to paint'])}. Over 204 toggles of six roles memory goes from ${megabytes(before.scripts)} of scripts and ${megabytes(before.program)} of the
program to ${megabytes(after.scripts)} and ${megabytes(after.program)}, and from ${before.nodes} to ${after.nodes} nodes.

## What travels, kB (Brotli), each with what comes before it

${table(['', ''], bytes.map(({ stage, kilobytes }) => [stage, number(kilobytes)]))}

## Natively

${table(['', 'median, µs'], Object.entries(native).map(([name, nanoseconds]) => [name, number(nanoseconds / 1000)]))}
${
  browser.peer
    ? `\n## Beside ${browser.peer.url}\n\n${table(
        ['Lighthouse, mobile', 'Crossroads', 'peer'],
        Object.entries(lighthouse.figures).map(([name, value]) => [name, number(value), number(browser.peer.lighthouse.figures[name])]),
      )}\n`
    : ''
}
${notes}`;
await writeFile(to, text);
