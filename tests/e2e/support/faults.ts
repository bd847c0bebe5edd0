import type { Page, Route } from '@playwright/test';

/** What can come of a file that is asked for, in place of the file. */
export const FAULTS = {
  'cut off': async (route: Route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    await route.fulfill({ contentType: answer.headers()['content-type'], body: body.subarray(0, body.length / 2) });
  },
  'not there': (route: Route) => route.fulfill({ status: 404, body: 'Not found' }),
  // As hosts of other programs answer whatever they do not have.
  'a page in its place': (route: Route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Crossroads</title><p>Welcome' }),
  'out of reach': (route: Route) => route.abort('internetdisconnected'),
  'of another version': async (route: Route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/^\{"version":"[^"]+"/, '{"version":"0123456789abcdef-01234567"');
    await route.fulfill({ contentType: answer.headers()['content-type'], body });
  },
};

export type Fault = keyof typeof FAULTS;

/** Keeps what is asked for at an address from arriving until the result is called. */
export async function hold(page: Page, address: string | RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Something that stands in the way of a file: one fault after the other. */
export interface InTheWay {
  /** Answers with this fault from now on. */
  put(fault: Fault): void;
  /** Lets the file through, once the result is called. */
  slow(): () => void;
  /** How many answers there were. */
  answers(): number;
}

/** Stands in the way of what is asked for at an address. */
export async function inTheWay(page: Page, address: string | RegExp, first: Fault): Promise<InTheWay> {
  let answer: (route: Route) => Promise<void> = FAULTS[first];
  let answers = 0;
  await page.route(address, async (route) => {
    await answer(route);
    answers += 1;
  });
  return {
    put: (fault) => {
      answer = FAULTS[fault];
    },
    slow: () => {
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      answer = async (route) => {
        await held;
        await route.continue();
      };
      return release;
    },
    answers: () => answers,
  };
}
