use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use super::figures::Figures;
use super::wages;
use crate::model::cell;
use crate::model::error::{Expected, Refusal};
use crate::model::{AreaCode, AreaFigures, DataError, Figure, MetricId, RoleId, columns, shard};

/// The form of the shards that this version reads.
const LAYOUT: u32 = 1;

#[derive(Deserialize)]
struct Shard {
    layout: u32,
    code: String,
    columns: Vec<String>,
    rows: Vec<[Json; 8]>,
}

impl AreaFigures {
    /// Reads the shard of an area (`data/area/<code>.json`).
    ///
    /// A shard that is cut off, of another area or of another layout is an error that says so, and so is one with a
    /// cell that cannot be.
    pub fn parse(area: &AreaCode, json: &str) -> Result<Self, DataError> {
        let at = |refusal: Refusal| refusal.at(area.0.clone(), "its figures");
        let shard = shard::whole(json, LAYOUT, |shard: &Shard| shard.layout).map_err(at)?;
        if shard.columns != columns::AREA {
            let expected = Expected::Columns(columns::AREA.join(", "));
            return Err(at(Refusal::new(expected, shard.columns.join(", "))));
        }
        if shard.code != area.0 {
            let expected = Expected::Id("area", area.0.clone());
            return Err(at(Refusal::new(expected, shard.code)));
        }
        let mut roles = BTreeMap::new();
        for row in &shard.rows {
            let (role, figures) = read(row).map_err(|refusal| {
                let found = format!("{} in {}", refusal.found, row[0]);
                at(Refusal::new(refusal.expected, found))
            })?;
            roles.insert(role, figures);
        }
        Ok(Self::new(area.clone(), roles))
    }
}

fn read(row: &[Json; 8]) -> Result<(RoleId, BTreeMap<MetricId, Figure>), Refusal> {
    let [id, jobs, jobs_rse, year, hour, wage_rse, _, _] = row;
    let mut figures = Figures::default();
    wages::yearly_pay(year, &mut figures)?;
    wages::hourly_pay(hour, &mut figures)?;
    wages::pay_error(known(wage_rse), &mut figures)?;
    wages::employment(jobs, known(jobs_rse), &mut figures)?;
    Ok((RoleId(cell::text(id)?), figures.0))
}

/// An error that is not released is none that is known.
fn known(error: &Json) -> &Json {
    match error.as_str() {
        Some("not-released") => &Json::Null,
        _ => error,
    }
}
