import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { test as base } from '@playwright/test';

import { type Host, built, host } from '../support/host';
import { type Engine, until } from './engine';
import { firefox } from './firefox';
import { webkit } from './webkit';

/** What each kind of thing is to a stylesheet. */
const THINGS = {
  button: 'button',
  option: '[role=option]',
  region: 'section',
  switch: '[role=switch]',
};
type Thing = keyof typeof THINGS;

/** The keys that have no character of their own. */
const KEYS = { Enter: '\uE007', Escape: '\uE00C' };

/** Somebody before a page in some engine. */
export class Visitor {
  /** Errors of which the console may be told. */
  expected?: RegExp;

  constructor(
    readonly engine: Engine,
    /** Where the browser puts what is saved. */
    private readonly downloads: string,
  ) {}

  /** Opens a page, and waits until the program has taken it over and all its parts are there and laid out. */
  async open(url: string) {
    await this.engine.go(url);
    await this.started();
  }

  async started() {
    await until('a page that the program has taken over', async () =>
      (await this.run(() => {
        const unfinished = '.part[aria-busy="true"], [data-in-turn] .sections-room .page-section:not([data-laid-out])';
        return 'started' in document.documentElement.dataset && !document.querySelector(unfinished);
      })) || undefined,
    );
  }

  /** Runs a function in the page. */
  async run<R, A>(act: (given: A) => R | Promise<R>, given?: A): Promise<R> {
    const call = `async (given) => JSON.stringify([await (${act})(JSON.parse(given))])`;
    return JSON.parse(await this.engine.call(call, JSON.stringify(given ?? null)))[0];
  }

  /** What is written in the first element that a selector means. */
  text = (selector: string) => this.run((css) => document.querySelector(css)?.textContent ?? '', selector);

  /** The names of the things of a kind that are seen. */
  names = async (thing: Thing) => (await this.run(look, { css: THINGS[thing] })).names;

  /** Clicks the first thing of a kind whose name begins so, as soon as it is seen, stands still and nothing covers it. */
  async click(thing: Thing, name: string) {
    const { x, y } = await until(`a ${thing} named “${name}” that stands still and nothing covers`, async () =>
      (await this.run(look, { css: THINGS[thing], name })).point,
    );
    const move = { type: 'pointerMove', x, y, duration: 0 };
    const actions = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.engine.act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  /** Types into what has the focus. */
  async type(text: string) {
    const actions = [...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
    await this.engine.act({ type: 'key', id: 'keyboard', actions });
  }

  press = (key: keyof typeof KEYS) => this.type(KEYS[key]);

  /** What was told the console of errors and refusals. */
  errors = async () =>
    this.engine.errors?.() ??
    (await this.run(() => JSON.parse(sessionStorage.getItem('told the console') ?? '[]') as string[]));

  /** The file that the page gives to be saved when a button is clicked. */
  async saved(button: string) {
    const before = await readdir(this.downloads);
    await this.click('button', button);
    return until('a saved file', async () => {
      const name = (await readdir(this.downloads)).find((file) => !before.includes(file) && /\.(csv|json)$/.test(file));
      // It may be there before what is in it.
      const text = name && (await readFile(join(this.downloads, name), 'utf8'));
      return text ? { name: name!, text } : undefined;
    });
  }
}

/** In the page: the names of what is seen, and the middle of the first whose name begins in some way, if it stands still there. */
async function look({ css, name }: { css: string; name?: string }) {
  const seen = [...document.querySelectorAll(css)]
    .map((element) => {
      const place = element.closest('label') ?? element;
      const words = element.getAttribute('aria-label') ?? place.textContent ?? '';
      return { place, name: words.replace(/\s+/g, ' ').trim() };
    })
    .filter(({ place }) => place.checkVisibility());
  const aim = seen.find((one) => name !== undefined && one.name.startsWith(name))?.place;
  aim?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const middle = () => {
    const box = aim?.getBoundingClientRect();
    return box && { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  };
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const before = middle();
  if (before) await frame().then(frame);
  const point = middle();
  const isFree = point && point.x === before?.x && point.y === before.y && aim?.contains(document.elementFromPoint(point.x, point.y));
  return { names: seen.map((one) => one.name), point: isFree ? point : undefined };
}

const LISTEN = readFileSync(join(import.meta.dirname, 'listen.js'), 'utf8');

const ENGINES = { firefox, webkit };
export type Name = keyof typeof ENGINES;

/** Tests with somebody before a page of the built site, in the engine that the configuration names. */
export const test = base.extend<{ engine: Name; wasm: boolean; visitor: Visitor; site: Host }>({
  engine: ['firefox', { option: true }],
  wasm: [true, { option: true }],
  visitor: async ({ engine, wasm }, use, info) => {
    const home = await mkdtemp(join(tmpdir(), 'crossroads-'));
    const downloads = join(home, 'downloads');
    const life = new AbortController();
    try {
      await mkdir(downloads);
      const started = await ENGINES[engine]({ home, downloads, wasm, signal: life.signal });
      await use(new Visitor(started, downloads));
      if (info.status !== info.expectedStatus) {
        await info.attach('what was seen', { body: await started.picture(), contentType: 'image/png' });
      }
      await started.end();
    } finally {
      life.abort();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    }
  },
  site: async ({ visitor }, use) => {
    const instead = new Map<string, string>();
    if (!visitor.engine.errors) {
      const [first] = /start-\w+\.js/.exec(built('index.html'))!;
      instead.set(first, LISTEN + built(first));
    }
    const site = await host({ instead });
    await use(site);
    await site.close();
  },
});
