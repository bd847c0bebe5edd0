//! What the compared roles have in each state, for a map of tiles.

use super::Column;
use crate::model::{AreaCode, Areas, Details, PayPeriod, Reading, StateFigures};

/// What a map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateMeasure {
    /// The median pay, by the period of each role.
    Median,
    /// How many of 1,000 jobs in the state are of the role.
    PerThousand,
    /// That share as a multiple of the nation's.
    Quotient,
}

/// A state on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Its code among the areas, by which its place is chosen.
    pub code: AreaCode,
    /// Its postal abbreviation.
    pub abbreviation: String,
    /// Its name.
    pub name: String,
    /// Its column and row, from 0; territories stand beside the map.
    pub place: Option<(u32, u32)>,
}

/// What one role has in the states.
#[derive(Clone, Debug, PartialEq)]
pub struct StateValues {
    /// The place of the role among the columns.
    pub column: usize,
    /// By which period its medians are.
    pub period: PayPeriod,
    /// One reading for each tile, in their order; not published where the role has no row in a state.
    pub values: Vec<Reading>,
}

/// The states, and what the roles have in them.
#[derive(Clone, Debug, PartialEq)]
pub struct StateMap {
    /// The states, the District of Columbia and the territories.
    pub tiles: Vec<Tile>,
    /// The columns whose details are here.
    pub roles: Vec<StateValues>,
}

/// Lays the compared roles on the map; `details` are the columns', in the same order.
pub fn state_map(
    areas: &Areas,
    columns: &[Column],
    details: &[Option<Details>],
    measure: StateMeasure,
) -> StateMap {
    let tiles: Vec<Tile> = areas
        .states()
        .iter()
        .map(|state| Tile {
            code: state.code(),
            abbreviation: state.abbreviation.clone(),
            name: state.name.clone(),
            place: state.tile,
        })
        .collect();
    let reading = |figures: &StateFigures| match measure {
        StateMeasure::Median => figures.median.clone(),
        StateMeasure::PerThousand => figures.per_thousand.clone(),
        StateMeasure::Quotient => figures.quotient.clone(),
    };
    let with_details = columns.iter().zip(details).enumerate();
    let roles = with_details.filter_map(|(column, (shown, details))| {
        let details = details.as_ref()?;
        let value = |fips: &str| {
            let of_state = details.states.iter().find(|figures| figures.fips == fips);
            of_state.map_or(Reading::NotPublished, reading)
        };
        let values = areas.states().iter().map(|state| value(&state.fips));
        Some(StateValues {
            column,
            period: shown.role.pay_period(),
            values: values.collect(),
        })
    });
    StateMap {
        roles: roles.collect(),
        tiles,
    }
}
