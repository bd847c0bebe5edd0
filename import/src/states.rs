//! The states: their postal abbreviations, and where each stands on a map of tiles.

use std::path::Path;

use crate::json::Json;
use crate::prices::STATES;
use crate::refusal::Result;
use crate::table::Table;

/// The table, which holds the price levels too.
const FILE: &str = "bea_rpp_state.csv";

/// The places of the map: 12 columns, 8 rows.
const COLUMNS: usize = 12;
const ROWS: usize = 8;

/// The territories of OEWS, which the table has not: code and postal abbreviation. They stand beside the map.
const TERRITORIES: [[&str; 2]; 3] = [["66", "GU"], ["72", "PR"], ["78", "VI"]];

/// Rows by code: see [`crossroads::model::columns::STATES`].
///
/// # Errors
/// When an abbreviation is not two capitals, or a tile is off the map or taken.
pub fn read(folder: &Path) -> Result<(Vec<Json>, usize)> {
    let table = Table::read(folder, FILE, "fips", STATES)?;
    let mut rows: Vec<(String, Json)> = Vec::new();
    let mut taken = Vec::new();
    for row in table.rows() {
        let abbreviation = row.text("abbr")?;
        if abbreviation.len() != 2 || !abbreviation.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(row.refuse("abbr", "two capital letters"));
        }
        let place = |column: &str, most: usize| -> Result<usize> {
            let place = row.text(column)?.parse().ok();
            place
                .filter(|place| *place < most)
                .ok_or_else(|| row.refuse(column, &format!("a whole number below {most}")))
        };
        let tile = (place("tile_col", COLUMNS)?, place("tile_row", ROWS)?);
        if taken.contains(&tile) {
            return Err(row.refuse("tile_col", "a tile that no other state has"));
        }
        taken.push(tile);
        let fips = row.text("fips")?;
        let cells = vec![
            fips.into(),
            abbreviation.into(),
            tile.0.into(),
            tile.1.into(),
        ];
        rows.push((fips.to_owned(), Json::List(cells)));
    }
    for [fips, abbreviation] in TERRITORIES {
        let cells = vec![fips.into(), abbreviation.into(), Json::Null, Json::Null];
        rows.push((fips.to_owned(), Json::List(cells)));
    }
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    Ok((rows.into_iter().map(|(_, row)| row).collect(), table.len()))
}
