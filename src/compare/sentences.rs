//! The comparison in a few sentences, made from the figures and never going beyond them.

mod pay;
pub(super) mod phrases;

use super::Column;
use crate::model::{Figure, MetricId, Unit, Value, format};

pub(super) use pay::local;
pub use pay::{middle_half, pay_takeaway};
use pay::{pay, unpaid};
use phrases::{as_estimated, named, people, same_source, sentences, with_provenance};

/// What the sentences are made from.
pub const SPOKEN_OF: [MetricId; 11] = [
    MetricId::PayYearMedian,
    MetricId::PayYearAverage,
    MetricId::PayHourMedian,
    MetricId::PayHourAverage,
    MetricId::GrowthProjected,
    MetricId::YearsToBecome,
    MetricId::EntryEducation,
    MetricId::EntryExperience,
    MetricId::EntryTraining,
    MetricId::SkillImportance,
    MetricId::Skills,
];

/// How long a headline may be that names the roles, in characters.
const LONGEST_TITLE: usize = 90;

/// The page's headline: "Customer service manager vs sales manager", or the first and how many more
/// where the names of many would fill the screen.
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
    let title = format::capitalized(&names.join(" vs "));
    let title = match names.len() {
        0 => return "Choose the roles to compare".to_owned(),
        1 | 2 => title,
        _ if title.chars().count() <= LONGEST_TITLE => title,
        count => format!("{} vs {} others", format::capitalized(&names[0]), count - 1),
    };
    match local(columns) {
        Some(local) => format!("{title} in {}", local.area.phrase),
        None => title,
    }
}

/// The comparison in short, the sentence that matters most first.
pub fn in_short(columns: &[Column]) -> Vec<String> {
    [
        pay(columns),
        unpaid(columns),
        growth(columns),
        time_to_become(columns),
        education(columns),
        top_skills(columns),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How the number of jobs is expected to change, a sentence for each role.
pub fn growth(columns: &[Column]) -> Option<String> {
    let changes = columns.iter().filter_map(|column| {
        let growth = column.role.own_number(MetricId::GrowthProjected)?;
        let percent = format::number(Unit::Percent(1), growth.abs());
        let change = match growth {
            _ if growth > 0.0 => format!("grow {percent}"),
            _ if growth < 0.0 => format!("shrink {percent}"),
            _ => "stay at about the same number".to_owned(),
        };
        let nation = match local(columns) {
            Some(_) => " in the whole United States",
            None => "",
        };
        let people = people(column, columns);
        Some(format!(
            "jobs for {people}{nation} are expected to {change}"
        ))
    });
    let changes: Vec<String> = changes.collect();
    let (first, others) = changes.split_first()?;
    let first = format!("from 2025 to 2035, {first}");
    sentences(std::iter::once(first).chain(others.iter().cloned()))
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
                    let name = named(format::with_article(name), column, columns);
                    Some((name, time))
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
    let sentence = format!("it typically takes {}.", format::list(&all));
    Some(format::capitalized(&as_estimated(columns, sentence)))
}

/// What people usually start with: education, related experience and training; a sentence for each kind of start.
fn education(columns: &[Column]) -> Option<String> {
    let mut needs: Vec<(String, Vec<String>)> = Vec::new();
    for column in columns {
        let name = |metric| match column.role.figure(metric)?.exact()? {
            Value::Name(name) => Some(name),
            _ => None,
        };
        let Some(level) = name(MetricId::EntryEducation) else {
            continue;
        };
        let experience = name(MetricId::EntryExperience).and_then(|name| experienced(name));
        let (with, then) = name(MetricId::EntryTraining).map_or((None, ""), |name| trained(name));
        let with = with.map(str::to_owned);
        let requirements: Vec<String> = [Some(needed(level)), experience, with]
            .into_iter()
            .flatten()
            .collect();
        let need = format::list(&requirements) + then;
        let people = people(column, columns);
        match needs.iter_mut().find(|(other, _)| *other == need) {
            Some((_, all)) => all.push(people),
            None => needs.push((need, vec![people])),
        }
    }
    let starts = needs.iter();
    sentences(
        starts.map(|(need, people)| format!("{} usually start with {need}", format::list(people))),
    )
}

/// Experience of the projections as the object of a sentence; none where none is needed.
fn experienced(experience: &str) -> Option<String> {
    let is_some = matches!(experience, "Less than 5 years" | "5 years or more");
    is_some.then(|| format!("{} in a related job", format::in_a_sentence(experience)))
}

/// Training of the projections: what belongs to the start, and what follows it.
fn trained(training: &str) -> (Option<&'static str>, &'static str) {
    match training {
        "Apprenticeship" => (Some("an apprenticeship"), ""),
        "Internship/residency" => (Some("an internship or residency"), ""),
        "Long-term on-the-job training" => (None, ", then long-term training on the job"),
        "Moderate-term on-the-job training" => {
            (None, ", then 1 to 12 months of training on the job")
        }
        "Short-term on-the-job training" => (None, ", then up to 1 month of training on the job"),
        _ => (None, ""),
    }
}

/// A level of education as the object of a sentence: "a bachelor's degree". The Bureau's own words for two of them are
/// said more plainly.
fn needed(level: &str) -> String {
    let lower = format::in_a_sentence(level);
    match lower.as_str() {
        "no formal educational credential" => {
            return "no diploma, certificate or degree".to_owned();
        }
        "postsecondary nondegree award" => {
            return "a certificate from a school after high school".to_owned();
        }
        _ => {}
    }
    match lower.split(' ').next() {
        Some("no" | "some") => lower,
        _ => format::with_article(&lower),
    }
}

/// The three most important skills of each role with those that count for as much as the third, or how many these are; and
/// which roles have none.
pub fn top_skills(columns: &[Column]) -> Option<String> {
    let one_source = same_source(columns);
    let (mut rated, mut unrated) = (Vec::new(), Vec::new());
    for column in columns {
        let Some(figure) = skills_of(column) else {
            unrated.push(people(column, columns));
            continue;
        };
        let (skills, more) = figure.top();
        let skills = skills.iter();
        let mut names: Vec<String> = skills.map(|s| format::in_a_sentence(&s.name)).collect();
        if more > 0 {
            names.push(format!("{} more rated the same", format::count(more)));
        }
        let source = match figure.source == column.role.source {
            true => &column.provenance,
            false => RATED_BY,
        };
        let people = &column.role.plural;
        let people = match one_source {
            true => people.clone(),
            false => format!("{people} ({source})"),
        };
        let skills = format::list(&names);
        rated.push(match rated.is_empty() {
            true => as_estimated(columns, format!("the top skills for {people} are {skills}")),
            false => format!("for {people} they are {skills}"),
        });
    }
    if rated.is_empty() {
        return None;
    }
    if !unrated.is_empty() {
        rated.push(format!(
            "no skills are rated for {}",
            format::list(&unrated)
        ));
    }
    sentences(rated.into_iter())
}

/// The source of the skills of official occupations, whose other figures are from elsewhere.
const RATED_BY: &str = "O*NET";

fn skills_of(column: &Column) -> Option<&Figure> {
    let figure = |id| column.role.figure(id);
    let figure = figure(MetricId::SkillImportance).or_else(|| figure(MetricId::Skills));
    figure.filter(|figure| !figure.list().is_empty())
}
