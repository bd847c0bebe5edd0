//! How roles are named in sentences, and sentences are joined.

use crate::compare::Column;
use crate::model::{SourceId, format};

/// Sentences one after the other; none where there is none.
pub(in crate::compare) fn sentences(all: impl Iterator<Item = String>) -> Option<String> {
    let all = all.map(|sentence| format!("{}.", format::capitalized(&sentence)));
    let all: Vec<String> = all.collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// A sentence that is told as an estimate where all columns are estimates of one source: "Zippia estimates that …".
pub(in crate::compare) fn as_estimated(columns: &[Column], sentence: String) -> String {
    let estimator = columns.first().filter(|_| same_source(columns));
    let estimator = estimator.and_then(|column| column.provenance.strip_suffix("’s estimate"));
    match estimator {
        Some(name) => format!("{name} estimates that {sentence}"),
        None => sentence,
    }
}

/// Whether the figures of all columns come from the same place, so that it need not be said.
pub(in crate::compare) fn same_source(columns: &[Column]) -> bool {
    columns.windows(2).all(|pair| match pair {
        [one, other] => one.provenance == other.provenance,
        _ => true,
    })
}

/// The people of a role in a sentence that need not name its source, as [`named`].
pub(super) fn people(column: &Column, columns: &[Column]) -> String {
    named(column.role.plural.clone(), column, columns)
}

/// A role in a sentence that need not name its source; beside roles from elsewhere that of a visitor's own file is named,
/// and those of two roles with the same name.
pub(super) fn named(name: String, column: &Column, columns: &[Column]) -> String {
    let is_own = column.role.source == SourceId::own_file();
    let namesakes = columns
        .iter()
        .filter(|other| other.role.plural == column.role.plural);
    let is_told = is_own || namesakes.count() > 1;
    with_provenance(name, column, !is_told || same_source(columns))
}

pub(in crate::compare) fn with_provenance(
    name: String,
    column: &Column,
    one_source: bool,
) -> String {
    if one_source {
        name
    } else {
        format!("{name} ({})", column.provenance)
    }
}
