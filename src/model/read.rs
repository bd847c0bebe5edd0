//! A file of roles written out in full -> [`RolesFile`]. Whatever is not as `data/README.md` says is
//! refused, naming role, field, what was expected and what was found.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value as Json;

use super::cell::{number, plain_text, quote, range, share, shares, text, whole};
use super::error::{Expected, Refusal};
use super::role::Names;
use super::{
    Counterpart, Currency, DataError, Figure, Metric, PayPeriod, Reading, Role, RoleId, Section,
    Shape, Source, SourceId, Value, Words,
};

/// The checked content of a file of roles.
pub(super) struct RolesFile {
    /// The sources it describes.
    pub sources: BTreeMap<SourceId, Source>,
    /// Its roles, in its order.
    pub roles: Vec<Arc<Role>>,
    /// The roles of its default comparison.
    pub default: Vec<RoleId>,
    /// The money its pay is in.
    pub currency: Currency,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    currency: Option<Currency>,
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
    singular: Option<String>,
    source: SourceId,
    official: Option<Counterpart>,
    words: Option<Words>,
    /// By source, then by metric key: so that no figure can be written down without its source.
    figures: BTreeMap<SourceId, BTreeMap<String, Json>>,
}

/// Reads a file of roles.
pub(super) fn roles_file(json: &str) -> Result<RolesFile, DataError> {
    let file: File = parsed("the file", json)?;
    let sources = described(file.sources)?;
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
    let currency = file.currency.map(Currency::checked).transpose()?;
    Ok(RolesFile {
        sources,
        roles,
        default: file.default,
        currency: currency.unwrap_or_else(Currency::us_dollars),
    })
}

/// Reads a list of sources.
pub(super) fn sources_file(json: &str) -> Result<BTreeMap<SourceId, Source>, DataError> {
    described(parsed("the list of sources", json)?)
}

fn parsed<T: for<'de> Deserialize<'de>>(file: &str, json: &str) -> Result<T, DataError> {
    serde_json::from_str(json).map_err(|error| {
        DataError::new(
            file,
            format!("line {}, column {}", error.line(), error.column()),
            "the layout of data/README.md",
            error.to_string(),
        )
    })
}

fn described(list: Vec<Source>) -> Result<BTreeMap<SourceId, Source>, DataError> {
    let mut sources = BTreeMap::new();
    for source in list {
        let id = source.id.clone();
        // The link goes into the page as it is.
        if let Some(link) = source
            .link
            .as_ref()
            .filter(|link| !link.starts_with("https://"))
        {
            let at = format!("sources, {}", id.0);
            let found = quote(link);
            return Err(DataError::new(
                at,
                "link",
                "an address with https://",
                found,
            ));
        }
        if sources.insert(id.clone(), source).is_some() {
            let found = quote(&id.0);
            return Err(DataError::new("sources", "id", "each id once", found));
        }
    }
    Ok(sources)
}

fn role(entry: RoleEntry, sources: &BTreeMap<SourceId, Source>) -> Result<Role, DataError> {
    let at = |field: &str, expected: Expected, found: String| {
        DataError::new(entry.id.0.clone(), field, expected, found)
    };
    let fits_a_link = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if entry.id.0.is_empty() || !entry.id.0.chars().all(fits_a_link) {
        return Err(at(
            "id",
            "letters a-z, digits and -".into(),
            quote(&entry.id.0),
        ));
    }
    if entry.id.is_own() {
        let expected = "an id that none of a visitor's own roles can have";
        return Err(at("id", expected.into(), quote(&entry.id.0)));
    }
    let words = entry.words.iter();
    let written = words.clone().flat_map(|words| {
        let duties = words.duties.iter().map(|duty| ("words.duties", duty));
        [("words.description", &words.description)]
            .into_iter()
            .chain(duties)
    });
    for (field, text) in [("title", &entry.title), ("plural", &entry.plural)]
        .into_iter()
        .chain(entry.singular.iter().map(|name| ("singular", name)))
        .chain(written)
    {
        plain_text(text).map_err(|refusal| refusal.at(entry.id.0.clone(), field))?;
    }
    for (field, id) in [("source", &entry.source)]
        .into_iter()
        .chain(words.map(|words| ("words.source", &words.source)))
        .chain(entry.figures.keys().map(|id| ("figures", id)))
    {
        if !sources.contains_key(id) {
            return Err(at(
                field,
                "the id of a source of this file".into(),
                quote(&id.0),
            ));
        }
    }

    let mut figures = BTreeMap::new();
    for (source, cells) in &entry.figures {
        for (key, cell) in cells {
            let metric = Metric::with_key(key).ok_or_else(|| {
                let expected = Metric::expected_key("the key of a metric", key);
                at("figures", expected, quote(key))
            })?;
            let figure = figure(metric, cell, source)
                .map_err(|refusal| refusal.at(entry.id.0.clone(), key))?;
            if figures.insert(metric.id, figure).is_some() {
                return Err(at(key, "one figure".into(), "two".to_owned()));
            }
        }
    }
    Ok(Role::new(
        entry.id,
        Names {
            title: entry.title,
            plural: entry.plural,
            singular: entry.singular,
        },
        entry.source,
        entry.official,
        entry.words,
        figures,
    ))
}

/// A figure as a file has it.
pub(super) fn figure(metric: &Metric, cell: &Json, source: &SourceId) -> Result<Figure, Refusal> {
    let (cell, wider_group) = match cell.get("wider-group") {
        Some(group) => {
            let group = text(group)?;
            let of_group = cell.get("value").ok_or_else(|| {
                let expected = "a value beside wider-group";
                Refusal::new(expected, cell.to_string())
            })?;
            (of_group, Some(group))
        }
        None => (cell, None),
    };
    Ok(Figure::new(reading(metric, cell)?, source).of_wider_group(wider_group))
}

/// The keys by which a cell says that it is not a value.
const MARKS: [&str; 3] = ["at-least", "not-released", "paid-only"];

fn reading(metric: &Metric, cell: &Json) -> Result<Reading, Refusal> {
    if let Some(marks) = cell.as_object().filter(|cell| cell.len() > 1) {
        let marked = MARKS.iter().any(|mark| marks.contains_key(*mark));
        if marked {
            let expected = Expected::OneOf(&MARKS, " and nothing beside it");
            return Err(Refusal::new(expected, cell.to_string()));
        }
    }
    if let Some(least) = cell.get("at-least") {
        if metric.shape != Shape::Number {
            let expected = "at-least with a single number only";
            return Err(Refusal::new(expected, cell.to_string()));
        }
        return Ok(Reading::AtLeast(number(metric.unit, least)?));
    }
    if let Some(reason) = cell.get("not-released") {
        return Ok(Reading::NotReleased(text(reason)?));
    }
    if let Some(period) = cell.get("paid-only") {
        if metric.section != Section::Pay {
            let expected = "paid-only with a metric of pay only";
            return Err(Refusal::new(expected, cell.to_string()));
        }
        return match period.as_str() {
            Some("hourly") => Ok(Reading::PaidOnly(PayPeriod::Hourly)),
            Some("yearly") => Ok(Reading::PaidOnly(PayPeriod::Yearly)),
            _ => Err(Refusal::new("hourly or yearly", period.to_string())),
        };
    }
    if cell.as_str() == Some("not published") {
        return Ok(Reading::NotPublished);
    }
    Ok(Reading::Exact(match metric.shape {
        Shape::Number => Value::Number(number(metric.unit, cell)?),
        Shape::Range => range(metric.unit, cell)?,
        Shape::Name => Value::Name(text(cell)?),
        Shape::NamedShare => {
            let named = share(metric.unit, cell)?;
            Value::Named {
                names: vec![named.name],
                amount: named.amount,
            }
        }
        Shape::Whole(_) => Value::List(whole(shares(metric.unit, cell)?)?),
        Shape::Overlapping(_) | Shape::Weights => Value::List(shares(metric.unit, cell)?),
        Shape::Place | Shape::Roles => {
            let expected = "a metric that the layout has a form for";
            return Err(Refusal::new(expected, metric.key.to_owned()));
        }
    }))
}
