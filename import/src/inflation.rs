//! Consumer prices of past years: the index for all urban consumers (CPI-U) of the Bureau of Labor Statistics.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::history::History;
use crate::json::Json;
use crate::number;
use crate::refusal::{Refusal, Result};
use crate::table::Table;

const FILE: &str = "cpi_u.csv";
const INDEX: &str = "index_1982_84_100";
const COLUMNS: &[&str] = &["series", "year", "month", INDEX];
/// All items, U.S. city average, not seasonally adjusted.
const SERIES: &str = "CUUR0000SA0";
/// The month that the wage survey speaks of.
const MAY: &str = "5";

/// Reads cpi_u.csv: a row `[year, index of May]` for each year of the histories.
///
/// # Errors
/// When a row is of another series, a month is there twice, an index is out of range, or a year of the histories has none.
pub fn read(sources: &Path, histories: &BTreeMap<String, History>) -> Result<(Vec<Json>, usize)> {
    let table = Table::read(sources, FILE, "year", COLUMNS)?;
    let (mut seen, mut of_may) = (BTreeSet::new(), BTreeMap::new());
    for row in table.rows() {
        row.one_of("series", &[SERIES])?;
        let year = row.number("year", number::YEAR)?;
        let month = row.number("month", number::MONTH)?;
        let index = row.number(INDEX, number::PRICE_INDEX)?;
        if !seen.insert((year.text().to_owned(), month.text().to_owned())) {
            return Err(row.refuse("month", "each month of a year once"));
        }
        if month.text() == MAY {
            of_may.insert(year.text().to_owned(), index);
        }
    }
    let years: BTreeSet<&str> = histories.values().flat_map(History::years).collect();
    let rows = years.into_iter().map(|year| match of_may.get(year) {
        Some(index) => Ok(Json::List(vec![year.into(), index.into()])),
        None => {
            let expected = "the index of May";
            Err(Refusal::of_file(FILE, INDEX, expected, "none").at("", year))
        }
    });
    Ok((rows.collect::<Result<_>>()?, table.len()))
}
