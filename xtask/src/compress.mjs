// Reads a list of [file, Brotli copy, gzip copy] from standard input and writes those copies that are smaller than
// their file. Node.js spreads the work over its thread pool. What was compressed before lies in the folder that is the
// last argument, by its content: most files of a build are those of the build before.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_MAX_QUALITY, Z_BEST_COMPRESSION } = zlib.constants;

const kept = process.argv.at(-1);
await mkdir(kept, { recursive: true });
const before = new Set(await readdir(kept));
const used = new Set();

// There are many data files, of which a reader loads a few: the last percents of their size are not worth the minutes
// that every build would wait for them.
const quality = (file) => (/\.(csv|json)$|[\\/]role[\\/]/.test(file) ? 9 : BROTLI_MAX_QUALITY);

/** What `make` makes of some content, made once. */
async function once(name, make) {
  used.add(name);
  const path = join(kept, name);
  if (before.has(name)) return readFile(path);
  const made = await make();
  await writeFile(path, made);
  return made;
}

async function compress([file, brotliCopy, gzipCopy]) {
  const content = await readFile(file);
  const name = createHash('sha256').update(content).digest('hex');
  const params = { [BROTLI_PARAM_QUALITY]: quality(file), [BROTLI_PARAM_SIZE_HINT]: content.length };
  const copies = [
    [brotliCopy, await once(`${name}.${quality(file)}.br`, () => brotli(content, { params }))],
    [gzipCopy, await once(`${name}.gz`, () => gzip(content, { level: Z_BEST_COMPRESSION }))],
  ];
  for (const [copy, compressed] of copies) {
    if (compressed.length < content.length) await writeFile(copy, compressed);
  }
}

// Each compression under way holds its own memory: as many at a time as there are threads that work.
const waiting = JSON.parse(await text(process.stdin));
const workers = Array.from({ length: 4 }, async () => {
  for (let next = waiting.pop(); next; next = waiting.pop()) await compress(next);
});
await Promise.all(workers);
const stale = [...before].filter((name) => !used.has(name));
await Promise.all(stale.map((name) => rm(join(kept, name))));
