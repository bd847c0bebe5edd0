//! Where most people have an occupation.

use std::collections::BTreeMap;

use super::area::Area;
use super::best::Place;
use super::estimate::{Cell, Estimate, MEDIAN};
use super::ties::{Estimated, KEPT, could_be_first};
use crate::json::Json;
use crate::number::Number;

/// The kinds of places that are put in order: an industry is too wide a thing to look for a job in.
pub const KINDS: [Place; 2] = [Place::State, Place::Metro];

/// A place whose number of jobs is released.
#[derive(Clone, Debug)]
struct Candidate {
    jobs: Number,
    jobs_rse: Option<Number>,
    code: String,
    row: Json,
}

/// The places of one kind and occupation.
#[derive(Default)]
struct Candidates {
    ranked: Vec<Candidate>,
    /// The positions of those that could be the first.
    tied: Vec<usize>,
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
            jobs_rse: estimate.jobs_rse.number().cloned(),
            jobs,
        });
    }

    /// Puts the most jobs first; among equals the lowest code.
    pub fn rank(&mut self) {
        for candidates in self.places.values_mut() {
            let ranked = &mut candidates.ranked;
            ranked.sort_by(|a, b| b.jobs.by_size(&a.jobs).then(a.code.cmp(&b.code)));
            let jobs = ranked.iter();
            let jobs: Vec<Estimated<'_>> = jobs
                .map(|place| (&place.jobs, place.jobs_rse.as_ref()))
                .collect();
            candidates.tied = could_be_first(&jobs);
        }
    }

    /// The largest places of one kind: rows `[code, name, median,
    /// jobs, jobs_rse, wage_rse]`.
    pub fn top(&self, soc: &str, place: Place) -> Vec<Json> {
        self.candidates(soc, place)
            .map_or_else(Vec::new, |candidates| {
                let rows = candidates.ranked.iter().take(KEPT);
                rows.map(|candidate| candidate.row.clone()).collect()
            })
    }

    /// The positions, in the order of one kind, of the places that could be the first.
    pub fn tied(&self, soc: &str, place: Place) -> &[usize] {
        self.candidates(soc, place)
            .map_or(&[], |candidates| &candidates.tied)
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
