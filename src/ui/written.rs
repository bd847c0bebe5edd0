use std::mem::{Discriminant, discriminant};

use crate::compare::Column;
use crate::model::Words;

/// A compared role and what is written about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The role.
    pub column: Column,
    /// The sentences about it.
    pub wording: Wording,
}

/// The sentences about a role, or why they are not here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    /// They are here.
    Here(Words),
    /// They are on their way.
    Awaited,
    /// They could not be had.
    NotHad,
    /// Nobody has written any.
    Unwritten,
}

impl Written {
    /// What it is known by among others: another key is shown anew.
    pub(super) fn key(&self) -> (String, Discriminant<Wording>) {
        (self.column.key(), discriminant(&self.wording))
    }
}
