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
mod rows;
pub mod technology;
pub mod titles;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::codes::Codes;
use crate::json::Json;
use crate::progress::Progress;
use crate::refusal::Result;

/// All of its tables. Maps go by the code of an occupation ("11-2022").
pub struct Onet {
    /// The 35 skills, alphabetically.
    pub skill_names: Vec<String>,
    /// The labels of the shares of education, experience and training.
    pub labels: preparation::Labels,
    /// Ratings of skills.
    pub skills: ratings::Ratings,
    /// The occupations without ratings of skills within which narrower ones have them.
    pub rated_narrower: BTreeSet<String>,
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
        let skills = step.table("onet_skills.csv", || {
            ratings::skills(folder, codes, &skill_names)
        })?;
        Ok(Self {
            rated_narrower: ratings::rated_narrower(folder, codes, &skills)?,
            skills,
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

    /// The answers given most often to what an occupation requires (education, related experience, on-site training,
    /// training on the job), then the importance of certification and of an apprenticeship; null where O*NET has none of
    /// them.
    pub fn required(&self, soc: &str) -> Json {
        let training = self.training.get(soc);
        let scales = 0..preparation::SCALES.len();
        let answers = std::iter::once(self.education.get(soc))
            .chain(scales.map(|scale| training.and_then(|scales| scales[scale].as_ref())))
            .map(preparation::most_given);
        let importances = self.certification.get(soc).cloned();
        let cells: Vec<Json> = answers.chain(importances.unwrap_or_default()).collect();
        match cells.iter().all(|cell| *cell == Json::Null) {
            true => Json::Null,
            false => Json::List(cells),
        }
    }
}
