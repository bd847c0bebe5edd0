use serde::{Deserialize, Serialize};

use super::SourceId;

/// Where figures come from; described once, referred to by id.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// The id figures use.
    pub id: SourceId,
    /// Who publishes it.
    pub publisher: String,
    /// The table, page or survey.
    pub table: String,
    /// How its figures are called beside a role or under a table: "Zippia's estimate".
    pub short: String,
    /// The release, or in words that there is none.
    pub release: String,
    /// The period the figures speak of, or in words that it is not known.
    pub period: String,
    /// The license, or in words that none is stated.
    #[serde(rename = "licence")]
    pub license: String,
    /// The publisher's own page; absent for what Crossroads wrote itself.
    pub link: Option<String>,
    /// What a reader should know before trusting it.
    pub note: String,
    /// The line its license asks for wherever it is used.
    pub credit: Option<String>,
}
