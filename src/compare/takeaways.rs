//! What a chart shows, a sentence for each role: its figure as it is, without a claim about which is more, so that no
//! difference within a survey's error is ever called one.

use super::Column;
use super::difference::is_one_figure;
use super::sentences::phrases::{as_estimated, same_source, sentences, with_provenance};
use crate::model::{Figure, Metric, MetricId, NamedAmount, Reading, Value, format};

/// What each role says by the first of these metrics that it has; none where no role says anything.
///
/// "4,700 openings a year for chief executives. 308,700 openings a year for sales managers."
pub fn takeaway(metrics: &[MetricId], columns: &[Column]) -> Option<String> {
    let of_role = |(at, column): (usize, &Column)| {
        let sentence = metrics
            .iter()
            .find_map(|id| said(columns, at, column, *id))?;
        Some(as_estimated(columns, sentence))
    };
    sentences(columns.iter().enumerate().filter_map(of_role))
}

/// A role's figure as a sentence. One of a wider group is never said of the role alone, and once for all roles that it
/// counts together: with the first of them.
fn said(columns: &[Column], at: usize, column: &Column, id: MetricId) -> Option<String> {
    let role = &column.role;
    let figure = role.figure(id)?;
    let shares = |other: &&Column| {
        other
            .role
            .figure(id)
            .is_some_and(|other| is_one_figure(other, figure))
    };
    if columns.iter().take(at).any(|other| shares(&other)) {
        return None;
    }
    let people = || {
        let one_source = same_source(columns);
        let name =
            |column: &Column| with_provenance(column.role.plural.clone(), column, one_source);
        let mut people = vec![name(column)];
        if figure.wider_group.is_some() {
            people.extend(columns.iter().skip(at + 1).filter(shares).map(name));
            people.push("others counted with them".to_owned());
        }
        format::list(&people)
    };
    let metric = id.metric();
    let text = || match &figure.reading {
        Reading::Exact(Value::Number(_)) => Some(format::figure(metric, figure)),
        _ => None,
    };
    Some(match id {
        MetricId::Openings => format!("{} openings a year for {}", text()?, people()),
        MetricId::EducationMix => {
            let (levels, share) = largest(metric, figure)?;
            let level = format::in_a_sentence(&levels);
            format!(
                "most common among {}, 25 and older: {level} ({share})",
                people()
            )
        }
        MetricId::AgeMedian => format!("half of {} are younger than {}", people(), text()?),
        MetricId::AgeAverage => format!("{} are {} old on average", people(), text()?),
        MetricId::Gender => {
            let women = figure.list().iter().find(|share| share.name == "Women")?;
            format!("{} of {} are women", share(metric, women), people())
        }
        // Where groups overlap, the largest one says little about the others, so that all are told.
        MetricId::RaceOverlapping => {
            let shares = figure.list().iter();
            let shares: Vec<String> = shares
                .map(|group| format!("{} {}", group.name, share(metric, group)))
                .collect();
            if shares.is_empty() {
                return None;
            }
            format!("{}: {}", people(), shares.join(", "))
        }
        MetricId::RaceAndEthnicity => {
            let (groups, share) = largest(metric, figure)?;
            format!("the largest group among {} is {groups} ({share})", people())
        }
        MetricId::WeeklyWomen => {
            let men = role.figure(MetricId::WeeklyMen)?;
            let Some(Value::Number(men)) = men.exact() else {
                return None;
            };
            let men = format::number(metric.unit, *men);
            format!(
                "of {} who work full time, women earn {} a week and men {men} (medians)",
                people(),
                text()?
            )
        }
        MetricId::Satisfied => format!("{} of {} say they are satisfied", text()?, people()),
        MetricId::Satisfaction => format!("{} are given {}", people(), text()?),
        _ => return None,
    })
}

/// The name of the largest share and its amount; the names of all where several are equally large.
fn largest(metric: &Metric, figure: &Figure) -> Option<(String, String)> {
    let list = figure.list().iter();
    let most = list.clone().max_by(|a, b| a.amount.total_cmp(&b.amount))?;
    let equals = list.filter(|share| share.amount == most.amount);
    let names: Vec<String> = equals.map(|share| share.name.clone()).collect();
    let each = if names.len() > 1 { " each" } else { "" };
    let share = share(metric, most);
    Some((format::list(&names), format!("{share}{each}")))
}

fn share(metric: &Metric, named: &NamedAmount) -> String {
    format::number(metric.unit, named.amount)
}
