use serde::Deserialize;

use super::cell::plain_text;
use super::{DataError, RoleId, SourceId, Words};

/// The form of the shards that this version reads.
const LAYOUT: u32 = 1;

/// The long parts of a role, which are fetched when they are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
    /// What people in the role do, where somebody has written about it.
    pub words: Option<Words>,
    /// Tools and technology, those in demand first.
    pub technology: Vec<Technology>,
}

/// A tool that people in a role use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Technology {
    /// Its name: "Microsoft Excel".
    pub name: String,
    /// What kind of tool it is: "Spreadsheet software".
    pub category: String,
    /// Whether employers often ask for it across all roles.
    pub hot: bool,
    /// Whether employers often ask for it in this role.
    pub in_demand: bool,
}

#[derive(Deserialize)]
struct Shard {
    layout: u32,
    id: RoleId,
    words: Option<Sentences>,
    technology: Option<Vec<(String, String, u8, u8)>>,
}

#[derive(Deserialize)]
struct Sentences {
    description: String,
    duties: Vec<String>,
}

impl Details {
    /// Who wrote the words.
    pub const WORDS_SOURCE: &'static str = "crossroads";
    /// The source of the tools and technology.
    pub const TECHNOLOGY_SOURCE: &'static str = "onet-technology-30-0";

    /// Reads the shard of a role (`data/occupation/<id>.json`).
    ///
    /// A shard that is cut off, of another role or of another layout is an error that says so.
    pub fn parse(role: &RoleId, json: &str) -> Result<Self, DataError> {
        let error = |expected: String, found: String| {
            DataError::new(role.0.clone(), "its details", expected, found)
        };
        let shard: Shard = serde_json::from_str(json).map_err(|problem| {
            // What is cut off, newer or something else altogether.
            error(
                format!("a whole file in layout {LAYOUT}"),
                problem.to_string(),
            )
        })?;
        if shard.layout != LAYOUT {
            let expected = format!("layout {LAYOUT}");
            return Err(error(expected, shard.layout.to_string()));
        }
        if shard.id != *role {
            return Err(error(format!("the role {}", role.0), shard.id.0));
        }
        let words = shard.words.map(
            |Sentences {
                 description,
                 duties,
             }| Words {
                source: SourceId(Self::WORDS_SOURCE.to_owned()),
                description,
                duties,
            },
        );
        if let Some(words) = &words {
            for text in [&words.description].into_iter().chain(&words.duties) {
                plain_text(text).map_err(|found| error("plain text".to_owned(), found))?;
            }
        }
        let technology = shard.technology.unwrap_or_default().into_iter();
        let technology = technology.map(|(name, category, hot, in_demand)| Technology {
            name,
            category,
            hot: hot == 1,
            in_demand: in_demand == 1,
        });
        Ok(Self {
            words,
            technology: technology.collect(),
        })
    }
}
