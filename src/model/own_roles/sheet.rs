//! An own file as a table: one row a role, one column a figure.

use serde_json::{Value as Json, json};

use super::csv::{Fault, Row, Rows};
use super::draft::{Draft, FIELDS, NOT_PUBLISHED, Reader};
use super::{OwnRoles, amount};
use crate::model::csv_text::without_guard;
use crate::model::error::{Expected, Refusal};
use crate::model::{Currency, METRICS, Metric, Shape, format};

/// What a column holds.
#[derive(Clone, Copy)]
enum Column {
    /// A field of the role that is not a figure.
    Field(&'static str),
    /// A figure, or one of its two columns.
    Figure(&'static Metric, usize),
    /// Nothing that is known.
    Unknown,
}

/// The columns of a figure; none for what no row of a sheet can hold.
pub(super) fn columns(metric: &Metric) -> Vec<String> {
    match metric.shape {
        Shape::Range => ["low", "high"]
            .map(|end| format!("{}.{end}", metric.key))
            .into(),
        Shape::NamedShare => ["name", "percent"]
            .map(|end| format!("{}.{end}", metric.key))
            .into(),
        Shape::Place | Shape::Roles => Vec::new(),
        _ => vec![metric.key.to_owned()],
    }
}

/// A table that is being read: its columns, and how far one has come.
pub(super) struct Sheet {
    /// Where the next row is.
    pub at: usize,
    separator: u8,
    columns: Vec<Column>,
    /// The number of the last row.
    row: usize,
    /// How many rows hold anything.
    count: usize,
}

impl Sheet {
    /// Reads the first row, which names the columns.
    pub(super) fn begin(text: &str, reader: &mut Reader) -> Option<Self> {
        // Excel says so what separates the cells.
        let said = text
            .strip_prefix("sep=")
            .and_then(|rest| rest.split_once(['\r', '\n']));
        let (body, skipped) = match said {
            Some((_, rest)) => (rest.strip_prefix('\n').unwrap_or(rest), 1),
            None => (text, 0),
        };
        let known = |separator: &u8| {
            let head = Rows::new(body, *separator).next();
            let cells = head.map_or_else(Vec::new, |head| head.cells);
            let known = cells
                .iter()
                .filter(|name| !matches!(column(name), Column::Unknown));
            known.count()
        };
        let best = [b'\t', b';', b','].into_iter().max_by_key(known);
        let separator = best.unwrap_or(b',');
        let mut rows = Rows::new(body, separator);
        let Some(head) = rows.next() else {
            let expected = "a row with the names of columns";
            reader
                .problems
                .add("The file", "columns", expected, "an empty file");
            return None;
        };
        let sheet = Self {
            at: text.len() - rows.rest().len(),
            separator,
            columns: head.cells.iter().map(|name| column(name)).collect(),
            row: 1 + skipped,
            count: 0,
        };
        sheet.has_title(&head, reader).then_some(sheet)
    }

    /// Names what is wrong with the first row; whether it has what all others need.
    fn has_title(&self, head: &Row, reader: &mut Reader) -> bool {
        let row = format!("Row {}", self.row);
        let mut named: Vec<String> = Vec::new();
        for (name, column) in head.cells.iter().zip(&self.columns) {
            let name = name.trim().to_ascii_lowercase();
            if name.is_empty() {
                continue;
            }
            if matches!(column, Column::Unknown) {
                let expected = "the name of a column, as in the template; this column is left out";
                let expected = Metric::expected_key(expected, &name);
                reader.problems.add(&row, &name, expected, "this name");
            } else if named.contains(&name) {
                reader.problems.add(
                    &row,
                    &name,
                    "each column once; the first counts",
                    "it twice",
                );
            } else {
                named.push(name);
            }
        }
        if head.more > 0 {
            let expected = Expected::AtMost(Rows::MOST_CELLS, "columns");
            let found = format!("{} more", head.more);
            reader.problems.add(&row, "columns", expected, &found);
        }
        let any = named.iter().any(|name| name == "title");
        if !any {
            let expected = "a column named title; nothing else was read";
            reader
                .problems
                .add(&row, "title", expected, "none in the first row");
        }
        any
    }

    /// Reads the next row; none is left where this is false.
    pub(super) fn step(&mut self, text: &str, reader: &mut Reader) -> bool {
        let mut rows = Rows::new(&text[self.at..], self.separator);
        let Some(row) = rows.next() else {
            reader.too_many(self.count);
            return false;
        };
        self.at = text.len() - rows.rest().len();
        self.row += 1;
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            return true;
        }
        self.count += 1;
        if self.count <= OwnRoles::MOST_ROLES {
            let name = format!("Row {}", self.row);
            if has_sound_quotes(&name, &row, reader) {
                let draft = draft(name, row, &self.columns, reader);
                reader.take(draft);
            }
        }
        true
    }
}

fn column(name: &str) -> Column {
    let name = name.trim().to_ascii_lowercase();
    if let Some(field) = FIELDS.iter().find(|field| **field == name) {
        return Column::Field(field);
    }
    let of_metric = METRICS.iter().find_map(|metric| {
        if !name.starts_with(metric.key) {
            return None;
        }
        let place = columns(metric).iter().position(|column| *column == name)?;
        Some(Column::Figure(metric, place))
    });
    of_metric.unwrap_or(Column::Unknown)
}

fn has_sound_quotes(name: &str, row: &Row, reader: &mut Reader) -> bool {
    let (expected, found) = match row.fault {
        None => return true,
        Some(Fault::Open) => (
            "a quotation mark that closes the one that opens a cell",
            "none up to the end of the file; the rest was not read",
        ),
        Some(Fault::After) => (
            "a separator after a quotation mark that closes a cell",
            "text; this row is left out",
        ),
    };
    reader
        .problems
        .add(name, "quotation marks", expected, found);
    false
}

fn draft(name: String, row: Row, columns: &[Column], reader: &mut Reader) -> Draft {
    let mut draft = Draft {
        row: name,
        ..Draft::default()
    };
    let mut cells = row.cells.iter().map(|cell| without_guard(cell.trim()));
    // The cells of each figure, in the order of its columns.
    let mut figures: Vec<(&'static Metric, [&str; 2])> = Vec::new();
    for (column, cell) in columns.iter().zip(cells.by_ref()) {
        match column {
            _ if cell.is_empty() => {}
            Column::Field(field) => {
                let given = draft.fields.iter().any(|(name, _)| name == field);
                if !given {
                    draft.fields.push(((*field).to_owned(), Json::from(cell)));
                }
            }
            Column::Figure(metric, place) => {
                let known = figures.iter_mut().find(|(other, _)| other.id == metric.id);
                match known {
                    Some((_, texts)) if texts[*place].is_empty() => texts[*place] = cell,
                    Some(_) => {}
                    None => {
                        let mut texts = [""; 2];
                        texts[*place] = cell;
                        figures.push((metric, texts));
                    }
                }
            }
            Column::Unknown => {}
        }
    }
    let beyond = row.more + cells.filter(|cell| !cell.is_empty()).count();
    if beyond > 0 {
        let expected = Expected::AtMost(columns.len(), "cells, as many as there are columns");
        let found = format!("{beyond} more");
        reader.problems.add(&draft.row, "cells", expected, &found);
    }
    for (metric, texts) in figures {
        match figure(metric, texts, &reader.currency) {
            Ok(cell) => draft.figures.push((metric.key.to_owned(), cell)),
            Err(Refusal { expected, found }) => {
                // The title is not known yet; the row is.
                reader
                    .problems
                    .add(&draft.row, metric.key, expected, &found);
            }
        }
    }
    draft
}

/// The cells of a figure as the JSON that says the same.
fn figure(
    metric: &Metric,
    [text, second]: [&str; 2],
    currency: &Currency,
) -> Result<Json, Refusal> {
    if let Some(cell) = without_value(metric, text, second, currency)? {
        return Ok(cell);
    }
    let number = |text: &str| amount::read(text, metric.unit, currency).map(plain);
    let both = |names: &'static str| Refusal::new(names, "one of them");
    match metric.shape {
        Shape::Range if text.is_empty() || second.is_empty() => Err(both("both ends")),
        Shape::Range => Ok(json!({"low": number(text)?, "high": number(second)?})),
        Shape::NamedShare if text.is_empty() || second.is_empty() => {
            Err(both("both name and percent"))
        }
        Shape::NamedShare => Ok(json!({"name": text, "percent": number(second)?})),
        Shape::Number => number(text),
        Shape::Whole(_) | Shape::Overlapping(_) | Shape::Weights => {
            let items = text
                .split(';')
                .map(str::trim)
                .filter(|item| !item.is_empty());
            let items = items.map(|item| match item.rsplit_once(':') {
                Some((name, amount)) => {
                    Ok(json!({"name": name.trim(), "percent": number(amount)?}))
                }
                None => {
                    let expected = "names with numbers: “Women: 63; Men: 37”";
                    Err(Refusal::new(expected, format::quoted(item)))
                }
            });
            // One more than any list may have is enough to refuse it.
            items
                .take(100)
                .collect::<Result<Vec<_>, _>>()
                .map(Json::Array)
        }
        Shape::Name | Shape::Place | Shape::Roles => Ok(Json::from(text)),
    }
}

/// What says that there is no value, and why.
fn without_value(
    metric: &Metric,
    text: &str,
    second: &str,
    currency: &Currency,
) -> Result<Option<Json>, Refusal> {
    if !second.is_empty() {
        return Ok(None);
    }
    let lower = text.to_ascii_lowercase();
    Ok(Some(match lower.as_str() {
        NOT_PUBLISHED | format::NOT_PUBLISHED => json!(NOT_PUBLISHED),
        "hourly only" => json!({"paid-only": "hourly"}),
        "yearly only" => json!({"paid-only": "yearly"}),
        _ if metric.shape == Shape::Number && lower.starts_with("at least ") => {
            let least = text.get("at least ".len()..).unwrap_or_default();
            json!({"at-least": plain(amount::read(least, metric.unit, currency)?)})
        }
        _ if lower.starts_with("not released") => {
            let reason = text.get("not released".len()..).unwrap_or_default().trim();
            let reason = reason
                .strip_prefix('(')
                .and_then(|rest| rest.strip_suffix(')'));
            let refuse = || Refusal::new("not released (with the reason)", format::quoted(text));
            json!({"not-released": reason.ok_or_else(refuse)?})
        }
        _ => return Ok(None),
    }))
}

/// A number as JSON writes it: whole where it is.
pub(super) fn plain(number: f64) -> Json {
    match number.fract() == 0.0 && number.abs() < 1e15 {
        true => Json::from(number as i64),
        false => Json::from(number),
    }
}

impl Reader {
    /// Says how many roles were left out because there are too many.
    pub(super) fn too_many(&mut self, count: usize) {
        if count > OwnRoles::MOST_ROLES {
            let expected = Expected::AtMost(
                OwnRoles::MOST_ROLES,
                "roles; those after them were left out",
            );
            let found = format!("{count} roles");
            self.problems.add("The file", "roles", expected, &found);
        }
    }
}
