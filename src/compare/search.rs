//! Finding a role by what people call it: its title, the other titles people use, words inside them, and all of those
//! mistyped.
//!
//! Every query walks over all roles by their different words, and over the titles of those that have all of the query's:
//! that takes well under a millisecond and needs no postings. Fuzzy-matching crates were weighed and left out.
//! `nucleo-matcher` finds letters in their order, as a file finder needs it: a wrong or swapped letter finds nothing, so
//! that what is here would be needed beside it, and it alone added 110 kB to the WebAssembly (44 kB compressed), where
//! all of this adds 75 kB (29 kB). `strsim` has the distance that is needed, but takes memory for each pair of words and
//! tells nothing of their beginnings; `near` needs neither and is some 30 lines.

mod matches;
mod near;
mod places;
mod query;
mod rank;
mod titles;
mod vocabulary;
mod words;

use std::collections::BTreeMap;
use std::fmt;

use crate::model::{Dataset, MetricId, OtherTitles, RoleId};
use matches::{Matches, Mistyped};
pub use places::PlaceIndex;
use rank::{Found, Tier};
use titles::Titles;
use vocabulary::Vocabulary;

/// The most hits of a query.
pub const MAX_HITS: usize = 20;

/// How many of the best roles are asked for their jobs: the first time that takes reading all figures of each.
const CONTENDERS: usize = 32;

/// What is searched: the titles of all roles.
#[derive(Debug)]
pub struct Index {
    dataset: Dataset,
    others: Option<OtherTitles>,
    titles: Titles,
    vocabulary: Vocabulary,
}

/// A role that is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The role.
    pub role: RoleId,
    /// Its title.
    pub title: String,
    /// Why it is found.
    pub why: Why,
    /// Whether it is found by a title that is not its own, nor the short form of its own: its figures then cover a wider
    /// group than that title.
    pub wider: bool,
}

/// Why a role is found, in words when it is displayed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// By its own title.
    Title,
    /// By words inside its own title.
    Inside,
    /// By another title.
    Called(String),
    /// By a title that is spelled nearly so.
    Near(String),
    /// By a title that has some of the words.
    Partly(String),
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title => write!(f, "exact title"),
            Self::Inside => write!(f, "words inside the title"),
            Self::Called(title) => write!(f, "also called “{title}”"),
            Self::Near(title) => write!(f, "close to “{title}”"),
            Self::Partly(title) => write!(f, "some of the words: “{title}”"),
        }
    }
}

impl Hit {
    /// What the role's figures cover, where the title found is but a part of it, in words.
    pub fn covers(&self) -> Option<String> {
        // Of a title that has only some of the words it is not known whether it is meant.
        let known = self.wider && !matches!(self.why, Why::Partly(_));
        known.then(|| format!("official data covers all of “{}”", self.title))
    }
}

impl Index {
    /// The titles of all roles of a dataset and, when they are there, the other titles.
    pub fn new(dataset: &Dataset, others: Option<&OtherTitles>) -> Self {
        let (titles, vocabulary) = Titles::new(dataset, others);
        Self {
            dataset: dataset.clone(),
            others: others.cloned(),
            titles,
            vocabulary,
        }
    }

    /// The roles that a query finds, the best first, at most [`MAX_HITS`].
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let mut hits = self.hits(query);
        // The last word may be the beginning of "of" or "the", which stand in no title's words.
        if let Some(before) = words::before_begun_idle(query).filter(|_| hits.len() < MAX_HITS) {
            for hit in self.hits(before) {
                if hits.len() < MAX_HITS && hits.iter().all(|other| other.role != hit.role) {
                    hits.push(hit);
                }
            }
        }
        hits
    }

    fn hits(&self, query: &str) -> Vec<Hit> {
        let readings = query::readings(query, &self.vocabulary);
        let Some(typed) = readings.first() else {
            return Vec::new();
        };
        let mut found = BTreeMap::new();
        for reading in &readings {
            let matches = Matches::new(reading, &self.vocabulary, Mistyped::None);
            self.gather(&mut found, &matches, false);
        }
        if found.len() < MAX_HITS {
            let matches = Matches::new(typed, &self.vocabulary, Mistyped::Any);
            self.gather(&mut found, &matches, false);
            if found.is_empty() {
                let matches = Matches::new(typed, &self.vocabulary, Mistyped::Unknown);
                self.gather(&mut found, &matches, true);
            }
        }
        self.ranked(query, found.into_values().collect())
    }

    /// Adds what is found to what was found before, the better of each role.
    fn gather(&self, found: &mut BTreeMap<usize, Found>, matches: &Matches, partly: bool) {
        for new in rank::find(&self.titles, &self.vocabulary, matches, partly) {
            let known = found.entry(new.role).or_insert(new);
            if new.cmp(known).is_lt() {
                *known = new;
            }
        }
    }

    /// The best of what is found, as hits.
    fn ranked(&self, query: &str, mut found: Vec<Found>) -> Vec<Hit> {
        found.sort_unstable_by(Found::cmp);
        found.truncate(CONTENDERS);
        for one in &mut found {
            one.score += rank::JOBS * self.jobs(one.role).max(1.0).log10();
            // Titles that differ in their plural alone, as a seed role's and its official counterpart's do.
            if one.tier == Tier::Title && words::same(query, &self.title(one.role)) {
                one.score += 100.0;
            }
        }
        found.sort_unstable_by(Found::cmp);
        found.truncate(MAX_HITS);
        found.iter().map(|found| self.hit(found)).collect()
    }

    fn hit(&self, found: &Found) -> Hit {
        let title = self.title(found.role);
        let own = self.titles.own(found.role).contains(&found.entry);
        let called = || match &self.others {
            Some(others) if !own => {
                let (number, range) = self.titles.range(found.entry);
                others.get(number).get(range).unwrap_or_default().to_owned()
            }
            _ => title.clone(),
        };
        let why = match found.tier {
            Tier::Title => Why::Title,
            Tier::Near => Why::Near(called()),
            Tier::Partly => Why::Partly(called()),
            Tier::Head | Tier::Inside if own => Why::Inside,
            Tier::Head | Tier::Other | Tier::Inside => Why::Called(called()),
        };
        Hit {
            role: self.titles.id(found.role).clone(),
            title,
            why,
            wider: !own && !self.titles.names_all(found.role, found.entry),
        }
    }

    fn title(&self, role: usize) -> String {
        let title = self.dataset.title(self.titles.id(role));
        title.unwrap_or_default()
    }

    /// How many people have the job; none where that cannot be read.
    fn jobs(&self, role: usize) -> f32 {
        let role = self.dataset.role(self.titles.id(role)).ok().flatten();
        let jobs = role.and_then(|role| role.own_number(MetricId::JobsEmployed));
        jobs.unwrap_or(0.0) as f32
    }
}
