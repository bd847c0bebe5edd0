//! What several tests need: where things are, and what is committed.
#![allow(dead_code, reason = "not every test needs everything")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use import::oews::archive;
use rusqlite::{Connection, MAIN_DB};
use serde_json::Value;

/// The root of the source tree.
pub fn root() -> PathBuf {
    let import = Path::new(env!("CARGO_MANIFEST_DIR"));
    import
        .parent()
        .expect("import is inside the source tree")
        .to_owned()
}

/// The folder of the source tables: `CROSSROADS_SOURCES`, else `shared/data` beside the source tree.
pub fn sources() -> Option<PathBuf> {
    let beside = || Some(root().parent()?.join("shared/data"));
    let folder = std::env::var_os("CROSSROADS_SOURCES")
        .map(PathBuf::from)
        .or_else(beside)?;
    if folder.join("soc_groups.csv").is_file() {
        return Some(folder);
    }
    eprintln!("SKIPPED: the source tables are not in {}", folder.display());
    None
}

/// The wheel of OEWS where the sources are: `CROSSROADS_OEWS`, else the one that an import fetches.
pub fn oews() -> Option<PathBuf> {
    static FETCHED: OnceLock<PathBuf> = OnceLock::new();
    sources()?;
    Some(match std::env::var_os("CROSSROADS_OEWS") {
        Some(file) => PathBuf::from(file),
        None => FETCHED
            .get_or_init(|| import::oews::fetch::wheel().unwrap_or_else(|error| panic!("{error}")))
            .clone(),
    })
}

/// The database of OEWS where the sources are.
pub fn database() -> Option<Connection> {
    let bytes = archive::database(Some(&oews()?)).expect("the database that is known");
    let mut database = Connection::open_in_memory().expect("a database in memory");
    database
        .deserialize_read_exact(MAIN_DB, &bytes[..], bytes.len(), true)
        .expect("a database");
    Some(database)
}

/// The text of a committed file.
pub fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A committed file.
pub fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A table with named columns, by the first of them.
pub struct Rows {
    columns: Vec<String>,
    rows: HashMap<String, Vec<Value>>,
}

impl Rows {
    /// A committed table of `data/official`.
    pub fn official(name: &str) -> Self {
        Self::of(&json(&format!("data/official/{name}.json")), "rows")
    }

    /// The rows of a file.
    pub fn of(file: &Value, rows: &str) -> Self {
        let list = |value: &Value| value.as_array().expect("a list").clone();
        let columns = list(&file["columns"]).iter().map(text_of).collect();
        let rows = list(&file[rows])
            .iter()
            .map(|row| (text_of(&row[0]), list(row)))
            .collect();
        Self { columns, rows }
    }

    /// A cell; null where there is no such row.
    pub fn cell(&self, key: &str, column: &str) -> Value {
        let place = self.columns.iter().position(|name| name == column);
        let place = place.unwrap_or_else(|| panic!("no column {column}"));
        self.rows
            .get(key)
            .map_or(Value::Null, |row| row[place].clone())
    }

    /// Whether there is such a row.
    pub fn has(&self, key: &str) -> bool {
        self.rows.contains_key(key)
    }

    /// The keys in order.
    pub fn keys(&self) -> Vec<String> {
        let mut keys: Vec<_> = self.rows.keys().cloned().collect();
        keys.sort();
        keys
    }
}

/// A text.
pub fn text_of(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("expected a text, found {value}"))
        .to_owned()
}

/// Whether a written value is the figure that a source's cell shows, or null where the cell is empty.
pub fn is(value: &Value, cell: &str) -> bool {
    match value {
        Value::Null => cell.is_empty(),
        Value::Number(number) => cell
            .parse::<f64>()
            .is_ok_and(|cell| number.as_f64() == Some(cell)),
        Value::String(text) => text == cell,
        _ => false,
    }
}

/// A source table, read without any of the import's own code.
pub struct Csv(pub Vec<HashMap<String, String>>);

impl Csv {
    /// Reads it.
    pub fn read(folder: &Path, file: &str) -> Self {
        let mut reader = csv::Reader::from_path(folder.join(file)).expect("a source table");
        Self(
            reader
                .deserialize()
                .map(|row| row.expect("a row"))
                .collect(),
        )
    }
}

/// Chooses, always the same.
pub struct Chooser(u64);

impl Chooser {
    /// Another seed for each table.
    pub fn new(seed: &str) -> Self {
        let hash = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self(seed.bytes().fold(0xcbf2_9ce4_8422_2325, hash))
    }

    /// One of them.
    pub fn one<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let count = items.len() as u64;
        &items[usize::try_from(self.0 % count).expect("a place in a list")]
    }
}
