//! The salary-range chart: snapshots, words that neither overlap nor leave the picture, and the same
//! values in marks, table and description. `INSTA_UPDATE=always cargo test --test charts` blesses
//! new snapshots.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use crossroads::charts::{ChartError, ChartSpec, Mark, draw, salary_range};
use crossroads::compare::{Column, Entry, Selection, compare};
use crossroads::model::{Dataset, RoleId};
use serde_json::json;

fn columns_of(dataset: &Dataset, ids: &[&str]) -> Vec<Column> {
    let entries = ids.iter().map(|id| Entry {
        role: RoleId((*id).to_owned()),
        on: true,
    });
    compare(dataset, &Selection::of(entries)).columns
}

fn seed_columns(ids: &[&str]) -> Vec<Column> {
    let dataset = Dataset::bundled().expect("the bundled dataset is sound");
    columns_of(dataset, ids)
}

fn seed_spec(ids: &[&str]) -> ChartSpec {
    salary_range(&seed_columns(ids)).expect("the seed roles have pay")
}

#[test]
fn one_and_two_roles_at_three_widths() {
    for (name, ids) in [
        ("one", &["sales-manager"][..]),
        ("two", &["customer-service-manager", "sales-manager"][..]),
    ] {
        for width in [320, 600, 1000] {
            let svg = draw(&seed_spec(ids), width).expect("a drawing");
            insta::assert_snapshot!(format!("salary_range_{name}_{width}"), svg);
        }
    }
}

/// Roles with pay that is hard to draw: ends that touch, all alike, tiny beside huge, very long names.
fn hard_columns() -> Vec<Column> {
    let role = |id: &str, title: &str, average: u32, low: u32, high: u32| {
        json!({
            "id": id, "title": title, "plural": "people", "singular": "person", "source": "s",
            "official": null,
            "words": { "source": "s", "description": "D.", "duties": [] },
            "figures": { "s": {
                "pay-year-average": average, "pay-range": { "low": low, "high": high }
            } }
        })
    };
    let long = "First-Line Supervisors of Transportation and Material Moving Workers, Except Aircraft \
                Cargo Handling Supervisors";
    let dataset = json!({
        "sources": [{
            "id": "s", "publisher": "P", "table": "T", "short": "S", "release": "r",
            "period": "p", "licence": "l", "link": null, "note": "n"
        }],
        "default": [],
        "roles": [
            role("long", long, 400_000, 398_000, 401_000),
            role("alike", "All alike & equal", 50_000, 50_000, 50_000),
            role("low", "Low", 20_000, 18_000, 21_000),
            role("wide", "Wide", 200_000, 10_000, 1_234_567),
            role("end", "End", 1_234_567, 1_234_567, 1_234_567),
            role("spread", "Spread", 600_000, 300_000, 900_000),
        ]
    });
    let dataset = Dataset::parse(&dataset.to_string()).expect("a sound dataset");
    columns_of(&dataset, &["long", "alike", "low", "wide", "end", "spread"])
}

/// A text of a drawing, with the box it takes at most.
#[derive(Debug)]
struct Word {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// Reads the texts back from the SVG. Widths are counted with what a character takes in a wide sans,
/// regular or bold.
fn words(svg: &str) -> Vec<Word> {
    let attribute = |tag: &str, name: &str| -> String {
        let from = tag.split_once(&format!(" {name}=\"")).expect(name).1;
        from.split_once('"').expect(name).0.to_owned()
    };
    let number = |tag: &str, name: &str| attribute(tag, name).parse::<f64>().expect(name);
    let mut words = Vec::new();
    for part in svg.split("<text").skip(1) {
        let (tag, rest) = part.split_once('>').expect("a tag");
        let text = rest
            .split_once("</text>")
            .expect("an end")
            .0
            .trim()
            .to_owned();
        let size = number(tag, "font-size");
        assert!(size >= 12.0, "{text}: {size} px");
        assert!(!tag.contains("rotate"), "{text} is not horizontal");
        let shown = text
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
        let em_share = if tag.contains("font-weight") {
            0.63
        } else {
            0.57
        };
        let width = shown.chars().count() as f64 * size * em_share;
        let x = number(tag, "x");
        let left = match attribute(tag, "text-anchor").as_str() {
            "start" => x,
            "middle" => x - width / 2.0,
            _ => x - width,
        };
        let baseline = number(tag, "y")
            + match attribute(tag, "dy").as_str() {
                "0.76em" => 0.76 * size,
                "-0.5ex" => -0.25 * size,
                _ => 0.25 * size,
            };
        words.push(Word {
            text,
            left,
            right: left + width,
            top: baseline - 0.74 * size,
            bottom: baseline + 0.2 * size,
        });
    }
    words
}

#[test]
fn words_neither_overlap_nor_leave_the_picture() {
    let hard = hard_columns();
    let seeds = seed_columns(&["customer-service-manager", "sales-manager"]);
    for columns in [&hard, &seeds] {
        let spec = salary_range(columns).expect("pay");
        for width in [280, 320, 360, 480, 600, 760, 1000, 1400] {
            let svg = draw(&spec, width).expect("a drawing");
            let words = words(&svg);
            assert!(words.len() > 3 * spec.rows.len(), "{width}: {words:?}");
            let height: f64 = svg
                .split_once(" height=\"")
                .and_then(|(_, rest)| rest.split_once('"')?.0.parse().ok())
                .expect("a height");
            for (number, word) in words.iter().enumerate() {
                assert!(
                    word.left >= -0.5 && word.right <= f64::from(width) + 0.5,
                    "{width}: {:?} leaves the picture: {word:?}",
                    word.text
                );
                assert!(
                    word.top >= -0.5 && word.bottom <= height,
                    "{width}: {word:?}"
                );
                for other in &words[number + 1..] {
                    let apart = word.right <= other.left
                        || other.right <= word.left
                        || word.bottom <= other.top
                        || other.bottom <= word.top;
                    assert!(apart, "{width}: {:?} overlaps {:?}", word.text, other.text);
                }
            }
        }
    }
}

#[test]
fn marks_table_and_description_say_the_same() {
    let spec = seed_spec(&["customer-service-manager", "sales-manager"]);
    assert_eq!(
        spec.rows[0].marks,
        [
            Mark::Line {
                from: 35_000.0,
                to: 105_000.0
            },
            Mark::Dot { at: 61_487.0 }
        ]
    );
    assert_eq!(
        spec.table.rows[0],
        (
            "Customer Service Manager".to_owned(),
            ["$35,000", "$61,487", "$105,000"]
                .map(str::to_owned)
                .to_vec()
        )
    );
    let described = spec.described();
    let svg = draw(&spec, 600).expect("a drawing");
    for (name, cells) in &spec.table.rows {
        for text in cells.iter().chain([name]) {
            assert!(described.contains(text), "{text} is not in {described:?}");
            assert!(svg.contains(text), "{text} is not in the picture");
        }
    }
    assert_eq!(spec.axis.end(), 150_000.0);
}

#[test]
fn a_mark_stands_where_its_value_is() {
    let svg = draw(&seed_spec(&["sales-manager"]), 600).expect("a drawing");
    // The axis runs from 8 to 592 px, from $0 to $150,000.
    let px = |dollars: f64| (8.0 + dollars / 150_000.0 * 584.0) as i32;
    let circle = format!("<circle cx=\"{}\"", px(73_952.0));
    assert!(svg.contains(&circle), "{circle} is not in {svg}");
    let line = format!("points=\"{},", px(42_000.0));
    assert!(svg.contains(&line), "{line} is not in {svg}");
}

#[test]
fn names_are_escaped() {
    let mut spec = seed_spec(&["sales-manager"]);
    spec.rows[0].name = "A & <b>\"B\"".to_owned();
    spec.table.rows[0].0 = spec.rows[0].name.clone();
    let svg = draw(&spec, 600).expect("a drawing");
    assert!(!svg.contains("<b>"), "{svg}");
    let escaped = "A &amp; &lt;b&gt;&quot;B&quot;";
    assert_eq!(
        svg.matches(escaped).count(),
        2,
        "in the row and the description: {svg}"
    );
}

#[test]
fn without_pay_there_is_no_chart() {
    assert_eq!(salary_range(&[]), None);
}

#[test]
fn what_cannot_be_drawn_is_an_error_and_not_a_wrong_picture() {
    let mut spec = seed_spec(&["sales-manager"]);
    for value in [f64::NAN, f64::INFINITY, -1.0, 1e9] {
        spec.rows[0].marks = vec![Mark::Dot { at: value }];
        let error = draw(&spec, 600).expect_err("a value off the axis");
        assert!(
            matches!(error, ChartError::OutsideAxis { ref row, .. } if row == "Sales Manager"),
            "{error}"
        );
    }
    let error = draw(&seed_spec(&["sales-manager"]), 100).expect_err("too narrow");
    assert_eq!(
        error.to_string(),
        "expected a width of at least 240 px, found 100 px"
    );
}
