//! Every chart: snapshots, words that neither overlap nor leave the picture, the same values in marks,
//! table and description, and colours that can be told apart.
//! `INSTA_UPDATE=always cargo test --features ssr --test charts` blesses new snapshots.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

#[path = "support/colours.rs"]
mod colours;

use crossroads::charts::{
    Body, ChartError, ChartId, ChartRow, ChartSpec, Drawing, Mark, Paint, RowLine, Shape, Theme,
    chart, draw, salary_range, standalone,
};
use crossroads::compare::{Arrived, Column, Entry, Selection, compare, compare_in_place};
use crossroads::model::{AreaCode, AreaFigures, Dataset, RoleId};
use serde_json::json;

fn columns_of(dataset: &Dataset, ids: &[&str]) -> Vec<Column> {
    let entries = ids.iter().map(|id| Entry {
        role: RoleId((*id).to_owned()),
        on: true,
    });
    compare(dataset, &Selection::of(entries)).columns
}

fn columns(ids: &[&str]) -> Vec<Column> {
    let dataset = Dataset::bundled().expect("the bundled dataset is sound");
    columns_of(dataset, ids)
}

fn seed_spec(ids: &[&str]) -> ChartSpec {
    salary_range(&columns(ids)).expect("the seed roles have pay")
}

fn rows(spec: &ChartSpec) -> &[ChartRow] {
    match &spec.body {
        Body::Rows { rows, .. } => rows,
        Body::Lines { .. } => panic!("{:?} has no rows", spec.id),
    }
}

/// Roles whose figures are hard to draw together: paid by the hour only, shrinking, of wider groups,
/// kept back, estimates by another measure, very long names.
const HARD: [&str; 6] = [
    "27-2011",
    "43-9022",
    "53-1047",
    "sales-manager",
    "29-1217",
    "11-9171",
];

/// One, two and six roles.
const SETS: [(&str, &[&str]); 4] = [
    ("one", &["11-2022"]),
    ("seeds", &["customer-service-manager", "sales-manager"]),
    ("two", &["29-1141", "47-2111"]),
    ("six", &HARD),
];

/// Roles in the Kansas City area: with an open end, wholly open, kept back, and without figures by place.
const IN_PLACE: [&str; 4] = ["27-2021", "29-1214", "17-3028", "sales-manager"];

fn columns_in_place() -> Vec<Column> {
    let dataset = Dataset::bundled().expect("the bundled dataset is sound");
    let code = AreaCode("0028140".to_owned());
    let shard = include_str!("../public/data/area/0028140.json");
    let figures = AreaFigures::parse(&code, shard).expect("a sound shard");
    let entries = IN_PLACE.iter().map(|id| Entry {
        role: RoleId((*id).to_owned()),
        on: true,
    });
    let area = dataset.areas().get(&code).expect("an area");
    let selection = Selection::of(entries).with_place(Some(area));
    compare_in_place(dataset, &selection, Arrived::Here(&figures)).columns
}

/// The compared roles of every test that looks at all charts.
fn all_columns() -> Vec<Vec<Column>> {
    let sets = SETS.iter().map(|(_, ids)| columns(ids));
    sets.chain([columns_in_place()]).collect()
}

#[test]
fn what_is_only_at_least_is_open_and_what_is_kept_back_says_so() {
    let spec = salary_range(&columns_in_place()).expect("pay");
    insta::assert_snapshot!("salary_range_in_place", drawn(&spec, 360).svg);
    let shapes = |row: usize| -> Vec<Shape> {
        let marks = rows(&spec)[row].marks.iter();
        marks.map(|mark| mark.shape).collect()
    };
    assert_eq!(
        shapes(0),
        [
            Shape::Line {
                from: 32_180.0,
                to: 649_720.0
            },
            Shape::AtLeast { from: 649_720.0 },
            Shape::Bar {
                from: 55_360.0,
                to: 649_720.0
            },
            Shape::Dot { at: 78_790.0 },
        ]
    );
    assert_eq!(shapes(1), [Shape::AtLeast { from: 239_200.0 }]);
    assert_eq!(shapes(2), [Shape::Nothing]);
    assert!(shapes(3).is_empty());
    let says = |row: usize, words: &str| {
        let lines = &rows(&spec)[row].lines;
        assert!(format!("{lines:?}").contains(words), "{words}: {lines:?}");
    };
    says(1, "The median is at least $239,200.");
    says(2, "Yearly pay is not released");
    says(
        3,
        "Yearly pay is not published for this role in the Kansas City area.",
    );
    assert!(spec.key.contains("An arrow has no end"), "{}", spec.key);
}

#[test]
fn every_chart_of_one_two_and_six_roles_at_three_widths() {
    for (name, ids) in SETS {
        let columns = columns(ids);
        for id in ChartId::ALL {
            let Some(spec) = chart(id, &columns) else {
                assert_eq!(name, "seeds", "{} of {name} is not drawn", id.key());
                continue;
            };
            let pictures = [320, 600, 1000].map(|width| drawn(&spec, width).svg);
            let text = pictures.join("\n\n");
            let name = format!("{}_{name}", id.key().replace('-', "_"));
            insta::assert_snapshot!(name, text);
        }
    }
}

fn drawn(spec: &ChartSpec, width: u32) -> Drawing {
    draw(spec, width).expect("a drawing")
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
            .replace("&apos;", "’")
            .replace("&quot;", "”")
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
        let em_share = if tag.contains("font-weight") {
            0.63
        } else {
            0.57
        };
        let of = |c: char| if "%MWm".contains(c) { 0.96 } else { em_share };
        let width = size * shown.chars().map(of).sum::<f64>();
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
    let hard = salary_range(&hard_columns()).expect("pay");
    let charts = all_columns().into_iter().flat_map(|columns| {
        ChartId::ALL
            .into_iter()
            .filter_map(move |id| chart(id, &columns))
    });
    let mut seen = 0;
    for spec in charts.chain([hard]) {
        for width in [280, 320, 360, 480, 600, 760, 1000, 1400] {
            let drawing = drawn(&spec, width);
            let words = words(&drawing.svg);
            assert!(words.len() >= rows(&spec).len(), "{width}: {words:?}");
            seen += words.len();
            let at = format!("{} at {width}", spec.id.key());
            for (number, word) in words.iter().enumerate() {
                assert!(
                    word.left >= -0.5 && word.right <= f64::from(width) + 0.5,
                    "{at}: {:?} leaves the picture: {word:?}",
                    word.text
                );
                assert!(
                    word.top >= -0.5 && word.bottom <= f64::from(drawing.height),
                    "{at}: {word:?}"
                );
                for other in &words[number + 1..] {
                    let apart = word.right <= other.left
                        || other.right <= word.left
                        || word.bottom <= other.top
                        || other.bottom <= word.top;
                    assert!(apart, "{at}: {:?} overlaps {:?}", word.text, other.text);
                }
            }
        }
    }
    assert!(seen > 5_000, "{seen} words");
}

/// The numbers in a text, each with its sign and unit: "$61,487", "37.0%", "4.12".
fn numbers(text: &str) -> Vec<String> {
    let of_number = |c: char| c.is_ascii_digit() || "$,.%−".contains(c);
    text.split(|c| !of_number(c))
        .map(|word| word.trim_end_matches(['.', ',']))
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn marks_labels_table_and_description_say_the_same() {
    let mut compared = 0;
    for columns in all_columns() {
        for spec in ChartId::ALL
            .into_iter()
            .filter_map(|id| chart(id, &columns))
        {
            let described = spec.described();
            for row in rows(&spec) {
                let figures = spec.table.iter().find(|role| role.role == row.role);
                let figures = &figures.expect("each role stands in the table").figures;
                let cells: Vec<&str> = figures.iter().map(|(_, text)| text.as_str()).collect();
                let table = cells.join(" | ");
                let says = row.marks.iter().map(|mark| mark.says.as_str());
                let labels = row.labels.iter().map(|label| label.text.as_str());
                for text in says.chain(labels) {
                    // A part's own name may hold numbers: "25 to 34: 23.1%".
                    let value = text.rsplit_once(": ").map_or(text, |(_, value)| value);
                    for number in numbers(value) {
                        assert!(
                            numbers(&table).contains(&number),
                            "{}: {text:?} is not in {table:?}",
                            spec.id.key()
                        );
                        compared += 1;
                    }
                }
                for cell in cells {
                    assert!(described.contains(cell), "{cell} in {described}");
                }
            }
        }
    }
    assert!(compared > 500, "{compared} numbers");
}

#[test]
fn what_is_seen_is_what_is_found_by_pointer_and_key() {
    for columns in all_columns() {
        for spec in ChartId::ALL
            .into_iter()
            .filter_map(|id| chart(id, &columns))
        {
            let drawing = drawn(&spec, 360);
            let marks: Vec<(&ChartRow, &Mark)> = rows(&spec)
                .iter()
                .flat_map(|row| row.marks.iter().map(move |mark| (row, mark)))
                .collect();
            assert_eq!(drawing.spots.len(), marks.len(), "{}", spec.id.key());
            for (number, (spot, (row, mark))) in drawing.spots.iter().zip(marks).enumerate() {
                assert!(spot.says.contains(&row.role) && spot.says.contains(&mark.says));
                assert!(spot.width >= 24.0 && spot.height >= 24.0, "{spot:?}");
                let (x, y) = (spot.left + spot.width / 2.0, spot.top + spot.height / 2.0);
                let found = drawing.spot_at(x, y).expect("a mark under its own middle");
                // A smaller mark may lie upon it.
                let upon = &drawing.spots[found];
                assert!(
                    found == number || upon.width * upon.height <= spot.width * spot.height,
                    "{}: {spot:?} is hidden by {upon:?}",
                    spec.id.key()
                );
            }
            assert_eq!(drawing.spot_at(-99.0, -99.0), None);
        }
    }
}

#[test]
fn a_mark_stands_where_its_value_is() {
    let svg = drawn(&seed_spec(&["sales-manager"]), 600).svg;
    // The axis runs from 8 to 592 px, from $0 to $150,000.
    let px = |dollars: f64| (8.0 + dollars / 150_000.0 * 584.0).round() as i32;
    let circle = format!("<circle cx=\"{}\"", px(73_952.0));
    assert!(svg.contains(&circle), "{circle} is not in {svg}");
    let line = format!("points=\"{},", px(42_000.0));
    assert!(svg.contains(&line), "{line} is not in {svg}");
}

#[test]
fn fewer_jobs_lie_left_of_zero() {
    let spec = chart(ChartId::Growth, &columns(&["43-9022", "29-1141"])).expect("growth");
    let shape = |at: usize| rows(&spec)[at].marks[0].shape;
    assert!(
        matches!(shape(0), Shape::Bar { from, to: 0.0 } if from < 0.0),
        "{:?}",
        shape(0)
    );
    assert!(
        matches!(shape(1), Shape::Bar { from: 0.0, to } if to > 0.0),
        "{:?}",
        shape(1)
    );
}

#[test]
fn what_is_kept_back_is_hatched_and_says_why() {
    let spec = chart(ChartId::Gender, &columns(&HARD)).expect("gender");
    let kept_back = rows(&spec)
        .iter()
        .find(|row| row.marks.iter().any(|mark| mark.shape == Shape::Nothing));
    let row = kept_back.expect("one of them counts too few people");
    let says = row.lines.iter().any(|line| match line {
        RowLine::Words(words) => words.contains("fewer than 50,000 people"),
        RowLine::Name(_) => false,
    });
    assert!(says, "{row:?}");
    assert!(row.labels.is_empty());
}

#[test]
fn names_are_escaped() {
    let mut spec = seed_spec(&["sales-manager"]);
    let name = "A & <b>\"B\"".to_owned();
    if let Body::Rows { rows, .. } = &mut spec.body {
        rows[0].lines = vec![RowLine::Name(name.clone())];
    }
    spec.table[0].role = name;
    let svg = drawn(&spec, 600).svg;
    assert!(!svg.contains("<b>"), "{svg}");
    let escaped = "A &amp; &lt;b&gt;&quot;B&quot;";
    assert_eq!(
        svg.matches(escaped).count(),
        2,
        "in the row and the description: {svg}"
    );
}

#[test]
fn the_page_about_embedding_names_every_chart() {
    let page = include_str!("../docs/EMBED.md");
    for id in ChartId::ALL {
        let row = format!("| `{}` | {} |", id.key(), id.title());
        assert!(page.contains(&row), "{row}");
    }
}

#[test]
fn without_figures_there_is_no_chart() {
    for id in ChartId::ALL {
        assert_eq!(chart(id, &[]), None, "{}", id.key());
    }
}

#[test]
fn what_cannot_be_drawn_is_an_error_and_not_a_wrong_picture() {
    let mut spec = seed_spec(&["sales-manager"]);
    for value in [f64::NAN, f64::INFINITY, -1.0, 1e9] {
        if let Body::Rows { rows, .. } = &mut spec.body {
            rows[0].marks = vec![Mark {
                paint: Paint::Role(0),
                shape: Shape::Dot { at: value },
                says: String::new(),
            }];
        }
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

#[test]
fn a_picture_for_itself_names_its_sources_and_needs_no_page() {
    let lines = ["Source: A & B, May 2025.".to_owned()];
    for columns in all_columns() {
        for spec in ChartId::ALL
            .into_iter()
            .filter_map(|id| chart(id, &columns))
        {
            for (theme, ink) in [(Theme::Light, "#1d1b18"), (Theme::Dark, "#ece8df")] {
                let (svg, height) = standalone(&spec, theme, &lines).expect("a picture");
                let at = spec.id.key();
                assert!(svg.contains("Source: A &amp; B, May 2025."), "{at}");
                assert!(svg.contains(ink), "{at}");
                for rest in ["var(", "#0101", "#0102", "#0202", "currentColor", "class="] {
                    assert!(!svg.contains(rest), "{at}: {rest} is left in {svg}");
                }
                let words = svg.split("<text").skip(1);
                let lowest = words.filter_map(|word| {
                    let (_, y) = word.split_once(" y=\"")?;
                    y.split_once('"')?.0.parse::<f64>().ok()
                });
                assert!(lowest.fold(0.0, f64::max) < f64::from(height), "{at}");
                assert_eq!(svg.matches("<svg").count(), 1, "{at}");
                assert_eq!(svg.matches("</svg>").count(), 1, "{at}");
            }
        }
    }
}

#[test]
fn every_mark_and_word_stands_out_from_its_ground_in_both_themes() {
    for theme in colours::themes() {
        let paper = theme.colour("--paper");
        let marks = (1..=6).map(|n| format!("--series-{n}"));
        for token in marks {
            let contrast = colours::contrast(theme.colour(&token), paper);
            assert!(contrast >= 3.0, "{} {token}: {contrast:.2}", theme.name);
        }
        // Words in the paper's colour stand on the tones.
        let tones = (1..=7).map(|n| format!("--tone-{n}"));
        let words = ["--ink", "--ink-muted"].map(str::to_owned);
        for token in tones.chain(words) {
            let contrast = colours::contrast(theme.colour(&token), paper);
            assert!(contrast >= 4.5, "{} {token}: {contrast:.2}", theme.name);
        }
    }
}

#[test]
fn roles_are_told_apart_by_every_kind_of_colour_vision() {
    for theme in colours::themes() {
        for vision in colours::VISIONS {
            for one in 1..=6 {
                for other in one + 1..=6 {
                    let colour = |n: u32| theme.colour(&format!("--series-{n}"));
                    let apart = colours::distance(vision, colour(one), colour(other));
                    assert!(
                        apart >= 10.0,
                        "{} {vision:?}: {one} and {other} are {apart:.1} apart",
                        theme.name
                    );
                }
            }
        }
    }
}
