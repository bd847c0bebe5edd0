//! Sentences of the page: what each claims, and whether the figures support it.

use std::cmp::Ordering;

use crate::figures::{Figure, Measure, Occupation, PastYear, Relation, Says, grouped, number_of};
use crate::patterns::{Slot, lists, read};

/// The verdict on a sentence: an error says what is wrong.
pub type Verdict<T = ()> = Result<T, String>;

/// The compared occupations, as the sentences call them.
pub struct Judge<'a> {
    /// The occupations, in the order of the columns; where a place is chosen, with the figures there.
    pub roles: &'a [&'a Occupation],
    /// The name of the place in sentences, where one is chosen.
    pub place: Option<&'a str>,
    names: Vec<String>,
}

/// Refuses with these words, unless something holds.
pub fn need(holds: bool, words: impl FnOnce() -> String) -> Verdict {
    if holds { Ok(()) } else { Err(words()) }
}

/// The measures of pay, and the words for each.
const BY: [(Measure, &str, &str); 4] = [
    (Measure::YearMedian, "middle pay (median)", "a year"),
    (Measure::YearMean, "average pay", "a year"),
    (Measure::HourMedian, "middle pay (median)", "an hour"),
    (Measure::HourMean, "average pay", "an hour"),
];

fn measure_of_pay(by: &str, per: &str) -> Verdict<Measure> {
    let by = by.to_ascii_lowercase();
    let measure = BY
        .iter()
        .find(|(_, words, period)| *words == by && *period == per);
    let measure = measure.map(|(measure, _, _)| *measure);
    measure.ok_or_else(|| format!("pay by {by} {per} is no measure"))
}

/// The same from the words of a sentence about one or two roles.
fn measure_of_two(median: &Slot, average: &Slot, per: &Slot) -> Verdict<Measure> {
    let by = match (median.is_there(), average.is_there()) {
        (true, false) => "middle pay (median)",
        (false, true) => "average pay",
        _ => return Err("the statistic is not named once".to_owned()),
    };
    measure_of_pay(by, per.words())
}

impl<'a> Judge<'a> {
    /// For these occupations, in a place or in the whole United States.
    pub fn of(roles: &'a [&'a Occupation], place: Option<&'a str>) -> Self {
        let names = roles.iter().map(|role| role.people.clone()).collect();
        Self {
            roles,
            place,
            names,
        }
    }

    /// The same beside an estimate for roles of the same name, so that sentences have to say whose figures these are.
    pub fn beside_namesakes(roles: &'a [&'a Occupation]) -> Self {
        let names = roles.iter().map(|role| format!("{} (bls)", role.people));
        Self {
            names: names.collect(),
            ..Self::of(roles, None)
        }
    }

    fn read<'t>(&self, pattern: &str, text: &'t str) -> Option<Vec<Slot<'t>>> {
        read(pattern, text, &self.names)
    }

    /// Returns the faults of the summary's sentences: each has to be understood and true, and together they have to
    /// speak of the pay and the growth of every role.
    pub fn wrong_in_summary(&self, sentences: &[String]) -> Vec<(String, String)> {
        let mut wrong = Vec::new();
        let mut paid: Vec<usize> = Vec::new();
        let mut is_growth_told = false;
        for sentence in sentences {
            let lower = sentence.to_ascii_lowercase();
            let (place, verdict) = if lower.starts_with("from ") {
                is_growth_told = true;
                ("summary: growth", self.growth(sentence))
            } else if lower.contains(" usually start with ") {
                ("summary: education", self.education(sentence))
            } else if lower.starts_with("the top skills ") {
                ("summary: skills", self.top_skills(sentence))
            } else {
                let told = self.pay(sentence).map(|told| paid.extend(told));
                ("summary: pay", told)
            };
            let error = verdict.err();
            wrong.extend(error.map(|error| (place.to_owned(), format!("{error} in {sentence:?}"))));
        }
        for (at, name) in self.names.iter().enumerate() {
            if !paid.contains(&at) {
                wrong.push(("summary: pay".to_owned(), format!("no word about {name}")));
            }
        }
        if !is_growth_told && !self.with(Measure::Growth).is_empty() {
            wrong.push(("summary: growth".to_owned(), "no word about it".to_owned()));
        }
        wrong
    }

    /// Checks the sentence above a chart, by its title.
    pub fn chart(&self, title: &str, sentence: &str) -> Verdict {
        match title {
            "Expected change in the number of jobs" => self.growth(sentence),
            "Most important skills, up to ten a role" => self.top_skills(sentence),
            "Salary range" => self.spread(sentence),
            _ => self.figures(title, sentence),
        }
    }

    fn relation(&self, measure: Measure, one: usize, other: usize) -> Relation {
        let figure = |at: usize| self.roles[at].figure(measure);
        match (figure(one), figure(other)) {
            (Some(one), Some(other)) => measure.relation(one, other),
            _ => Relation::Unknown,
        }
    }

    /// Returns whether one role has clearly more than another.
    fn is_above(&self, measure: Measure, one: usize, other: usize) -> bool {
        self.relation(measure, one, other) == Relation::Apart(Ordering::Greater)
    }

    fn need_above(&self, measure: Measure, one: usize, other: usize) -> Verdict {
        need(self.is_above(measure, one, other), || {
            let (one_name, other_name) = (&self.names[one], &self.names[other]);
            let relation = self.relation(measure, one, other);
            format!(
                "{measure:?} of {one_name} is not clearly above that of {other_name} ({relation:?})"
            )
        })
    }

    /// Refuses what is said to be too close, or the same, and is neither.
    fn need_close(&self, measure: Measure, one: usize, other: usize) -> Verdict {
        let relation = self.relation(measure, one, other);
        need(matches!(relation, Relation::Close | Relation::Same), || {
            let (one, other) = (&self.names[one], &self.names[other]);
            format!("{measure:?} of {one} and {other} can be told apart ({relation:?})")
        })
    }

    /// Refuses amounts that are not those of these roles, in their order.
    fn need_amounts(&self, measure: Measure, who: &[usize], amounts: &[&str]) -> Verdict {
        need(who.len() == amounts.len(), || {
            format!("{} amounts for {} roles", amounts.len(), who.len())
        })?;
        for (at, amount) in who.iter().zip(amounts) {
            let number = self.roles[*at].own_number(measure);
            let expected = number.map(|number| measure.written(number));
            need(expected.as_deref() == Some(*amount), || {
                let name = &self.names[*at];
                format!("{measure:?} of {name} is {expected:?} and not {amount}")
            })?;
        }
        Ok(())
    }

    fn number(&self, measure: Measure, at: usize) -> Verdict<f64> {
        let number = self.roles[at].own_number(measure);
        number.ok_or_else(|| format!("{} has no {measure:?}", self.names[at]))
    }

    /// The roles with a number of a measure.
    fn with(&self, measure: Measure) -> Vec<usize> {
        let has = |at: &usize| self.roles[*at].own_number(measure).is_some();
        (0..self.roles.len()).filter(has).collect()
    }

    /// A sentence about pay; the roles of which it has told.
    fn pay(&self, sentence: &str) -> Verdict<Vec<usize>> {
        let sentence = match self.place {
            None => sentence,
            Some(place) => {
                let nothing = format!("in {place}, no pay is published for {{who}}.");
                if let Some(slots) = self.read(&nothing.to_ascii_lowercase(), sentence) {
                    return self.unpaid(slots[0].who());
                }
                let rest = sentence
                    .strip_prefix("In ")
                    .and_then(|rest| rest.strip_prefix(place))
                    .and_then(|rest| rest.strip_prefix(", "));
                rest.ok_or("the place is not named")?
            }
        };
        let result = self
            .pay_of_one_or_two(sentence)
            .or_else(|| self.pay_of_many(sentence))
            .or_else(|| self.pay_of_each(sentence));
        result.unwrap_or_else(|| Err("no known claim".to_owned()))
    }

    fn unpaid(&self, who: &[usize]) -> Verdict<Vec<usize>> {
        for at in who {
            for (measure, _, _) in BY {
                let says = self.roles[*at].figure(measure).map(|figure| &figure.says);
                let is_paid = matches!(says, Some(Says::Number(_) | Says::AtLeast(_)));
                need(!is_paid, || {
                    format!("{measure:?} of {} is published", self.names[*at])
                })?;
            }
        }
        Ok(who.to_vec())
    }

    fn pay_of_one_or_two(&self, sentence: &str) -> Option<Verdict<Vec<usize>>> {
        const ONE: &str = "{?by middle pay (median), }{who} earn {$} {per}{? on average}.";
        const SAME: &str = "{?by middle pay (median), }{who} have the same published figure{? on average}: {$} {per}.";
        const CLOSE: &str = "{?by middle pay (median), }{who} earn {$} {per}{? on average} and {who} {$}: \
             too close to tell apart.";
        const MORE: &str = "{?by middle pay (median), }{who} earn {$} more {per} ({%}) than {who}{? on average}: \
             {$} against {$}.";
        if let Some(slots) = self.read(ONE, sentence) {
            let [median, who, pay, per, average] = &slots[..] else {
                return None;
            };
            return Some(measure_of_two(median, average, per).and_then(|measure| {
                self.need_amounts(measure, who.who(), &[pay.words()])?;
                Ok(who.who().to_vec())
            }));
        }
        if let Some(slots) = self.read(SAME, sentence) {
            let [median, who, average, pay, per] = &slots[..] else {
                return None;
            };
            return Some(measure_of_two(median, average, per).and_then(|measure| {
                let who = who.who();
                self.need_amounts(measure, who, &vec![pay.words(); who.len()])?;
                Ok(who.to_vec())
            }));
        }
        if let Some(slots) = self.read(CLOSE, sentence) {
            let [median, one, pay, per, average, other, other_pay] = &slots[..] else {
                return None;
            };
            return Some(measure_of_two(median, average, per).and_then(|measure| {
                let who = [one.who(), other.who()].concat();
                self.need_amounts(measure, &who, &[pay.words(), other_pay.words()])?;
                let [one, other] = who[..] else {
                    return Err("not two roles".to_owned());
                };
                self.need_close(measure, one, other)?;
                Ok(who)
            }));
        }
        let slots = self.read(MORE, sentence)?;
        let [
            median,
            one,
            more,
            per,
            percent,
            other,
            average,
            pay,
            other_pay,
        ] = &slots[..]
        else {
            return None;
        };
        Some(measure_of_two(median, average, per).and_then(|measure| {
            let who = [one.who(), other.who()].concat();
            self.need_amounts(measure, &who, &[pay.words(), other_pay.words()])?;
            let [one, other] = who[..] else {
                return Err("not two roles".to_owned());
            };
            self.need_above(measure, one, other)?;
            let (a, b) = (self.number(measure, one)?, self.number(measure, other)?);
            let difference = measure.written(a - b);
            need(difference == more.words(), || {
                format!("the difference is {difference}")
            })?;
            let expected = percent_of(a - b, b);
            need(expected == percent.words(), || {
                format!("the difference is {expected}")
            })?;
            Ok(who)
        }))
    }

    fn pay_of_many(&self, sentence: &str) -> Option<Verdict<Vec<usize>>> {
        const SAME: &str =
            "by {middle pay (median)|average pay}, {*} have the same published figure: {$} {per}.";
        const CLOSE: &str =
            "by {middle pay (median)|average pay}, {*} cannot be told apart: {$..} {per}.";
        const MORE: &str = "by {middle pay (median)|average pay}, {who} earn more ({*} {per}) than {who} \
             ({*}). {who} ({*}) cannot be told apart from {either|any of them}.";
        const MOST: &str = "by {middle pay (median)|average pay}, {who} earn the most of {*} ({*}) and {who} the \
             least ({*}).{*}";
        if let Some(slots) = self.read(SAME, sentence) {
            let [by, roles, pay, per] = &slots[..] else {
                return None;
            };
            return Some(measure_of_pay(by.words(), per.words()).and_then(|measure| {
                let all = self.all_of(measure, roles.words())?;
                self.need_amounts(measure, &all, &vec![pay.words(); all.len()])?;
                Ok(all)
            }));
        }
        if let Some(slots) = self.read(CLOSE, sentence) {
            let [by, roles, pays, per] = &slots[..] else {
                return None;
            };
            return Some(measure_of_pay(by.words(), per.words()).and_then(|measure| {
                let all = self.all_of(measure, roles.words())?;
                for (place, one) in all.iter().enumerate() {
                    for other in &all[place + 1..] {
                        self.need_close(measure, *one, *other)?;
                    }
                }
                let pay = |at: &usize| self.number(measure, *at);
                let pay: Vec<f64> = all.iter().map(pay).collect::<Verdict<_>>()?;
                let low = pay.iter().copied().fold(f64::INFINITY, f64::min);
                let high = pay.iter().copied().fold(0.0, f64::max);
                let expected = format!("{} to {}", measure.written(low), measure.written(high));
                need(expected == pays.words(), || format!("they earn {expected}"))?;
                Ok(all)
            }));
        }
        if let Some(slots) = self.read(MORE, sentence) {
            let [by, high, high_pays, per, low, low_pays, rest, rest_pays, _] = &slots[..] else {
                return None;
            };
            return Some(measure_of_pay(by.words(), per.words()).and_then(|measure| {
                let (high, low, rest) = (high.who(), low.who(), rest.who());
                for (who, pays) in [(high, high_pays), (low, low_pays), (rest, rest_pays)] {
                    let amounts: Vec<&str> = pays.words().split(", ").collect();
                    self.need_amounts(measure, who, &amounts)?;
                }
                for one in high {
                    for other in low {
                        self.need_above(measure, *one, *other)?;
                    }
                }
                for one in rest {
                    for other in high.iter().chain(low) {
                        self.need_close(measure, *one, *other)?;
                    }
                }
                let all = self.with(measure);
                for at in &all {
                    let is_apart = all.iter().any(|other| {
                        self.is_above(measure, *at, *other) || self.is_above(measure, *other, *at)
                    });
                    need(is_apart != rest.contains(at), || {
                        format!(
                            "{} can be told apart from another: {is_apart}",
                            self.names[*at]
                        )
                    })?;
                }
                Ok(all)
            }));
        }
        let padded = format!("{sentence} ");
        let slots = self.read(MOST, &padded)?;
        let [by, high, roles, high_pays, low, low_pays, more] = &slots[..] else {
            return None;
        };
        Some(self.most_and_least(
            by.words(),
            (high.who(), high_pays.words()),
            (low.who(), low_pays.words()),
            roles.words(),
            more.words().trim(),
        ))
    }

    fn most_and_least(
        &self,
        by: &str,
        (high, high_pays): (&[usize], &str),
        (low, low_pays): (&[usize], &str),
        roles: &str,
        more: &str,
    ) -> Verdict<Vec<usize>> {
        let period = high_pays.contains("a year");
        let measure = measure_of_pay(by, if period { "a year" } else { "an hour" })?;
        let all = self.all_of(measure, roles)?;
        for at in high {
            need(!low.contains(at), || {
                format!("{} are both", self.names[*at])
            })?;
        }
        self.extremes(measure, high, &all, Ordering::Greater)?;
        self.extremes(measure, low, &all, Ordering::Less)?;
        self.pays(measure, high, high_pays)?;
        self.pays(measure, low, low_pays)?;
        let mut told: Vec<(usize, usize)> = Vec::new();
        for sentence in more.split_inclusive('.').map(str::trim) {
            if sentence.is_empty() {
                continue;
            }
            let slots = self.read("{who} cannot be told apart from {who}.", sentence);
            let slots = slots.ok_or_else(|| format!("no known claim: {sentence:?}"))?;
            for one in slots[0].who() {
                for other in slots[1].who() {
                    self.need_close(measure, *one, *other)?;
                    told.push((*one, *other));
                }
            }
        }
        for one in high {
            for other in low {
                need(
                    self.is_above(measure, *one, *other) || told.contains(&(*one, *other)),
                    || {
                        let (one, other) = (&self.names[*one], &self.names[*other]);
                        format!("{one} and {other} cannot be told apart, and that is not said")
                    },
                )?;
            }
        }
        Ok(all)
    }

    /// Refuses roles that are said to be the most, or the least, where another one clearly is, or could be too.
    fn extremes(&self, measure: Measure, some: &[usize], all: &[usize], end: Ordering) -> Verdict {
        let beats = |one: usize, other: usize| match end {
            Ordering::Greater => self.is_above(measure, one, other),
            _ => self.is_above(measure, other, one),
        };
        for at in all {
            let beaten = all.iter().any(|other| beats(*other, *at));
            need(beaten != some.contains(at), || {
                let (name, is_named) = (&self.names[*at], some.contains(at));
                format!("{name}: named {is_named}, beaten {beaten} as {end:?} {measure:?}")
            })?;
        }
        need(some.iter().all(|at| all.contains(at)), || {
            "a role without pay".to_owned()
        })
    }

    /// Amounts in brackets: "$1, $2 a year; too close to call", "$1 a year each", "$1".
    fn pays(&self, measure: Measure, who: &[usize], pays: &str) -> Verdict {
        let (pays, is_close) = match pays.strip_suffix("; too close to call") {
            Some(pays) => (pays, true),
            None => (pays, false),
        };
        let (pays, is_each) = match pays.strip_suffix(" each") {
            Some(pays) => (pays, true),
            None => (pays, false),
        };
        let pays = pays.strip_suffix(" a year").unwrap_or(pays);
        let pays = pays.strip_suffix(" an hour").unwrap_or(pays);
        let amounts: Vec<&str> = match is_each {
            true => vec![pays; who.len()],
            false => pays.split(", ").collect(),
        };
        self.need_amounts(measure, who, &amounts)?;
        need(who.len() == 1 || is_each || is_close, || {
            "several roles, and not said to be close".to_owned()
        })?;
        for (place, one) in who.iter().enumerate() {
            for other in &who[place + 1..] {
                self.need_close(measure, *one, *other)?;
            }
        }
        Ok(())
    }

    /// All roles with pay, as a sentence calls them: "these 3 roles", "the 2 roles with published pay".
    fn all_of(&self, measure: Measure, roles: &str) -> Verdict<Vec<usize>> {
        let all = self.with(measure);
        let expected = match all.len() == self.roles.len() {
            true => format!("these {} roles", all.len()),
            false => format!("the {} roles with published pay", all.len()),
        };
        need(expected == roles, || format!("these are {expected}"))?;
        Ok(all)
    }

    fn pay_of_each(&self, sentence: &str) -> Option<Verdict<Vec<usize>>> {
        let mut told = Vec::new();
        for clause in sentence.strip_suffix('.')?.split(". ") {
            let slots = self.read("{who} earn {$} {per}{ on average| (median)}", clause)?;
            let [who, pay, per, by] = &slots[..] else {
                return None;
            };
            let by = match by.words() {
                " (median)" => "middle pay (median)",
                _ => "average pay",
            };
            let result = measure_of_pay(by, per.words()).and_then(|measure| {
                for at in who.who() {
                    let says = self.roles[*at].figure(measure).map(|figure| &figure.says);
                    let expected = match says {
                        Some(Says::Number(number)) => measure.written(*number),
                        Some(Says::AtLeast(least)) => {
                            format!("at least {}", measure.written(*least))
                        }
                        other => return Err(format!("{other:?} is no pay")),
                    };
                    need(expected == pay.words(), || format!("the pay is {expected}"))?;
                }
                Ok(())
            });
            if let Err(error) = result {
                return Some(Err(error));
            }
            told.extend(who.who());
        }
        Some(Ok(told))
    }

    /// "Half of nurses earn between $1 and $2 a year. At least half of …".
    fn spread(&self, sentence: &str) -> Verdict {
        for clause in clauses(sentence)? {
            let clause = match self.place {
                None => clause,
                Some(place) => clause
                    .strip_prefix("In ")
                    .and_then(|rest| rest.strip_prefix(place))
                    .and_then(|rest| rest.strip_prefix(", "))
                    .ok_or("the place is not named")?,
            };
            let slots = self.read(
                "{?at least }half of {who} earn between {$} and {$} a year",
                clause,
            );
            let slots = slots.ok_or_else(|| format!("no known claim: {clause:?}"))?;
            let who = slots[1].who();
            self.need_amounts(Measure::YearP25, who, &[slots[2].words()])?;
            self.need_amounts(Measure::YearP75, who, &[slots[3].words()])?;
            for at in who {
                // If two percentiles of one end are equal, more than half may earn between the quarters.
                let pay = |measure| self.roles[*at].own_number(measure);
                let ends = [
                    (Measure::YearP10, Measure::YearP25),
                    (Measure::YearP75, Measure::YearP90),
                ];
                let is_more = ends
                    .into_iter()
                    .any(|(one, other)| pay(one).is_some() && pay(one) == pay(other));
                need(is_more == slots[0].is_there(), || {
                    format!(
                        "more than half of {} may earn that: {is_more}",
                        self.names[*at]
                    )
                })?;
            }
        }
        Ok(())
    }

    /// "The median pay of nurses in May 2025: 4% less than in May 2021, after inflation; of cooks: $1 in May 2021, $2 in May
    /// 2025.": of every role with a median by the present method, and in the words that its past allows.
    pub fn past(&self, sentence: &str, after_inflation: bool) -> Verdict {
        let nation = self.place.map_or("", |_| " in the whole United States");
        let all = (0..self.roles.len())
            .filter(|at| past(self.roles[*at], after_inflation).is_some())
            .collect::<Vec<_>>();
        if sentence.is_empty() {
            return need(all.is_empty(), || "past pay is not told".to_owned());
        }
        let parts = sentence
            .strip_prefix(&format!("The median pay{nation} of "))
            .and_then(|rest| rest.strip_suffix('.'))
            .ok_or("no known claim")?;
        let mut told = Vec::new();
        for part in parts.split("; of ") {
            let slots = self.read("{who}{: | in may }{*}", part);
            let slots = slots.ok_or_else(|| format!("no known claim: {part:?}"))?;
            let [at] = *slots[0].who() else {
                return Err("not one role".to_owned());
            };
            let expected = past(self.roles[at], after_inflation)
                .map(|words| format!("{}{words}", self.names[at]));
            let is_so = expected
                .as_ref()
                .is_some_and(|it| it.eq_ignore_ascii_case(part));
            need(is_so, || format!("{part:?} should be {expected:?}"))?;
            told.push(at);
        }
        need(told == all, || {
            "not each role with a past is told of once".to_owned()
        })
    }

    fn growth(&self, sentence: &str) -> Verdict {
        let mut told = Vec::new();
        for (place, clause) in clauses(sentence)?.enumerate() {
            let from = ["", "from 2025 to 2035, "][usize::from(place == 0)];
            let nation = match self.place {
                Some(_) => " in the whole united states",
                None => "",
            };
            let pattern = format!("{from}jobs for {{who}}{nation} are expected to {{*}}");
            let slots = self.read(&pattern, clause);
            let slots = slots.ok_or_else(|| format!("no known claim: {clause:?}"))?;
            for at in slots[0].who() {
                let growth = self.number(Measure::Growth, *at)?;
                let percent = Measure::Growth.written(growth.abs());
                let expected = match growth.total_cmp(&0.0) {
                    Ordering::Greater => format!("grow {percent}"),
                    Ordering::Less => format!("shrink {percent}"),
                    Ordering::Equal => "stay at about the same number".to_owned(),
                };
                need(expected == slots[1].words(), || {
                    format!("they are expected to {expected}")
                })?;
                told.push(*at);
            }
        }
        need(
            self.with(Measure::Growth)
                .iter()
                .all(|at| told.contains(at)),
            || "the growth of a role is missing".to_owned(),
        )
    }

    fn education(&self, sentence: &str) -> Verdict {
        let mut told = Vec::new();
        for clause in clauses(sentence)? {
            let slots = self.read("{who} usually start with {*}", clause);
            let slots = slots.ok_or_else(|| format!("no known claim: {clause:?}"))?;
            for at in slots[0].who() {
                let expected = needed(self.roles[*at]);
                let expected = expected
                    .ok_or_else(|| format!("{} have no usual education", self.names[*at]))?;
                need(expected == slots[1].words(), || {
                    format!("they need {expected}")
                })?;
                told.push(*at);
            }
        }
        let mut all = (0..self.roles.len()).filter(|at| needed(self.roles[*at]).is_some());
        need(all.all(|at| told.contains(&at)), || {
            "the education of a role is missing".to_owned()
        })
    }

    fn top_skills(&self, sentence: &str) -> Verdict {
        let mut told = Vec::new();
        for (place, clause) in clauses(sentence)?.enumerate() {
            let pattern = match place {
                0 => "the top skills for {who} are {*}",
                _ => "for {who} they are {*}",
            };
            if let Some(slots) = self.read("no skills are rated for {who}", clause) {
                for at in slots[0].who() {
                    need(self.roles[*at].skills.is_empty(), || {
                        format!("{} are rated", self.names[*at])
                    })?;
                    told.push(*at);
                }
                continue;
            }
            let slots = self.read(pattern, clause);
            let slots = slots.ok_or_else(|| format!("no known claim: {clause:?}"))?;
            for at in slots[0].who() {
                top_skills(self.roles[*at], slots[1].words())?;
                told.push(*at);
            }
        }
        let mut all = 0..self.roles.len();
        need(all.all(|at| told.contains(&at)), || {
            "a role is missing".to_owned()
        })
    }

    /// A sentence that tells figures one by one.
    fn figures(&self, title: &str, sentence: &str) -> Verdict {
        const COUNTED: &str = "{? and others counted with them}{?, and others counted with them}";
        let mut told: Vec<usize> = Vec::new();
        for clause in clauses(sentence)? {
            let pattern = match title {
                "Expected openings a year" => {
                    "{fewer than 50|#} openings a year for {who}".to_owned()
                }
                "How far people in the role went in school" => {
                    format!(
                        "most common among {{who}}{COUNTED}, 25 and older: {{*}} ({{%}}{{ each|}})"
                    )
                }
                "How old people in the role are" => {
                    format!("half of {{who}}{COUNTED} are younger than {{*}}")
                }
                "Women and men in the role" => format!("{{%}} of {{who}}{COUNTED} are women"),
                "Race and ethnicity of people in the role" => {
                    format!(
                        "{{who}}{COUNTED}: white {{%}}, black or african american {{%}}, asian {{%}}, hispanic or latino {{%}}"
                    )
                }
                "Weekly pay of women and men" => format!(
                    "of {{who}}{COUNTED} who work full time, women earn {{$}} a week and men {{$}} (medians)"
                ),
                "Job satisfaction" => {
                    format!("{{%}} of {{who}}{COUNTED} say they are satisfied")
                }
                _ => return Err("no known chart".to_owned()),
            };
            let slots = self.read(&pattern, clause);
            let slots = slots.ok_or_else(|| format!("no known claim: {clause:?}"))?;
            let who: Vec<usize> = slots.iter().flat_map(|slot| slot.who().to_vec()).collect();
            need(!who.is_empty(), || "nobody is named".to_owned())?;
            let words: Vec<&str> = slots
                .iter()
                .filter_map(|slot| match slot {
                    Slot::Words(words) => Some(*words),
                    _ => None,
                })
                .collect();
            let says_so = slots.iter().any(Slot::is_there);
            need(who.len() == 1 || says_so, || {
                "one figure for several roles".to_owned()
            })?;
            let mut told_now = Vec::new();
            for at in who {
                let role = self.roles[at];
                let (measure, expected) = told_of(title, role).ok_or("there is no such figure")?;
                let are_so = expected.len() == words.len()
                    && (expected.iter().zip(&words))
                        .all(|(one, other)| one.eq_ignore_ascii_case(other));
                need(are_so, || format!("the figures are {expected:?}"))?;
                let group = |at: usize| self.roles[at].figure(measure)?.group.as_deref();
                let is_of_group = group(at).is_some();
                need(is_of_group == says_so, || {
                    format!("of a wider group: {is_of_group}, said: {says_so}")
                })?;
                // Roles that one group counts together are told of together, and no others are.
                let is_together = |other: &usize| {
                    is_of_group && role.figure(measure) == self.roles[*other].figure(measure)
                };
                need(!told.iter().any(is_together), || {
                    "a group is told of twice".to_owned()
                })?;
                need(told_now.iter().all(is_together), || {
                    "two groups are told of as one".to_owned()
                })?;
                told_now.push(at);
            }
            told.append(&mut told_now);
        }
        let mut all = 0..self.roles.len();
        need(
            all.all(|at| told.contains(&at) || told_of(title, self.roles[at]).is_none()),
            || "the figure of a role is missing".to_owned(),
        )
    }
}

/// Returns the measure of a sentence above a chart, and the words it may have for a role.
fn told_of(title: &str, role: &Occupation) -> Option<(Measure, Vec<String>)> {
    let number = |measure: Measure| Some(measure.written(role.figure(measure)?.number()?));
    Some(match title {
        "Expected openings a year" => (Measure::Openings, vec![number(Measure::Openings)?]),
        "How far people in the role went in school" => {
            let measure = Measure::EducationMix;
            let Says::Shares(shares) = &role.figure(measure)?.says else {
                return None;
            };
            // Of several that are equally common, all are named.
            let most = shares.iter().map(|share| share.1).fold(0.0, f64::max);
            let named = shares.iter().filter(|share| share.1 == most);
            let named: Vec<&str> = named.map(|share| share.0.as_str()).collect();
            let each = if named.len() > 1 { " each" } else { "" };
            let words = [named.join(" and "), measure.written(most), each.to_owned()];
            (measure, words.to_vec())
        }
        "How old people in the role are" => (Measure::AgeMedian, vec![number(Measure::AgeMedian)?]),
        "Women and men in the role" => {
            let women = role.figure(Measure::Sexes)?.share("Women")?;
            (Measure::Sexes, vec![Measure::Sexes.written(women)])
        }
        "Race and ethnicity of people in the role" => {
            let Says::Shares(shares) = &role.figure(Measure::Races)?.says else {
                return None;
            };
            let shares = shares.iter().map(|share| Measure::Races.written(share.1));
            (Measure::Races, shares.collect())
        }
        "Weekly pay of women and men" => {
            let pays = vec![number(Measure::WeeklyWomen)?, number(Measure::WeeklyMen)?];
            (Measure::WeeklyWomen, pays)
        }
        "Job satisfaction" => (Measure::Satisfied, vec![number(Measure::Satisfied)?]),
        _ => return None,
    })
}

/// The sentences of a text, without their full stops.
fn clauses(text: &str) -> Verdict<std::str::Split<'_, &'static str>> {
    let text = text.strip_suffix('.');
    Ok(text.ok_or("no full stop")?.split(". "))
}

/// The words that must follow a role's name in the sentence on past pay; none if nothing can be said.
fn past(role: &Occupation, after_inflation: bool) -> Option<String> {
    let published = || role.past.iter().filter(|past| past.median.is_some());
    // From 2021 on the survey estimates in another way.
    let (first, last) = (
        published().find(|past| past.year >= 2021)?,
        published().next_back()?,
    );
    let dollars = |past: &PastYear, pay: f64| match after_inflation {
        true => pay * PRICES_2025 / past.prices,
        false => pay,
    };
    let amount = |past: &PastYear| {
        let pay = past.median.as_ref().map(|pay| match pay {
            Says::AtLeast(least) => {
                format!("at least ${}", grouped(dollars(past, *least).floor(), 0))
            }
            Says::Number(pay) => format!("${}", grouped(dollars(past, *pay).round(), 0)),
            other => format!("{other:?}"),
        });
        format!("{} in May {}", pay.unwrap_or_default(), past.year)
    };
    let number = |past: &PastYear| match past.median {
        Some(Says::Number(pay)) => Some(dollars(past, pay).round()),
        _ => None,
    };
    // Too few years, or a leap on few jobs.
    let leaps = role
        .past
        .windows(2)
        .any(|pair| match (&pair[0].median, &pair[1].median) {
            (Some(Says::Number(one)), Some(Says::Number(next))) => (next / one - 1.0).abs() > 0.3,
            _ => false,
        });
    let jobs = role.figure(Measure::Jobs).and_then(Figure::number);
    if published().count() < 3 || leaps && jobs.is_some_and(|jobs| jobs < 10_000.0) {
        let last = amount(last);
        return Some(format!(
            ": {last}, with too few jobs or years to tell a trend"
        ));
    }
    if first.year == last.year {
        return None;
    }
    let both = || format!(": {}, {}", amount(first), amount(last));
    let mean = role.figure(Measure::YearMean);
    let error = mean.and_then(|mean| Some(mean.error? / mean.number()?));
    let (Some(before), Some(after), Some(error), true) = (
        number(first),
        number(last),
        error,
        after_inflation && last.year == 2025,
    ) else {
        return Some(both());
    };
    // Both medians are as unsure as the mean of the last year.
    let margin = 1.96 * after * error * 2.0_f64.sqrt();
    let percent = (after / before - 1.0) * 100.0;
    let change = match after - before {
        apart if apart.abs() <= margin => "too close to tell from".to_owned(),
        _ if percent.abs() < 1.0 => "about the same as in".to_owned(),
        _ if percent > 0.0 => format!("{}% more than in", grouped(percent, 0)),
        _ => format!("{}% less than in", grouped(-percent, 0)),
    };
    let year = first.year;
    Some(format!(
        " in May 2025: {change} May {year}, after inflation"
    ))
}

/// The consumer price index of May 2025.
const PRICES_2025: f64 = 321.465;

/// A difference in percent of the smaller amount, as sentences write it.
pub fn percent_of(difference: f64, base: f64) -> String {
    let percent = difference.abs() / base * 100.0;
    format!("{}%", grouped(percent, usize::from(percent < 1.0)))
}

/// Returns the usual start in an occupation: education, related experience and training.
fn needed(role: &Occupation) -> Option<String> {
    let name = |measure| match &role.figure(measure)?.says {
        Says::Name(name) => Some(name.as_str()),
        _ => None,
    };
    let lower = name(Measure::EntryEducation)?.to_ascii_lowercase();
    let education = match lower.as_str() {
        "no formal educational credential" => "no diploma, certificate or degree".to_owned(),
        "postsecondary nondegree award" => {
            "a certificate from a school after high school".to_owned()
        }
        "some college, no degree" => lower,
        _ if lower.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {lower}"),
        _ => format!("a {lower}"),
    };
    let experience = match name(Measure::EntryExperience) {
        Some("None") | None => None,
        Some("Less than 5 years") => Some("less than 5 years in a related job"),
        Some("5 years or more") => Some("5 years or more in a related job"),
        Some(other) => return Some(format!("{other} is no known experience")),
    };
    let (before, after) = match name(Measure::EntryTraining) {
        Some("None") | None => (None, ""),
        Some("Apprenticeship") => (Some("an apprenticeship"), ""),
        Some("Internship/residency") => (Some("an internship or residency"), ""),
        Some("Long-term on-the-job training") => (None, ", then long-term training on the job"),
        Some("Moderate-term on-the-job training") => {
            (None, ", then 1 to 12 months of training on the job")
        }
        Some("Short-term on-the-job training") => {
            (None, ", then up to 1 month of training on the job")
        }
        Some(other) => return Some(format!("{other} is no known training")),
    };
    // A comma inside the education asks for one before the "and".
    let comma = if education.contains(", ") { "," } else { "" };
    let start = match (experience, before) {
        (None, None) => education,
        (Some(one), None) | (None, Some(one)) => format!("{education}{comma} and {one}"),
        (Some(experience), Some(training)) => format!("{education}, {experience}, and {training}"),
    };
    Some(start + after)
}

/// Refuses a list of top skills that leaves out one that is rated as high, without saying so.
fn top_skills(role: &Occupation, list: &str) -> Verdict {
    const NUMBERS: [&str; 9] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let lower = list.to_ascii_lowercase();
    let names: Vec<String> = role
        .skills
        .iter()
        .map(|skill| skill.name.to_ascii_lowercase())
        .collect();
    let (end, named) = lists(&lower, &names)
        .into_iter()
        .next()
        .ok_or("no known skill")?;
    let more = match &lower[end..] {
        "" => 0,
        rest => {
            let rest = rest.trim_start_matches(',').strip_prefix(" and ");
            let count = rest.and_then(|rest| rest.strip_suffix(" more rated the same"));
            let count = count.ok_or_else(|| format!("no known claim: {list:?}"))?;
            let word = NUMBERS.iter().position(|number| *number == count);
            word.map(|place| place + 1)
                .or_else(|| number_of(count).map(|number| number as usize))
                .ok_or_else(|| format!("{count:?} is no number"))?
        }
    };
    // Levels decide among equals where all of them have one that may be used.
    let order = |one: usize, other: usize| {
        let (a, b) = (&role.skills[one], &role.skills[other]);
        let equals = role
            .skills
            .iter()
            .filter(|skill| skill.importance == a.importance);
        let by_level = equals.map(|skill| skill.level).all(|level| level.is_some());
        a.importance
            .total_cmp(&b.importance)
            .then(match (a.level, b.level) {
                (Some(a), Some(b)) if by_level => a.total_cmp(&b),
                _ => Ordering::Equal,
            })
    };
    for pair in named.windows(2) {
        need(order(pair[0], pair[1]).is_ge(), || {
            format!("{} is rated higher than {}", names[pair[1]], names[pair[0]])
        })?;
    }
    let last = *named.last().ok_or("no known skill")?;
    let others = || (0..names.len()).filter(|at| !named.contains(at));
    if let Some(higher) = others().find(|at| order(*at, last).is_gt()) {
        return Err(format!(
            "{} is rated higher than {}",
            names[higher], names[last]
        ));
    }
    let importance = |at: usize| role.skills[at].importance;
    let equals = others().filter(|at| importance(*at) == importance(last));
    let equals = equals.count();
    need(equals == more, || {
        format!("{equals} more are rated the same, not {more}")
    })?;
    // Three are named, with one or two that are as important as the third; of more, none is.
    let tied = named.iter().skip(3);
    let all_tied = tied.clone().all(|at| importance(*at) == importance(last))
        && tied.len() <= 2
        && (tied.len() == 0 || importance(named[2]) == importance(last));
    need(
        all_tied && (more == 0 || more > 2 && named.len() == 3),
        || format!("{} are named and {more} more counted", named.len()),
    )?;
    need(named.len() >= 3.min(names.len()), || {
        "too few are named".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::figures::Skill;

    /// Occupations with a median and its standard error.
    fn roles(pay: &[(&str, f64, f64)]) -> Vec<Occupation> {
        let roles = pay.iter().map(|(title, median, error)| {
            let median = Figure::of(Says::Number(*median)).with_error(Some(*error));
            let figures = BTreeMap::from([(Measure::YearMedian, median)]);
            Occupation::new((*title).to_owned(), (*title).to_owned(), figures)
        });
        roles.collect()
    }

    /// Returns the fault of a sentence about the pay of these.
    fn of_pay(roles: &[Occupation], sentence: &str) -> Verdict {
        let roles: Vec<&Occupation> = roles.iter().collect();
        Judge::of(&roles, None).pay(sentence).map(|_| ())
    }

    #[test]
    fn a_sentence_about_two_roles_says_what_their_errors_allow() {
        let apart = roles(&[("Nurses", 90_000.0, 500.0), ("Cooks", 40_000.0, 300.0)]);
        let close = roles(&[("Nurses", 41_000.0, 500.0), ("Cooks", 40_000.0, 300.0)]);
        let more = |pay: &str, difference: &str, percent: &str| {
            format!(
                "By middle pay (median), nurses earn {difference} more a year ({percent}) than cooks: {pay} against $40,000."
            )
        };
        let true_one = more("$90,000", "$50,000", "125%");
        assert_eq!(of_pay(&apart, &true_one), Ok(()));
        for wrong in [
            more("$90,001", "$50,000", "125%"),
            more("$90,000", "$50,001", "125%"),
            more("$90,000", "$50,000", "12%"),
            true_one.replace("By middle pay (median), n", "N"),
            true_one.replace("a year", "an hour"),
            "By middle pay (median), cooks earn $50,000 more a year (125%) than nurses: $40,000 against $90,000.".to_owned(),
            "By middle pay (median), nurses earn $90,000 a year and cooks $40,000: too close to tell apart.".to_owned(),
            "Nurses are better off.".to_owned(),
        ] {
            assert!(of_pay(&apart, &wrong).is_err(), "{wrong}");
        }
        assert!(of_pay(&close, &more("$41,000", "$1,000", "2%")).is_err());
        let tie = "By middle pay (median), nurses earn $41,000 a year and cooks $40,000: too close to tell apart.";
        assert_eq!(of_pay(&close, tie), Ok(()));
        assert!(
            of_pay(
                &close,
                "By middle pay (median), nurses and cooks have the same published figure: $41,000 a year."
            )
            .is_err()
        );
    }

    #[test]
    fn the_most_and_the_least_are_all_that_could_be() {
        // Nurses and judges cannot be told apart, nor can judges and cooks.
        let pay = [
            ("Nurses", 52_000.0, 500.0),
            ("Judges", 51_000.0, 500.0),
            ("Cooks", 50_000.0, 500.0),
            ("Bakers", 30_000.0, 500.0),
        ];
        let roles = roles(&pay);
        let least = "and bakers the least ($30,000).";
        let most = |who: &str| format!("By middle pay (median), {who} {least}");
        let right = most(
            "nurses or judges earn the most of these 4 roles ($52,000, $51,000 a year; too close to call)",
        );
        assert_eq!(of_pay(&roles, &right), Ok(()));
        for wrong in [
            most("nurses earn the most of these 4 roles ($52,000 a year)"),
            most("nurses, judges or cooks earn the most of these 4 roles ($52,000, $51,000, $50,000 a year; too close to call)"),
            most("nurses or judges earn the most of these 4 roles ($52,000, $51,000 a year)"),
            most("nurses or judges earn the most of these 3 roles ($52,000, $51,000 a year; too close to call)"),
            format!("{right} Nurses cannot be told apart from bakers."),
            "By middle pay (median), these 4 roles cannot be told apart: $30,000 to $52,000 a year.".to_owned(),
        ] {
            assert!(of_pay(&roles, &wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_role_that_is_close_to_both_ends_is_at_neither() {
        let pay = [
            ("Nurses", 52_000.0, 500.0),
            ("Judges", 51_000.0, 500.0),
            ("Cooks", 50_000.0, 500.0),
        ];
        let roles = roles(&pay);
        let both = "By middle pay (median), nurses or judges earn the most of these 3 roles ($52,000, $51,000 a year; too close \
             to call) and judges or cooks the least ($51,000, $50,000; too close to call).";
        assert!(of_pay(&roles, both).is_err());
        let said = "By middle pay (median), nurses earn more ($52,000 a year) than cooks ($50,000). Judges ($51,000) \
             cannot be told apart from either.";
        assert_eq!(of_pay(&roles, said), Ok(()));
        assert!(
            of_pay(
                &roles,
                &said.replace("cooks", "judges").replace("Judges", "Cooks")
            )
            .is_err()
        );
        // All other roles at neither end are named too.
        let bakers = self::roles(&[("Bakers", 51_000.0, 500.0)]);
        let with_bakers = [roles, bakers].concat();
        assert!(of_pay(&with_bakers, said).is_err());
        let both = said
            .replace("Judges ($51,000)", "Judges and bakers ($51,000, $51,000)")
            .replace("either", "any of them");
        assert_eq!(of_pay(&with_bakers, &both), Ok(()));
    }

    #[test]
    fn more_than_half_may_earn_what_two_percentiles_of_one_end_leave() {
        let spread = |highest: f64, words: &str| {
            let mut role = roles(&[("Nurses", 60_000.0, 1.0)]).remove(0);
            let pay = [
                (Measure::YearP25, 50_000.0),
                (Measure::YearP75, 70_000.0),
                (Measure::YearP90, highest),
            ];
            let pay = pay.map(|(measure, pay)| (measure, Figure::of(Says::Number(pay))));
            role.figures.extend(pay);
            Judge::of(&[&role], None).chart("Salary range", words)
        };
        let half = "Half of nurses earn between $50,000 and $70,000 a year.";
        let more = half.replace("Half", "At least half");
        assert_eq!(spread(80_000.0, half), Ok(()));
        assert_eq!(spread(70_000.0, &more), Ok(()));
        assert!(spread(80_000.0, &more).is_err() && spread(70_000.0, half).is_err());
    }

    /// A role with these skills, their importance and level.
    fn rated(skills: &[(&str, f64, f64)]) -> Occupation {
        let mut role = roles(&[("Nurses", 1.0, 1.0)]).remove(0);
        let skills = skills.iter().map(|(name, importance, level)| Skill {
            name: (*name).to_owned(),
            importance: *importance,
            level: Some(*level),
        });
        role.skills = skills.collect();
        role
    }

    #[test]
    fn one_or_two_skills_that_tie_with_the_third_are_named() {
        // The level puts one of those that are as important before the other.
        let role = rated(&[
            ("Speaking", 4.0, 4.0),
            ("Writing", 4.0, 3.5),
            ("Science", 3.5, 3.0),
            ("Repairing", 3.5, 2.0),
            ("Programming", 3.0, 5.0),
        ]);
        assert_eq!(
            top_skills(&role, "speaking, writing, science and repairing"),
            Ok(())
        );
        for wrong in [
            "speaking, writing and science",
            "speaking, writing, science and one more rated the same",
            "writing, speaking, science and repairing",
            "speaking, writing, repairing and science",
            "speaking, writing, science, repairing and programming",
            "speaking and writing",
            "speaking, writing and programming",
        ] {
            assert!(top_skills(&role, wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn more_than_two_skills_that_tie_with_the_third_are_counted() {
        let role = rated(&[
            ("Speaking", 4.0, 4.0),
            ("Writing", 3.5, 3.5),
            ("Science", 3.5, 3.0),
            ("Repairing", 3.5, 2.9),
            ("Programming", 3.5, 2.8),
            ("Installation", 3.5, 2.7),
        ]);
        let right = "speaking, writing, science and three more rated the same";
        assert_eq!(top_skills(&role, right), Ok(()));
        for wrong in [
            "speaking, writing and science",
            "speaking, writing, science and two more rated the same",
            "speaking, writing, science, repairing, programming and installation",
            "speaking, writing, science, repairing and two more rated the same",
            "speaking, writing, repairing and three more rated the same",
        ] {
            assert!(top_skills(&role, wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn past_pay_is_told_as_far_as_the_error_and_the_years_allow() {
        let role = |error: f64, medians: &[(u16, f64)]| {
            let mut role = roles(&[("Nurses", 1.0, 1.0)]).remove(0);
            let mean = Figure::of(Says::Number(100_000.0)).with_error(Some(error));
            role.figures.insert(Measure::YearMean, mean);
            let jobs = Figure::of(Says::Number(5_000.0));
            role.figures.insert(Measure::Jobs, jobs);
            let past = medians.iter().map(|(year, median)| PastYear {
                year: *year,
                median: Some(Says::Number(*median)),
                prices: PRICES_2025,
            });
            role.past = past.collect();
            role
        };
        let told = |role: &Occupation, words: &str, after_inflation: bool| {
            Judge::of(&[role], None).past(
                &format!("The median pay of nurses{words}."),
                after_inflation,
            )
        };
        let years = [(2020, 80_000.0), (2021, 100_000.0), (2025, 110_000.0)];
        let more = " in May 2025: 10% more than in May 2021, after inflation";
        let close = " in May 2025: too close to tell from May 2021, after inflation";
        let both = ": $100,000 in May 2021, $110,000 in May 2025";
        let thin = ": $110,000 in May 2025, with too few jobs or years to tell a trend";
        // 1.96 times 3,000, and the root of two times that: 8,316. Of 4,000: 11,087, a tenth more for the pay of 2025.
        let cases = [
            (role(3_000.0, &years), true, more),
            (role(4_000.0, &years), true, close),
            (role(3_000.0, &years), false, both),
            (role(3_000.0, &years[1..]), true, thin),
            (
                role(
                    3_000.0,
                    &[(2021, 50_000.0), (2024, 100_000.0), (2025, 110_000.0)],
                ),
                true,
                thin,
            ),
        ];
        for (role, after_inflation, right) in &cases {
            for words in [more, close, both, thin, &more.replace("10%", "11%")] {
                let verdict = told(role, words, *after_inflation);
                assert_eq!(verdict.is_ok(), words == *right, "{words}: {verdict:?}");
            }
            assert!(Judge::of(&[role], None).past("", *after_inflation).is_err());
        }
    }

    #[test]
    fn whom_nobody_rates_is_said() {
        let nurses = rated(&[
            ("Speaking", 4.0, 5.0),
            ("Writing", 4.0, 4.0),
            ("Science", 4.0, 3.0),
        ]);
        let surgeons = roles(&[("Surgeons", 1.0, 1.0)]).remove(0);
        let judge = [&nurses, &surgeons];
        let of = |words: &str| {
            Judge::of(&judge, None).chart("Most important skills, up to ten a role", words)
        };
        let skills = "The top skills for nurses are speaking, writing and science.";
        let unrated = "No skills are rated for surgeons.";
        assert_eq!(of(&format!("{skills} {unrated}")), Ok(()));
        for wrong in [
            skills.to_owned(),
            "The top skills for surgeons are speaking. No skills are rated for nurses.".to_owned(),
        ] {
            assert!(of(&wrong).is_err(), "{wrong}");
        }
    }
}
