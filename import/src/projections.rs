//! Outlook and usual ways in: BLS Employment Projections, tables 1.2 and 1.10.

use std::collections::BTreeMap;
use std::path::Path;

use crate::codes::Codes;
use crate::json::Json;
use crate::number;
use crate::refusal::Result;
use crate::table::{Row, Table};

/// Usual education at entry, least first.
pub const ENTRY_EDUCATION: [&str; 8] = [
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
];
/// Work experience in a related occupation, least first.
pub const EXPERIENCE: [&str; 3] = ["None", "Less than 5 years", "5 years or more"];
/// Training on the job, least first.
pub const TRAINING: [&str; 6] = [
    "None",
    "Short-term on-the-job training",
    "Moderate-term on-the-job training",
    "Long-term on-the-job training",
    "Apprenticeship",
    "Internship/residency",
];

const COLUMNS: &[&str] = &[
    "soc_code",
    "title",
    "row_type",
    "employment_2024_thousands",
    "employment_2034_thousands",
    "change_thousands",
    "change_pct",
    "self_employed_pct_2024",
    "annual_openings_thousands",
    "median_annual_wage_2024",
    "wage_top_coded",
    "typical_entry_education",
    "work_experience",
    "on_the_job_training",
    "labor_force_exit_rate_pct",
    "occupational_transfer_rate_pct",
    "separations_rate_pct",
    "annual_exits_thousands",
    "annual_transfers_thousands",
    "annual_separations_thousands",
];

/// The outlook of each occupation: growth, jobs 2024 and 2034, openings, self-employed, exits, transfers, the usual
/// education, experience and training as indexes, and the rate of separations.
///
/// # Errors
/// When a code is unknown or there twice, or a figure or name is not as expected.
pub fn read(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Json>, usize)> {
    let table = Table::read(sources, "ep_projections.csv", "soc_code", COLUMNS)?;
    let mut outlooks = BTreeMap::new();
    for row in table.rows() {
        row.one_of("row_type", &["detailed", "summary"])?;
        if row.text("row_type")? == "summary" {
            // Summary rows use groups of the projections' own, which OEWS does not have.
            continue;
        }
        let Some(soc) = codes.occupation(&row, "soc_code")? else {
            continue;
        };
        if outlooks.insert(soc.to_owned(), outlook(&row)?).is_some() {
            return Err(row.refuse("soc_code", "each code once"));
        }
    }
    Ok((outlooks, table.len()))
}

fn outlook(row: &Row<'_>) -> Result<Json> {
    let choice = |column: &str, choices: &[&str]| -> Result<Json> {
        match row.optional_text(column)? {
            None => Ok(Json::Null),
            Some(_) => Ok(row.one_of(column, choices)?.into()),
        }
    };
    Ok(Json::List(vec![
        row.optional_number("change_pct", number::GROWTH)?.into(),
        row.optional_number("employment_2024_thousands", number::THOUSANDS)?
            .into(),
        row.optional_number("employment_2034_thousands", number::THOUSANDS)?
            .into(),
        row.optional_number("annual_openings_thousands", number::THOUSANDS)?
            .into(),
        row.optional_number("self_employed_pct_2024", number::PERCENT)?
            .into(),
        row.optional_number("annual_exits_thousands", number::THOUSANDS)?
            .into(),
        row.optional_number("annual_transfers_thousands", number::THOUSANDS)?
            .into(),
        choice("typical_entry_education", &ENTRY_EDUCATION)?,
        choice("work_experience", &EXPERIENCE)?,
        choice("on_the_job_training", &TRAINING)?,
        row.optional_number("separations_rate_pct", number::PERCENT)?
            .into(),
    ]))
}
