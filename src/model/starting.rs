use serde::Deserialize;

use super::{DataError, RoleId};

/// A comparison for who does not know where to begin, put together by hand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartingComparison {
    /// What its roles have in common.
    pub title: String,
    /// The roles, as one would step from one to the next.
    pub roles: Vec<RoleId>,
}

impl StartingComparison {
    /// All of them, in the order they are offered.
    pub fn all() -> Result<Vec<Self>, DataError> {
        let json = include_str!("../../data/starting-comparisons.json");
        serde_json::from_str(json).map_err(|error| {
            DataError::new(
                "starting comparisons",
                format!("line {}, column {}", error.line(), error.column()),
                "a list of titles with roles",
                error.to_string(),
            )
        })
    }
}
