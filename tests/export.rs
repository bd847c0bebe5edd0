//! What is taken along is what is on the screen, in a form that programs and people can read.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::BTreeSet;

use crossroads::compare::export::caption;
use crossroads::compare::export::{Export, csv, file_name, json, message};
use crossroads::compare::{Arrived, Comparison, Selection, compare, in_short, skills};
use crossroads::model::{AreaCode, AreaFigures, Dataset, Details, MetricId, RoleId};
use proptest::prelude::*;
use serde_json::Value as Json;

const LINK: &str = "https://example.org/?roles=a,b";

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

fn selection(ids: &[&str]) -> Selection {
    Selection::compared_alone(ids.iter().map(|id| RoleId((*id).to_owned())))
}

fn export(ids: &[&str]) -> Export {
    export_of(&selection(ids))
}

/// With nothing that is fetched apart.
fn export_of(selection: &Selection) -> Export {
    Export::of(dataset(), selection, LINK, Arrived::OnTheirWay, &|_| None)
}

/// The rows of a CSV, read as strictly as RFC 4180 is written.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    let mut was_quoted = false;
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', true) => (quoted, was_quoted) = (false, true),
            (letter, true) => cell.push(letter),
            ('"', false) => {
                assert!(cell.is_empty() && !was_quoted, "a quote inside a bare cell");
                quoted = true;
            }
            (',', false) => {
                row.push(std::mem::take(&mut cell));
                was_quoted = false;
            }
            ('\r', false) => {
                assert_eq!(letters.next(), Some('\n'), "a line ends with CR and LF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
                was_quoted = false;
            }
            ('\n', false) => panic!("a bare line feed outside quotes"),
            (letter, false) => {
                assert!(!was_quoted, "letters after a closing quote");
                cell.push(letter);
            }
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "an open end");
    rows
}

/// The rows of an export's CSV by the names of their columns.
struct Sheet {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    fn of(export: &Export) -> Self {
        let text = csv(export);
        let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
        let mut rows = rows(text);
        let header = rows.remove(0);
        for row in &rows {
            assert_eq!(row.len(), header.len(), "{row:?}");
        }
        Self { header, rows }
    }

    fn cell<'a>(&self, row: &'a [String], column: &str) -> &'a str {
        let place = self.header.iter().position(|name| name == column);
        &row[place.unwrap_or_else(|| panic!("no column {column}"))]
    }

    /// The values of a role's metric, part by part.
    fn values(&self, role: &str, metric: &str) -> Vec<(&str, &str)> {
        let of = |row: &&Vec<String>| {
            self.cell(row, "role_id") == role && self.cell(row, "metric_id") == metric
        };
        let rows = self.rows.iter().filter(of);
        rows.map(|row| (self.cell(row, "part"), self.cell(row, "value")))
            .collect()
    }
}

/// Every figure that the tables and the skills of a comparison show, by role.
fn on_screen(comparison: &Comparison) -> BTreeSet<(String, String)> {
    let mut shown = BTreeSet::new();
    let tables = comparison.tables();
    let rows = tables.iter().flat_map(|table| &table.groups);
    for row in rows.flat_map(|group| &group.rows) {
        for (column, cell) in comparison.columns.iter().zip(&row.cells) {
            // A share that a list does not have is no figure.
            if cell.metric.is_some() && (cell.is_value || row.whole.is_none()) {
                shown.insert((column.role.id.0.clone(), cell.text.clone()));
            }
        }
    }
    if let Some(skills) = skills(&comparison.columns) {
        for shared in skills.shared.into_iter().flatten() {
            for (column, weight) in comparison.columns.iter().zip(shared.weights) {
                shown.extend(weight.map(|weight| (column.role.id.0.clone(), weight.text)));
            }
        }
    }
    shown
}

fn assert_holds_the_screen(selection: &Selection) {
    let export = export_of(selection);
    let sheet = Sheet::of(&export);
    let exported: BTreeSet<(String, String)> = sheet
        .rows
        .iter()
        .map(|row| {
            let cell = |column| sheet.cell(row, column).trim_start_matches('\'').to_owned();
            (cell("role_id"), cell("shown"))
        })
        .collect();
    for shown in on_screen(&compare(dataset(), selection)) {
        assert!(exported.contains(&shown), "{shown:?} is not in the file");
    }
    for row in &sheet.rows {
        let cell = |column| sheet.cell(row, column);
        let (value, kind) = (cell("value"), cell("kind"));
        assert!(!value.is_empty(), "{row:?}");
        // A number is the number of the screen; whatever is not a value is in words.
        if cell("unit").is_empty() {
            assert!(value.parse::<f64>().is_err(), "{row:?}");
        } else {
            assert!(kind == "value" && value.parse::<f64>().is_ok(), "{row:?}");
            let plain = cell("shown").replace(',', "").replace('−', "-");
            // A loss is told in words, without its sign.
            let plain = match plain.ends_with(" jobs lost a year") {
                true => format!("-{plain}"),
                false => plain,
            };
            let digits = value.split_once('.').map_or(value, |(whole, _)| whole);
            assert!(
                cell("part") == "jobs there" || plain.contains(digits),
                "{row:?}"
            );
        }
        let has_source = kind != "not published for this role";
        for fact in ["publisher", "table", "release", "period", "licence"] {
            assert_eq!(
                !cell(fact).is_empty(),
                has_source || !cell("source_id").is_empty()
            );
        }
        assert_eq!(cell("comparison"), LINK);
        assert_eq!(cell("crossroads_release"), dataset().release());
        assert!(!cell("value").starts_with(['=', '+', '@']), "{row:?}");
    }
    let json = json(&export).expect("JSON can be written");
    let file: Json = serde_json::from_str(&json).expect("JSON that can be read");
    let figures = file["figures"].as_array().expect("figures");
    assert_eq!(figures.len(), sheet.rows.len());
    for (figure, row) in figures.iter().zip(&sheet.rows) {
        let value = &figure["value"];
        let text = match value.as_str() {
            Some(text) => text.to_owned(),
            None => value.to_string(),
        };
        let in_csv = sheet.cell(row, "value");
        assert_eq!(value.is_number(), !sheet.cell(row, "unit").is_empty());
        assert_eq!(text, in_csv.trim_start_matches('\''), "{row:?}");
        assert_eq!(
            figure["shown"].as_str(),
            Some(sheet.cell(row, "shown").trim_start_matches('\''))
        );
        let source = figure["source"].as_str();
        let described = file["sources"].as_array().into_iter().flatten();
        let described = described.filter(|described| described["id"].as_str() == source);
        assert_eq!(described.count(), usize::from(source.is_some()), "{row:?}");
    }
}

#[test]
fn every_value_on_the_screen_is_in_the_files() {
    for ids in [
        &["customer-service-manager", "sales-manager"][..],
        &["sales-manager", "11-2022"],
        &["27-2011", "25-1031", "29-1249"],
        &[
            "29-1249", "43-1011", "51-4031", "11-2022", "29-1141", "53-1047",
        ],
    ] {
        let selection = selection(ids);
        assert_holds_the_screen(&selection);
        let hidden = selection.with_only_differences(true);
        let all = export_of(&selection);
        let same = export_of(&hidden);
        assert_eq!(csv(&all), csv(&same), "hidden rows are exported too");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_two_roles_are_exported_as_they_are_shown(one in 0..832_usize, other in 0..832_usize) {
        let ids: Vec<RoleId> = dataset().ids().collect();
        prop_assert_eq!(ids.len(), 832);
        let pair = [ids[one].clone(), ids[other].clone()];
        assert_holds_the_screen(&Selection::compared_alone(pair));
    }
}

#[test]
fn figures_of_several_parts_have_a_row_for_each() {
    let export = export(&["sales-manager", "11-2022"]);
    let sheet = Sheet::of(&export);
    assert_eq!(
        sheet.values("sales-manager", "pay-range"),
        [("low end", "42000"), ("high end", "129000")]
    );
    assert_eq!(
        sheet.values("sales-manager", "gender"),
        [("Women", "31.3"), ("Men", "68.7")]
    );
    assert_eq!(sheet.values("11-2022", "pay-year-median"), [("", "148270")]);
    assert_eq!(sheet.values("11-2022", "age-bands").len(), 7);
    let best = sheet.values("11-2022", "top-state");
    assert_eq!(
        best.iter().map(|(part, _)| *part).collect::<Vec<_>>(),
        ["name", "median pay there", "jobs there"]
    );
    assert_eq!(
        sheet.values("11-2022", "top-metro"),
        [
            (
                "names",
                "New York-Newark-Jersey City, NY-NJ, or Boston-Cambridge-Newton, MA-NH"
            ),
            ("lowest median pay there", "206610"),
            ("highest median pay there", "215150")
        ]
    );
    let related = sheet.values("11-2022", "related");
    assert!(
        related.contains(&("11-2021", "Marketing Managers")),
        "{related:?}"
    );
    assert_eq!(sheet.values("sales-manager", "duty").len(), 6);
}

#[test]
fn what_is_not_a_value_is_in_words_with_its_kind() {
    let export = export(&["27-2011", "25-1031", "29-1141", "13-1011"]);
    let sheet = Sheet::of(&export);
    let kind = |role: &str, metric: &str| {
        let of = |row: &&Vec<String>| {
            sheet.cell(row, "role_id") == role && sheet.cell(row, "metric_id") == metric
        };
        let row = sheet.rows.iter().find(of).expect("the row");
        (sheet.cell(row, "kind"), sheet.cell(row, "value"))
    };
    let by_hour = "published by the hour only";
    assert_eq!(kind("27-2011", "pay-year-median"), (by_hour, by_hour));
    let by_year = "published by the year only";
    assert_eq!(kind("25-1031", "pay-hour-median"), (by_year, by_year));
    assert_eq!(kind("29-1141", "pay-year-median"), ("value", "97550"));
    assert_eq!(
        kind("13-1011", "top-state"),
        ("none chosen", "none chosen: fewer than 5 can be ranked")
    );
    let widened = sheet
        .rows
        .iter()
        .find(|row| !sheet.cell(row, "wider_group").is_empty());
    let widened = widened.expect("a figure of a wider group");
    assert!(
        sheet
            .cell(widened, "qualifiers")
            .contains("for a wider group")
    );
}

#[test]
fn a_pinned_role_brings_differences_along() {
    let selection = selection(&["11-2022", "29-1141"]);
    let selection = selection.with_baseline(Some(&RoleId("29-1141".to_owned())));
    let sheet = Sheet::of(&export_of(&selection));
    let differences: Vec<&str> = sheet
        .rows
        .iter()
        .map(|row| sheet.cell(row, "difference"))
        .filter(|difference| !difference.is_empty())
        .collect();
    assert!(
        differences.contains(&"'+$50,720, 52% more"),
        "{differences:?}"
    );
    assert!(differences.iter().all(|text| !text.starts_with('+')));
}

#[test]
fn figures_of_the_population_survey_bring_their_base_and_its_rule_along() {
    let sheet = Sheet::of(&export(&["11-1011", "sales-manager"]));
    let told = |role: &str, metric: &str| {
        let mut rows = sheet.rows.iter();
        let row = rows.find(|row| {
            sheet.cell(row, "role_id") == role && sheet.cell(row, "metric_id") == metric
        });
        let row = row.expect("a row");
        (sheet.cell(row, "base"), sheet.cell(row, "error"))
    };
    let rule = "rule of thumb: about ±1.9 points";
    assert_eq!(told("11-1011", "gender"), ("1802000", rule));
    assert_eq!(told("11-1011", "age-bands"), ("1802000", rule));
    assert_eq!(told("11-1011", "age-median"), ("1802000", ""));
    assert_eq!(told("11-1011", "weekly-women"), ("453000", ""));
    assert_eq!(told("sales-manager", "gender"), ("", ""));
}

#[test]
fn a_message_is_short_and_tells_its_sources_and_its_link() {
    let selection = selection(&["customer-service-manager", "sales-manager"]);
    let export = export_of(&selection);
    let text = message(&export);
    assert!(text.starts_with("Customer service manager vs sales manager\n\n"));
    for sentence in in_short(&export.comparison.columns) {
        assert!(text.contains(&sentence), "{sentence}");
    }
    assert!(text.contains(
        "\n\nSales Manager (Zippia’s estimate)\nYearly pay: $73,952; average\nHourly pay: $35.55"
    ));
    assert!(text.contains("Sources: Zippia’s estimate (no date given)."));
    assert!(text.ends_with(LINK), "{text}");
    assert!(text.lines().count() < 40 && text.len() < 2_000, "{text}");
    for paragraph in text.split("\n\n") {
        let figures = paragraph.lines().skip(1).count();
        assert!(figures <= 8, "{paragraph}");
    }
}

#[test]
fn every_form_carries_the_credit_that_a_license_asks_for() {
    let export = export(&["11-2022", "29-1141"]);
    let credit = "O*NET® is a trademark of USDOL/ETA";
    assert!(csv(&export).contains(credit));
    assert!(json(&export).expect("JSON can be written").contains(credit));
    assert!(message(&export).contains(credit));
}

#[test]
fn names_of_files_are_plain_and_bounded() {
    assert_eq!(
        file_name(
            None,
            &export(&["customer-service-manager", "sales-manager"])
                .comparison
                .columns,
            "csv"
        ),
        "crossroads-customer-service-manager-vs-sales-manager.csv"
    );
    assert_eq!(file_name(None, &[], "json"), "crossroads.json");
    assert_eq!(
        file_name(
            Some("pay-history"),
            &export(&["27-2011"]).comparison.columns,
            "svg"
        ),
        "crossroads-pay-history-actors.svg"
    );
    let ids: Vec<RoleId> = dataset().ids().collect();
    for six in ids.chunks(6) {
        for roles in [six, &six[..1]] {
            let selection = Selection::compared_alone(roles.iter().cloned());
            let name = file_name(None, &export_of(&selection).comparison.columns, "json");
            let stem = name.strip_suffix(".json").expect("its ending");
            assert!(
                stem.len() <= 80 && stem.starts_with("crossroads-"),
                "{name}"
            );
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(stem.chars().all(plain) && !stem.ends_with('-'), "{name}");
        }
    }
}

fn beside_the_page(path: &str) -> String {
    let path = format!("{}/public/data/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a shard")
}

fn in_denver(ids: &[&str], cost_adjusted: bool) -> Export {
    let code = AreaCode("0019740".to_owned());
    let figures = AreaFigures::parse(&code, &beside_the_page("area/0019740.json"));
    let figures = figures.expect("a sound shard");
    let area = dataset().areas().get(&code).expect("an area");
    let selection = selection(ids)
        .with_place(Some(area))
        .with_cost_adjusted(cost_adjusted);
    Export::of(
        dataset(),
        &selection,
        LINK,
        Arrived::Here(&figures),
        &|_| None,
    )
}

#[test]
fn figures_of_the_projections_before_are_dated_and_new_jobs_have_a_record() {
    let export = Export::of(
        dataset(),
        &selection(&["43-4051", "29-1024"]),
        LINK,
        Arrived::OnTheirWay,
        &|_| None,
    );
    let of = |role: &str, metric: &str| {
        let mut records = export.records.iter();
        let record = records.find(|r| r.role == role && r.metric == metric);
        record.unwrap_or_else(|| panic!("{metric} of {role}"))
    };
    for (metric, label) in [
        ("exits", "Leave the labor force each year (2024–34)"),
        (
            "transfers",
            "Move to another occupation each year (2024–34)",
        ),
        (
            "separation-rate",
            "Share who leave the role each year (2024–34)",
        ),
        ("self-employed", "Self-employed (2024)"),
        ("entry-experience", "Usual experience to start (2024–34)"),
        ("entry-training", "Usual training on the job (2024–34)"),
        ("openings", "Openings a year"),
        ("entry-education", "Usual education to start"),
    ] {
        assert_eq!(of("43-4051", metric).label, label);
    }
    let lost = of("43-4051", "new-jobs");
    assert_eq!(lost.value.as_str(), "-14190");
    assert_eq!(lost.shown, "14,190 jobs lost a year");
    assert_eq!(
        (lost.kind, lost.unit),
        ("value", Some("jobs a year; below zero, jobs lost"))
    );
    assert!(lost.done.expect("what was done").contains("divided by ten"));
    let unclear = of("29-1024", "new-jobs");
    assert_eq!(unclear.value.as_str(), "fewer than 20 gained or lost");
    assert_eq!((unclear.kind, unclear.unit), ("below the rounding", None));
}

#[test]
fn the_figures_of_a_place_are_taken_along_and_named_so() {
    let export = in_denver(&["29-1141"], false);
    let median = export
        .records
        .iter()
        .find(|r| r.metric == "pay-year-median");
    let median = median.expect("a median");
    assert_eq!(median.shown, "$101,130");
    assert!(
        median.qualifiers.contains(&"in the Denver area".to_owned()),
        "{:?}",
        median.qualifiers
    );
    let growth = export.records.iter().find(|r| r.metric == "growth-2025-35");
    let growth = &growth.expect("growth").qualifiers;
    assert!(
        !growth.contains(&"in the Denver area".to_owned()),
        "{growth:?}"
    );
    assert!(!csv(&export).contains("on its way"));
}

#[test]
fn tools_are_taken_along_where_they_are_here() {
    let details_of = |id: &RoleId| {
        let json = beside_the_page(&format!("occupation/{}.json", id.0));
        Some(Details::parse(id, &json).expect("a sound shard"))
    };
    let selection = selection(&["29-1141"]);
    let export = Export::of(
        dataset(),
        &selection,
        LINK,
        Arrived::OnTheirWay,
        &details_of,
    );
    let tools = details_of(&RoleId("29-1141".to_owned()))
        .expect("details")
        .technology;
    let told: Vec<&str> = export
        .records
        .iter()
        .filter(|record| record.metric == "technology")
        .map(|record| record.shown.as_str())
        .collect();
    let expected: Vec<&str> = tools.iter().map(|tool| tool.name.as_str()).collect();
    assert!(!told.is_empty());
    assert_eq!(told, expected);
    assert!(
        export
            .sources
            .iter()
            .any(|source| source.id.0 == Details::TECHNOLOGY_SOURCE)
    );
    // Those that are not here are not said to be none.
    assert!(
        export_of(&selection)
            .records
            .iter()
            .all(|r| r.metric != "technology")
    );
}

#[test]
fn a_picture_says_which_place_it_is_of_and_where_it_comes_from() {
    let lines = |cost_adjusted: bool, metric: MetricId| {
        let export = in_denver(&["29-1141"], cost_adjusted);
        let comparison = &export.comparison;
        caption(comparison, &[metric], &comparison.sources[..1], "abc", LINK).join("\n")
    };
    let pay = lines(false, MetricId::PayYearMedian);
    assert!(
        pay.starts_with("These figures are for the Denver area."),
        "{pay}"
    );
    assert!(
        pay.contains("Source: U.S. Bureau of Labor Statistics, "),
        "{pay}"
    );
    assert!(
        pay.ends_with(&format!("Crossroads, figures of release abc: {LINK}")),
        "{pay}"
    );
    assert!(!pay.contains("price level"), "{pay}");
    assert!(lines(true, MetricId::PayYearMedian).contains("divided by the price level"));
    let gender = lines(true, MetricId::Gender);
    assert!(
        gender.starts_with("These figures are for the whole United States."),
        "{gender}"
    );
    assert!(!gender.contains("price level"), "{gender}");
}
