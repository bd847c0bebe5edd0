//! A place that has figures of its own.

/// The stable id of an area: the seven digits of the wage survey.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaCode(pub String);

impl AreaCode {
    /// The code of the whole United States.
    pub const NATION: &'static str = "0000000";
}

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaKind {
    /// The United States.
    Nation,
    /// A state, the District of Columbia or a territory.
    State,
    /// A metropolitan area.
    Metro,
    /// What is left of a state, or a part of that.
    Nonmetro,
}

/// A place with figures of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its id.
    pub code: AreaCode,
    /// What kind it is.
    pub kind: AreaKind,
    /// The FIPS code of its state; of the first where it lies in several.
    pub state: String,
    /// Its name, as the source prints it: "Denver-Aurora-Centennial, CO".
    pub name: String,
    /// How it is called inside a sentence: "the Denver area". No two areas are called the same.
    pub phrase: String,
    /// What things cost there; none where nothing is published.
    pub prices: Option<PriceLevel>,
}

/// What things cost somewhere: a regional price parity for all items.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceLevel {
    /// 100 is the level of the whole United States.
    pub level: f64,
    /// Whether it is that of all nonmetropolitan areas of the United States together: none has a level of its own.
    pub of_all_nonmetro: bool,
}

impl PriceLevel {
    /// The source of the levels.
    pub const SOURCE: &'static str = "bea-rpp-2024";

    /// The year of the levels.
    pub const YEAR: u32 = 2024;
}

/// What is said of states alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Its FIPS code.
    pub fips: String,
    /// Its postal abbreviation.
    pub abbreviation: String,
    /// Its name.
    pub name: String,
    /// Its column and row on a map of tiles, from 0; territories stand beside the map.
    pub tile: Option<(u32, u32)>,
}

impl State {
    /// Its code among the areas.
    pub fn code(&self) -> AreaCode {
        AreaCode(format!("{}00000", self.fips))
    }
}
