//! Wages and jobs of the committed dataset, compared with the database of OEWS, which is asked here in its own way.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

mod common;

use std::collections::HashMap;

use common::{Chooser, Rows, database, is, json};
use rusqlite::Connection;
use serde_json::Value;

/// How many rows are compared; each has at least six cells.
const ROWS: usize = 100;

const YEAR: [&str; 6] = ["v04", "v11", "v12", "v13", "v14", "v15"];
const HOUR: [&str; 6] = ["v03", "v06", "v07", "v08", "v09", "v10"];

/// Value and footnote of a column of a row.
fn cell(database: &Connection, key: &str, column: &str) -> (Option<String>, Option<String>) {
    let query = format!(
        "SELECT {column}, {} FROM cell WHERE key = ?",
        column.replace('v', "f")
    );
    database
        .query_row(&query, [key], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap_or_else(|error| panic!("{key}: {error}"))
}

/// Whether a written value is what a cell says.
fn agrees(written: &Value, cell: &(Option<String>, Option<String>), kind: &[&str; 6]) -> bool {
    let (value, footnote) = (cell.0.as_deref(), cell.1.as_deref());
    match (value, footnote) {
        (None, None) => written.is_null(),
        (Some(value), None) => is(written, value),
        (Some("-"), Some("8")) => written == "not-released",
        (Some("-"), Some("4")) => {
            written
                == if *kind == YEAR {
                    "hourly-only"
                } else {
                    "yearly-only"
                }
        }
        (Some("-"), Some("5")) => {
            let least = written.as_str().and_then(|text| text.strip_prefix(">="));
            let least = least.and_then(|text| text.parse::<f64>().ok());
            least.is_some_and(|least| least >= if *kind == YEAR { 239_200.0 } else { 115.0 })
        }
        _ => false,
    }
}

fn national(soc: &str) -> String {
    format!("OEUN0000000000000{}", soc.replace('-', ""))
}

#[test]
fn national_wages_and_jobs() {
    let Some(database) = database() else { return };
    let occupations = Rows::official("occupations");
    // The five that are hourly-only, some that are yearly-only, and some by chance.
    let mut chosen: Vec<String> = [
        "27-2011", "27-2031", "27-2042", "27-2091", "27-2099", "25-2021", "53-2011",
    ]
    .map(str::to_owned)
    .to_vec();
    let (keys, mut chooser) = (occupations.keys(), Chooser::new("national"));
    chosen.extend((0..ROWS).map(|_| chooser.one(&keys).clone()));
    for soc in &chosen {
        let key = national(soc);
        for (column, field) in [("v01", "jobs"), ("v02", "jobs_rse"), ("v05", "wage_rse")] {
            assert!(
                agrees(
                    &occupations.cell(soc, field),
                    &cell(&database, &key, column),
                    &YEAR
                ),
                "{soc} {field}"
            );
        }
        for (columns, field) in [(YEAR, "year"), (HOUR, "hour")] {
            let written = occupations.cell(soc, field);
            for (place, column) in columns.iter().enumerate() {
                let one = if written.is_string() {
                    &written
                } else {
                    &written[place]
                };
                assert!(
                    agrees(one, &cell(&database, &key, column), &columns),
                    "{soc} {field} {column}"
                );
            }
        }
    }
}

#[test]
fn wages_and_jobs_of_areas() {
    let Some(database) = database() else { return };
    let columns = [("v01", 1), ("v02", 2), ("v05", 5), ("v16", 6), ("v17", 7)];
    let compare = |key: &str| {
        let (area, soc) = (&key[4..11], format!("{}-{}", &key[17..19], &key[19..23]));
        let shard = json(&format!("public/data/area/{area}.json"));
        let rows = shard["rows"].as_array().expect("rows");
        let row = rows.iter().find(|row| row[0] == soc.as_str());
        let row = row.unwrap_or_else(|| panic!("{area} has no {soc}"));
        for (column, place) in columns {
            assert!(
                agrees(&row[place], &cell(&database, key, column), &YEAR),
                "{key} {column}: {row}"
            );
        }
        for (kind, at) in [(YEAR, 3), (HOUR, 4)] {
            for (place, column) in kind.iter().enumerate() {
                let one = match row[at].as_str() {
                    Some(_) => &row[at],
                    None => &row[at][place],
                };
                assert!(
                    agrees(one, &cell(&database, key, column), &kind),
                    "{key} {column}: {row}"
                );
            }
        }
    };
    // Some of each kind of cell that is not a figure, and some by chance.
    for condition in [
        "f13 = '5'",
        "f13 = '8'",
        "f13 = '4'",
        "f01 = '8'",
        "f13 IS NULL",
    ] {
        let query = format!(
            "SELECT key FROM cell JOIN occupation ON occupation_code = substr(key, 18) AND display_level = 3 \
             WHERE substr(key, 12, 6) = '000000' AND {condition} ORDER BY key"
        );
        let mut statement = database.prepare(&query).expect("a query");
        let keys = statement
            .query_map([], |row| row.get::<_, String>(0))
            .expect("keys");
        let keys: Vec<String> = keys.map(|key| key.expect("a key")).collect();
        let mut chooser = Chooser::new(condition);
        for _ in 0..ROWS / 4 {
            let key: &String = chooser.one(&keys);
            compare(key);
        }
    }
    // Where a lower percentile is published above the top code, a higher one is at least that.
    let shard = json("public/data/area/0024340.json");
    let rows = shard["rows"].as_array().expect("rows");
    let row = rows
        .iter()
        .find(|row| row[0] == "29-1211")
        .expect("anesthesiologists");
    assert_eq!(
        (&row[3][4], &row[3][5]),
        (&Value::from(384_800), &Value::from(">=384800"))
    );
}

#[test]
fn every_row_of_an_area_is_there() {
    let Some(database) = database() else { return };
    let areas = Rows::official("areas");
    let (keys, mut chooser) = (areas.keys(), Chooser::new("areas"));
    assert_eq!(keys.len(), 583);
    for _ in 0..50 {
        let area = chooser.one(&keys);
        let query = "SELECT count(*) FROM cell JOIN occupation \
                     ON occupation_code = substr(key, 18) AND display_level = 3 \
                     WHERE substr(key, 5, 7) = ? AND substr(key, 12, 6) = '000000'";
        let count: usize = database
            .query_row(query, [area], |row| row.get::<_, i64>(0))
            .map(|count| usize::try_from(count).expect("a count"))
            .expect("a count");
        let shard = json(&format!("public/data/area/{area}.json"));
        assert_eq!(
            shard["rows"].as_array().map(Vec::len),
            Some(count),
            "{area}"
        );
        let name: String = database
            .query_row(
                "SELECT area_name FROM area WHERE area_code = ?",
                [area],
                |row| row.get(0),
            )
            .expect("a name");
        assert_eq!(
            (&shard["name"], areas.cell(area, "name")),
            (&Value::from(name.as_str()), name.into())
        );
    }
}

/// A figure and its relative standard error in percent.
type Estimated = (f64, f64);

/// The positions of the figures that none of the others exceeds at 95 percent confidence.
fn unexceeded(figures: &[Estimated]) -> Vec<usize> {
    let variance = |(figure, percent): Estimated| (figure * percent / 100.0).powi(2);
    let exceeds = |high: Estimated, low: Estimated| {
        let apart = high.0 - low.0;
        apart > 0.0 && apart * apart > 1.96 * 1.96 * (variance(high) + variance(low))
    };
    let mut left = Vec::new();
    for (at, figure) in figures.iter().enumerate() {
        if !figures.iter().any(|other| exceeds(*other, *figure)) {
            left.push(at);
        }
    }
    left
}

/// Those of the list of five, and how many others.
fn listed(tied: &[usize]) -> (Value, Value) {
    let (five, others): (Vec<usize>, Vec<usize>) = tied.iter().partition(|at| **at < 5);
    (five.into(), others.len().into())
}

fn number(text: &str) -> f64 {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A place where an occupation has pay and jobs.
struct Paid {
    code: String,
    name: String,
    median: String,
    jobs: String,
    jobs_rse: String,
    wage_rse: String,
}

/// The places of a kind with enough of an occupation's jobs.
#[derive(Default)]
struct Places {
    /// Those with a sure enough wage, the best-paying first.
    ranked: Vec<Paid>,
    /// The others with a median.
    unsure: Vec<Estimated>,
    /// How many have a median that is released as "at least".
    top_coded: usize,
}

/// The places of a kind by occupation.
fn paid(
    database: &Connection,
    kind: &str,
    fewest: f64,
    hourly: &[String],
) -> HashMap<String, Places> {
    // Four digits, or three where there are no four; not by owner.
    let industries = "length(industry_code) = 6 AND (display_level = 4 AND substr(industry_code, 6) NOT IN ('2', '3', '5') \
         OR display_level = 3 AND substr(industry_code, 1, 3) NOT IN \
         (SELECT substr(industry_code, 1, 3) FROM industry WHERE display_level = 4))";
    let area = "area_code, area_name FROM cell JOIN area ON area_code = substr(key, 5, 7) WHERE substr(key, 12, 6) = '000000' AND";
    let from = match kind {
        "states" => format!("{area} substr(key, 1, 4) = 'OEUS'"),
        "metros" => format!(
            "{area} substr(key, 1, 4) = 'OEUM' AND area_name NOT LIKE '%nonmetropolitan area%'"
        ),
        _ => format!(
            "industry_code, industry_name FROM cell JOIN industry ON industry_code = substr(key, 12, 6) \
             WHERE substr(key, 1, 4) = 'OEUN' AND {industries}"
        ),
    };
    let query = format!("SELECT substr(key, 18), v08, v13, f08, f13, v01, v02, v05, {from}");
    let mut statement = database.prepare(&query).expect("a query");
    let mut rows = statement.query([]).expect("rows");
    let mut all: HashMap<String, Places> = HashMap::new();
    while let Some(row) = rows.next().expect("a row") {
        let text = |at: usize| row.get::<_, String>(at).expect("a text");
        let digits = text(0);
        let soc = format!("{}-{}", &digits[..2], &digits[2..]);
        let (median, footnote) = if hourly.contains(&soc) {
            (1, 3)
        } else {
            (2, 4)
        };
        let (jobs, wage_rse) = (text(5), text(7));
        if jobs == "-" || number(&jobs) < fewest {
            continue;
        }
        let places = all.entry(soc).or_default();
        let median = text(median);
        let footnote: Option<String> = row.get(footnote).expect("a footnote");
        match footnote.as_deref() {
            None if number(&wage_rse) > 10.0 => {
                places.unsure.push((number(&median), number(&wage_rse)));
            }
            None => places.ranked.push(Paid {
                code: text(8),
                name: text(9),
                median,
                jobs,
                jobs_rse: text(6),
                wage_rse,
            }),
            Some("5") => places.top_coded += 1,
            _ => {}
        }
    }
    for places in all.values_mut() {
        places.ranked.sort_by(|a, b| {
            let by = |a: &str, b: &str| number(b).total_cmp(&number(a));
            by(&a.median, &b.median)
                .then(by(&a.jobs, &b.jobs))
                .then(a.code.cmp(&b.code))
        });
    }
    all
}

#[test]
fn best_paying_places() {
    let Some(database) = database() else { return };
    let occupations = Rows::official("occupations");
    let names = json("data/official/places.json");
    let mut hourly = occupations.keys();
    hourly.retain(|soc| occupations.cell(soc, "year") == "hourly-only");
    let (mut several, mut unsure) = (0, 0);
    for (place, (kind, fewest)) in [("states", 500.0), ("metros", 250.0), ("industries", 1000.0)]
        .into_iter()
        .enumerate()
    {
        let all = paid(&database, kind, fewest, &hourly);
        for soc in occupations.keys() {
            let none = Places::default();
            let places = all.get(&soc).unwrap_or(&none);
            let (ranked, top_coded) = (&places.ranked, &places.top_coded);
            let shard = json(&format!("public/data/occupation/{soc}.json"));
            let best = &shard["best"];
            let written = best[kind].as_array().expect("a list");
            assert_eq!(written.len(), ranked.len().min(5), "{soc} {kind}");
            for (written, paid) in written.iter().zip(ranked) {
                let cells = [
                    &paid.code,
                    &paid.name,
                    &paid.median,
                    &paid.jobs,
                    &paid.jobs_rse,
                    &paid.wage_rse,
                ];
                for (at, cell) in cells.into_iter().enumerate() {
                    assert!(is(&written[at], cell), "{soc} {kind}: {written}");
                }
            }
            let medians = ranked.iter();
            let medians = medians.map(|paid| (number(&paid.median), number(&paid.wage_rse)));
            let mut medians: Vec<Estimated> = medians.collect();
            let tied = unexceeded(&medians);
            medians.extend(&places.unsure);
            let rivals = unexceeded(&medians);
            let rivals = rivals.iter().filter(|at| **at >= ranked.len()).count();
            assert_eq!(
                (
                    best["tied"][place].clone(),
                    best["tied_more"][place].clone()
                ),
                listed(&tied),
                "{soc} {kind}"
            );
            assert_eq!(best["top_coded"][place], *top_coded, "{soc} {kind}");

            let cell = &occupations.cell(&soc, "best")[place];
            let name = |position: &Value| {
                let position = position.as_u64().and_then(|at| usize::try_from(at).ok());
                names[kind][position.expect("a position")].clone()
            };
            let counted = |at: usize| cell[at].as_u64().unwrap_or_default();
            if ranked.len() < 5 {
                assert!(cell.is_null(), "{soc} {kind}");
                continue;
            }
            if rivals > 0 {
                unsure += 1;
                assert_eq!(*cell, rivals, "{soc} {kind}");
                continue;
            }
            let top_coded_rivals = match tied.as_slice() {
                [] => panic!("{soc} {kind}: each is exceeded"),
                [only] => {
                    let only = &ranked[*only];
                    assert_eq!(name(&cell[3]), only.name.as_str(), "{soc} {kind}");
                    assert!(is(&cell[0], &only.median), "{soc} {kind}: {cell}");
                    assert!(is(&cell[1], &only.jobs), "{soc} {kind}: {cell}");
                    assert!(is(&cell[2], &only.wage_rse), "{soc} {kind}: {cell}");
                    counted(4)
                }
                [first, .., last] => {
                    several += 1;
                    let named: Vec<Value> = cell[2]
                        .as_array()
                        .expect("names")
                        .iter()
                        .map(name)
                        .collect();
                    let expected = tied.iter().take(3).map(|at| ranked[*at].name.as_str());
                    assert_eq!(named, expected.collect::<Vec<_>>(), "{soc} {kind}");
                    assert_eq!(
                        counted(3),
                        (tied.len() - named.len()) as u64,
                        "{soc} {kind}"
                    );
                    assert!(is(&cell[0], &ranked[*first].median), "{soc} {kind}: {cell}");
                    assert!(is(&cell[1], &ranked[*last].median), "{soc} {kind}: {cell}");
                    counted(4)
                }
            };
            assert_eq!(top_coded_rivals, *top_coded as u64, "{soc} {kind}");
        }
    }
    assert_eq!((several, unsure), (784, 196));
}

#[test]
fn largest_places_and_states() {
    let Some(database) = database() else { return };
    let occupations = Rows::official("occupations");
    let kinds = [
        ("states", "substr(key, 1, 4) = 'OEUS'"),
        (
            "metros",
            "substr(key, 1, 4) = 'OEUM' AND area_name NOT LIKE '%nonmetropolitan area%'",
        ),
    ];
    for soc in occupations.keys() {
        let hourly = occupations.cell(&soc, "year") == "hourly-only";
        let median = if hourly { "v08" } else { "v13" };
        let kind_of_pay = if hourly { HOUR } else { YEAR };
        let shard = json(&format!("public/data/occupation/{soc}.json"));
        for (place, (kind, condition)) in kinds.iter().enumerate() {
            let query = format!(
                "SELECT key, area_code, area_name, v01, v02 FROM cell JOIN area ON area_code = substr(key, 5, 7) \
                 WHERE {condition} AND substr(key, 12, 6) = '000000' AND substr(key, 18) = ? \
                 ORDER BY area_code"
            );
            let mut statement = database.prepare(&query).expect("a query");
            let rows = statement
                .query_map([soc.replace('-', "")], |row| {
                    Ok([
                        row.get(0)?,
                        row.get(1)?,
                        row.get(2)?,
                        row.get(3)?,
                        row.get(4)?,
                    ])
                })
                .expect("rows");
            let all: Vec<[String; 5]> = rows.map(|row| row.expect("a row")).collect();
            let mut ranked: Vec<_> = all.iter().filter(|row| row[3] != "-").collect();
            let jobs = |row: &[String; 5]| number(&row[3]);
            ranked.sort_by(|a, b| jobs(b).total_cmp(&jobs(a)).then(a[1].cmp(&b[1])));
            let unknown = all.len() - ranked.len();
            assert_eq!(
                shard["largest"]["not_released"][place], unknown,
                "{soc} {kind}"
            );
            let estimated = ranked.iter().map(|row| (jobs(row), number(&row[4])));
            let tied = unexceeded(&estimated.collect::<Vec<_>>());
            assert_eq!(
                (
                    shard["largest"]["tied"][place].clone(),
                    shard["largest"]["tied_more"][place].clone()
                ),
                listed(&tied),
                "{soc} {kind}"
            );
            let written = shard["largest"][kind].as_array().expect("a list");
            assert_eq!(written.len(), ranked.len().min(5), "{soc} {kind}");
            for (written, [key, code, name, jobs, _]) in written.iter().zip(ranked) {
                assert_eq!(
                    (&written[0], &written[1]),
                    (&code.as_str().into(), &name.as_str().into())
                );
                assert!(is(&written[3], jobs), "{soc} {kind}: {written}");
                assert!(
                    agrees(&written[2], &cell(&database, key, median), &kind_of_pay),
                    "{key}"
                );
                for (at, column) in [(4, "v02"), (5, "v05")] {
                    assert!(
                        agrees(&written[at], &cell(&database, key, column), &YEAR),
                        "{key}"
                    );
                }
            }
            if *kind == "states" {
                let states = shard["states"].as_array().cloned().unwrap_or_default();
                assert_eq!(states.len(), all.len(), "{soc}");
                for (state, [key, code, ..]) in states.iter().zip(&all) {
                    assert_eq!(state[0], code[..2], "{soc}");
                    let wage = cell(&database, key, median);
                    assert!(agrees(&state[1], &wage, &kind_of_pay), "{key}");
                    for (at, column) in [(2, "v01"), (3, "v16"), (4, "v17")] {
                        assert!(
                            agrees(&state[at], &cell(&database, key, column), &YEAR),
                            "{key}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn past_years_end_with_this_release() {
    let Some(database) = database() else { return };
    let occupations = Rows::official("occupations");
    for soc in occupations.keys() {
        let shard = json(&format!("public/data/occupation/{soc}.json"));
        let last = shard["history"]
            .as_array()
            .and_then(|years| years.last())
            .expect("a year");
        assert_eq!(last[0], 2025, "{soc}");
        let shown = |column: &str| {
            cell(&database, &national(&soc), column)
                .0
                .filter(|text| text != "-")
        };
        for (place, column) in [(1, "v01"), (2, "v11"), (3, "v13"), (4, "v15"), (5, "v04")] {
            let expected = shown(column).unwrap_or_default();
            assert!(
                is(&last[place], &expected),
                "{soc}: {last} has not {expected}"
            );
        }
    }
}
