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

use std::collections::{BTreeMap, HashMap};

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

#[test]
fn every_code_that_is_published_combined_leads_to_its_combined_one() {
    let Some(folder) = sources() else { return };
    let source = Csv::read(&folder, "soc_oews_combined_codes.csv");
    let source = source.0.iter().map(|row| {
        let cell = |column: &str| row[column].clone();
        (cell("soc_code"), [cell("soc_title"), cell("oews_code")])
    });
    let source: BTreeMap<String, [String; 2]> = source.collect();
    let moved = json("data/moved-roles.json");
    let rows = moved["rows"].as_array().expect("rows").iter();
    let moved: BTreeMap<String, [String; 2]> = rows
        .map(|row| {
            let cell = |place: usize| row[place].as_str().expect("a text").to_owned();
            (cell(0), [cell(1), cell(2)])
        })
        .collect();
    for (code, there) in &source {
        assert_eq!(moved.get(code), Some(there), "{code}");
    }
}
