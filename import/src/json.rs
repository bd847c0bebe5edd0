//! What is written: compact JSON whose figures keep the source's digits.

use std::fmt;

use crate::number::Number;

/// A piece of the dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// Not published.
    #[default]
    Null,
    /// A published figure.
    Number(Number),
    /// A number of our own: an index, a flag.
    Index(usize),
    /// Yes or no.
    Bool(bool),
    /// A name, a code or a non-value.
    Text(String),
    /// In order.
    List(Vec<Json>),
    /// In the order given.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A list of anything that becomes JSON.
    pub fn list<T: Into<Json>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl From<Number> for Json {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<&Number> for Json {
    fn from(number: &Number) -> Self {
        Self::Number(number.clone())
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<&String> for Json {
    fn from(text: &String) -> Self {
        Self::text(text)
    }
}

impl From<usize> for Json {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(item: Option<T>) -> Self {
        item.map_or(Self::Null, Into::into)
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Number(number) => f.write_str(number.text()),
            Self::Index(index) => write!(f, "{index}"),
            Self::Bool(flag) => write!(f, "{flag}"),
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::List(items) => {
                f.write_str("[")?;
                for (place, item) in items.iter().enumerate() {
                    let comma = if place == 0 { "" } else { "," };
                    write!(f, "{comma}{item}")?;
                }
                f.write_str("]")
            }
            Self::Object(fields) => {
                f.write_str("{")?;
                for (place, (name, value)) in fields.iter().enumerate() {
                    let comma = if place == 0 { "" } else { "," };
                    write!(f, "{comma}{}:{value}", quoted(name))?;
                }
                f.write_str("}")
            }
        }
    }
}

/// A JSON string. Source texts hold no control characters (they are refused when read), so that only two
/// characters need escaping; a control character that came another way is still written safely.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Rows in the framing of `data/official`: columns on the first line, then one row a line, sorted by the caller.
pub fn table(columns: &[&str], rows: &[Json]) -> String {
    let columns = Json::list(columns.iter().copied());
    format!("{{\"columns\":{columns},\n\"rows\":{}}}\n", lines(rows))
}

/// A list with each of its items on a line of its own.
pub fn lines(rows: &[Json]) -> String {
    let mut text = String::from("[");
    for (place, row) in rows.iter().enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        text.push_str(&row.to_string());
    }
    text.push_str("\n]");
    text
}

/// An object with a list of names on each line.
pub fn lists(lists: &[(&str, Json)]) -> String {
    let lines: Vec<String> = lists
        .iter()
        .map(|(name, list)| format!("\"{name}\":{list}"))
        .collect();
    format!("{{{}}}\n", lines.join(",\n"))
}

/// A field of a shard, already written as JSON.
pub type Field = (&'static str, String);

/// A shard: `"layout":1` first, then one field a line.
pub fn shard(fields: &[Field]) -> String {
    let mut text = String::from("{\"layout\":1");
    for (name, value) in fields {
        text.push_str(&format!(",\n\"{name}\":{value}"));
    }
    text.push_str("}\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_one_row_a_line() {
        let rows = [
            Json::List(vec![Json::text("11-1011"), Json::Null]),
            Json::List(vec![Json::text("11-1021"), Json::Bool(true)]),
        ];
        assert_eq!(
            table(&["id", "title"], &rows),
            "{\"columns\":[\"id\",\"title\"],\n\"rows\":[\n[\"11-1011\",null],\n[\"11-1021\",true]\n]}\n"
        );
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(Json::text("a \"b\" \\ c").to_string(), r#""a \"b\" \\ c""#);
    }

    #[test]
    fn a_shard_says_its_layout_first() {
        assert_eq!(
            shard(&[("id", "\"x\"".into())]),
            "{\"layout\":1,\n\"id\":\"x\"}\n"
        );
    }
}
