use super::rows::Rows;
use super::{DataError, RoleId, cell};

/// The columns of `moved-roles.json`.
const COLUMNS: [&str; 3] = ["id", "title", "now"];

/// A role that links may name and that has no figures of its own any more, or never had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// What it is called.
    pub title: String,
    /// The role it is counted in.
    pub now: RoleId,
}

/// The roles that are found under another id.
#[derive(Debug)]
pub(super) struct MovedRoles(Rows);

impl MovedRoles {
    /// Opens the table; its rows are read when one is asked for.
    pub(super) fn new(json: &'static str) -> Result<Self, DataError> {
        Rows::new("moved-roles", &COLUMNS, json).map(Self)
    }

    /// Where the role with this id is now; none for one that has not moved, or whose row cannot be read.
    pub(super) fn find(&self, id: &RoleId) -> Option<Moved> {
        let [_, title, now] = cell::row(self.0.find(&id.0)?).ok()?;
        Some(Moved {
            title: cell::text(&title).ok()?,
            now: RoleId(cell::text(&now).ok()?),
        })
    }
}
