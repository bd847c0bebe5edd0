// Whether the texts in data/texts are spelled as an American dictionary has it, or as trade-words.txt beside them has.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import american from 'dictionary-en';
import nspell from 'nspell';

const texts = fileURLToPath(new URL('../../data/texts/', import.meta.url));
const read = (file) => readFileSync(texts + file, 'utf8');

const english = nspell(american);
const trade = read('trade-words.txt').trim().split('\n');
const used = new Set();
const faults = [];

/** Whether a word is known; one that only the trade knows is thereby used. */
function isKnown(word) {
  if (english.correct(word.replaceAll('’', "'"))) return true;
  const stem = word.replace(/’s$/, '');
  const form = [stem, stem.toLowerCase()].find((form) => trade.includes(form));
  if (form) used.add(form);
  return form !== undefined;
}

let count = 0;
for (const file of readdirSync(texts).filter((file) => /^\d\d\.md$/.test(file)).sort()) {
  for (const [place, line] of read(file).split('\n').entries()) {
    // The titles are the sources’ own.
    if (line.startsWith('#')) continue;
    for (const word of line.match(/\p{L}+(?:’\p{L}+)*/gu) ?? []) {
      count += 1;
      if (!isKnown(word)) faults.push(`${file}, line ${place + 1}: “${word}” in “${line}”`);
    }
  }
}
const sorted = trade.toSorted((one, other) => (one < other ? -1 : 1));
trade.forEach((word, place) => {
  if (word !== sorted[place]) faults.push(`trade-words.txt: expected ${sorted[place]}, found ${word}`);
  if (!used.has(word)) faults.push(`trade-words.txt: ${word} is in no text, or in the dictionary`);
});
if (count < 50_000) faults.push(`expected at least 50,000 words, found ${count}`);
for (const fault of faults) console.error(fault);
console.log(`${count} words, ${trade.length} different ones by trade-words.txt alone, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
