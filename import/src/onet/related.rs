//! Related occupations.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::rows::{base, once};
use crate::codes::Codes;
use crate::json::Json;
use crate::number::{self, Number};
use crate::refusal::Result;
use crate::table::Table;

const COLUMNS: &[&str] = &[
    "onet_code",
    "soc_code",
    "related_onet_code",
    "related_soc_code",
    "tier",
    "rank",
];

/// How many related occupations are named.
const FIRST: usize = 8;

/// For each occupation the codes of the first related ones, each once and never itself.
///
/// # Errors
/// When a code is unknown, or a rank is there twice.
pub fn read(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Json>, usize)> {
    let table = Table::read(sources, "onet_related.csv", "onet_code", COLUMNS)?;
    let (mut related, mut seen) = (
        BTreeMap::<&str, Vec<(Number, &str)>>::new(),
        BTreeSet::new(),
    );
    for row in table.rows() {
        row.one_of("tier", &["Primary-Short", "Primary-Long", "Supplemental"])?;
        let rank = row.number("rank", number::RANK)?;
        once(
            &row,
            "rank",
            &mut seen,
            (row.text("onet_code")?, rank.text().to_owned()),
        )?;
        let other = codes.occupation(&row, "related_soc_code")?;
        let Some(soc) = base(&row, codes)? else {
            continue;
        };
        let of_occupation = related.entry(soc).or_default();
        if let Some(other) = other.filter(|other| *other != soc) {
            of_occupation.push((rank, other));
        }
    }
    let first = |mut others: Vec<(Number, &str)>| {
        others.sort_by(|a, b| a.0.by_size(&b.0));
        let mut named = BTreeSet::new();
        Json::list(
            others
                .into_iter()
                .map(|(_, other)| other)
                .filter(|other| named.insert(*other))
                .take(FIRST),
        )
    };
    let related = related
        .into_iter()
        .map(|(soc, others)| (soc.to_owned(), first(others)));
    Ok((related.collect(), table.len()))
}
