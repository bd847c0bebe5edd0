//! Where an occupation's middle pay is highest.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crossroads::model;

use super::estimate::{Cell, Estimate, MEDIAN};
use super::ties::{Estimated, KEPT, could_be_first};
use crate::json::{Json, lists};
use crate::number::Number;

/// The largest relative standard error of the wage with which a place is ranked, percent.
const LARGEST_ERROR: f64 = 10.0;
/// How many of the places that cannot be told apart are named.
const NAMED: usize = 3;

/// The kinds of places that are ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A state, the District of Columbia or a territory.
    State,
    /// A metropolitan area.
    Metro,
    /// An industry of four digits, nationally.
    Industry,
}

impl Place {
    /// In the order they are written.
    pub const ALL: [Self; 3] = [Self::State, Self::Metro, Self::Industry];

    /// The name of its list in `places.json` and in the shards.
    pub fn list(self) -> &'static str {
        match self {
            Self::State => "states",
            Self::Metro => "metros",
            Self::Industry => "industries",
        }
    }

    /// The fewest jobs with which a place is ranked.
    pub fn fewest_jobs(self) -> f64 {
        match self {
            Self::State => 500.0,
            Self::Metro => 250.0,
            Self::Industry => 1000.0,
        }
    }
}

/// A place where the median is released and sure enough.
#[derive(Clone, Debug)]
struct Candidate {
    code: String,
    median: Number,
    jobs: Number,
    jobs_rse: Json,
    wage_rse: Number,
}

/// The candidates of one occupation.
#[derive(Default)]
struct Candidates {
    ranked: Vec<Candidate>,
    /// The positions of those that could be the first.
    tied: Vec<usize>,
    /// The medians of places with enough jobs that are too unsure to be ranked, each with its error.
    unsure: Vec<(Number, Option<Number>)>,
    /// How many of those could be the first of all.
    unsure_rivals: usize,
    /// How many places with enough jobs have a median that is only "at least".
    top_coded: usize,
}

impl Candidates {
    /// Puts the highest median first; among equals the most jobs, then the lowest code.
    fn rank(&mut self) {
        self.ranked.sort_by(|a, b| {
            b.median
                .by_size(&a.median)
                .then(b.jobs.by_size(&a.jobs))
                .then(a.code.cmp(&b.code))
        });
        let medians = self.ranked.iter();
        let medians: Vec<Estimated<'_>> = medians
            .map(|place| (&place.median, Some(&place.wage_rse)))
            .collect();
        self.tied = could_be_first(&medians);
        let unsure = self.unsure.iter();
        let all = medians
            .into_iter()
            .chain(unsure.map(|(median, error)| (median, error.as_ref())));
        let could_be_first = could_be_first(&all.collect::<Vec<_>>());
        let is_unsure = |at: &&usize| **at >= self.ranked.len();
        self.unsure_rivals = could_be_first.iter().filter(is_unsure).count();
    }

    /// Whether too few are ranked to name one as the best.
    fn are_too_few(&self) -> bool {
        self.ranked.len() < model::Place::FEWEST
    }

    /// Those that could be the best, in order; none where none is named.
    fn best(&self) -> impl Iterator<Item = &Candidate> {
        let is_named = !self.are_too_few() && self.unsure_rivals == 0;
        let tied = self.tied.iter().filter(move |_| is_named);
        tied.filter_map(|at| self.ranked.get(*at))
    }
}

/// The best-paying places of all occupations.
#[derive(Default)]
pub struct Best {
    places: BTreeMap<(String, Place), Candidates>,
    names: BTreeMap<(Place, String), String>,
    /// The names that rows refer to by position, by kind of place; the most frequent first, so that most positions are short.
    listed: BTreeMap<Place, Vec<String>>,
}

impl Best {
    /// Takes an estimate into account. `hourly` says that this occupation is paid by the hour only.
    pub fn add(
        &mut self,
        soc: &str,
        hourly: bool,
        place: Place,
        code: &str,
        name: &str,
        estimate: &Estimate,
    ) {
        let wages = estimate.wages(hourly);
        let jobs = estimate.jobs.number();
        let Some(jobs) = jobs.filter(|jobs| jobs.value() >= place.fewest_jobs()) else {
            return;
        };
        let candidates = self.places.entry((soc.to_owned(), place)).or_default();
        let error = estimate.wage_rse.number();
        let small_error = error.filter(|error| error.value() <= LARGEST_ERROR);
        match (&wages[MEDIAN], small_error) {
            (Cell::Number(median), Some(wage_rse)) => candidates.ranked.push(Candidate {
                code: code.to_owned(),
                median: median.clone(),
                jobs: jobs.clone(),
                jobs_rse: (&estimate.jobs_rse).into(),
                wage_rse: wage_rse.clone(),
            }),
            (Cell::Number(median), None) => {
                candidates.unsure.push((median.clone(), error.cloned()));
            }
            (Cell::AtLeast(_), _) => candidates.top_coded += 1,
            _ => return,
        }
        self.names
            .entry((place, code.to_owned()))
            .or_insert_with(|| name.to_owned());
    }

    /// Puts the places in order, and lists the names that [`Best::first`] refers to.
    pub fn rank(&mut self) {
        let mut counts: BTreeMap<Place, BTreeMap<&str, usize>> = BTreeMap::new();
        for ((_, place), candidates) in &mut self.places {
            candidates.rank();
            for candidate in candidates.best().take(NAMED) {
                if let Some(name) = self.names.get(&(*place, candidate.code.clone())) {
                    *counts.entry(*place).or_default().entry(name).or_default() += 1;
                }
            }
        }
        let by_count = |counts: BTreeMap<&str, usize>| {
            let mut names: Vec<(&str, usize)> = counts.into_iter().collect();
            names.sort_by_key(|(_, count)| Reverse(*count));
            names.into_iter().map(|(name, _)| name.to_owned()).collect()
        };
        let counts = counts.into_iter();
        self.listed = counts
            .map(|(place, counts)| (place, by_count(counts)))
            .collect();
    }

    /// The best-paying place of each kind: `[median, jobs, wage_rse, name]`. Where several could be the best,
    /// `[highest median, lowest median, [name, name, name], others]`: up to three names and the number of others. A last cell
    /// says how many places may pay more, because their median is top-coded. Zeros at the end are left out; a name is its
    /// position in `places.json`.
    ///
    /// Null where too few are ranked to name one. A number where so many others could be the best, whose pay is too unsure
    /// to be ranked.
    pub fn first(&self, soc: &str) -> Json {
        Json::list(Place::ALL.map(|place| {
            let candidates = self.candidates(soc, place)?;
            if !candidates.are_too_few() && candidates.unsure_rivals > 0 {
                return Some(candidates.unsure_rivals.into());
            }
            let tied: Vec<&Candidate> = candidates.best().collect();
            let (first, last) = (tied.first()?, tied.last()?);
            let names = Json::list(
                tied.iter()
                    .take(NAMED)
                    .map(|tied| self.position(place, tied)),
            );
            let (mut cells, counts) = match tied.len() {
                1 => (
                    vec![
                        (&first.median).into(),
                        (&first.jobs).into(),
                        (&first.wage_rse).into(),
                        self.position(place, first).into(),
                    ],
                    vec![candidates.top_coded],
                ),
                count => (
                    vec![(&first.median).into(), (&last.median).into(), names],
                    vec![count.saturating_sub(NAMED), candidates.top_coded],
                ),
            };
            let counted = counts
                .iter()
                .rposition(|count| *count > 0)
                .map_or(0, |at| at + 1);
            cells.extend(counts.into_iter().take(counted).map(Json::from));
            Some(Json::List(cells))
        }))
    }

    /// The text of `places.json`: the names that [`Best::first`] refers to.
    pub fn file(&self) -> String {
        lists(&Place::ALL.map(|place| {
            let names = self.listed.get(&place).into_iter().flatten();
            (place.list(), Json::list(names))
        }))
    }

    /// The best places of one kind: rows `[code, name, median, jobs, jobs_rse, wage_rse]`.
    pub fn top(&self, soc: &str, place: Place) -> Vec<Json> {
        let row = |best: &Candidate| {
            Json::List(vec![
                Json::text(&best.code),
                self.name(place, best).into(),
                (&best.median).into(),
                (&best.jobs).into(),
                best.jobs_rse.clone(),
                (&best.wage_rse).into(),
            ])
        };
        let ranked = self.candidates(soc, place).into_iter();
        ranked
            .flat_map(|candidates| candidates.ranked.iter().take(KEPT).map(row))
            .collect()
    }

    /// The positions, in the order of one kind, of the places that could be the first.
    pub fn tied(&self, soc: &str, place: Place) -> &[usize] {
        self.candidates(soc, place)
            .map_or(&[], |candidates| &candidates.tied)
    }

    /// How many places of a kind have enough jobs and are not ranked because their median is top-coded.
    pub fn top_coded(&self, soc: &str, place: Place) -> usize {
        self.candidates(soc, place)
            .map_or(0, |candidates| candidates.top_coded)
    }

    fn candidates(&self, soc: &str, place: Place) -> Option<&Candidates> {
        self.places.get(&(soc.to_owned(), place))
    }

    fn name(&self, place: Place, candidate: &Candidate) -> &str {
        self.names
            .get(&(place, candidate.code.clone()))
            .map_or("", String::as_str)
    }

    /// The position of a name in its list.
    fn position(&self, place: Place, candidate: &Candidate) -> Option<usize> {
        let name = self.name(place, candidate);
        self.listed
            .get(&place)?
            .iter()
            .position(|listed| listed == name)
    }
}
