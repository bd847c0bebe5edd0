//! Which words of the vocabulary a query's words may mean.

use super::query::Token;
use super::vocabulary::{Vocabulary, Word};

/// How well a word is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Grade {
    None,
    /// Its beginning is near, or it is with more mistakes, or with one in the first letter.
    Far,
    /// There is a mistake in it.
    Near,
    /// It begins so, although what is typed is a word already.
    Longer,
    /// It is being typed.
    Beginning,
    Whole,
}

impl Grade {
    /// What it is worth, from nothing to one.
    pub(super) fn worth(self) -> f32 {
        match self {
            Self::None => 0.0,
            Self::Far => 0.4,
            Self::Near => 0.7,
            Self::Longer => 0.6,
            Self::Beginning => 0.8,
            Self::Whole => 1.0,
        }
    }
}

/// What stands before the exceptions of a title.
const EXCEPT: &str = "except";

/// Which words of a query may be mistyped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mistyped {
    None,
    /// Those that there are nowhere.
    Unknown,
    Any,
}

/// For each word of a query, how well each word of the vocabulary meets it.
pub(super) struct Matches {
    tokens: usize,
    words: usize,
    /// By token, then by word.
    grades: Vec<Grade>,
    /// By word: the tokens it meets, a bit each.
    masks: Vec<u32>,
    /// How much each token says.
    weights: Vec<f32>,
    /// Whether it is asked for exceptions, as when an official title is typed in full.
    exceptions: bool,
    /// Whether that word may just be being typed.
    begins_exceptions: bool,
}

impl Matches {
    /// The words that are meant by tokens of which these may be mistyped.
    pub(super) fn new(tokens: &[Token], vocabulary: &Vocabulary, mistyped: Mistyped) -> Self {
        let words = vocabulary.len();
        let mut matches = Self {
            tokens: tokens.len(),
            words,
            grades: vec![Grade::None; tokens.len() * words],
            masks: vec![0; words],
            weights: Vec::with_capacity(tokens.len()),
            exceptions: tokens.iter().any(|token| token.word == EXCEPT),
            begins_exceptions: tokens
                .last()
                .is_some_and(|last| EXCEPT.starts_with(&last.typed)),
        };
        for (number, token) in tokens.iter().enumerate() {
            let mut best = Grade::None;
            let mut weight = 0.0;
            let mut set = |matches: &mut Self, word: usize, grade: Grade| {
                let known = &mut matches.grades[number * words + word];
                *known = grade.max(*known);
                matches.masks[word] |= 1 << number;
                // What it most likely means: the best match, and of equals the most common one.
                let says = vocabulary.weight(word);
                if grade > best || (grade == best && says < weight) {
                    (best, weight) = (grade, says);
                }
            };
            let place = token.place(vocabulary);
            let known = place.is_some();
            if mistyped == Mistyped::Any || (mistyped == Mistyped::Unknown && !known) {
                vocabulary.near(&token.word, |word, mistakes, beginning| {
                    let first = vocabulary.word(word).bytes().next() == token.word.bytes().next();
                    let grade = match (mistakes, beginning, first) {
                        (_, true, false) => return,
                        (1, false, true) => Grade::Near,
                        _ => Grade::Far,
                    };
                    set(&mut matches, word, grade);
                });
            }
            let last = number + 1 == tokens.len();
            let short = token.typed.len() == 1 || (token.typed.len() == 2 && known);
            // The other words are complete, so that a short one is rather an abbreviation ("OR nurse").
            if last || !short {
                let grade = if known {
                    Grade::Longer
                } else {
                    Grade::Beginning
                };
                for word in vocabulary.beginning_with(&token.typed) {
                    set(&mut matches, word, grade);
                }
            }
            if let Some(word) = place {
                set(&mut matches, word, Grade::Whole);
            }
            // A word that there is nowhere says as much as the rarest.
            let unknown = || {
                (0..words)
                    .map(|word| vocabulary.weight(word))
                    .fold(1.0, f32::max)
            };
            let weight = if best == Grade::None {
                unknown()
            } else {
                weight
            };
            matches.weights.push(weight);
        }
        matches
    }

    /// How many tokens there are.
    pub(super) fn tokens(&self) -> usize {
        self.tokens
    }

    /// Whether it is asked for what a title excepts, whose words before that are these.
    pub(super) fn exceptions(&self, head: &[Word]) -> bool {
        let last = 1 << (self.tokens - 1);
        let all = (last << 1) - 1;
        self.exceptions || (self.begins_exceptions && self.met(head) | last == all)
    }

    /// How much a token says; a word that there is nowhere says nothing.
    pub(super) fn weight(&self, token: usize) -> f32 {
        self.weights[token]
    }

    /// How much these tokens say of what all do.
    pub(super) fn share(&self, tokens: u32) -> f32 {
        let all: f32 = self.weights.iter().sum();
        let weights = self.weights.iter().enumerate();
        let met = weights.filter(|(token, _)| tokens & (1 << token) != 0);
        met.map(|(_, weight)| weight).sum::<f32>() / all
    }

    /// The tokens that any of the words meets, a bit each.
    pub(super) fn met(&self, words: &[Word]) -> u32 {
        words
            .iter()
            .fold(0, |met, word| met | self.masks[usize::from(*word)])
    }

    /// The tokens that any word there is meets.
    pub(super) fn met_anywhere(&self) -> u32 {
        self.masks.iter().fold(0, |met, mask| met | mask)
    }

    /// Whether a word meets any token.
    pub(super) fn meets(&self, word: Word) -> bool {
        self.masks[usize::from(word)] != 0
    }

    /// How well a token is met by the best of the words.
    pub(super) fn best(&self, token: usize, words: &[Word]) -> Grade {
        let grade = |word: &Word| self.grades[token * self.words + usize::from(*word)];
        words.iter().map(grade).max().unwrap_or(Grade::None)
    }
}
