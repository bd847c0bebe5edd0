use super::error::{DataError, Expected};

/// A JSON table kept as text, with one row a line and the rows in the order of their keys, so that
/// a row is found by halving and only the rows that are asked for are ever parsed.
///
/// ```text
/// {"columns":["id","title"],
/// "rows":[
/// ["11-1011","Chief Executives"],
/// ["11-1021","General and Operations Managers"]
/// ]}
/// ```
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows {
    lines: &'static str,
}

impl Rows {
    /// A table of this name with these columns. The frame is checked; the rows are looked at when
    /// they are needed.
    pub(super) fn new(
        table: &str,
        columns: &[&str],
        json: &'static str,
    ) -> Result<Self, DataError> {
        let names: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
        let head = format!("{{\"columns\":[{}],\n\"rows\":[\n", names.join(","));
        let lines = json.strip_prefix(head.as_str());
        let lines = lines.and_then(|rest| rest.trim_end().strip_suffix("]}"));
        match lines {
            Some(lines) => Ok(Self {
                lines: lines.trim_end(),
            }),
            None => Err(DataError::new(
                table,
                "columns",
                Expected::Columns(head),
                json.chars().take(200).collect::<String>(),
            )),
        }
    }

    /// The row with this key, as JSON text.
    pub(super) fn find(&self, key: &str) -> Option<&'static str> {
        let bytes = self.lines.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let before = bytes[low..middle].iter().rposition(|byte| *byte == b'\n');
            let start = before.map_or(low, |at| low + at + 1);
            let after = bytes[start..].iter().position(|byte| *byte == b'\n');
            let end = after.map_or(bytes.len(), |at| start + at);
            let row = &self.lines[start..end];
            match key_of(row).cmp(key) {
                std::cmp::Ordering::Equal => return Some(row.trim_end_matches(',')),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }

    /// All rows, as JSON text, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.lines.lines().map(|row| row.trim_end_matches(','))
    }

    /// All keys, in order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.lines.lines().map(key_of)
    }
}

/// The first cell of a row. A row that does not start with a text has the empty key, which none is
/// asked for by.
fn key_of(row: &str) -> &str {
    let rest = row.strip_prefix("[\"").unwrap_or_default();
    rest.split_once('"').map_or("", |(key, _)| key)
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    const TABLE: &str = "{\"columns\":[\"id\",\"n\"],\n\"rows\":[\n[\"a\",1],\n[\"bé\",2],\n[\"c\",3],\n[\"d-long\",4],\n[\"e\",5]\n]}\n";

    #[test]
    fn finds_every_row_by_its_key_and_no_other() {
        let rows = Rows::new("t", &["id", "n"], TABLE).expect("a sound table");
        let keys: Vec<&str> = rows.keys().collect();
        assert_eq!(keys, ["a", "bé", "c", "d-long", "e"]);
        for (number, key) in keys.iter().enumerate() {
            let expected = format!("[\"{key}\",{}]", number + 1);
            assert_eq!(rows.find(key), Some(expected.as_str()));
        }
        for key in ["", "0", "b", "bz", "d", "d-longer", "f", "\"", "[\"a"] {
            assert_eq!(rows.find(key), None, "{key}");
        }
    }

    #[test]
    fn a_table_without_rows_has_none() {
        let empty = "{\"columns\":[\"id\"],\n\"rows\":[\n]}\n";
        let rows = Rows::new("t", &["id"], empty).expect("a sound table");
        assert_eq!(rows.keys().count(), 0);
        assert_eq!(rows.find("a"), None);
    }

    #[test]
    fn other_columns_are_refused() {
        let error = Rows::new("t", &["id", "m"], TABLE).expect_err("the columns differ");
        assert!(error.to_string().contains("\"id\",\"m\""), "{error}");
        assert!(error.to_string().contains("\"id\",\"n\""), "{error}");
    }
}
