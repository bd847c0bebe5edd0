import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { WebSocket } from 'undici';

import type { Engine, Start } from './engine';

/** Firefox as it is installed, driven by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which it speaks itself. */
export async function firefox({ home, downloads, wasm, signal }: Start): Promise<Engine> {
  const preferences = {
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'javascript.options.wasm': wasm,
  };
  const lines = Object.entries(preferences).map((entry) => `user_pref(${JSON.stringify(entry).slice(1, -1)});\n`);
  await writeFile(join(home, 'user.js'), lines.join(''));
  const browser = spawn(
    process.env.FIREFOX ?? 'firefox-esr',
    ['--headless', '--no-remote', '--profile', home, '--remote-debugging-port=0', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'], signal },
  );
  const said = createInterface(browser.stderr);
  const address = await new Promise<string>((found, failed) => {
    said.on('line', (line) => {
      const url = /WebDriver BiDi listening on (\S+)/.exec(line)?.[1];
      if (url) found(url);
    });
    browser.once('error', failed);
    browser.once('exit', (code) => failed(new Error(`expected Firefox to listen, but it ended (${code})`)));
  });
  const line = await Line.to(`${address}/session`);
  const errors: string[] = [];
  line.on('log.entryAdded', (entry) => {
    if (entry.level === 'error') errors.push(entry.text);
  });
  const { capabilities } = await line.ask('session.new', { capabilities: {} });
  await line.ask('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await line.ask('browsingContext.getTree', {});
  const { context } = contexts[0];
  const page = (method: string, more: object = {}) => line.ask(`browsingContext.${method}`, { context, ...more });
  return {
    version: capabilities.browserVersion,
    errors: () => errors,
    go: (url) => page('navigate', { url, wait: 'complete' }),
    back: () => page('traverseHistory', { delta: -1 }),
    forward: () => page('traverseHistory', { delta: 1 }),
    reload: () => page('reload', { wait: 'complete' }),
    resize: (width, height) => page('setViewport', { viewport: { width, height } }),
    act: (device) => line.ask('input.performActions', { context, actions: [device] }),
    picture: async () => Buffer.from((await page('captureScreenshot')).data, 'base64'),
    async call(act, given) {
      const outcome = await line.ask('script.callFunction', {
        functionDeclaration: act,
        arguments: [{ type: 'string', value: given }],
        awaitPromise: true,
        target: { context },
      });
      if (outcome.type === 'exception') throw new Error(outcome.exceptionDetails.text);
      return outcome.result.value;
    },
    async end() {
      const ended = once(browser, 'exit');
      await line.ask('browser.close', {});
      await ended;
    },
  };
}

/** The line to the browser: each command has its answer, and what happens is told of in between. */
class Line {
  private last = 0;
  private readonly asked = new Map<number, (answer: { type: string; result?: unknown; message?: string }) => void>();
  private readonly listening = new Map<string, (told: any) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === 'event') this.listening.get(message.method)?.(message.params);
      else this.asked.get(message.id)?.(message);
    });
  }

  static async to(url: string): Promise<Line> {
    const socket = new WebSocket(url);
    await new Promise((open, failed) => {
      socket.addEventListener('open', open);
      socket.addEventListener('error', (event) => failed(event.error));
    });
    return new Line(socket);
  }

  // What is told and answered is of many shapes; who asks says which.
  on(event: string, act: (told: any) => void) {
    this.listening.set(event, act);
  }

  ask(method: string, params: object): Promise<any> {
    const id = ++this.last;
    return new Promise((done, failed) => {
      this.asked.set(id, (answer) => {
        this.asked.delete(id);
        if (answer.type === 'success') done(answer.result);
        else failed(new Error(`${method}: ${answer.message}`));
      });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
