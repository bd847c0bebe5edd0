use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::figures::{Figures, main_source};
use super::tables::{Official, title_of};
use super::{occupation, satisfaction, wages};
use crate::model::cell;
use crate::model::columns::OCCUPATIONS;
use crate::model::error::{Expected, Refusal};
use crate::model::summary::Summary;
use crate::model::{DataError, Figure, MetricId, RoleId, packed};

/// Reads of a row what a list shows: the same figures as the whole role has, at a fraction of the
/// cost, because a list asks for all rows at once.
pub(super) fn summary(
    official: &Official,
    row: &str,
    answers: &mut Answers,
) -> Result<Summary, DataError> {
    let start = row.get(..12).unwrap_or(row);
    let cells = packed::cells_of_row(row).unwrap_or_default();
    if cells.len() != OCCUPATIONS.len() {
        let expected = Expected::RowOf(OCCUPATIONS.len());
        let found = format!("{} cells", cells.len());
        return Err(DataError::new(start, "row", expected, found));
    }
    let json = |column: &'static str| -> Result<Json, DataError> {
        let cells = OCCUPATIONS.iter().zip(&cells);
        let mut found = cells.filter_map(|(name, cell)| (*name == column).then_some(*cell));
        serde_json::from_str(found.next().unwrap_or_default())
            .map_err(|error| DataError::new(start, column, "JSON", error.to_string()))
    };
    let [id, title, group, year] = [json("id")?, json("title")?, json("group")?, json("year")?];
    let [jobs, jobs_rse] = [json("jobs")?, json("jobs_rse")?];
    let [outlook, satisfied] = [json("outlook")?, json("satisfaction")?];
    let id = cell::text(&id).map_err(cell::at("occupations", "id"))?;
    let at = |field: &'static str| cell::at(&id, field);
    let title = title_of(&title).map_err(at("title"))?;
    let group = cell::text(&group).map_err(at("group"))?;

    let mut all = Figures::default();
    wages::yearly_pay(&year, &mut all).map_err(at("year"))?;
    wages::employment(&jobs, &jobs_rse, &mut all).map_err(at("jobs"))?;
    occupation::projections_in_short(official, &outlook, &mut all).map_err(at("outlook"))?;
    let satisfied = answers
        .of(official, &satisfied)
        .map_err(at("satisfaction"))?;

    let take = |metric| match metric {
        MetricId::Satisfied => satisfied.clone(),
        _ => all.take(metric),
    };
    let mut summary = Summary::new(RoleId(id.clone()), title, main_source(), take);
    summary.family = Some(occupation::family_of(&group));
    summary.education = occupation::entry_education(&outlook);
    Ok(summary)
}

/// How satisfied people say they are, by the row that says it: many roles share one, and it is read
/// once.
#[derive(Default)]
pub(super) struct Answers(BTreeMap<String, Option<Figure>>);

impl Answers {
    fn of(&mut self, official: &Official, key: &Json) -> Result<Option<Figure>, Refusal> {
        let known = key.as_str().and_then(|key| self.0.get(key));
        if let Some(figure) = known {
            return Ok(figure.clone());
        }
        let mut figures = Figures::default();
        satisfaction::add(official, key, &mut figures)?;
        let figure = figures.take(MetricId::Satisfied);
        if let Some(key) = key.as_str() {
            self.0.insert(key.to_owned(), figure.clone());
        }
        Ok(figure)
    }
}
