//! One row of OEWS: the jobs and wages of an occupation somewhere, each a figure or the reason why there is none.

use crate::json::Json;
use crate::number::{self, Number, Range};
use crate::refusal::{Refusal, Result};

/// The 17 data types of OEWS, in the order of its columns v01 to v17, with what each may be.
pub const DATA_TYPES: [(&str, Range); 17] = [
    ("employment", number::COUNT),
    ("employment relative standard error", number::RELATIVE_ERROR),
    ("hourly mean", number::DOLLARS),
    ("yearly mean", number::DOLLARS),
    ("wage relative standard error", number::RELATIVE_ERROR),
    ("hourly p10", number::DOLLARS),
    ("hourly p25", number::DOLLARS),
    ("hourly median", number::DOLLARS),
    ("hourly p75", number::DOLLARS),
    ("hourly p90", number::DOLLARS),
    ("yearly p10", number::DOLLARS),
    ("yearly p25", number::DOLLARS),
    ("yearly median", number::DOLLARS),
    ("yearly p75", number::DOLLARS),
    ("yearly p90", number::DOLLARS),
    ("jobs per 1,000 jobs", number::PER_THOUSAND),
    ("location quotient", number::QUOTIENT),
];

/// Where mean, p10, p25, median, p75 and p90 stand among [`DATA_TYPES`].
const YEAR: [usize; 6] = [3, 10, 11, 12, 13, 14];
const HOUR: [usize; 6] = [2, 5, 6, 7, 8, 9];

/// Where the median stands among mean, p10, p25, median, p75 and p90.
pub const MEDIAN: usize = 3;

/// What a cell of OEWS says.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A figure.
    Number(Number),
    /// Only that it is this much or more (footnote 5).
    AtLeast(Number),
    /// Estimate not released (footnote 8).
    NotReleased,
    /// Pay is published by the hour only (footnote 4 at a yearly wage).
    HourlyOnly,
    /// Pay is published by the year only (footnote 4 at an hourly wage).
    YearlyOnly,
    /// There is no such cell: shares of an area's jobs exist only for areas.
    Absent,
}

impl Cell {
    /// The figure, if there is one.
    pub fn number(&self) -> Option<&Number> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl From<&Cell> for Json {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Number(number) => number.into(),
            Cell::AtLeast(number) => Self::Text(format!(">={number}")),
            Cell::NotReleased => Self::text("not-released"),
            Cell::HourlyOnly => Self::text("hourly-only"),
            Cell::YearlyOnly => Self::text("yearly-only"),
            Cell::Absent => Self::Null,
        }
    }
}

/// The wages from which on OEWS says no more than "this or more".
#[derive(Clone, Debug)]
pub struct TopCodes {
    /// Dollars an hour.
    pub hour: Number,
    /// Dollars a year.
    pub year: Number,
}

impl TopCodes {
    /// Reads them from the text of footnote 5.
    ///
    /// # Errors
    /// When it is not the sentence that is known.
    pub fn parse(file: &str, footnote: &str) -> Result<Self> {
        let amounts = footnote
            .strip_prefix("This wage is equal to or greater than $")
            .and_then(|rest| rest.strip_suffix(" per year."))
            .and_then(|rest| rest.split_once(" per hour or $"));
        let codes = amounts.and_then(|(hour, year)| {
            let number = |text: &str| Number::parse(&text.replace(',', ""));
            Some(Self {
                hour: number(hour)?,
                year: number(year)?,
            })
        });
        codes.ok_or_else(|| {
            let expected = "\"This wage is equal to or greater than $… per hour or $… per year.\"";
            Refusal::of_file(file, "footnote 5", expected, format!("{footnote:?}"))
        })
    }
}

/// A row of OEWS.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// Number of jobs.
    pub jobs: Cell,
    /// Its relative standard error, percent.
    pub jobs_rse: Cell,
    /// Mean, p10, p25, median, p75, p90 in dollars a year.
    pub year: [Cell; 6],
    /// The same in dollars an hour.
    pub hour: [Cell; 6],
    /// Relative standard error of the mean wage, percent.
    pub wage_rse: Cell,
    /// Jobs per 1,000 jobs of the area.
    pub per_1000: Cell,
    /// That share as a multiple of the nation's.
    pub quotient: Cell,
}

/// A row as the database holds it: 17 values and 17 footnotes.
pub type RawCells<'r> = [(Option<&'r str>, Option<&'r str>); 17];

impl Estimate {
    /// Reads a row.
    ///
    /// # Errors
    /// When a cell is neither a figure in range nor a dash with a known footnote, or a percentile is below the one
    /// before.
    pub fn parse(
        file: &str,
        key: &str,
        role: &str,
        raw: &RawCells<'_>,
        top: &TopCodes,
    ) -> Result<Self> {
        let refuse = |field: &str, expected: &str, found: &str| {
            Refusal::of_file(file, field, expected, found).at(key, role)
        };
        let cell = |at: usize| {
            let (name, range) = DATA_TYPES[at];
            let yearly = YEAR.contains(&at);
            let wage = yearly || HOUR.contains(&at);
            match raw[at] {
                (Some("-"), Some("8")) => Ok(Cell::NotReleased),
                (Some("-"), Some("4")) if yearly => Ok(Cell::HourlyOnly),
                (Some("-"), Some("4")) if wage => Ok(Cell::YearlyOnly),
                (Some("-"), Some("5")) if yearly => Ok(Cell::AtLeast(top.year.clone())),
                (Some("-"), Some("5")) if wage => Ok(Cell::AtLeast(top.hour.clone())),
                (None, None) if at >= 15 => Ok(Cell::Absent),
                (Some(text), None) => Number::parse(text)
                    .filter(|number| range.holds(number))
                    .map(Cell::Number)
                    .ok_or_else(|| refuse(name, range.words(), &format!("{text:?}"))),
                (value, footnote) => Err(refuse(
                    name,
                    "a figure without a footnote, or a dash with footnote 4, 5 or 8",
                    &format!(
                        "{:?} with footnote {:?}",
                        value.unwrap_or("nothing"),
                        footnote.unwrap_or("none")
                    ),
                )),
            }
        };
        let wages = |places: [usize; 6]| -> Result<[Cell; 6]> {
            let mut cells = [
                cell(places[0])?,
                Cell::Absent,
                Cell::Absent,
                Cell::Absent,
                Cell::Absent,
                Cell::Absent,
            ];
            let mut floor: Option<(Number, usize)> = None;
            for (percentile, &at) in places.iter().enumerate().skip(1) {
                let mut found = cell(at)?;
                match &mut found {
                    // Where a lower percentile is published above the top code, it is at least that one.
                    Cell::AtLeast(least) => {
                        if let Some((low, _)) = &floor
                            && low.value() > least.value()
                        {
                            *least = low.clone();
                        }
                        floor = Some((least.clone(), at));
                    }
                    Cell::Number(number) => {
                        if let Some((low, before)) = &floor
                            && number.value() < low.value()
                        {
                            let expected =
                                format!("at least the {} of {low}", DATA_TYPES[*before].0);
                            return Err(refuse(DATA_TYPES[at].0, &expected, number.text()));
                        }
                        floor = Some((number.clone(), at));
                    }
                    _ => {}
                }
                cells[percentile] = found;
            }
            Ok(cells)
        };
        Ok(Self {
            jobs: cell(0)?,
            jobs_rse: cell(1)?,
            year: wages(YEAR)?,
            hour: wages(HOUR)?,
            wage_rse: cell(4)?,
            per_1000: cell(15)?,
            quotient: cell(16)?,
        })
    }

    /// Whether pay is published by the hour only.
    pub fn is_hourly_only(&self) -> bool {
        self.year.iter().all(|cell| *cell == Cell::HourlyOnly)
    }

    /// Mean, p10, p25, median, p75 and p90 by the hour or by the year.
    pub fn wages(&self, hourly: bool) -> &[Cell; 6] {
        if hourly { &self.hour } else { &self.year }
    }

    /// The yearly wages, or the one word that all of them are.
    pub fn year_json(&self) -> Json {
        wages_json(&self.year)
    }

    /// The hourly wages, or the one word that all of them are.
    pub fn hour_json(&self) -> Json {
        wages_json(&self.hour)
    }
}

fn wages_json(wages: &[Cell; 6]) -> Json {
    let [first, ..] = wages;
    let is_word = matches!(
        first,
        Cell::HourlyOnly | Cell::YearlyOnly | Cell::NotReleased
    );
    if is_word && wages.iter().all(|wage| wage == first) {
        first.into()
    } else {
        Json::list(wages)
    }
}
