//! Roles from a visitor's own file: what is good is kept, and every problem is named.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::BTreeSet;

use crossroads::charts::{ChartId, Shown, chart};
use crossroads::compare::export::{self, Export};
use crossroads::compare::search::Index;
use crossroads::compare::{
    Arrived, Comparison, OwnFileOutcome, Selection, compare, in_short, link,
};
use crossroads::model::own_roles::{Problems, Reading, template_csv, template_json};
use crossroads::model::{
    Currency, Dataset, METRICS, MetricId, OwnRoles, RoleId, Section, Shape, Value,
};
use proptest::prelude::*;

fn read(text: &str) -> (OwnRoles, Problems) {
    OwnRoles::read("offers.csv", text, &Currency::us_dollars())
}

fn sound(text: &str) -> OwnRoles {
    let (own, problems) = read(text);
    assert_eq!(said(&problems), [""; 0], "{text}");
    own
}

fn said(problems: &Problems) -> Vec<String> {
    let all = problems.first(usize::MAX).iter();
    all.map(|problem| problem.to_string().replace(['\u{2068}', '\u{2069}'], ""))
        .collect()
}

fn titles(own: &OwnRoles) -> Vec<&str> {
    own.roles.iter().map(|role| role.title.as_str()).collect()
}

fn bundled() -> &'static Dataset {
    Dataset::bundled().expect("a sound dataset")
}

/// Two offers beside an official occupation, the first of them pinned.
fn compared() -> (Dataset, Comparison) {
    let own = sound(
        "title,pay-year-median,pay-range.low,pay-range.high,growth-2025-35,gender\r\n\
         Offer of Acme,\"$150,000\",120000,180000,6.5%,Women: 40; Men: 60\r\n\
         Offer of Bolt,130000,,,,\r\n",
    );
    let ids: Vec<RoleId> = own.roles.iter().map(|role| role.id.clone()).collect();
    let dataset = bundled().with_own(&own);
    let official = RoleId("15-1252".to_owned());
    let selection = Selection::compared_alone(ids.iter().cloned().chain([official]));
    let comparison = compare(&dataset, &selection.with_baseline(ids.first()));
    (dataset, comparison)
}

#[test]
fn what_spreadsheets_make_is_read() {
    let sheet = sound(
        "\u{feff}sep=;\r\nTitle;pay-year-median;pay-range.low;pay-range.high;gender;growth-2025-35;pay-hour-median\r\n\
         \"Engineer; senior\";\"$61,487\";\"35 000\";105000;\"Women: 63; Men: 37\";-2.5%;hourly only\r\n\
         ;;;;;;\r\n",
    );
    let json = sound(
        r#"{"roles": [{"title": "Engineer; senior", "figures": {
            "pay-year-median": 61487, "pay-range": {"low": 35000, "high": 105000},
            "gender": [{"name": "Women", "percent": 63}, {"name": "Men", "percent": 37}],
            "growth-2025-35": -2.5, "pay-hour-median": {"paid-only": "hourly"}}}]}"#,
    );
    assert_eq!(sheet.roles, json.roles);
    assert_eq!(titles(&sheet), ["Engineer; senior"]);
    for (separator, name) in [(",", "commas"), ("\t", "tabs")] {
        let text = format!("title{separator}pay-year-median\na{separator}61487");
        assert_eq!(titles(&sound(&text)), ["a"], "{name}");
    }
}

#[test]
fn the_templates_hold_every_figure_and_are_read_without_a_problem() {
    let dollars = Currency::us_dollars();
    let fits = |shape| !matches!(shape, Shape::Place | Shape::Roles);
    let expected: BTreeSet<MetricId> = METRICS
        .iter()
        .filter(|metric| fits(metric.shape))
        .map(|metric| metric.id)
        .collect();
    for template in [template_csv(&dollars), template_json(&dollars)] {
        let own = sound(&template);
        assert_eq!(titles(&own), ["Example role"]);
        let figures = own.roles[0].figures();
        assert_eq!(figures.map(|(id, _)| id).collect::<BTreeSet<_>>(), expected);
    }
}

#[test]
fn every_problem_is_named_and_the_rest_is_kept() {
    let (own, problems) = read(
        "title,id,pay-year-median,pay-hour-median,years-of-experiense,currency,growth\r\n\
         Good,,61487,29.56,5,,6\r\n\
         ,,61487,,,,\r\n\
         Half,,sixty,29.56,,,\r\n\
         Odd,No Id,61487,1.234,,,\r\n\
         Good,,5,,,,\r\n\
         Euro,,61487,,,EUR,6\r\n\
         None,,,,,,\r\n\
         Low,,-5,NaN,,,6\r\n\
         \"Stray\"x,,61487,,,,\r\n\
         Wide,,61487,,,,,surplus\r\n",
    );
    assert_eq!(titles(&own), ["Good", "Half", "Odd", "Euro", "Low", "Wide"]);
    let said = said(&problems);
    let expected = [
        "Row 1, years-of-experiense: expected the name of a column, as in the template; this column is left out, found this name",
        "Row 3, title: expected a title; without one the role is left out, found none",
        "Row 4, pay-year-median: expected US dollars in figures, thousands with a comma or nothing: 61487 or $61,487, found “sixty”",
        "Row 5, pay-hour-median: expected US dollars in figures, a point before two decimals: 29.56 or $29.56, found “1.234”",
        "Row 5 (“Odd”), id: expected at most 40 letters a-z, digits and -, found “No Id”",
        "Row 6 (“Good”), id: expected each role once (by its id, or by its title where it has none); this one is left out, found it twice",
        "Row 7 (“Euro”), currency: expected USD, because the pay here is in US dollars and nothing is converted; the pay of this role is left out, found “EUR”",
        "Row 8 (“None”), figures: expected at least one figure; without any the role is left out, found none that is good",
        "Row 9, pay-hour-median: expected US dollars in figures, a point before two decimals: 29.56 or $29.56, found “NaN”",
        "Row 9 (“Low”), pay-year-median: expected a number from 1000 to 10000000, found -5",
        "Row 10, quotation marks: expected a separator after a quotation mark that closes a cell, found text; this row is left out",
        "Row 11, cells: expected at most 7 cells, as many as there are columns, found 1 more",
    ];
    for sentence in expected {
        assert!(
            said.iter().any(|said| said == sentence),
            "{sentence}\nis not among\n{said:#?}"
        );
    }
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    assert_eq!(problems.count(), said.len());
}

#[test]
fn a_figure_of_the_projections_before_is_not_taken_for_one_of_these() {
    let expected = "growth-projected was of 2024 to 2034, growth-2025-35 is of 2025 to 2035";
    let sheet = "title,growth-projected,pay-year-median\nOld,6.5,61487\n";
    let json = r#"{"roles": [{"title": "Old", "figures": {"growth-projected": 6.5, "pay-year-median": 61487}}]}"#;
    for text in [sheet, json] {
        let (own, problems) = read(text);
        let figures: Vec<MetricId> = own.roles[0].figures().map(|(id, _)| id).collect();
        assert_eq!(figures, [MetricId::PayYearMedian]);
        let said = said(&problems);
        assert!(said.len() == 1 && said[0].contains(expected), "{said:#?}");
    }
    // What is in no table of figures is not named as another year's.
    let (_, problems) = read("title,growth-2030,pay-year-median\nOld,6.5,61487\n");
    assert!(!said(&problems)[0].contains(" was of "));
}

#[test]
fn a_file_s_figure_is_not_dated_by_the_projections_before() {
    let own = sound("title,self-employed\nMine,20\n");
    let dataset = bundled().with_own(&own);
    let ids = own.roles.iter().map(|role| role.id.clone());
    let official = RoleId("29-1141".to_owned());
    let comparison = compare(&dataset, &Selection::compared_alone(ids.chain([official])));
    let table = comparison.table(Section::Outlook).expect("the outlook");
    let mut rows = table.groups.iter().flat_map(|group| &group.rows);
    let row = rows.find(|row| row.label.starts_with("Self-employed"));
    let row = row.expect("the row");
    assert_eq!(row.label, "Self-employed");
    let qualifiers: Vec<String> = row.cells.iter().map(|c| c.qualifiers.join("; ")).collect();
    assert_eq!(qualifiers, ["your file", "2024"]);
}

#[test]
fn problems_of_json_are_named_too() {
    let (own, problems) = read(
        r#"{"currency": "EUR", "note": 1, "roles": [
            5,
            {"title": "Twice", "figures": {"growth": 6, "growth": 7, "growth": 8}},
            {"title": "Pay", "figures": {"pay-year-median": 61487, "growth": 5}},
            {"title": "Own", "currency": "USD", "figures": {"pay-year-median": 61487.5, "pay-year-p10": 1e9, "pay-hour-median": 29.56}},
            {"title": "Order", "currency": "USD", "figures": {"pay-year-p25": 50000, "pay-year-median": 40000, "pay-year-p75": 60000}},
            {"title": "Mix", "currency": "USD", "figures": {"gender": [{"name": "Female", "percent": 50}, {"name": "Men", "percent": 50}],
                "skills": [{"name": "A; B", "percent": 1}], "top-metro": {"name": "x"}, "related": ["a"], "growth": {"value": 1, "wider-group": "x"}}}
        ]}"#,
    );
    assert_eq!(titles(&own), ["Twice", "Pay", "Own", "Order"]);
    assert_eq!(own.roles[1].figure(MetricId::PayYearMedian), None);
    assert_eq!(own.roles[3].figure(MetricId::PayYearMedian), None);
    let said = said(&problems).join("\n");
    for words in [
        "The file, note: expected currency or roles",
        "Role 1, role: expected an object with title and figures, found a single value",
        "Role 2 (“Twice”), growth: expected it once, found it twice",
        "Role 3 (“Pay”), currency: expected USD, because the pay here is in US dollars",
        "pay-year-median: expected a whole number, found 61487.5",
        "pay-year-p10: expected a number from 1000 to 10000000, found 1000000000.0",
        "Role 5 (“Order”), pay-year-median: expected at least $50,000, which is pay-year-p25, found $40,000",
        "gender: expected the names Women; Men, found “Female”",
        "skills: expected names without a semicolon",
        "related:",
        "top-metro:",
        "growth: expected one of low, high,",
    ] {
        assert!(said.contains(words), "{words}\nis not in\n{said}");
    }
}

#[test]
fn what_is_no_file_of_roles_is_told_in_one_sentence() {
    for (text, words) in [
        (
            "",
            "columns: expected a row with the names of columns, found an empty file",
        ),
        ("a,b\n1,2", "expected a column named title"),
        (
            "{",
            "line 1, column 2: expected JSON as in the template: a name in quotation marks, found the end of the file",
        ),
        (
            "{\"roles\":[1}}",
            "line 1, column 10: expected JSON as in the template: a value that ends",
        ),
        (
            r#"{"roles":[{"title":"a","figures":{"growth":1e999}}]}"#,
            "expected JSON",
        ),
        (
            r#"{"roles":[{"title":"a","figures":{"growth":NaN}}]}"#,
            "expected JSON",
        ),
        ("[]", "expected an object with roles, found a list"),
        ("{}", "expected a list of roles, found none"),
        ("t\0i\0t\0l\0e\0", "text in UTF-8"),
        (
            "title,growth\n\"open,6\n",
            "quotation marks: expected a quotation mark that closes",
        ),
        ("title,growth\nD\u{fffd}veloppeur,6\n", "text in UTF-8"),
    ] {
        let (own, problems) = read(text);
        assert_eq!(own.roles.len(), 0, "{text}");
        let said = said(&problems).join("\n");
        assert!(said.contains(words), "{text:?}: {said}");
    }
}

#[test]
fn json_that_is_broken_inside_a_role_leaves_the_others() {
    let (own, problems) = read(
        "{\"roles\":[\n{\"title\":\"A\",\"figures\":{\"growth\":6}},\n{\"title\":\"B\",\n\"figures\":{\"growth\":6.}},\n\
         {\"title\":\"C\",\"figures\":{\"growth\":7}}\n]}",
    );
    assert_eq!(titles(&own), ["A", "C"]);
    let said = said(&problems);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].starts_with(
            "Role 2, role: expected JSON as in the template; this role is left out, found in line 4"
        ),
        "{said:?}"
    );
    let long = format!("{{\"roles\":[{{\"title\":\"{}\"}}]}}", "x".repeat(30_000));
    let (_, problems) = read(&long);
    assert!(
        problems.first(1)[0]
            .to_string()
            .contains("a role of at most 20000 bytes")
    );
}

#[test]
fn hard_names_are_refused_or_stand_apart() {
    let row = |title: &str| read(&format!("title,growth\n\"{title}\",6\n"));
    for title in ["<b>bold</b>", "a\u{202e}b", "a\nb", &"x".repeat(10_000)] {
        let (own, problems) = row(title);
        assert_eq!(own.roles.len(), 0, "{title}");
        let said = said(&problems).join("\n");
        assert!(
            said.contains("plain text of at most 120 characters"),
            "{said}"
        );
        assert!(said.len() < 400, "{said}");
    }
    for (title, shown) in [
        ("مهندس", "\u{2068}مهندس\u{2069}"),
        ("Engineer 👩‍💻", "Engineer 👩‍💻"),
        ("'=1+1", "=1+1"),
        ("Développeuse à Besançon", "Développeuse à Besançon"),
    ] {
        let (own, _) = row(title);
        assert_eq!(titles(&own), [shown]);
    }
}

#[test]
fn a_million_rows_are_cut_off_with_a_sentence() {
    let mut text = "title,growth\n".to_owned();
    while text.len() < OwnRoles::MOST_BYTES - 10 {
        text.push_str("\"\",\n");
    }
    let rows = text.lines().count();
    let (own, problems) = read(&text);
    assert_eq!(
        (own.roles.len(), problems.count()),
        (0, 0),
        "{rows} rows hold nothing"
    );
    let many: String = (0..60_000).map(|n| format!("r{n},6\n")).collect();
    let (own, problems) = read(&format!("title,growth\n{many}"));
    assert_eq!(own.roles.len(), OwnRoles::MOST_ROLES);
    assert_eq!(
        said(&problems),
        [
            "The file, roles: expected at most 500 roles; those after them were left out, found 60000 roles"
        ]
    );
    let (own, problems) = read(&"x".repeat(OwnRoles::MOST_BYTES + 1));
    assert_eq!(own.roles.len(), 0);
    assert!(said(&problems)[0].contains("at most 1000000 bytes"));
    let (bytes, most) = (5.25e6, OwnRoles::MOST_BYTES);
    let too_long = OwnFileOutcome::TooLong { bytes, most }.to_string();
    assert!(
        too_long.contains("5.2 MB") && too_long.contains("at most 1 MB"),
        "{too_long}"
    );
    // A header of nothing but columns is counted, not kept.
    let (_, problems) = read(&"q,".repeat(400_000));
    assert_eq!(problems.count(), 1_002);
    assert!(problems.first(usize::MAX).len() <= 1_000);
}

#[test]
fn however_long_a_file_is_a_step_of_reading_it_is_short() {
    let name = "x".repeat(10_000);
    let sheet = |row: String| ("title,growth\n".to_owned(), row, String::new());
    let json = |before: &str, role: &str| {
        let start = format!("{{{before}\"roles\":[");
        (start, format!("{role},"), format!("{role}]}}"))
    };
    let lines = "\n".repeat(OwnRoles::MOST_BYTES / 2);
    let whole = format!("{{\"title\":\"{name}\",\"figures\":{{\"growth\":6}}}}");
    for (start, item, end) in [
        sheet("r,6\n".to_owned()),
        sheet(",\n".to_owned()),
        sheet("r,sixty\n".to_owned()),
        sheet(format!("{name},6\n")),
        json("", &whole),
        json(&lines, "{\"title\" 1}"),
    ] {
        // As many as a file may hold.
        let count = (OwnRoles::MOST_BYTES - start.len() - end.len()) / item.len();
        let text = format!("{start}{}{end}", item.repeat(count));
        let mut reading = Reading::new("a file", text, &Currency::us_dollars());
        let mut steps = 1;
        while reading.step() {
            steps += 1;
        }
        // A step ends with the row, or the role, that it is in.
        let least = (count * item.len()).div_ceil(Reading::STEP + item.len());
        assert!(
            steps >= least,
            "{steps} steps, expected at least {least}: {start:.20}{item:.20}"
        );
    }
}

#[test]
fn the_line_of_a_broken_role_is_right_however_many_there_are() {
    let roles = "{\"title\" 1},\n".repeat(3);
    let (_, problems) = read(&format!("{{\n\"roles\":[\n{roles}{{\"title\":\"A\"}}\n]}}"));
    let lines: Vec<bool> = said(&problems)
        .iter()
        .zip(3..6)
        .map(|(said, line)| said.contains(&format!("in line {line} ")))
        .collect();
    assert_eq!(lines, [true; 3], "{:?}", said(&problems));
}

#[test]
fn own_roles_take_part_as_any_role() {
    let (dataset, comparison) = compared();
    assert_eq!(comparison.columns.len(), 3);
    assert_eq!(comparison.columns[0].provenance, "your file");
    assert!(
        comparison
            .sources
            .iter()
            .any(|source| source.publisher == "Your file")
    );
    let tables = comparison.tables();
    let rows = tables
        .iter()
        .flat_map(|table| &table.groups)
        .flat_map(|group| &group.rows);
    let pay = rows
        .clone()
        .find(|row| row.metric == Some(MetricId::PayYearMedian))
        .expect("a row of pay");
    assert!(
        pay.cells[0].qualifiers.contains(&"your file".to_owned()),
        "{:?}",
        pay.cells[0]
    );
    let of = |cell: usize| {
        pay.cells[cell]
            .difference
            .as_ref()
            .map(|d| d.text().to_owned())
    };
    assert_eq!(of(1).as_deref(), Some("−$20,000, 13% less"));
    assert!(
        of(2)
            .expect("against the official figure")
            .starts_with("−$"),
        "{:?}",
        of(2)
    );
    assert!(!pay.cells[2].qualifiers.contains(&"your file".to_owned()));
    let short = in_short(&comparison.columns).join(" ");
    assert!(
        short.contains("eople in the role Offer of Acme (your file) earn $150,000"),
        "{short}"
    );
    assert!(
        short.contains("for people in the role Offer of Acme (your file)"),
        "{short}"
    );
    assert!(
        short.contains("jobs for") && !short.contains("software developers (BLS) are expected"),
        "{short}"
    );
    let hits = Index::new(&dataset, None).search("offer of bolt");
    assert_eq!(hits[0].title, "Offer of Bolt");
    assert_eq!(dataset.provenance(&hits[0].role), Some("your file"));
    // The dataset they came into is as it was.
    assert!(!bundled().has(&hits[0].role));
    assert!(bundled().summaries().roles.len() + 2 == dataset.summaries().roles.len());
}

#[test]
fn a_range_of_an_own_role_is_not_called_percentiles() {
    let own =
        sound("title,pay-year-median,pay-range.low,pay-range.high\nOffer,150000,120000,180000\n");
    let dataset = bundled().with_own(&own);
    let comparison = compare(
        &dataset,
        &Selection::compared_alone(own.roles.iter().map(|r| r.id.clone())),
    );
    let spec = chart(ChartId::SalaryRange, Shown::of(&comparison.columns)).expect("a chart of pay");
    let words = format!("{spec:?}");
    assert!(
        words.contains("Low end to high end: $120,000 to $180,000"),
        "{words}"
    );
    assert!(
        !words.contains("tenth") && !words.contains("the dot is the average"),
        "{words}"
    );
}

#[test]
fn what_is_taken_along_names_the_file() {
    let (dataset, comparison) = compared();
    let ids = comparison
        .columns
        .iter()
        .map(|column| column.role.id.clone());
    let export = Export::of(
        &dataset,
        &Selection::compared_alone(ids),
        "https://example.org/",
        Arrived::OnTheirWay,
        &|_| None,
    );
    let csv = export::csv(&export);
    let row = csv
        .lines()
        .find(|line| line.contains("pay-year-median") && line.contains("150000"));
    assert!(
        row.expect("a row of the own role")
            .contains("your-file,Your file,"),
        "{row:?}"
    );
}

#[test]
fn a_link_carries_no_figure_and_no_title_and_says_why_its_roles_are_missing() {
    let (dataset, comparison) = compared();
    let ids = comparison
        .columns
        .iter()
        .map(|column| column.role.id.clone());
    let query = link::query_to_share(&Selection::compared_alone(ids), &dataset);
    assert!(
        !query.to_lowercase().contains("acme") && !query.contains("150"),
        "{query}"
    );
    let here = link::parse(&query, &dataset);
    assert_eq!((here.selection.tray().len(), here.notices.len()), (3, 0));
    let elsewhere = link::parse(
        &format!("{query}&baseline={}", comparison.columns[0].role.id.0),
        bundled(),
    );
    assert_eq!(elsewhere.selection.tray().len(), 1);
    assert_eq!(elsewhere.notices.len(), 1, "{:?}", elsewhere.notices);
    assert!(
        elsewhere.notices[0].starts_with("2 roles of this link are from a file on somebody’s own device, and no link carries such a file."),
        "{:?}",
        elsewhere.notices
    );
}

/// A cell of a sheet or a value of JSON, sound or not.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "(?s).{0,30}",
        "[-+−$€]?[0-9 ,.'%]{1,12}( USD|k|e5)?",
        Just("NaN".to_owned()),
        Just("inf".to_owned()),
        Just("at least 61487".to_owned()),
        Just("not released (too few)".to_owned()),
        Just("<script>alert(1)</script>".to_owned()),
        Just("\u{202e}\u{5d0}\u{5d1}".to_owned()),
        Just("👩‍💻".repeat(40)),
        Just("x".repeat(10_000)),
    ]
}

#[test]
fn an_unusual_space_before_a_file_is_no_matter() {
    let file = r#"{"roles": [{"title": "Baker", "figures": {"pay-year-median": 30000}}]}"#;
    let (own, problems) = read(&format!("\u{a0}\u{2003}{file}"));
    assert_eq!(own.roles.len(), 1);
    assert_eq!(problems.count(), 0);
    let (own, problems) = read("\u{a0}[0¡");
    assert_eq!(own.roles.len(), 0);
    assert_eq!(problems.count(), 1);
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "(?s).{0,300}") {
        let (own, problems) = read(&text);
        prop_assert!(own.roles.is_empty() || problems.count() < 1_000);
    }

    #[test]
    fn whatever_is_read_is_plain_and_is_read_again_as_it_was(
        cells in proptest::collection::vec((hostile(), hostile(), hostile(), hostile(), hostile()), 1..6)
    ) {
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let rows: String = cells.iter().enumerate().map(|(n, (title, a, b, c, d))| {
            let title = if n % 2 == 0 { format!("Role {n}") } else { title.clone() };
            let row = [title, a.clone(), b.clone(), c.clone(), d.clone(), "6".to_owned()];
            row.map(|cell| quoted(&cell)).join(",") + "\n"
        }).collect();
        let (own, problems) = read(&format!(
            "title,pay-year-median,pay-hour-median,best-paying-city,skills,growth\n{rows}"
        ));
        prop_assert!(own.roles.len() >= cells.len().div_ceil(2));
        for role in &own.roles {
            prop_assert!(!role.title.contains(['<', '>']) && role.title.chars().count() <= 122);
            for (_, figure) in role.figures() {
                if let Some(Value::Number(number)) = figure.exact() {
                    prop_assert!(number.is_finite());
                }
            }
        }
        for problem in problems.first(usize::MAX) {
            prop_assert!(problem.to_string().chars().count() < 500, "{problem}");
        }
        for text in [own.to_csv(), own.to_json()] {
            let (again, problems) = read(&text);
            prop_assert_eq!(said(&problems), [""; 0]);
            prop_assert_eq!(&again.roles, &own.roles);
        }
        // It can be compared, whatever it is.
        let dataset = bundled().with_own(&own);
        let ids = own.roles.iter().map(|role| role.id.clone());
        let comparison = compare(&dataset, &Selection::compared_alone(ids));
        in_short(&comparison.columns);
    }
}
