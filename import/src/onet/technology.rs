//! Tools and technology.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::rows::{base, once};
use crate::codes::Codes;
use crate::json::Json;
use crate::refusal::Result;
use crate::table::Table;

const COLUMNS: &[&str] = &[
    "onet_code",
    "soc_code",
    "technology",
    "commodity_code",
    "hot_technology",
    "in_demand",
];
const CATEGORIES: &[&str] = &["commodity_code", "category"];
/// Flags as they stand in the table, by what they are written as.
const FLAGS: [&str; 2] = ["N", "Y"];

/// For each occupation, rows `[name, category, hot, in demand]`: in demand first, then hot, then by name.
///
/// # Errors
/// When a code or category is unknown, or a technology is there twice.
pub fn read(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Vec<Json>>, usize)> {
    let categories = Table::read(
        sources,
        "onet_technology_categories.csv",
        "commodity_code",
        CATEGORIES,
    )?;
    let mut names = BTreeMap::new();
    for row in categories.rows() {
        if names
            .insert(row.text("commodity_code")?, row.text("category")?)
            .is_some()
        {
            return Err(row.refuse("commodity_code", "each code once"));
        }
    }
    let table = Table::read(sources, "onet_technology.csv", "onet_code", COLUMNS)?;
    let (mut tools, mut seen) = (BTreeMap::<&str, Vec<_>>::new(), BTreeSet::new());
    for row in table.rows() {
        let name = row.text("technology")?;
        let (hot, demand) = (
            row.one_of("hot_technology", &FLAGS)?,
            row.one_of("in_demand", &FLAGS)?,
        );
        let category = *names.get(row.text("commodity_code")?).ok_or_else(|| {
            row.refuse("commodity_code", "a code of onet_technology_categories.csv")
        })?;
        once(
            &row,
            "technology",
            &mut seen,
            (row.text("onet_code")?, name),
        )?;
        if let Some(soc) = base(&row, codes)? {
            tools
                .entry(soc)
                .or_default()
                .push((1 - demand, 1 - hot, name, category));
        }
    }
    let rows = |mut tools: Vec<(usize, usize, &str, &str)>| {
        tools.sort_unstable();
        let row = |(not_in_demand, not_hot, name, category): (usize, usize, &str, &str)| {
            Json::List(vec![
                name.into(),
                category.into(),
                (1 - not_hot).into(),
                (1 - not_in_demand).into(),
            ])
        };
        tools.into_iter().map(row).collect()
    };
    let tools = tools
        .into_iter()
        .map(|(soc, tools)| (soc.to_owned(), rows(tools)));
    Ok((tools.collect(), table.len()))
}
