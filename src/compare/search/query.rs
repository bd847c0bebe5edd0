//! What is typed, and the ways in which it can be read.

use super::vocabulary::Vocabulary;
use super::words::typed_words;

/// The most words that are looked at; no title has more.
const MOST_WORDS: usize = 20;

/// The most ways of reading that are tried, each of which costs a walk over all titles.
const MOST_READINGS: usize = 4;

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// As it is typed, but for case and accents.
    pub typed: String,
    /// Without its plural.
    pub word: String,
}

impl Token {
    /// The place of its word in the vocabulary.
    pub(super) fn place(&self, vocabulary: &Vocabulary) -> Option<usize> {
        let place = vocabulary.find(&self.word);
        // "RNs": words so short keep their s, for it mostly belongs to them ("gas").
        let one = || match self.word.strip_suffix('s') {
            Some(one) if one.len() == 2 => vocabulary.find(one),
            _ => None,
        };
        place.or_else(one)
    }
}

/// The words of a query, each once.
pub(super) fn tokens(query: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (typed, word) in typed_words(query) {
        let token = Token { typed, word };
        if tokens.len() < MOST_WORDS && tokens.iter().all(|known| known.word != token.word) {
            tokens.push(token);
        }
    }
    tokens
}

/// The ways to read a query: as it is typed, without what stands in brackets, with or without the full stop of a name
/// (".net"), and with words written together or apart where that makes words there are ("x-ray", "x ray" and "xray" are
/// one).
pub(super) fn readings(query: &str, vocabulary: &Vocabulary) -> Vec<Vec<Token>> {
    let typed = tokens(query);
    let mut readings = Vec::new();
    let mut add = |reading: Vec<Token>| {
        if !reading.is_empty() && readings.len() < MOST_READINGS && !readings.contains(&reading) {
            readings.push(reading);
        }
    };
    add(typed.clone());
    if let Some((before, _)) = query.split_once('(') {
        add(tokens(before));
    }
    for (at, token) in typed.iter().enumerate() {
        let turned = match token.typed.strip_prefix('.') {
            Some(rest) => tokens(rest),
            None => tokens(&format!(".{}", token.typed)),
        };
        let known = |token: &Token| token.place(vocabulary).is_some();
        // A name that there is with its full stop is meant so.
        let is_name = token.typed.starts_with('.') && known(token);
        if !is_name && turned.iter().any(known) {
            add([&typed[..at], &turned, &typed[at + 1..]].concat());
        }
    }
    for (at, pair) in typed.windows(2).enumerate() {
        let text = format!("{}{}", pair[0].typed, pair[1].typed);
        let joined = tokens(&text);
        // Where a mark ends the first word they stay two.
        let known = |token: &Token| token.typed == text && token.place(vocabulary).is_some();
        if joined.iter().all(known) {
            add([&typed[..at], &joined, &typed[at + 2..]].concat());
        }
    }
    for (at, token) in typed.iter().enumerate() {
        if let Some(halves) = apart(token, vocabulary) {
            add([&typed[..at], &halves, &typed[at + 1..]].concat());
        }
    }
    readings
}

/// A word as two that there are, or where its beginning is none either ("sysadmin"), as the beginnings of two. A word
/// there is stays whole, unless its first letter stands apart ("x-ray").
fn apart(token: &Token, vocabulary: &Vocabulary) -> Option<Vec<Token>> {
    let typed = token.typed.as_str();
    let known = token.place(vocabulary).is_some();
    let begun = !vocabulary.beginning_with(typed).is_empty();
    let is_half = |half: &Token| {
        let may_begin = !begun && half.typed.len() > 2;
        half.place(vocabulary).is_some()
            || (may_begin && !vocabulary.beginning_with(&half.typed).is_empty())
    };
    let halves = typed.char_indices().skip(1).filter_map(|(at, _)| {
        let (left, right) = typed.split_at(at);
        // A short end is more likely a mistake in one word than a word: "machinest".
        if right.len() < 3 || (known && at > 1) {
            return None;
        }
        let halves = tokens(&format!("{left} {right}"));
        (halves.len() == 2 && halves.iter().all(is_half)).then_some(halves)
    });
    // Whole words before beginnings, and the most even halves before a stray letter.
    let worth = |halves: &Vec<Token>| {
        let whole = halves
            .iter()
            .filter(|half| half.place(vocabulary).is_some());
        let shortest = halves.iter().map(|half| half.typed.len()).min();
        (whole.count(), shortest)
    };
    halves.max_by_key(worth)
}
