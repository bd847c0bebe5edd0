//! What kind of work it is to like: interests and work values.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::rows::{base, once};
use crate::codes::Codes;
use crate::json::Json;
use crate::number;
use crate::refusal::Result;
use crate::table::Table;

const INTERESTS: &[&str] = &[
    "onet_code",
    "soc_code",
    "realistic",
    "investigative",
    "artistic",
    "social",
    "enterprising",
    "conventional",
    "first_interest",
    "second_interest",
    "third_interest",
    "date",
];
const VALUES: &[&str] = &[
    "onet_code",
    "soc_code",
    "achievement",
    "working_conditions",
    "recognition",
    "relationships",
    "support",
    "independence",
];
const NAMES: [&str; 6] = [
    "Realistic",
    "Investigative",
    "Artistic",
    "Social",
    "Enterprising",
    "Conventional",
];

/// Reads onet_interests.csv: for each occupation the six ratings in the order of the table, then the names of its one
/// to three high points.
///
/// # Errors
/// When a code is unknown or there twice, a rating is out of range or a name unknown.
pub fn interests(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Json>, usize)> {
    let table = Table::read(sources, "onet_interests.csv", "onet_code", INTERESTS)?;
    let (mut interests, mut seen) = (BTreeMap::new(), BTreeSet::new());
    for row in table.rows() {
        let mut items = Vec::new();
        for column in &INTERESTS[2..8] {
            items.push(row.number(column, number::EXTENT)?.into());
        }
        for column in &INTERESTS[8..11] {
            if let Some(name) = row.optional_text(column)? {
                row.one_of(column, &NAMES)?;
                items.push(name.into());
            }
        }
        once(&row, "onet_code", &mut seen, row.text("onet_code")?)?;
        if let Some(soc) = base(&row, codes)? {
            interests.insert(soc.to_owned(), Json::List(items));
        }
    }
    Ok((interests, table.len()))
}

/// Reads onet_work_values.csv: for each occupation the six ratings in the order of the table.
///
/// # Errors
/// When a code is unknown or there twice, or a rating is out of range.
pub fn work_values(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Json>, usize)> {
    let table = Table::read(sources, "onet_work_values.csv", "onet_code", VALUES)?;
    let (mut values, mut seen) = (BTreeMap::new(), BTreeSet::new());
    for row in table.rows() {
        let ratings = VALUES[2..8]
            .iter()
            .map(|column| row.number(column, number::EXTENT));
        let ratings = ratings.collect::<Result<Vec<_>>>()?;
        once(&row, "onet_code", &mut seen, row.text("onet_code")?)?;
        if let Some(soc) = base(&row, codes)? {
            values.insert(soc.to_owned(), Json::list(ratings));
        }
    }
    Ok((values, table.len()))
}
