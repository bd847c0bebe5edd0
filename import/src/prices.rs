//! The cost of living: regional price parities of the Bureau of Economic Analysis, 2024.

use std::collections::BTreeMap;
use std::path::Path;

use crate::number::{self, Number};
use crate::oews::{Area, AreaKind};
use crate::refusal::{Refusal, Result};
use crate::table::Table;

/// The columns of bea_rpp_state.csv.
pub const STATES: &[&str] = &[
    "fips",
    "abbr",
    "state",
    "rpp_all",
    "rpp_goods",
    "rpp_housing",
    "rpp_utilities",
    "tile_col",
    "tile_row",
];
const METROS: &[&str] = &[
    "cbsa",
    "name",
    "geo_type",
    "rpp_all",
    "rpp_goods",
    "rpp_housing",
    "rpp_utilities",
    "rpp_other_services",
    "rpp_all_2023",
];
/// The code of the United States among the metropolitan areas.
const NATION: &str = "00000";
/// The code of all nonmetropolitan areas of the United States together.
const NONMETRO: &str = "00999";

/// Price levels of all items; the nation is 100.
pub struct Prices {
    states: BTreeMap<String, Number>,
    metros: BTreeMap<String, Number>,
}

impl Prices {
    /// Reads bea_rpp_state.csv and bea_rpp_metro.csv.
    ///
    /// # Errors
    /// When a code is there twice, belongs to no area of OEWS, or a price level is out of range.
    pub fn read(sources: &Path, areas: &[Area]) -> Result<(Self, usize)> {
        let table = Table::read(sources, "bea_rpp_state.csv", "fips", STATES)?;
        let mut states = BTreeMap::new();
        for row in table.rows() {
            let code = row.text("fips")?;
            if !areas
                .iter()
                .any(|area| area.kind == AreaKind::State && area.state == code)
            {
                return Err(row.refuse("fips", "the code of a state of OEWS"));
            }
            if states
                .insert(code.to_owned(), row.number("rpp_all", number::PRICES)?)
                .is_some()
            {
                return Err(row.refuse("fips", "each code once"));
            }
        }
        let rows = table.len();
        let table = Table::read(sources, "bea_rpp_metro.csv", "cbsa", METROS)?;
        let mut metros = BTreeMap::new();
        for row in table.rows() {
            let code = row.text("cbsa")?;
            let kind = row.one_of("geo_type", &["metro", "us", "us_nonmetro"])?;
            let is_metro = |area: &&Area| area.kind == AreaKind::Metro && cbsa(area) == code;
            if kind == 0 && areas.iter().find(is_metro).is_none() {
                return Err(row.refuse("cbsa", "the code of a metropolitan area of OEWS"));
            }
            if metros
                .insert(code.to_owned(), row.number("rpp_all", number::PRICES)?)
                .is_some()
            {
                return Err(row.refuse("cbsa", "each code once"));
            }
        }
        if metros.get(NATION).is_none_or(|level| level.text() != "100") {
            let found = metros
                .get(NATION)
                .map_or_else(|| "none".to_owned(), Number::to_string);
            return Err(
                Refusal::of_file(table.file(), "rpp_all", "100 for the nation", found)
                    .at("", NATION),
            );
        }
        if !metros.contains_key(NONMETRO) {
            let expected = "the level of all nonmetropolitan areas together";
            let refusal = Refusal::of_file(table.file(), "rpp_all", expected, "none");
            return Err(refusal.at("", NONMETRO));
        }
        Ok((Self { states, metros }, rows + table.len()))
    }

    /// The price level of an area; none is published for territories. A nonmetropolitan area has that of all of them
    /// together, which leaves territories out.
    pub fn of(&self, area: &Area) -> Option<&Number> {
        match area.kind {
            AreaKind::Nation => self.metros.get(NATION),
            AreaKind::State => self.states.get(&area.state),
            AreaKind::Metro => self.metros.get(cbsa(area)),
            AreaKind::Nonmetro if self.states.contains_key(&area.state) => {
                self.metros.get(NONMETRO)
            }
            AreaKind::Nonmetro => None,
        }
    }
}

/// OEWS writes the five digits of a metropolitan area with two zeros before them.
fn cbsa(area: &Area) -> &str {
    area.code.get(2..).unwrap_or_default()
}
