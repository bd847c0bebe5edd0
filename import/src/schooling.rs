//! What workers have learned (BLS, from the American Community Survey).

use std::collections::BTreeMap;
use std::path::Path;

use crate::checks;
use crate::codes::Codes;
use crate::json::Json;
use crate::number::{self, Number};
use crate::refusal::Result;
use crate::table::Table;

const COLUMNS: &[&str] = &[
    "soc_code",
    "title",
    "pct_less_than_high_school",
    "pct_high_school",
    "pct_some_college",
    "pct_associate",
    "pct_bachelor",
    "pct_master",
    "pct_doctoral_professional",
    "not_exact_acs_match",
];

/// The unit of the last digit of a share.
const UNIT: f64 = 0.1;
/// The line of the table that is about everyone.
const EVERYONE: &str = "00-0000";

/// For each occupation its seven shares, least education first, and 1 where they are those of a wider group.
///
/// # Errors
/// When a code is unknown or there twice, or the shares do not add up.
pub fn read(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Json>, usize)> {
    let table = Table::read(sources, "ep_education.csv", "soc_code", COLUMNS)?;
    let mut mixes = BTreeMap::new();
    for row in table.rows() {
        let shares = COLUMNS[2..9]
            .iter()
            .map(|column| row.number(column, number::PERCENT))
            .collect::<Result<Vec<Number>>>()?;
        checks::shares(&shares, UNIT)
            .map_err(|(expected, found)| row.refuse_as("pct_*", &expected, &found))?;
        let wider = row.one_of("not_exact_acs_match", &["", "1"])?;
        if row.text("soc_code")? == EVERYONE {
            continue;
        }
        let Some(soc) = codes.occupation(&row, "soc_code")? else {
            continue;
        };
        let mix = Json::List(vec![Json::list(shares), wider.into()]);
        if mixes.insert(soc.to_owned(), mix).is_some() {
            return Err(row.refuse("soc_code", "each code once"));
        }
    }
    Ok((mixes, table.len()))
}
