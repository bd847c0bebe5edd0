//! Why a table was refused.

use std::fmt;

/// The result of everything that reads a source.
pub type Result<T> = std::result::Result<T, Refusal>;

/// A source that is not as it should be: where it stands, what was expected there and what was found.
///
/// An import that meets one writes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file's name, without its folder.
    pub file: Box<str>,
    /// The line ("line 12") or the key of the row; empty when the file as a whole is meant.
    pub place: Box<str>,
    /// The code of the occupation, area or group the row is about; empty when there is none.
    pub role: Box<str>,
    /// The column, or the thing, that is wrong.
    pub field: Box<str>,
    /// What would have been right, in words.
    pub expected: Box<str>,
    /// What stands there instead.
    pub found: Box<str>,
}

impl Refusal {
    /// A refusal of a whole file, or of something that has neither line nor role.
    pub fn of_file(
        file: impl Into<String>,
        field: impl Into<String>,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> Self {
        Self {
            file: file.into().into(),
            place: "".into(),
            role: "".into(),
            field: field.into().into(),
            expected: expected.into().into(),
            found: found.into().into(),
        }
    }

    /// The same refusal, at a row.
    pub fn at(mut self, place: impl Into<String>, role: impl Into<String>) -> Self {
        self.place = place.into().into();
        self.role = role.into().into();
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for step in [&self.place, &self.role, &self.field] {
            if !step.is_empty() {
                write!(f, ", {step}")?;
            }
        }
        write!(f, ": expected {}, found {}", self.expected, self.found)
    }
}

impl std::error::Error for Refusal {}
