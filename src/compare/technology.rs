use super::Column;
use crate::model::{Details, Technology};

/// The tools of the compared roles: what more than one uses, and what each uses alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TechnologyCompared {
    /// Tools of at least two roles, those most in demand first.
    pub shared: Vec<Technology>,
    /// The tools of each column that no other compared role uses, in the order of the source.
    pub alone: Vec<Vec<Technology>>,
}

/// Sets the tools of the columns side by side; `details` are the columns', in the same order.
pub fn technology(columns: &[Column], details: &[Option<Details>]) -> TechnologyCompared {
    let lists: Vec<&[Technology]> = columns
        .iter()
        .enumerate()
        .map(|(place, _)| match details.get(place) {
            Some(Some(details)) => details.technology.as_slice(),
            _ => &[],
        })
        .collect();
    let users = |name: &str| {
        let uses = |list: &&&[Technology]| list.iter().any(|tool| tool.name == name);
        lists.iter().filter(uses).count()
    };
    let mut shared: Vec<Technology> = Vec::new();
    for tool in lists.iter().copied().flatten() {
        match shared.iter_mut().find(|other| other.name == tool.name) {
            // In demand for one of the roles is in demand here.
            Some(known) => known.in_demand |= tool.in_demand,
            None if users(&tool.name) > 1 => shared.push(tool.clone()),
            None => {}
        }
    }
    shared.sort_by_key(|tool| (!tool.in_demand, !tool.hot));
    let alone = lists.iter().map(|list| {
        let own = list.iter().filter(|tool| users(&tool.name) == 1);
        own.cloned().collect()
    });
    TechnologyCompared {
        alone: alone.collect(),
        shared,
    }
}
