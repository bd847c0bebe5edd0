//! What is committed: its framing, and some figures that everyone can look up.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

mod common;

use std::fs;
use std::path::Path;

use common::{Rows, json, root, text, text_of};
use import::output::sizes;
use serde_json::Value;

/// The tables of `data/official` with their numbers of rows.
const TABLES: [(&str, usize); 7] = [
    ("occupations", 830),
    ("census", 556),
    ("satisfaction", 76),
    ("groups", 110),
    ("areas", 583),
    ("states", 54),
    ("price_index", 10),
];

#[test]
fn known_figures_are_there() {
    let (occupations, census) = (Rows::official("occupations"), Rows::official("census"));
    let year = |soc: &str| occupations.cell(soc, "year");
    assert_eq!(year("11-2022")[3], 148_270);
    assert_eq!(year("11-2022")[1], 73_170);
    assert_eq!(year("11-2022")[5], 290_540);
    assert_eq!(occupations.cell("11-2022", "jobs"), 637_080);
    assert_eq!(year("15-1252")[3], 135_980);
    assert_eq!(year("29-1141")[3], 97_550);
    assert_eq!(occupations.cell("29-1141", "outlook")[0], 5.6);
    let nurses = text_of(&occupations.cell("29-1141", "census"));
    assert_eq!(census.cell(&nurses, "demographics")[0], 87.3);
    assert_eq!(census.cell(&nurses, "median_age"), 42.3);
}

#[test]
fn tables_have_a_row_a_line_in_order() {
    for (name, count) in TABLES {
        let text = text(&format!("data/official/{name}.json"));
        let lines: Vec<&str> = text
            .strip_suffix('\n')
            .expect("a last line")
            .split('\n')
            .collect();
        let columns = lines[0]
            .strip_prefix("{\"columns\":")
            .and_then(|line| line.strip_suffix(','));
        let columns: Vec<String> =
            serde_json::from_str(columns.expect("columns first")).expect("names");
        assert_eq!(
            (lines[1], lines.last()),
            ("\"rows\":[", Some(&"]}")),
            "{name}"
        );
        let rows = &lines[2..lines.len() - 1];
        assert_eq!(rows.len(), count, "{name}");
        let mut before = String::new();
        for (place, line) in rows.iter().enumerate() {
            let is_last = place + 1 == rows.len();
            let row = if is_last {
                line
            } else {
                line.strip_suffix(',').expect("a comma")
            };
            let cells: Vec<Value> =
                serde_json::from_str(row).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(cells.len(), columns.len(), "{name}: {row}");
            let key = text_of(&cells[0]);
            assert!(key > before, "{name}: {key} after {before}");
            before = key;
        }
    }
}

#[test]
fn what_a_row_refers_to_is_there() {
    let occupations = Rows::official("occupations");
    let (census, satisfaction) = (Rows::official("census"), Rows::official("satisfaction"));
    let groups = Rows::official("groups");
    let names = json("data/official/names.json");
    let index = |list: &str, index: &Value| {
        let index = index
            .as_u64()
            .and_then(|index| usize::try_from(index).ok())
            .expect("an index");
        assert!(names[list][index].is_string(), "{list} has no {index}");
    };
    for soc in occupations.keys() {
        assert!(
            groups.has(&text_of(&occupations.cell(&soc, "group"))),
            "{soc}"
        );
        assert!(
            satisfaction.has(&text_of(&occupations.cell(&soc, "satisfaction"))),
            "{soc}"
        );
        if let Some(code) = occupations.cell(&soc, "census").as_str() {
            assert!(census.has(code), "{soc}");
        }
        for other in occupations
            .cell(&soc, "related")
            .as_array()
            .unwrap_or(&Vec::new())
        {
            assert!(
                occupations.has(&text_of(other)) && *other != soc.as_str(),
                "{soc}"
            );
        }
        for skill in occupations
            .cell(&soc, "skills")
            .as_array()
            .unwrap_or(&Vec::new())
        {
            index("skills", &skill[0]);
        }
        let outlook = occupations.cell(&soc, "outlook");
        for (list, place) in [("entry_education", 4), ("experience", 8), ("training", 9)] {
            index(list, &outlook[place]);
        }
        for (list, place) in [
            ("required_education", 0),
            ("required_experience", 1),
            ("on_site_training", 2),
            ("on_the_job_training", 3),
        ] {
            if let answer @ Value::Array(_) = &occupations.cell(&soc, "required")[place] {
                for place in answer[0].as_array().expect("places") {
                    index(list, place);
                }
            }
        }
    }
}

#[test]
fn no_file_has_markup_and_all_are_json() {
    let mut count = 0;
    for folder in ["data/official", "public/data"] {
        each_file(&root().join(folder), &mut |path| {
            let text = fs::read_to_string(path).expect("text in UTF-8");
            // The one angle bracket there may be: "at least" of a top-coded wage.
            let rest = text.replace("\">=", "\"");
            assert!(!rest.contains(['<', '>', '\r', '\t']), "{}", path.display());
            assert!(text.ends_with('\n'), "{}", path.display());
            if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                let file: Value = serde_json::from_str(&text)
                    .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                assert!(
                    folder == "data/official" || file["layout"] == 1,
                    "{}",
                    path.display()
                );
                texts(&file, &mut |text| {
                    assert_eq!(text, text.trim(), "{}", path.display())
                });
            }
            count += 1;
        });
    }
    assert_eq!(count, 10 + 583 + 830 + 725 + 2);
}

/// What is compiled in is a reader's time: the page's budget for all its data is 200 KB.
#[test]
fn what_is_compiled_in_stays_small() {
    let sum: usize = [
        "occupations",
        "census",
        "satisfaction",
        "groups",
        "areas",
        "states",
        "price_index",
        "names",
        "places",
    ]
    .map(|name| sizes::compressed(&text(&format!("data/official/{name}.json"))))
    .iter()
    .sum();
    assert!(sum < 188_000, "{sum} bytes compressed");
}

fn each_file(folder: &Path, take: &mut impl FnMut(&Path)) {
    for entry in
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
    {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            each_file(&path, take)
        } else {
            take(&path)
        }
    }
}

fn texts(value: &Value, take: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => take(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, take)),
        Value::Object(fields) => fields.values().for_each(|item| texts(item, take)),
        _ => {}
    }
}
