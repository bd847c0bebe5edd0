// The browser that everything is measured in, and the phone that it plays.
import { chromium } from 'playwright-core';

export const { CHROMIUM, CHROMIUM_FLAGS = '' } = process.env;
export const FLAGS = CHROMIUM_FLAGS.split(' ');

/** Slow 4G as Lighthouse means it: kilobits a second and milliseconds there and back. */
export const NETWORK = { down: 1638.4, up: 675, latency: 150 };
/** How many times slower than this machine the phone is. */
export const SLOWER = 4;

const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

/** A page of a visitor who was never here, on the slow phone; `network` says whether its network is slow too. */
export async function phone(browser, { network }) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await devtools.send('Network.enable');
  if (network) {
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: NETWORK.latency,
      downloadThroughput: (NETWORK.down * 1024) / 8,
      uploadThroughput: (NETWORK.up * 1024) / 8,
    });
  }
  return { context, page, devtools };
}

/** The value below which this part of the values lies; the middle one for 0.5. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}
