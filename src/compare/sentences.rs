//! The comparison in a few sentences, made from the figures and never going beyond them.

use super::Column;
use crate::model::{MetricId, Role, Unit, Value, format};

/// The page's headline: "Customer service manager vs sales manager".
pub fn title(columns: &[Column]) -> String {
    let names: Vec<&str> = columns
        .iter()
        .map(|column| column.role.singular.as_str())
        .collect();
    match names.as_slice() {
        [] => "Choose the roles to compare".to_owned(),
        names => capitalised(&names.join(" vs ")),
    }
}

/// The comparison in short, the sentence that matters most first.
pub fn in_short(columns: &[Column]) -> Vec<String> {
    let roles: Vec<&Role> = columns.iter().map(|column| &*column.role).collect();
    [pay(&roles), time_to_become(&roles), top_skills(&roles)]
        .into_iter()
        .flatten()
        .collect()
}

/// What the pay chart of these roles shows, in one sentence.
pub fn pay_takeaway(columns: &[Column]) -> Option<String> {
    let ranges = columns.iter().filter_map(|column| {
        let figure = column.role.figure(MetricId::PayRange)?;
        match figure.exact()? {
            Value::Range { low, high } => {
                let range = format::range(Unit::DollarsAYear, *low, *high);
                Some((&column.role.plural, range))
            }
            _ => None,
        }
    });
    let mut ranges = ranges.map(|(people, range)| (people.clone(), range));
    let (people, range) = ranges.next()?;
    let mut sentence = format!("{} are paid from {range} a year", capitalised(&people));
    for (people, range) in ranges {
        sentence.push_str(&format!("; {people} from {range}"));
    }
    sentence.push('.');
    Some(sentence)
}

fn pay(roles: &[&Role]) -> Option<String> {
    let average = |role: &Role| role.figure(MetricId::PayYearAverage)?.own_number();
    let mut paid: Vec<(&Role, f64)> = roles
        .iter()
        .filter_map(|role| Some((*role, average(role)?)))
        .collect();
    paid.sort_by(|a, b| b.1.total_cmp(&a.1));
    let dollars = |amount: f64| format::number(Unit::DollarsAYear, amount);
    let (most, least) = (paid.first()?, paid.last()?);
    let (best, best_pay) = (capitalised(&most.0.plural), dollars(most.1));
    let (other, other_pay) = (&least.0.plural, dollars(least.1));
    Some(match paid.len() {
        1 => format!("{best} earn {best_pay} a year on average."),
        _ if most.1 == least.1 => {
            let names: Vec<String> = paid.iter().map(|(role, _)| role.plural.clone()).collect();
            let names = capitalised(&format::list(&names));
            format!("{names} earn the same on average: {best_pay} a year.")
        }
        2 => {
            let more = dollars(most.1 - least.1);
            let percent = format::number(Unit::Percent(0), (most.1 - least.1) / least.1 * 100.0);
            format!(
                "{best} earn {more} more a year ({percent}) than {other} on average: \
                 {best_pay} against {other_pay}."
            )
        }
        count => format!(
            "Of these {count} roles, {} earn the most on average ({best_pay} a year) and {other} \
             the least ({other_pay}).",
            most.0.plural
        ),
    })
}

fn time_to_become(roles: &[&Role]) -> Option<String> {
    let times: Vec<(&Role, String)> = roles
        .iter()
        .filter_map(
            |role| match role.figure(MetricId::YearsToBecome)?.exact()? {
                Value::Range { low, high } => {
                    Some((*role, format::range(Unit::Years, *low, *high)))
                }
                _ => None,
            },
        )
        .collect();
    let ((first, first_time), others) = times.split_first()?;
    let others: Vec<String> = others
        .iter()
        .map(|(role, time)| format!("{time} to become {}", format::with_article(&role.singular)))
        .collect();
    let head = format!(
        "It typically takes {first_time} to become {}",
        format::with_article(&first.singular)
    );
    Some(if others.is_empty() {
        format!("{head}.")
    } else {
        format!("{head}, and {}.", format::list(&others))
    })
}

fn top_skills(roles: &[&Role]) -> Option<String> {
    const TOP: usize = 3;
    let tops: Vec<String> = roles
        .iter()
        .filter_map(|role| {
            let skills = role.figure(MetricId::Skills)?.shares();
            let names: Vec<String> = skills
                .iter()
                .take(TOP)
                .map(|skill| format::in_a_sentence(&skill.name))
                .collect();
            let skills = format::list(&names);
            (!names.is_empty()).then(|| format!("for {} they are {skills}", role.plural))
        })
        .collect();
    let (first, others) = tops.split_first()?;
    let first = first.replacen("they are", "are", 1);
    let mut sentence = format!("The top skills {first}");
    for other in others {
        sentence.push_str("; ");
        sentence.push_str(other);
    }
    sentence.push('.');
    Some(sentence)
}

/// With a capital at the start.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
