use crate::model::error::Expected;
use crate::model::{DataError, format};

/// What is wrong with a file. Every problem is counted; so many are kept that a reader could not want more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    kept: Vec<DataError>,
    count: usize,
}

impl Problems {
    /// How many are kept.
    const MOST: usize = 1_000;

    /// How long what is shown of a file's text may be, in characters.
    const LONGEST: usize = 80;

    /// Adds a problem.
    pub(super) fn add(
        &mut self,
        row: &str,
        field: &str,
        expected: impl Into<Expected>,
        found: &str,
    ) {
        self.count += 1;
        if self.kept.len() < Self::MOST {
            self.kept
                .push(DataError::new(row, shown(field), expected, shown(found)));
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The first ones, at most so many.
    pub fn first(&self, most: usize) -> &[DataError] {
        self.kept.get(..most).unwrap_or(&self.kept)
    }
}

/// A text of a file, cut and set apart from the sentence around it.
fn shown(text: &str) -> String {
    // What was quoted before keeps the marks that set it apart.
    let printable = |c: char| match c {
        '\u{2068}' | '\u{2069}' => c,
        _ if c.is_control() || format::turns_direction(c) => '\u{FFFD}',
        _ => c,
    };
    let mut cut: String = text
        .chars()
        .take(Problems::LONGEST)
        .map(printable)
        .collect();
    if text.chars().nth(Problems::LONGEST).is_some() {
        cut.push('…');
    }
    format::set_apart(&cut)
}
