//! What it takes to change from one role to another: ratings of the one held against those of the other.
//!
//! A role *needs* what its source rates at [`NEEDED`] or more. A difference counts from [`CLEAR`] on, in importance or in
//! level; below it, two ratings are taken as alike, because the people who rate differ by as much. Where both need
//! something, the level decides if both have one, and the importance otherwise.

use super::{Detailed, MovingError, rated_as};
use crate::model::{Level, Profile, Rating, Technology, Unit, format};

/// From which importance on a role needs something: "important" on the scale of O*NET, from 1 to 5.
pub const NEEDED: f64 = 3.0;

/// From how many points on a difference counts.
pub const CLEAR: f64 = 0.5;

/// How two roles' ratings stand to each other. What is rated for both stands in exactly one of the lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Move {
    /// What the second role needs and the first does not, or not as much of; the most important first.
    pub more: Vec<RatedPair>,
    /// What both need, the second not clearly more; the most important for the second first.
    pub both: Vec<RatedPair>,
    /// What the first needs and the second does not; the most important for the first first.
    pub behind: Vec<RatedPair>,
    /// The names of what neither needs.
    pub neither: Vec<String>,
    /// The names of what is rated for one of them alone.
    pub unrated: Vec<String>,
}

/// One thing that is rated for both roles.
#[derive(Clone, Debug, PartialEq)]
pub struct RatedPair {
    /// What it is: "Active Listening".
    pub name: String,
    /// What the first role has of it.
    pub from: Rating,
    /// What the second role has of it.
    pub to: Rating,
    /// What must be said with the two.
    pub remark: Option<&'static str>,
}

/// What a change between two compared roles takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Moving {
    /// In a sentence: what it comes to.
    pub summary: String,
    /// Skills.
    pub skills: Move,
    /// Knowledge.
    pub knowledge: Move,
    /// Tools of the second role, in a sentence.
    pub tools: Option<String>,
}

/// How many new tools the sentence names.
const TOOLS_NAMED: usize = 8;

/// Holds the second of two roles against the first.
pub fn moving(from: &Detailed, to: &Detailed) -> Result<Moving, MovingError> {
    let title = |role: &Detailed| role.column.role.title.clone();
    if rated_as(&from.column) == rated_as(&to.column) {
        return Err(MovingError::RatedAlike(title(from), title(to)));
    }
    let has_none = |profile: &Profile| profile.skills.is_empty() && profile.knowledge.is_empty();
    let unrated = [from, to].into_iter();
    let unrated = unrated.filter(|role| has_none(&role.details.profile));
    let unrated: Vec<String> = unrated.map(title).collect();
    if !unrated.is_empty() {
        return Err(MovingError::Unrated(unrated));
    }
    let names = (title(from), title(to));
    let (from, to) = (&from.details, &to.details);
    let skills = change(&from.profile.skills, &to.profile.skills);
    let knowledge = change(&from.profile.knowledge, &to.profile.knowledge);
    let said =
        |skills: &[RatedPair], areas: &[RatedPair], words: fn(String) -> String, nothing: &str| {
            let plural = |count: usize, one: &str, several: &str| match count {
                0 => None,
                1 => Some(format!("1 {one}")),
                _ => Some(format!("{count} {several}")),
            };
            let counts = [
                plural(skills.len(), "skill", "skills"),
                plural(areas.len(), "area of knowledge", "areas of knowledge"),
            ];
            let counts: Vec<String> = counts.into_iter().flatten().collect();
            match counts.is_empty() {
                true => nothing.to_owned(),
                false => words(format::list(&counts)),
            }
        };
    let summary = format!(
        "From {} to {}: {}; {}; {}.",
        names.0,
        names.1,
        said(
            &skills.more,
            &knowledge.more,
            |counts| format!("more is needed of {counts}"),
            "O*NET rates no skill or knowledge as needed more"
        ),
        said(
            &skills.both,
            &knowledge.both,
            |counts| format!("both need {counts}"),
            "they need nothing alike"
        ),
        said(
            &skills.behind,
            &knowledge.behind,
            |counts| format!("{counts} would be left behind"),
            "nothing would be left behind"
        )
    );
    Ok(Moving {
        summary,
        skills,
        knowledge,
        tools: tools(&from.technology, &to.technology, &names),
    })
}

/// Holds the ratings of a second role against those of a first.
pub fn change(from: &[Rating], to: &[Rating]) -> Move {
    let find = |ratings: &[Rating], name: &str| ratings.iter().find(|r| r.name == name).cloned();
    let mut change = Move::default();
    for to in to {
        let Some(from) = find(from, &to.name) else {
            change.unrated.push(to.name.clone());
            continue;
        };
        let (list, remark) = match (is_needed(&from), is_needed(to)) {
            (false, false) => {
                change.neither.push(to.name.clone());
                continue;
            }
            (true, true) => match difference(&from, to) {
                more if counts(more) => (&mut change.more, None),
                less if counts(-less) => (&mut change.both, Some("less of it will do")),
                _ => (&mut change.both, None),
            },
            (false, true) if is_clear(&from, to) => (&mut change.more, Some("new")),
            (true, false) if is_clear(to, &from) => continue,
            // One of them lies just below the line and the other just above: too little to tell them apart.
            _ => (
                &mut change.both,
                Some("about alike: just under 3 for one of them"),
            ),
        };
        list.push(RatedPair {
            name: to.name.clone(),
            from,
            to: to.clone(),
            remark,
        });
    }
    for from in from {
        match find(to, &from.name) {
            None => change.unrated.push(from.name.clone()),
            Some(to) if is_needed(from) && !is_needed(&to) && is_clear(&to, from) => {
                change.behind.push(RatedPair {
                    name: from.name.clone(),
                    from: from.clone(),
                    to,
                    remark: None,
                });
            }
            Some(_) => {}
        }
    }
    change
}

/// Whether a role needs what is rated: a level that is not relevant says that it does not.
fn is_needed(rating: &Rating) -> bool {
    rating.importance >= NEEDED && rating.level != Level::NotRelevant
}

/// How much more the second one asks: in level where both have one, else in importance.
fn difference(from: &Rating, to: &Rating) -> f64 {
    match (from.level, to.level) {
        (Level::Rated(from), Level::Rated(to)) => to - from,
        _ => to.importance - from.importance,
    }
}

/// Whether one rating is clearly above the other, in importance or in level.
fn is_clear(lower: &Rating, higher: &Rating) -> bool {
    counts(higher.importance - lower.importance) || counts(difference(lower, higher))
}

/// Whether a difference of ratings counts; they have two decimals, which take up the rounding of the machine.
fn counts(difference: f64) -> bool {
    (difference * 100.0).round() >= CLEAR * 100.0
}

/// How the tools of the second role stand to those of the first; none where the source lists none.
fn tools(from: &[Technology], to: &[Technology], names: &(String, String)) -> Option<String> {
    if to.is_empty() || from.is_empty() {
        return None;
    }
    let is_new = |tool: &&Technology| from.iter().all(|known| known.name != tool.name);
    let new: Vec<&Technology> = to.iter().filter(is_new).collect();
    let shared = to.len() - new.len();
    // Those in demand come first in the source's own order.
    let wanted = new.iter().filter(|tool| tool.in_demand);
    let mut named: Vec<String> = wanted.map(|tool| tool.name.clone()).collect();
    let more = named.len().saturating_sub(TOOLS_NAMED);
    named.truncate(TOOLS_NAMED);
    if more > 0 {
        named.push(format!("{more} more"));
    }
    let named = match (new.is_empty(), named.is_empty()) {
        (true, _) => "none is new".to_owned(),
        (_, true) => "none of the new ones is marked as in demand".to_owned(),
        _ => format!("new and in demand: {}", format::list(&named)),
    };
    let shared = match shared {
        0 => "none is".to_owned(),
        1 => "1 is".to_owned(),
        count => format!("{count} are"),
    };
    Some(format!(
        "Tools: of {} listed for {}, {shared} on the list of {} too; {named}.",
        to.len(),
        names.1,
        names.0
    ))
}

fn points(rating: f64) -> String {
    format::number(Unit::Name, rating)
}

/// A rating in words: its level, or why it has none, and its importance.
pub fn rating_in_words(rating: &Rating) -> (String, Option<String>) {
    let importance = format!("importance {}", points(rating.importance));
    match rating.level {
        Level::Rated(level) => (format!("level {}", points(level)), Some(importance)),
        Level::NotRelevant => ("level not relevant".to_owned(), Some(importance)),
        Level::Imprecise => ("level too imprecise".to_owned(), Some(importance)),
        Level::Unrated => (importance, None),
    }
}

/// How far a rating reaches on its scale, as a fraction: the level's, else that of importance; none where it may not
/// be drawn.
pub fn reach(rating: &Rating) -> Option<f64> {
    match rating.level {
        Level::Rated(level) => Some(level / 7.0),
        Level::NotRelevant | Level::Imprecise => None,
        Level::Unrated => Some((rating.importance - 1.0) / 4.0),
    }
}
