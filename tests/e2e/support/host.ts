import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** What was built, as it lies on the disk. */
export const DIST = join(import.meta.dirname, '../../../dist');

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** How a host serves the built folder. */
export interface Hosting {
  /** The path the site lies under. */
  under?: string;
  /** Whether `_headers` is obeyed, as Netlify and Cloudflare Pages do. */
  headersFile?: boolean;
  /** Headers of every answer. */
  headers?: Record<string, string>;
  /** Another media type than the right one. */
  types?: Record<string, string>;
  /** What a file holds instead, by its path in the site; `null` where it is not there. */
  instead?: Map<string, string | null>;
}

export interface Host {
  /** The address of the site's first page. */
  url: string;
  /** Ends it: from here on there is no network to it. */
  close(): Promise<void>;
}

/** Serves the built folder as a plain static host does: files as they are, `index.html` of a folder, `404.html` for the rest. */
export async function host(how: Hosting = {}): Promise<Host> {
  const under = how.under ?? '/';
  const rules = how.headersFile ? headerRules() : [];
  const server: Server = createServer((request, answer) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://host').pathname);
    for (const [name, value] of Object.entries(how.headers ?? {})) answer.setHeader(name, value);
    for (const rule of rules) {
      if (rule.matches(path)) for (const [name, value] of rule.headers) answer.setHeader(name, value);
    }
    const send = (status: number, name: string) => {
      const type = TYPES[extname(name)] ?? 'application/octet-stream';
      answer.writeHead(status, { 'content-type': how.types?.[extname(name)] ?? type });
      const instead = how.instead?.get(name);
      if (typeof instead === 'string') answer.end(instead);
      else createReadStream(join(DIST, name)).pipe(answer);
    };
    const name = normalize(path.startsWith(under) ? path.slice(under.length) : '404.html');
    const isThere = (file: string) => {
      const instead = how.instead?.get(file);
      if (instead !== undefined) return instead !== null;
      return existsSync(join(DIST, file)) && statSync(join(DIST, file)).isFile();
    };
    const index = join(name, 'index.html');
    if (!path.startsWith(under) || name.startsWith('..')) send(404, '404.html');
    else if (isThere(name)) send(200, name);
    else if (isThere(index) && path.endsWith('/')) send(200, index);
    else if (isThere(index)) answer.writeHead(301, { location: `${path}/` }).end();
    else send(404, '404.html');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${under}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** What `_headers` says, rule by rule. */
function headerRules() {
  const rules: { matches(path: string): boolean; headers: [string, string][] }[] = [];
  for (const line of readFileSync(join(DIST, '_headers'), 'utf8').split('\n')) {
    if (/^\S/.test(line)) {
      const [start, end] = line.split('*');
      const matches = (path: string) => (end === undefined ? path === line : path.startsWith(start));
      rules.push({ matches, headers: [] });
    } else if (line.trim()) {
      const at = line.indexOf(':');
      rules.at(-1)!.headers.push([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
    }
  }
  return rules;
}

/** The text of a built file. */
export const built = (name: string) => readFileSync(join(DIST, name), 'utf8');
