//! The occupations and what their codes belong to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::refusal::Result;
use crate::table::{Row, Table};

/// An occupation of the dataset: a detailed one of OEWS.
#[derive(Clone, Debug)]
pub struct Occupation {
    /// Its title in OEWS.
    pub title: String,
    /// The code of its minor group, or of its major group where OEWS names no minor one.
    pub group: String,
}

/// Every code that a source may use, and what it stands for.
pub struct Codes {
    /// The detailed occupations, by code ("11-2022").
    pub occupations: BTreeMap<String, Occupation>,
    /// Titles of the major and minor groups, by code ("11-0000", "11-2000").
    pub groups: BTreeMap<String, String>,
    /// The 2018 SOC codes that OEWS publishes together, by the code it publishes them under.
    pub combined: BTreeMap<String, BTreeSet<String>>,
    /// Detailed 2018 SOC codes, with the OEWS code each belongs to; some have no OEWS estimates (the armed forces).
    soc: BTreeMap<String, String>,
    /// The OEWS codes that each 2018 Census code covers.
    census: BTreeMap<String, BTreeSet<String>>,
    /// Every code of soc_groups.csv with its level.
    levels: BTreeMap<String, String>,
}

const GROUPS: &[&str] = &["soc_code", "level", "parent_code", "title"];
const CROSSWALK: &[&str] = &[
    "census_code_2018",
    "census_title",
    "census_list_soc",
    "soc_code_2018",
    "oews_code",
    "basis",
];

impl Codes {
    /// Reads soc_groups.csv and soc_census_crosswalk.csv.
    ///
    /// # Errors
    /// When a code stands there twice, has no parent, or an occupation is in no group.
    pub fn read(sources: &Path) -> Result<(Self, usize)> {
        let table = Table::read(sources, "soc_groups.csv", "soc_code", GROUPS)?;
        let mut parents = BTreeMap::new();
        let mut levels = BTreeMap::new();
        for row in table.rows() {
            let code = row.text("soc_code")?;
            row.one_of("level", &["total", "major", "minor", "broad", "detailed"])?;
            if levels
                .insert(code.to_owned(), row.text("level")?.to_owned())
                .is_some()
            {
                return Err(row.refuse("soc_code", "each code once"));
            }
            parents.insert(code, row.cell("parent_code")?);
        }
        let (mut occupations, mut groups) = (BTreeMap::new(), BTreeMap::new());
        for row in table.rows() {
            let (code, title) = (row.text("soc_code")?, row.text("title")?.to_owned());
            match row.text("level")? {
                "detailed" => {
                    let group = group_of(code, &parents, &levels)
                        .ok_or_else(|| {
                            row.refuse(
                                "parent_code",
                                "a parent that leads to a minor or major group",
                            )
                        })?
                        .to_owned();
                    occupations.insert(code.to_owned(), Occupation { title, group });
                }
                "major" | "minor" => {
                    groups.insert(code.to_owned(), title);
                }
                _ => {}
            }
        }
        let rows = table.len();
        let (soc, census) = crosswalk(sources)?;
        let mut combined: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (code, published) in &soc {
            if code != published {
                combined
                    .entry(published.clone())
                    .or_default()
                    .insert(code.clone());
            }
        }
        Ok((
            Self {
                occupations,
                groups,
                combined,
                soc,
                census,
                levels,
            },
            rows,
        ))
    }

    /// The OEWS code in a row's column, which has to be known.
    ///
    /// `None` for a code that OEWS has no estimates for (legislators, fishing and hunting workers, the armed forces).
    ///
    /// # Errors
    /// When the code is in neither list.
    pub fn occupation<'r>(&self, row: &Row<'r>, column: &str) -> Result<Option<&'r str>> {
        let code = row.text(column)?;
        self.known(row, column, code)?;
        Ok(Some(code).filter(|code| self.occupations.contains_key(*code)))
    }

    /// The OEWS code that a row's 2018 SOC code belongs to.
    ///
    /// # Errors
    /// When the code is in neither list.
    pub fn published_under<'c>(&'c self, row: &Row<'c>, column: &str) -> Result<Option<&'c str>> {
        let code = row.text(column)?;
        self.known(row, column, code)?;
        let code = self.soc.get(code).map_or(code, String::as_str);
        Ok(Some(code).filter(|code| self.occupations.contains_key(*code)))
    }

    /// Refuses a code that is neither of OEWS nor of the 2018 SOC.
    ///
    /// # Errors
    /// When it is not.
    pub fn known(&self, row: &Row<'_>, column: &str, code: &str) -> Result<()> {
        if self.levels.contains_key(code)
            || self.soc.contains_key(code)
            || self.soc.values().any(|to| to == code)
        {
            return Ok(());
        }
        Err(row.refuse_as(
            column,
            "a code of OEWS or of the 2018 SOC",
            &format!("{code:?}"),
        ))
    }

    /// The OEWS code that a detailed 2018 SOC code belongs to: mostly itself.
    pub fn oews_code(&self, soc: &str) -> Option<&str> {
        self.soc.get(soc).map(String::as_str)
    }

    /// The OEWS codes that a 2018 Census code covers.
    pub fn of_census(&self, census: &str) -> Option<&BTreeSet<String>> {
        self.census.get(census)
    }

    /// Whether OEWS lists this code, at any level.
    pub fn is_listed(&self, code: &str) -> bool {
        self.levels.contains_key(code)
    }

    /// The code of the major group of an occupation.
    pub fn major(code: &str) -> String {
        format!("{}-0000", code.split('-').next().unwrap_or_default())
    }
}

/// The nearest group above a code. Five supervisors' occupations (43-1011 and others) stand directly under their major
/// group: OEWS has no minor group for them.
fn group_of<'c>(
    code: &'c str,
    parents: &BTreeMap<&'c str, &'c str>,
    levels: &BTreeMap<String, String>,
) -> Option<&'c str> {
    let mut code = code;
    // No list is deeper than its five levels: more steps would be a circle.
    for _ in 0..5 {
        code = parents.get(code)?;
        if matches!(levels.get(code)?.as_str(), "minor" | "major") {
            return Some(code);
        }
    }
    None
}

/// For each detailed 2018 SOC code its OEWS code, and for each 2018 Census code the OEWS codes it covers.
type Crosswalk = (BTreeMap<String, String>, BTreeMap<String, BTreeSet<String>>);

fn crosswalk(sources: &Path) -> Result<Crosswalk> {
    let table = Table::read(
        sources,
        "soc_census_crosswalk.csv",
        "soc_code_2018",
        CROSSWALK,
    )?;
    let mut soc = BTreeMap::new();
    let mut census: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in table.rows() {
        let (code, published) = (row.text("soc_code_2018")?, row.text("oews_code")?);
        if soc.insert(code.to_owned(), published.to_owned()).is_some() {
            return Err(row.refuse("soc_code_2018", "each code once"));
        }
        let covered = census
            .entry(row.text("census_code_2018")?.to_owned())
            .or_default();
        covered.insert(published.to_owned());
    }
    Ok((soc, census))
}
