use serde::Serialize;

use super::{Export, Record};
use crate::compare::{in_short, title};
use crate::model::Source;

/// The form of the file; a change that readers must know of gets another number.
const LAYOUT: u32 = 1;

#[derive(Serialize)]
struct File<'a> {
    layout: u32,
    title: String,
    comparison: &'a str,
    crossroads_release: &'a str,
    measured_against: Option<&'a str>,
    roles: Vec<Role<'a>>,
    in_short: Vec<String>,
    figures: &'a [Record],
    sources: &'a [Source],
}

#[derive(Serialize)]
struct Role<'a> {
    id: &'a str,
    title: &'a str,
    figures_of: &'a str,
}

/// The comparison as JSON. Sources stand once and records name them by id.
///
/// # Errors
/// What the writer of JSON objects to; with these types it has no reason to.
pub fn json(export: &Export) -> Result<String, serde_json::Error> {
    let columns = &export.comparison.columns;
    let baseline = export.comparison.baseline.and_then(|at| columns.get(at));
    let roles = columns.iter().map(|column| Role {
        id: &column.role.id.0,
        title: &column.role.title,
        figures_of: &column.provenance,
    });
    serde_json::to_string_pretty(&File {
        layout: LAYOUT,
        title: title(columns),
        comparison: &export.link,
        crossroads_release: export.release,
        measured_against: baseline.map(|column| column.role.id.0.as_str()),
        roles: roles.collect(),
        in_short: in_short(columns),
        figures: &export.records,
        sources: &export.sources,
    })
}
