//! How figures differ, and when they may be called different.

use super::CLEAR;
use crate::model::{
    Figure, Metric, MetricId, OwnRoles, Reading, Role, SamplingError, Unit, Value, format,
};

/// What a figure is, measured against the same figure of the baseline role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The difference in value and, where it means something, in percent: "+$12,400, 21% more".
    Signed(String),
    /// The difference is within the survey's error.
    AboutTheSame,
    /// The very same value.
    Same,
}

impl Difference {
    /// The difference in words.
    pub fn text(&self) -> &str {
        match self {
            Self::Signed(text) => text,
            Self::AboutTheSame => "about the same",
            Self::Same => "the same",
        }
    }
}

/// How a role's figure differs from the baseline's; none where they cannot be held against each
/// other: another source, a wider group, a name, a non-value.
pub fn difference(metric: &Metric, role: &Role, baseline: &Role) -> Option<Difference> {
    let (figure, base) = (role.figure(metric.id)?, baseline.figure(metric.id)?);
    if !are_comparable(figure, base) {
        return None;
    }
    let (number, base_number) = match (&figure.reading, &base.reading) {
        (Reading::AtLeast(least), Reading::Exact(Value::Number(base))) if least > base => {
            let text = signed(metric.unit, *least, *base);
            return Some(Difference::Signed(format!("at least {text}")));
        }
        _ => (comparable(figure)?, comparable(base)?),
    };
    Some(if number == base_number {
        Difference::Same
    } else if within_error(metric.id, role, baseline) {
        Difference::AboutTheSame
    } else {
        Difference::Signed(signed(metric.unit, number, base_number))
    })
}

/// Whether two figures are from the same source and of the roles themselves, so that they may be held
/// against each other. Those of a visitor's own file are there to be held against others: each of them says whose it is.
pub(super) fn are_comparable(figure: &Figure, base: &Figure) -> bool {
    let own = |figure: &Figure| figure.wider_group.is_none();
    let file = OwnRoles::source_id();
    let of_file = figure.source == file || base.source == file;
    (figure.source == base.source || of_file) && own(figure) && own(base)
}

/// How one share of a list differs from the baseline's, in points.
pub fn difference_of_shares(unit: Unit, share: f64, base: f64) -> Difference {
    if share == base {
        Difference::Same
    } else {
        Difference::Signed(signed(unit, share, base))
    }
}

fn comparable(figure: &Figure) -> Option<f64> {
    match figure.exact()? {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// "+$12,400, 21% more", "−2.5 years", "+3.2 points".
fn signed(unit: Unit, number: f64, base: f64) -> String {
    let difference = number - base;
    let sign = if difference < 0.0 { "−" } else { "+" };
    let word = if difference < 0.0 { "less" } else { "more" };
    let amount = match unit {
        Unit::Percent(decimals) | Unit::Share(decimals) => {
            let points = format::number(Unit::Share(decimals), difference.abs());
            let points = points.trim_end_matches('%').to_owned();
            return format!("{sign}{points} points");
        }
        Unit::OutOfFive => {
            let points = format::number(Unit::OutOfFive, difference.abs());
            return format!("{sign}{}", points.trim_end_matches(" of 5"));
        }
        _ => format::number(unit, difference.abs()),
    };
    // A percentage of an age says nothing, nor does one of a change.
    if matches!(unit, Unit::Years | Unit::JobChange) || base <= 0.0 {
        return format!("{sign}{amount}");
    }
    let percent = difference.abs() / base * 100.0;
    let decimals = usize::from(percent < 1.0);
    let percent = format::number(Unit::Percent(decimals), percent);
    format!("{sign}{amount}, {percent} {word}")
}

/// How many standard errors a difference has to exceed to be called one: 95 percent confidence.
pub(super) const NORMAL_AT_95: f64 = 1.96;

/// Whether the difference of two roles in a metric may be chance: within the survey's error at 95
/// percent confidence. Where a source states no error, no difference is called chance but in what
/// [`least_difference`] names.
pub fn within_error(metric: MetricId, one: &Role, other: &Role) -> bool {
    let (Some(a), Some(b)) = (one.own_number(metric), other.own_number(metric)) else {
        return false;
    };
    if let Some(least) = least_difference(metric) {
        // Decimals are a little off in binary.
        return (a - b).abs() < least - 1e-6;
    }
    let (Some(error_a), Some(error_b)) = (
        standard_error(metric, one, a),
        standard_error(metric, other, b),
    ) else {
        return false;
    };
    (a - b).abs() <= NORMAL_AT_95 * error_a.hypot(error_b)
}

/// From where on two figures differ whose source states no error, though they are known to be unsure.
fn least_difference(metric: MetricId) -> Option<f64> {
    match metric {
        // Each may be off by 10 through the rounding of the jobs it is made of, and is a multiple of 10.
        MetricId::NewJobs => Some(30.0),
        MetricId::Certification | MetricId::Apprenticeship => Some(CLEAR),
        _ => None,
    }
}

/// The standard error of a figure, in its own unit.
fn standard_error(metric: MetricId, role: &Role, number: f64) -> Option<f64> {
    Some(match stated_error(metric, role)?.0 {
        SamplingError::RelativeStandardError(percent) => number * percent / 100.0,
        SamplingError::MarginAt95(points) => points / NORMAL_AT_95,
    })
}

/// The error a source states of a role's figure, and of which metric it states it.
pub(super) fn stated_error(metric: MetricId, role: &Role) -> Option<(SamplingError, MetricId)> {
    let stated_for = stated_for(metric);
    Some((role.figure(stated_for)?.error?, stated_for))
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
