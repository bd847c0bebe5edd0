//! Ways from one role to another over a third one that is more like both than they are like each other, and no detour by
//! school.

use super::similar::{likeness_words, official};
use super::steps::{self, Step};
use crate::model::{Alike, Dataset, Likeness, RoleId};

/// How many bridges are shown.
const BRIDGES: usize = 6;

/// From which likeness on two roles need no way over a third one, in tenths of a percent of all pairs.
const NEAR: u16 = 950;

/// [`NEAR`] in words.
pub(super) const NEAR_IN_WORDS: &str = "95% of all pairs";

/// The ways from one role to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridges {
    /// The direct way.
    pub direct: Hop,
    /// Whether the two are so alike that no way over a third role is looked for.
    pub near: bool,
    /// The ways over a third role, the best first.
    pub over: Vec<Bridge>,
}

impl Bridges {
    /// From where to where, how many ways over a third role there are, and what is true of them.
    pub fn in_words(&self) -> String {
        const WHICH: &str = "that is more like each of the two than they are like each other, and whose usual education \
                             is between theirs";
        let Hop { from, to, .. } = &self.direct;
        if self.near {
            return format!(
                "From {from} to {to}: no way over a third role, because these two are more alike than \
                 {NEAR_IN_WORDS}."
            );
        }
        let ways = match self.over.len() {
            0 => return format!("From {from} to {to}: there is no third role {WHICH}."),
            1 => "1 way".to_owned(),
            more => format!("{more} ways"),
        };
        format!(
            "From {from} to {to}: {ways} over a third role {WHICH}. The more alike its weaker step, the sooner a way is \
             named."
        )
    }
}

/// A way over a third role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// The role in the middle.
    pub role: RoleId,
    /// Its title.
    pub title: String,
    /// The way to it and the way on from it.
    pub hops: [Hop; 2],
}

/// One change of role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The title of the role one comes from.
    pub from: String,
    /// The title of the role one goes to.
    pub to: String,
    /// How alike the two are, in words.
    pub likeness: String,
    /// What changes in pay and education.
    pub steps: [Step; 2],
}

/// The ways from one official role to another; none where one of them is not rated or both are the same.
pub fn bridges(
    dataset: &Dataset,
    from: (&RoleId, &Alike),
    to: (&RoleId, &Alike),
) -> Option<Bridges> {
    let direct = from.1.with(to.0)?;
    let ends = [official(dataset, from.0)?, official(dataset, to.0)?];
    // Nobody goes to school for a role on the way, and nobody goes below both ends and up again.
    let is_between = |way: &Way| {
        let over = official(dataset, &way.over);
        over.is_some_and(|over| steps::is_education_between(dataset, &over, &ends))
    };
    let near = direct.overall >= NEAR;
    let mut ways = ways_over(from.1, to.1, direct);
    ways.retain(|way| !near && is_between(way));
    ways.truncate(BRIDGES);
    let over = ways.into_iter().filter_map(|way| {
        let title = dataset.title(&way.over)?;
        Some(Bridge {
            hops: [
                hop(dataset, from.0, &way.over, way.hops[0])?,
                hop(dataset, &way.over, to.0, way.hops[1])?,
            ],
            role: way.over,
            title,
        })
    });
    Some(Bridges {
        direct: hop(dataset, from.0, to.0, direct)?,
        near,
        over: over.collect(),
    })
}

/// A way over a third role, with how alike each hop's two roles are.
struct Way {
    over: RoleId,
    hops: [Likeness; 2],
}

/// All ways of which each hop is more alike than the direct way: by the hop that is less alike, then by both, then by
/// code.
fn ways_over(from: &Alike, to: &Alike, direct: Likeness) -> Vec<Way> {
    let ways = from.others().iter().filter_map(|(over, first)| {
        // The other end is like itself in nothing that is told, so that it is no way over.
        let hops = [*first, to.with(over)?];
        let is_better = hops.iter().all(|hop| hop.overall > direct.overall);
        is_better.then(|| Way {
            over: over.clone(),
            hops,
        })
    });
    let mut ways: Vec<Way> = ways.collect();
    ways.sort_by_key(|way| {
        let [first, second] = way.hops.map(|hop| hop.overall);
        std::cmp::Reverse((first.min(second), first + second))
    });
    ways
}

fn hop(dataset: &Dataset, from: &RoleId, to: &RoleId, likeness: Likeness) -> Option<Hop> {
    let (from, to) = (official(dataset, from)?, official(dataset, to)?);
    Some(Hop {
        likeness: likeness_words(likeness),
        steps: [
            steps::pay(&from, &to),
            steps::education(dataset, &from, &to),
        ],
        from: from.title.clone(),
        to: to.title.clone(),
    })
}
