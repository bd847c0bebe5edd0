//! Lists side by side: what is on more than one of them, and what is on one alone.

use super::{Detailed, rated_as};
use crate::model::{Details, Program, Technology};

/// The lists of the compared roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InCommon {
    /// What is on at least two lists; none where there are no two.
    pub shared: Option<Vec<ListItem>>,
    /// The rest of each role's list.
    pub alone: Vec<OwnList>,
}

/// The list of one role, without what is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnList {
    /// The role has no list.
    None,
    /// The role has the very list of another one, by its title: one of them stands in for the other.
    SameAs(String),
    /// What is on no other list, in the order of the source.
    Items(Vec<ListItem>),
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
    let rank = match (tool.in_demand, tool.hot) {
        (true, _) => 0,
        (false, true) => 1,
        _ => 2,
    };
    // The kind of a tool that is named by nothing else is not said twice.
    let category = (tool.category != tool.name).then_some(tool.category.as_str());
    let remarks: Vec<&str> = category.into_iter().chain(tool.mark()).collect();
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
    let own = roles.iter().enumerate().map(|(place, role)| {
        let same = |other: &&Detailed| rated_as(&other.column) == rated_as(&role.column);
        match (list_of(&role.details), roles[..place].iter().find(same)) {
            (items, _) if items.is_empty() => OwnList::None,
            (_, Some(first)) => OwnList::SameAs(first.column.role.title.clone()),
            (items, None) => OwnList::Items(items),
        }
    });
    let mut alone: Vec<OwnList> = own.collect();
    let lists = alone.iter().filter_map(|list| match list {
        OwnList::Items(items) => Some(items),
        OwnList::None | OwnList::SameAs(_) => None,
    });
    let lists: Vec<&Vec<ListItem>> = lists.collect();
    let has_several = lists.len() > 1;
    let mut shared: Vec<ListItem> = Vec::new();
    for item in lists.iter().copied().flatten() {
        let has = |list: &&&Vec<ListItem>| list.iter().any(|other| other.key == item.key);
        if lists.iter().filter(has).count() < 2 {
            continue;
        }
        match shared.iter_mut().find(|other| other.key == item.key) {
            // A tool of several roles has the mark that it has for each of them.
            Some(known) if item.rank > known.rank => *known = item.clone(),
            Some(_) => {}
            None => shared.push(item.clone()),
        }
    }
    shared.sort_by_key(|item| item.rank);
    for list in &mut alone {
        if let OwnList::Items(items) = list {
            items.retain(|item| shared.iter().all(|other| other.key != item.key));
        }
    }
    InCommon {
        shared: has_several.then_some(shared),
        alone,
    }
}
