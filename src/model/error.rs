use std::fmt;

/// Why data was refused: where it stands, what was expected there and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// The role's id, or the key of the file (`sources`, `default`) when no role is concerned.
    pub role: String,
    /// The field's key, as it is written in the file.
    pub field: String,
    /// What would have been right, in words.
    pub expected: String,
    /// What stands there instead.
    pub found: String,
}

impl DataError {
    /// An error at `field` of `role`.
    pub fn new(
        role: impl Into<String>,
        field: impl Into<String>,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> Self {
        Self {
            role: role.into(),
            field: field.into(),
            expected: expected.into(),
            found: found.into(),
        }
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}, {}: expected {}, found {}",
            self.role, self.field, self.expected, self.found
        )
    }
}

impl std::error::Error for DataError {}
