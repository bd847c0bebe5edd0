//! Own roles as a file that can be read again, and the templates for one.

use serde_json::{Map, Value as Json, json};

use super::OwnRoles;
use super::draft::people_in;
use super::sheet::{columns, plain};
use crate::model::csv_text::{BYTE_ORDER_MARK, harmless, push_line};
use crate::model::{
    Currency, Figure, METRICS, Metric, NamedAmount, PayPeriod, Reading, Role, Shape, Unit, Value,
};

/// The roles of a file as JSON.
pub(super) fn json(own: &OwnRoles) -> String {
    let roles = own.roles.iter().map(|role| {
        let figures = METRICS.iter().filter_map(|metric| {
            let cell = cell(role.figure(metric.id)?);
            Some((metric.key.to_owned(), cell))
        });
        let figures: Map<String, Json> = figures.collect();
        let names = names(role).into_iter().filter(|(_, name)| !name.is_empty());
        let names = names.map(|(field, name)| (field.to_owned(), Json::from(name)));
        let fields: Map<String, Json> = names
            .chain([("figures".to_owned(), Json::Object(figures))])
            .collect();
        Json::Object(fields)
    });
    let roles: Vec<Json> = roles.collect();
    file(&own.currency, &roles)
}

fn file(currency: &str, roles: &[Json]) -> String {
    let file = json!({"currency": currency, "roles": roles});
    // A value of JSON has no reason not to be written.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// What a role is called; empty where that is made from its title.
fn names(role: &Role) -> [(&'static str, String); 4] {
    let unless = |usual: &str, name: &str| match name == usual {
        true => String::new(),
        false => plain_name(name),
    };
    let singular = role.singular.as_deref().unwrap_or(&role.title);
    [
        ("title", plain_name(&role.title)),
        ("id", role.id.0.clone()),
        ("plural", unless(&people_in(&role.title), &role.plural)),
        ("singular", unless(&role.title, singular)),
    ]
}

/// A name without what sets it apart in sentences.
fn plain_name(name: &str) -> String {
    name.replace(['\u{2068}', '\u{2069}'], "")
}

/// A figure as a file has it.
fn cell(figure: &Figure) -> Json {
    match &figure.reading {
        Reading::AtLeast(least) => json!({"at-least": plain(*least)}),
        Reading::NotReleased(reason) => json!({"not-released": reason}),
        // Of a file nothing is computed.
        Reading::NotPublished
        | Reading::WithinRounding
        | Reading::TooFewPlaces
        | Reading::UnsureRivals(_) => json!("not published"),
        Reading::PaidOnly(PayPeriod::Hourly) => json!({"paid-only": "hourly"}),
        Reading::PaidOnly(PayPeriod::Yearly) => json!({"paid-only": "yearly"}),
        Reading::Exact(value) => match value {
            Value::Number(number) => plain(*number),
            Value::Range { low, high } => json!({"low": plain(*low), "high": plain(*high)}),
            Value::Name(name) => json!(name),
            Value::Named { names, amount } => {
                json!({"name": names.join("; "), "percent": plain(*amount)})
            }
            Value::List(list) => list.iter().map(share).collect(),
            // No file can hold them, so that there are none.
            Value::Place(_) | Value::Roles(_) => Json::Null,
        },
    }
}

fn share(named: &NamedAmount) -> Json {
    json!({"name": named.name, "percent": plain(named.amount)})
}

/// The names of all columns of a sheet.
fn header() -> Vec<String> {
    let fields = super::draft::FIELDS.map(str::to_owned).into_iter();
    fields.chain(METRICS.iter().flat_map(columns)).collect()
}

/// The roles of a file as CSV.
pub(super) fn csv(own: &OwnRoles) -> String {
    let rows = own.roles.iter().map(|role| row(role, &own.currency));
    table(rows)
}

fn table(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    push_line(&mut text, &header());
    for row in rows {
        push_line(&mut text, &row);
    }
    text
}

fn row(role: &Role, currency: &str) -> Vec<String> {
    let names = names(role).map(|(_, name)| harmless(&name)).into_iter();
    let figures = METRICS
        .iter()
        .flat_map(|metric| match role.figure(metric.id) {
            Some(figure) => texts(metric, &cell(figure)),
            None => columns(metric).iter().map(|_| String::new()).collect(),
        });
    names.chain([currency.to_owned()]).chain(figures).collect()
}

/// What stands in the columns of a figure: what a sheet is read from, from what a file in JSON has.
fn texts(metric: &Metric, cell: &Json) -> Vec<String> {
    let words = |cell: &Json| match cell {
        Json::String(text) => harmless(text),
        other => other.to_string(),
    };
    let list = |items: &[Json]| {
        let items = items
            .iter()
            .map(|item| match (item["name"].as_str(), &item["percent"]) {
                (Some(name), percent) => format!("{name}: {percent}"),
                _ => String::new(),
            });
        harmless(&items.collect::<Vec<_>>().join("; "))
    };
    let first = match cell {
        Json::Array(items) => list(items),
        cell if cell.get("at-least").is_some() => format!("at least {}", cell["at-least"]),
        cell if cell.get("not-released").is_some() => {
            format!(
                "not released ({})",
                cell["not-released"].as_str().unwrap_or_default()
            )
        }
        cell if cell.get("paid-only").is_some() => {
            format!("{} only", cell["paid-only"].as_str().unwrap_or_default())
        }
        Json::Object(_) if metric.shape == Shape::Range => {
            return [&cell["low"], &cell["high"]].map(words).into();
        }
        Json::Object(_) => return [&cell["name"], &cell["percent"]].map(words).into(),
        cell => words(cell),
    };
    let rest = columns(metric).len().saturating_sub(1);
    std::iter::once(first)
        .chain(vec![String::new(); rest])
        .collect()
}

/// A figure that shows the form of a metric's; none for what no file can hold. Every amount is made up.
fn example(metric: &Metric) -> Option<Json> {
    let number = match metric.unit {
        Unit::DollarsAYear => json!(60_000),
        Unit::DollarsAWeek => json!(1_200),
        Unit::DollarsAnHour => json!(30),
        Unit::Jobs | Unit::JobChange => json!(1_000),
        Unit::Years | Unit::OutOfFive => json!(4),
        Unit::Percent(_) | Unit::Share(_) | Unit::Name => json!(10),
    };
    let of_whole = |names: &[&str]| {
        let rest = 100 - 10 * (names.len() as i64 - 1);
        let amount = |place: usize| if place == 0 { rest } else { 10 };
        let names = names.iter().enumerate();
        names
            .map(|(place, name)| json!({"name": name, "percent": amount(place)}))
            .collect()
    };
    Some(match metric.shape {
        Shape::Number => number,
        Shape::Range => json!({"low": number, "high": number}),
        Shape::Name => json!("Example"),
        Shape::NamedShare => json!({"name": "Example", "percent": number}),
        Shape::Whole(names) | Shape::Overlapping(names) => of_whole(names),
        Shape::Weights => json!([{"name": "Example", "percent": number}]),
        Shape::Place | Shape::Roles => return None,
    })
}

/// What a template calls its one role.
const EXAMPLE: &str = "Example role";

/// A file to be filled in, as JSON: one role with every figure there can be. It is made from [`METRICS`].
pub fn template_json(currency: &Currency) -> String {
    let figures = METRICS
        .iter()
        .filter_map(|metric| Some((metric.key.to_owned(), example(metric)?)));
    let figures: Map<String, Json> = figures.collect();
    file(
        &currency.code,
        &[json!({"title": EXAMPLE, "figures": figures})],
    )
}

/// The same as CSV.
pub fn template_csv(currency: &Currency) -> String {
    let fields = [EXAMPLE, "", "", "", &currency.code]
        .map(str::to_owned)
        .into_iter();
    let figures = METRICS
        .iter()
        .filter_map(|metric| Some(texts(metric, &example(metric)?)));
    table(std::iter::once(fields.chain(figures.flatten()).collect()))
}
