//! The comparison in a few sentences, made from the figures and never going beyond them.

use super::{Column, within_error};
use crate::model::{MetricId, Reading, Role, Unit, Value, format};

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
    let title = format::capitalised(&names.join(" vs "));
    match names.len() {
        0 => "Choose the roles to compare".to_owned(),
        1 | 2 => title,
        _ if title.chars().count() <= LONGEST_TITLE => title,
        count => format!("{} vs {} others", format::capitalised(&names[0]), count - 1),
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
            role.own_number(MetricId::PayYearP25)?,
            role.own_number(MetricId::PayYearP75)?,
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

/// How pay is measured, and the words for it.
struct Measure {
    id: MetricId,
    /// "a year".
    period: &'static str,
    /// What a sentence about several roles begins with.
    lead: &'static str,
    /// What follows the words about earning.
    tail: &'static str,
    /// What follows an amount that stands among others of other measures.
    mark: &'static str,
}

/// The ways to say what a role pays, the preferred first.
const PAY: [Measure; 4] = [
    Measure::median(MetricId::PayYearMedian, "a year"),
    Measure::average(MetricId::PayYearAverage, "a year"),
    Measure::median(MetricId::PayHourMedian, "an hour"),
    Measure::average(MetricId::PayHourAverage, "an hour"),
];

fn pay(columns: &[Column]) -> Option<String> {
    let paid: Vec<&Column> = columns
        .iter()
        .filter(|column| PAY.iter().any(|measure| speaks_of(column, measure.id)))
        .collect();
    let one_source = same_source(columns);
    let all_have = |id: MetricId| {
        paid.iter()
            .all(|column| column.role.own_number(id).is_some())
    };
    let shared = PAY
        .iter()
        .find(|measure| !paid.is_empty() && all_have(measure.id));
    // What is only "at least" so much has no rank among the others.
    let Some(measure) = shared else {
        return each_pay(&paid, one_source);
    };
    if !one_source && paid.len() > 1 {
        return each_pay_by(&paid, measure);
    }
    let mut ranked: Vec<(&Role, f64)> = paid
        .iter()
        .filter_map(|column| Some((&*column.role, column.role.own_number(measure.id)?)))
        .collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let sentence = match ranked.as_slice() {
        [] => return None,
        [only] => measure.one(*only),
        [most, least] => measure.two(*most, *least),
        ranked => measure.many(ranked),
    };
    Some(format::capitalised(&format!("{}{sentence}", measure.lead)))
}

impl Measure {
    const fn median(id: MetricId, period: &'static str) -> Self {
        Self {
            id,
            period,
            lead: "by middle pay (median), ",
            tail: "",
            mark: " (median)",
        }
    }

    const fn average(id: MetricId, period: &'static str) -> Self {
        Self {
            id,
            period,
            lead: "",
            tail: " on average",
            mark: " on average",
        }
    }

    fn dollars(&self, amount: f64) -> String {
        format::number(self.id.metric().unit, amount)
    }

    fn one(&self, (role, pay): (&Role, f64)) -> String {
        let (people, pay) = (&role.plural, self.dollars(pay));
        format!("{people} earn {pay} {}{}.", self.period, self.tail)
    }

    /// Two roles, the better paid first.
    fn two(&self, most: (&Role, f64), least: (&Role, f64)) -> String {
        let Self { period, tail, .. } = self;
        let (best, other) = (&most.0.plural, &least.0.plural);
        let (best_pay, other_pay) = (self.dollars(most.1), self.dollars(least.1));
        if most.1 == least.1 {
            return format!("{best} and {other} earn the same{tail}: {best_pay} {period}.");
        }
        if within_error(self.id, most.0, least.0) {
            return format!(
                "{best} and {other} earn about the same{tail}: {best_pay} and {other_pay} {period}, \
                 a difference within the survey’s error."
            );
        }
        let more = self.dollars(most.1 - least.1);
        let percent = (most.1 - least.1) / least.1 * 100.0;
        let decimals = usize::from(percent < 1.0);
        let percent = format::number(Unit::Percent(decimals), percent);
        format!(
            "{best} earn {more} more {period} ({percent}) than {other}{tail}: {best_pay} against \
             {other_pay}."
        )
    }

    /// Three roles or more, the best paid first: who earns the most and who the least, and whoever is
    /// within the survey's error of them.
    fn many(&self, ranked: &[(&Role, f64)]) -> String {
        let Self { period, tail, .. } = self;
        let count = ranked.len();
        let near = |of: &(&Role, f64)| -> Vec<(&Role, f64)> {
            let ranked = ranked.iter().copied();
            ranked
                .filter(|(role, pay)| *pay == of.1 || within_error(self.id, role, of.0))
                .collect()
        };
        let (Some(first), Some(last)) = (ranked.first(), ranked.last()) else {
            return String::new();
        };
        let (most, least) = (near(first), near(last));
        if most.len() == count {
            let spread = self.spread(&most);
            return format!("these {count} roles earn about the same{tail}: {spread} {period}.");
        }
        format!(
            "{} earn the most of these {count} roles{tail} ({} {period}) and {} the least ({}).",
            people(&most),
            self.spread(&most),
            people(&least),
            self.spread(&least)
        )
    }

    /// "$97,550", or from the least to the most of several.
    fn spread(&self, roles: &[(&Role, f64)]) -> String {
        let pays = || roles.iter().map(|(_, pay)| *pay);
        let low = pays().fold(f64::INFINITY, f64::min);
        let high = pays().fold(0.0, f64::max);
        if low == high {
            self.dollars(low)
        } else {
            format::range(self.id.metric().unit, low, high)
        }
    }
}

fn people(roles: &[(&Role, f64)]) -> String {
    let names: Vec<String> = roles.iter().map(|(role, _)| role.plural.clone()).collect();
    format::list(&names)
}

/// Whether a role says anything by this metric that can be told in a sentence.
fn speaks_of(column: &Column, metric: MetricId) -> bool {
    let figure = column.role.figure(metric);
    let reading = figure.map(|figure| &figure.reading);
    matches!(
        reading,
        Some(Reading::Exact(Value::Number(_)) | Reading::AtLeast(_))
    )
}

/// What each role pays, by the same measure but from different sources: nothing is subtracted.
fn each_pay_by(paid: &[&Column], measure: &Measure) -> Option<String> {
    let parts = paid.iter().enumerate().filter_map(|(place, column)| {
        let amount = measure.dollars(column.role.own_number(measure.id)?);
        let people = with_provenance(column.role.plural.clone(), column, false);
        let of_what = match place {
            0 => format!(" {}{}", measure.period, measure.mark),
            _ => String::new(),
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
        let measure = PAY.iter().find(|measure| speaks_of(column, measure.id))?;
        let amount = format::figure(measure.id.metric(), role.figure(measure.id)?);
        let people = with_provenance(role.plural.clone(), column, one_source);
        Some(format!(
            "{people} earn {amount} {}{}",
            measure.period, measure.mark
        ))
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| format!("{}.", format::capitalised(&parts.join("; "))))
}

/// How the number of jobs is expected to change.
pub fn growth(columns: &[Column]) -> Option<String> {
    let parts = columns.iter().filter_map(|column| {
        let growth = column.role.own_number(MetricId::GrowthProjected)?;
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

/// The three most important skills of each role.
pub fn top_skills(columns: &[Column]) -> Option<String> {
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

/// Whether the figures of all columns come from the same place, so that it need not be said.
pub(super) fn same_source(columns: &[Column]) -> bool {
    columns.windows(2).all(|pair| match pair {
        [one, other] => one.provenance == other.provenance,
        _ => true,
    })
}

pub(super) fn with_provenance(name: String, column: &Column, one_source: bool) -> String {
    if one_source {
        name
    } else {
        format!("{name} ({})", column.provenance)
    }
}
