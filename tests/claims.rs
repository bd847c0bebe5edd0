//! What sentences, bold marks and hidden rows claim of roles, held against the figures with arithmetic of its own.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::BTreeMap;
use std::sync::Arc;

use crossroads::compare::{Cell, Comparison, Row, Selection, compare, in_short};
use crossroads::model::{
    Dataset, Figure, MetricId, Reading, Role, RoleId, SamplingError, Section, Unit, Value, format,
};

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

fn official() -> Vec<Arc<Role>> {
    let role = |id| dataset().role(&id).expect("readable").expect("a role");
    dataset().official_ids().map(role).collect()
}

fn selection(roles: &[Arc<Role>]) -> Selection {
    Selection::compared_alone(roles.iter().map(|role| role.id.clone()))
}

/// Numbers spread over all, always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        // Any full-period generator will do.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    /// So many different roles.
    fn roles(&mut self, all: &[Arc<Role>], count: usize) -> Vec<Arc<Role>> {
        let mut chosen: Vec<Arc<Role>> = Vec::new();
        while chosen.len() < count {
            let role = &all[self.below(all.len())];
            if chosen.iter().all(|other| other.id != role.id) {
                chosen.push(Arc::clone(role));
            }
        }
        chosen
    }
}

fn number(role: &Role, metric: MetricId) -> Option<f64> {
    let figure = role.figure(metric)?;
    match (&figure.reading, &figure.wider_group) {
        (Reading::Exact(Value::Number(number)), None) => Some(*number),
        _ => None,
    }
}

/// The standard error of a role's number; 0 where none is stated.
fn standard_error(role: &Role, metric: MetricId) -> f64 {
    let stated_for = match metric.metric().key {
        "pay-year-median" => MetricId::PayYearAverage,
        "pay-hour-median" => MetricId::PayHourAverage,
        _ => metric,
    };
    match role.figure(stated_for).and_then(|figure| figure.error) {
        Some(SamplingError::RelativeStandardError(percent)) => {
            number(role, metric).expect("a number") * percent / 100.0
        }
        Some(SamplingError::MarginAt95(points)) => points / 1.96,
        _ => 0.0,
    }
}

/// By how much a role's number is larger than another's, and by how much it has to be for that not to be chance.
fn lead(metric: MetricId, one: &Role, other: &Role) -> (f64, f64) {
    let number = |role| number(role, metric).expect("a number");
    let error = |role| standard_error(role, metric);
    let margin = 1.96 * (error(one).powi(2) + error(other).powi(2)).sqrt();
    (number(one) - number(other), margin)
}

fn is_clearly_more(metric: MetricId, one: &Role, other: &Role) -> bool {
    let (lead, margin) = lead(metric, one, other);
    lead > margin
}

/// The roles, in the order in which they are given, whose names make this list.
fn named<'r>(words: &str, last: &str, roles: &[&'r Role]) -> Vec<&'r Role> {
    let lowered = |text: &str| text[..1].to_lowercase() + &text[1..];
    let found = (1_u32..1 << roles.len()).find_map(|bits| {
        let chosen = roles.iter().enumerate();
        let chosen = chosen.filter(|(place, _)| bits & (1 << place) != 0);
        let chosen: Vec<&Role> = chosen.map(|(_, role)| *role).collect();
        let names: Vec<String> = chosen.iter().map(|role| role.plural.clone()).collect();
        let list = match last {
            "or" => format::choice(&names),
            _ => format::list(&names),
        };
        (lowered(&list) == lowered(words)).then_some(chosen)
    });
    found.unwrap_or_else(|| panic!("{words}: no list of the roles"))
}

fn amounts(roles: &[&Role]) -> String {
    let amount = |role: &&Role| {
        let pay = number(role, MetricId::PayYearMedian).expect("a median");
        format::number(Unit::DollarsAYear, pay)
    };
    roles.iter().map(amount).collect::<Vec<_>>().join(", ")
}

/// What stands in parentheses after those of whom one earns the most or the least.
fn amounts_of_one(roles: &[&Role], period: &str) -> String {
    let pays: Vec<Option<f64>> = roles
        .iter()
        .map(|role| number(role, MetricId::PayYearMedian))
        .collect();
    match roles {
        [_] => format!("{}{period}", amounts(roles)),
        [first, ..] if pays.iter().all(|pay| *pay == pays[0]) => {
            format!("{}{period} each", amounts(&[*first]))
        }
        _ => format!("{}{period}; too close to call", amounts(roles)),
    }
}

/// Holds the sentence about the pay of three roles or more against their medians; says which form it has.
fn check_pay(sentence: &str, group: &[Arc<Role>]) -> &'static str {
    let mut ranked: Vec<&Role> = group.iter().map(|role| &**role).collect();
    let pay = |role: &Role| number(role, MetricId::PayYearMedian).expect("a median");
    ranked.sort_by(|a, b| pay(b).total_cmp(&pay(a)));
    let exceeds = |a: &Role, b: &Role| is_clearly_more(MetricId::PayYearMedian, a, b);
    let exceeded = |role: &Role| ranked.iter().any(|other| exceeds(other, role));
    let exceeding = |role: &Role| ranked.iter().any(|other| exceeds(role, other));
    let is_in = |role: &Role, roles: &[&Role]| roles.iter().any(|other| other.id == role.id);
    let count = ranked.len();

    let words = sentence.strip_prefix("By middle pay (median), ");
    let words = words.unwrap_or_else(|| panic!("{sentence}"));
    if words
        == format!(
            "these {count} roles have the same published figure: {} a year.",
            amounts(&ranked[..1])
        )
    {
        assert!(
            ranked.iter().all(|role| pay(role) == pay(ranked[0])),
            "{sentence}"
        );
        return "the same";
    }
    if let Some(range) = words.strip_prefix(&format!("these {count} roles cannot be told apart: "))
    {
        assert!(ranked.iter().all(|role| !exceeded(role)), "{sentence}");
        let ends = [ranked[count - 1], ranked[0]];
        let expected = format!("{} a year.", amounts(&ends).replace(", ", " to "));
        assert_eq!(range, expected, "{sentence}");
        return "none apart";
    }
    if let Some((most, rest)) =
        words.split_once(&format!(" earn the most of these {count} roles ("))
    {
        let most = named(most, "or", &ranked);
        let rest = rest.strip_prefix(&amounts_of_one(&most, " a year"));
        let rest = rest.and_then(|rest| rest.strip_prefix(") and "));
        let (least, rest) = rest
            .and_then(|rest| rest.split_once(" the least ("))
            .unwrap_or_else(|| panic!("{sentence}"));
        let least = named(least, "or", &ranked);
        let rest = rest.strip_prefix(&amounts_of_one(&least, ""));
        let rest = rest.and_then(|rest| rest.strip_prefix(")."));
        let mut rest = rest.unwrap_or_else(|| panic!("{sentence}"));
        for role in &ranked {
            assert_eq!(is_in(role, &most), !exceeded(role), "{sentence}");
            assert_eq!(is_in(role, &least), !exceeding(role), "{sentence}");
            assert!(!(is_in(role, &most) && is_in(role, &least)), "{sentence}");
        }
        let mut form = "the most and the least";
        for high in &most {
            let near: Vec<&Role> = least
                .iter()
                .copied()
                .filter(|low| !exceeds(high, low))
                .collect();
            if near.is_empty() {
                continue;
            }
            let names: Vec<String> = near.iter().map(|role| role.plural.clone()).collect();
            let expected = format!(
                " {} cannot be told apart from {}.",
                format::capitalised(&high.plural),
                format::choice(&names)
            );
            rest = rest
                .strip_prefix(&expected)
                .unwrap_or_else(|| panic!("{sentence}: not{expected}"));
            form = "the most and the least, not all apart";
        }
        assert_eq!(rest, "", "{sentence}");
        return form;
    }
    let (high, rest) = words
        .split_once(" earn more (")
        .unwrap_or_else(|| panic!("{sentence}"));
    let high = named(high, "and", &ranked);
    let rest = rest.strip_prefix(&format!("{} a year) than ", amounts(&high)));
    let rest = rest.unwrap_or_else(|| panic!("{sentence}"));
    let (low, rest) = rest.split_once(" ($").expect("an amount");
    let low = named(low, "and", &ranked);
    let rest = rest.strip_prefix(&format!("{}). ", &amounts(&low)[1..]));
    let rest = rest.unwrap_or_else(|| panic!("{sentence}"));
    let (alone, rest) = rest.split_once(" ($").expect("an amount");
    let alone = named(alone, "and", &ranked);
    let whom = if high.len() + low.len() == 2 {
        "either"
    } else {
        "any of them"
    };
    let expected = format!(
        "{}) cannot be told apart from {whom}.",
        &amounts(&alone)[1..]
    );
    assert_eq!(rest, expected, "{sentence}");
    for role in &ranked {
        let is_alone = !exceeded(role) && !exceeding(role);
        assert_eq!(is_in(role, &alone), is_alone, "{sentence}");
    }
    for high in &high {
        assert!(low.iter().all(|low| exceeds(high, low)), "{sentence}");
    }
    "more"
}

#[test]
fn no_claim_about_the_pay_of_many_roles_is_false() {
    let mut all = official();
    all.retain(|role| number(role, MetricId::PayYearMedian).is_some());
    // Those with the largest errors, and with neighbors in pay, are the ones that are hard to tell apart.
    let mut unsure = all.clone();
    let relative = |role: &Role| {
        standard_error(role, MetricId::PayYearMedian)
            / number(role, MetricId::PayYearMedian).expect("a median")
    };
    unsure.sort_by(|a, b| relative(b).total_cmp(&relative(a)));
    unsure.truncate(80);
    let mut by_pay = all.clone();
    by_pay.sort_by_key(|role| number(role, MetricId::PayYearMedian).expect("a median") as u64);
    let mut numbers = Numbers(1);
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    for size in 3..=6 {
        for round in 0..900 {
            let start = numbers.below(by_pay.len() - 40);
            let group = match round % 3 {
                0 => numbers.roles(&all, size),
                1 => numbers.roles(&unsure, size),
                _ => numbers.roles(&by_pay[start..start + 40], size),
            };
            let sentence = in_short(&compare(dataset(), &selection(&group)).columns).swap_remove(0);
            *forms.entry(check_pay(&sentence, &group)).or_default() += 1;
        }
    }
    println!("{forms:?}");
    for form in [
        "none apart",
        "the most and the least",
        "the most and the least, not all apart",
        "more",
    ] {
        assert!(forms.get(form) > Some(&10), "{form}: {forms:?}");
    }
}

/// Whether two numbers differ by more than is known to be unsure of them.
fn may_differ(metric: MetricId, one: &Role, other: &Role) -> bool {
    let apart = number(one, metric).expect("a number") - number(other, metric).expect("a number");
    match metric {
        MetricId::NewJobs => apart >= 30.0 - 1e-9,
        MetricId::Certification | MetricId::Apprenticeship => apart >= 0.5 - 1e-9,
        // Their survey states no error of them, so that any difference may be one.
        MetricId::AgeMedian
        | MetricId::WeeklyMen
        | MetricId::WeeklyWomen
        | MetricId::PayYearP10
        | MetricId::PayYearP25
        | MetricId::PayYearP75
        | MetricId::PayYearP90
        | MetricId::PayHourP10
        | MetricId::PayHourP25
        | MetricId::PayHourP75
        | MetricId::PayHourP90 => apart != 0.0,
        _ => is_clearly_more(metric, one, other),
    }
}

/// Whether two shares of one name differ by more than the rule of thumb for their bases.
fn shares_may_differ(metric: MetricId, name: &str, one: &Role, other: &Role) -> bool {
    let share = |role: &Role| -> Option<(f64, f64)> {
        let figure = role.figure(metric)?;
        let squared = figure.base.map_or(0.0, |base| 25.0 * 250_000.0 / base);
        Some((figure.share(name)?, squared))
    };
    let (Some((a, margin_a)), Some((b, margin_b))) = (share(one), share(other)) else {
        return true;
    };
    (a - b).abs() > (margin_a + margin_b).sqrt()
}

/// The rows of a comparison, each with the names of its section and group.
fn rows(comparison: &Comparison) -> BTreeMap<(Section, String, String), Row> {
    let mut rows = BTreeMap::new();
    for table in comparison.tables() {
        for group in table.groups {
            for row in group.rows {
                let label = group.label.clone().unwrap_or_default();
                let key = (table.section, label, row.label.clone());
                assert!(rows.insert(key, row).is_none(), "two rows of one name");
            }
        }
    }
    rows
}

fn figures<'r>(row: &Row, group: &'r [Arc<Role>]) -> Vec<Option<&'r Figure>> {
    let cells = row.cells.iter().zip(group);
    cells
        .map(|(cell, role)| role.figure(cell.metric?))
        .collect()
}

/// Whether all that a row shows are exact values of the roles themselves, by one measure and from one source.
fn can_be_compared(row: &Row, group: &[Arc<Role>]) -> bool {
    let figures = figures(row, group);
    let one_metric = row
        .cells
        .iter()
        .all(|cell| cell.metric == row.cells[0].metric);
    let sound = |figure: &Figure| {
        matches!(figure.reading, Reading::Exact(_)) && figure.wider_group.is_none()
    };
    let one_source = figures.iter().all(|figure| {
        let source = |figure: &Option<&Figure>| figure.map(|figure| figure.source.clone());
        source(figure) == source(&figures[0])
    });
    one_metric && one_source && figures.iter().all(|figure| figure.is_some_and(sound))
}

#[test]
fn only_rows_in_which_no_two_roles_are_known_to_differ_are_hidden() {
    let all = official();
    let mut numbers = Numbers(2);
    let (mut same, mut close, mut kept) = (0, 0, 0);
    for round in 0..500 {
        let start = numbers.below(all.len() - 12);
        let group = match round % 2 {
            // Neighbors share wider groups and levels of education.
            0 => numbers.roles(&all[start..start + 12], 2 + round % 3),
            _ => numbers.roles(&all, 2 + round % 5),
        };
        let whole = rows(&compare(dataset(), &selection(&group)));
        let few = compare(dataset(), &selection(&group).with_only_differences(true));
        let shown = rows(&few);
        let (mut hidden_same, mut hidden_close) = (0, 0);
        for (key, row) in &whole {
            let comparable = can_be_compared(row, &group);
            let is_shown = shown.contains_key(key);
            let values: Vec<Option<Value>> = figures(row, &group)
                .into_iter()
                .map(|figure| match &row.whole {
                    Some(_) => figure?.share(&row.label).map(Value::Number),
                    None => figure?.exact().cloned(),
                })
                .collect();
            let alike = values.iter().all(|value| *value == values[0]);
            let pairs = || {
                let with_all = |one| group.iter().map(move |other| (one, other));
                group.iter().flat_map(with_all)
            };
            let close = match (row.metric, &row.whole) {
                (Some(metric), _) => {
                    let numbers = group.iter().all(|role| number(role, metric).is_some());
                    numbers && pairs().all(|(one, other)| !may_differ(metric, one, other))
                }
                (None, Some(_)) => row.cells[0].metric.is_some_and(|metric| {
                    pairs().all(|(one, other)| !shares_may_differ(metric, &row.label, one, other))
                }),
                (None, None) => false,
            };
            let is_rounded = |cell: &Cell| cell.text.starts_with("fewer than");
            let is_share = |value: &Option<Value>| matches!(value, Some(Value::Named { .. }));
            let known =
                comparable && !row.cells.iter().any(is_rounded) && !values.iter().any(is_share);
            assert_eq!(
                is_shown,
                !(known && (alike || close)),
                "{key:?} of {:?}",
                ids(&group)
            );
            match (is_shown, alike) {
                (true, _) => kept += 1,
                (false, true) => hidden_same += 1,
                (false, false) => hidden_close += 1,
            }
        }
        let told = few.tables().into_iter().map(|table| table.hidden);
        let told = told.fold((0, 0), |sum, hidden| {
            (sum.0 + hidden.same, sum.1 + hidden.too_close)
        });
        assert_eq!(told, (hidden_same, hidden_close), "{:?}", ids(&group));
        (same, close) = (same + hidden_same, close + hidden_close);
    }
    assert!(
        same > 300 && close > 50 && kept > 5_000,
        "{same}, {close}, {kept}"
    );
}

fn ids(group: &[Arc<Role>]) -> Vec<&RoleId> {
    group.iter().map(|role| &role.id).collect()
}

#[test]
fn only_a_clear_lead_that_matters_is_marked() {
    let all = official();
    let mut numbers = Numbers(3);
    let mut marked: BTreeMap<MetricId, [usize; 2]> = BTreeMap::new();
    let mut asked = all.clone();
    asked.retain(|role| number(role, MetricId::Satisfied).is_some());
    for round in 0..900 {
        let start = numbers.below(all.len() - 40);
        let group = match round % 3 {
            0 => numbers.roles(&all[start..start + 40], 2 + round % 2),
            1 => numbers.roles(&asked, 2),
            _ => numbers.roles(&all, 2 + round % 5),
        };
        for (key, row) in rows(&compare(dataset(), &selection(&group))) {
            let leading: Vec<usize> = (0..group.len()).filter(|at| row.cells[*at].leads).collect();
            assert!(leading.len() < 2, "{key:?}");
            let Some(metric) = row.metric else {
                assert!(leading.is_empty(), "{key:?}");
                continue;
            };
            if let [at] = leading[..] {
                assert!(
                    can_be_compared(&row, &group),
                    "{key:?} of {:?}",
                    ids(&group)
                );
                for other in (0..group.len()).filter(|other| *other != at) {
                    let (lead, margin) = lead(metric, &group[at], &group[other]);
                    let least = match metric {
                        MetricId::GrowthProjected => 0.499,
                        MetricId::Openings => {
                            number(&group[other], metric).expect("openings") * 0.00999
                        }
                        _ => 0.0,
                    };
                    assert!(
                        lead > margin && lead > least,
                        "{key:?} of {:?}",
                        ids(&group)
                    );
                }
            }
            let counts = marked.entry(metric).or_default();
            counts[usize::from(leading.is_empty())] += 1;
        }
    }
    for metric in [
        MetricId::PayYearMedian,
        MetricId::GrowthProjected,
        MetricId::Openings,
        MetricId::Satisfied,
    ] {
        let [with, without] = marked[&metric];
        assert!(
            with > 10 && without > 10,
            "{metric:?}: {with} and {without}"
        );
    }
}
