//! Pay and jobs as the wage survey publishes them, of the nation and of each area alike.

use serde_json::Value as Json;

use super::figures::{Figures, source};
use crate::model::cell;
use crate::model::error::Refusal;
use crate::model::metrics::{HOURLY_PAY, YEARLY_PAY};
use crate::model::{MetricId, PayPeriod, Reading, SamplingError, Unit, Value};

/// Why a cell has no figure, where the source says no more than that.
const KEPT_BACK: &str = "the source does not release this estimate";

/// Pay by the year.
pub(super) fn yearly_pay(cells: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    pay(cells, YEARLY_PAY, Unit::DollarsAYear, figures)
}

/// Pay by the hour.
pub(super) fn hourly_pay(cells: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    pay(cells, HOURLY_PAY, Unit::DollarsAnHour, figures)
}

/// Mean, p10, p25, median, p75 and p90, or the word that all of them are.
fn pay(
    cells: &Json,
    metrics: [MetricId; 6],
    unit: Unit,
    figures: &mut Figures,
) -> Result<(), Refusal> {
    if cells.is_string() {
        if let Some(reading) = wage(unit, cells)? {
            for metric in metrics {
                figures.read(metric, source::OEWS, reading.clone());
            }
        }
        return Ok(());
    }
    for (metric, cell) in metrics.into_iter().zip(cell::array::<6>(cells)?) {
        if let Some(reading) = wage(unit, cell)? {
            figures.read(metric, source::OEWS, reading);
        }
    }
    Ok(())
}

/// A wage: a number, `">=239200"`, the word that says why there is none, or nothing.
pub(in crate::model) fn wage(unit: Unit, cell: &Json) -> Result<Option<Reading>, Refusal> {
    Ok(match cell.as_str() {
        None if cell.is_null() => None,
        None => Some(Reading::Exact(Value::Number(cell::number(unit, cell)?))),
        Some("not-released") => Some(not_released()),
        Some("hourly-only") => Some(Reading::PaidOnly(PayPeriod::Hourly)),
        Some("yearly-only") => Some(Reading::PaidOnly(PayPeriod::Yearly)),
        Some(word) => {
            let least = word.strip_prefix(">=");
            let least: Option<f64> = least.and_then(|least| serde_json::from_str(least).ok());
            let least = least.ok_or_else(|| {
                let expected = "a number, >= and a number, or why there is none";
                Refusal::new(expected, cell.to_string())
            })?;
            Some(Reading::AtLeast(least))
        }
    })
}

/// What the source keeps back.
pub(in crate::model) fn not_released() -> Reading {
    Reading::NotReleased(KEPT_BACK.to_owned())
}

/// The error the publisher states is that of the mean.
pub(super) fn pay_error(rse: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    if rse.is_null() {
        return Ok(());
    }
    let error = SamplingError::RelativeStandardError(cell::number(Unit::Share(1), rse)?);
    for metric in [MetricId::PayYearAverage, MetricId::PayHourAverage] {
        if let Some(figure) = figures.0.get_mut(&metric) {
            let exact = matches!(figure.reading, Reading::Exact(_));
            figure.error = exact.then_some(error);
        }
    }
    Ok(())
}

/// The number of jobs.
pub(super) fn employment(jobs: &Json, rse: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    if jobs.is_null() {
        return Ok(());
    }
    if jobs.as_str() == Some("not-released") {
        figures.read(MetricId::JobsEmployed, source::OEWS, not_released());
        return Ok(());
    }
    let jobs = cell::number(Unit::Jobs, jobs)?;
    let error = (!rse.is_null()).then(|| cell::number(Unit::Share(1), rse));
    let error = error.transpose()?.map(SamplingError::RelativeStandardError);
    let value = Value::Number(jobs);
    figures.add(MetricId::JobsEmployed, source::OEWS, value, None, error);
    Ok(())
}
