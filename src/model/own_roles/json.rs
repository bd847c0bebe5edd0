//! An own file in JSON, taken apart role by role: what is wrong inside one leaves the others as they are, and no role is
//! read in one go with all of them.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

use super::OwnRoles;
use super::draft::{Draft, Reader};
use super::problems::Problems;
use crate::model::error::Expected;

/// The longest text of a role, in bytes.
const LONGEST_ROLE: usize = 20_000;

/// JSON with objects as pairs, so that a name that stands twice is seen and not silently the last one.
enum Node {
    Pairs(Vec<(String, Node)>),
    List(Vec<Node>),
    Leaf(Json),
}

/// A file that is being read: where its roles are, and how far one has come.
pub(super) struct Roles {
    /// Where the next role, or the end of the list, is.
    pub at: usize,
    currency: Option<Json>,
    count: usize,
    /// A place that was told the line of, and how many lines end before it: those are not gone through again.
    lines: (usize, usize),
}

impl Roles {
    /// Finds the roles of a file: `{"currency": …, "roles": [{"title": …, "figures": {…}}]}`.
    pub(super) fn find(text: &str, reader: &mut Reader) -> Option<Self> {
        let (mut currency, mut roles) = (None, None);
        // Also after spaces that JSON does not know, as they come along from a web page.
        let mut at = text.len() - text.trim_start().len();
        if text[at..].starts_with('[') {
            reader
                .problems
                .add("The file", "roles", "an object with roles", "a list");
            return None;
        }
        // The bracket that opens the object.
        at += 1;
        let mut first = true;
        loop {
            at = skip_space(text, at);
            if text[at..].starts_with('}') {
                break;
            }
            if !first {
                at = skip_space(text, after(text, at, ",", reader)?);
            }
            first = false;
            let key = value(text, at).filter(|end| text[at..*end].starts_with('"'));
            let Some(end) = key else {
                return broken(
                    text,
                    at,
                    Expected::Json("a name in quotation marks"),
                    reader,
                );
            };
            let name: String = match serde_json::from_str(&text[at..end]) {
                Ok(name) => name,
                Err(_) => {
                    return broken(
                        text,
                        at,
                        Expected::Json("a name in quotation marks"),
                        reader,
                    );
                }
            };
            at = skip_space(text, end);
            at = skip_space(text, after(text, at, ":", reader)?);
            let Some(end) = value(text, at) else {
                return broken(text, at, Expected::Json("a value that ends"), reader);
            };
            let content = &text[at..end];
            match name.as_str() {
                "roles" if roles.is_none() => roles = Some((at, content.starts_with('['))),
                "currency" if currency.is_none() => {
                    currency =
                        Some(serde_json::from_str(content).unwrap_or_else(|_| Json::from(content)));
                }
                "currency" | "roles" => reader
                    .problems
                    .add("The file", &name, "it once", "it twice"),
                _ => reader
                    .problems
                    .add("The file", &name, "currency or roles", "this name"),
            }
            at = end;
        }
        let tail = skip_space(text, at + 1);
        if tail < text.len() {
            broken::<()>(text, tail, Expected::Json("the end of the file"), reader);
        }
        match roles {
            Some((at, true)) => Some(Self {
                at: at + 1,
                currency,
                count: 0,
                lines: (0, 0),
            }),
            Some((_, false)) => {
                reader
                    .problems
                    .add("The file", "roles", "a list of roles", "something else");
                None
            }
            None => {
                reader
                    .problems
                    .add("The file", "roles", "a list of roles", "none");
                None
            }
        }
    }

    /// Reads the next role; none is left where this is false.
    pub(super) fn step(&mut self, text: &str, reader: &mut Reader) -> bool {
        let mut at = skip_space(text, self.at);
        if self.count > 0 && text[at..].starts_with(',') {
            at = skip_space(text, at + 1);
        }
        // The list was found whole.
        let end = value(text, at).filter(|_| !text[at..].starts_with(']'));
        let Some(end) = end else {
            reader.too_many(self.count);
            return false;
        };
        self.at = end;
        self.count += 1;
        if self.count <= OwnRoles::MOST_ROLES {
            self.role(text, at, end, reader);
        }
        true
    }

    fn role(&mut self, text: &str, start: usize, end: usize, reader: &mut Reader) {
        let row = format!("Role {}", self.count);
        if end - start > LONGEST_ROLE {
            let expected = Expected::RoleOf(LONGEST_ROLE);
            let found = format!("{} bytes", end - start);
            reader.problems.add(&row, "role", expected, &found);
            return;
        }
        match serde_json::from_str(&text[start..end]) {
            Ok(Node::Pairs(pairs)) => {
                let draft = draft(row, pairs, self.currency.as_ref(), &mut reader.problems);
                reader.take(draft);
            }
            Ok(other) => {
                let expected = "an object with title and figures";
                reader.problems.add(&row, "role", expected, other.kind());
            }
            Err(error) => {
                let (counted, lines) = self.lines;
                let lines = lines + text[counted..start].matches('\n').count();
                self.lines = (start, lines);
                let line = lines + error.line();
                let expected = "JSON as in the template; this role is left out";
                let found = format!("in line {line} {error}");
                let found = found.split(" at line ").next().unwrap_or_default();
                reader.problems.add(&row, "role", expected, found);
            }
        }
    }
}

/// Says that the file as a whole is no JSON.
fn broken<T>(text: &str, at: usize, expected: Expected, reader: &mut Reader) -> Option<T> {
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    let field = format!("line {line}, column {column}");
    let found = text[at..].chars().take(20).collect::<String>();
    let found = if found.is_empty() {
        "the end of the file".to_owned()
    } else {
        found
    };
    reader.problems.add("The file", &field, expected, &found);
    None
}

fn skip_space(text: &str, at: usize) -> usize {
    let rest = &text.as_bytes()[at.min(text.len())..];
    let space = rest.iter().take_while(|byte| byte.is_ascii_whitespace());
    at.min(text.len()) + space.count()
}

/// Where it goes on after a mark that has to stand here.
fn after(text: &str, at: usize, mark: &'static str, reader: &mut Reader) -> Option<usize> {
    match text[at..].starts_with(mark) {
        true => Some(at + mark.len()),
        false => broken(text, at, Expected::JsonMark(mark), reader),
    }
}

/// Where the value that starts here ends, by its brackets and quotation marks alone; none where it does not end.
fn value(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // The brackets that have to close.
    let mut open: Vec<u8> = Vec::new();
    let mut at = start;
    loop {
        match bytes.get(at)? {
            b'"' => {
                at += 1;
                loop {
                    match bytes.get(at)? {
                        b'"' => break,
                        b'\\' => at += 2,
                        _ => at += 1,
                    }
                }
            }
            b'[' => open.push(b']'),
            b'{' => open.push(b'}'),
            b',' | b':' | b']' | b'}' if open.is_empty() => return (at > start).then_some(at),
            byte if open.is_empty() && byte.is_ascii_whitespace() => {
                return (at > start).then_some(at);
            }
            byte @ (b']' | b'}') => {
                if open.pop() != Some(*byte) {
                    return None;
                }
            }
            _ => {
                at += 1;
                continue;
            }
        }
        at += 1;
        if open.is_empty() {
            return Some(at);
        }
    }
}

fn draft(
    row: String,
    pairs: Vec<(String, Node)>,
    currency: Option<&Json>,
    problems: &mut Problems,
) -> Draft {
    let (mut fields, mut figures) = (Vec::new(), Vec::new());
    for (name, field) in pairs {
        match (name.as_str(), field) {
            ("figures", Node::Pairs(cells)) => {
                for (key, cell) in cells {
                    figures.extend(cell.into_json(&row, problems).map(|cell| (key, cell)));
                }
            }
            ("figures", other) => problems.add(
                &row,
                "figures",
                "an object with figures by their key",
                other.kind(),
            ),
            (_, field) => fields.extend(field.into_json(&row, problems).map(|field| (name, field))),
        }
    }
    let own_currency = fields.iter().any(|(name, _)| name == "currency");
    let of_file = currency.filter(|_| !own_currency);
    fields.extend(of_file.map(|code| ("currency".to_owned(), code.clone())));
    Draft {
        row,
        fields,
        figures,
    }
}

impl Node {
    fn kind(&self) -> &'static str {
        match self {
            Self::Pairs(_) => "an object",
            Self::List(_) => "a list",
            Self::Leaf(_) => "a single value",
        }
    }

    /// The same as plain JSON; nothing, with a problem, where a name stands twice in it.
    fn into_json(self, row: &str, problems: &mut Problems) -> Option<Json> {
        Some(match self {
            Self::Leaf(leaf) => leaf,
            Self::List(list) => {
                let list = list.into_iter().map(|node| node.into_json(row, problems));
                Json::Array(list.collect::<Option<_>>()?)
            }
            Self::Pairs(pairs) => {
                let mut object = serde_json::Map::new();
                for (name, node) in pairs {
                    if object.contains_key(&name) {
                        problems.add(row, &name, "it once", "it twice");
                        return None;
                    }
                    object.insert(name, node.into_json(row, problems)?);
                }
                Json::Object(object)
            }
        })
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyNode)
    }
}

struct AnyNode;

impl<'de> Visitor<'de> for AnyNode {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Leaf(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Leaf(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Leaf(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Leaf(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Leaf(value.into()))
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Leaf(Json::Null))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Node, A::Error> {
        let mut all = Vec::new();
        while let Some(pair) = pairs.next_entry()? {
            all.push(pair);
        }
        Ok(Node::Pairs(all))
    }
}
