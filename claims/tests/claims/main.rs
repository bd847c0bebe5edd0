//! No sentence, bold mark, best-of list or hidden row of the page claims a difference or an equality that the figures do
//! not support. The words are held against the cells of the sources, which are read here in their own way and compared by
//! arithmetic of their own; of the code under test, `page` alone calls anything, for its final text.
//!
//! Compiled without optimization, samples are looked at; `cargo xtask test --only claims` looks at all pairs.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

mod figures;
mod page;
mod patterns;
mod places;
mod rows;
mod sentences;
mod sources;

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use figures::{Figure, Measure, Occupation};
use page::{Place, page};
use sentences::Judge;
use sources::Sources;

/// True if all pairs are looked at, and not a sample.
const ALL: bool = !cfg!(debug_assertions);

/// The sources, where they are here, and the occupations of the whole United States.
static NATION: LazyLock<Option<(std::sync::Mutex<Sources>, Vec<Occupation>)>> =
    LazyLock::new(|| {
        let sources = Sources::open()?;
        let occupations = sources.occupations();
        Some((std::sync::Mutex::new(sources), occupations))
    });

/// Random numbers, always the same (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % end as u64).expect("below the end")
    }

    /// So many different ones below an end.
    fn several(&mut self, count: usize, end: usize) -> Vec<usize> {
        let mut several = Vec::new();
        while several.len() < count {
            let one = self.below(end);
            if !several.contains(&one) {
                several.push(one);
            }
        }
        several
    }
}

/// Random selections of so many occupations.
fn random(count: usize, selections: usize, seed: u64, end: usize) -> Vec<Vec<usize>> {
    let mut random = Random(seed);
    (0..selections)
        .map(|_| random.several(count, end))
        .collect()
}

/// Looks at the pages of selections, and fails where one of them claims what is not so.
fn hold(
    selections: &[Vec<usize>],
    national: &[Occupation],
    there: Option<(&Place, &[Occupation])>,
) {
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let false_claims: Vec<(usize, (String, String))> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| {
                    let mut found = Vec::new();
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some(selection) = selections.get(at) else {
                            return found;
                        };
                        // A page in two has a baseline, another one each time.
                        let baseline = at.is_multiple_of(2).then_some(at / 2 % selection.len());
                        let wrong = wrong(selection, national, there, baseline);
                        found.extend(wrong.into_iter().map(|error| (at, error)));
                    }
                })
            })
            .collect();
        let found = workers
            .into_iter()
            .flat_map(|it| it.join().expect("a worker"));
        found.collect()
    });
    let of = |at: usize| {
        let roles = selections[at].iter().map(|at| national[*at].code.as_str());
        roles.collect::<Vec<_>>().join(", ")
    };
    let false_claims = false_claims.into_iter();
    none_of(
        selections.len(),
        false_claims.map(|(at, claim)| (of(at), claim)),
    );
}

/// Fails where there are false claims, each of some roles with the place on the page, and tells of each place once.
fn none_of(pages: usize, claims: impl Iterator<Item = (String, (String, String))>) {
    let mut by_place: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (roles, (place, error)) in claims {
        let told = by_place.entry(place);
        told.or_insert_with(|| (0, format!("{roles}: {error}"))).0 += 1;
    }
    let told = by_place.iter();
    let told: Vec<String> = told
        .map(|(place, (count, example))| format!("{place}: {count} times, such as {example}"))
        .collect();
    assert!(
        told.is_empty(),
        "false claims on {pages} pages:\n{}\n",
        told.join("\n")
    );
}

/// Returns the faults of one page, each with its place on the page.
fn wrong(
    selection: &[usize],
    national: &[Occupation],
    there: Option<(&Place, &[Occupation])>,
    baseline: Option<usize>,
) -> Vec<(String, String)> {
    let nation: Vec<&Occupation> = selection.iter().map(|at| &national[*at]).collect();
    let roles: Vec<&Occupation> = match there {
        Some((_, occupations)) => selection.iter().map(|at| &occupations[*at]).collect(),
        None => nation.clone(),
    };
    let codes: Vec<&str> = nation.iter().map(|role| role.code.as_str()).collect();
    let page = page(&codes, baseline, there.map(|(place, _)| place));
    let judge = Judge::of(&roles, there.map(|(place, _)| place.phrase()));
    let mut wrong = rows::wrong(&page, &roles, &nation, baseline);
    wrong.extend(judge.wrong_in_summary(&page.summary));
    for (title, sentence) in page.charts.iter().filter(|chart| !chart.1.is_empty()) {
        let error = judge.chart(title, sentence).err();
        wrong.extend(error.map(|error| (title.clone(), format!("{error} in {sentence:?}"))));
    }
    // The pay of past years is that of the whole United States.
    let national = Judge::of(&nation, judge.place);
    for (after_inflation, said) in &page.past {
        let error = national.past(said, *after_inflation).err();
        wrong.extend(error.map(|error| ("past pay".to_owned(), format!("{error} in {said:?}"))));
    }
    wrong
}

#[test]
fn every_role_alone() {
    let Some((_, national)) = &*NATION else {
        return;
    };
    assert_eq!(national.len(), 830);
    let alone = (0..national.len()).step_by(if ALL { 1 } else { 5 });
    let alone: Vec<Vec<usize>> = alone.map(|at| vec![at]).collect();
    hold(&alone, national, None);
}

#[test]
fn pairs() {
    let Some((_, national)) = &*NATION else {
        return;
    };
    let all = (0..national.len())
        .flat_map(|one| (one + 1..national.len()).map(move |other| (one, other)));
    let pairs: Vec<Vec<usize>> = match ALL {
        true => all.map(|(one, other)| vec![one, other]).collect(),
        false => random(2, 1_500, 2, national.len()),
    };
    assert!(!ALL || pairs.len() == 344_035);
    hold(&pairs, national, None);
}

#[test]
fn triples() {
    let Some((_, national)) = &*NATION else {
        return;
    };
    let count = if ALL { 20_000 } else { 500 };
    hold(&random(3, count, 3, national.len()), national, None);
}

#[test]
fn sextuples() {
    let Some((_, national)) = &*NATION else {
        return;
    };
    let count = if ALL { 20_000 } else { 300 };
    hold(&random(6, count, 6, national.len()), national, None);
}

/// Groups of occupations that are hard to tell apart: of large errors, of nearly the same pay, and neighbors, which share
/// wider groups and levels of education.
fn hard_to_tell_apart(count: usize, national: &[Occupation]) -> Vec<Vec<usize>> {
    let median = |at: &usize| national[*at].figure(Measure::YearMedian);
    let number = |at: &usize| median(at).and_then(Figure::number).expect("a median");
    let is_paid = |at: &usize| median(at).is_some_and(|figure| figure.number().is_some());
    let mut by_pay: Vec<usize> = (0..national.len()).filter(is_paid).collect();
    by_pay.sort_by(|one, other| number(one).total_cmp(&number(other)));
    let error = |at: &usize| median(at).and_then(|it| it.error).unwrap_or_default() / number(at);
    let mut unsure = by_pay.clone();
    unsure.sort_by(|one, other| error(other).total_cmp(&error(one)));
    unsure.truncate(80);
    let neighbors: Vec<usize> = (0..national.len()).collect();
    let mut random = Random(5);
    let mut groups = Vec::new();
    for round in 0..count {
        let (all, width) = [(&unsure, 80), (&by_pay, 40), (&neighbors, 12)][round % 3];
        let start = random.below(all.len() - width + 1);
        let group = random.several(2 + round % 5, width).into_iter();
        groups.push(group.map(|at| all[start + at]).collect());
    }
    groups
}

#[test]
fn groups_that_are_hard_to_tell_apart() {
    let Some((_, national)) = &*NATION else {
        return;
    };
    let groups = hard_to_tell_apart(if ALL { 20_000 } else { 450 }, national);
    hold(&groups, national, None);
    // What is held has to be there: each form of the sentence about pay, bold cells and hidden rows.
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for group in groups.iter().take(450) {
        let codes: Vec<&str> = group.iter().map(|at| national[*at].code.as_str()).collect();
        let page = page(&codes, None, None);
        let pay = page.summary.first().map(String::as_str).unwrap_or_default();
        let openings = page.rows.iter().find(|row| row.label == "Openings a year");
        let is_bold = openings.is_some_and(|row| row.cells.iter().any(|cell| cell.is_bold));
        let close = |(_, line): &(&str, String)| line.contains("too close");
        for (what, is_there) in [
            ("none apart", pay.contains(" roles cannot be told apart: ")),
            ("the most", pay.contains(" earn the most of ")),
            (
                "the most, not all apart",
                pay.contains(" earn the most of ") && pay.contains("). "),
            ),
            ("more", pay.contains(" earn more (")),
            ("too close", pay.ends_with(": too close to tell apart.")),
            ("bold", is_bold),
            ("not bold", !is_bold),
            ("hidden as close", page.hidden.iter().any(close)),
        ] {
            *found.entry(what).or_default() += usize::from(is_there);
        }
    }
    assert!(found.values().all(|count| *count > 5), "{found:?}");
}

#[test]
fn lists_of_places() {
    let Some((_, national)) = &*NATION else {
        return;
    };
    let step = if ALL { 1 } else { 10 };
    let roles = national.iter().step_by(step);
    let wrong = roles.clone().flat_map(|role| {
        let wrong = places::wrong_in_lists(role, &page::lists(&role.code));
        wrong.into_iter().map(|claim| (role.code.clone(), claim))
    });
    none_of(roles.len(), wrong);
}

#[test]
fn the_growth_fits_the_numbers_of_jobs() {
    let Some((_, national)) = &*NATION else {
        return;
    };
    let mut below_rounding = 0;
    for role in national {
        let number = |measure| role.own_number(measure).expect("a projection");
        let (before, after) = (number(Measure::JobsBefore), number(Measure::JobsAfter));
        let growth = number(Measure::Growth);
        // The jobs are rounded to hundreds, and their growth, made before that, to tenths of a percent.
        let least = ((after - 50.0) / (before + 50.0) - 1.0) * 100.0 - 0.05;
        let most = ((after + 50.0) / (before - 50.0) - 1.0) * 100.0 + 0.05;
        assert!((least..=most).contains(&growth), "{}: {growth}", role.code);
        if (after - before).abs() <= 100.0 {
            let change = growth * before / 1_000.0;
            assert!(change.abs() < 20.0, "{}: {change} a year", role.code);
            below_rounding += 1;
        }
    }
    assert!(below_rounding > 50, "{below_rounding}");
}

#[test]
fn similar_roles() {
    let Some((_, national)) = &*NATION else {
        return;
    };
    let step = if ALL { 1 } else { 10 };
    let roles = national
        .iter()
        .step_by(step)
        .filter(|role| page::is_rated(&role.code));
    let mut wrong = Vec::new();
    for from in roles.clone() {
        for similar in page::similar(&from.code) {
            let to = national.iter().find(|role| role.code == similar.code);
            let claims = rows::wrong_in_similar(from, to.expect("a role"), &similar);
            wrong.extend(claims.into_iter().map(|claim| (from.code.clone(), claim)));
        }
    }
    assert!(roles.clone().count() > 50);
    none_of(roles.count(), wrong.into_iter());
}

/// Roles of which the page has once said, in other words, what their pay does not support.
const ONCE_FALSE: [(&[&str], &str); 2] = [
    (
        &["39-5091", "49-9097", "17-1021"],
        "By middle pay (median), these 3 roles cannot be told apart: $81,390 to $97,150 a year.",
    ),
    (
        &["11-9039", "11-9161", "11-9071"],
        "By middle pay (median), these 3 roles cannot be told apart: $93,220 to $95,200 a year.",
    ),
];

#[test]
fn what_was_false_once_is_refused_and_not_said() {
    let Some((_, national)) = &*NATION else {
        return;
    };
    let place = |code: &&str| national.iter().position(|role| role.code == *code);
    for (codes, sentence) in ONCE_FALSE {
        let selection: Vec<usize> = codes.iter().map(|it| place(it).expect("a role")).collect();
        let roles: Vec<&Occupation> = selection.iter().map(|at| &national[*at]).collect();
        let refused = Judge::of(&roles, None).wrong_in_summary(&[sentence.to_owned()]);
        let pay = refused.iter().find(|(place, _)| place == "summary: pay");
        assert!(
            pay.is_some_and(|(_, error)| error.contains("can be told apart")),
            "{refused:?}"
        );
        hold(&[selection], national, None);
    }
}

#[test]
fn beside_an_estimate_of_the_same_name_it_is_said_whose_figures_are_told() {
    let Some((_, national)) = &*NATION else {
        return;
    };
    let managers = national.iter().find(|role| role.code == "11-2022");
    let managers = [managers.expect("sales managers")];
    let mut told = page(&["sales-manager", "11-2022"], None, None).summary;
    told.retain(|it| it.starts_with("From ") || it.contains(" usually start with "));
    assert_eq!(told.len(), 2);
    // What the pay is stands beside that of the estimate, in a sentence that is not read here.
    let false_claims = |judge: Judge| {
        let mut wrong = judge.wrong_in_summary(&told);
        wrong.retain(|(place, _)| place != "summary: pay");
        wrong.len()
    };
    assert_eq!(false_claims(Judge::beside_namesakes(&managers)), 0);
    assert_eq!(false_claims(Judge::of(&managers, None)), 2);
}

/// Some areas: a state, a large and a small metropolitan area, and a nonmetropolitan one.
const AREAS: [&str; 4] = ["5600000", "0019740", "0030860", "5600007"];

#[test]
fn in_a_place() {
    let Some((sources, national)) = &*NATION else {
        return;
    };
    for (place, code) in AREAS.iter().enumerate() {
        let (there, name) = {
            let sources = sources.lock().expect("the sources");
            (sources.in_area(national, code), sources.area_name(code))
        };
        let area = Place::read(code);
        let phrase = area.phrase().trim_start_matches("the ");
        let is_its_name = phrase
            .split(" area")
            .next()
            .is_some_and(|city| name.contains(city));
        assert!(is_its_name, "{phrase} is not {name}");
        let count = if ALL { 500 } else { 60 };
        for roles in [1, 2, 3, 6] {
            let seed = (10 * place + roles) as u64;
            hold(
                &random(roles, count, seed, national.len()),
                national,
                Some((&area, &there)),
            );
        }
    }
}
