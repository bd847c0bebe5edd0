//! O*NET's ratings: skills, knowledge and work styles.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{base, once};
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
    level: Option<Number>,
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
        self.level.as_ref()
    }
}

/// The ratings of a table, by occupation, most important first and then by name.
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

/// Reads onet_skills.csv. Importances that O*NET recommends to suppress (flag s) are left out, and so are levels that
/// it recommends to suppress (S) or that are marked not relevant (n).
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
            let level = level.filter(|_| !flags.contains(['S', 'n']));
            of_occupation.push(Rating {
                name: name.clone(),
                importance,
                level,
            });
        }
    }
    for of_occupation in ratings.values_mut() {
        of_occupation.sort_by(|a, b| {
            b.importance
                .by_size(&a.importance)
                .then(a.name.cmp(&b.name))
        });
    }
    Ok((ratings, table.len()))
}

fn flags<'r>(row: &Row<'r>) -> Result<&'r str> {
    let flags = row.cell("flags")?;
    if flags.chars().all(|flag| "sSn".contains(flag)) {
        return Ok(flags);
    }
    Err(row.refuse("flags", "of the letters s, S and n"))
}

/// The most important skills: `[[index, importance], …]`, or null without ratings.
pub fn top_skills(ratings: Option<&Vec<Rating>>, names: &[String]) -> Json {
    let top = ratings.map(|ratings| {
        Json::list(ratings.iter().take(TOP).map(|rating| {
            Json::List(vec![
                index(&rating.name, names),
                (&rating.importance).into(),
            ])
        }))
    });
    top.into()
}

/// All skills: `[[index, importance, level or null], …]`, or null without ratings.
pub fn all_skills(ratings: Option<&Vec<Rating>>, names: &[String]) -> Json {
    let all = ratings.map(|ratings| {
        Json::list(ratings.iter().map(|rating| {
            Json::List(vec![
                index(&rating.name, names),
                (&rating.importance).into(),
                rating.level.as_ref().into(),
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
