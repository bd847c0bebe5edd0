//! O*NET's ratings: skills, knowledge and work styles.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crossroads::model::Figure;

use super::rows::{base, occupation, once};
use crate::codes::Codes;
use crate::json::Json;
use crate::number::{self, Number};
use crate::refusal::{Refusal, Result};
use crate::table::{Row, Table};

const ELEMENTS: &[&str] = &["element_id", "domain", "name"];
const SKILLS: &[&str] = &[
    "onet_code",
    "soc_code",
    "skill",
    "importance",
    "level",
    "flags",
];
const KNOWLEDGE: &[&str] = &["onet_code", "soc_code", "knowledge", "importance"];
const STYLES: &[&str] = &["onet_code", "soc_code", "work_style", "importance", "flags"];

/// How many skills the compiled-in table names.
const TOP: usize = 10;

/// One rating of one occupation.
pub struct Rating {
    name: String,
    importance: Number,
    level: Json,
}

impl Rating {
    /// What is rated.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How important it is.
    pub fn importance(&self) -> &Number {
        &self.importance
    }

    /// How much of it is needed, where that is rated and may be used.
    pub fn level(&self) -> Option<&Number> {
        match &self.level {
            Json::Number(level) => Some(level),
            _ => None,
        }
    }
}

/// What is written for a level that O*NET marks as not relevant, and for one that it recommends not to use.
const NOT_RELEVANT: &str = "not-relevant";
const IMPRECISE: &str = "imprecise";

/// The ratings of a table, by occupation, most important first; equals by level where each of them has one, and then by name.
pub type Ratings = BTreeMap<String, Vec<Rating>>;

/// The names of a domain of onet_elements.csv ("skill", "knowledge", "work_style"), in alphabetical order.
///
/// # Errors
/// When a name is there twice, or there are none.
pub fn names(sources: &Path, domain: &str) -> Result<Vec<String>> {
    let table = Table::read(sources, "onet_elements.csv", "element_id", ELEMENTS)?;
    let mut names = BTreeSet::new();
    for row in table.rows() {
        if row.text("domain")? == domain && !names.insert(row.text("name")?.to_owned()) {
            return Err(row.refuse("name", "each name once in its domain"));
        }
    }
    if names.is_empty() {
        return Err(Refusal::of_file(
            table.file(),
            "domain",
            format!("names of the domain {domain}"),
            "none",
        ));
    }
    Ok(names.into_iter().collect())
}

/// Reads onet_skills.csv. Ratings whose importance O*NET recommends to suppress (flag s) are left out. A level that it
/// marks as not relevant (n) or recommends to suppress (S) is left out by a word that says which of the two.
///
/// # Errors
/// When a code or a name is unknown or there twice, or a rating is out of range.
pub fn skills(sources: &Path, codes: &Codes, names: &[String]) -> Result<(Ratings, usize)> {
    read(sources, "onet_skills.csv", SKILLS, codes, names)
}

/// Reads onet_knowledge.csv, which has neither levels nor flags.
///
/// # Errors
/// As [`skills`].
pub fn knowledge(sources: &Path, codes: &Codes, names: &[String]) -> Result<(Ratings, usize)> {
    read(sources, "onet_knowledge.csv", KNOWLEDGE, codes, names)
}

/// Reads onet_work_styles.csv, which has no levels.
///
/// # Errors
/// As [`skills`].
pub fn work_styles(sources: &Path, codes: &Codes, names: &[String]) -> Result<(Ratings, usize)> {
    read(sources, "onet_work_styles.csv", STYLES, codes, names)
}

fn read(
    sources: &Path,
    file: &'static str,
    columns: &'static [&'static str],
    codes: &Codes,
    names: &[String],
) -> Result<(Ratings, usize)> {
    let table = Table::read(sources, file, "onet_code", columns)?;
    let what = columns[2];
    let has = |column: &str| columns.contains(&column);
    let (mut ratings, mut seen) = (Ratings::new(), BTreeSet::new());
    for row in table.rows() {
        let name = &names[row.one_of(what, names)?];
        let importance = row.number("importance", number::IMPORTANCE)?;
        let level = if has("level") {
            row.optional_number("level", number::LEVEL)?
        } else {
            None
        };
        let flags = if has("flags") { flags(&row)? } else { "" };
        let level = match flags {
            flags if flags.contains('n') => NOT_RELEVANT.into(),
            flags if flags.contains('S') => IMPRECISE.into(),
            _ => level.into(),
        };
        once(
            &row,
            what,
            &mut seen,
            (row.text("onet_code")?.to_owned(), name),
        )?;
        let Some(soc) = base(&row, codes)? else {
            continue;
        };
        let of_occupation = ratings.entry(soc.to_owned()).or_default();
        if !flags.contains('s') {
            of_occupation.push(Rating {
                name: name.clone(),
                importance,
                level,
            });
        }
    }
    for of_occupation in ratings.values_mut() {
        sort(of_occupation);
    }
    Ok((ratings, table.len()))
}

fn sort(ratings: &mut [Rating]) {
    ratings.sort_by(|a, b| {
        b.importance
            .by_size(&a.importance)
            .then(a.name.cmp(&b.name))
    });
    for equals in ratings.chunk_by_mut(|a, b| a.importance == b.importance) {
        // A level that is not known ranks nothing.
        if equals.iter().all(|rating| rating.level().is_some()) {
            equals.sort_by(|a, b| match (a.level(), b.level()) {
                (Some(a), Some(b)) => b.by_size(a),
                _ => Ordering::Equal,
            });
        }
    }
}

fn flags<'r>(row: &Row<'r>) -> Result<&'r str> {
    let flags = row.cell("flags")?;
    if flags.chars().all(|flag| "sSn".contains(flag)) {
        return Ok(flags);
    }
    Err(row.refuse("flags", "of the letters s, S and n"))
}

/// The occupations without skills of their own within which narrower ones are rated.
///
/// # Errors
/// When a code is unknown.
pub fn rated_narrower(sources: &Path, codes: &Codes, skills: &Ratings) -> Result<BTreeSet<String>> {
    let table = Table::read(sources, "onet_skills.csv", "onet_code", SKILLS)?;
    let mut narrower = BTreeSet::new();
    for row in table.rows() {
        let soc = occupation(&row, codes)?.filter(|soc| !skills.contains_key(*soc));
        narrower.extend(soc.map(str::to_owned));
    }
    Ok(narrower)
}

/// The most important skills: `[[index, importance], …]`, or null without ratings. With the last one of those that a
/// sentence names first stand the others that are as important, where there are any, or how many they are:
/// `[index, importance, [index, …]]`, `[index, importance, count]`.
pub fn top_skills(ratings: Option<&Vec<Rating>>, names: &[String]) -> Json {
    let top = ratings.map(|ratings| {
        let skill = |(place, rating): (usize, &Rating)| {
            let mut cells = vec![index(&rating.name, names), (&rating.importance).into()];
            let rest = ratings.get(place + 1..).unwrap_or_default().iter();
            let tied: Vec<&Rating> = rest
                .take_while(|r| r.importance == rating.importance)
                .collect();
            match tied.len() {
                _ if place + 1 != Figure::TOP => {}
                0 => {}
                1..=Figure::TIED_NAMED => {
                    let tied = tied.iter().map(|rating| index(&rating.name, names));
                    cells.push(Json::list(tied));
                }
                more => cells.push(more.into()),
            }
            Json::List(cells)
        };
        Json::list(ratings.iter().enumerate().take(TOP).map(skill))
    });
    top.into()
}

/// Names with their importance and level: `[[name, importance, level], …]`, or null without ratings. In place of a level
/// stands `"not-relevant"` or `"imprecise"`.
pub fn with_levels(ratings: Option<&Vec<Rating>>) -> Json {
    let all = ratings.map(|ratings| {
        Json::list(ratings.iter().map(|rating| {
            Json::List(vec![
                Json::text(&rating.name),
                (&rating.importance).into(),
                rating.level.clone(),
            ])
        }))
    });
    all.into()
}

/// Names with their importance: `[[name, importance], …]`, or null without ratings.
pub fn named(ratings: Option<&Vec<Rating>>) -> Json {
    let named =
        ratings.map(|ratings| {
            Json::list(ratings.iter().map(|rating| {
                Json::List(vec![Json::text(&rating.name), (&rating.importance).into()])
            }))
        });
    named.into()
}

fn index(name: &str, names: &[String]) -> Json {
    names.iter().position(|other| other == name).into()
}
