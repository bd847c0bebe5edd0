//! How figures differ, and when they may be called different.

use super::CLEAR;
use crate::model::{
    Figure, Metric, MetricId, Reading, Role, SamplingError, SourceId, Unit, Value, format,
};

/// What a figure is, measured against the same figure of the baseline role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The difference in value and, where it means something, in percent: "+$12,400, 21% more".
    Signed(String),
    /// The difference is within the survey's error, or within the rule of thumb for the bases of two shares.
    TooClose,
    /// The very same value is published, which says nothing of how close the true ones are.
    Same,
    /// The figure of one wider group that both roles are counted in.
    SameFigure,
}

impl Difference {
    /// The difference in words.
    pub fn text(&self) -> &str {
        match self {
            Self::Signed(text) => text,
            Self::TooClose => format::TOO_CLOSE,
            Self::Same => "the same published figure",
            Self::SameFigure => "the same figure",
        }
    }
}

/// How a role's figure differs from the baseline's; none where they cannot be held against each
/// other: another source, a wider group, a name, a non-value; or where the error is not known: see [`is_unsure`].
pub fn difference(metric: &Metric, role: &Role, baseline: &Role) -> Option<Difference> {
    let (figure, base) = (role.figure(metric.id)?, baseline.figure(metric.id)?);
    if is_one_figure(figure, base) {
        return comparable(figure).map(|_| Difference::SameFigure);
    }
    if !are_comparable(figure, base) {
        return None;
    }
    // "Fewer than 50" is no number to compute with.
    if [figure, base]
        .iter()
        .any(|figure| format::is_rounded_to_zero(metric, figure))
    {
        return None;
    }
    if comparable(figure).is_some() && figure.published() == base.published() {
        return Some(Difference::Same);
    }
    if is_unsure(metric.id, figure) || is_unsure(metric.id, base) {
        return None;
    }
    if let Reading::AtLeast(least) = figure.reading {
        let base_number = baseline.own_number(metric.id)?;
        let text = signed(metric.unit, least, base_number);
        let is_more = exceeds_at_least(metric.id, role, baseline);
        return is_more.then(|| Difference::Signed(format!("at least {text}")));
    }
    let (number, base_number) = (comparable(figure)?, comparable(base)?);
    Some(
        if number == base_number || within_error(metric.id, role, baseline) {
            Difference::TooClose
        } else {
            Difference::Signed(signed(metric.unit, number, base_number))
        },
    )
}

/// Whether two figures are from the same source and of the roles themselves, so that they may be held
/// against each other. Those of a visitor's own file are there to be held against others: each of them says whose it is.
pub(super) fn are_comparable(figure: &Figure, base: &Figure) -> bool {
    let own = |figure: &Figure| figure.wider_group.is_none();
    let file = SourceId::own_file();
    let of_file = figure.source == file || base.source == file;
    (figure.source == base.source || of_file) && own(figure) && own(base)
}

/// Returns true if both figures are that of one wider group.
pub(super) fn is_one_figure(figure: &Figure, base: &Figure) -> bool {
    figure.wider_group.is_some() && figure == base
}

/// Returns true for a figure of a survey whose error is not known, so that no difference from it is claimed: a percentile of pay
/// other than the median, and a median of people, for which no rule of thumb holds.
pub(super) fn is_unsure(metric: MetricId, figure: &Figure) -> bool {
    let of_people = figure.base.is_some() && figure.error.is_none();
    let of_survey = figure.source != SourceId::own_file();
    of_people || (metric.is_outer_percentile() && of_survey)
}

/// Compares a role's share of one name with the baseline's, in points; none where they cannot be held against each
/// other.
pub(super) fn difference_of_shares(
    metric: &Metric,
    name: &str,
    role: &Role,
    baseline: &Role,
) -> Option<Difference> {
    let (figure, base) = (role.figure(metric.id)?, baseline.figure(metric.id)?);
    let (share, base_share) = (figure.share(name)?, base.share(name)?);
    if is_one_figure(figure, base) {
        return Some(Difference::SameFigure);
    }
    if !are_comparable(figure, base) {
        return None;
    }
    Some(if share == base_share {
        Difference::Same
    } else if share_within_error(metric.id, name, role, baseline) {
        Difference::TooClose
    } else {
        Difference::Signed(signed(metric.unit, share, base_share))
    })
}

/// Returns true if the difference of two roles in the share of one name may be chance at 95 percent confidence.
///
/// A share without a margin, as in a visitor's own file, is taken as exact. Where neither has one, no difference is
/// called chance.
pub fn share_within_error(metric: MetricId, name: &str, one: &Role, other: &Role) -> bool {
    let share = |role: &Role| {
        let figure = role.figure(metric)?;
        let own = figure.wider_group.is_none();
        Some((figure.share(name).filter(|_| own)?, margin(figure)))
    };
    let (Some((a, margin_a)), Some((b, margin_b))) = (share(one), share(other)) else {
        return false;
    };
    let margin = margin_a
        .unwrap_or_default()
        .hypot(margin_b.unwrap_or_default());
    margin > 0.0 && (a - b).abs() <= margin
}

/// The margin of a share at 95 percent confidence, in points.
fn margin(figure: &Figure) -> Option<f64> {
    match figure.error? {
        SamplingError::MarginAt95(points) | SamplingError::RuleOfThumb(points) => Some(points),
        SamplingError::RelativeStandardError(_) => None,
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
    let word = match (difference < 0.0, unit) {
        (false, _) => "more",
        (true, Unit::Jobs) => "fewer",
        (true, _) => "less",
    };
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

/// A role's own number as it is published. Cost-adjusted pay is rounded, and what it is made from tells more.
pub(super) fn published_number(metric: MetricId, role: &Role) -> Option<f64> {
    let figure = role.figure(metric)?;
    match (figure.published(), &figure.wider_group) {
        (Reading::Exact(Value::Number(number)), None) => Some(*number),
        _ => None,
    }
}

/// Whether the difference of two roles in a metric may be chance: within the survey's error at 95
/// percent confidence. An error that is not stated counts as none, but for what [`least_difference`] names.
pub fn within_error(metric: MetricId, one: &Role, other: &Role) -> bool {
    let number = |role| published_number(metric, role);
    let (Some(a), Some(b)) = (number(one), number(other)) else {
        return false;
    };
    if let Some(least) = least_difference(metric) {
        // Decimals are a little off in binary.
        return (a - b).abs() < least - 1e-6;
    }
    let margin = margin_of_difference(metric, (one, a), (other, b));
    margin > 0.0 && (a - b).abs() <= margin
}

fn margin_of_difference(metric: MetricId, one: (&Role, f64), other: (&Role, f64)) -> f64 {
    let error =
        |(role, number): (&Role, f64)| standard_error(metric, role, number).unwrap_or_default();
    NORMAL_AT_95 * error(one).hypot(error(other))
}

/// Whether two roles have the same number published.
pub(super) fn is_same(metric: MetricId, one: &Role, other: &Role) -> bool {
    let number = |role| published_number(metric, role);
    number(one).is_some() && number(one) == number(other)
}

/// Whether a role's number is larger than another's by more than the survey's error.
pub(super) fn clearly_more(metric: MetricId, one: &Role, other: &Role) -> bool {
    let is_unsure = |role: &Role| role.figure(metric).is_some_and(|it| is_unsure(metric, it));
    if is_unsure(one) || is_unsure(other) {
        return false;
    }
    let numbers = published_number(metric, one).zip(published_number(metric, other));
    numbers.is_some_and(|(one, other)| one > other) && !within_error(metric, one, other)
}

/// Whether a role's "at least" is larger than another's number by more than the error that is stated.
pub(super) fn exceeds_at_least(metric: MetricId, one: &Role, other: &Role) -> bool {
    let least = one
        .figure(metric)
        .and_then(|figure| match figure.published() {
            Reading::AtLeast(least) if figure.wider_group.is_none() => Some(*least),
            _ => None,
        });
    least
        .zip(published_number(metric, other))
        .is_some_and(|(least, number)| {
            least - number > margin_of_difference(metric, (one, least), (other, number))
        })
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
        SamplingError::MarginAt95(points) | SamplingError::RuleOfThumb(points) => {
            points / NORMAL_AT_95
        }
    })
}

/// The error a source states of a role's figure, and of which metric it states it.
pub(super) fn stated_error(metric: MetricId, role: &Role) -> Option<(SamplingError, MetricId)> {
    let stated_for = stated_for(metric);
    Some((role.figure(stated_for)?.error?, stated_for))
}

/// Which figure carries the error: the wage survey states one for the mean wage and none for the median, so that of the mean
/// stands for both.
fn stated_for(metric: MetricId) -> MetricId {
    match metric {
        MetricId::PayYearMedian => MetricId::PayYearAverage,
        MetricId::PayHourMedian => MetricId::PayHourAverage,
        other => other,
    }
}
