// Reads a list of [file, Brotli copy, gzip copy] from standard input and writes those copies that are smaller than
// their file. Node.js spreads the work over its thread pool.
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_MAX_QUALITY, Z_BEST_COMPRESSION } = zlib.constants;

// There are many data files, of which a reader loads a few: the last percents of their size are not worth the minutes
// that every build would wait for them.
const quality = (file) => (/\.(csv|json)$|[\\/]role[\\/]/.test(file) ? 9 : BROTLI_MAX_QUALITY);

async function compress([file, brotliCopy, gzipCopy]) {
  const content = await readFile(file);
  const params = { [BROTLI_PARAM_QUALITY]: quality(file), [BROTLI_PARAM_SIZE_HINT]: content.length };
  const copies = [
    [brotliCopy, await brotli(content, { params })],
    [gzipCopy, await gzip(content, { level: Z_BEST_COMPRESSION })],
  ];
  for (const [copy, compressed] of copies) {
    if (compressed.length < content.length) await writeFile(copy, compressed);
  }
}

await Promise.all(JSON.parse(await text(process.stdin)).map(compress));
