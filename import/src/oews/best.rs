//! Where an occupation's middle pay is highest.

use std::collections::BTreeMap;

use super::estimate::{Cell, Estimate, MEDIAN};
use crate::json::Json;
use crate::number::Number;

/// The largest relative standard error of the wage with which a place is ranked, percent.
const LARGEST_ERROR: f64 = 10.0;
/// How many places of a kind are kept.
const KEPT: usize = 5;

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

    /// The fewest jobs with which a place is ranked.
    pub fn fewest_jobs(self) -> f64 {
        match self {
            Self::State => 500.0,
            Self::Metro => 250.0,
            Self::Industry => 1000.0,
        }
    }
}

/// A place where the median is released and certain enough.
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
    /// How many places would be ranked if their median were more than "at least".
    top_coded: usize,
}

/// The best-paying places of all occupations.
#[derive(Default)]
pub struct Best {
    places: BTreeMap<(String, Place), Candidates>,
    names: BTreeMap<(Place, String), String>,
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
        let (Some(jobs), Some(wage_rse)) = (estimate.jobs.number(), estimate.wage_rse.number())
        else {
            return;
        };
        if jobs.value() < place.fewest_jobs() || wage_rse.value() > LARGEST_ERROR {
            return;
        }
        let candidates = self.places.entry((soc.to_owned(), place)).or_default();
        match &wages[MEDIAN] {
            Cell::Number(median) => candidates.ranked.push(Candidate {
                code: code.to_owned(),
                median: median.clone(),
                jobs: jobs.clone(),
                jobs_rse: (&estimate.jobs_rse).into(),
                wage_rse: wage_rse.clone(),
            }),
            Cell::AtLeast(_) => candidates.top_coded += 1,
            _ => return,
        }
        self.names
            .entry((place, code.to_owned()))
            .or_insert_with(|| name.to_owned());
    }

    /// Puts the highest median first; among equals the most jobs, then the lowest code.
    pub fn rank(&mut self) {
        for candidates in self.places.values_mut() {
            candidates.ranked.sort_by(|a, b| {
                b.median
                    .by_size(&a.median)
                    .then(b.jobs.by_size(&a.jobs))
                    .then(a.code.cmp(&b.code))
            });
            candidates.ranked.truncate(KEPT);
        }
    }

    /// The best place of each kind: `[name, median, jobs, wage_rse]` or null. A fifth cell says how many places may
    /// pay more, because their median is top-coded; it is left out where there are none.
    pub fn first(&self, soc: &str) -> Json {
        Json::list(Place::ALL.map(|place| {
            self.ranked(soc, place).first().map(|best| {
                let mut cells = vec![
                    self.name(place, best).into(),
                    (&best.median).into(),
                    (&best.jobs).into(),
                    (&best.wage_rse).into(),
                ];
                let top_coded = self.top_coded(soc, place);
                if top_coded > 0 {
                    cells.push(top_coded.into());
                }
                Json::List(cells)
            })
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
        self.ranked(soc, place).iter().map(row).collect()
    }

    /// How many places of a kind are not ranked only because their median is top-coded.
    pub fn top_coded(&self, soc: &str, place: Place) -> usize {
        self.places
            .get(&(soc.to_owned(), place))
            .map_or(0, |candidates| candidates.top_coded)
    }

    fn ranked(&self, soc: &str, place: Place) -> &[Candidate] {
        self.places
            .get(&(soc.to_owned(), place))
            .map_or(&[], |candidates| &candidates.ranked)
    }

    fn name(&self, place: Place, candidate: &Candidate) -> &str {
        self.names
            .get(&(place, candidate.code.clone()))
            .map_or("", String::as_str)
    }
}
