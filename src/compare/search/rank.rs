//! Which roles a reading of the query finds, and how well.

use std::cmp::Ordering;

use super::matches::{Grade, Matches};
use super::titles::Titles;
use super::vocabulary::Vocabulary;

/// How a title is found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// It is the whole official title.
    Title,
    /// It is the official title but for its exceptions, or with words that are being typed or cut short.
    Head,
    /// It is another title.
    Other,
    /// All words are inside a title.
    Inside,
    /// All words are inside a title, but mistyped.
    Near,
    /// The words that say most are inside a title.
    Partly,
}

/// The best title of a role.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub role: usize,
    pub tier: Tier,
    /// The entry it is found by.
    pub entry: usize,
    /// How well, within the tier; without how many jobs there are.
    pub score: f32,
}

impl Found {
    /// The order of what is found: the best first.
    pub(super) fn cmp(&self, other: &Self) -> Ordering {
        let by_tier = self.tier.cmp(&other.tier);
        let by_score = other.score.total_cmp(&self.score);
        by_tier.then(by_score).then(self.role.cmp(&other.role))
    }
}

/// How much of a query's weight has to be met for it to be found in part.
const ENOUGH: f32 = 0.25;

// What a score is made of, set by the first block of tests/search-queries.tsv.

/// For how well the query is met by the title, and for how much of the title the query says.
const MET: f32 = 2.0;
const SAID: f32 = 2.0;
/// For a title that is the role's own.
const OWN: f32 = 0.3;
/// For the last word, which says what somebody is, while those before it only say of what kind.
const LAST: f32 = 1.0;
/// For how much of the query the role's own title speaks of.
const SHARED: f32 = 2.0;
/// For how many of the role's titles are met: for each e times as many.
const TITLES: f32 = 0.3;
/// For gathering what has no occupation of its own, which is rarely meant.
const REST: f32 = -0.7;
/// For how many people have the job: for each ten times as many.
pub(super) const JOBS: f32 = 0.5;

/// The roles in which all tokens are met; or with `partly`, those that are enough.
pub(super) fn find(
    titles: &Titles,
    vocabulary: &Vocabulary,
    matches: &Matches,
    partly: bool,
) -> Vec<Found> {
    let all = (1_u32 << matches.tokens()) - 1;
    let mut found = Vec::new();
    let is_enough = |met: u32| match partly {
        true => met != 0 && matches.share(met) >= ENOUGH,
        false => met == all,
    };
    if !is_enough(matches.met_anywhere()) {
        return found;
    }
    for role in 0..titles.roles() {
        // Most roles are passed over by their words, without a look at their titles.
        if !is_enough(matches.met(titles.role_words(role))) {
            continue;
        }
        let mut best: Option<Found> = None;
        let mut count = 0_usize;
        let own = titles.own(role);
        for entry in titles.of(role) {
            let words = titles.words(entry);
            let met = matches.met(words);
            if !is_enough(met) {
                continue;
            }
            let whole = own.start == entry;
            let seen = look(vocabulary, matches, words);
            let tier = match seen {
                _ if partly => Tier::Partly,
                Seen { worst, .. } if worst <= Grade::Near => Tier::Near,
                Seen { exact: true, .. } if whole => Tier::Title,
                Seen { all: true, .. } if own.contains(&entry) => Tier::Head,
                Seen { exact: true, .. } => Tier::Other,
                _ => Tier::Inside,
            };
            // The exceptions of a title are what it is not about.
            if whole && own.len() > 1 && tier != Tier::Title {
                let head = titles.words(own.end - 1);
                if !matches.exceptions(head) {
                    continue;
                }
            }
            count += 1;
            let last = 1 << (matches.tokens() - 1);
            let mut score = seen.score;
            if own.contains(&entry) {
                score += OWN;
            }
            if partly && met & last != 0 {
                score += LAST;
            }
            let new = Found {
                role,
                tier,
                entry,
                score,
            };
            if best.is_none_or(|best| new.cmp(&best).is_lt()) {
                best = Some(new);
            }
        }
        if let Some(mut best) = best {
            best.score += SHARED * share(titles, matches, role);
            best.score += TITLES * (count as f32).ln();
            if titles.gathers_rest(role) {
                best.score += REST;
            }
            found.push(best);
        }
    }
    found
}

/// What a title has of a query.
struct Seen {
    /// Whether every word of either is a word of the other.
    exact: bool,
    /// Whether there are several and every one of either is a word of the other or its beginning.
    all: bool,
    /// The grade of the worst token.
    worst: Grade,
    score: f32,
}

fn look(vocabulary: &Vocabulary, matches: &Matches, words: &[u16]) -> Seen {
    let mut worst = Grade::Whole;
    let (mut quality, mut all) = (0.0, 0.0);
    for token in 0..matches.tokens() {
        let grade = matches.best(token, words);
        let weight = matches.weight(token);
        all += weight;
        quality += weight * grade.worth();
        worst = worst.min(grade);
    }
    let (mut explained, mut long) = (0.0, 0.0);
    for word in words {
        let weight = vocabulary.weight(usize::from(*word));
        long += weight;
        if matches.meets(*word) {
            explained += weight;
        }
    }
    let several = matches.tokens() > 1 && words.len() == matches.tokens();
    let exact = worst == Grade::Whole && words.len() == matches.tokens();
    let coverage = if explained < long {
        explained / long
    } else {
        1.0
    };
    Seen {
        exact,
        all: exact || (several && coverage == 1.0),
        worst,
        score: MET * quality / all + SAID * coverage,
    }
}

/// How much of the query the role's own title speaks of.
fn share(titles: &Titles, matches: &Matches, role: usize) -> f32 {
    // What stands before the exceptions is the last of them.
    let own = titles.words(titles.own(role).end - 1);
    let (mut shared, mut all) = (0.0, 0.0);
    for token in 0..matches.tokens() {
        let weight = matches.weight(token);
        all += weight;
        shared += weight * matches.best(token, own).worth();
    }
    shared / all
}
