use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::{DataError, Role, RoleId, Source, SourceId, read};

/// The roles that can be compared, and the sources of their figures.
#[derive(Debug)]
pub struct Dataset {
    sources: BTreeMap<SourceId, Source>,
    roles: Vec<Arc<Role>>,
    default_tray: Vec<RoleId>,
}

impl Dataset {
    /// The dataset compiled into the bundle, read once.
    pub fn bundled() -> Result<&'static Dataset, &'static DataError> {
        static BUNDLED: OnceLock<Result<Dataset, DataError>> = OnceLock::new();
        BUNDLED
            .get_or_init(|| Dataset::parse(include_str!("../../data/seed-roles.json")))
            .as_ref()
    }

    /// Reads a dataset from JSON; its layout is described in `data/README.md`.
    ///
    /// The first thing that is not as it should be is the error: role, field, expected, found.
    pub fn parse(json: &str) -> Result<Dataset, DataError> {
        read::dataset(json)
    }

    /// A dataset of parts that were checked.
    pub(super) fn new(
        sources: BTreeMap<SourceId, Source>,
        roles: Vec<Arc<Role>>,
        default_tray: Vec<RoleId>,
    ) -> Self {
        Self {
            sources,
            roles,
            default_tray,
        }
    }

    /// The role with this id.
    pub fn role(&self, id: &RoleId) -> Option<&Arc<Role>> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// All roles, in the order of the data.
    pub fn roles(&self) -> &[Arc<Role>] {
        &self.roles
    }

    /// The source with this id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// The roles of the comparison a first visit opens on.
    pub fn default_tray(&self) -> &[RoleId] {
        &self.default_tray
    }
}
