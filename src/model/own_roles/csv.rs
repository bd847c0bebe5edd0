//! CSV as spreadsheets write it -> rows of cells.

use std::borrow::Cow;

/// The rows of a text, in order.
pub(super) struct Rows<'a> {
    rest: &'a str,
    separator: u8,
}

/// A row, and what is wrong with its quotation marks.
pub(super) struct Row {
    pub cells: Vec<String>,
    /// How many cells with anything in them there are after those.
    pub more: usize,
    pub fault: Option<Fault>,
}

/// What can be wrong with quotation marks.
#[derive(Clone, Copy)]
pub(super) enum Fault {
    /// One opens a cell and none closes it.
    Open,
    /// Something stands between the one that closes a cell and the cell's end.
    After,
}

impl<'a> Rows<'a> {
    /// The most cells of a row that are kept: no sheet of roles comes near.
    pub(super) const MOST_CELLS: usize = 1_000;

    pub(super) fn new(text: &'a str, separator: u8) -> Self {
        Self {
            rest: text,
            separator,
        }
    }

    /// What is not read yet.
    pub(super) fn rest(&self) -> &'a str {
        self.rest
    }

    /// A cell, and what stands after it: the separator, the end of a line, or nothing.
    fn cell(&mut self, fault: &mut Option<Fault>) -> Cow<'a, str> {
        let Some(quoted) = self.rest.strip_prefix('"') else {
            return Cow::Borrowed(self.bare());
        };
        let mut cell = String::new();
        let mut rest = quoted;
        loop {
            let Some((inside, after)) = rest.split_once('"') else {
                cell.push_str(rest);
                self.rest = "";
                *fault = Some(Fault::Open);
                return Cow::Owned(cell);
            };
            cell.push_str(inside);
            match after.strip_prefix('"') {
                Some(after) => {
                    cell.push('"');
                    rest = after;
                }
                None => {
                    self.rest = after;
                    break;
                }
            }
        }
        let tail = self.bare();
        if !tail.trim().is_empty() {
            *fault = Some(Fault::After);
            cell.push_str(tail);
        }
        Cow::Owned(cell)
    }

    /// What stands before the next separator or end of a line.
    fn bare(&mut self) -> &'a str {
        let ends = |byte: &u8| [self.separator, b'\n', b'\r'].contains(byte);
        let end = self.rest.bytes().position(|byte| ends(&byte));
        let (cell, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        cell
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        if self.rest.is_empty() {
            return None;
        }
        let (mut cells, mut more, mut fault) = (Vec::new(), 0, None);
        loop {
            let cell = self.cell(&mut fault);
            match cells.len() < Self::MOST_CELLS {
                true => cells.push(cell.into_owned()),
                false => more += usize::from(!cell.trim().is_empty()),
            }
            match self.rest.as_bytes().first() {
                Some(byte) if *byte == self.separator => self.rest = &self.rest[1..],
                _ => break,
            }
        }
        let rest = self.rest;
        let after = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix(['\n', '\r']));
        self.rest = after.unwrap_or(rest);
        Some(Row { cells, more, fault })
    }
}
