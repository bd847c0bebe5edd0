//! Figures as cells of a flat file: one row a role, every figure in columns named with their unit.
//!
//! A value is a bare number or a name; whatever is not a value says so in words.

use std::collections::BTreeMap;

use super::{Figure, METRICS, Metric, Role, SamplingError, Shape, Top, Unit, Value, format};

/// The columns most readers look for; they stand first, all others follow in the order of the
/// registry.
const FIRST: [&str; 15] = [
    "id",
    "title",
    "jobs",
    "annual_mean_usd",
    "annual_p10_usd",
    "annual_p25_usd",
    "annual_median_usd",
    "annual_p75_usd",
    "annual_p90_usd",
    "hourly_median_usd",
    "growth_pct",
    "openings_per_year",
    "women_pct",
    "median_age_years",
    "bachelors_pct",
];

/// The names of the columns, in order.
pub fn header() -> Vec<&'static str> {
    let metrics = METRICS.iter().flat_map(columns);
    let all = std::iter::once("source").chain(metrics);
    let rest = all.filter(|column| !FIRST.contains(column));
    FIRST.into_iter().chain(rest).collect()
}

/// The cells of a role under [`header`].
pub fn row(role: &Role) -> Vec<String> {
    let own = [
        ("id", role.id.0.clone()),
        ("title", role.title.clone()),
        ("source", role.source.0.clone()),
    ];
    let metrics = METRICS.iter().flat_map(|metric| {
        let figure = role.figure(metric.id);
        let error = metric.error_column.map(|_| error(figure));
        let base = metric.base_column.map(|_| base(figure));
        let cells = cells(metric, role).into_iter().chain(error).chain(base);
        columns(metric).zip(cells)
    });
    let mut by_column: BTreeMap<&str, String> = own.into_iter().chain(metrics).collect();
    let cells = header().into_iter();
    cells
        .map(|column| by_column.remove(column).unwrap_or_default())
        .collect()
}

/// The columns of a metric, those of its error and its base last.
fn columns(metric: &Metric) -> impl Iterator<Item = &'static str> + use<> {
    let columns = metric.columns.iter().copied();
    columns.chain(metric.error_column).chain(metric.base_column)
}

/// The error of a figure, in percent or in points as its column says.
fn error(figure: Option<&Figure>) -> String {
    match figure.and_then(|figure| figure.error) {
        Some(SamplingError::RelativeStandardError(n) | SamplingError::MarginAt95(n)) => {
            number(Unit::Share(1), n)
        }
        Some(SamplingError::RuleOfThumb(_)) | None => format::NOT_PUBLISHED.to_owned(),
    }
}

/// The number of people a figure describes.
fn base(figure: Option<&Figure>) -> String {
    match figure.and_then(|figure| figure.base) {
        Some(people) => number(Unit::Jobs, people),
        None => format::NOT_PUBLISHED.to_owned(),
    }
}

/// One cell for each column of the metric.
fn cells(metric: &Metric, role: &Role) -> Vec<String> {
    let all = |text: &str| vec![text.to_owned(); metric.columns.len()];
    let Some(figure) = role.figure(metric.id) else {
        return all(format::NOT_PUBLISHED);
    };
    let Some(value) = figure.exact() else {
        return all(&format::figure(metric, figure));
    };
    let mut cells = match value {
        Value::Number(number) => vec![self::number(metric.unit, *number)],
        Value::Range { low, high } => vec![number(metric.unit, *low), number(metric.unit, *high)],
        Value::Name(name) => vec![name.clone()],
        Value::Named { names, amount } => vec![names.join("; "), number(metric.unit, *amount)],
        Value::List(list) => match metric.shape {
            Shape::Whole(names) | Shape::Overlapping(names) => {
                let share = |name: &&str| list.iter().find(|named| named.name == **name);
                let cell = |name| match share(name) {
                    Some(named) => number(metric.unit, named.amount),
                    None => format::NOT_PUBLISHED.to_owned(),
                };
                names.iter().map(cell).collect()
            }
            _ => {
                let items = list.iter();
                let items = items.map(|n| format!("{} {}", n.name, number(metric.unit, n.amount)));
                vec![items.collect::<Vec<_>>().join("; ")]
            }
        },
        Value::Place(place) => top(metric.unit, &place.top),
        Value::Roles(roles) => {
            let ids: Vec<&str> = roles.iter().map(|role| role.0.as_str()).collect();
            vec![ids.join(" ")]
        }
    };
    if let Some(group) = &figure.wider_group {
        for cell in &mut cells {
            *cell = format!("for a wider group ({group}): {cell}");
        }
    }
    cells
}

/// The names, how many there are, the highest and the lowest median; where there is one, its jobs and the error of its wage.
fn top(unit: Unit, top: &Top) -> Vec<String> {
    match top {
        Top::One {
            name,
            median,
            jobs,
            wage_rse,
        } => vec![
            name.clone(),
            "1".to_owned(),
            number(unit, *median),
            number(unit, *median),
            number(Unit::Jobs, *jobs),
            number(Unit::Share(1), *wage_rse),
        ],
        Top::Several {
            names,
            others,
            lowest,
            highest,
        } => vec![
            names.join("; "),
            (names.len() + *others as usize).to_string(),
            number(unit, *highest),
            number(unit, *lowest),
            format::TOO_CLOSE.to_owned(),
            format::TOO_CLOSE.to_owned(),
        ],
    }
}

/// A number as a program reads it: no separators, no unit, as many decimals as the source has.
fn number(unit: Unit, number: f64) -> String {
    let decimals = match unit {
        Unit::DollarsAnHour | Unit::OutOfFive => 2,
        Unit::Percent(decimals) | Unit::Share(decimals) => decimals.max(1),
        Unit::DollarsAYear | Unit::DollarsAWeek => 0,
        Unit::Jobs | Unit::JobChange | Unit::Years | Unit::Name => 1,
    };
    let text = format!("{number:.decimals$}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}
