//! Cells of the committed dataset, compared with the source tables, which are read here in their own way.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
mod onet;
mod others;
mod surveys;

use std::collections::HashMap;

use common::{Chooser, Csv, json, sources};
use serde_json::Value;

/// How many cells of each table are compared.
const CELLS: usize = 100;

/// A row of a source table, by column.
type Source = HashMap<String, String>;

/// Chooses cells of `file` until enough of them were compared. `compare` says whether a cell is in the dataset as it
/// should be, or nothing where the dataset does not have that row on purpose.
fn compare(file: &str, columns: &[&str], mut compare: impl FnMut(&Source, &str) -> Option<bool>) {
    let Some(folder) = sources() else { return };
    let table = Csv::read(&folder, file);
    let mut chooser = Chooser::new(file);
    let mut compared = 0;
    for _ in 0..CELLS * 20 {
        let (row, column) = (chooser.one(&table.0), *chooser.one(columns));
        match compare(row, column) {
            Some(true) => compared += 1,
            Some(false) => panic!("{file}: {column} of {row:?} is not in the dataset"),
            None => {}
        }
        if compared == CELLS {
            return;
        }
    }
    assert!(
        compared >= 50,
        "only {compared} cells of {file} were compared"
    );
}

fn shard(soc: &str) -> Value {
    json(&format!("public/data/occupation/{soc}.json"))
}

/// The item of a list whose first element is this.
fn item(list: &Value, first: &Value) -> Option<Value> {
    list.as_array()?
        .iter()
        .find(|item| item[0] == *first)
        .cloned()
}
