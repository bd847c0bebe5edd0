//! All titles as rows of words, role by role.

use std::ops::Range;

use super::vocabulary::{Collector, Vocabulary, Word};
use super::words::{each_plain_word, is_idle};
use crate::model::{Dataset, OtherTitles, RoleId};

/// The titles of all roles.
#[derive(Debug)]
pub(super) struct Titles {
    words: Vec<Word>,
    entries: Vec<Entry>,
    roles: Vec<RoleTitles>,
    /// The different words of each role, one role after the other.
    role_words: Vec<Word>,
}

/// A title, or what stands inside or outside its brackets.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The number of the other title; of no meaning for a role's own.
    title: u32,
    /// Its start and end in that title.
    from: u16,
    to: u16,
    /// Where its words end.
    end: u32,
}

/// The titles of a role: its own, then the others.
#[derive(Debug)]
struct RoleTitles {
    id: RoleId,
    /// How many entries are its own: the whole title, and for one with exceptions what stands before them.
    own: u8,
    /// Whether it gathers what has no occupation of its own ("All Other").
    rest: bool,
    /// Where its entries end.
    end: u32,
    /// Where its different words end.
    words_end: u32,
}

/// Titles as they are being collected.
#[derive(Default)]
struct Builder {
    collector: Collector,
    words: Vec<Word>,
    entries: Vec<Entry>,
}

impl Titles {
    /// The titles of all roles, and their different words.
    pub(super) fn new(dataset: &Dataset, others: Option<&OtherTitles>) -> (Self, Vocabulary) {
        let mut builder = Builder::default();
        let mut roles = Vec::new();
        for id in dataset.ids() {
            let title = dataset.title(&id).unwrap_or_default();
            builder.add(0, &title, 0..title.len());
            let mut own = 1;
            if let Some((head, _)) = title.split_once(" Except ") {
                builder.add(0, &title, 0..head.len());
                own = 2;
            }
            if let Some(others) = others {
                for number in others.of(&id) {
                    builder.add_other(number, others.get(number));
                }
            }
            roles.push(RoleTitles {
                id,
                own,
                rest: title.ends_with("All Other"),
                end: builder.entries.len() as u32,
                words_end: 0,
            });
        }
        let (vocabulary, stays) = builder.collector.finish(builder.entries.len());
        for word in &mut builder.words {
            *word = stays[usize::from(*word)];
        }
        let mut titles = Self {
            words: builder.words,
            entries: builder.entries,
            roles,
            role_words: Vec::new(),
        };
        titles.gather_role_words(vocabulary.len());
        (titles, vocabulary)
    }

    fn gather_role_words(&mut self, vocabulary: usize) {
        // The last role each word was met in, counted from 1.
        let mut met = vec![0; vocabulary];
        let mut start = 0;
        for (number, role) in self.roles.iter_mut().enumerate() {
            let end = match (role.end as usize).checked_sub(1) {
                Some(last) => self.entries[last].end as usize,
                None => 0,
            };
            for word in &self.words[start..end] {
                let met = &mut met[usize::from(*word)];
                if *met != number + 1 {
                    *met = number + 1;
                    self.role_words.push(*word);
                }
            }
            role.words_end = self.role_words.len() as u32;
            start = end;
        }
        self.role_words.shrink_to_fit();
    }

    /// The different words of all titles of a role.
    pub(super) fn role_words(&self, role: usize) -> &[Word] {
        let start = role
            .checked_sub(1)
            .map_or(0, |role| self.roles[role].words_end);
        &self.role_words[start as usize..self.roles[role].words_end as usize]
    }

    /// How many roles there are.
    pub(super) fn roles(&self) -> usize {
        self.roles.len()
    }

    /// The id of a role.
    pub(super) fn id(&self, role: usize) -> &RoleId {
        &self.roles[role].id
    }

    /// Whether a role gathers what has no occupation of its own.
    pub(super) fn gathers_rest(&self, role: usize) -> bool {
        self.roles[role].rest
    }

    /// The numbers of a role's entries.
    pub(super) fn of(&self, role: usize) -> Range<usize> {
        let start = role.checked_sub(1).map_or(0, |role| self.roles[role].end);
        start as usize..self.roles[role].end as usize
    }

    /// The numbers of the entries of a role's own title: the whole, and what stands before its exceptions.
    pub(super) fn own(&self, role: usize) -> Range<usize> {
        let start = self.of(role).start;
        start..start + usize::from(self.roles[role].own)
    }

    /// The different words of an entry.
    pub(super) fn words(&self, entry: usize) -> &[Word] {
        let start = entry
            .checked_sub(1)
            .map_or(0, |entry| self.entries[entry].end);
        &self.words[start as usize..self.entries[entry].end as usize]
    }

    /// Whether an entry is another name of the whole role, because a title says so: "Registered Nurse (RN)".
    pub(super) fn names_all(&self, role: usize, entry: usize) -> bool {
        let own = self.words(self.own(role).start);
        let others = self.own(role).end..self.of(role).end;
        let mut pairs = others
            .clone()
            .zip(others.skip(1))
            .filter(|(before, inside)| {
                let (before, inside) = (self.entries[*before], self.entries[*inside]);
                before.title == inside.title && before.to < inside.from
            });
        let named = self.words(entry);
        pairs.any(|(before, inside)| {
            let pair = [self.words(before), self.words(inside)];
            pair == [own, named] || pair == [named, own]
        })
    }

    /// The number of the other title an entry belongs to, and its range there.
    pub(super) fn range(&self, entry: usize) -> (usize, Range<usize>) {
        let entry = self.entries[entry];
        (entry.title as usize, entry.from.into()..entry.to.into())
    }
}

impl Builder {
    /// An other title: as it is, and for "Registered Nurse (RN)" also what stands before and in the brackets.
    fn add_other(&mut self, number: usize, title: &str) {
        self.add(number, title, 0..title.len());
        let brackets = title
            .strip_suffix(')')
            .and_then(|rest| rest.split_once('('));
        if let Some((before, inside)) = brackets {
            let end = before.trim_end().len();
            self.add(number, title, 0..end);
            let start = before.len() + 1;
            self.add(number, title, start..start + inside.len());
        }
    }

    fn add(&mut self, number: usize, title: &str, range: Range<usize>) {
        let (Ok(number), Ok(from), Ok(to)) = (
            u32::try_from(number),
            u16::try_from(range.start),
            u16::try_from(range.end),
        ) else {
            return;
        };
        let start = self.words.len();
        let text = title.get(range).unwrap_or_default();
        let mut idle = None;
        each_plain_word(text, &mut |word| {
            if is_idle(word) {
                idle = Some(word.clone());
            } else {
                self.take(word, start);
            }
        });
        if let Some(word) = idle.filter(|_| self.words.len() == start) {
            self.take(&word, start);
        }
        self.entries.push(Entry {
            title: number,
            from,
            to,
            end: self.words.len() as u32,
        });
    }

    /// A word of the entry whose words start here; each counts once.
    fn take(&mut self, word: &str, start: usize) {
        if let Some(word) = self.collector.number(word)
            && !self.words[start..].contains(&word)
        {
            self.words.push(word);
        }
    }
}
