//! Where a role is paid best and where most of its people work.

use super::Column;
use super::own_pay::{per, unit};
use crate::model::{
    AreaCode, Details, MetricId, PayPeriod, Place, Ranked, RankedPlace, Reading, Role, Unit, Value,
    format,
};

/// Where one compared role is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whereabouts {
    /// The place of the role among the columns.
    pub column: usize,
    /// By which period pay is: "a year".
    pub per: &'static str,
    /// Its lists.
    pub rankings: Vec<Ranking>,
}

/// A list of places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// What it lists: "Best-paying states".
    pub title: &'static str,
    /// What each of them is: "State".
    pub head: &'static str,
    /// The places, the first one first.
    pub places: Vec<PlaceLine>,
    /// Which places are put in order, which cannot be told apart from the first, and which could not be put in order.
    pub remarks: Vec<String>,
}

/// A place of a list, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceLine {
    /// Its name.
    pub name: String,
    /// Its code, where it is a place that can be chosen.
    pub code: Option<AreaCode>,
    /// The median pay, or why there is none.
    pub pay: String,
    /// The error of the pay, where it is released.
    pub pay_error: Option<String>,
    /// How many of these jobs there are.
    pub jobs: String,
    /// The error of that, where it is released.
    pub jobs_error: Option<String>,
}

/// What is told of a kind of list.
struct Kind {
    title: &'static str,
    head: &'static str,
    /// What one and several of them are inside a sentence.
    nouns: [&'static str; 2],
    /// Which places are put in order.
    among: &'static str,
    /// What stands where none has a place in it.
    nothing: &'static str,
    /// Why one has no place in the order, after their number.
    unranked: [&'static str; 2],
    is_area: bool,
    /// The metrics that name the best-paying one, by the year and by the hour.
    best: &'static [MetricId],
}

const TOP_CODED: [&str; 2] = [
    "may pay as much or more: its median is published only as “at least”",
    "may pay as much or more: their medians are published only as “at least”",
];

const KEPT_BACK: [&str; 2] = [
    "is not in this order, because its number of jobs is not released",
    "are not in this order, because their numbers of jobs are not released",
];

const BEST: [Kind; 3] = [
    Kind {
        title: "Best-paying states",
        head: "State",
        nouns: ["state", "states"],
        among: "Of states with 500 of these jobs or more and a relative standard error of mean pay of 10% or less.",
        nothing: "None passes both.",
        unranked: TOP_CODED,
        is_area: true,
        best: &[MetricId::TopState, MetricId::TopStateHour],
    },
    Kind {
        title: "Best-paying metropolitan areas",
        head: "Area",
        nouns: ["area", "areas"],
        among: "Of areas with 250 of these jobs or more and a relative standard error of mean pay of 10% or less.",
        nothing: "None passes both.",
        unranked: TOP_CODED,
        is_area: true,
        best: &[MetricId::TopMetro, MetricId::TopMetroHour],
    },
    Kind {
        title: "Best-paying industries",
        head: "Industry",
        nouns: ["industry", "industries"],
        among: "Of industries with 1,000 of these jobs or more and a relative standard error of mean pay of 10% or less.",
        nothing: "None passes both.",
        unranked: TOP_CODED,
        is_area: false,
        best: &[MetricId::TopIndustry, MetricId::TopIndustryHour],
    },
];

const LARGEST: [Kind; 2] = [
    Kind {
        title: "States with the most jobs",
        head: "State",
        nouns: ["state", "states"],
        among: "Of the states with published figures.",
        nothing: "None has published figures.",
        unranked: KEPT_BACK,
        is_area: true,
        best: &[],
    },
    Kind {
        title: "Metropolitan areas with the most jobs",
        head: "Area",
        nouns: ["area", "areas"],
        among: "Of the metropolitan areas with published figures.",
        nothing: "None has published figures.",
        unranked: KEPT_BACK,
        is_area: true,
        best: &[],
    },
];

/// What "error" and the order mean in the lists.
pub const ERROR: &str = "“Error” is the survey’s relative standard error, in percent. Pay is the median; its error is \
                         that of the mean, because none is stated for the median. The lists are in the order of the \
                         published figures; neighbors in them may be too close to tell apart.";

/// The lists of where a role is paid best, each with what it takes to stand in it.
pub(super) fn best() -> impl Iterator<Item = (&'static str, &'static str)> {
    BEST.iter().map(|kind| (kind.title, kind.among))
}

/// Where the columns are whose details are here; `details` are the columns', in the same order.
pub fn whereabouts(columns: &[Column], details: &[Option<Details>]) -> Vec<Whereabouts> {
    let with_details = columns.iter().zip(details).enumerate();
    with_details
        .filter_map(|(column, (shown, details))| {
            let details = details.as_ref()?;
            let period = shown.role.pay_period();
            let best = BEST.iter().zip(&details.best);
            let kinds = best.chain(LARGEST.iter().zip(&details.largest));
            Some(Whereabouts {
                column,
                per: per(period),
                rankings: kinds
                    .map(|(kind, list)| ranking(kind, list, &shown.role, period))
                    .collect(),
            })
        })
        .collect()
}

/// Says how many places keep the best-paying one from being named, because their pay is too unsure to be ranked.
fn unsure_rivals(kind: &Kind, role: &Role) -> Option<String> {
    let mut figures = kind.best.iter().filter_map(|metric| role.figure(*metric));
    let count = figures.find_map(|figure| match figure.reading {
        Reading::UnsureRivals(count) => Some(count),
        _ => None,
    })?;
    let whose = if count == 1 { "its" } else { "their" };
    Some(format!(
        "None is called the best-paying: {count} more may pay as much, but {whose} pay is too uncertain to be ranked."
    ))
}

fn ranking(kind: &Kind, list: &Ranked, role: &Role, period: PayPeriod) -> Ranking {
    let [one, several] = kind.unranked;
    let is_empty = list.places.is_empty();
    let more = if is_empty { "" } else { "more " };
    let unranked = match list.unranked {
        0 => None,
        1 => Some(format!("1 {more}{one}.")),
        count => Some(format!("{count} {more}{several}.")),
    };
    let none = (is_empty && unranked.is_none()).then(|| kind.nothing.to_owned());
    let is_named = kind.best.is_empty() || is_empty || list.places.len() >= Place::FEWEST;
    let too_few = (!is_named).then(|| {
        let count = list.places.len();
        format!("Only {count} can be ranked, too few to call one the best-paying.")
    });
    Ranking {
        title: kind.title,
        head: kind.head,
        places: list
            .places
            .iter()
            .map(|place| line(kind, place, period))
            .collect(),
        remarks: [
            Some(kind.among.to_owned()),
            none,
            too_few,
            unsure_rivals(kind, role),
            too_close(kind, list),
            unranked,
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// Says which places cannot be told apart from the first: "Pay in the first three states is too close to tell apart."
fn too_close(kind: &Kind, list: &Ranked) -> Option<String> {
    const POSITIONS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    const NUMBERS: [&str; 6] = ["none", "one", "two", "three", "four", "five"];
    let count = list.tied.len();
    if count + (list.tied_more as usize) < 2 {
        return None;
    }
    let are_first = count > 1 && list.tied.iter().copied().eq(0..count);
    let who = match NUMBERS.get(count) {
        Some(number) if are_first && count == list.places.len() => format!("these {number}"),
        Some(number) if are_first => format!("the first {number}"),
        _ => {
            let positions = list.tied.iter().filter_map(|at| POSITIONS.get(*at));
            let positions: Vec<String> = positions.map(|&position| position.to_owned()).collect();
            format!("the {}", format::list(&positions))
        }
    };
    let [one, several] = kind.nouns;
    let noun = if count == 1 { one } else { several };
    let more = match list.tied_more {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let what = if kind.best.is_empty() {
        "The number of jobs"
    } else {
        "Pay"
    };
    Some(format!(
        "{what} in {who} {noun}{more} is too close to tell apart."
    ))
}

fn line(kind: &Kind, place: &RankedPlace, period: PayPeriod) -> PlaceLine {
    let percent = |percent: f64| format::number(Unit::Share(1), percent);
    let is_number = matches!(place.median, Reading::Exact(Value::Number(_)));
    PlaceLine {
        name: place.name.clone(),
        code: kind.is_area.then(|| AreaCode(place.code.clone())),
        pay: format::reading_in(unit(period), &place.median),
        pay_error: place
            .wage_rse
            .filter(|_| is_number)
            .map(|error| format!("error of the mean {}", percent(error))),
        jobs: format::number(Unit::Jobs, place.jobs),
        jobs_error: place
            .jobs_rse
            .map(|error| format!("error {}", percent(error))),
    }
}
