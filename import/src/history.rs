//! Jobs and wages of past years: the national files of OEWS, May 2014 and 2017 to 2025.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::checks;
use crate::codes::Codes;
use crate::json::Json;
use crate::number::{self, Number};
use crate::refusal::Result;
use crate::table::{Row, Table};

const COLUMNS: &[&str] = &[
    "soc_code",
    "title",
    "year",
    "employment",
    "annual_p10",
    "annual_median",
    "annual_p90",
    "annual_mean",
    "median_topcoded",
    "published_code_if_different",
];

/// From which yearly wage on OEWS printed only `#` (notes of each release: $90, $100 and $115 an hour). The table keeps
/// the mark, not the wage. The first year from which each holds.
const TOP_CODES: [(f64, &str); 3] = [(2014.0, "187200"), (2017.0, "208000"), (2022.0, "239200")];

/// A change of the median from one year of the table to the next that is more than a trend, in percent.
const JUMP: f64 = 30.0;
/// The fewest jobs with which such a change is believed.
const FEWEST_JOBS: f64 = 10_000.0;
/// The fewest years that make a line.
const FEWEST_YEARS: usize = 3;

/// One year of an occupation.
struct Year {
    year: Number,
    employment: Option<Number>,
    p10: Option<Number>,
    median: Median,
    p90: Option<Number>,
    mean: Option<Number>,
}

enum Median {
    Published(Number),
    AtLeast(Number),
    NotPublished,
}

/// The past years of an occupation.
#[derive(Default)]
pub struct History {
    years: Vec<Year>,
}

/// Reads oews_history.csv.
///
/// # Errors
/// When a code is unknown, a year is there twice or not after the one before, percentiles fall, or a published wage
/// reaches the year's top code.
pub fn read(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, History>, usize)> {
    let table = Table::read(sources, "oews_history.csv", "soc_code", COLUMNS)?;
    let (mut histories, mut seen) = (BTreeMap::<String, History>::new(), BTreeSet::new());
    for row in table.rows() {
        let year = year(&row)?;
        let soc = codes.occupation(&row, "soc_code")?;
        if !seen.insert((row.text("soc_code")?, year.year.text().to_owned())) {
            return Err(row.refuse("year", "each year once"));
        }
        if let Some(soc) = soc {
            histories
                .entry(soc.to_owned())
                .or_default()
                .years
                .push(year);
        }
    }
    for history in histories.values_mut() {
        history.years.sort_by(|a, b| a.year.by_size(&b.year));
    }
    Ok((histories, table.len()))
}

fn year(row: &Row<'_>) -> Result<Year> {
    let year = row.number("year", number::YEAR)?;
    let p10 = row.optional_number("annual_p10", number::DOLLARS)?;
    let median = row.optional_number("annual_median", number::DOLLARS)?;
    let p90 = row.optional_number("annual_p90", number::DOLLARS)?;
    let no_pay = p10.is_none() && median.is_none() && p90.is_none();
    let mean = match row.cell("annual_mean")? {
        // Three rows of 2018 (actors, dancers, musicians, who have no yearly pay) hold a 0 that is no wage.
        "0" if no_pay => None,
        _ => row.optional_number("annual_mean", number::DOLLARS)?,
    };
    checks::ascending([
        ("annual_p10", p10.as_ref()),
        ("annual_median", median.as_ref()),
        ("annual_p90", p90.as_ref()),
    ])
    .map_err(|(column, expected, found)| row.refuse_as(&column, &expected, &found))?;
    let is_top_coded = row.one_of("median_topcoded", &["0", "1"])? == 1;
    let top = top_code(row, &year)?;
    // In 2025 percentiles are published above the top code as well.
    if year.value() < 2025.0 {
        for (column, wage) in [("annual_median", &median), ("annual_p90", &p90)] {
            if wage
                .as_ref()
                .is_some_and(|wage| wage.value() >= top.value())
            {
                return Err(row.refuse(column, &format!("less than the year's top code of {top}")));
            }
        }
    }
    let median = match (median, is_top_coded) {
        (Some(median), false) => Median::Published(median),
        (None, true) => Median::AtLeast(top),
        (None, false) => Median::NotPublished,
        (Some(_), true) => {
            return Err(row.refuse("annual_median", "nothing, because median_topcoded is 1"));
        }
    };
    let employment = row.optional_number("employment", number::COUNT)?;
    Ok(Year {
        year,
        employment,
        p10,
        median,
        p90,
        mean,
    })
}

fn top_code(row: &Row<'_>, year: &Number) -> Result<Number> {
    let code = TOP_CODES
        .iter()
        .rev()
        .find(|(from, _)| *from <= year.value());
    code.and_then(|(_, wage)| Number::parse(wage))
        .ok_or_else(|| row.refuse("year", "a year whose top code is known, from 2014 on"))
}

impl History {
    /// The years, as the table writes them.
    pub fn years(&self) -> impl Iterator<Item = &str> {
        self.years.iter().map(|year| year.year.text())
    }

    /// Rows `[year, employment, p10, median, p90, mean]`; a top-coded median is ">=…".
    pub fn rows(&self) -> Vec<Json> {
        let row = |year: &Year| {
            let median = match &year.median {
                Median::Published(median) => median.into(),
                Median::AtLeast(least) => Json::Text(format!(">={least}")),
                Median::NotPublished => Json::Null,
            };
            Json::List(vec![
                (&year.year).into(),
                year.employment.as_ref().into(),
                year.p10.as_ref().into(),
                median,
                year.p90.as_ref().into(),
                year.mean.as_ref().into(),
            ])
        };
        self.years.iter().map(row).collect()
    }

    /// Whether it is too thin to be drawn as a line: an occupation of few jobs with a jump, or of few years.
    pub fn is_thin(&self, jobs: Option<&Number>) -> bool {
        let years = self
            .years
            .iter()
            .filter(|year| !matches!(year.median, Median::NotPublished))
            .count();
        let few_jobs = jobs.is_some_and(|jobs| jobs.value() < FEWEST_JOBS);
        years < FEWEST_YEARS || (few_jobs && self.jumps())
    }

    fn jumps(&self) -> bool {
        self.years
            .windows(2)
            .any(|pair| match (&pair[0].median, &pair[1].median) {
                (Median::Published(before), Median::Published(after)) => {
                    ((after.value() / before.value() - 1.0) * 100.0).abs() > JUMP
                }
                _ => false,
            })
    }
}
