//! Measures made by models or researchers: exposure to AI, and whether the work can be done from home.

use std::collections::BTreeMap;
use std::path::Path;

use crate::codes::Codes;
use crate::json::Json;
use crate::number::{self, Number, Range};
use crate::refusal::Result;
use crate::table::Table;

const AI: &[&str] = &[
    "soc_code",
    "title",
    "eloundou_gpt4_alpha",
    "eloundou_gpt4_beta",
    "eloundou_gpt4_gamma",
    "eloundou_human_alpha",
    "eloundou_human_beta",
    "eloundou_human_gamma",
    "microsoft_ai_applicability",
    "microsoft_score_user",
    "microsoft_score_ai",
    "anthropic_observed_exposure",
    "felten_aioe",
    "felten_lm_aioe",
];
const TELEWORK: &[&str] = &["soc_code", "title", "dn_teleworkable_onet"];

/// The categories of the Bureau of Labor Statistics, the lowest first.
pub const CATEGORIES: [&str; 4] = ["Low", "Moderate", "High", "Very high"];

/// How many bands the occupations of a measure are put into.
const BANDS: usize = 5;

/// Reads bls_ai_exposure_2025.csv: for each occupation the place of its category in [`CATEGORIES`].
///
/// # Errors
/// When a code is unknown or there twice, or a category is none of them.
pub fn categories(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Json>, usize)> {
    let columns = &["soc_code", "category"];
    let table = Table::read(sources, "bls_ai_exposure_2025.csv", "soc_code", columns)?;
    let mut categories = BTreeMap::new();
    for row in table.rows() {
        let category = row.one_of("category", &CATEGORIES)?;
        let Some(soc) = codes.occupation(&row, "soc_code")? else {
            continue;
        };
        if categories.insert(soc.to_owned(), category.into()).is_some() {
            return Err(row.refuse("soc_code", "each code once"));
        }
    }
    Ok((categories, table.len()))
}

/// Reads ai_exposure.csv: for each occupation an object of the measures that it has, each as `[measure, lowest band,
/// highest band]`. A code that OEWS publishes only together with others is left out: the measures of parts are not averaged.
///
/// # Errors
/// When a code is unknown or there twice, or a measure is out of range.
pub fn ai(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Json>, usize)> {
    let table = Table::read(sources, "ai_exposure.csv", "soc_code", AI)?;
    let mut exposures = BTreeMap::new();
    for row in table.rows() {
        let mut measures = Vec::new();
        for column in &AI[2..] {
            if let Some(measure) = row.optional_number(column, range(column))? {
                measures.push((*column, measure));
            }
        }
        let Some(soc) = codes.occupation(&row, "soc_code")? else {
            continue;
        };
        if exposures.insert(soc.to_owned(), measures).is_some() {
            return Err(row.refuse("soc_code", "each code once"));
        }
    }
    let mut all: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for (column, measure) in exposures.values().flatten() {
        all.entry(column).or_default().push(measure.value());
    }
    let written = |(column, measure): &(&'static str, Number)| {
        let of_all = all.get(column).map_or(&[][..], Vec::as_slice);
        let (lowest, highest) = bands(measure.value(), of_all);
        let cells = Json::List(vec![measure.into(), lowest.into(), highest.into()]);
        ((*column).to_owned(), cells)
    };
    let with_bands = exposures.iter().map(|(soc, measures)| {
        let measures = measures.iter().map(written).collect();
        (soc.clone(), Json::Object(measures))
    });
    Ok((with_bands.collect(), table.len()))
}

/// The bands a measure may be in among all occupations of the dataset that have it, from 1 for the lowest fifth to 5: put
/// before all that are equal to it, and after them.
fn bands(measure: f64, all: &[f64]) -> (usize, usize) {
    let before = all.iter().filter(|other| **other < measure).count();
    let up_to = all.iter().filter(|other| **other <= measure).count();
    let band = |place: usize| 1 + BANDS * place / all.len().max(1);
    (band(before), band(up_to.saturating_sub(1)))
}

fn range(measure: &str) -> Range {
    if measure.starts_with("felten_") {
        number::SCORE
    } else {
        number::FRACTION
    }
}

/// Reads telework_feasibility.csv: for each occupation the share of its work that can be done from home, 0 to 1.
///
/// # Errors
/// When a code is unknown or there twice, or a share is out of range.
pub fn telework(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Number>, usize)> {
    let table = Table::read(sources, "telework_feasibility.csv", "soc_code", TELEWORK)?;
    let mut shares = BTreeMap::new();
    for row in table.rows() {
        let share = row.number("dn_teleworkable_onet", number::FRACTION)?;
        let Some(soc) = codes.occupation(&row, "soc_code")? else {
            continue;
        };
        if shares.insert(soc.to_owned(), share).is_some() {
            return Err(row.refuse("soc_code", "each code once"));
        }
    }
    Ok((shares, table.len()))
}
