//! Everything the import reads, read and accepted.

use std::collections::BTreeMap;
use std::path::Path;

use crate::codes::Codes;
use crate::history::{self, History};
use crate::json::Json;
use crate::number::Number;
use crate::oews::{self, Oews};
use crate::onet::Onet;
use crate::people::{self, People};
use crate::prices::Prices;
use crate::progress::Progress;
use crate::projections::{self, Outlooks};
use crate::refusal::Result;
use crate::satisfaction::{self, Satisfaction};
use crate::{exposure, inflation, programs, schooling, states};

/// The accepted sources. Maps go by the code of an occupation ("11-2022").
pub struct Sources {
    /// The occupations and groups.
    pub codes: Codes,
    /// Wages and jobs.
    pub oews: Oews,
    /// Wages and jobs of past years.
    pub histories: BTreeMap<String, History>,
    /// A row for each year of the histories: what consumer prices were in May.
    pub price_index: Vec<Json>,
    /// The cost of living.
    pub prices: Prices,
    /// A row for each state: its abbreviation and its tile.
    pub states: Vec<Json>,
    /// The projections 2025-35, and what those 2024-34 have besides.
    pub outlooks: [Outlooks; 2],
    /// The education of workers.
    pub schooling: BTreeMap<String, Json>,
    /// Who does the work.
    pub people: People,
    /// Job satisfaction.
    pub satisfaction: Satisfaction,
    /// Everything of O*NET.
    pub onet: Onet,
    /// Exposure to AI, as the Bureau of Labor Statistics ranks it.
    pub exposure_categories: BTreeMap<String, Json>,
    /// Exposure to AI, as researchers measured it.
    pub exposures: BTreeMap<String, Json>,
    /// Whether the work can be done from home, 0 to 1.
    pub telework: BTreeMap<String, Number>,
    /// College programs.
    pub programs: BTreeMap<String, Vec<Json>>,
}

impl Sources {
    /// Reads the tables in `folder` and the OEWS database in `database`; `report` gets a line for each table.
    ///
    /// # Errors
    /// When one of them is refused.
    pub fn read(folder: &Path, database: &[u8], mut report: impl FnMut(&str)) -> Result<Self> {
        let step = &mut Progress::new(&mut report);
        let codes = step.table("soc_groups.csv, soc_census_crosswalk.csv", || {
            Codes::read(folder)
        })?;
        let oews = step.table(oews::FILE, || Oews::read(database, &codes))?;
        let histories = step.table("oews_history.csv", || history::read(folder, &codes))?;
        Ok(Self {
            price_index: step.table("cpi_u.csv", || inflation::read(folder, &histories))?,
            histories,
            prices: step.table("bea_rpp_*.csv", || Prices::read(folder, &oews.areas))?,
            states: step.table("bea_rpp_state.csv, tiles", || states::read(folder))?,
            outlooks: [
                step.table("ep_projections_2025.csv", || {
                    projections::read(folder, &codes)
                })?,
                step.table("ep_projections.csv", || {
                    projections::read_2024(folder, &codes)
                })?,
            ],
            schooling: step.table("ep_education.csv", || schooling::read(folder, &codes))?,
            people: step.table("cps_*.csv", || people::read(folder, &codes))?,
            satisfaction: step.table("gss_job_satisfaction.csv", || {
                satisfaction::read(folder, &codes)
            })?,
            onet: Onet::read(folder, &codes, step)?,
            exposure_categories: step.table("bls_ai_exposure_2025.csv", || {
                exposure::categories(folder, &codes)
            })?,
            exposures: step.table("ai_exposure.csv", || exposure::ai(folder, &codes))?,
            telework: step.table("telework_feasibility.csv", || {
                exposure::telework(folder, &codes)
            })?,
            programs: step.table("cip_soc_programs.csv", || programs::read(folder, &codes))?,
            codes,
            oews,
        })
    }
}
