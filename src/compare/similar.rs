//! Which roles are most like a compared one, and which of them are better in something.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Column;
use super::own_pay::per;
use super::steps::{self, Step};
use super::table::note;
use crate::model::{
    Alike, Dataset, Likeness, MetricId, PayPeriod, Reading, Role, RoleId, Source, SourceId, format,
};

/// How many of the most alike roles are looked at.
pub const MOST_ALIKE: usize = 40;

/// What a role should be like besides alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// It is paid more.
    MorePay,
    /// It needs no more education to start.
    NoMoreEducation,
    /// Its number of jobs grows.
    Growing,
    /// A smaller share of its people leave.
    FewerLeaving,
}

impl Wish {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [
        Self::MorePay,
        Self::NoMoreEducation,
        Self::Growing,
        Self::FewerLeaving,
    ];

    /// How it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::MorePay => "More pay",
            Self::NoMoreEducation => "No more education",
            Self::Growing => "Growing",
            Self::FewerLeaving => "Fewer people leaving",
        }
    }

    /// What it asks for.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::MorePay => "The middle pay is higher by more than the survey’s error.",
            Self::NoMoreEducation => {
                "The usual education to start is the same level or a lower one."
            }
            Self::Growing => "More jobs are expected in 2035 than there were in 2025.",
            Self::FewerLeaving => {
                "A smaller share of people are expected to leave in a year, to stop working or for another occupation (2024–34)."
            }
        }
    }
}

/// Which of [`Wish::ALL`] are made.
pub type Wishes = [bool; Wish::ALL.len()];

/// A compared role, and whose ratings speak for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rated {
    /// The compared role.
    pub column: Column,
    /// The official role whose ratings and figures are used; none where no ratings are.
    pub role: Option<RoleId>,
    /// What must be said of that: whose they are, or why there are none.
    pub remark: Option<String>,
}

/// A role that is like another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimilarRole {
    /// The role.
    pub role: RoleId,
    /// Its title.
    pub title: String,
    /// How alike it is, in words.
    pub likeness: String,
    /// Its pay, growth, education and leavers, and how they differ.
    pub steps: Vec<Step>,
    /// Which wishes it fulfills.
    pub fulfills: Wishes,
}

/// Whose ratings speak for each of the columns.
pub fn rated(dataset: &Dataset, columns: &[Column]) -> Vec<Rated> {
    let rated = columns.iter().map(|column| {
        let (role, remark) = rated_as(dataset, &column.role);
        Rated {
            column: column.clone(),
            role,
            remark,
        }
    });
    rated.collect()
}

fn rated_as(dataset: &Dataset, role: &Role) -> (Option<RoleId>, Option<String>) {
    let stands_in = role.official.as_ref().map(|counterpart| &counterpart.code);
    let Some(official) = official(dataset, stands_in.unwrap_or(&role.id)) else {
        let remark = "Crossroads has no official figures of this role.";
        return (None, Some(remark.to_owned()));
    };
    if official.figure(MetricId::SkillImportance).is_none() {
        let title = &official.title;
        let rated = match official.rated_narrower {
            true => format!("O*NET rates only narrower occupations within {title}"),
            false => format!("O*NET does not rate the skills and knowledge of {title}"),
        };
        let remark = format!("{rated}, so Crossroads cannot compute which roles are like it.");
        return (None, Some(remark));
    }
    let remark = stands_in.is_some().then(|| {
        format!(
            "{} is a job site’s role, which O*NET does not rate. Pay and ratings here are those of the nearest official occupation: {}.",
            role.title, official.title
        )
    });
    (Some(official.id.clone()), remark)
}

/// The sources of what is said of similar roles: the ratings, and the figures that are held against each other.
pub fn alike_sources(dataset: &Dataset, rated: &[Rated]) -> Vec<Source> {
    let Some(role) = rated
        .iter()
        .find_map(|rated| official(dataset, rated.role.as_ref()?))
    else {
        return Vec::new();
    };
    let figures = [
        MetricId::PayYearMedian,
        MetricId::GrowthProjected,
        MetricId::EntryEducation,
        MetricId::SeparationRate,
    ];
    let figures = figures.iter().filter_map(|metric| role.figure(*metric));
    let ratings = [Alike::SKILLS_SOURCE, Alike::KNOWLEDGE_SOURCE];
    let mut used: Vec<SourceId> = ratings.map(|id| SourceId(id.to_owned())).to_vec();
    for figure in figures {
        note(&mut used, &figure.source);
    }
    let sources = used.iter().filter_map(|id| dataset.source(id));
    sources.cloned().collect()
}

/// The roles most like one, the most alike first, each with what is different.
pub fn similar(dataset: &Dataset, role: &RoleId, alike: &Alike) -> Vec<SimilarRole> {
    let Some(from) = official(dataset, role) else {
        return Vec::new();
    };
    let nearest = most_alike(alike).into_iter();
    nearest
        .filter_map(|(id, likeness)| {
            let to = official(dataset, &id)?;
            Some(SimilarRole {
                likeness: likeness_words(likeness),
                steps: vec![
                    steps::pay(&from, &to),
                    steps::growth(&from, &to),
                    steps::education(dataset, &from, &to),
                    steps::leaving(&from, &to),
                ],
                fulfills: [
                    steps::pays_more(&from, &to),
                    steps::needs_no_more_education(dataset, &from, &to),
                    steps::grows(&to),
                    steps::fewer_leave(&from, &to),
                ],
                title: to.title.clone(),
                role: id,
            })
        })
        .collect()
}

/// The role whose figures the similar roles are held against, with its pay by each period that is: "Compared with Sales
/// Managers (BLS, $148,270 a year)".
pub fn compared_with(dataset: &Dataset, role: &RoleId, similar: &[SimilarRole]) -> Option<String> {
    let from = official(dataset, role)?;
    let to = similar
        .iter()
        .filter_map(|similar| official(dataset, &similar.role));
    let periods: BTreeSet<MetricId> = to.map(|to| steps::pay_metric(&from, &to)).collect();
    let pay = periods.into_iter().filter_map(|metric| {
        let figure = from.figure(metric)?;
        let is_pay = matches!(figure.reading, Reading::Exact(_) | Reading::AtLeast(_));
        let period = match metric {
            MetricId::PayHourMedian => PayPeriod::Hourly,
            _ => PayPeriod::Yearly,
        };
        let amount = format::figure(metric.metric(), figure);
        is_pay.then(|| format!(", {amount} {}", per(period)))
    });
    let pay: String = pay.collect();
    let whose = dataset.provenance(role)?;
    Some(format!("Compared with {} ({whose}{pay})", from.title))
}

/// The first roles, the most alike first; of equals those that are more alike in skills and in knowledge, then by code.
fn most_alike(alike: &Alike) -> Vec<(RoleId, Likeness)> {
    let mut others = alike.others().to_vec();
    others.sort_by_key(|(_, likeness)| {
        let both = likeness.skills + likeness.knowledge;
        std::cmp::Reverse((likeness.overall, both))
    });
    others.truncate(MOST_ALIKE);
    others
}

/// Those that fulfill every wish that is made, in their order.
pub fn fulfilling(roles: &[SimilarRole], wishes: Wishes) -> Vec<&SimilarRole> {
    let all = |role: &&SimilarRole| !lacks(role, wishes);
    roles.iter().filter(all).collect()
}

fn lacks(role: &SimilarRole, wishes: Wishes) -> bool {
    let mut pairs = role.fulfills.iter().zip(wishes);
    pairs.any(|(fulfills, wished)| wished && !fulfills)
}

/// How many of the roles are shown.
pub fn how_many(roles: &[SimilarRole], wishes: Wishes) -> String {
    let (shown, all) = (fulfilling(roles, wishes).len(), roles.len());
    match wishes.contains(&true) {
        false => format!("the {all} most alike"),
        true => format!("{shown} of the {all} most alike"),
    }
}

/// Which wishes leave nothing, where nothing is left: what each one alone leaves out, and what would help.
pub fn what_empties(roles: &[SimilarRole], wishes: Wishes) -> Option<String> {
    if roles.is_empty() || !fulfilling(roles, wishes).is_empty() {
        return None;
    }
    let made = || {
        Wish::ALL
            .into_iter()
            .enumerate()
            .filter(|(place, _)| wishes[*place])
    };
    let without = |place: usize| {
        let mut fewer = wishes;
        fewer[place] = false;
        fulfilling(roles, fewer).len()
    };
    let alone = |place: usize| roles.iter().filter(|role| role.fulfills[place]).count();
    let quoted = |wish: Wish| format!("“{}”", wish.name());
    let all = roles.len();
    let empty: Vec<String> = made()
        .filter(|(place, _)| alone(*place) == 0)
        .map(|(_, wish)| quoted(wish))
        .collect();
    if !empty.is_empty() {
        let none = empty.join(", and none passes ");
        return Some(format!("None of the {all} passes {none}."));
    }
    let helps: Vec<String> = made()
        .map(|(place, wish)| (without(place), wish))
        .filter(|(left, _)| *left > 0)
        .map(|(left, wish)| format!("without {}, {left} would be left", quoted(wish)))
        .collect();
    let together = format!("None of the {all} passes all of these filters together");
    Some(match helps.is_empty() {
        true => format!("{together}, nor all but one of them."),
        false => format!("{together}: {}.", helps.join("; ")),
    })
}

/// "More alike than 99.2% of all pairs (skills 99.1%, knowledge 98.4%)".
pub(super) fn likeness_words(likeness: Likeness) -> String {
    let percent = |share: u16| format!("{}.{}%", share / 10, share % 10);
    format!(
        "More alike than {} of all pairs (skills {}, knowledge {})",
        percent(likeness.overall),
        percent(likeness.skills),
        percent(likeness.knowledge)
    )
}

/// The official role with this id, with its figures for the whole United States.
pub(super) fn official(dataset: &Dataset, id: &RoleId) -> Option<Arc<Role>> {
    let role = dataset.has_details(id).then(|| dataset.role(id));
    role?.ok().flatten()
}
