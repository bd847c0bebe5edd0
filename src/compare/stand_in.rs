//! Whose shard speaks for a role: its own, or that of the official occupation that stands nearest.

use super::Column;
use crate::model::{Details, RoleId};

/// A compared role with its details.
#[derive(Clone, Debug, PartialEq)]
pub struct Detailed {
    /// The role.
    pub column: Column,
    /// Its own details, or those of the occupation it is rated as.
    pub details: Details,
}

/// The columns whose details are here; `details` are the columns', in the same order.
pub fn detailed(columns: Vec<Column>, details: Vec<Option<Details>>) -> Vec<Detailed> {
    let with_details = columns.into_iter().zip(details);
    with_details
        .filter_map(|(column, details)| {
            Some(Detailed {
                column,
                details: details?,
            })
        })
        .collect()
}

/// The roles alone.
pub fn columns_of(roles: Vec<Detailed>) -> Vec<Column> {
    roles.into_iter().map(|role| role.column).collect()
}

/// The role whose shard speaks for a column.
pub fn own(column: &Column) -> &RoleId {
    &column.role.id
}

/// The role by which a column is rated: a role with an official counterpart has no ratings of its own.
pub fn rated_as(column: &Column) -> &RoleId {
    match &column.role.official {
        Some(official) => &official.code,
        None => &column.role.id,
    }
}

/// A sentence for each column that another role stands in for.
pub fn stand_ins(roles: &[Detailed]) -> Vec<String> {
    let stand_in = |Detailed { column, .. }: &Detailed| {
        let official = column.role.official.as_ref()?;
        Some(format!(
            "No source rates {} ({}) itself. What stands here is rated for the official occupation nearest to it, {}.",
            column.role.title, column.provenance, official.title
        ))
    };
    roles.iter().filter_map(stand_in).collect()
}
