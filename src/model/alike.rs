use serde::Deserialize;

use super::error::{Expected, Refusal};
use super::{DataError, Dataset, RoleId, shard};

/// The form of the shards that this version reads.
const LAYOUT: u32 = 1;

/// How alike two roles are. Each number is a share of all pairs of rated roles, in thousandths: so many are less alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// In skills and knowledge together.
    pub overall: u16,
    /// In the skills that they need.
    pub skills: u16,
    /// In what one has to know.
    pub knowledge: u16,
}

/// How alike a role is to each other one that is rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// In the order of the codes; never the role itself.
    others: Vec<(RoleId, Likeness)>,
}

#[derive(Deserialize)]
struct Shard {
    layout: u32,
    id: RoleId,
    overall: Vec<Option<u16>>,
    skills: Vec<Option<u16>>,
    knowledge: Vec<Option<u16>>,
}

impl Alike {
    /// Where the ratings come from that it is made of.
    pub const SKILLS_SOURCE: &'static str = "onet-skills-30-2";
    /// Where the ratings of knowledge come from.
    pub const KNOWLEDGE_SOURCE: &'static str = "onet-knowledge-30-2";

    /// Reads the shard of a role (`data/alike/<id>.json`), which speaks of the official occupations in the order of their
    /// codes.
    ///
    /// A shard that is cut off, of another role, of another layout or for other occupations is an error that says so.
    pub fn parse(role: &RoleId, json: &str, dataset: &Dataset) -> Result<Self, DataError> {
        let error = |refusal: Refusal| refusal.at(role.0.clone(), "how alike others are");
        let shard = shard::whole(json, LAYOUT, |shard: &Shard| shard.layout).map_err(error)?;
        if shard.id != *role {
            return Err(error(Refusal::new(
                Expected::Id("role", role.0.clone()),
                shard.id.0,
            )));
        }
        let ids: Vec<RoleId> = dataset.official_ids().collect();
        let rows = [&shard.overall, &shard.skills, &shard.knowledge];
        if let Some(row) = rows.iter().find(|row| row.len() != ids.len()) {
            let expected = Expected::Exactly(ids.len(), "occupations");
            return Err(error(Refusal::new(expected, row.len().to_string())));
        }
        if let Some(share) = rows.into_iter().flatten().flatten().find(|s| **s > 999) {
            return Err(error(Refusal::new("at most 999", share.to_string())));
        }
        let shares = shard
            .overall
            .into_iter()
            .zip(shard.skills)
            .zip(shard.knowledge);
        let others =
            ids.into_iter()
                .zip(shares)
                .filter_map(|(id, ((overall, skills), knowledge))| {
                    let likeness = Likeness {
                        overall: overall?,
                        skills: skills?,
                        knowledge: knowledge?,
                    };
                    (id != *role).then_some((id, likeness))
                });
        let others: Vec<(RoleId, Likeness)> = others.collect();
        Ok(Self { others })
    }

    /// Every other role that is rated, in the order of the codes.
    pub fn others(&self) -> &[(RoleId, Likeness)] {
        &self.others
    }

    /// How alike the role is to another one; none where that is not rated, or the role itself.
    pub fn with(&self, other: &RoleId) -> Option<Likeness> {
        let found = self.others.binary_search_by(|(id, _)| id.cmp(other));
        found
            .ok()
            .and_then(|place| self.others.get(place))
            .map(|(_, likeness)| *likeness)
    }
}
