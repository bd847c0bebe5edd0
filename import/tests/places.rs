//! What the page shows of every role in every area, compared with the database of OEWS, which is asked here in its own
//! way.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

mod common;

use std::collections::BTreeMap;

use common::{database, text};
use crossroads::model::{
    Area, AreaCode, AreaFigures, AreaKind, Dataset, Figure, MetricId, RoleId, SamplingError,
    Standing, Unit, format,
};
use rusqlite::Row;

/// The metrics by the column of the database that they come from.
const COLUMNS: [(MetricId, &str); 13] = [
    (MetricId::JobsEmployed, "01"),
    (MetricId::PayHourAverage, "03"),
    (MetricId::PayYearAverage, "04"),
    (MetricId::PayHourP10, "06"),
    (MetricId::PayHourP25, "07"),
    (MetricId::PayHourMedian, "08"),
    (MetricId::PayHourP75, "09"),
    (MetricId::PayHourP90, "10"),
    (MetricId::PayYearP10, "11"),
    (MetricId::PayYearP25, "12"),
    (MetricId::PayYearMedian, "13"),
    (MetricId::PayYearP75, "14"),
    (MetricId::PayYearP90, "15"),
];

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

fn figures(area: &Area) -> AreaFigures {
    let json = text(&format!("public/data/area/{}.json", area.code.0));
    AreaFigures::parse(&area.code, &json).unwrap_or_else(|error| panic!("{error}"))
}

/// The text of a row's column.
fn column(row: &Row<'_>, name: &str) -> Option<String> {
    row.get(name)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What a reader has to find for a cell: the digits of the source with separators and unit, or the words for its
/// footnote. Of a top-coded cell it is the threshold of its own unit, or a higher one where a lower percentile is
/// published above that.
fn expected(unit: Unit, cell: Option<&str>, footnote: Option<&str>) -> String {
    match (cell, footnote) {
        (Some("-"), Some("8")) => {
            "not released (the source does not release this estimate)".to_owned()
        }
        (Some("-"), Some("4")) if unit == Unit::DollarsAYear => {
            "published by the hour only".to_owned()
        }
        (Some("-"), Some("4")) => "published by the year only".to_owned(),
        (Some("-"), Some("5")) => "at least".to_owned(),
        (Some(number), None) => {
            let (whole, cents) = number.split_once('.').unwrap_or((number, ""));
            let mut text = String::new();
            for (place, digit) in whole.chars().enumerate() {
                if place > 0 && (whole.len() - place) % 3 == 0 {
                    text.push(',');
                }
                text.push(digit);
            }
            match unit {
                Unit::DollarsAnHour => format!("${text}.{cents:0<2}"),
                Unit::DollarsAYear => format!("${text}"),
                _ => text,
            }
        }
        other => panic!("a cell nobody expects: {other:?}"),
    }
}

/// The relative standard error of a column, where one is published.
fn stated(row: &Row<'_>, name: &str) -> Option<f64> {
    column(row, name).and_then(|error| error.parse().ok())
}

#[test]
fn what_is_shown_of_every_role_in_every_area_is_the_source_s_cell() {
    let Some(database) = database() else { return };
    let mut rows_of: BTreeMap<String, usize> = BTreeMap::new();
    let mut cells = 0_usize;
    let mut area_figures: Option<AreaFigures> = None;
    let mut statement = database
        .prepare(
            "SELECT * FROM cell JOIN occupation ON occupation_code = substr(key, 18) AND display_level = 3 \
             WHERE substr(key, 12, 6) = '000000' ORDER BY substr(key, 5, 7)",
        )
        .expect("a query");
    let mut rows = statement.query([]).expect("rows");
    while let Some(row) = rows.next().expect("a row") {
        let key = column(row, "key").expect("a key");
        let code = AreaCode(key[4..11].to_owned());
        let role = RoleId(format!("{}-{}", &key[17..19], &key[19..23]));
        if area_figures
            .as_ref()
            .is_none_or(|figures| *figures.code() != code)
        {
            let area = dataset().areas().get(&code).expect("a known area");
            area_figures = Some(figures(area));
        }
        let found = area_figures.as_ref().expect("figures of the area");
        let found: BTreeMap<MetricId, &Figure> = found.of(&role).collect();
        assert_eq!(found.len(), COLUMNS.len(), "{key}");
        for (metric, number) in COLUMNS {
            let (cell, footnote) = (
                column(row, &format!("v{number}")),
                column(row, &format!("f{number}")),
            );
            let figure = found[&metric];
            let shown = format::figure(metric.metric(), figure);
            let expected = expected(metric.metric().unit, cell.as_deref(), footnote.as_deref());
            if expected == "at least" {
                assert!(shown.starts_with("at least $"), "{key} {number}: {shown}");
            } else {
                assert_eq!(shown, expected, "{key} {number}");
            }
            cells += 1;
        }
        for (metric, number) in [
            (MetricId::JobsEmployed, "v02"),
            (MetricId::PayYearAverage, "v05"),
            (MetricId::PayHourAverage, "v05"),
        ] {
            let figure = found[&metric];
            let error = stated(row, number).filter(|_| figure.exact().is_some());
            let error = error.map(SamplingError::RelativeStandardError);
            assert_eq!(figure.error, error, "{key} {number}");
        }
        *rows_of.entry(code.0).or_default() += 1;
    }
    assert_eq!(rows_of.len(), 583);
    assert!(cells > 2_900_000, "{cells} cells");
    for area in dataset().areas().all() {
        assert_eq!(figures(area).len(), rows_of[&area.code.0], "{}", area.name);
    }
}

#[test]
fn a_role_in_a_place_has_its_figures_and_the_nation_s_beside() {
    for area in dataset().areas().all().step_by(29) {
        let there = figures(area);
        for id in dataset().ids() {
            let national = dataset().role(&id).expect("sound").expect("a role");
            let local = national.localized(area, Standing::Here, Some(&there), false);
            let published: BTreeMap<MetricId, &Figure> = there.of(&id).collect();
            for ((metric, figure), (_, of_nation)) in local.figures().zip(national.figures()) {
                let Some(beside) = &figure.local else {
                    assert_eq!(figure, of_nation, "{} {metric:?}", id.0);
                    continue;
                };
                assert_eq!(beside.national, of_nation.reading);
                assert_eq!(beside.area.code, area.code);
                match published.get(&metric) {
                    Some(published) => {
                        assert_eq!(figure.reading, published.reading);
                        assert_eq!(figure.error, published.error);
                    }
                    None => assert_eq!(
                        format::figure(metric.metric(), figure),
                        format!("not published for this role in {}", area.phrase)
                    ),
                }
            }
            // Nothing that is published there is left out.
            for metric in published.keys() {
                assert!(
                    local
                        .figure(*metric)
                        .is_some_and(|figure| figure.local.is_some())
                );
            }
        }
    }
}

#[test]
fn no_two_areas_are_called_the_same() {
    let mut phrases: BTreeMap<&str, &str> = BTreeMap::new();
    for area in dataset().areas().all() {
        let other = phrases.insert(&area.phrase, &area.name);
        assert_eq!(other, None, "{} is {} too", area.name, area.phrase);
    }
    let of = |code: &str| {
        dataset()
            .areas()
            .get(&AreaCode(code.to_owned()))
            .expect(code)
    };
    assert_eq!(of("0019740").phrase, "the Denver area");
    assert_eq!(of("0038900").phrase, "the Portland area of Oregon");
    assert_eq!(of("1100000").phrase, "the District of Columbia");
    assert_eq!(of(AreaCode::NATION).kind, AreaKind::Nation);
}
