// Writes compressed copies of the files in a folder, where they are smaller than their file:
// `node compress.mjs FOLDER KEPT`. KEPT holds the copies by the content of their file, because most files of a build are
// those of the build before. Node.js spreads the work over its thread pool.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_MAX_QUALITY, Z_BEST_COMPRESSION } = zlib.constants;

// Images and fonts are compressed already. A smaller file gains less than the headers of its answer are long.
const COMPRESSIBLE = /\.(css|csv|html|js|json|map|mjs|svg|txt|wasm|webmanifest|xml)$/;
const SMALLEST = 256;

const [folder, kept] = process.argv.slice(-2);
await mkdir(kept, { recursive: true });
const before = new Set(await readdir(kept));
const used = new Set();

// There are many data files, and a visitor loads a few: the last percents of their size are not worth minutes of each build.
const quality = (file) => (/\.(csv|json)$|[\\/]role[\\/]/.test(file) ? 9 : BROTLI_MAX_QUALITY);

/** Returns what `make` makes, which is made once. */
async function once(name, make) {
  used.add(name);
  const path = join(kept, name);
  if (before.has(name)) return readFile(path);
  const made = await make();
  await writeFile(path, made);
  return made;
}

async function compress(file) {
  const content = await readFile(file);
  if (content.length <= SMALLEST) return;
  const name = createHash('sha256').update(content).digest('hex');
  const params = { [BROTLI_PARAM_QUALITY]: quality(file), [BROTLI_PARAM_SIZE_HINT]: content.length };
  const copies = [
    [`${file}.br`, await once(`${name}.${quality(file)}.br`, () => brotli(content, { params }))],
    [`${file}.gz`, await once(`${name}.gz`, () => gzip(content, { level: Z_BEST_COMPRESSION }))],
  ];
  for (const [copy, compressed] of copies) {
    if (compressed.length < content.length) await writeFile(copy, compressed);
  }
}

// Each compression holds its own memory: as many at a time as there are threads.
const waiting = (await readdir(folder, { recursive: true })).filter((path) => COMPRESSIBLE.test(path));
const workers = Array.from({ length: 4 }, async () => {
  for (let next = waiting.pop(); next; next = waiting.pop()) await compress(join(folder, next));
});
await Promise.all(workers);
const stale = [...before].filter((name) => !used.has(name));
await Promise.all(stale.map((name) => rm(join(kept, name))));
