//! What is said about a figure: meaning, source, kind, error, and what was done to it.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use crossroads::compare::{About, Comparison, Row, Selection, Table, about, about_row, compare};
use crossroads::model::{Dataset, Kind, MetricId, RoleId, Section};

fn compared(ids: &[&str]) -> Comparison {
    let dataset = Dataset::bundled().expect("the bundled dataset is sound");
    let roles = ids.iter().map(|id| RoleId((*id).to_owned()));
    compare(dataset, &Selection::compared_alone(roles))
}

fn rows(comparison: &Comparison) -> Vec<(Section, Row)> {
    let tables = comparison.tables().into_iter();
    let of_table = |table: Table| {
        let rows = table.groups.into_iter().flat_map(|group| group.rows);
        rows.map(move |row| (table.section, row))
    };
    tables.flat_map(of_table).collect()
}

fn of_row(ids: &[&str], section: Section, label: &str) -> About {
    let comparison = compared(ids);
    let (_, row) = rows(&comparison)
        .into_iter()
        .find(|(at, row)| *at == section && row.label == label)
        .expect("the row");
    about_row(&row, &comparison.columns, &comparison.sources)
}

#[test]
fn every_row_of_every_table_says_what_its_cells_say() {
    for ids in [
        &["customer-service-manager", "sales-manager"][..],
        &["sales-manager", "11-2022"],
        &["27-2011", "25-1031", "29-1249"],
        &[
            "29-1249", "43-1011", "51-4031", "11-2022", "29-1141", "53-1047",
        ],
    ] {
        let comparison = compared(ids);
        for (_, row) in rows(&comparison) {
            let about = about_row(&row, &comparison.columns, &comparison.sources);
            assert!(!about.definitions.is_empty(), "{}", row.label);
            assert!(!about.sources.is_empty(), "{}", row.label);
            assert_eq!(about.roles.len(), ids.len());
            for (role, cell) in about.roles.iter().zip(&row.cells) {
                let [figure] = role.figures.as_slice() else {
                    assert_eq!(role.figures, [], "{}", row.label);
                    continue;
                };
                assert_eq!(
                    figure.text, cell.text,
                    "{} of {}",
                    row.label, role.column.role.id.0
                );
                let has_source = cell.metric.is_some();
                assert_eq!(figure.source.is_some(), has_source, "{}", row.label);
                // Whatever is not a value says what that means.
                assert!(cell.is_value || !figure.remarks.is_empty(), "{}", row.label);
            }
        }
    }
}

#[test]
fn the_error_of_the_mean_is_said_to_stand_for_the_median_alone() {
    let cases = [
        (
            "Middle yearly pay (median)",
            "The survey’s stated error of the mean is 0.4% of it (relative standard error); none is stated for this \
             figure, so Crossroads uses that of the mean.",
        ),
        (
            "Lower quarter, yearly",
            "The survey states no error for this percentile. So Crossroads claims no difference.",
        ),
    ];
    for (label, remark) in cases {
        let about = of_row(&["11-2022", "29-1141"], Section::Pay, label);
        assert_eq!(about.roles[0].figures[0].remarks, [remark], "{label}");
    }
    let about = of_row(
        &["11-2022", "29-1141"],
        Section::People,
        "Satisfied with their job",
    );
    let remarks = about.roles[0].figures[0].remarks.join(" ");
    assert!(remarks.contains("with 95 percent confidence"), "{remarks}");
    assert!(remarks.contains("a wider group"), "{remarks}");
}

#[test]
fn what_the_population_survey_does_not_state_is_said_beside_its_figures() {
    let remarks = |label: &str| {
        let about = of_row(&["11-1011", "29-1141"], Section::People, label);
        about.roles[0].figures[0].remarks.clone()
    };
    assert_eq!(
        remarks("Women"),
        [
            "It describes about 1,802,000 employed people, by the survey’s own estimate.",
            "Its table states no error. Rule of thumb for so many people: about ±1.9 points at 95 percent confidence."
        ]
    );
    assert_eq!(
        remarks("Men's weekly pay (median)"),
        [
            "It describes about 791,000 men who work full time, by the survey’s own estimate.",
            "Its table states no error, and no rule of thumb holds for medians. So Crossroads claims no difference."
        ]
    );
}

#[test]
fn how_sure_a_best_paying_place_is_is_said() {
    let remarks = |role: &str| {
        let about = of_row(&[role], Section::Pay, "Best-paying state");
        about.roles[0].figures[0].remarks.clone()
    };
    assert_eq!(
        remarks("11-2022"),
        ["The survey’s stated error of the mean there is 1.1% of it (relative standard error)."]
    );
    assert_eq!(
        remarks("29-1214"),
        [
            "The 4 medians differ by no more than the survey’s error.",
            "6 more may pay more: their medians are published only as “at least”."
        ]
    );
}

#[test]
fn an_estimate_and_a_published_share_of_men_are_told_apart() {
    let about = of_row(&["sales-manager", "11-2022"], Section::People, "Men");
    assert_eq!(about.title, "Women and men: Men");
    let done: Vec<(&str, usize)> = about
        .sources
        .iter()
        .map(|source| (source.source.id.0.as_str(), source.done.len()))
        .collect();
    assert_eq!(done, [("zippia", 0), ("cps-11-2025", 1)]);
    assert_eq!(about.roles[0].figures[0].text, "68.7%");
}

#[test]
fn pay_by_the_hour_only_is_explained_where_the_year_is_asked_for() {
    let about = of_row(&["27-2011", "29-1141"], Section::Pay, "Average yearly pay");
    let figure = &about.roles[0].figures[0];
    assert_eq!(figure.text, Kind::HourlyOnly.name());
    assert_eq!(
        figure.remarks,
        [Kind::HourlyOnly.meaning().expect("a meaning")]
    );
}

#[test]
fn a_chart_is_explained_by_all_its_metrics_once() {
    let comparison = compared(&["11-2022", "sales-manager"]);
    let metrics = [
        MetricId::PayYearP10,
        MetricId::PayYearMedian,
        MetricId::PayRange,
        MetricId::Lgbt,
    ];
    let about = about(
        "Salary range",
        &metrics,
        &comparison.columns,
        &comparison.sources,
    );
    assert_eq!(about.title, "Salary range");
    assert_eq!(about.definitions.len(), 4);
    assert_eq!(about.definitions[0].unit, Some("US dollars a year"));
    assert_eq!(about.roles[0].figures.len(), 4);
    assert_eq!(about.sources.len(), 2);
    let none = about_of_nothing();
    assert_eq!((none.definitions.len(), none.sources.len()), (0, 0));
}

fn about_of_nothing() -> About {
    about("Salary range", &[MetricId::PayRange], &[], &[])
}
