//! The places that have figures of their own: the nation, the states, and the areas in them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use super::area::{Area, AreaCode, AreaKind, PriceLevel, State};
use super::area_name::{city, in_a_sentence};
use super::cell;
use super::error::Refusal;
use super::rows::Rows;
use super::{DataError, Unit, columns};

/// All areas.
#[derive(Clone, Debug)]
pub struct Areas {
    areas: BTreeMap<AreaCode, Arc<Area>>,
    states: Vec<State>,
}

impl Areas {
    /// No areas.
    pub(super) fn none() -> &'static Self {
        static NONE: Areas = Areas {
            areas: BTreeMap::new(),
            states: Vec::new(),
        };
        &NONE
    }

    /// The area with this code.
    pub fn get(&self, code: &AreaCode) -> Option<&Arc<Area>> {
        self.areas.get(code)
    }

    /// All areas, by code.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Area>> {
        self.areas.values()
    }

    /// The states, the District of Columbia and the territories, by FIPS code.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// Reads `areas.json` and `states.json`.
    pub(super) fn read(areas: &'static str, states: &'static str) -> Result<Self, DataError> {
        let areas = Rows::new("areas", &columns::AREAS, areas)?;
        let states = Rows::new("states", &columns::STATES, states)?;
        let rows = areas
            .all()
            .map(|row| read_row(row).map_err(cell::at("areas", row.get(..12).unwrap_or(row))));
        let rows: Vec<Row> = rows.collect::<Result<_, _>>()?;
        let state_names: BTreeMap<&str, &Row> = rows
            .iter()
            .filter(|row| row.kind == AreaKind::State)
            .map(|row| (row.state.as_str(), row))
            .collect();
        let mut cities: BTreeMap<&str, usize> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.kind == AreaKind::Metro) {
            *cities.entry(city(&row.name)).or_default() += 1;
        }
        let area = |row: &Row| {
            let state = state_names.get(row.state.as_str());
            let of_several = cities.get(city(&row.name)).is_some_and(|count| *count > 1);
            let told_by = state
                .filter(|_| of_several)
                .map(|state| state.name.as_str());
            let prices = row.level.map(|level| PriceLevel {
                level,
                of_all_nonmetro: row.kind == AreaKind::Nonmetro,
            });
            let area = Area {
                code: row.code.clone(),
                kind: row.kind,
                state: row.state.clone(),
                phrase: in_a_sentence(row.kind, &row.name, told_by),
                name: row.name.clone(),
                prices,
            };
            (row.code.clone(), Arc::new(area))
        };
        let states = states.all().map(|row| {
            let state = read_state(row, &state_names);
            state.map_err(cell::at("states", row.get(..5).unwrap_or(row)))
        });
        Ok(Self {
            states: states.collect::<Result<_, _>>()?,
            areas: rows.iter().map(area).collect(),
        })
    }
}

/// A row of `areas.json`.
struct Row {
    code: AreaCode,
    kind: AreaKind,
    state: String,
    name: String,
    level: Option<f64>,
}

fn read_row(row: &str) -> Result<Row, Refusal> {
    let [code, kind, state, name, level]: [Json; 5] = cell::row(row)?;
    let kind = match kind.as_str() {
        Some("nation") => AreaKind::Nation,
        Some("state") => AreaKind::State,
        Some("metro") => AreaKind::Metro,
        Some("nonmetro") => AreaKind::Nonmetro,
        _ => {
            let expected = "nation, state, metro or nonmetro";
            return Err(Refusal::new(expected, kind.to_string()));
        }
    };
    let level = (!level.is_null())
        .then(|| price_level(&level))
        .transpose()?;
    Ok(Row {
        code: AreaCode(cell::text(&code)?),
        kind,
        state: cell::text(&state)?,
        name: cell::text(&name)?,
        level,
    })
}

/// A price level. Zero would be divided by.
fn price_level(cell: &Json) -> Result<f64, Refusal> {
    match cell.as_f64() {
        Some(level) if (10.0..=1_000.0).contains(&level) => Ok(level),
        _ => Err(Refusal::new(
            "a price level from 10 to 1000",
            cell.to_string(),
        )),
    }
}

fn read_state(row: &str, names: &BTreeMap<&str, &Row>) -> Result<State, Refusal> {
    let [fips, abbreviation, column, line]: [Json; 4] = cell::row(row)?;
    let fips = cell::text(&fips)?;
    let name = names.get(fips.as_str()).map(|row| row.name.clone());
    let unknown = || Refusal::new("the code of a state", cell::quote(&fips));
    let place = |cell: &Json| cell.as_u64().and_then(|place| u32::try_from(place).ok());
    Ok(State {
        abbreviation: cell::text(&abbreviation)?,
        name: name.ok_or_else(unknown)?,
        tile: place(&column).zip(place(&line)),
        fips,
    })
}

impl Unit {
    /// Whether numbers of this unit are pay, which buys more in one place than in another.
    pub fn is_pay(self) -> bool {
        matches!(self, Self::DollarsAYear | Self::DollarsAnHour)
    }
}
