// Serves a folder to this machine only: `node server.mjs SIRV FOLDER PORT`, where SIRV is the program of sirv-cli. Prints
// the address once it answers, and ends with its standard input, so that it never outlives its parent.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [program, folder, port] = process.argv.slice(-3);
const sirv = createRequire(realpathSync(program))('sirv');

// A file, or a folder, that is named after its content never changes.
const NAMED_AFTER_CONTENT = /-[\da-f]{16}[./]/;

const HTML = 'text/html; charset=utf-8';

const files = sirv(folder, {
  brotli: true,
  etag: true,
  gzip: true,
  setHeaders(answer, path) {
    const keep = NAMED_AFTER_CONTENT.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
    answer.setHeader('Cache-Control', keep);
    answer.setHeader('X-Content-Type-Options', 'nosniff');
    if (/\/$|\.html$/.test(path)) answer.setHeader('Content-Type', HTML);
  },
  onNoMatch(_, answer) {
    answer.writeHead(404, { 'Cache-Control': 'no-cache', 'Content-Type': HTML });
    const page = join(folder, '404.html');
    answer.end(existsSync(page) ? readFileSync(page) : 'There is nothing at this address.');
  },
});

const server = createServer(files);
server.on('error', (error) => {
  console.error(`error: port ${port} cannot be used (${error.code}): choose another, or leave out --port`);
  process.exit(1);
});
server.listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
process.stdin.on('end', () => process.exit()).resume();
