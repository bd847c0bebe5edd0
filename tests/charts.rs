//! Every chart: snapshots, words that neither overlap nor leave the drawing, the same values in marks,
//! table and description, and colors that can be told apart.
//! `INSTA_UPDATE=always cargo test --features ssr --test charts` blesses new snapshots.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

#[path = "support/colors.rs"]
mod colors;

use crossroads::charts::{
    Body, ChartError, ChartId, ChartLine, ChartRow, ChartSpec, Drawing, Mark, OwnPayShown, Paint,
    RowLine, Shape, Shown, Theme, chart, draw, standalone,
};
use crossroads::compare::{
    Arrived, Column, Dollars, Entry, OwnPay, PayHistory, Selection, compare, compare_in_place,
    history_takeaway, pay_history,
};
use crossroads::model::{
    AreaCode, AreaFigures, Dataset, Details, MetricId, PayPeriod, RoleId, SamplingError, Standing,
};
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

/// The past years of the columns, from the shards as they lie beside the page.
fn histories(columns: &[Column], dollars: Dollars) -> Vec<PayHistory> {
    let history = |(place, column): (usize, &Column)| {
        let id = &column.role.id;
        let path = format!(
            "{}/public/data/occupation/{}.json",
            env!("CARGO_MANIFEST_DIR"),
            id.0
        );
        let shard = std::fs::read_to_string(path).ok();
        let details = shard.map(|json| Details::parse(id, &json).expect("a sound shard"));
        pay_history(
            place,
            &column.role,
            Standing::Here,
            details.as_ref(),
            dollars,
        )
    };
    columns.iter().enumerate().map(history).collect()
}

/// A chart with all that can be fetched for it, without a pay of the reader's own.
fn whole(id: ChartId, columns: &[Column]) -> Option<ChartSpec> {
    let histories = match id.is_fetched() {
        true => histories(columns, Dollars::default()),
        false => Vec::new(),
    };
    let shown = Shown {
        columns,
        histories: &histories,
        own_pay: None,
    };
    chart(id, shown)
}

fn salary_range(columns: &[Column]) -> Option<ChartSpec> {
    whole(ChartId::SalaryRange, columns)
}

/// The pay chart with a pay of the reader's own.
fn with_own_pay(columns: &[Column], typed: &str, period: PayPeriod, is_linked: bool) -> ChartSpec {
    let own_pay = OwnPayShown {
        pay: OwnPay::typed(typed, period).expect("a pay"),
        is_linked,
    };
    let shown = Shown {
        columns,
        own_pay: Some(own_pay),
        ..Shown::default()
    };
    chart(ChartId::SalaryRange, shown).expect("pay")
}

fn seed_spec(ids: &[&str]) -> ChartSpec {
    salary_range(&columns(ids)).expect("the seed roles have pay")
}

/// Everything a chart draws: whose it is, and what it says.
fn marks(spec: &ChartSpec) -> Vec<(&str, &str)> {
    match &spec.body {
        Body::Rows { rows, .. } => {
            let marks = rows.iter().flat_map(|row| {
                let marks = row.marks.iter();
                marks.map(|mark| (row.role.as_str(), mark.says.as_str()))
            });
            marks.collect()
        }
        Body::Lines { lines, .. } => {
            let points = lines.iter().flat_map(|line| {
                let points = line.segments.iter().flatten();
                points.map(|point| (line.role.as_str(), point.says.as_str()))
            });
            points.collect()
        }
    }
}

/// The values written beside marks, with whose they are.
fn labels(spec: &ChartSpec) -> Vec<(&str, &str)> {
    match &spec.body {
        Body::Rows { rows, .. } => {
            let labels = rows.iter().flat_map(|row| {
                let labels = row.labels.iter();
                labels.map(|label| (row.role.as_str(), label.text.as_str()))
            });
            labels.collect()
        }
        Body::Lines { lines, .. } => {
            let ends = lines.iter();
            ends.map(|line| (line.role.as_str(), line.end.as_str()))
                .collect()
        }
    }
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

/// Roles whose past is hard to draw: very high medians, jumps on few jobs, late beginnings, by the hour only, of a very
/// long name, without any past.
const HARD_PAST: [&str; 6] = [
    "29-1024",
    "41-9012",
    "29-1217",
    "27-2011",
    "53-1047",
    "sales-manager",
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
    in_place("0028140", &IN_PLACE, false)
}

fn in_place(code: &str, ids: &[&str], cost_adjusted: bool) -> Vec<Column> {
    let dataset = Dataset::bundled().expect("the bundled dataset is sound");
    let path = format!(
        "{}/public/data/area/{code}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let shard = std::fs::read_to_string(path).expect("a shard");
    let code = AreaCode(code.to_owned());
    let figures = AreaFigures::parse(&code, &shard).expect("a sound shard");
    let entries = ids.iter().map(|id| Entry {
        role: RoleId((*id).to_owned()),
        on: true,
    });
    let area = dataset.areas().get(&code).expect("an area");
    let selection = Selection::of(entries)
        .with_place(Some(area))
        .with_cost_adjusted(cost_adjusted);
    compare_in_place(dataset, &selection, Arrived::Here(&figures)).columns
}

/// The compared roles of every test that looks at all charts.
fn all_columns() -> Vec<Vec<Column>> {
    let sets = SETS.iter().map(|(_, ids)| columns(ids));
    sets.chain([columns_in_place(), columns(&HARD_PAST)])
        .collect()
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
            let Some(spec) = whole(id, &columns) else {
                assert_eq!(name, "seeds", "{} of {name} is not drawn", id.key());
                continue;
            };
            let drawings = [320, 600, 1000].map(|width| drawn(&spec, width).svg);
            let text = drawings.join("\n\n");
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
    for text in svg.split("<text").skip(1) {
        let (tag, rest) = text.split_once('>').expect("a tag");
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
            .filter_map(move |id| whole(id, &columns))
    });
    let mut seen = 0;
    let own = [
        (hard_columns(), "300000"),
        (columns(&HARD), "1000"),
        (columns(&HARD), "290000"),
    ];
    let own = own.map(|(columns, pay)| with_own_pay(&columns, pay, PayPeriod::Yearly, false));
    for spec in charts.chain([hard]).chain(own) {
        for width in [280, 320, 360, 480, 600, 760, 1000, 1400] {
            let drawing = drawn(&spec, width);
            let words = words(&drawing.svg);
            assert!(words.len() >= spec.table.len(), "{width}: {words:?}");
            seen += words.len();
            let at = format!("{} at {width}", spec.id.key());
            for (number, word) in words.iter().enumerate() {
                assert!(
                    word.left >= -0.5 && word.right <= f64::from(width) + 0.5,
                    "{at}: {:?} leaves the drawing: {word:?}",
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
            .filter_map(|id| whole(id, &columns))
        {
            let described = spec.described();
            let told = marks(&spec).into_iter().chain(labels(&spec));
            for (role, text) in told {
                let figures = spec.table.iter().find(|figures| figures.role == role);
                let figures = &figures.expect("each role stands in the table").figures;
                let cells: Vec<&str> = figures.iter().map(|(_, text)| text.as_str()).collect();
                let names: Vec<&str> = figures.iter().map(|(name, _)| name.as_str()).collect();
                let table = format!("{} | {}", names.join(" | "), cells.join(" | "));
                // A share's own name may hold numbers: "25 to 34: 23.1%".
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
            for role in &spec.table {
                let cells = role.figures.iter().map(|(_, text)| text);
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
            .filter_map(|id| whole(id, &columns))
        {
            let drawing = drawn(&spec, 360);
            let marks = marks(&spec);
            assert_eq!(drawing.spots.len(), marks.len(), "{}", spec.id.key());
            for (number, (spot, (role, says))) in drawing.spots.iter().zip(marks).enumerate() {
                assert_eq!(spot.says, format!("{role}. {says}"));
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

fn past(spec: &ChartSpec) -> (&[ChartLine], &[String]) {
    match &spec.body {
        Body::Lines { lines, without, .. } => (lines, without),
        Body::Rows { .. } => panic!("{:?} has no lines", spec.id),
    }
}

#[test]
fn past_pay_is_broken_where_years_cannot_be_compared() {
    let spec = whole(ChartId::PayHistory, &columns(&["11-2022"])).expect("a past");
    let (lines, without) = past(&spec);
    let years = |segment: &Vec<crossroads::charts::LinePoint>| -> Vec<u16> {
        segment.iter().map(|point| point.year).collect()
    };
    let segments: Vec<Vec<u16>> = lines[0].segments.iter().map(years).collect();
    assert_eq!(
        segments,
        [
            vec![2014],
            vec![2017, 2018, 2019, 2020],
            vec![2021, 2022, 2023, 2024, 2025]
        ]
    );
    assert_eq!(lines[0].end, "$148,270");
    assert!(without.is_empty());
    // One path a segment of more than one point, and the leader to the words.
    let svg = drawn(&spec, 600).svg;
    assert_eq!(
        svg.matches("stroke=\"#010101\" stroke-width=\"2\"").count(),
        2,
        "{svg}"
    );
}

fn past_in(dollars: Dollars, ids: &[&str]) -> ChartSpec {
    let columns = columns(ids);
    let histories = histories(&columns, dollars);
    let shown = Shown {
        columns: &columns,
        histories: &histories,
        own_pay: None,
    };
    chart(ChartId::PayHistory, shown).expect("a past")
}

#[test]
fn past_pay_is_in_dollars_of_today_unless_those_of_the_time_are_asked_for() {
    let ids = ["11-2022", "29-1141", "29-1242"];
    let adjusted = past_in(Dollars::OfMay2025, &ids);
    let published = past_in(Dollars::OfEachYear, &ids);
    for (spec, dollars, other) in [
        (&adjusted, "in dollars of May 2025", "of each year"),
        (&published, "in dollars of each year", "of May 2025"),
    ] {
        for words in [&spec.title, &spec.key, &spec.described()] {
            assert!(words.contains(dollars), "{words}");
            assert!(!words.contains(other), "{words}");
        }
        let svg = standalone(spec, Theme::Light, &[]).expect("an image").svg;
        assert!(svg.contains(dollars), "{svg}");
    }
    // By hand: 127,490 dollars of May 2021, when the index was 269.195, and 321.465 in May 2025.
    let medians = |spec: &ChartSpec, role: usize, year: &str| {
        let mut figures = spec.table[role].figures.iter();
        let found = figures.find(|(name, _)| name == year);
        found.expect("the year").1.clone()
    };
    assert_eq!(medians(&published, 0, "May 2021"), "$127,490");
    assert_eq!(medians(&adjusted, 0, "May 2021"), "$152,245");
    // 110,660 dollars of May 2014, when it was 237.9.
    assert_eq!(medians(&published, 0, "May 2014"), "$110,660");
    assert_eq!(medians(&adjusted, 0, "May 2014"), "$149,531");
    for role in 0..ids.len() {
        assert_eq!(
            medians(&adjusted, role, "May 2025"),
            medians(&published, role, "May 2025")
        );
    }
    // "At least" stays so, rounded down: 239,200 by 314.069 of May 2024 is 244,832.9.
    assert_eq!(medians(&published, 2, "May 2024"), "at least $239,200");
    assert_eq!(medians(&adjusted, 2, "May 2024"), "at least $244,832");
    assert_eq!(
        adjusted.takeaway,
        "The median pay of sales managers in May 2025: 3% less than in May 2021, after inflation; of registered nurses \
         in May 2025: 5% more than in May 2021, after inflation; of orthopedic surgeons, except pediatric: at least \
         $248,387 in May 2021, $358,550 in May 2025."
    );
    assert!(
        published.takeaway.starts_with(
            "The median pay of sales managers: $127,490 in May 2021, $148,270 in May 2025; of "
        ),
        "{}",
        published.takeaway
    );
}

#[test]
fn no_change_of_past_pay_is_called_rising_or_falling_and_one_within_the_error_is_none() {
    let dataset = Dataset::bundled().expect("the bundled dataset is sound");
    let (mut too_small, mut within_error) = (0, 0);
    for id in dataset.official_ids() {
        let columns = columns_of(dataset, &[&id.0]);
        let told = |dollars| {
            let histories = histories(&columns, dollars);
            history_takeaway(&columns, &histories)
        };
        let (Some(adjusted), Some(published)) =
            (told(Dollars::OfMay2025), told(Dollars::OfEachYear))
        else {
            continue;
        };
        for word in [
            "rise", "rose", "rising", "fall", "fell", "grew", "growth", "drop",
        ] {
            let mut words = adjusted.split(|c: char| !c.is_alphabetic());
            assert!(!words.any(|found| found == word), "{adjusted}");
        }
        // The two amounts of the sentence in dollars of each year: "$127,490 in May 2021, $148,270 in May 2025."
        let amounts: Vec<f64> = published
            .split('$')
            .skip(1)
            .filter_map(|rest| rest.split(' ').next()?.replace(',', "").parse().ok())
            .collect();
        let Some((_, change)) = adjusted.split_once(" in May 2025: ") else {
            assert!(
                adjusted.contains("at least") || adjusted.contains("too few"),
                "{adjusted}"
            );
            continue;
        };
        let since: Vec<&str> = ["2021", "2022", "2023", "2024"]
            .into_iter()
            .filter(|year| change.contains(year))
            .collect();
        let index = match since[..] {
            ["2021"] => 269.195,
            ["2022"] => 292.296,
            ["2023"] => 304.127,
            ["2024"] => 314.069,
            _ => panic!("{change}"),
        };
        let before = amounts[0] * 321.465 / index;
        let expected = (amounts[1] / before - 1.0) * 100.0;
        // At 95 percent confidence, in percent of the first year's median.
        let mean = match columns[0].role.pay_period() {
            PayPeriod::Yearly => MetricId::PayYearAverage,
            PayPeriod::Hourly => MetricId::PayHourAverage,
        };
        let error = columns[0].role.figure(mean).and_then(|mean| mean.error);
        let Some(SamplingError::RelativeStandardError(error)) = error else {
            panic!("{}: {error:?}", id.0)
        };
        // The first median counts as just as unsure.
        let margin = 1.96 * std::f64::consts::SQRT_2 * error * amounts[1] / before;
        if change.starts_with("too close to tell from May 20") {
            assert!(
                expected.abs() < margin + 0.01,
                "{}: {expected}, {margin}",
                id.0
            );
            within_error += usize::from(expected.abs() > 1.01);
            continue;
        }
        assert!(
            expected.abs() > margin - 0.01,
            "{}: {change}, {margin}",
            id.0
        );
        let told = match change.split_once("% ") {
            Some((percent, rest)) if rest.starts_with("more than in") => percent.parse::<f64>(),
            Some((percent, rest)) if rest.starts_with("less than in") => {
                percent.parse::<f64>().map(|percent| -percent)
            }
            _ => {
                assert!(change.starts_with("about the same as in"), "{change}");
                assert!(expected.abs() < 1.01, "{}: {expected}", id.0);
                too_small += 1;
                continue;
            }
        };
        let told = told.expect("a percentage");
        assert!(
            (told - expected).abs() < 0.51,
            "{}: {told}, {expected}",
            id.0
        );
        assert!(expected.abs() > 0.99, "{}: {change}", id.0);
    }
    assert!(
        too_small > 3 && within_error > 100,
        "{too_small}, {within_error}"
    );
}

#[test]
fn a_thin_past_has_points_and_no_line_and_very_high_pay_is_open() {
    let spec = whole(ChartId::PayHistory, &columns(&HARD_PAST)).expect("a past");
    let (lines, without) = past(&spec);
    let thin = &lines[0];
    assert_eq!(thin.role, "Prosthodontists");
    assert!(
        thin.segments.iter().all(|segment| segment.len() == 1),
        "{thin:?}"
    );
    let open: Vec<u16> = thin
        .segments
        .iter()
        .flatten()
        .filter(|point| point.at_least)
        .map(|point| point.year)
        .collect();
    assert_eq!(open, [2019, 2020, 2024]);
    assert!(spec.key.contains("Points without a line"), "{}", spec.key);
    assert!(
        spec.key.contains("An arrow is open upwards"),
        "{}",
        spec.key
    );
    assert_eq!(
        without,
        [
            "Actors: published by the hour only.",
            "Sales Manager: not published for this role."
        ]
    );
    let models = spec
        .table
        .iter()
        .find(|role| role.role.starts_with("Models"));
    let models = &models.expect("in the table").figures;
    assert!(models.contains(&(
        "May 2021".to_owned(),
        "not published for this role".to_owned()
    )));
}

#[test]
fn pay_by_the_hour_and_by_the_year_share_no_axis() {
    let columns = columns(&["11-2022", "29-1141"]);
    let mut histories = histories(&columns, Dollars::OfEachYear);
    histories[1].period = PayPeriod::Hourly;
    for year in &mut histories[1].years {
        year.median = crossroads::model::Reading::Exact(crossroads::model::Value::Number(30.5));
    }
    let shown = Shown {
        columns: &columns,
        histories: &histories,
        own_pay: None,
    };
    let spec = chart(ChartId::PayHistory, shown).expect("a past");
    let (lines, without) = past(&spec);
    assert_eq!(lines.len(), 1);
    assert!(without[0].starts_with("Registered Nurses: "), "{without:?}");
    assert_eq!(spec.table[1].figures[0].1, "$30.50");
}

#[test]
fn what_is_on_its_way_or_failed_is_said_so() {
    let columns = columns(&["11-2022", "29-1141", "15-1252"]);
    let mut histories = histories(&columns, Dollars::OfEachYear);
    for (history, standing) in histories[1..]
        .iter_mut()
        .zip([Standing::OnTheirWay, Standing::Failed])
    {
        history.standing = standing;
        history.years.clear();
    }
    let shown = Shown {
        columns: &columns,
        histories: &histories,
        own_pay: None,
    };
    let spec = chart(ChartId::PayHistory, shown).expect("a past");
    let (_, without) = past(&spec);
    assert_eq!(
        without,
        [
            "Registered Nurses: on its way.",
            "Software Developers: could not be fetched."
        ]
    );
}

#[test]
fn the_own_pay_is_a_line_across_the_rows_that_have_yearly_pay() {
    // Actors are paid by the hour only.
    let spec = with_own_pay(
        &columns(&["11-2022", "27-2011"]),
        "$95,000",
        PayPeriod::Yearly,
        false,
    );
    let drawing = drawn(&spec, 360);
    assert!(
        drawing.svg.contains("Your pay $95,000 a year"),
        "{}",
        drawing.svg
    );
    let own: Vec<&str> = drawing
        .spots
        .iter()
        .map(|spot| spot.says.as_str())
        .filter(|says| says.contains("Your pay"))
        .collect();
    assert_eq!(own, ["Sales Managers. Your pay: $95,000 a year"]);
    let reference = spec.reference.as_ref().expect("an own pay");
    assert_eq!(
        reference.says,
        "The upright line is your own pay: $95,000 a year."
    );
    // What is private is told beside the chart, so that it can be kept off paper.
    assert!(!spec.described().contains("95,000"));
    assert!(drawing.svg.contains("class=\"chart with-private\""));

    let linked = with_own_pay(&columns(&["11-2022"]), "95000", PayPeriod::Yearly, true);
    assert!(
        linked
            .described()
            .contains("Pay in the link: $95,000 a year.")
    );
    let image = standalone(&linked, Theme::Light, &[]).expect("an image");
    assert!(image.svg.contains("Pay in the link $95,000 a year"));
}

#[test]
fn an_own_pay_that_has_no_place_on_the_axis_is_not_drawn_and_says_why() {
    let nurses = columns(&["29-1141"]);
    let plain = salary_range(&nurses).expect("pay");
    for (typed, period, why) in [
        (
            "25.50",
            PayPeriod::Hourly,
            "by the hour, so it has no place on this axis",
        ),
        (
            "5,000,000",
            PayPeriod::Yearly,
            "$5,000,000 a year, lies beyond the end",
        ),
    ] {
        let spec = with_own_pay(&nurses, typed, period, false);
        let reference = spec.reference.as_ref().expect("an own pay");
        assert_eq!(reference.at, None);
        assert!(reference.says.contains(why), "{}", reference.says);
        assert_eq!(spec.body, plain.body);
    }
    // Nothing of plain dollars stands among cost-adjusted ones.
    let adjusted = in_place("0028140", &["29-1141"], true);
    let spec = with_own_pay(&adjusted, "95000", PayPeriod::Yearly, false);
    let reference = spec.reference.as_ref().expect("an own pay");
    assert_eq!(reference.at, None);
    assert!(
        reference.says.contains("cost-adjusted"),
        "{}",
        reference.says
    );
}

#[test]
fn the_longest_names_stay_whole_at_every_width() {
    let ids = [
        "53-1047", "51-9199", "11-9171", "25-1194", "47-4090", "43-1011",
    ];
    let columns = columns(&ids);
    let plain = |text: &str| text.replace([' ', '\u{a0}'], "");
    for id in [ChartId::SalaryRange, ChartId::PayHistory, ChartId::Gender] {
        let spec = whole(id, &columns).expect("a chart");
        for width in [280, 360, 1000] {
            let drawing = drawn(&spec, width);
            let words: Vec<String> = words(&drawing.svg).into_iter().map(|w| w.text).collect();
            let all = plain(&words.join("")).replace("&amp;", "&");
            for column in &columns {
                let title = plain(&column.role.title).replace('\'', "&apos;");
                assert!(
                    all.contains(&title),
                    "{} at {width}: {title} in {all}",
                    id.key()
                );
            }
        }
    }
}

#[test]
fn fewer_jobs_lie_left_of_zero() {
    let spec = whole(ChartId::Growth, &columns(&["43-9022", "29-1141"])).expect("growth");
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
    let spec = whole(ChartId::Gender, &columns(&HARD)).expect("gender");
    let kept_back = rows(&spec)
        .iter()
        .find(|row| row.marks.iter().any(|mark| mark.shape == Shape::Nothing));
    let row = kept_back.expect("one of them counts too few people");
    let says = row.lines.iter().any(|line| match line {
        RowLine::Words(words) => {
            words.contains("Survey: the survey counts fewer than 50,000 people in “Actors”")
        }
        RowLine::Name(_) => false,
    });
    assert!(says, "{row:?}");
    assert!(row.labels.is_empty());
}

#[test]
fn the_key_of_a_chart_says_whose_figures_the_bars_are() {
    let key = |id: ChartId, roles: &[&str]| whole(id, &columns(roles)).expect("a chart").key;
    assert_eq!(
        key(ChartId::Education, &["29-1141"]),
        "Each bar is everybody of 25 and older in the role; its parts stand in this order."
    );
    let ages = "Each bar is everybody in the role; its parts stand in this order.";
    assert_eq!(key(ChartId::Ages, &["29-1141", "11-1011"]), ages);
    let groups = format!("{ages} Figures “for a wider group” are of everybody in that group.");
    assert_eq!(key(ChartId::Ages, &["41-9021", "25-1031"]), groups);
    assert_eq!(
        key(ChartId::Ages, &["25-1032", "29-1141", "25-1031"]),
        format!(
            "{groups} Roles that share a group have the same ones, which cannot tell them apart."
        )
    );
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
    let dollars = Dollars::OfEachYear;
    let key = ChartId::PayHistory.embed_key(dollars);
    let title = format!("{}, {}", ChartId::PayHistory.title(), dollars.name());
    assert!(page.contains(&format!("| `{key}` | {title} |")), "{key}");
}

#[test]
fn a_satisfaction_in_points_is_no_share_and_a_share_beside_it_keeps_its_margin() {
    let chart = whole(
        ChartId::Satisfaction,
        &columns(&["sales-manager", "11-2022"]),
    );
    let spec = chart.expect("satisfaction");
    assert_eq!(spec.title, "Job satisfaction");
    assert_eq!(
        spec.key,
        "The bar runs from zero to the figure. Figures “for a wider group” are of everybody in that group."
    );
    let Body::Rows { rows, .. } = &spec.body else {
        panic!("{:?}", spec.body);
    };
    let words = rows[1].lines.iter().filter_map(|line| match line {
        RowLine::Words(words) => Some(words.as_str()),
        RowLine::Name(_) => None,
    });
    let words: Vec<&str> = words.collect();
    assert!(words[0].starts_with("For a wider group: "), "{words:?}");
    assert!(
        words[1].starts_with("Satisfied with their job: ") && words[1].ends_with(" points)."),
        "{words:?}"
    );
}

#[test]
fn without_figures_there_is_no_chart() {
    for id in ChartId::ALL {
        assert_eq!(whole(id, &[]), None, "{}", id.key());
    }
}

#[test]
fn what_cannot_be_drawn_is_an_error_and_not_a_wrong_drawing() {
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
            .filter_map(|id| whole(id, &columns))
        {
            for (theme, ink) in [(Theme::Light, "#1d1b18"), (Theme::Dark, "#ece8df")] {
                let image = standalone(&spec, theme, &lines).expect("an image");
                let (svg, height) = (image.svg, image.height);
                let at = spec.id.key();
                assert!(svg.contains("Source: A &amp; B, May 2025."), "{at}");
                assert!(svg.contains(ink), "{at}");
                for rest in [
                    "var(",
                    "#0101",
                    "#0102",
                    "#0202",
                    "currentColor",
                    "class=",
                    "style",
                ] {
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
    for theme in colors::themes() {
        let paper = theme.color("--paper");
        let marks = (1..=6).map(|n| format!("--series-{n}"));
        for token in marks {
            let contrast = colors::contrast(theme.color(&token), paper);
            assert!(contrast >= 3.0, "{} {token}: {contrast:.2}", theme.name);
        }
        // Words in the paper's color stand on the tones.
        let tones = (1..=7).map(|n| format!("--tone-{n}"));
        let words = ["--ink", "--ink-muted"].map(str::to_owned);
        for token in tones.chain(words) {
            let contrast = colors::contrast(theme.color(&token), paper);
            assert!(contrast >= 4.5, "{} {token}: {contrast:.2}", theme.name);
        }
    }
}

#[test]
fn roles_are_told_apart_by_every_kind_of_color_vision() {
    for theme in colors::themes() {
        for vision in colors::VISIONS {
            for one in 1..=6 {
                for other in one + 1..=6 {
                    let color = |n: u32| theme.color(&format!("--series-{n}"));
                    let apart = colors::distance(vision, color(one), color(other));
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
