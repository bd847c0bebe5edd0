//! The comparison in a few sentences, made from the figures and never going beyond them.

use super::{Column, within_error};
use crate::model::{MetricId, Role, Unit, Value, format};

/// What the sentences are made from.
pub const SPOKEN_OF: [MetricId; 9] = [
    MetricId::PayYearMedian,
    MetricId::PayYearAverage,
    MetricId::PayHourMedian,
    MetricId::PayHourAverage,
    MetricId::GrowthProjected,
    MetricId::YearsToBecome,
    MetricId::EntryEducation,
    MetricId::SkillImportance,
    MetricId::Skills,
];

/// The page's headline: "Customer service manager vs sales manager".
pub fn title(columns: &[Column]) -> String {
    let one_source = same_source(columns);
    let names: Vec<String> = columns
        .iter()
        .map(|column| {
            let role = &column.role;
            let name = role.singular.as_ref().unwrap_or(&role.plural).clone();
            with_provenance(name, column, one_source)
        })
        .collect();
    match names.as_slice() {
        [] => "Choose the roles to compare".to_owned(),
        names => format::capitalised(&names.join(" vs ")),
    }
}

/// The comparison in short, the sentence that matters most first.
pub fn in_short(columns: &[Column]) -> Vec<String> {
    [
        pay(columns),
        growth(columns),
        time_to_become(columns),
        education(columns),
        top_skills(columns),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the pay chart of these roles shows, in one sentence.
pub fn pay_takeaway(columns: &[Column]) -> Option<String> {
    let one_source = same_source(columns);
    let dollars = |amount| format::number(Unit::DollarsAYear, amount);
    let spreads = columns.iter().filter_map(|column| {
        let role = &column.role;
        let people = with_provenance(role.plural.clone(), column, one_source);
        let figure = role.figure(MetricId::PayRange);
        if let Some(Value::Range { low, high }) = figure.and_then(|figure| figure.exact()) {
            let range = format::range(Unit::DollarsAYear, *low, *high);
            return Some(format!("{people} are paid from {range} a year"));
        }
        let (low, high) = (
            number(role, MetricId::PayYearP25)?,
            number(role, MetricId::PayYearP75)?,
        );
        Some(format!(
            "half of {people} earn between {} and {} a year",
            dollars(low),
            dollars(high)
        ))
    });
    let spreads: Vec<String> = spreads.collect();
    (!spreads.is_empty()).then(|| format!("{}.", format::capitalised(&spreads.join("; "))))
}

/// The ways to say what a role pays, the preferred first.
const PAY: [(MetricId, &str, &str); 4] = [
    (MetricId::PayYearMedian, "a year", "at the middle (median)"),
    (MetricId::PayYearAverage, "a year", "on average"),
    (MetricId::PayHourMedian, "an hour", "at the middle (median)"),
    (MetricId::PayHourAverage, "an hour", "on average"),
];

fn pay(columns: &[Column]) -> Option<String> {
    let paid: Vec<&Column> = columns
        .iter()
        .filter(|column| {
            PAY.iter()
                .any(|(id, ..)| number(&column.role, *id).is_some())
        })
        .collect();
    let all_have = |id: MetricId| paid.iter().all(|column| number(&column.role, id).is_some());
    let one_source = same_source(columns);
    let shared = PAY
        .iter()
        .find(|(id, ..)| !paid.is_empty() && all_have(*id));
    let Some((id, period, statistic)) = shared else {
        return each_pay(&paid, one_source);
    };
    if !one_source && paid.len() > 1 {
        return each_pay_by(&paid, *id, period, statistic);
    }
    let unit = id.metric().unit;
    let dollars = |amount: f64| format::number(unit, amount);
    let mut ranked: Vec<(&Role, f64)> = paid
        .iter()
        .filter_map(|column| Some((&*column.role, number(&column.role, *id)?)))
        .collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (most, least) = (ranked.first()?, ranked.last()?);
    let (best, best_pay) = (format::capitalised(&most.0.plural), dollars(most.1));
    let (other, other_pay) = (&least.0.plural, dollars(least.1));
    Some(match ranked.len() {
        1 => format!("{best} earn {best_pay} {period} {statistic}."),
        _ if most.1 == least.1 => {
            let names: Vec<String> = ranked.iter().map(|(role, _)| role.plural.clone()).collect();
            let names = format::capitalised(&format::list(&names));
            format!("{names} earn the same {statistic}: {best_pay} {period}.")
        }
        2 if within_error(*id, most.0, least.0) => format!(
            "{best} and {other} earn about the same {statistic}: {best_pay} and {other_pay} \
             {period}, a difference within the survey’s error."
        ),
        2 => {
            let more = dollars(most.1 - least.1);
            let percent = format::number(Unit::Percent(0), (most.1 - least.1) / least.1 * 100.0);
            format!(
                "{best} earn {more} more {period} ({percent}) than {other} {statistic}: \
                 {best_pay} against {other_pay}."
            )
        }
        count => format!(
            "Of these {count} roles, {} earn the most {statistic} ({best_pay} {period}) and {other} \
             the least ({other_pay}).",
            most.0.plural
        ),
    })
}

/// What each role pays, by the same measure but from different sources: nothing is subtracted.
fn each_pay_by(paid: &[&Column], id: MetricId, period: &str, statistic: &str) -> Option<String> {
    let parts = paid.iter().enumerate().filter_map(|(place, column)| {
        let amount = format::number(id.metric().unit, number(&column.role, id)?);
        let people = with_provenance(column.role.plural.clone(), column, false);
        let of_what = if place == 0 {
            format!(" {period} {statistic}")
        } else {
            String::new()
        };
        Some(format!("{people} earn {amount}{of_what}"))
    });
    let parts: Vec<String> = parts.collect();
    Some(format!("{}.", format::capitalised(&parts.join(", "))))
}

/// What each role pays, by the measure it has.
fn each_pay(paid: &[&Column], one_source: bool) -> Option<String> {
    let parts = paid.iter().filter_map(|column| {
        let role = &column.role;
        let (amount, period, statistic) = PAY.iter().find_map(|(id, period, statistic)| {
            let amount = format::number(id.metric().unit, number(role, *id)?);
            Some((amount, period, statistic))
        })?;
        let people = with_provenance(role.plural.clone(), column, one_source);
        Some(format!("{people} earn {amount} {period} {statistic}"))
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| format!("{}.", format::capitalised(&parts.join("; "))))
}

fn growth(columns: &[Column]) -> Option<String> {
    let parts = columns.iter().filter_map(|column| {
        let growth = number(&column.role, MetricId::GrowthProjected)?;
        let percent = format::number(Unit::Percent(1), growth.abs());
        let change = match growth {
            _ if growth > 0.0 => format!("grow {percent}"),
            _ if growth < 0.0 => format!("shrink {percent}"),
            _ => "stay as many as they are".to_owned(),
        };
        Some((&column.role.plural, change))
    });
    let mut parts = parts.map(|(people, change)| (people.as_str(), change));
    let (people, change) = parts.next()?;
    let mut sentence = format!("From 2024 to 2034, jobs for {people} are expected to {change}");
    for (people, change) in parts {
        sentence.push_str(&format!("; for {people}, to {change}"));
    }
    sentence.push('.');
    Some(sentence)
}

fn time_to_become(columns: &[Column]) -> Option<String> {
    let times: Vec<(String, String)> = columns
        .iter()
        .filter_map(|column| {
            let role = &column.role;
            match role.figure(MetricId::YearsToBecome)?.exact()? {
                Value::Range { low, high } => {
                    let name = role.singular.as_ref().unwrap_or(&role.plural);
                    let time = format::range(Unit::Years, *low, *high);
                    Some((format::with_article(name), time))
                }
                _ => None,
            }
        })
        .collect();
    let ((first, first_time), others) = times.split_first()?;
    let head = format!("{first_time} to become {first}");
    let others = others
        .iter()
        .map(|(role, time)| format!("{time} to become {role}"));
    let all: Vec<String> = std::iter::once(head).chain(others).collect();
    Some(format!("It typically takes {}.", format::list(&all)))
}

fn education(columns: &[Column]) -> Option<String> {
    let mut parts = columns.iter().filter_map(|column| {
        match column.role.figure(MetricId::EntryEducation)?.exact()? {
            Value::Name(name) => Some((&column.role.plural, needed(name))),
            _ => None,
        }
    });
    let (people, level) = parts.next()?;
    let mut sentence = format!("To start, {people} usually need {level}");
    for (people, level) in parts {
        sentence.push_str(&format!("; {people}, {level}"));
    }
    sentence.push('.');
    Some(sentence)
}

/// A level of education as the object of a sentence: "a bachelor's degree".
fn needed(level: &str) -> String {
    let lower = format::in_a_sentence(level);
    match lower.split(' ').next() {
        Some("no" | "some") => lower,
        _ => format::with_article(&lower),
    }
}

fn top_skills(columns: &[Column]) -> Option<String> {
    const TOP: usize = 3;
    let mut tops = columns.iter().filter_map(|column| {
        let role = &column.role;
        let figure = role.figure(MetricId::SkillImportance);
        let figure = figure.or_else(|| role.figure(MetricId::Skills))?;
        let skills = figure.list().iter().take(TOP);
        let names: Vec<String> = skills.map(|s| format::in_a_sentence(&s.name)).collect();
        (!names.is_empty()).then(|| (&role.plural, format::list(&names)))
    });
    let (people, skills) = tops.next()?;
    let mut sentence = format!("The top skills for {people} are {skills}");
    for (people, skills) in tops {
        sentence.push_str(&format!("; for {people} they are {skills}"));
    }
    sentence.push('.');
    Some(sentence)
}

fn number(role: &Role, metric: MetricId) -> Option<f64> {
    role.figure(metric)?.own_number()
}

/// Whether the figures of all columns come from the same place, so that it need not be said.
fn same_source(columns: &[Column]) -> bool {
    columns.windows(2).all(|pair| match pair {
        [one, other] => one.provenance == other.provenance,
        _ => true,
    })
}

fn with_provenance(name: String, column: &Column, one_source: bool) -> String {
    if one_source {
        name
    } else {
        format!("{name} ({})", column.provenance)
    }
}
