//! What kind of work a role is: interests, work values, work styles, and whether it can be done from home.

use super::{Cell, Detailed, Row};
use crate::model::{INTERESTS, Profile, Rating, Unit, WORK_VALUES, format};

/// What each of the interests stands for, in the order of the source.
const INTERESTS_MEAN: [&str; 6] = [
    "Hands-on work with tools, machines, plants or animals.",
    "Studying things and working out how they are.",
    "Making, designing and performing; few fixed rules.",
    "Helping, teaching and caring for people.",
    "Leading, persuading and starting things.",
    "Keeping order: records, details and set ways.",
];

/// What each of the work values stands for, in the order of the source.
const VALUES_MEAN: [&str; 6] = [
    "Using what one is best at, and seeing what comes of it.",
    "Steady work, fair pay and a good place to do it.",
    "Getting ahead, leading others, being looked up to.",
    "Friendly coworkers and doing things for others.",
    "Bosses who back up and train their people.",
    "Working on one’s own and deciding for oneself.",
];

/// What the highest rating is on the scale of interests and work values, which starts at 1.
const EXTENT: f64 = 7.0;
/// And on that of importance.
const IMPORTANCE: f64 = 5.0;

/// The interests of the roles, a row for each kind; none where no role has any.
pub fn interests(roles: &[Detailed]) -> Vec<Row> {
    let of = |profile: &Profile| profile.interests.as_ref().map(|i| i.ratings);
    six(&INTERESTS, &INTERESTS_MEAN, roles, of)
}

/// The work values of the roles, a row for each; none where no role has any.
pub fn work_values(roles: &[Detailed]) -> Vec<Row> {
    let of = |profile: &Profile| profile.work_values;
    six(&WORK_VALUES, &VALUES_MEAN, roles, of)
}

/// What the source calls the main interests of each role that has any, in a sentence.
pub fn main_interests(roles: &[Detailed]) -> Vec<String> {
    let sentence = |role: &Detailed| {
        let points = &role.details.profile.interests.as_ref()?.high_points;
        let names = points.iter().filter_map(|place| INTERESTS.get(*place));
        let names: Vec<&str> = names.copied().collect();
        let title = &role.column.role.title;
        (!names.is_empty()).then(|| format!("{title}: {}.", names.join(", then ")))
    };
    roles.iter().filter_map(sentence).collect()
}

/// The work styles of the roles, a row for each, those first that count most for any of them; none where no role
/// has any.
pub fn work_styles(roles: &[Detailed]) -> Vec<Row> {
    let lists = || roles.iter().map(|role| &role.details.profile.work_styles);
    let mut styles: Vec<&Rating> = Vec::new();
    for style in lists().flatten() {
        match styles.iter_mut().find(|other| other.name == style.name) {
            Some(known) if known.importance < style.importance => *known = style,
            Some(_) => {}
            None => styles.push(style),
        }
    }
    styles.sort_by(|a, b| b.importance.total_cmp(&a.importance));
    let row = |style: &Rating| {
        let rating = |list: &Vec<Rating>| {
            let own = list.iter().find(|other| other.name == style.name);
            cell(own.map(|own| own.importance), IMPORTANCE)
        };
        row(&style.name, None, lists().map(rating).collect())
    };
    styles.into_iter().map(row).collect()
}

/// Whether the work of the roles can be done from home, in a row; none where no role has it.
pub fn from_home(roles: &[Detailed]) -> Option<Row> {
    let shares = roles.iter().map(|role| role.details.profile.from_home);
    let shares: Vec<Option<f64>> = shares.collect();
    shares.iter().flatten().next()?;
    let cells = shares.into_iter().map(|share| {
        let (text, qualifier) = match share {
            None => return said(format::NOT_PUBLISHED.to_owned(), None, None),
            Some(share) if share >= 1.0 => ("can be done from home", None),
            Some(share) if share <= 0.0 => ("cannot be done from home", None),
            Some(share) => {
                let percent = format::number(Unit::Share(1), share * 100.0);
                (
                    "can partly be done from home",
                    Some(format!("{percent} of it")),
                )
            }
        };
        let extent = share.map(|share| (0.0, share));
        said(text.to_owned(), qualifier, extent)
    });
    Some(row("Working from home", None, cells.collect()))
}

fn six(
    names: &[&str; 6],
    meanings: &[&'static str; 6],
    roles: &[Detailed],
    of: fn(&Profile) -> Option<[f64; 6]>,
) -> Vec<Row> {
    let ratings = roles.iter().map(|role| of(&role.details.profile));
    let ratings: Vec<Option<[f64; 6]>> = ratings.collect();
    if ratings.iter().flatten().next().is_none() {
        return Vec::new();
    }
    let rows = names.iter().zip(meanings).enumerate();
    rows.map(|(place, (name, meaning))| {
        let cells = ratings.iter();
        let cells =
            cells.map(|of_role| cell(of_role.and_then(|six| six.get(place).copied()), EXTENT));
        row(name, Some(meaning), cells.collect())
    })
    .collect()
}

pub(super) fn row(label: &str, definition: Option<&'static str>, cells: Vec<Cell>) -> Row {
    Row {
        label: label.to_owned(),
        definition,
        metric: None,
        whole: None,
        cells,
    }
}

/// A rating on a scale from 1 to `most`.
fn cell(rating: Option<f64>, most: f64) -> Cell {
    match rating {
        None => said(format::NOT_PUBLISHED.to_owned(), None, None),
        Some(rating) => {
            let text = format!("{} of {most}", format::number(Unit::Name, rating));
            said(text, None, Some((0.0, (rating - 1.0) / (most - 1.0))))
        }
    }
}

/// A cell that is a value where it has an extent.
pub(super) fn said(text: String, qualifier: Option<String>, extent: Option<(f64, f64)>) -> Cell {
    Cell {
        metric: None,
        text,
        is_value: extent.is_some(),
        qualifiers: qualifier.into_iter().collect(),
        extent,
        leads: false,
        difference: None,
    }
}
