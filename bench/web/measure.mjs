// Measures a site, and a peer beside it if one is named, and prints what was measured as JSON.
//
// node measure.mjs RUNS SITE [PEER]
import { launch } from './browser.mjs';
import { firstVisit } from './first-visit.mjs';
import { interactions } from './interactions.mjs';
import { ofLighthouse } from './lighthouse.mjs';

const [runs, site, peer] = process.argv.slice(2);

async function visited(url) {
  const browser = await launch();
  try {
    return await firstVisit(browser, url, Number(runs));
  } finally {
    await browser.close();
  }
}

async function used(url) {
  const browser = await launch();
  try {
    return await interactions(browser, url);
  } finally {
    await browser.close();
  }
}

const said = (step) => process.stderr.write(`${step}…\n`);
const measured = { runs: Number(runs), node: process.version };
said('The scores');
measured.lighthouse = await ofLighthouse(site, runs);
said('A first visit');
measured.firstVisit = await visited(site);
said('What follows it');
measured.interactions = await used(site);
const browser = await launch();
measured.browser = browser.version();
await browser.close();
if (peer) {
  said('The peer');
  measured.peer = { url: peer, lighthouse: await ofLighthouse(peer, runs) };
}
process.stdout.write(JSON.stringify(measured, null, 2));
