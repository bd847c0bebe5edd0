//! A CSV table of the sources, refused unless its header and its texts are as expected.

use std::fs::File;
use std::path::Path;

use csv::{ReaderBuilder, StringRecord};

use crate::number::{Number, Range};
use crate::refusal::{Refusal, Result};

/// A table in memory.
pub struct Table {
    file: &'static str,
    columns: &'static [&'static str],
    role: usize,
    records: Vec<StringRecord>,
}

/// What stands in a source table by mistake of its publisher, and what it says there.
///
/// Every other text with markup is refused.
const CORRECTIONS: [(&str, &str, &str); 1] = [(
    "onet_technology.csv",
    "Tradesman&apos;s Software Master Estimator",
    "Tradesman's Software Master Estimator",
)];

impl Table {
    /// Reads `file` of `folder`.
    ///
    /// `role` is the column that says what a row is about, for refusals.
    ///
    /// # Errors
    /// When the file is missing, is not UTF-8, has another header than `columns`, rows of another length, no rows, or a
    /// text with markup, control characters or space around it.
    pub fn read(
        folder: &Path,
        file: &'static str,
        role: &str,
        columns: &'static [&'static str],
    ) -> Result<Self> {
        let refuse = |place: String, field: &str, expected: &str, found: String| {
            Refusal::of_file(file, field, expected, found).at(place, "")
        };
        let opened = File::open(folder.join(file)).map_err(|error| {
            refuse(
                String::new(),
                "",
                "a file that can be read",
                error.to_string(),
            )
        })?;
        let mut reader = ReaderBuilder::new().has_headers(false).from_reader(opened);
        let mut records = reader.records().map(|record| {
            record.map_err(|error| {
                let place = error
                    .position()
                    .map_or_else(String::new, |at| format!("line {}", at.line()));
                let expected = "rows of UTF-8 text, all as long as the header";
                refuse(place, "", expected, error.to_string())
            })
        });
        let header = records.next().transpose()?.unwrap_or_default();
        if header.iter().ne(columns.iter().copied()) {
            let found = header.iter().collect::<Vec<_>>().join(",");
            return Err(refuse("line 1".into(), "header", &columns.join(","), found));
        }
        let records = records.collect::<Result<Vec<StringRecord>>>()?;
        if records.is_empty() {
            return Err(refuse(
                "line 2".into(),
                "",
                "at least one row",
                "none".into(),
            ));
        }
        let role = columns
            .iter()
            .position(|column| *column == role)
            .unwrap_or(0);
        let mut table = Self {
            file,
            columns,
            role,
            records,
        };
        table.correct();
        for row in table.rows() {
            for (column, text) in columns.iter().zip(row.record) {
                check_text(text).map_err(|expected| row.refuse(column, expected))?;
            }
        }
        Ok(table)
    }

    /// The file's name.
    pub fn file(&self) -> &'static str {
        self.file
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether it has no rows, which [`Table::read`] refuses.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The rows in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row {
            table: self,
            record,
        })
    }

    fn correct(&mut self) {
        for (file, found, meant) in CORRECTIONS {
            if file != self.file {
                continue;
            }
            for record in &mut self.records {
                if record.iter().any(|text| text == found) {
                    let texts = record
                        .iter()
                        .map(|text| if text == found { meant } else { text });
                    let mut corrected: StringRecord = texts.collect();
                    corrected.set_position(record.position().cloned());
                    *record = corrected;
                }
            }
        }
    }
}

/// A row of a [`Table`].
#[derive(Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table,
    record: &'t StringRecord,
}

impl<'t> Row<'t> {
    /// The cell of a column.
    ///
    /// # Errors
    /// When the table has no such column.
    pub fn cell(&self, column: &str) -> Result<&'t str> {
        let place = self.table.columns.iter().position(|name| *name == column);
        place
            .and_then(|place| self.record.get(place))
            .ok_or_else(|| {
                Refusal::of_file(self.table.file, column, "a column of this name", "none")
            })
    }

    /// The cell of a column, which may not be empty.
    ///
    /// # Errors
    /// When it is.
    pub fn text(&self, column: &str) -> Result<&'t str> {
        match self.cell(column)? {
            "" => Err(self.refuse(column, "a text")),
            text => Ok(text),
        }
    }

    /// The cell of a column, unless it is empty.
    ///
    /// # Errors
    /// When the table has no such column.
    pub fn optional_text(&self, column: &str) -> Result<Option<&'t str>> {
        Ok(Some(self.cell(column)?).filter(|text| !text.is_empty()))
    }

    /// The figure of a column.
    ///
    /// # Errors
    /// When it is empty, not a figure, or out of range.
    pub fn number(&self, column: &str, range: Range) -> Result<Number> {
        Number::parse(self.cell(column)?)
            .filter(|number| range.holds(number))
            .ok_or_else(|| self.refuse(column, range.words()))
    }

    /// The figure of a column, unless it is empty (not published).
    ///
    /// # Errors
    /// When it is not a figure, or out of range.
    pub fn optional_number(&self, column: &str, range: Range) -> Result<Option<Number>> {
        match self.cell(column)? {
            "" => Ok(None),
            _ => self.number(column, range).map(Some),
        }
    }

    /// The place of a column's text in `choices`.
    ///
    /// # Errors
    /// When it is none of them.
    pub fn one_of<T: AsRef<str>>(&self, column: &str, choices: &[T]) -> Result<usize> {
        let text = self.cell(column)?;
        choices
            .iter()
            .position(|choice| choice.as_ref() == text)
            .ok_or_else(|| {
                let choices: Vec<_> = choices
                    .iter()
                    .map(|choice| format!("{:?}", choice.as_ref()))
                    .collect();
                self.refuse(column, &format!("one of {}", choices.join(", ")))
            })
    }

    /// The codes of a cell that lists them with `;`.
    ///
    /// # Errors
    /// When the table has no such column.
    pub fn codes(&self, column: &str) -> Result<Vec<&'t str>> {
        Ok(self
            .cell(column)?
            .split(';')
            .filter(|code| !code.is_empty())
            .collect())
    }

    /// A refusal of what stands in a column of this row.
    pub fn refuse(&self, column: &str, expected: &str) -> Refusal {
        let found = self
            .cell(column)
            .map_or_else(|_| "nothing".to_owned(), |text| format!("{text:?}"));
        self.refuse_as(column, expected, &found)
    }

    /// A refusal of something that is said in other words than the cell's.
    pub fn refuse_as(&self, field: &str, expected: &str, found: &str) -> Refusal {
        let line = self.record.position().map_or(0, csv::Position::line);
        let role = self.record.get(self.table.role).unwrap_or_default();
        Refusal::of_file(self.table.file, field, expected, found).at(format!("line {line}"), role)
    }
}

/// Says what a text should be, if it is not: whatever is read ends up on a page.
pub fn check_text(text: &str) -> std::result::Result<(), &'static str> {
    if text.contains(['<', '>']) || has_entity(text) {
        return Err("text without markup");
    }
    if text.contains(char::is_control) {
        return Err("text without control characters");
    }
    if text.trim() != text {
        return Err("text without space around it");
    }
    Ok(())
}

/// Whether the text holds a character reference, such as `&amp;` or `&#39;`.
fn has_entity(text: &str) -> bool {
    text.split('&').skip(1).any(|after| {
        after.split_once(';').is_some_and(|(name, _)| {
            let name = name.strip_prefix('#').unwrap_or(name);
            !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_told_from_plain_text() {
        for text in ["R&D", "Search & rescue; other", "5 - 6", "AT&T; others"] {
            // "AT&T;" could be a reference: it is refused rather than guessed about.
            assert_eq!(check_text(text).is_ok(), !text.contains("&T;"), "{text}");
        }
        for text in [
            "<b>",
            "a > b",
            "Tradesman&apos;s",
            "&#39;",
            " a",
            "a\u{a0}",
            "a\tb",
        ] {
            assert!(check_text(text).is_err(), "{text}");
        }
    }
}
