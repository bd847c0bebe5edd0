//! Outlook and usual ways in: BLS Employment Projections, table 1.2 of 2025-35, and tables 1.2 and 1.10 of 2024-34 for
//! what that copy lacks. Nothing is computed from both.

use std::collections::BTreeMap;
use std::path::Path;

use crate::codes::Codes;
use crate::json::Json;
use crate::number::{self, Number};
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
    "employment_2025_thousands",
    "employment_2035_thousands",
    "change_pct",
    "annual_openings_thousands",
    "median_annual_wage_2025",
    "typical_entry_education",
];
const COLUMNS_2024: &[&str] = &[
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

/// Half a unit of the last digit of a number of jobs, in thousands, and of a growth, in percent.
const ROUNDING: f64 = 0.05;

/// The cells of each occupation, by its code.
pub type Outlooks = BTreeMap<String, Vec<Json>>;

/// How many cells an occupation has of each table.
const CELLS: [usize; 2] = [5, 6];

/// The cells of both tables, those of 2025-35 first; nulls for a table without the occupation.
pub fn outlook(soc: &str, outlooks: [&Outlooks; 2]) -> Json {
    let cells = outlooks.iter().zip(CELLS).flat_map(|(of, count)| {
        let none = || vec![Json::Null; count];
        of.get(soc).cloned().unwrap_or_else(none)
    });
    Json::List(cells.collect())
}

/// Reads ep_projections_2025.csv: growth, jobs 2025 and 2035, openings, and the usual education as an index.
///
/// # Errors
/// When a code is unknown or there twice, a figure or name is not as expected, or the growth does not follow from the
/// jobs.
pub fn read(sources: &Path, codes: &Codes) -> Result<(Outlooks, usize)> {
    let table = Table::read(sources, "ep_projections_2025.csv", "soc_code", COLUMNS)?;
    let mut outlooks = BTreeMap::new();
    for row in table.rows() {
        row.one_of("row_type", &["detailed"])?;
        let jobs = row.number("employment_2025_thousands", number::THOUSANDS)?;
        let projected = row.number("employment_2035_thousands", number::THOUSANDS)?;
        let growth = row.number("change_pct", number::GROWTH)?;
        follows(&growth, &jobs, &projected)
            .map_err(|expected| row.refuse("change_pct", &expected))?;
        let cells = vec![
            growth.into(),
            jobs.into(),
            projected.into(),
            row.number("annual_openings_thousands", number::THOUSANDS)?
                .into(),
            row.one_of("typical_entry_education", &ENTRY_EDUCATION)?
                .into(),
        ];
        add(&row, codes, &mut outlooks, cells)?;
    }
    Ok((outlooks, table.len()))
}

/// Says what the growth should be, if the rounded numbers of jobs do not allow it. The publisher computes it from the
/// unrounded ones.
fn follows(growth: &Number, jobs: &Number, projected: &Number) -> std::result::Result<(), String> {
    let percent = |projected: f64, jobs: f64| (projected / jobs - 1.0) * 100.0;
    let least = percent(projected.value() - ROUNDING, jobs.value() + ROUNDING) - ROUNDING;
    // Jobs that may be none allow any growth.
    let most = match jobs.value() - ROUNDING {
        fewest if fewest > 0.0 => percent(projected.value() + ROUNDING, fewest) + ROUNDING,
        _ => f64::INFINITY,
    };
    // A bound is a little off in binary; no growth is published to a millionth.
    if (least - 1e-6..=most + 1e-6).contains(&growth.value()) {
        return Ok(());
    }
    Err(format!(
        "a growth from {least:.3} to {most:.3}, as {jobs} and {projected} thousand jobs allow"
    ))
}

/// Reads ep_projections.csv: of 2024, the self-employed; of 2024-34, exits, transfers, the usual experience and training
/// as indexes, and the rate of separations.
///
/// # Errors
/// When a code is unknown or there twice, or a figure or name is not as expected.
pub fn read_2024(sources: &Path, codes: &Codes) -> Result<(Outlooks, usize)> {
    let table = Table::read(sources, "ep_projections.csv", "soc_code", COLUMNS_2024)?;
    let mut outlooks = BTreeMap::new();
    for row in table.rows() {
        row.one_of("row_type", &["detailed", "summary"])?;
        if row.text("row_type")? == "summary" {
            // Summary rows use groups of the projections' own, which OEWS does not have.
            continue;
        }
        let choice = |column: &str, choices: &[&str]| -> Result<Json> {
            match row.optional_text(column)? {
                None => Ok(Json::Null),
                Some(_) => Ok(row.one_of(column, choices)?.into()),
            }
        };
        let cells = vec![
            row.optional_number("self_employed_pct_2024", number::PERCENT)?
                .into(),
            row.optional_number("annual_exits_thousands", number::THOUSANDS)?
                .into(),
            row.optional_number("annual_transfers_thousands", number::THOUSANDS)?
                .into(),
            choice("work_experience", &EXPERIENCE)?,
            choice("on_the_job_training", &TRAINING)?,
            row.optional_number("separations_rate_pct", number::PERCENT)?
                .into(),
        ];
        add(&row, codes, &mut outlooks, cells)?;
    }
    Ok((outlooks, table.len()))
}

fn add(row: &Row<'_>, codes: &Codes, outlooks: &mut Outlooks, cells: Vec<Json>) -> Result<()> {
    let Some(soc) = codes.occupation(row, "soc_code")? else {
        return Ok(());
    };
    match outlooks.insert(soc.to_owned(), cells) {
        None => Ok(()),
        Some(_) => Err(row.refuse("soc_code", "each code once")),
    }
}
