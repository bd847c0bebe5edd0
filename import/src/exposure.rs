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

/// Reads ai_exposure.csv: for each occupation an object of the measures that it has. A code that OEWS publishes only
/// together with others is left out: the measures of parts are not averaged.
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
                measures.push(((*column).to_owned(), measure.into()));
            }
        }
        let Some(soc) = codes.occupation(&row, "soc_code")? else {
            continue;
        };
        if exposures
            .insert(soc.to_owned(), Json::Object(measures))
            .is_some()
        {
            return Err(row.refuse("soc_code", "each code once"));
        }
    }
    Ok((exposures, table.len()))
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
