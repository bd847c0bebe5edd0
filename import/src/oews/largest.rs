//! Where most people have an occupation.

use std::collections::BTreeMap;

use super::area::Area;
use super::best::Place;
use super::estimate::{Cell, Estimate, MEDIAN};
use crate::json::Json;
use crate::number::Number;

/// How many places of a kind are kept.
const KEPT: usize = 5;

/// The kinds of places that are put in order: an industry is too wide a thing to look for a job in.
pub const KINDS: [Place; 2] = [Place::State, Place::Metro];

/// A place whose number of jobs is released.
#[derive(Clone, Debug)]
struct Candidate {
    jobs: Number,
    code: String,
    row: Json,
}

/// The places of one kind and occupation.
#[derive(Default)]
struct Candidates {
    ranked: Vec<Candidate>,
    /// How many places have no place in the order, because their jobs are not released.
    not_released: usize,
}

/// The largest places of all occupations.
#[derive(Default)]
pub struct Largest {
    places: BTreeMap<(String, Place), Candidates>,
}

impl Largest {
    /// Takes an estimate into account. `hourly` says that this occupation is paid by the hour only.
    pub fn add(&mut self, soc: &str, hourly: bool, place: Place, area: &Area, estimate: &Estimate) {
        let candidates = self.places.entry((soc.to_owned(), place)).or_default();
        let jobs = match &estimate.jobs {
            Cell::Number(jobs) => jobs.clone(),
            _ => {
                candidates.not_released += 1;
                return;
            }
        };
        candidates.ranked.push(Candidate {
            row: Json::List(vec![
                Json::text(&area.code),
                (&area.name).into(),
                (&estimate.wages(hourly)[MEDIAN]).into(),
                (&jobs).into(),
                (&estimate.jobs_rse).into(),
                (&estimate.wage_rse).into(),
            ]),
            code: area.code.clone(),
            jobs,
        });
        candidates
            .ranked
            .sort_by(|a, b| b.jobs.by_size(&a.jobs).then(a.code.cmp(&b.code)));
        candidates.ranked.truncate(KEPT);
    }

    /// The largest places of one kind, the most jobs first; among equals the lowest code: rows `[code, name, median,
    /// jobs, jobs_rse, wage_rse]`.
    pub fn top(&self, soc: &str, place: Place) -> Vec<Json> {
        self.candidates(soc, place)
            .map_or_else(Vec::new, |candidates| {
                let rows = candidates.ranked.iter();
                rows.map(|candidate| candidate.row.clone()).collect()
            })
    }

    /// How many places of a kind have no place in the order, because their jobs are not released.
    pub fn not_released(&self, soc: &str, place: Place) -> usize {
        self.candidates(soc, place)
            .map_or(0, |candidates| candidates.not_released)
    }

    fn candidates(&self, soc: &str, place: Place) -> Option<&Candidates> {
        self.places.get(&(soc.to_owned(), place))
    }
}
