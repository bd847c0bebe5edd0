use serde::Deserialize;
use serde_json::Value as Json;

use super::cell::plain_text;
use super::details_rows::{PayYear, RankedPlace, StateFigures, ranked, state, year};
use super::error::{Expected, Refusal};
use super::profile::ProfileCells;
use super::{DataError, Profile, RoleId, SourceId, Words, shard};

/// The form of the shards that this version reads.
const LAYOUT: u32 = 1;

/// The long lists of a role, which are fetched when they are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
    /// What people in the role do, where somebody has written about it.
    pub words: Option<Words>,
    /// Tools and technology, those in demand first.
    pub technology: Vec<Technology>,
    /// The states, metropolitan areas and industries where the median is highest, five each.
    pub best: [Ranked; 3],
    /// The states and metropolitan areas with the most jobs, five each.
    pub largest: [Ranked; 2],
    /// What is published of the role in each state.
    pub states: Vec<StateFigures>,
    /// Pay of past years, in the dollars of each year.
    pub history: Vec<PayYear>,
    /// Whether the past years are too few, or jump too far on too few jobs, for a line to be drawn through them.
    pub history_is_thin: bool,
    /// What kind of work it is.
    pub profile: Profile,
}

/// Places in an order, the first five of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranked {
    /// The first five.
    pub places: Vec<RankedPlace>,
    /// The positions among these of all that could be the first: no other place exceeds them by more than the survey's error.
    pub tied: Vec<usize>,
    /// How many more could be the first.
    pub tied_more: u32,
    /// How many others could not be put in order, because the source does not release what they are ordered by, or
    /// releases it as "at least".
    pub unranked: u32,
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

impl Technology {
    /// What tools are called together.
    pub const TITLE: &'static str = "Tools and technology";

    /// How much it is asked for, where its source marks it.
    pub fn mark(&self) -> Option<&'static str> {
        match (self.in_demand, self.hot) {
            (true, _) => Some("in demand"),
            (false, true) => Some("common in job ads of all kinds"),
            _ => None,
        }
    }
}

#[derive(Deserialize)]
struct Shard {
    layout: u32,
    id: RoleId,
    words: Option<Sentences>,
    technology: Option<Vec<(String, String, u8, u8)>>,
    best: Best,
    largest: Largest,
    states: Option<Vec<Json>>,
    history: Option<Vec<Json>>,
    history_thin: bool,
    skills: Json,
    knowledge: Json,
    work_styles: Json,
    interests: Json,
    work_values: Json,
    ai: Json,
    telework: Json,
    #[serde(rename = "programmes")]
    programs: Json,
}

#[derive(Deserialize)]
struct Best {
    states: Vec<Json>,
    metros: Vec<Json>,
    industries: Vec<Json>,
    tied: [Vec<usize>; 3],
    tied_more: [u32; 3],
    top_coded: [u32; 3],
}

#[derive(Deserialize)]
struct Largest {
    states: Vec<Json>,
    metros: Vec<Json>,
    tied: [Vec<usize>; 2],
    tied_more: [u32; 2],
    not_released: [u32; 2],
}

#[derive(Deserialize)]
struct Sentences {
    description: String,
    duties: Vec<String>,
}

impl Details {
    /// Who wrote the words.
    pub const WORDS_SOURCE: &'static str = "crossroads";
    /// The source of the pay of past years.
    pub const HISTORY_SOURCE: &'static str = "oews-2014-25";
    /// The source of the tools and technology.
    pub const TECHNOLOGY_SOURCE: &'static str = "onet-technology-30-0";

    /// Reads the shard of a role (`data/occupation/<id>.json`).
    ///
    /// A shard that is cut off, of another role or of another layout is an error that says so.
    pub fn parse(role: &RoleId, json: &str) -> Result<Self, DataError> {
        let at = |refusal: Refusal| refusal.at(role.0.clone(), "its details");
        let shard = shard::whole(json, LAYOUT, |shard: &Shard| shard.layout).map_err(at)?;
        if shard.id != *role {
            let expected = Expected::Id("role", role.0.clone());
            return Err(at(Refusal::new(expected, shard.id.0)));
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
                plain_text(text).map_err(at)?;
            }
        }
        let technology = shard.technology.unwrap_or_default().into_iter();
        let technology = technology.map(|(name, category, hot, in_demand)| Technology {
            name,
            category,
            hot: hot == 1,
            in_demand: in_demand == 1,
        });
        let Best {
            states,
            metros,
            industries,
            tied,
            tied_more,
            top_coded,
        } = shard.best;
        let best = orders([states, metros, industries], tied, tied_more, top_coded);
        let Largest {
            states,
            metros,
            tied,
            tied_more,
            not_released,
        } = shard.largest;
        let largest = orders([states, metros], tied, tied_more, not_released);
        let profile = ProfileCells {
            skills: &shard.skills,
            knowledge: &shard.knowledge,
            work_styles: &shard.work_styles,
            interests: &shard.interests,
            work_values: &shard.work_values,
            exposure: &shard.ai,
            from_home: &shard.telework,
            programs: &shard.programs,
        };
        Ok(Self {
            words,
            technology: technology.collect(),
            best: best.map_err(at)?,
            largest: largest.map_err(at)?,
            states: rows(shard.states.as_deref(), state).map_err(at)?,
            history: rows(shard.history.as_deref(), year).map_err(at)?,
            history_is_thin: shard.history_thin,
            profile: Profile::read(&profile).map_err(at)?,
        })
    }
}

/// The orders of several kinds of places.
fn orders<const KINDS: usize>(
    places: [Vec<Json>; KINDS],
    tied: [Vec<usize>; KINDS],
    tied_more: [u32; KINDS],
    unranked: [u32; KINDS],
) -> Result<[Ranked; KINDS], Refusal> {
    let mut orders: [Ranked; KINDS] = std::array::from_fn(|_| Ranked::default());
    let counts = tied_more.into_iter().zip(unranked);
    let kinds = places.iter().zip(tied).zip(counts);
    for (order, ((places, tied), (tied_more, unranked))) in orders.iter_mut().zip(kinds) {
        *order = Ranked {
            places: rows(Some(places), ranked)?,
            tied,
            tied_more,
            unranked,
        };
    }
    Ok(orders)
}

fn rows<T>(
    rows: Option<&[Json]>,
    read: impl Fn(&Json) -> Result<T, Refusal>,
) -> Result<Vec<T>, Refusal> {
    rows.into_iter().flatten().map(read).collect()
}
