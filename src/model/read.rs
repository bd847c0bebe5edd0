//! JSON -> [`Dataset`]. Whatever is not as `data/README.md` says is refused, naming role, field,
//! what was expected and what was found.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value as Json;

use super::{
    Counterpart, DataError, Dataset, Figure, Metric, NamedShare, PayPeriod, Reading, Role, RoleId,
    Shape, Source, SourceId, Unit, Value, Words,
};

/// How far a set of shares may be from 100 and still be called rounded: half a unit of the last
/// published digit for each of up to ten shares of one decimal.
const ROUNDING: f64 = 0.5;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    sources: Vec<Source>,
    default: Vec<RoleId>,
    roles: Vec<RoleEntry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RoleEntry {
    id: RoleId,
    title: String,
    plural: String,
    singular: String,
    source: SourceId,
    official: Option<Counterpart>,
    words: Words,
    /// By source, then by metric key: so that no figure can be written down without its source.
    figures: BTreeMap<SourceId, BTreeMap<String, Json>>,
}

pub(super) fn dataset(json: &str) -> Result<Dataset, DataError> {
    let file: File = serde_json::from_str(json).map_err(|error| {
        DataError::new(
            "the file",
            format!("line {}, column {}", error.line(), error.column()),
            "the layout of data/README.md",
            error.to_string(),
        )
    })?;

    let mut sources = BTreeMap::new();
    for source in file.sources {
        let id = source.id.clone();
        if sources.insert(id.clone(), source).is_some() {
            return Err(DataError::new(
                "sources",
                "id",
                "each id once",
                quote(&id.0),
            ));
        }
    }

    let mut roles: Vec<Arc<Role>> = Vec::with_capacity(file.roles.len());
    for entry in file.roles {
        let role = role(entry, &sources)?;
        if roles.iter().any(|other| other.id == role.id) {
            return Err(DataError::new(role.id.0, "id", "each id once", "it twice"));
        }
        roles.push(Arc::new(role));
    }

    for id in &file.default {
        if !roles.iter().any(|role| role.id == *id) {
            let expected = "the id of a role of this file";
            return Err(DataError::new("default", "id", expected, quote(&id.0)));
        }
    }
    Ok(Dataset::new(sources, roles, file.default))
}

fn role(entry: RoleEntry, sources: &BTreeMap<SourceId, Source>) -> Result<Role, DataError> {
    let at = |field: &str, expected: &str, found: String| {
        DataError::new(entry.id.0.clone(), field, expected, found)
    };
    let fits_a_link = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if entry.id.0.is_empty() || !entry.id.0.chars().all(fits_a_link) {
        return Err(at("id", "letters a-z, digits and -", quote(&entry.id.0)));
    }
    for (field, text) in [
        ("title", &entry.title),
        ("plural", &entry.plural),
        ("singular", &entry.singular),
        ("words.description", &entry.words.description),
    ]
    .into_iter()
    .chain(entry.words.duties.iter().map(|duty| ("words.duties", duty)))
    {
        plain_text(text).map_err(|found| at(field, "plain text", found))?;
    }
    for (field, id) in [
        ("source", &entry.source),
        ("words.source", &entry.words.source),
    ]
    .into_iter()
    .chain(entry.figures.keys().map(|id| ("figures", id)))
    {
        if !sources.contains_key(id) {
            return Err(at(field, "the id of a source of this file", quote(&id.0)));
        }
    }

    let mut figures = BTreeMap::new();
    for (source, cells) in &entry.figures {
        for (key, cell) in cells {
            let metric = Metric::with_key(key)
                .ok_or_else(|| at("figures", "the key of a metric", quote(key)))?;
            let figure = figure(metric, cell, source)
                .map_err(|(expected, found)| at(key, &expected, found))?;
            if figures.insert(metric.id, figure).is_some() {
                return Err(at(key, "one figure", "two".to_owned()));
            }
        }
    }
    Ok(Role::new(
        entry.id,
        [entry.title, entry.plural, entry.singular],
        entry.source,
        entry.official,
        entry.words,
        figures,
    ))
}

/// What was expected and what was found.
type Refusal = (String, String);

fn figure(metric: &Metric, cell: &Json, source: &SourceId) -> Result<Figure, Refusal> {
    let (cell, wider_group) = match cell.get("wider-group") {
        Some(group) => {
            let group = text(group)?;
            let of_group = cell.get("value").ok_or_else(|| {
                let expected = "a value beside wider-group".to_owned();
                (expected, cell.to_string())
            })?;
            (of_group, Some(group))
        }
        None => (cell, None),
    };
    Ok(Figure {
        reading: reading(metric, cell)?,
        source: source.clone(),
        wider_group,
    })
}

fn reading(metric: &Metric, cell: &Json) -> Result<Reading, Refusal> {
    if let Some(least) = cell.get("at-least") {
        return Ok(Reading::AtLeast(number(metric.unit, least)?));
    }
    if let Some(reason) = cell.get("not-released") {
        return Ok(Reading::NotReleased(text(reason)?));
    }
    if let Some(period) = cell.get("paid-only") {
        return match period.as_str() {
            Some("hourly") => Ok(Reading::PaidOnly(PayPeriod::Hourly)),
            Some("yearly") => Ok(Reading::PaidOnly(PayPeriod::Yearly)),
            _ => Err(("hourly or yearly".to_owned(), period.to_string())),
        };
    }
    if cell.as_str() == Some("not published") {
        return Ok(Reading::NotPublished);
    }
    Ok(Reading::Exact(match metric.shape {
        Shape::Number => Value::Number(number(metric.unit, cell)?),
        Shape::Range => range(metric.unit, cell)?,
        Shape::Name => Value::Name(text(cell)?),
        Shape::NamedShare => Value::Share(share(metric.unit, cell)?),
        Shape::Whole => Value::Shares(whole(metric.unit, cell)?),
        Shape::Weights => Value::Shares(shares(metric.unit, cell)?),
    }))
}

fn number(unit: Unit, cell: &Json) -> Result<f64, Refusal> {
    // Bounds no real figure comes near: they catch a slipped digit or column, not an odd job.
    let (least, most) = match unit {
        Unit::DollarsAYear => (1_000.0, 10_000_000.0),
        Unit::DollarsAnHour => (1.0, 5_000.0),
        Unit::Percent(_) => (-100.0, 1_000.0),
        Unit::Share(_) => (0.0, 100.0),
        Unit::Jobs => (0.0, 400_000_000.0),
        Unit::Years => (0.0, 120.0),
        Unit::OutOfFive => (0.0, 5.0),
        Unit::Name => return Err(("a name".to_owned(), cell.to_string())),
    };
    match cell.as_f64() {
        Some(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err((format!("a number from {least} to {most}"), cell.to_string())),
    }
}

fn range(unit: Unit, cell: &Json) -> Result<Value, Refusal> {
    let end = |name: &str| cell.get(name).unwrap_or(&Json::Null);
    let (low, high) = (number(unit, end("low"))?, number(unit, end("high"))?);
    if low > high {
        let expected = "a low end that is not above the high end".to_owned();
        return Err((expected, cell.to_string()));
    }
    Ok(Value::Range { low, high })
}

fn share(unit: Unit, cell: &Json) -> Result<NamedShare, Refusal> {
    let part = |name: &str| cell.get(name).unwrap_or(&Json::Null);
    Ok(NamedShare {
        name: text(part("name"))?,
        percent: number(unit, part("percent"))?,
    })
}

fn shares(unit: Unit, cell: &Json) -> Result<Vec<NamedShare>, Refusal> {
    let list = cell.as_array().filter(|list| !list.is_empty());
    let list = list.ok_or_else(|| {
        let expected = "a list of names with percents".to_owned();
        (expected, cell.to_string())
    })?;
    let mut shares: Vec<NamedShare> = Vec::with_capacity(list.len());
    for item in list {
        let share = share(unit, item)?;
        if shares.iter().any(|other| other.name == share.name) {
            return Err(("each name once".to_owned(), quote(&share.name)));
        }
        shares.push(share);
    }
    Ok(shares)
}

fn whole(unit: Unit, cell: &Json) -> Result<Vec<NamedShare>, Refusal> {
    let shares = shares(unit, cell)?;
    let sum: f64 = shares.iter().map(|share| share.percent).sum();
    if (sum - 100.0).abs() > ROUNDING {
        let expected = "shares that add up to 100 within rounding".to_owned();
        return Err((expected, format!("{sum:.1}")));
    }
    Ok(shares)
}

fn text(cell: &Json) -> Result<String, Refusal> {
    let text = cell
        .as_str()
        .ok_or_else(|| ("plain text".to_owned(), cell.to_string()))?;
    plain_text(text).map_err(|found| ("plain text".to_owned(), found))?;
    Ok(text.to_owned())
}

/// Text that can be read out: not empty, no stray white space, nothing that looks like markup.
fn plain_text(text: &str) -> Result<(), String> {
    let strange = |c: char| matches!(c, '<' | '>') || c.is_control();
    if text.is_empty() || text.trim() != text || text.contains(strange) {
        return Err(quote(text));
    }
    Ok(())
}

fn quote(text: &str) -> String {
    format!("{text:?}")
}
