//! College programs that prepare for an occupation, by definition: the CIP 2020 to SOC 2018 crosswalk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::codes::Codes;
use crate::json::Json;
use crate::refusal::Result;
use crate::table::Table;

const COLUMNS: &[&str] = &["soc_code", "cip_2020", "cip_title"];

/// For each occupation, rows `[cip, title]` by code. An occupation that OEWS puts together from several SOC codes has
/// the programs of all of them.
///
/// # Errors
/// When a code is unknown, a pair is there twice, or a program has two titles.
pub fn read(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Vec<Json>>, usize)> {
    let table = Table::read(sources, "cip_soc_programs.csv", "soc_code", COLUMNS)?;
    let mut programs: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let (mut titles, mut seen) = (BTreeMap::new(), BTreeSet::new());
    for row in table.rows() {
        let (cip, title) = (row.text("cip_2020")?, row.text("cip_title")?);
        if !is_cip(cip) {
            return Err(row.refuse("cip_2020", "a code like 52.0101"));
        }
        if !seen.insert((row.text("soc_code")?, cip)) {
            return Err(row.refuse("cip_2020", "each program once for an occupation"));
        }
        if *titles.entry(cip).or_insert(title) != title {
            return Err(row.refuse("cip_title", "one title for each program"));
        }
        if let Some(soc) = codes.published_under(&row, "soc_code")? {
            programs.entry(soc.to_owned()).or_default().insert(cip);
        }
    }
    let row = |cip: &str| Json::List(vec![cip.into(), titles.get(cip).copied().into()]);
    let programs = programs
        .into_iter()
        .map(|(soc, cips)| (soc, cips.into_iter().map(row).collect()));
    Ok((programs.collect(), table.len()))
}

fn is_cip(code: &str) -> bool {
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    code.split_once('.')
        .is_some_and(|(series, rest)| digits(series, 2) && digits(rest, 4))
}
