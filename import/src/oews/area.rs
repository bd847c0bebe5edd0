//! The areas of OEWS.

use rusqlite::Connection;

use super::estimate::{Estimate, MEDIAN};
use super::query::{refuse, sql, text};
use crate::json::Json;
use crate::refusal::Result;
use crate::table::check_text;

/// Codes of nonmetropolitan areas are counted from here within each state; below are metropolitan areas.
const FIRST_NONMETRO: &str = "0100000";
/// What kind of area it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaKind {
    /// The United States.
    Nation,
    /// A state, the District of Columbia or a territory.
    State,
    /// A metropolitan area.
    Metro,
    /// What is left of a state.
    Nonmetro,
}

impl AreaKind {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::State => "state",
            Self::Metro => "metro",
            Self::Nonmetro => "nonmetro",
        }
    }
}

/// An area of OEWS.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its seven digits.
    pub code: String,
    /// What kind it is.
    pub kind: AreaKind,
    /// The FIPS code of its (first) state.
    pub state: String,
    /// Its name.
    pub name: String,
}

/// All areas, by code.
///
/// # Errors
/// When a code or a kind is not as expected, or the code, the kind and the name do not agree.
pub(super) fn areas(database: &Connection) -> Result<Vec<Area>> {
    let mut areas = Vec::new();
    let mut statement = database
        .prepare("SELECT area_code, areatype_code, state_code, area_name FROM area ORDER BY 1")
        .map_err(|error| sql(&error))?;
    let mut rows = statement.query([]).map_err(|error| sql(&error))?;
    while let Some(row) = rows.next().map_err(|error| sql(&error))? {
        let [code, kind, state, name] =
            [text(row, 0)?, text(row, 1)?, text(row, 2)?, text(row, 3)?];
        check_text(name).map_err(|expected| refuse("area", code, "name", expected, name))?;
        // One of them goes on: "(noncontiguous)".
        let nonmetro = name.contains(" nonmetropolitan area");
        let kind = match (kind, nonmetro) {
            ("N", false) => AreaKind::Nation,
            ("S", false) => AreaKind::State,
            ("M", false) if code < FIRST_NONMETRO => AreaKind::Metro,
            ("M", true) if code >= FIRST_NONMETRO => AreaKind::Nonmetro,
            _ => {
                return Err(refuse(
                    "area",
                    code,
                    "kind",
                    "N, S or M in agreement with code and name",
                    kind,
                ));
            }
        };
        if code.len() != 7 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(refuse("area", code, "code", "seven digits", code));
        }
        areas.push(Area {
            code: code.into(),
            kind,
            state: state.into(),
            name: name.into(),
        });
    }
    Ok(areas)
}

/// An occupation's row in an area: see [`crossroads::model::columns::AREA`].
pub(super) fn area_row(soc: &str, estimate: &Estimate) -> Json {
    Json::List(vec![
        soc.into(),
        (&estimate.jobs).into(),
        (&estimate.jobs_rse).into(),
        estimate.year_json(),
        estimate.hour_json(),
        (&estimate.wage_rse).into(),
        (&estimate.per_1000).into(),
        (&estimate.quotient).into(),
    ])
}

/// An occupation's row in a state, as its own shard holds it for all of them: see
/// [`crossroads::model::columns::STATE_FIGURES`]. `hourly` says that this occupation is paid by the hour only.
pub(super) fn state_row(area: &Area, hourly: bool, estimate: &Estimate) -> Json {
    Json::List(vec![
        Json::text(&area.state),
        (&estimate.wages(hourly)[MEDIAN]).into(),
        (&estimate.jobs).into(),
        (&estimate.per_1000).into(),
        (&estimate.quotient).into(),
    ])
}
