//! The different words of all titles.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::near::{Pattern, letters};
use super::words::stem;

/// The number of a word: its place among the sorted words.
pub(super) type Word = u16;

/// The sorted words, kept as one text.
#[derive(Debug)]
pub(super) struct Vocabulary {
    text: String,
    ends: Vec<u32>,
    letters: Vec<u32>,
    /// How rarely each word occurs, as the logarithm of all titles by those with the word.
    weights: Vec<f32>,
}

impl Vocabulary {
    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word with this number.
    pub(super) fn word(&self, word: usize) -> &str {
        let start = match word.checked_sub(1) {
            Some(before) => self.ends[before],
            None => 0,
        };
        &self.text[start as usize..self.ends[word] as usize]
    }

    /// How much a word says, because it is rare.
    pub(super) fn weight(&self, word: usize) -> f32 {
        self.weights[word]
    }

    /// The place of a word.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        let at = self.first_from(word);
        (at < self.len() && self.word(at) == word).then_some(at)
    }

    /// The words that begin so.
    pub(super) fn beginning_with(&self, start: &str) -> Range<usize> {
        let first = self.first_from(start);
        let (mut low, mut high) = (first, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.word(middle).starts_with(start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        first..low
    }

    /// The first word that does not come before this one.
    fn first_from(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.word(middle) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Hands over the words that may be meant by a mistyped one: their place, the mistakes, and whether only the
    /// beginning of the word is so near.
    ///
    /// Words under four letters and numbers are taken as they are; longer ones may have one mistake, from eight letters
    /// on two. All words are tried, because telling that two of them differ in too many letters takes a moment: that
    /// is faster than the frame it has to fit into and needs no further tables.
    pub(super) fn near(&self, typed: &str, mut take: impl FnMut(usize, usize, bool)) {
        let length = typed.chars().count();
        let most = match length {
            0..=3 => return,
            4..=7 => 1,
            _ => 2,
        };
        if typed.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        let Some(pattern) = Pattern::new(typed) else {
            return;
        };
        let own = letters(typed);
        for (place, letters) in self.letters.iter().enumerate() {
            if (own & !letters).count_ones() as usize > most {
                continue;
            }
            let word = self.word(place);
            if word.len() + most < typed.len() {
                continue;
            }
            let (whole, beginning) = pattern.distances(word);
            if whole <= most {
                take(place, whole, false);
            } else if length > 4 && beginning <= most.min(length / 5) {
                take(place, beginning, true);
            }
        }
    }
}

/// The words as they are met for the first time.
#[derive(Default)]
pub(super) struct Collector {
    /// The number of each word, as it is written and in the form that is compared: most are met often, and taking off
    /// their plural every time would take longer than finding them here.
    written: Numbers,
    words: Numbers,
    counts: Vec<u32>,
}

type Numbers = HashMap<String, Word, BuildHasherDefault<ShortHash>>;

impl Collector {
    /// The number of a word for now, as it is written in small letters. Beyond what a number can hold, none.
    pub(super) fn number(&mut self, written: &str) -> Option<Word> {
        let number = match self.written.get(written) {
            Some(known) => *known,
            None => self.new_number(written)?,
        };
        self.counts[usize::from(number)] += 1;
        Some(number)
    }

    fn new_number(&mut self, written: &str) -> Option<Word> {
        let mut word = written.to_owned();
        stem(&mut word);
        let number = match self.words.get(&word) {
            Some(known) => *known,
            None => {
                let next = Word::try_from(self.counts.len()).ok()?;
                self.words.insert(word, next);
                self.counts.push(0);
                next
            }
        };
        self.written.insert(written.to_owned(), number);
        Some(number)
    }

    /// The sorted words, and for each number so far the one that stays.
    pub(super) fn finish(self, titles: usize) -> (Vocabulary, Vec<Word>) {
        let mut words: Vec<(String, Word)> = self.words.into_iter().collect();
        words.sort_unstable();
        let mut stays = vec![0; words.len()];
        let mut vocabulary = Vocabulary {
            text: String::with_capacity(words.iter().map(|(word, _)| word.len()).sum()),
            ends: Vec::with_capacity(words.len()),
            letters: Vec::with_capacity(words.len()),
            weights: Vec::with_capacity(words.len()),
        };
        for (place, (word, number)) in words.iter().enumerate() {
            let number = usize::from(*number);
            // Never more places than there were numbers.
            stays[number] = place as Word;
            vocabulary.text.push_str(word);
            vocabulary.ends.push(vocabulary.text.len() as u32);
            vocabulary.letters.push(letters(word));
            let rarity = titles.max(1) as f32 / self.counts[number].max(1) as f32;
            vocabulary.weights.push(1.0 + rarity.max(1.0).ln());
        }
        (vocabulary, stays)
    }
}

/// A hash for short words (FNV-1a): the standard one guards against chosen keys, which a shard of our own needs not, and
/// takes most of the time that building the index would take.
struct ShortHash(u64);

impl Default for ShortHash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for ShortHash {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
