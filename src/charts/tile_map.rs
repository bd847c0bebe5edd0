//! What a role has in each state, on a map of equal tiles; one scale for the maps of all roles.

use crate::compare::{StateMap, StateMeasure, StateValues};
use crate::model::{AreaCode, PayPeriod, Reading, Unit, Value, format};

/// How many steps a scale has at most.
const STEPS: usize = 4;
/// The columns and the rows of the map; in a row below it stand the territories.
pub(super) const COLUMNS: u32 = 12;
pub(super) const ROWS: u32 = 8;

/// Maps of the compared roles.
#[derive(Clone, Debug, PartialEq)]
pub struct TileMaps {
    /// The scales: one, or one for pay by the year and one for pay by the hour.
    pub scales: Vec<TileScale>,
    /// A map for each role whose figures are here.
    pub maps: Vec<TileMap>,
}

/// What the tones of maps stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct TileScale {
    /// What is shown: "Median pay a year".
    pub title: &'static str,
    /// How the steps are made, in words.
    pub made: String,
    /// The lowest and the highest figure of each step, from the lowest step on.
    pub steps: Vec<(f64, f64)>,
    /// The other kinds of tiles there are on the maps.
    pub others: Vec<Fill>,
    unit: Amounts,
}

/// The map of one role.
#[derive(Clone, Debug, PartialEq)]
pub struct TileMap {
    /// The place of the role among the columns.
    pub column: usize,
    /// What it shows: "Median pay a year by state".
    pub title: String,
    /// From where to where its figures go, in a sentence.
    pub takeaway: String,
    /// The states and territories, in the order in which they are read.
    pub tiles: Vec<StateTile>,
}

/// A state on a map.
#[derive(Clone, Debug, PartialEq)]
pub struct StateTile {
    /// By which its place is chosen.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
    /// Its figure as text, or which kind of non-value it is.
    pub text: String,
    pub(super) abbreviation: String,
    /// The figure in a few letters, where it is one.
    pub(super) short: Option<String>,
    pub(super) place: (u32, u32),
    pub(super) fill: Fill,
}

/// How a tile looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// In the tone of its step, of so many steps.
    Step(usize, usize),
    /// Open: the source says only "at least".
    AtLeast,
    /// Hatched.
    NotReleased,
    /// An empty outline.
    NotPublished,
}

/// How the figures of a scale are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Amounts {
    Pay(PayPeriod),
    Numbers,
}

impl Amounts {
    fn unit(self) -> Unit {
        match self {
            Self::Pay(PayPeriod::Hourly) => Unit::DollarsAnHour,
            _ => Unit::DollarsAYear,
        }
    }

    fn write(self, reading: &Reading) -> String {
        match (self, reading) {
            (Self::Numbers, Reading::Exact(Value::Number(number))) => format::decimal(*number),
            _ => format::reading_in(self.unit(), reading),
        }
    }

    fn short(self, number: f64) -> String {
        match self {
            Self::Pay(_) => format::short_dollars(number),
            Self::Numbers => format!("{number:.1}"),
        }
    }
}

impl TileScale {
    /// A figure of the scale, as text.
    pub(super) fn write(&self, number: f64) -> String {
        self.unit.write(&Reading::Exact(Value::Number(number)))
    }
}

/// Lays figures of the states out on maps, one for each role. Pay by the year and by the hour have a scale each.
pub fn tile_maps(map: &StateMap, measure: StateMeasure) -> TileMaps {
    let amounts = |role: &StateValues| match measure {
        StateMeasure::Median => Amounts::Pay(role.period),
        StateMeasure::PerThousand | StateMeasure::Quotient => Amounts::Numbers,
    };
    let mut scales: Vec<TileScale> = Vec::new();
    for role in &map.roles {
        let unit = amounts(role);
        if scales.iter().all(|scale| scale.unit != unit) {
            let of_scale: Vec<&StateValues> = map
                .roles
                .iter()
                .filter(|other| amounts(other) == unit)
                .collect();
            scales.push(scale(measure, unit, &of_scale));
        }
    }
    let maps = map.roles.iter().filter_map(|role| {
        let scale = scales.iter().find(|scale| scale.unit == amounts(role))?;
        Some(tile_map(map, role, scale))
    });
    TileMaps {
        maps: maps.collect(),
        scales,
    }
}

fn scale(measure: StateMeasure, unit: Amounts, roles: &[&StateValues]) -> TileScale {
    let readings = || roles.iter().flat_map(|role| &role.values);
    let mut numbers: Vec<f64> = readings().filter_map(number).collect();
    numbers.sort_by(f64::total_cmp);
    let count = numbers.len();
    // Where each step begins; equal figures are never parted.
    let mut begins: Vec<f64> = (0..STEPS.min(count))
        .filter_map(|step| numbers.get(step * count / STEPS.min(count)).copied())
        .collect();
    begins.dedup();
    let steps = begins.iter().enumerate().filter_map(|(step, begin)| {
        let next = begins.get(step + 1);
        let mut inside = numbers.iter().filter(|n| *n >= begin);
        let first = *inside.next()?;
        let last = inside
            .take_while(|n| next.is_none_or(|next| *n < next))
            .last();
        Some((first, last.copied().unwrap_or(first)))
    });
    let steps: Vec<(f64, f64)> = steps.collect();
    let others = [Fill::AtLeast, Fill::NotReleased, Fill::NotPublished];
    let is_there = |fill: &Fill| readings().any(|reading| other(reading) == Some(*fill));
    let maps = if roles.len() > 1 {
        "all these maps"
    } else {
        "this map"
    };
    TileScale {
        title: match (measure, unit) {
            (StateMeasure::Median, Amounts::Pay(PayPeriod::Hourly)) => "Median pay an hour",
            (StateMeasure::Median, _) => "Median pay a year",
            (StateMeasure::PerThousand, _) => "Jobs of the role in every 1,000 jobs",
            (StateMeasure::Quotient, _) => {
                "Share of the role among all jobs, as a multiple of the nation’s (location quotient)"
            }
        },
        made: match steps.len() {
            0 => "No figure is published.".to_owned(),
            1 => "All figures are alike.".to_owned(),
            many => format!(
                "The figures of {maps} are sorted into {many} steps with about as many in each, the lowest first; the \
                 marks in a tile count its step."
            ),
        },
        steps,
        others: others.into_iter().filter(is_there).collect(),
        unit,
    }
}

fn number(reading: &Reading) -> Option<f64> {
    match reading {
        Reading::Exact(Value::Number(number)) => Some(*number),
        _ => None,
    }
}

/// How a reading looks that is not a number.
fn other(reading: &Reading) -> Option<Fill> {
    Some(match reading {
        Reading::Exact(Value::Number(_)) => return None,
        Reading::AtLeast(_) => Fill::AtLeast,
        Reading::NotReleased(_) => Fill::NotReleased,
        _ => Fill::NotPublished,
    })
}

fn tile_map(map: &StateMap, role: &StateValues, scale: &TileScale) -> TileMap {
    let count = scale.steps.len();
    let fill = |reading: &Reading| {
        let step = |n: f64| scale.steps.iter().rposition(|(first, _)| n >= *first);
        let step = number(reading).and_then(step);
        match step {
            Some(step) => Fill::Step(step, count),
            None => other(reading).unwrap_or(Fill::NotPublished),
        }
    };
    let mut territories =
        (COLUMNS - map.tiles.iter().filter(|t| t.place.is_none()).count() as u32)..;
    let tiles = map
        .tiles
        .iter()
        .zip(&role.values)
        .map(|(tile, reading)| StateTile {
            code: tile.code.clone(),
            name: tile.name.clone(),
            text: scale.unit.write(reading),
            abbreviation: tile.abbreviation.clone(),
            short: number(reading).map(|number| scale.unit.short(number)),
            place: tile
                .place
                .unwrap_or_else(|| (territories.next().unwrap_or_default(), ROWS)),
            fill: fill(reading),
        });
    let mut tiles: Vec<StateTile> = tiles.collect();
    tiles.sort_by_key(|tile| (tile.place.1, tile.place.0));
    TileMap {
        column: role.column,
        title: format!("{} by state", scale.title),
        takeaway: takeaway(role, scale),
        tiles,
    }
}

/// "From $80,100 to $217,640; not released in 3 of 54." No state is named: which is the highest may be within the survey's error.
fn takeaway(role: &StateValues, scale: &TileScale) -> String {
    let numbers = || role.values.iter().filter_map(number);
    let lowest = numbers().min_by(f64::total_cmp);
    let highest = numbers().max_by(f64::total_cmp);
    let mut phrases = Vec::new();
    if let (Some(low), Some(high)) = (lowest, highest) {
        phrases.push(match low == high {
            true => scale.write(low),
            false => format!("from {} to {}", scale.write(low), scale.write(high)),
        });
    }
    for (fill, words) in [
        (Fill::AtLeast, "only “at least”"),
        (Fill::NotReleased, "not released"),
        (Fill::NotPublished, "not published"),
    ] {
        let count = role
            .values
            .iter()
            .filter(|r| other(r) == Some(fill))
            .count();
        if count > 0 {
            phrases.push(format!("{words} in {count} of {}", role.values.len()));
        }
    }
    format!("{}.", format::capitalized(&phrases.join("; ")))
}
