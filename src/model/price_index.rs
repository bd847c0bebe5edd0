//! Pay of past years in the dollars of today.

use serde_json::Value as Json;

use super::local::Steps;
use super::rows::Rows;
use super::{Reading, Unit, cell, columns};

/// The price index of May of each year of past pay: one row a year.
const INDEX: &str = include_str!("../../data/official/price_index.json");

/// The consumer price index by which pay of past years is told in dollars of [`PriceIndex::YEAR`].
pub struct PriceIndex;

impl PriceIndex {
    /// The source of the index.
    pub const SOURCE: &'static str = "cpi-u-2025";

    /// The year whose dollars they are; the month is May.
    pub const YEAR: u16 = 2025;

    /// Pay of May of a year in dollars of May 2025: whole dollars a year, whole cents an hour. What is no amount stays as it
    /// is. None for a year without an index.
    pub fn adjusted(unit: Unit, year: u16, published: &Reading) -> Option<Reading> {
        let adjusted = published.divided(unit, Self::level(year)?, Steps::FINE);
        Some(adjusted.unwrap_or_else(|| published.clone()))
    }

    /// The level of prices in May of a year, where 1 is that of May 2025.
    pub fn level(year: u16) -> Option<f64> {
        let rows = Rows::new("price_index", &columns::PRICE_INDEX, INDEX).ok()?;
        let index = |year: u16| {
            let [_, index]: [Json; 2] = cell::row(rows.find(&year.to_string())?).ok()?;
            index.as_f64().filter(|index| *index > 0.0)
        };
        Some(index(year)? / index(Self::YEAR)?)
    }
}
