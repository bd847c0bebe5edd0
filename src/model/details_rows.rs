//! The rows of an occupation's shard.

use serde_json::Value as Json;

use super::cell;
use super::error::Refusal;
use super::official::wages::{not_released, wage};
use super::{Reading, Unit, Value};

/// A place of an order.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedPlace {
    /// The code of the area or of the industry.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The median pay there: by the hour for roles that are paid by the hour only, else by the year.
    pub median: Reading,
    /// How many of these jobs there are.
    pub jobs: f64,
    /// The relative standard error of the number of jobs, in percent, where it is released.
    pub jobs_rse: Option<f64>,
    /// The relative standard error of the mean wage, in percent, where it is released.
    pub wage_rse: Option<f64>,
}

/// A role in a state.
#[derive(Clone, Debug, PartialEq)]
pub struct StateFigures {
    /// The FIPS code of the state.
    pub fips: String,
    /// The median pay, by the hour for roles that are paid by the hour only, else by the year.
    pub median: Reading,
    /// The number of jobs.
    pub jobs: Reading,
    /// How many of 1,000 jobs in the state are these.
    pub per_thousand: Reading,
    /// That share as a multiple of the nation's.
    pub quotient: Reading,
}

/// A role in a past year.
#[derive(Clone, Debug, PartialEq)]
pub struct PayYear {
    /// The year, in May.
    pub year: u16,
    /// The number of jobs, where it is published.
    pub jobs: Option<f64>,
    /// The median, in dollars of that year; top-coded by that year's own threshold.
    pub median: Reading,
}

impl PayYear {
    /// Whether its median is a number, or "at least" one.
    pub fn is_published(&self) -> bool {
        matches!(self.median, Reading::Exact(_) | Reading::AtLeast(_))
    }
}

/// `[code, name, median, jobs, jobs_rse, wage_rse]`.
pub(super) fn ranked(row: &Json) -> Result<RankedPlace, Refusal> {
    let [code, name, median, jobs, jobs_rse, wage_rse] = cell::array(row)?;
    Ok(RankedPlace {
        code: cell::text(code)?,
        name: cell::text(name)?,
        median: median_pay(median)?,
        jobs: cell::number(Unit::Jobs, jobs)?,
        jobs_rse: jobs_rse.as_f64(),
        wage_rse: wage_rse.as_f64(),
    })
}

/// `[fips, median, jobs, per_1000_jobs, location_quotient]`.
pub(super) fn state(row: &Json) -> Result<StateFigures, Refusal> {
    let [fips, median, jobs, per_thousand, quotient] = cell::array(row)?;
    Ok(StateFigures {
        fips: cell::text(fips)?,
        median: median_pay(median)?,
        jobs: count(jobs)?,
        per_thousand: count(per_thousand)?,
        quotient: count(quotient)?,
    })
}

/// `[year, jobs, p10, median, p90, mean]`.
pub(super) fn year(row: &Json) -> Result<PayYear, Refusal> {
    let [year, jobs, _, median, _, _] = cell::array(row)?;
    let number = year.as_u64().and_then(|year| u16::try_from(year).ok());
    Ok(PayYear {
        year: number.ok_or_else(|| Refusal::new("a year", year.to_string()))?,
        jobs: jobs.as_f64(),
        median: median_pay(median)?,
    })
}

/// A median by the year or by the hour.
fn median_pay(cell: &Json) -> Result<Reading, Refusal> {
    let by_the_hour = |amount: f64| amount < 1_000.0;
    let unit = match cell.as_f64() {
        Some(amount) if by_the_hour(amount) => Unit::DollarsAnHour,
        _ => Unit::DollarsAYear,
    };
    Ok(wage(unit, cell)?.unwrap_or(Reading::NotPublished))
}

/// A number from zero on, or why there is none.
fn count(cell: &Json) -> Result<Reading, Refusal> {
    Ok(match (cell.as_f64(), cell.as_str()) {
        (Some(number), _) if number >= 0.0 && number.is_finite() => {
            Reading::Exact(Value::Number(number))
        }
        (None, Some("not-released")) => not_released(),
        (None, None) if cell.is_null() => Reading::NotPublished,
        _ => {
            let expected = "a number, not-released or null";
            return Err(Refusal::new(expected, cell.to_string()));
        }
    })
}
