//! The places where an occupation is paid best, and where most of its people work: which can be told apart.

use std::cmp::Ordering;

use crate::figures::{Measure, Occupation, Place, Relation, Says, grouped, of_numbers};
use crate::page::{Cell, PlaceLine, Ranking};
use crate::sentences::{Verdict, need};

/// A place with the number by which it is ranked and the standard error of that.
struct Candidate<'a> {
    place: &'a Place,
    number: f64,
    error: Option<f64>,
}

/// The measure that ranks a list.
#[derive(Clone, Copy, PartialEq)]
enum By {
    Pay,
    Jobs,
}

/// Places in the order of their numbers.
struct Ranked<'a> {
    candidates: Vec<Candidate<'a>>,
    /// Those whose pay is too unsure for the order.
    unsure: Vec<Candidate<'a>>,
    /// The count of places that have no number, and may have as much.
    unknown: usize,
}

impl<'a> Ranked<'a> {
    fn of(role: &'a Occupation, kind: Measure, by: By) -> Self {
        let places = role.places.get(&kind).map_or(&[][..], Vec::as_slice);
        let (mut candidates, mut unsure, mut unknown) = (Vec::new(), Vec::new(), 0);
        for place in places {
            let error = |number: f64, percent: Option<f64>| Some(number * percent? / 100.0);
            match (by, &place.median, place.jobs) {
                (By::Jobs, _, None) => unknown += 1,
                (By::Jobs, _, Some(jobs)) => candidates.push(Candidate {
                    place,
                    number: jobs,
                    error: error(jobs, place.jobs_rse),
                }),
                (By::Pay, median, Some(jobs)) if jobs >= fewest(kind) => match median {
                    Says::Number(number) => {
                        let is_sure = place.wage_rse.is_some_and(|percent| percent <= 10.0);
                        let list = if is_sure {
                            &mut candidates
                        } else {
                            &mut unsure
                        };
                        list.push(Candidate {
                            place,
                            number: *number,
                            error: error(*number, place.wage_rse),
                        });
                    }
                    Says::AtLeast(_) => unknown += 1,
                    _ => {}
                },
                (By::Pay, _, _) => {}
            }
        }
        candidates.sort_by(|a, b| {
            let jobs = |it: &Candidate| it.place.jobs.unwrap_or_default();
            let by_jobs = jobs(b).total_cmp(&jobs(a));
            let by_size = b.number.total_cmp(&a.number);
            by_size.then(by_jobs).then(a.place.code.cmp(&b.place.code))
        });
        Self {
            candidates,
            unsure,
            unknown,
        }
    }

    /// Counts the places too unsure for the order that may still pay as much as all others.
    fn rivals(&self) -> usize {
        let all = || self.candidates.iter().chain(&self.unsure);
        let rivals = self.unsure.iter();
        let rivals = rivals.filter(|rival| !all().any(|other| is_above(other, rival)));
        rivals.count()
    }

    /// The places in the order, of which no other one is clearly above.
    fn top(&self) -> Vec<usize> {
        let all = || self.candidates.iter();
        let is_top = |at: &usize| !all().any(|other| is_above(other, &self.candidates[*at]));
        (0..self.candidates.len()).filter(is_top).collect()
    }
}

fn is_above(one: &Candidate, other: &Candidate) -> bool {
    let relation = of_numbers((one.number, one.error), (other.number, other.error));
    // An unknown error does not count as zero.
    relation == Relation::Apart(Ordering::Greater)
}

/// The fewest jobs a place needs to be called best-paying.
fn fewest(kind: Measure) -> f64 {
    match kind {
        Measure::BestState => 500.0,
        Measure::BestMetro => 250.0,
        _ => 1_000.0,
    }
}

/// Returns the measure of pay that ranks its places.
fn pay(role: &Occupation) -> Measure {
    match role.is_paid_by_the_hour() {
        true => Measure::HourMedian,
        false => Measure::YearMedian,
    }
}

/// The count of places that have to be ranked for one of them to be called the best-paying.
const ENOUGH: usize = 5;

/// The cell that names the best-paying place has to name all that could be it, none where too few are ranked, and none
/// that pays less than the whole United States.
pub fn best(role: &Occupation, kind: Measure, cell: &Cell) -> Verdict {
    let ranked = Ranked::of(role, kind, By::Pay);
    let top = ranked.top();
    let Some(first) = ranked.candidates.get(..ENOUGH).map(|ranked| &ranked[0]) else {
        let is_paid = role.figure(pay(role)).is_some();
        let is_none = cell.text == "none chosen: fewer than 5 can be ranked"
            || !is_paid && cell.text.starts_with("not published for this role");
        return need(is_none && cell.qualifiers.is_empty(), || {
            let count = ranked.candidates.len();
            format!("{:?} {:?} of {count}", cell.text, cell.qualifiers)
        });
    };
    if ranked.rivals() > 0 {
        let is_none = cell.text == "none chosen: pay elsewhere is too uncertain";
        return need(is_none && cell.qualifiers.is_empty(), || {
            let rivals = ranked.rivals();
            format!("{:?}, where {rivals} more may pay as much", cell.text)
        });
    }
    let national = role.own_number(pay(role)).unwrap_or_default();
    need(first.number >= national, || {
        format!("{:?}, and the nation has {national}", cell.text)
    })?;
    let median = |number: f64| pay(role).written(number);
    let names: Vec<&str> = top
        .iter()
        .map(|at| ranked.candidates[*at].place.name.as_str())
        .collect();
    let numbers = top.iter().map(|at| ranked.candidates[*at].number);
    let lowest = numbers.fold(f64::INFINITY, f64::min);
    let (low, high) = (median(lowest), median(first.number));
    let expected = match names.as_slice() {
        [only] => format!("{only}, {high}"),
        names if low == high => format!("{}: {high}", any_of(names)),
        names => format!("{}: {low} to {high}", any_of(names)),
    };
    need(cell.text == expected, || {
        format!(
            "{:?}, where {} could be the best: {names:?}",
            cell.text,
            names.len()
        )
    })?;
    let says = |words: &str| cell.qualifiers.iter().any(|qualifier| qualifier == words);
    let with = match names.len() {
        1 => format!(
            "{} jobs there",
            grouped(first.place.jobs.unwrap_or_default(), 0)
        ),
        _ => "too close to tell apart".to_owned(),
    };
    let rivals = format!("{} more may pay more", ranked.unknown);
    let is_told = |words: &String| says(words) || *words == "0 more may pay more";
    need([&with, &rivals].into_iter().all(is_told), || {
        format!(
            "{with:?} and {rivals:?} are not said but {:?}",
            cell.qualifiers
        )
    })?;
    let others = cell
        .qualifiers
        .iter()
        .filter(|words| **words != with && **words != rivals);
    let other = others.into_iter().find(|words| *words != "by median pay");
    need(other.is_none(), || format!("{other:?} is not known"))
}

/// Up to three names and how many others: "A, B or C", "A, CA; B, OR; C, WA; and 4 others".
fn any_of(names: &[&str]) -> String {
    let (shown, others) = names.split_at(names.len().min(3));
    let has_comma = shown.iter().any(|name| name.contains(", "));
    let has_and = shown.iter().any(|name| name.contains(" and "));
    let count = match others.len() {
        1 => "1 other".to_owned(),
        count => format!("{count} others"),
    };
    let mut items: Vec<&str> = shown.to_vec();
    let word = if others.is_empty() { "or" } else { "and" };
    if !others.is_empty() {
        items.push(&count);
    }
    let Some((last, first)) = items.split_last() else {
        return String::new();
    };
    let (between, before) = match (items.len(), has_comma, has_and) {
        (2, true, _) => (", ", ","),
        (2, false, _) => (", ", ""),
        (_, true, _) => ("; ", ";"),
        (_, false, true) => (", ", ","),
        (_, false, false) => (", ", ""),
    };
    format!("{}{before} {word} {last}", first.join(between))
}

/// The text in place of a median that the survey does not release.
const KEPT_BACK: &str = "not released (the source does not release this estimate)";

/// The lists of the page, in its order.
const LISTS: [(&str, Measure, By); 5] = [
    ("Best-paying states", Measure::BestState, By::Pay),
    (
        "Best-paying metropolitan areas",
        Measure::BestMetro,
        By::Pay,
    ),
    ("Best-paying industries", Measure::BestIndustry, By::Pay),
    ("States with the most jobs", Measure::BestState, By::Jobs),
    (
        "Metropolitan areas with the most jobs",
        Measure::BestMetro,
        By::Jobs,
    ),
];

/// Returns the faults in the lists of places of a role, each with its list.
pub fn wrong_in_lists(role: &Occupation, rankings: &[Ranking]) -> Vec<(String, String)> {
    let mut wrong = Vec::new();
    for (title, kind, by) in LISTS {
        let verdict = match rankings.iter().find(|ranking| ranking.title == title) {
            None => Err("there is no such list".to_owned()),
            Some(ranking) => list(role, kind, by, ranking),
        };
        wrong.extend(verdict.err().map(|error| (title.to_owned(), error)));
    }
    if rankings.len() != LISTS.len() {
        wrong.push(("lists".to_owned(), format!("{} of them", rankings.len())));
    }
    wrong
}

fn list(role: &Occupation, kind: Measure, by: By, ranking: &Ranking) -> Verdict {
    let ranked = Ranked::of(role, kind, by);
    let listed = &ranked.candidates[..ranked.candidates.len().min(5)];
    let expected: Vec<PlaceLine> = listed.iter().map(|it| line(role, it.place)).collect();
    need(ranking.places.len() == expected.len(), || {
        format!("{} places and not {}", ranking.places.len(), expected.len())
    })?;
    for (place, expected) in ranking.places.iter().zip(&expected) {
        need(place == expected, || {
            format!("{place:?} and not {expected:?}")
        })?;
    }
    let top = ranked.top();
    let (told, more): (Vec<usize>, Vec<usize>) = top.iter().partition(|at| **at < listed.len());
    let expected = apart((kind, by), &told, more.len(), listed.len());
    let said: Vec<&String> = ranking
        .remarks
        .iter()
        .filter(|remark| remark.ends_with("too close to tell apart."))
        .collect();
    need(said.iter().copied().eq(&expected), || {
        format!("said is {said:?} and not {expected:?}")
    })?;
    let too_few = (by == By::Pay && (1..ENOUGH).contains(&listed.len())).then(|| {
        let count = listed.len();
        format!("Only {count} can be ranked, too few to call one the best-paying.")
    });
    let rivals = ranked.rivals();
    let too_unsure = (by == By::Pay && listed.len() >= ENOUGH && rivals > 0).then(|| {
        let whose = if rivals == 1 { "its" } else { "their" };
        format!(
            "None is called the best-paying: {rivals} more may pay as much, but {whose} pay is too uncertain to be ranked."
        )
    });
    let none_named: Vec<&String> = too_few.iter().chain(&too_unsure).collect();
    need(
        none_named.iter().all(|it| ranking.remarks.contains(it)),
        || format!("{none_named:?} is not said but {:?}", ranking.remarks),
    )?;
    // What else is said: which places are ranked, that there are none, and how many cannot be ranked.
    let unknown = match ranked.unknown {
        0 => None,
        count => Some(format!("{count} ")),
    };
    let others = ranking
        .remarks
        .iter()
        .filter(|remark| !said.contains(remark));
    for remark in others {
        let is_known = remark.starts_with("Of ")
            || none_named.contains(&remark)
            || remark.starts_with("None ") && listed.is_empty() && unknown.is_none()
            || unknown
                .as_ref()
                .is_some_and(|count| remark.starts_with(count.as_str()));
        need(is_known, || format!("{remark:?} is not known"))?;
    }
    let says_unknown = |count: &String| {
        ranking
            .remarks
            .iter()
            .any(|it| it.starts_with(count.as_str()))
    };
    need(unknown.iter().all(says_unknown), || {
        format!("{} without a number are not told of", ranked.unknown)
    })
}

/// A place of a list, in words.
fn line(role: &Occupation, place: &Place) -> PlaceLine {
    let error = |of: &str, percent: f64| format!("error{of} {}%", grouped(percent, 1));
    PlaceLine {
        name: place.name.clone(),
        pay: match pay(role).shown(&place.median) {
            kept_back if kept_back.ends_with('(') => KEPT_BACK.to_owned(),
            pay => pay,
        },
        pay_error: match place.median {
            Says::Number(_) => place.wage_rse.map(|it| error(" of the mean", it)),
            _ => None,
        },
        jobs: grouped(place.jobs.unwrap_or_default(), 0),
        jobs_error: place.jobs_rse.map(|it| error("", it)),
    }
}

/// The sentence about those of a list that could be its first.
fn apart(
    (kind, by): (Measure, By),
    listed: &[usize],
    more: usize,
    length: usize,
) -> Option<String> {
    const NUMBERS: [&str; 6] = ["zero", "one", "two", "three", "four", "five"];
    const PLACES: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    let count = listed.len();
    if count + more < 2 {
        return None;
    }
    let mut noun = match kind {
        Measure::BestState => "states",
        Measure::BestMetro => "areas",
        _ => "industries",
    };
    let is_first = count > 1 && listed.iter().enumerate().all(|(at, place)| at == *place);
    let who = match is_first {
        true if count == length => format!("these {}", NUMBERS[count]),
        true => format!("the first {}", NUMBERS[count]),
        false => match listed
            .iter()
            .map(|at| PLACES[*at])
            .collect::<Vec<_>>()
            .as_slice()
        {
            [only] => {
                noun = match noun {
                    "industries" => "industry",
                    _ => noun.trim_end_matches('s'),
                };
                format!("the {only}")
            }
            [first @ .., last] => format!("the {} and {last}", first.join(", ")),
            [] => return None,
        },
    };
    let more = match more {
        0 => "is".to_owned(),
        more => format!("and {more} more is"),
    };
    let what = match by {
        By::Pay => "Pay",
        By::Jobs => "The number of jobs",
    };
    Some(format!(
        "{what} in {who} {noun} {more} too close to tell apart."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_as_what_could_be() {
        let cities = ["A, CA", "B, OR", "C, WA", "D, ME", "E, MA"];
        assert_eq!(any_of(&["Ohio", "Maine"]), "Ohio or Maine");
        assert_eq!(
            any_of(&["Ohio", "Maine", "Utah", "Iowa"]),
            "Ohio, Maine, Utah and 1 other"
        );
        assert_eq!(
            any_of(&["Mills and Bakeries", "Inns", "Bars"]),
            "Mills and Bakeries, Inns, or Bars"
        );
        assert_eq!(any_of(&cities[..2]), "A, CA, or B, OR");
        assert_eq!(any_of(&cities[..3]), "A, CA; B, OR; or C, WA");
        assert_eq!(any_of(&cities), "A, CA; B, OR; C, WA; and 2 others");
    }

    #[test]
    fn the_first_of_a_list_are_those_that_cannot_be_told_apart() {
        let states = (Measure::BestState, By::Pay);
        let said = |listed: &[usize], more| apart(states, listed, more, 5).unwrap_or_default();
        assert_eq!(said(&[0], 0), "");
        assert_eq!(
            said(&[0, 1, 2, 3, 4], 9),
            "Pay in these five states and 9 more is too close to tell apart."
        );
        assert_eq!(
            said(&[0, 1, 3], 0),
            "Pay in the first, second and fourth states is too close to tell apart."
        );
        assert_eq!(
            said(&[0], 2),
            "Pay in the first state and 2 more is too close to tell apart."
        );
        let industries = (Measure::BestIndustry, By::Pay);
        assert_eq!(
            apart(industries, &[0], 1, 5).as_deref(),
            Some("Pay in the first industry and 1 more is too close to tell apart.")
        );
        let metros = (Measure::BestMetro, By::Jobs);
        assert_eq!(
            apart(metros, &[0, 1, 2], 0, 5).as_deref(),
            Some("The number of jobs in the first three areas is too close to tell apart.")
        );
    }
}
