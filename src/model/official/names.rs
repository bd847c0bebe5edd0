use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::model::DataError;
use crate::model::error::{Expected, Refusal};

/// Names that rows refer to by their place in a list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NameLists {
    /// The education that people usually need to enter an occupation, from the least to the most.
    pub entry_education: Vec<String>,
    /// The experience in a related occupation, from none up.
    pub experience: Vec<String>,
    /// The training on the job, from none up.
    pub training: Vec<String>,
    /// The levels of education that jobs ask for.
    pub required_education: Vec<String>,
    /// The experience in related jobs that jobs ask for.
    pub required_experience: Vec<String>,
    /// The organized training at the workplace that jobs ask for.
    pub on_site_training: Vec<String>,
    /// The training during the work that jobs ask for.
    pub on_the_job_training: Vec<String>,
    /// The skills of O*NET.
    pub skills: Vec<String>,
    /// The categories of exposure to AI, from the lowest.
    pub ai_exposure: Vec<String>,
}

/// The names of the best-paying places, by the kind of place.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceNames {
    /// States, the District of Columbia and territories.
    pub states: Vec<String>,
    /// Metropolitan areas.
    pub metros: Vec<String>,
    /// Industries.
    pub industries: Vec<String>,
}

/// Reads the lists of a file.
pub(super) fn lists<T: DeserializeOwned>(file: &str, json: &str) -> Result<T, DataError> {
    serde_json::from_str(json).map_err(|error| {
        DataError::new(
            file,
            format!("line {}, column {}", error.line(), error.column()),
            "the lists of data/README.md",
            error.to_string(),
        )
    })
}

/// The name at a place of a list.
pub(super) fn name_at(list: &[String], place: &serde_json::Value) -> Result<String, Refusal> {
    let found = place.as_u64().and_then(|place| list.get(place as usize));
    found
        .cloned()
        .ok_or_else(|| Refusal::new(Expected::PlaceIn(list.len()), place.to_string()))
}
