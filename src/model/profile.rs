//! What kind of work an occupation is: its ratings by O*NET, measures of researchers, and college programs.

use serde_json::Value as Json;

use super::Unit;
use super::cell;
use super::error::{Expected, Refusal};

/// What is said of the kind of work; every part of it is missing for some occupations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Skills with importance and level, the most important first.
    pub skills: Vec<Rating>,
    /// Areas of knowledge with their importance, the most important first.
    pub knowledge: Vec<Rating>,
    /// Work styles with their importance, the most important first.
    pub work_styles: Vec<Rating>,
    /// What kind of interests the work suits.
    pub interests: Option<Interests>,
    /// How far the work answers each of [`WORK_VALUES`], from 1 to 7.
    pub work_values: Option<[f64; 6]>,
    /// Exposure to AI by each of [`EXPOSURE_MEASURES`].
    pub exposure: [Option<Exposure>; 4],
    /// How much of the work can be done from home, from 0 to 1.
    pub from_home: Option<f64>,
    /// College programs that are related by definition.
    pub programs: Vec<Program>,
}

/// How much something counts in an occupation.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating {
    /// What is rated: "Active Listening".
    pub name: String,
    /// How important it is, from 1 to 5.
    pub importance: f64,
    /// How much of it is needed.
    pub level: Level,
}

/// How much of a skill is needed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    /// From 0 to 7.
    Rated(f64),
    /// The source says that a level has no meaning here.
    NotRelevant,
    /// The source has one and advises against using it, because those asked did not agree.
    Imprecise,
    /// The table has no levels.
    Unrated,
}

/// The kinds of interests, in the order of the source (RIASEC).
pub const INTERESTS: [&str; 6] = [
    "Realistic",
    "Investigative",
    "Artistic",
    "Social",
    "Enterprising",
    "Conventional",
];

/// The work values, in the order of the source.
pub const WORK_VALUES: [&str; 6] = [
    "Achievement",
    "Working conditions",
    "Recognition",
    "Relationships",
    "Support",
    "Independence",
];

/// The measures of exposure to AI that are shown, one of each group of researchers, by their columns in the source.
pub const EXPOSURE_MEASURES: [&str; 4] = [
    "eloundou_human_beta",
    "microsoft_ai_applicability",
    "anthropic_observed_exposure",
    "felten_lm_aioe",
];

/// What kind of interests an occupation suits.
#[derive(Clone, Debug, PartialEq)]
pub struct Interests {
    /// How far it suits each of [`INTERESTS`], from 1 to 7.
    pub ratings: [f64; 6],
    /// The source's one to three high points, as places in [`INTERESTS`], the first one first.
    pub high_points: Vec<usize>,
}

/// How exposed an occupation is by one measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exposure {
    /// The measure itself, on a scale of its own.
    pub score: f64,
    /// The lowest and the highest fifth, from 1 to 5, that it may be in among all occupations that have the measure. The
    /// two differ where others with the same score lie in both.
    pub fifths: (u8, u8),
}

/// A college program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// Its code in the Classification of Instructional Programs.
    pub code: String,
    /// Its title.
    pub title: String,
}

/// The cells of a shard that a profile is made of.
pub(super) struct ProfileCells<'a> {
    pub skills: &'a Json,
    pub knowledge: &'a Json,
    pub work_styles: &'a Json,
    pub interests: &'a Json,
    pub work_values: &'a Json,
    pub exposure: &'a Json,
    pub from_home: &'a Json,
    pub programs: &'a Json,
}

impl Profile {
    /// The source of the skills.
    pub const SKILLS_SOURCE: &'static str = "onet-skills-30-2";
    /// The source of the knowledge.
    pub const KNOWLEDGE_SOURCE: &'static str = "onet-knowledge-30-2";
    /// The source of the interests.
    pub const INTERESTS_SOURCE: &'static str = "onet-interests-30-2";
    /// The source of the work values.
    pub const VALUES_SOURCE: &'static str = "onet-work-values-29-3";
    /// The source of the work styles.
    pub const STYLES_SOURCE: &'static str = "onet-work-styles-29-3";
    /// The source of the category of exposure to AI.
    pub const CATEGORY_SOURCE: &'static str = "bls-ai-exposure-2025";
    /// The sources of [`EXPOSURE_MEASURES`], in their order.
    pub const EXPOSURE_SOURCES: [&'static str; 4] = [
        "ai-eloundou-2024",
        "ai-microsoft-2025",
        "ai-anthropic-2026",
        "ai-felten-2023",
    ];
    /// The source of what can be done from home.
    pub const FROM_HOME_SOURCE: &'static str = "dingel-neiman-2020";
    /// The source of the programs.
    pub const PROGRAMS_SOURCE: &'static str = "cip-soc-2020";

    pub(super) fn read(cells: &ProfileCells) -> Result<Self, Refusal> {
        let interests = match cells.interests {
            Json::Null => None,
            cell => Some(interests(cell)?),
        };
        let work_values = match cells.work_values {
            Json::Null => None,
            cell => Some(extents(cell::array(cell)?)?),
        };
        let mut exposure = [None; 4];
        for (measure, place) in EXPOSURE_MEASURES.iter().zip(&mut exposure) {
            if let Some(cell) = cells.exposure.get(measure) {
                *place = Some(exposed(cell)?);
            }
        }
        let from_home = match cells.from_home {
            Json::Null => None,
            cell => Some(within(0.0, 1.0, cell)?),
        };
        Ok(Self {
            skills: ratings(cells.skills)?,
            knowledge: ratings(cells.knowledge)?,
            work_styles: ratings(cells.work_styles)?,
            interests,
            work_values,
            exposure,
            from_home,
            programs: each(cells.programs, program)?,
        })
    }
}

/// `[[name, importance], …]` or `[[name, importance, level], …]`, each name once.
fn ratings(cell: &Json) -> Result<Vec<Rating>, Refusal> {
    let ratings = each(cell, rating)?;
    for (place, rating) in ratings.iter().enumerate() {
        let mut before = ratings.iter().take(place);
        if before.any(|other| other.name == rating.name) {
            return Err(Refusal::new("each name once", rating.name.clone()));
        }
    }
    Ok(ratings)
}

fn rating(row: &Json) -> Result<Rating, Refusal> {
    let (name, importance, level) = match row.as_array().map(Vec::as_slice) {
        Some([name, importance]) => (name, importance, Level::Unrated),
        Some([name, importance, level]) => (name, importance, self::level(level)?),
        _ => return Err(Refusal::new("a name with its ratings", row.to_string())),
    };
    Ok(Rating {
        name: cell::text(name)?,
        importance: cell::number(Unit::OutOfFive, importance)?,
        level,
    })
}

fn level(cell: &Json) -> Result<Level, Refusal> {
    match cell.as_str() {
        Some("not-relevant") => Ok(Level::NotRelevant),
        Some("imprecise") => Ok(Level::Imprecise),
        _ => within(0.0, 7.0, cell).map(Level::Rated),
    }
}

/// Six ratings, then the names of the high points.
fn interests(cell: &Json) -> Result<Interests, Refusal> {
    let cells: Vec<&Json> = cell.as_array().into_iter().flatten().collect();
    let Some((ratings, names)) = cells.split_first_chunk::<6>() else {
        return Err(Refusal::new("six ratings and names", cell.to_string()));
    };
    let place = |name: &&Json| {
        let found = INTERESTS
            .iter()
            .position(|other| name.as_str() == Some(other));
        found.ok_or_else(|| Refusal::new("an interest", name.to_string()))
    };
    Ok(Interests {
        ratings: extents(*ratings)?,
        high_points: names.iter().map(place).collect::<Result<_, _>>()?,
    })
}

fn extents(cells: [&Json; 6]) -> Result<[f64; 6], Refusal> {
    let mut extents = [0.0; 6];
    for (extent, cell) in extents.iter_mut().zip(cells) {
        *extent = within(1.0, 7.0, cell)?;
    }
    Ok(extents)
}

/// `[score, lowest fifth, highest fifth]`.
fn exposed(cell: &Json) -> Result<Exposure, Refusal> {
    let [score, lowest, highest] = cell::array(cell)?;
    let lowest_fifth = within(1.0, 5.0, lowest)?;
    Ok(Exposure {
        score: within(-10.0, 10.0, score)?,
        fifths: (
            lowest_fifth as u8,
            within(lowest_fifth, 5.0, highest)? as u8,
        ),
    })
}

/// `[code, title]`.
fn program(row: &Json) -> Result<Program, Refusal> {
    let [code, title] = cell::array(row)?;
    Ok(Program {
        code: cell::text(code)?,
        title: cell::text(title)?,
    })
}

fn each<T>(cell: &Json, read: fn(&Json) -> Result<T, Refusal>) -> Result<Vec<T>, Refusal> {
    cell.as_array().into_iter().flatten().map(read).collect()
}

fn within(least: f64, most: f64, cell: &Json) -> Result<f64, Refusal> {
    match cell.as_f64() {
        Some(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(Refusal::new(
            Expected::Between(least, most),
            cell.to_string(),
        )),
    }
}
