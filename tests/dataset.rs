//! The bundled dataset is whole, and a broken one is refused with an error that names the place.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use std::sync::Arc;

use crossroads::model::{Dataset, MetricId, Reading, Role, RoleId, Value, format};
use serde_json::{Value as Json, json};

fn bundled() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

/// The roles written by hand, with a job site's estimates.
const SEEDS: [&str; 2] = ["customer-service-manager", "sales-manager"];

fn role(dataset: &Dataset, id: &str) -> Arc<Role> {
    let role = dataset.role(&RoleId(id.to_owned()));
    role.expect("it can be read").expect("it is there")
}

#[test]
fn every_figure_and_every_text_has_a_source_that_exists() {
    let dataset = bundled();
    let mut figures = 0;
    for id in dataset.ids() {
        let role = role(dataset, &id.0);
        assert!(dataset.source(&role.source).is_some(), "{:?}", role.id);
        if let Some(words) = &role.words {
            assert!(dataset.source(&words.source).is_some());
        }
        for (metric, figure) in role.figures() {
            assert!(
                dataset.source(&figure.source).is_some(),
                "{:?} {metric:?}",
                role.id
            );
            figures += 1;
        }
    }
    assert!(figures >= 30_000, "only {figures} figures");
}

#[test]
fn estimates_of_a_job_site_are_labeled_as_such() {
    let dataset = bundled();
    for id in SEEDS {
        let role = role(dataset, id);
        for (metric, figure) in role.figures() {
            assert_eq!(figure.source.0, "zippia", "{id} {metric:?}");
        }
        let source = dataset.source(&role.source).expect("its source");
        assert_eq!(source.short, "Zippia’s estimate");
        assert_eq!(source.period, "no date given");
        assert!(
            role.official.is_some(),
            "{id} names no official counterpart"
        );
    }
}

#[test]
fn what_the_source_leaves_out_is_said_in_words() {
    let role = role(bundled(), "sales-manager");
    let figure = role.figure(MetricId::BestPayingIndustry);
    let figure = figure.expect("a figure that says it is not published");
    assert_eq!(figure.reading, Reading::NotPublished);
    let text = format::figure(MetricId::BestPayingIndustry.metric(), figure);
    assert_eq!(text, "not published for this role");
}

#[test]
fn duties_and_descriptions_keep_to_the_house_rules() {
    for id in SEEDS {
        let role = role(bundled(), id);
        let words = role.words.as_ref().expect("somebody wrote about it");
        assert!(words.description.chars().count() <= 280, "{id}");
        assert!(!words.description.contains(|c: char| c.is_ascii_digit()));
        assert_eq!(words.duties.len(), 6, "{id}");
        for duty in &words.duties {
            assert!(duty.chars().count() <= 110, "{id}: {duty}");
            assert!(duty.ends_with('.'), "{id}: {duty}");
        }
    }
}

/// A small dataset that is sound; each test breaks one thing of it.
fn sound() -> Json {
    json!({
        "sources": [{
            "id": "s", "publisher": "P", "table": "T", "short": "S", "release": "r",
            "period": "p", "licence": "l", "link": null, "note": "n"
        }],
        "default": ["a"],
        "roles": [{
            "id": "a", "title": "A", "plural": "as", "singular": "a", "source": "s",
            "official": null,
            "words": { "source": "s", "description": "D.", "duties": ["Do."] },
            "figures": { "s": { "jobs": 10 } }
        }]
    })
}

fn with_figure(key: &str, cell: Json) -> String {
    let mut dataset = sound();
    dataset["roles"][0]["figures"]["s"][key] = cell;
    dataset.to_string()
}

fn reading(key: &str, metric: MetricId, cell: Json) -> Reading {
    let dataset = Dataset::parse(&with_figure(key, cell)).expect("a sound cell");
    let figure = role(&dataset, "a").figure(metric).cloned();
    figure.expect("the figure").reading
}

#[test]
fn every_kind_of_non_value_can_be_written_down() {
    let pay = MetricId::PayYearAverage;
    let cell = |cell| reading("pay-year-average", pay, cell);
    assert_eq!(
        cell(json!({"at-least": 239_200})),
        Reading::AtLeast(239_200.0)
    );
    assert_eq!(
        cell(json!({"not-released": "too few answers"})),
        Reading::NotReleased("too few answers".to_owned())
    );
    assert_eq!(cell(json!("not published")), Reading::NotPublished);

    let words: Vec<String> = [
        json!({"at-least": 239_200}),
        json!({"not-released": "too few answers"}),
        json!("not published"),
        json!({"paid-only": "hourly"}),
        json!({"paid-only": "yearly"}),
    ]
    .into_iter()
    .map(|json| {
        let dataset = Dataset::parse(&with_figure("pay-year-average", json));
        let dataset = dataset.expect("a sound cell");
        let role = role(&dataset, "a");
        let figure = role.figure(pay).expect("the figure");
        assert_eq!(
            figure.own_number(),
            None,
            "a non-value is never computed with"
        );
        format::figure(pay.metric(), figure)
    })
    .collect();
    assert_eq!(
        words,
        [
            "at least $239,200",
            "not released (too few answers)",
            "not published for this role",
            "published by the hour only",
            "published by the year only",
        ]
    );
}

#[test]
fn a_figure_of_a_wider_group_carries_its_name_and_is_not_computed_with() {
    let cell = json!({"value": 44, "wider-group": "Managers, all other"});
    let dataset = Dataset::parse(&with_figure("age-average", cell)).expect("a sound cell");
    let role = role(&dataset, "a");
    let figure = role.figure(MetricId::AgeAverage);
    let figure = figure.expect("the figure");
    assert_eq!(figure.wider_group.as_deref(), Some("Managers, all other"));
    assert_eq!(figure.exact(), Some(&Value::Number(44.0)));
    assert_eq!(figure.own_number(), None);
}

#[test]
fn a_broken_figure_is_refused_with_role_field_expected_and_found() {
    let share = |name: &str, percent: f64| json!({"name": name, "percent": percent});
    for (key, cell, expected, found) in [
        ("jobs", json!("many"), "a number from 0", "\"many\""),
        ("jobs", json!(-1), "a number from 0", "-1"),
        ("pay-year-average", json!(61), "a number from 1000", "61"),
        ("pay-year-average", json!(null), "a number", "null"),
        ("lgbt", json!(101), "a number from 0 to 100", "101"),
        (
            "pay-range",
            json!({"low": 50_000, "high": 40_000}),
            "not above the high end",
            "40000",
        ),
        ("pay-range", json!({"low": 50_000}), "a number", "null"),
        ("best-paying-city", json!(""), "plain text", "\"\""),
        ("best-paying-city", json!("<b>x</b>"), "plain text", "<b>"),
        ("best-paying-city", json!(3), "plain text", "3"),
        (
            "gender",
            json!([share("Women", 60.0), share("Men", 50.0)]),
            "add up to 100",
            "110.0",
        ),
        (
            "gender",
            json!([share("Women", 50.0), share("Women", 50.0)]),
            "each name once",
            "Women",
        ),
        ("gender", json!([]), "a list", "[]"),
        ("paid", json!(1), "the key of a metric", "\"paid\""),
        (
            "jobs-2034",
            json!(1),
            "the key of a metric; jobs-2034 was of 2024 to 2034, jobs-2035 is of 2025 to 2035",
            "\"jobs-2034\"",
        ),
        (
            "pay-year-average",
            json!({"paid-only": "weekly"}),
            "hourly or yearly",
            "weekly",
        ),
        (
            "pay-year-average",
            json!({"at-least": 5_000, "value": 6_000}),
            "nothing beside it",
            "6000",
        ),
        (
            "pay-range",
            json!({"at-least": 5_000}),
            "a single number only",
            "5000",
        ),
        (
            "jobs",
            json!({"paid-only": "hourly"}),
            "a metric of pay only",
            "hourly",
        ),
        (
            "age-average",
            json!({"wider-group": "G"}),
            "a value beside wider-group",
            "wider-group",
        ),
    ] {
        let error = Dataset::parse(&with_figure(key, cell.clone()));
        let error = error.expect_err(&format!("{key}: {cell} was let through"));
        assert_eq!(error.role, "a", "{error}");
        assert!(error.field == key || error.field == "figures", "{error}");
        assert!(error.expected.to_string().contains(expected), "{error}");
        assert!(error.found.contains(found), "{error}");
    }
}

#[test]
fn a_broken_file_is_refused() {
    let broken = |change: &dyn Fn(&mut Json)| {
        let mut dataset = sound();
        change(&mut dataset);
        Dataset::parse(&dataset.to_string()).expect_err("a broken file")
    };
    Dataset::parse(&sound().to_string()).expect("sound without a change");

    let error = broken(&|d| d["default"] = json!(["b"]));
    assert_eq!(
        (error.role.as_str(), error.found.as_str()),
        ("default", "\"b\"")
    );
    let error = broken(&|d| {
        let twin = d["roles"][0].clone();
        d["roles"] = json!([twin, twin]);
    });
    assert_eq!((error.role.as_str(), error.field.as_str()), ("a", "id"));
    let error = broken(&|d| d["roles"][0]["id"] = json!("A b"));
    assert!(error.expected.to_string().contains("a-z"), "{error}");
    let error = broken(&|d| d["roles"][0]["source"] = json!("t"));
    assert_eq!(error.found, "\"t\"");
    let error = broken(&|d| {
        d["roles"][0]["figures"] = json!({"t": {"jobs": 1}});
    });
    assert_eq!(
        (error.field.as_str(), error.found.as_str()),
        ("figures", "\"t\"")
    );
    let error = broken(&|d| d["roles"][0]["words"]["description"] = json!("a <i>b</i>"));
    assert_eq!(error.field, "words.description");
    let error = broken(&|d| d["sources"][0]["link"] = json!("javascript:alert(1)"));
    assert_eq!(error.field, "link");
    let error = broken(&|d| d["extra"] = json!(1));
    assert!(error.found.contains("extra"), "{error}");

    let error = Dataset::parse("{ not json").expect_err("no JSON at all");
    assert_eq!(error.role, "the file");
    assert!(error.field.starts_with("line 1"), "{error}");
}
