import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

import { type Engine, PATIENCE, type Start, until } from './engine';

/** WebKitGTK in its MiniBrowser, driven by its WebDriver (https://www.w3.org/TR/webdriver2/) on a screen that nobody sees. */
export async function webkit({ home, downloads, wasm, signal }: Start): Promise<Engine> {
  await mkdir(join(home, '.config'));
  await writeFile(join(home, '.config/user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const screen = spawn(
    process.env.XVFB ?? 'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], signal },
  );
  screen.on('error', () => {});
  const lines = createInterface(screen.stdio[3] as Readable);
  const [display] = await once(lines, 'line', { signal: AbortSignal.timeout(PATIENCE) });
  const address = `http://127.0.0.1:${await freePort()}`;
  const driver = spawn(process.env.WEBKIT_DRIVER ?? 'WebKitWebDriver', [`--port=${new URL(address).port}`], {
    stdio: 'ignore',
    signal,
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      GDK_BACKEND: 'x11',
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      JSC_useWasm: String(wasm),
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  });
  driver.on('error', () => {});
  await until('the driver listening', () => ask('GET', `${address}/status`).catch(() => undefined));
  const { sessionId, capabilities } = await ask('POST', `${address}/session`, { capabilities: {} });
  const session = (method: string, path: string, body?: object) => ask(method, `${address}/session/${sessionId}${path}`, body);
  return {
    version: capabilities.browserVersion,
    go: (url) => session('POST', '/url', { url }),
    back: () => session('POST', '/back', {}),
    forward: () => session('POST', '/forward', {}),
    reload: () => session('POST', '/refresh', {}),
    resize: (width, height) => session('POST', '/window/rect', { width, height }),
    act: (device) => session('POST', '/actions', { actions: [device] }),
    picture: async () => Buffer.from(await session('GET', '/screenshot'), 'base64'),
    async call(act, given) {
      const script = `Promise.resolve((${act})(arguments[0])).then((value) => arguments[1]([value]), (error) => arguments[1]([null, String(error)]))`;
      const [value, error] = await session('POST', '/execute/async', { script, args: [given] });
      if (error) throw new Error(error);
      return value;
    },
    end: () => session('DELETE', ''),
  };
}

// What a driver answers is of many shapes; who asks says which.
async function ask(method: string, url: string, body?: object): Promise<any> {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
  if (!answer.ok) throw new Error(`${method} ${url}: ${value?.error} ${value?.message ?? ''}`);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
