//! What O*NET says of occupations.
//!
//! Its codes are finer than OEWS's: `11-1011.00` is the occupation 11-1011 itself, `11-1011.03` one of its
//! specialities. Only the row of the occupation itself is taken. Where OEWS puts several SOC codes together, or O*NET
//! has specialities only, there is none, and nothing is averaged.

pub mod interests;
pub mod likeness;
pub mod preparation;
pub mod ratings;
pub mod related;
pub mod technology;
pub mod titles;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::codes::Codes;
use crate::json::Json;
use crate::progress::Progress;
use crate::refusal::Result;
use crate::table::Row;

/// All of its tables. Maps go by the code of an occupation ("11-2022").
pub struct Onet {
    /// The 35 skills, alphabetically.
    pub skill_names: Vec<String>,
    /// The labels of the shares of education, experience and training.
    pub labels: preparation::Labels,
    /// Ratings of skills.
    pub skills: ratings::Ratings,
    /// Ratings of knowledge.
    pub knowledge: ratings::Ratings,
    /// Ratings of work styles.
    pub work_styles: ratings::Ratings,
    /// Interests.
    pub interests: BTreeMap<String, Json>,
    /// Work values.
    pub work_values: BTreeMap<String, Json>,
    /// Shares of required education.
    pub education: BTreeMap<String, preparation::Shares>,
    /// Shares of related experience, on-site training and training on the job.
    pub training: BTreeMap<String, preparation::Trainings>,
    /// Importance of certification and of an apprenticeship.
    pub certification: BTreeMap<String, [Json; 2]>,
    /// Tools and technology.
    pub technology: BTreeMap<String, Vec<Json>>,
    /// Related occupations.
    pub related: BTreeMap<String, Json>,
    /// Other titles.
    pub titles: titles::Titles,
}

impl Onet {
    /// Reads the tables in `folder`.
    ///
    /// # Errors
    /// When one of them is refused.
    pub fn read(folder: &Path, codes: &Codes, step: &mut Progress<'_>) -> Result<Self> {
        let skill_names = ratings::names(folder, "skill")?;
        let knowledge_names = ratings::names(folder, "knowledge")?;
        let style_names = ratings::names(folder, "work_style")?;
        Ok(Self {
            skills: step.table("onet_skills.csv", || {
                ratings::skills(folder, codes, &skill_names)
            })?,
            knowledge: step.table("onet_knowledge.csv", || {
                ratings::knowledge(folder, codes, &knowledge_names)
            })?,
            work_styles: step.table("onet_work_styles.csv", || {
                ratings::work_styles(folder, codes, &style_names)
            })?,
            interests: step.table("onet_interests.csv", || interests::interests(folder, codes))?,
            work_values: step.table("onet_work_values.csv", || {
                interests::work_values(folder, codes)
            })?,
            labels: step.table("onet_experience_training_categories.csv", || {
                preparation::labels(folder)
            })?,
            education: step.table("onet_education.csv", || {
                preparation::education(folder, codes)
            })?,
            training: step.table("onet_experience_training.csv", || {
                preparation::training(folder, codes)
            })?,
            certification: step.table("onet_certification.csv", || {
                preparation::certification(folder, codes)
            })?,
            technology: step.table("onet_technology.csv", || technology::read(folder, codes))?,
            related: step.table("onet_related.csv", || related::read(folder, codes))?,
            titles: step.table("onet_*_titles.csv", || titles::read(folder, codes))?,
            skill_names,
        })
    }
}

/// The occupation that a row is about, if it is the occupation's own row.
///
/// # Errors
/// When the codes are unknown or do not belong together.
pub fn base<'r>(row: &Row<'r>, codes: &Codes) -> Result<Option<&'r str>> {
    let Some(soc) = occupation(row, codes)? else {
        return Ok(None);
    };
    let own = row.text("onet_code")?.strip_suffix(".00") == Some(soc);
    Ok(Some(soc).filter(|_| own))
}

/// The occupation that a row belongs to, also as one of its specialities.
///
/// # Errors
/// When the codes are unknown or do not belong together.
pub fn occupation<'r>(row: &Row<'r>, codes: &Codes) -> Result<Option<&'r str>> {
    let (soc, onet) = (row.text("soc_code")?, row.text("onet_code")?);
    codes.known(row, "soc_code", soc)?;
    let part = onet
        .split_once('.')
        .filter(|(_, rest)| rest.len() == 2)
        .map(|(soc, _)| soc);
    if part.is_none_or(|part| codes.oews_code(part) != Some(soc)) {
        return Err(row.refuse("onet_code", &format!("an O*NET code that belongs to {soc}")));
    }
    Ok(Some(soc).filter(|soc| codes.occupations.contains_key(*soc)))
}

/// Refuses a row whose key was there before.
///
/// # Errors
/// When it was.
pub fn once<K: Ord>(row: &Row<'_>, field: &str, seen: &mut BTreeSet<K>, key: K) -> Result<()> {
    if seen.insert(key) {
        return Ok(());
    }
    Err(row.refuse(field, "each only once for an O*NET code"))
}
