//! Single cells of JSON -> values, each checked against what its unit and shape allow.

use serde_json::Value as Json;

use super::error::{DataError, Expected, Refusal};
use super::{NamedAmount, Unit, Value};

/// How far a set of shares may be from 100 and still be called rounded: half a unit of the last
/// published digit for each of up to ten shares of one decimal.
const ROUNDING: f64 = 0.5;

/// A refusal at a field of a role.
pub(super) fn at<'a>(role: &'a str, field: &'a str) -> impl FnOnce(Refusal) -> DataError + 'a {
    move |refusal| refusal.at(role, field)
}

/// A number that a figure of this unit can have.
pub(super) fn number(unit: Unit, cell: &Json) -> Result<f64, Refusal> {
    // Bounds no real figure comes near: they catch a slipped digit or column, not an odd job.
    let (least, most) = match unit {
        Unit::DollarsAYear => (1_000.0, 10_000_000.0),
        Unit::DollarsAWeek => (20.0, 200_000.0),
        Unit::DollarsAnHour => (1.0, 5_000.0),
        Unit::Percent(_) => (-100.0, 1_000.0),
        Unit::Share(_) => (0.0, 100.0),
        Unit::Jobs => (0.0, 400_000_000.0),
        Unit::JobChange => (-400_000_000.0, 400_000_000.0),
        Unit::Years => (0.0, 120.0),
        Unit::OutOfFive => (0.0, 5.0),
        Unit::Name => return Err(Refusal::new("a name", cell.to_string())),
    };
    match cell.as_f64() {
        Some(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(Refusal::new(
            Expected::Between(least, most),
            cell.to_string(),
        )),
    }
}

/// A low and a high end: `{"low": …, "high": …}`.
pub(super) fn range(unit: Unit, cell: &Json) -> Result<Value, Refusal> {
    let end = |name: &str| cell.get(name).unwrap_or(&Json::Null);
    let (low, high) = (number(unit, end("low"))?, number(unit, end("high"))?);
    if low > high {
        let expected = "a low end that is not above the high end";
        return Err(Refusal::new(expected, cell.to_string()));
    }
    Ok(Value::Range { low, high })
}

/// A name with its percentage: `{"name": …, "percent": …}`.
pub(super) fn share(unit: Unit, cell: &Json) -> Result<NamedAmount, Refusal> {
    let field = |name: &str| cell.get(name).unwrap_or(&Json::Null);
    Ok(NamedAmount {
        name: text(field("name"))?,
        amount: number(unit, field("percent"))?,
    })
}

/// A list of such names, each once.
pub(super) fn shares(unit: Unit, cell: &Json) -> Result<Vec<NamedAmount>, Refusal> {
    let list = cell.as_array().filter(|list| !list.is_empty());
    let list = list.ok_or_else(|| {
        let expected = "a list of names with percents";
        Refusal::new(expected, cell.to_string())
    })?;
    let mut shares: Vec<NamedAmount> = Vec::with_capacity(list.len());
    for item in list {
        let share = share(unit, item)?;
        if shares.iter().any(|other| other.name == share.name) {
            return Err(Refusal::new("each name once", quote(&share.name)));
        }
        shares.push(share);
    }
    Ok(shares)
}

/// Shares that add up to a whole, within rounding.
pub(super) fn whole(shares: Vec<NamedAmount>) -> Result<Vec<NamedAmount>, Refusal> {
    let sum: f64 = shares.iter().map(|share| share.amount).sum();
    if (sum - 100.0).abs() > ROUNDING {
        let expected = "shares that add up to 100 within rounding";
        return Err(Refusal::new(expected, format!("{sum:.1}")));
    }
    Ok(shares)
}

/// A text that can be read out.
pub(super) fn text(cell: &Json) -> Result<String, Refusal> {
    let text = cell
        .as_str()
        .ok_or_else(|| Refusal::new("plain text", cell.to_string()))?;
    plain_text(text)?;
    Ok(text.to_owned())
}

/// Text that can be read out: not empty, no stray white space, nothing that looks like markup.
pub(super) fn plain_text(text: &str) -> Result<(), Refusal> {
    let strange = |c: char| matches!(c, '<' | '>') || c.is_control();
    if text.is_empty() || text.trim() != text || text.contains(strange) {
        return Err(Refusal::new("plain text", quote(text)));
    }
    Ok(())
}

pub(super) fn quote(text: &str) -> String {
    format!("{text:?}")
}

/// A row of a table, as its cells.
pub(super) fn row<const N: usize>(json: &str) -> Result<[Json; N], Refusal> {
    let cells: Vec<Json> = serde_json::from_str(json)
        .map_err(|error| Refusal::new("a row of JSON", error.to_string()))?;
    cells.try_into().map_err(|cells: Vec<Json>| {
        let found = format!("{} cells", cells.len());
        Refusal::new(Expected::Exactly(N, "cells"), found)
    })
}

/// The cells of an array.
pub(super) fn array<const N: usize>(cell: &Json) -> Result<[&Json; N], Refusal> {
    let cells: Vec<&Json> = cell.as_array().into_iter().flatten().collect();
    let refuse = |_| Refusal::new(Expected::ArrayOf(N), cell.to_string());
    cells.try_into().map_err(refuse)
}
