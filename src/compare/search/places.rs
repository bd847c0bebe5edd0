//! Finding a place by what people call it: a city inside the name of an area, a state by its name, its abbreviation or
//! the beginning of either, and all of those mistyped.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::MAX_HITS;
use super::matches::{Matches, Mistyped};
use super::query;
use super::vocabulary::{Collector, Vocabulary, Word};
use super::words::each_plain_word;
use crate::model::{Area, AreaKind, Areas};

/// What is searched: the names of all places.
#[derive(Debug)]
pub struct PlaceIndex {
    vocabulary: Vocabulary,
    places: Vec<Place>,
}

#[derive(Debug)]
struct Place {
    area: Arc<Area>,
    /// The words of its name before the states.
    name: Vec<Word>,
    /// The first of them, by which most areas are known.
    first: Vec<Word>,
    /// The words of its states: names and abbreviations.
    states: Vec<Word>,
}

/// How well a place is found: larger is better.
type Score = f32;

impl PlaceIndex {
    /// The names of all places.
    pub fn new(areas: &Areas) -> Self {
        let states: BTreeMap<&str, &str> = areas
            .states()
            .iter()
            .map(|state| (state.abbreviation.as_str(), state.name.as_str()))
            .collect();
        let mut collector = Collector::default();
        let mut words = |text: &str| {
            let mut numbers = Vec::new();
            each_plain_word(text, &mut |word| numbers.extend(collector.number(word)));
            numbers
        };
        let mut places: Vec<Place> = areas
            .all()
            .map(|area| {
                let (name, abbreviations) = match area.kind {
                    AreaKind::Nation => ("United States USA", ""),
                    AreaKind::State => (area.name.as_str(), ""),
                    _ => area.name.split_once(", ").unwrap_or((&area.name, "")),
                };
                let of_state = areas.states().iter().find(|state| state.fips == area.state);
                let mut in_states = String::new();
                let own = of_state.map(|state| state.abbreviation.as_str());
                for abbreviation in abbreviations.split('-').chain(own) {
                    let state = states.get(abbreviation).copied().unwrap_or_default();
                    in_states.push_str(&format!(" {abbreviation} {state}"));
                }
                Place {
                    area: Arc::clone(area),
                    name: words(name),
                    first: words(name.split(['-', '/']).next().unwrap_or_default()),
                    states: words(&in_states),
                }
            })
            .collect();
        let (vocabulary, stays) = collector.finish(places.len());
        let settle = |words: &mut Vec<Word>| {
            for word in words {
                // Every number was given out before.
                *word = stays.get(usize::from(*word)).copied().unwrap_or_default();
            }
        };
        for place in &mut places {
            settle(&mut place.name);
            settle(&mut place.first);
            settle(&mut place.states);
        }
        Self { vocabulary, places }
    }

    /// The places that a query finds, the best first, at most [`MAX_HITS`]; with nothing typed the nation and the
    /// states.
    pub fn search(&self, query: &str) -> Vec<Arc<Area>> {
        let readings = query::readings(query, &self.vocabulary);
        let Some(typed) = readings.first() else {
            let wide =
                |place: &&Place| matches!(place.area.kind, AreaKind::Nation | AreaKind::State);
            let mut wide: Vec<_> = self.places.iter().filter(wide).collect();
            wide.sort_by(|a, b| (a.area.kind, &a.area.name).cmp(&(b.area.kind, &b.area.name)));
            return wide.iter().map(|place| Arc::clone(&place.area)).collect();
        };
        for mistyped in [Mistyped::None, Mistyped::Unknown, Mistyped::Any] {
            let matches = Matches::new(typed, &self.vocabulary, mistyped);
            let mut found: Vec<(Score, &Place)> = self
                .places
                .iter()
                .filter_map(|place| Some((score(place, &matches)?, place)))
                .collect();
            if found.is_empty() {
                continue;
            }
            found.sort_by(|a, b| {
                let by_kind = a.1.area.kind.cmp(&b.1.area.kind);
                let by_name = a.1.area.name.cmp(&b.1.area.name);
                b.0.total_cmp(&a.0).then(by_kind).then(by_name)
            });
            found.truncate(MAX_HITS);
            return found
                .iter()
                .map(|(_, place)| Arc::clone(&place.area))
                .collect();
        }
        Vec::new()
    }
}

/// How well a place is met by all tokens; none where one of them is not.
fn score(place: &Place, matches: &Matches) -> Option<Score> {
    let mut score = 0.0;
    for token in 0..matches.tokens() {
        let first = matches.best(token, &place.first).worth() * FIRST;
        let name = matches.best(token, &place.name).worth();
        let of_state = matches.best(token, &place.states).worth() * STATE;
        // What a state is called is its own name.
        let own = match place.area.kind {
            AreaKind::State => of_state / STATE * WHOLE_STATE,
            _ => 0.0,
        };
        let best = first.max(name).max(of_state).max(own);
        if best == 0.0 {
            return None;
        }
        score += best;
    }
    let kind = match place.area.kind {
        AreaKind::Nonmetro => 0.0,
        _ => METRO,
    };
    // Of two that are met alike, the one with fewer other words is meant.
    let length = place.first.len() as f32;
    Some(score + kind - BREVITY * length)
}

// What a score is made of, set by the tests.

/// For a word of the first city, as against one of the other cities.
const FIRST: f32 = 1.2;
/// For a word of the state that the place lies in.
const STATE: f32 = 0.5;
/// For a state by its own name or abbreviation.
const WHOLE_STATE: f32 = 1.5;
/// For a place with a name of its own, as against what is left of a state.
const METRO: f32 = 0.05;
const BREVITY: f32 = 0.01;
