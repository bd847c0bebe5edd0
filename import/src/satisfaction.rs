//! Job satisfaction: the General Social Survey.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::codes::Codes;
use crate::json::Json;
use crate::number;
use crate::refusal::Result;
use crate::table::{Row, Table};

const COLUMNS: &[&str] = &[
    "level",
    "code",
    "title",
    "soc_codes",
    "mapping",
    "n",
    "pct_very_satisfied",
    "pct_satisfied",
    "pct_dissatisfied",
    "moe95_very",
    "moe95_satisfied",
];

/// The fewest respondents with which an occupation is shown; below, its major group is.
const FEWEST: f64 = 50.0;

/// What the survey says of the occupations.
pub struct Satisfaction {
    /// Rows of `satisfaction.json` that an occupation refers to, by key.
    pub rows: BTreeMap<String, Json>,
    /// The key that an occupation refers to.
    pub keys: BTreeMap<String, String>,
}

/// Reads gss_job_satisfaction.csv.
///
/// # Errors
/// When a code is unknown or an occupation is covered twice, a figure is out of range, or a major group is missing.
pub fn read(sources: &Path, codes: &Codes) -> Result<(Satisfaction, usize)> {
    let table = Table::read(sources, "gss_job_satisfaction.csv", "code", COLUMNS)?;
    let mut all = BTreeMap::new();
    let mut covering: BTreeMap<String, String> = BTreeMap::new();
    for row in table.rows() {
        row.one_of("level", &["all", "major", "census_2010"])?;
        let code = row.text("code")?;
        if all
            .insert(code.to_owned(), satisfaction_row(&row)?)
            .is_some()
        {
            return Err(row.refuse("code", "each code once"));
        }
        if row.text("level")? != "census_2010" {
            codes.known(&row, "code", code)?;
            continue;
        }
        let mapping = row.one_of("mapping", &["exact", "group", "partial"])?;
        let occupations = covered(&row, codes)?;
        // A partial mapping shares its occupation with another code, so the rate is not the occupation's.
        if mapping == 2 || row.number("n", number::COUNT)?.value() < FEWEST {
            continue;
        }
        for soc in occupations {
            if covering.insert(soc.clone(), code.to_owned()).is_some() {
                let found = format!("{soc:?} again");
                return Err(row.refuse_as(
                    "soc_codes",
                    "occupations that no other row covers",
                    &found,
                ));
            }
        }
    }
    let mut keys = BTreeMap::new();
    for soc in codes.occupations.keys() {
        let key = covering
            .get(soc)
            .cloned()
            .unwrap_or_else(|| Codes::major(soc));
        if !all.contains_key(&key) {
            let expected = "a row for each major group";
            return Err(
                crate::refusal::Refusal::of_file(table.file(), "code", expected, "none")
                    .at("", key),
            );
        }
        keys.insert(soc.clone(), key);
    }
    let referenced: BTreeSet<&String> = keys.values().collect();
    let rows = all
        .into_iter()
        .filter(|(key, _)| referenced.contains(key))
        .collect();
    Ok((Satisfaction { rows, keys }, table.len()))
}

/// The occupations that a row covers: those it lists, and those that OEWS puts together from codes it lists.
fn covered(row: &Row<'_>, codes: &Codes) -> Result<BTreeSet<String>> {
    let listed: BTreeSet<&str> = row.codes("soc_codes")?.into_iter().collect();
    if listed.is_empty() {
        return Err(row.refuse("soc_codes", "at least one code"));
    }
    for soc in &listed {
        codes.known(row, "soc_codes", soc)?;
    }
    let whole = codes
        .combined
        .iter()
        .filter(|(_, members)| members.iter().all(|soc| listed.contains(soc.as_str())));
    let named = listed
        .iter()
        .filter(|soc| codes.occupations.contains_key(**soc))
        .map(|soc| (*soc).to_owned());
    Ok(named.chain(whole.map(|(soc, _)| soc.clone())).collect())
}

fn satisfaction_row(row: &Row<'_>) -> Result<Json> {
    let level = match (row.text("level")?, row.cell("mapping")?) {
        ("census_2010", "exact") => "occupation",
        ("census_2010", _) => "group",
        (level, _) => level,
    };
    let share = |column: &str| row.number(column, number::PERCENT).map(Json::from);
    let margin = |column: &str| row.number(column, number::MARGIN).map(Json::from);
    Ok(Json::List(vec![
        row.text("code")?.into(),
        row.text("title")?.into(),
        level.into(),
        row.number("n", number::COUNT)?.into(),
        Json::List(vec![share("pct_satisfied")?, margin("moe95_satisfied")?]),
        Json::List(vec![share("pct_very_satisfied")?, margin("moe95_very")?]),
        share("pct_dissatisfied")?,
    ]))
}
