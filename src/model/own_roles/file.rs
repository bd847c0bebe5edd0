use std::sync::Arc;

use crate::model::{Role, Source};

/// The roles of a visitor's own file.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnRoles {
    /// Where the figures come from: the file, by its name.
    pub source: Source,
    /// The roles, in the order of the file.
    pub roles: Vec<Arc<Role>>,
    /// The code of the currency of the pay.
    pub(super) currency: String,
}

impl OwnRoles {
    /// The most roles that are read from a file.
    pub const MOST_ROLES: usize = 500;

    /// The longest file that is read, in bytes: what can be read in one go without a pause that is felt.
    pub const MOST_BYTES: usize = 1_000_000;
}
