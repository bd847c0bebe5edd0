//! The stable ids of roles and sources.

use serde::{Deserialize, Serialize};

/// The stable id of a role: a SOC code for an official occupation, a slug for a seed role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct RoleId(pub String);

impl RoleId {
    /// The start of every id of a role from a visitor's own file. Links cannot carry such roles.
    pub(super) const OWN_PREFIX: &'static str = "own-";

    /// Tells whether the role comes from a visitor's own file.
    pub fn is_own(&self) -> bool {
        self.0.starts_with(Self::OWN_PREFIX)
    }
}

/// The id by which figures refer to their source.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(transparent)]
pub struct SourceId(pub String);

impl SourceId {
    /// The source of all figures of a visitor's own file.
    pub fn own_file() -> Self {
        Self("your-file".to_owned())
    }
}
