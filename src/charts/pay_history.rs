//! What the roles were paid in past years: a line for each.

use super::ChartId;
use super::axis::Axis;
use super::spec::{Body, ChartLine, ChartSpec, LinePoint, Paint, RoleFigures};
use crate::compare::{Column, Dollars, NEW_METHOD, PayHistory, history_takeaway};
use crate::model::{PayPeriod, PayYear, Reading, Standing, Unit, Value, format};

/// Medians of past years. Those by the year and those by the hour share no axis: where there are both,
/// the roles paid by the year have it, and the others are told in words.
pub(super) fn pay_history(columns: &[Column], histories: &[PayHistory]) -> Option<ChartSpec> {
    let has_points = |history: &&PayHistory| history.years.iter().any(PayYear::is_published);
    let with_points = || histories.iter().filter(has_points);
    let by_the_year = with_points().find(|history| history.period == PayPeriod::Yearly);
    let PayHistory {
        period, dollars, ..
    } = *by_the_year.or_else(|| with_points().next())?;
    let (unit, of_period) = match period {
        PayPeriod::Yearly => (Unit::DollarsAYear, "Yearly pay"),
        PayPeriod::Hourly => (Unit::DollarsAnHour, "Hourly pay"),
    };
    let drawn = || with_points().filter(|history| history.period == period);
    let points = || drawn().flat_map(|history| history.years.iter().filter(|y| y.is_published()));
    let first = points().map(|year| year.year).min()?;
    let last = points().map(|year| year.year).max()?;
    let longest = points().filter_map(|year| amount(&year.median));
    let lines = drawn().filter_map(|history| line(columns, history, unit, last));
    let breaks = (first < NEW_METHOD && last >= NEW_METHOD).then(|| {
        let words = format!("Broken line: another method of estimation from {NEW_METHOD} on.");
        (NEW_METHOD, words)
    });
    let without = columns.iter().enumerate().filter_map(|(place, column)| {
        let history = histories.iter().find(|history| history.column == place);
        let is_drawn = drawn().any(|history| history.column == place);
        let why = || format!("{}: {}.", column.role.title, missing(history, column));
        (!is_drawn).then(why)
    });
    let id = ChartId::PayHistory;
    Some(ChartSpec {
        id,
        title: format!("{}, {}", id.title(), dollars.name()),
        takeaway: history_takeaway(columns, histories).unwrap_or_default(),
        key: key(of_period, dollars, &drawn().collect::<Vec<_>>()),
        legend: Vec::new(),
        body: Body::Lines {
            axis: Axis::reaching(longest.fold(0.0, f64::max), unit),
            years: (first, last),
            lines: lines.collect(),
            breaks: breaks.into_iter().collect(),
            without: without.collect(),
        },
        reference: None,
        table: table(columns, histories, unit, period),
    })
}

/// A median, or the least that it is.
fn amount(median: &Reading) -> Option<f64> {
    match median {
        Reading::Exact(Value::Number(amount)) | Reading::AtLeast(amount) => Some(*amount),
        _ => None,
    }
}

fn line(columns: &[Column], history: &PayHistory, unit: Unit, last: u16) -> Option<ChartLine> {
    let column = columns.get(history.column)?;
    let point = |year: &PayYear| {
        let amount = amount(&year.median)?;
        let says = format!(
            "May {}: {}",
            year.year,
            format::reading_in(unit, &year.median)
        );
        Some(LinePoint {
            year: year.year,
            at: amount,
            at_least: matches!(year.median, Reading::AtLeast(_)),
            says,
        })
    };
    let runs = history.runs();
    let joined = |year: u16, next: u16| {
        let holds = |run: &&Vec<(u16, f64)>| {
            let has = |year: u16| run.iter().any(|(other, _)| *other == year);
            has(year) && has(next)
        };
        runs.iter().any(|run| holds(&run))
    };
    let mut segments: Vec<Vec<LinePoint>> = Vec::new();
    for point in history.years.iter().filter_map(point) {
        match segments.last_mut() {
            Some(segment) if segment.last().is_some_and(|p| joined(p.year, point.year)) => {
                segment.push(point);
            }
            _ => segments.push(vec![point]),
        }
    }
    let end = history
        .years
        .iter()
        .rev()
        .find(|year| year.is_published())?;
    let amount = format::reading_in(unit, &end.median);
    Some(ChartLine {
        paint: Paint::Role(column.color),
        role: column.role.title.clone(),
        segments,
        end: match end.year == last {
            true => amount,
            false => format!("{amount} ({})", end.year),
        },
    })
}

/// Why a role has no line, or a year no point.
fn missing(history: Option<&PayHistory>, column: &Column) -> String {
    match history.map(|history| history.standing) {
        Some(Standing::OnTheirWay) => "on its way".to_owned(),
        Some(Standing::Failed) => "could not be fetched".to_owned(),
        _ if column.role.pay_period() == PayPeriod::Hourly => {
            format::reading_in(Unit::DollarsAnHour, &Reading::PaidOnly(PayPeriod::Hourly))
        }
        _ => format::NOT_PUBLISHED.to_owned(),
    }
}

fn key(of_period: &str, dollars: Dollars, drawn: &[&PayHistory]) -> String {
    let how = match dollars {
        Dollars::OfMay2025 => {
            "Crossroads took inflation out by the consumer price index (CPI-U). The errors of past years \
             are not known; a small change may be chance."
        }
        Dollars::OfEachYear => "inflation is not taken out.",
    };
    let mut key = format!("{of_period} {}: {how}", dollars.name());
    if drawn.iter().any(|history| history.is_thin) {
        key.push_str(
            " Points without a line: too few years, or jumps on too few jobs, for a line to mean \
             anything.",
        );
    }
    let is_open = |year: &PayYear| matches!(year.median, Reading::AtLeast(_));
    if drawn
        .iter()
        .any(|history| history.years.iter().any(is_open))
    {
        key.push_str(" An arrow is open upwards: the source says only “at least”.");
    }
    key
}

fn table(
    columns: &[Column],
    histories: &[PayHistory],
    unit: Unit,
    period: PayPeriod,
) -> Vec<RoleFigures> {
    let roles = columns.iter().enumerate().map(|(place, column)| {
        let history = histories.iter().find(|history| history.column == place);
        let years = history.filter(|h| h.years.iter().any(PayYear::is_published));
        let years = years.map(|history| {
            let years = history.years.iter().map(|year| {
                let unit = match history.period == period {
                    true => unit,
                    false => Unit::DollarsAnHour,
                };
                let median = format::reading_in(unit, &year.median);
                (format!("May {}", year.year), median)
            });
            years.collect()
        });
        let none = || vec![("Past years".to_owned(), missing(history, column))];
        RoleFigures {
            role: column.role.title.clone(),
            figures: years.unwrap_or_else(none),
        }
    });
    roles.collect()
}
