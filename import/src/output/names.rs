//! `names.json`: the lists that other tables point into.

use crate::exposure;
use crate::json::{Json, lists};
use crate::onet::Onet;
use crate::projections;

/// The text of the file: an object with one list a line.
pub fn file(onet: &Onet) -> String {
    let [experience, on_site, on_the_job] = &onet.labels.training;
    lists(&[
        ("entry_education", Json::list(projections::ENTRY_EDUCATION)),
        ("experience", Json::list(projections::EXPERIENCE)),
        ("training", Json::list(projections::TRAINING)),
        (
            "required_education",
            Json::list(&onet.labels.required_education),
        ),
        ("required_experience", Json::list(experience)),
        ("on_site_training", Json::list(on_site)),
        ("on_the_job_training", Json::list(on_the_job)),
        ("skills", Json::list(&onet.skill_names)),
        ("ai_exposure", Json::list(exposure::CATEGORIES)),
    ])
}
