//! The sentences about pay.

use super::phrases::{as_estimated, same_source, sentences, with_provenance};
use crate::compare::difference::{clearly_more, is_same, published_number};
use crate::compare::row_group::same;
use crate::compare::{Column, within_error};
use crate::model::{Local, MetricId, Reading, Role, SourceId, Standing, Unit, Value, format};

/// What is said of the place with pay, where one is chosen: the same for all roles.
pub(in crate::compare) fn local(columns: &[Column]) -> Option<&Local> {
    columns.iter().find_map(|column| {
        let mut figures = column.role.figures();
        figures.find_map(|(_, figure)| figure.local.as_deref())
    })
}

/// What a sentence about pay begins with: "in the Denver area, ".
fn where_paid(columns: &[Column]) -> String {
    let Some(local) = local(columns) else {
        return String::new();
    };
    let adjusted = columns.iter().any(|column| {
        let mut figures = column.role.figures();
        figures.any(|(_, figure)| figure.local.as_ref().is_some_and(|l| l.adjusted.is_some()))
    });
    let dollars = if adjusted {
        "in cost-adjusted dollars (rounded), "
    } else {
        ""
    };
    format!("in {}, {dollars}", local.area.phrase)
}

/// The roles of which no pay is published in the place, or why there is none of any.
pub(super) fn unpaid(columns: &[Column]) -> Option<String> {
    let local = local(columns)?;
    let phrase = &local.area.phrase;
    match local.standing {
        Standing::OnTheirWay => return Some(format!("Pay in {phrase} is on its way.")),
        Standing::Failed => return Some(format!("Pay in {phrase} could not be fetched.")),
        Standing::Here => {}
    }
    let one_source = same_source(columns);
    let unpaid = columns
        .iter()
        .filter(|column| !PAY.iter().any(|measure| speaks_of(column, measure.id)));
    let names: Vec<String> = unpaid
        .map(|column| with_provenance(column.role.plural.clone(), column, one_source))
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "In {phrase}, no pay is published for {}.",
            format::list(&names)
        )
    })
}

/// How many earn between the lower and the upper quarter: more than half may where one of these is published as the
/// lowest or the highest tenth too.
pub fn middle_half(role: &Role) -> &'static str {
    let pay = |metric| published_number(metric, role);
    let is_one = |one, other| pay(one).is_some() && pay(one) == pay(other);
    let is_more = is_one(MetricId::PayYearP10, MetricId::PayYearP25)
        || is_one(MetricId::PayYearP75, MetricId::PayYearP90);
    if is_more { "at least half" } else { "half" }
}

/// What the pay chart of these roles shows, a sentence for each role.
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
            "{} of {people} earn between {} and {} a year",
            middle_half(role),
            dollars(low),
            dollars(high)
        ))
    });
    let place = where_paid(columns);
    sentences(spreads.map(|spread| as_estimated(columns, format!("{place}{spread}"))))
}

/// How pay is measured, and the words for it.
struct Measure {
    id: MetricId,
    /// "a year".
    period: &'static str,
    /// What a sentence about one or two roles begins with.
    lead: &'static str,
    /// What a sentence about more of them begins with.
    by: &'static str,
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

/// What the roles pay, set against each other as far as that goes.
pub(super) fn pay(columns: &[Column]) -> Option<String> {
    let sentence = compared_pay(columns)?;
    let sentence = format!("{}{sentence}", where_paid(columns));
    Some(format::capitalized(&as_estimated(columns, sentence)))
}

fn compared_pay(columns: &[Column]) -> Option<String> {
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
    let sources = paid.iter().map(|column| source_of(column, measure.id));
    if paid.len() > 1 && !(one_source && same(sources).is_some()) {
        return each_pay_by(&paid, measure);
    }
    let mut ranked: Vec<(&Role, f64)> = paid
        .iter()
        .filter_map(|column| Some((&*column.role, column.role.own_number(measure.id)?)))
        .collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let Measure { lead, by, .. } = measure;
    Some(match ranked.as_slice() {
        [] => return None,
        [only] => format!("{lead}{}", measure.one(*only)),
        [most, least] => format!("{lead}{}", measure.two(*most, *least)),
        ranked => {
            let roles = match paid.len() == columns.len() {
                true => format!("these {} roles", ranked.len()),
                false => format!("the {} roles with published pay", ranked.len()),
            };
            format!("{by}{}", measure.many(ranked, &roles))
        }
    })
}

fn source_of(column: &Column, metric: MetricId) -> Option<&SourceId> {
    Some(&column.role.figure(metric)?.source)
}

impl Measure {
    const fn median(id: MetricId, period: &'static str) -> Self {
        Self {
            id,
            period,
            lead: "by middle pay (median), ",
            by: "by middle pay (median), ",
            tail: "",
            mark: " (median)",
        }
    }

    const fn average(id: MetricId, period: &'static str) -> Self {
        Self {
            id,
            period,
            lead: "",
            by: "by average pay, ",
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
        if is_same(self.id, most.0, least.0) {
            return format!(
                "{best} and {other} have the same published figure{tail}: {best_pay} {period}."
            );
        }
        if most.1 == least.1 || within_error(self.id, most.0, least.0) {
            return format!(
                "{best} earn {best_pay} {period}{tail} and {other} {other_pay}: too close to tell apart."
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

    /// Three roles or more, the best paid first: all that can be the one that earns the most, and the least.
    ///
    /// A role is clearly above whatever is below one that it is clearly above. So every role is below one of the most,
    /// unless it is one of them or can be told apart from no other.
    fn many(&self, ranked: &[Paid], roles: &str) -> String {
        let exceeds = |one: &Paid, other: &Paid| clearly_more(self.id, one.0, other.0);
        let (mut most, mut least, mut alone) = (Vec::new(), Vec::new(), Vec::new());
        for paid in ranked {
            let is_below = ranked.iter().any(|other| exceeds(other, paid));
            let is_above = ranked.iter().any(|other| exceeds(paid, other));
            match (is_above, is_below) {
                (true, false) => most.push(*paid),
                (false, true) => least.push(*paid),
                (false, false) => alone.push(*paid),
                (true, true) => {}
            }
        }
        let ([first, ..], [_, ..]) = (most.as_slice(), least.as_slice()) else {
            return self.none_apart(ranked, roles);
        };
        if alone.is_empty() {
            let unclear = most.iter().filter_map(|high| {
                let near = least.iter().filter(|low| !exceeds(high, low));
                let near: Vec<Paid> = near.copied().collect();
                let from = format::choice(&people(&near));
                (!near.is_empty()).then(|| not_apart(&high.0.plural, &from))
            });
            return format!(
                "{} earn the most of {roles} ({}) and {} the least ({}).{}",
                format::choice(&people(&most)),
                self.pay_of_one(&most, &format!(" {}", self.period)),
                format::choice(&people(&least)),
                self.pay_of_one(&least, ""),
                unclear.collect::<String>()
            );
        }
        // Each of the one is above each of the other.
        let low: Vec<Paid> = least
            .iter()
            .copied()
            .filter(|low| exceeds(first, low))
            .collect();
        let is_above_all = |high: &Paid| low.iter().all(|low| exceeds(high, low));
        let high: Vec<Paid> = most.iter().copied().filter(is_above_all).collect();
        let named = |all: &[Paid]| format::list(&people(all));
        let others = match high.len() + low.len() {
            2 => "either",
            _ => "any of them",
        };
        format!(
            "{} earn more ({} {}) than {} ({}).{}",
            named(&high),
            self.pays(&high),
            self.period,
            named(&low),
            self.pays(&low),
            not_apart(
                &format!("{} ({})", named(&alone), self.pays(&alone)),
                others
            )
        )
    }

    /// Roles of which no two can be told apart, the best paid first.
    fn none_apart(&self, ranked: &[Paid], roles: &str) -> String {
        let Self { period, .. } = self;
        match ranked {
            [(_, high), .., (_, low)] if high > low => {
                let range = format::range(self.id.metric().unit, *low, *high);
                format!("{roles} cannot be told apart: {range} {period}.")
            }
            [(one, pay), others @ ..] => {
                let is_same = others.iter().all(|(other, _)| is_same(self.id, one, other));
                let words = if is_same {
                    "have the same published figure"
                } else {
                    "cannot be told apart"
                };
                format!("{roles} {words}: {} {period}.", self.dollars(*pay))
            }
            [] => String::new(),
        }
    }

    /// "$97,550, $96,000".
    fn pays(&self, roles: &[Paid]) -> String {
        let pays: Vec<String> = roles.iter().map(|(_, pay)| self.dollars(*pay)).collect();
        pays.join(", ")
    }

    /// What a role pays that is one of these: "$97,550 a year", "$97,550, $96,000 a year; too close to call".
    fn pay_of_one(&self, roles: &[Paid], period: &str) -> String {
        match same(roles.iter().map(|(_, pay)| *pay)) {
            Some(pay) if roles.len() > 1 => format!("{}{period} each", self.dollars(pay)),
            Some(pay) => format!("{}{period}", self.dollars(pay)),
            None => format!("{}{period}; too close to call", self.pays(roles)),
        }
    }
}

/// A role and what it pays.
type Paid<'a> = (&'a Role, f64);

fn people(roles: &[Paid]) -> Vec<String> {
    roles.iter().map(|(role, _)| role.plural.clone()).collect()
}

/// A sentence after another one.
fn not_apart(people: &str, from: &str) -> String {
    format!(
        " {} cannot be told apart from {from}.",
        format::capitalized(people)
    )
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
    let clauses = paid.iter().enumerate().filter_map(|(place, column)| {
        let amount = measure.dollars(column.role.own_number(measure.id)?);
        let people = with_provenance(column.role.plural.clone(), column, false);
        let of_what = match place {
            0 => format!(" {}{}", measure.period, measure.mark),
            _ => String::new(),
        };
        Some(format!("{people} earn {amount}{of_what}"))
    });
    let clauses: Vec<String> = clauses.collect();
    Some(format!("{}.", clauses.join(", ")))
}

/// What each role pays, by the measure it has.
fn each_pay(paid: &[&Column], one_source: bool) -> Option<String> {
    let clauses = paid.iter().filter_map(|column| {
        let role = &column.role;
        let measure = PAY.iter().find(|measure| speaks_of(column, measure.id))?;
        let amount = format::figure(measure.id.metric(), role.figure(measure.id)?);
        let people = with_provenance(role.plural.clone(), column, one_source);
        Some(format!(
            "{people} earn {amount} {}{}",
            measure.period, measure.mark
        ))
    });
    let clauses: Vec<String> = clauses.collect();
    let (first, others) = clauses.split_first()?;
    let others = others
        .iter()
        .map(|clause| format!(" {}.", format::capitalized(clause)));
    Some(format!("{first}.{}", others.collect::<String>()))
}
