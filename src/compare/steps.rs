//! What going from one official role to another changes, figure by figure.

use std::sync::Arc;

use super::difference::{clearly_more, difference, exceeds_at_least};
use crate::model::{Dataset, Figure, Kind, MetricId, Reading, Role, Value, dated_label, format};

/// One figure of the role one goes to, and how it differs from that of the role one comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub label: String,
    /// The figure, or which kind of non-value it is.
    pub text: String,
    /// Whether the text is a value; otherwise it says why there is none.
    pub is_value: bool,
    /// How it differs, or why that cannot be said.
    pub change: String,
}

/// Pay: by the year, or by the hour where one of the two roles is paid by the hour only.
pub(super) fn pay(from: &Role, to: &Role) -> Step {
    numbers(pay_metric(from, to), from, to)
}

/// How the number of jobs is expected to change.
pub(super) fn growth(from: &Role, to: &Role) -> Step {
    numbers(MetricId::GrowthProjected, from, to)
}

/// How many of 100 leave the role in a year.
pub(super) fn leaving(from: &Role, to: &Role) -> Step {
    numbers(MetricId::SeparationRate, from, to)
}

/// The education that people usually need to start.
pub(super) fn education(dataset: &Dataset, from: &Role, to: &Role) -> Step {
    let level = |role| education_level(dataset, role);
    let change = match (level(from), level(to)) {
        (Some(from), Some(to)) if to > from => "a higher level".to_owned(),
        (Some(from), Some(to)) if to < from => "a lower level".to_owned(),
        (Some(_), Some(_)) => "the same".to_owned(),
        _ => unknown(MetricId::EntryEducation, from, to),
    };
    step(MetricId::EntryEducation, to, change)
}

/// Whether the other role's middle pay is higher by more than the survey's error.
pub(super) fn pays_more(from: &Role, to: &Role) -> bool {
    let metric = pay_metric(from, to);
    clearly_more(metric, to, from) || exceeds_at_least(metric, to, from)
}

/// Whether no higher level of education is usually needed to start.
pub(super) fn needs_no_more_education(dataset: &Dataset, from: &Role, to: &Role) -> bool {
    let level = |role| education_level(dataset, role);
    level(from)
        .zip(level(to))
        .is_some_and(|(from, to)| to <= from)
}

/// Whether the usual education to start lies between those of two others, or is that of one of them; not where one is not
/// published.
pub(super) fn is_education_between(dataset: &Dataset, role: &Role, ends: &[Arc<Role>; 2]) -> bool {
    let level = |role: &Role| education_level(dataset, role);
    let levels = (level(role), level(&ends[0]), level(&ends[1]));
    matches!(levels, (Some(level), Some(one), Some(other)) if (one.min(other)..=one.max(other)).contains(&level))
}

/// Whether the number of jobs is expected to grow.
pub(super) fn grows(to: &Role) -> bool {
    let growth = to.own_number(MetricId::GrowthProjected);
    growth.is_some_and(|growth| growth > 0.0)
}

/// Whether a smaller share of people leave in a year.
pub(super) fn fewer_leave(from: &Role, to: &Role) -> bool {
    clearly_more(MetricId::SeparationRate, from, to)
}

fn numbers(metric: MetricId, from: &Role, to: &Role) -> Step {
    let change = match difference(metric.metric(), to, from) {
        Some(difference) => difference.text().to_owned(),
        None => unknown(metric, from, to),
    };
    step(metric, to, change)
}

fn step(metric: MetricId, to: &Role, change: String) -> Step {
    let figure = to.figure(metric);
    let text = match figure {
        Some(figure) => format::figure(metric.metric(), figure),
        None => format::NOT_PUBLISHED.to_owned(),
    };
    Step {
        label: dated_label(metric.metric(), figure),
        text,
        is_value: figure.and_then(Figure::exact).is_some(),
        change,
    }
}

/// Why two figures cannot be held against each other: whose is no value, and which kind it is.
fn unknown(metric: MetricId, from: &Role, to: &Role) -> String {
    let no_value = [to, from].into_iter().find_map(|role| {
        let kind = Kind::of(role, metric);
        (kind != Kind::Value).then(|| format!("for {}: {}", role.plural, kind.name()))
    });
    let why = no_value.unwrap_or_else(|| "measured in different ways".to_owned());
    format!("no difference can be told ({why})")
}

/// By what the pay of both can be held against each other; else what is published of the other role.
pub(super) fn pay_metric(from: &Role, to: &Role) -> MetricId {
    let periods = [MetricId::PayYearMedian, MetricId::PayHourMedian];
    let published = |role: &Role, metric: MetricId| {
        let figure = role.figure(metric);
        figure.is_some_and(|figure| !matches!(figure.reading, Reading::PaidOnly(_)))
    };
    let of_both = |metric: &MetricId| published(from, *metric) && published(to, *metric);
    let of_other = |metric: &MetricId| published(to, *metric);
    let found = periods.into_iter().find(of_both);
    found
        .or_else(|| periods.into_iter().find(of_other))
        .unwrap_or(MetricId::PayYearMedian)
}

/// The place of the usual education among the levels, the least first.
fn education_level(dataset: &Dataset, role: &Role) -> Option<usize> {
    let figure = role.figure(MetricId::EntryEducation)?;
    let Value::Name(name) = figure.exact()? else {
        return None;
    };
    dataset
        .entry_education()
        .iter()
        .position(|level| level == name)
}
