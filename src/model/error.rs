use std::fmt;

/// Data that was refused: where it stands, what was expected there and what was found.
#[derive(Clone, Debug, PartialEq)]
pub struct DataError {
    /// The role's id, or the key of the file (`sources`, `default`) when no role is concerned.
    pub role: String,
    /// The field's key, as it is written in the file.
    pub field: String,
    /// The expectation that was not met.
    pub expected: Expected,
    /// The text that stands there instead.
    pub found: String,
}

impl DataError {
    /// An error at `field` of `role`.
    pub fn new(
        role: impl Into<String>,
        field: impl Into<String>,
        expected: impl Into<Expected>,
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

/// A cell that was refused; [`DataError`] adds where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Refusal {
    /// The expectation that was not met.
    pub expected: Expected,
    /// The text of the cell.
    pub found: String,
}

impl Refusal {
    /// A refusal of what was found.
    pub(super) fn new(expected: impl Into<Expected>, found: impl Into<String>) -> Self {
        Self {
            expected: expected.into(),
            found: found.into(),
        }
    }

    /// The error of this refusal at `field` of `role`.
    pub(super) fn at(self, role: impl Into<String>, field: impl Into<String>) -> DataError {
        DataError::new(role, field, self.expected, self.found)
    }
}

/// An expectation of data, in the words after "expected".
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// A thing with a name of its own: "plain text".
    Named(&'static str),
    /// A number between these.
    Between(f64, f64),
    /// A number with at most so many decimals.
    Decimals(usize),
    /// Pay by the year or the week as people write it, in a currency of this name and sign.
    YearlyPay {
        /// The currency's name.
        name: Box<str>,
        /// Its sign.
        sign: Box<str>,
    },
    /// Pay by the hour as people write it.
    HourlyPay {
        /// The currency's name.
        name: Box<str>,
        /// Its sign.
        sign: Box<str>,
    },
    /// At least this number, which is that of the metric with this key.
    NotBelow {
        /// The number in words.
        number: Box<str>,
        /// The metric's key.
        key: &'static str,
    },
    /// Pay in the currency of the page.
    PayIn {
        /// The currency's code.
        code: Box<str>,
        /// Its name.
        name: Box<str>,
    },
    /// At most so many of something: "names", "bytes".
    AtMost(usize, &'static str),
    /// So many of something: "cells", "occupations".
    Exactly(usize, &'static str),
    /// An array of so many.
    ArrayOf(usize),
    /// A row of so many cells.
    RowOf(usize),
    /// A place in a list of so many.
    PlaceIn(usize),
    /// A role of at most so many bytes.
    RoleOf(usize),
    /// Plain text of at most so many characters.
    TextOf(usize),
    /// One of these names, and what else may stand there.
    OneOf(&'static [&'static str], &'static str),
    /// These names of shares.
    Shares(&'static [&'static str]),
    /// These columns.
    Columns(String),
    /// The key of a metric, in words.
    MetricKey {
        /// The words for a key.
        words: &'static str,
        /// A key of earlier projections, and that of the newest.
        renewed: Option<&'static (&'static str, &'static str)>,
    },
    /// JSON as in the template, where this should stand.
    Json(&'static str),
    /// JSON as in the template, where this mark should stand.
    JsonMark(&'static str),
    /// A whole file in this layout.
    WholeFile(u32),
    /// This layout.
    Layout(u32),
    /// The role with this id once.
    RoleOnce(String),
    /// The thing of a kind ("role", "area") with this id.
    Id(&'static str, String),
}

impl From<&'static str> for Expected {
    fn from(name: &'static str) -> Self {
        Self::Named(name)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(name) => f.write_str(name),
            Self::Between(least, most) => write!(f, "a number from {least} to {most}"),
            Self::Decimals(0) => f.write_str("a whole number"),
            Self::Decimals(most) => write!(f, "a number with at most {most} decimals"),
            Self::YearlyPay { name, sign } => write!(
                f,
                "{name} in figures, thousands with a comma or nothing: 61487 or {sign}61,487"
            ),
            Self::HourlyPay { name, sign } => write!(
                f,
                "{name} in figures, a point before two decimals: 29.56 or {sign}29.56"
            ),
            Self::NotBelow { number, key } => write!(f, "at least {number}, which is {key}"),
            Self::PayIn { code, name } => write!(
                f,
                "{code}, because the pay here is in {name} and nothing is converted; the pay of this role is left out"
            ),
            Self::AtMost(most, things) => write!(f, "at most {most} {things}"),
            Self::Exactly(count, things) => write!(f, "{count} {things}"),
            Self::ArrayOf(count) => write!(f, "an array of {count}"),
            Self::RowOf(count) => write!(f, "a row of {count} cells"),
            Self::PlaceIn(count) => write!(f, "a place in a list of {count}"),
            Self::RoleOf(bytes) => write!(f, "a role of at most {bytes} bytes"),
            Self::TextOf(characters) => write!(
                f,
                "plain text of at most {characters} characters, without < and >"
            ),
            Self::OneOf(names, more) => write!(f, "one of {}{more}", names.join(", ")),
            Self::Shares(names) => write!(f, "the names {}", names.join("; ")),
            Self::Columns(columns) => f.write_str(columns),
            Self::MetricKey { words, renewed } => {
                f.write_str(words)?;
                match renewed {
                    Some((key, newer)) => {
                        write!(f, "; {key} was of 2024 to 2034, {newer} is of 2025 to 2035")
                    }
                    None => Ok(()),
                }
            }
            Self::Json(what) => write!(f, "JSON as in the template: {what}"),
            Self::JsonMark(mark) => write!(f, "JSON as in the template: the mark {mark}"),
            Self::WholeFile(layout) => write!(f, "a whole file in layout {layout}"),
            Self::Layout(layout) => write!(f, "layout {layout}"),
            Self::RoleOnce(id) => write!(f, "the role {id} once"),
            Self::Id(kind, id) => write!(f, "the {kind} {id}"),
        }
    }
}
