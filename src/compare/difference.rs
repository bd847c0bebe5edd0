//! When two figures may be called different.

use crate::model::{MetricId, Role, SamplingError};

/// How many standard errors a difference has to exceed to be called one: 95 percent confidence.
const NORMAL_AT_95: f64 = 1.96;

/// Whether the difference of two roles in a metric may be chance: within the survey's error at 95
/// percent confidence. Where a source states no error, no difference is called chance.
pub fn within_error(metric: MetricId, one: &Role, other: &Role) -> bool {
    let number = |role: &Role| role.figure(metric).and_then(|figure| figure.own_number());
    let (Some(a), Some(b)) = (number(one), number(other)) else {
        return false;
    };
    let (Some(error_a), Some(error_b)) = (
        standard_error(metric, one, a),
        standard_error(metric, other, b),
    ) else {
        return false;
    };
    (a - b).abs() <= NORMAL_AT_95 * error_a.hypot(error_b)
}

/// The standard error of a figure, in its own unit.
fn standard_error(metric: MetricId, role: &Role, number: f64) -> Option<f64> {
    Some(match role.figure(stated_for(metric))?.error? {
        SamplingError::RelativeStandardError(percent) => number * percent / 100.0,
        SamplingError::MarginAt95(points) => points / NORMAL_AT_95,
    })
}

/// Which figure carries the error: the wage survey states one for the mean wage and none for the
/// percentiles, so that of the mean stands for the median too.
fn stated_for(metric: MetricId) -> MetricId {
    match metric {
        MetricId::PayYearMedian => MetricId::PayYearAverage,
        MetricId::PayHourMedian => MetricId::PayHourAverage,
        other => other,
    }
}
