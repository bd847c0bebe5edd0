//! Lists side by side: what is on more than one of them, and what is on one alone.

use super::Detailed;
use crate::model::{Details, Program, Technology};

/// The lists of the compared roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InCommon {
    /// What is on at least two lists.
    pub shared: Vec<ListItem>,
    /// What is on the list of one role alone, for each role, in the order of the source.
    pub alone: Vec<Vec<ListItem>>,
    /// Whether each role has a list at all.
    pub listed: Vec<bool>,
}

/// Something on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// Its name.
    pub name: String,
    /// What is said with it.
    pub remark: String,
    /// By which it is the same on another list, and once on each.
    key: String,
    /// By which it comes earlier among what is shared: the lowest first.
    rank: u8,
}

/// The tools and technology of the roles, those in demand first.
pub fn technology(roles: &[Detailed]) -> InCommon {
    in_common(roles, |details| {
        details.technology.iter().map(tool).collect()
    })
}

/// The college programs related to the roles.
pub fn programs(roles: &[Detailed]) -> InCommon {
    in_common(roles, |details| {
        details.profile.programs.iter().map(program).collect()
    })
}

fn tool(tool: &Technology) -> ListItem {
    let (rank, mark) = match (tool.in_demand, tool.hot) {
        (true, _) => (0, Some("in demand")),
        (false, true) => (1, Some("often asked for")),
        _ => (2, None),
    };
    // The kind of a tool that is named by nothing else is not said twice.
    let category = (tool.category != tool.name).then_some(tool.category.as_str());
    let remarks: Vec<&str> = category.into_iter().chain(mark).collect();
    ListItem {
        name: tool.name.clone(),
        remark: remarks.join("; "),
        key: tool.name.clone(),
        rank,
    }
}

fn program(program: &Program) -> ListItem {
    ListItem {
        name: program.title.clone(),
        remark: format!("CIP {}", program.code),
        key: program.code.clone(),
        rank: 0,
    }
}

fn in_common(roles: &[Detailed], list_of: fn(&Details) -> Vec<ListItem>) -> InCommon {
    let lists = roles.iter().map(|role| list_of(&role.details));
    let lists: Vec<Vec<ListItem>> = lists.collect();
    let is_shared = |item: &ListItem| {
        let has = |list: &&Vec<ListItem>| list.iter().any(|other| other.key == item.key);
        lists.iter().filter(has).count() > 1
    };
    let mut shared: Vec<ListItem> = Vec::new();
    for item in lists.iter().flatten().filter(|item| is_shared(item)) {
        match shared.iter_mut().find(|other| other.key == item.key) {
            // In demand for one of the roles is in demand here.
            Some(known) if item.rank < known.rank => *known = item.clone(),
            Some(_) => {}
            None => shared.push(item.clone()),
        }
    }
    shared.sort_by_key(|item| item.rank);
    let alone = lists.iter().map(|list| {
        let own = list.iter().filter(|item| !is_shared(item));
        own.cloned().collect()
    });
    InCommon {
        alone: alone.collect(),
        listed: lists.iter().map(|list| !list.is_empty()).collect(),
        shared,
    }
}
