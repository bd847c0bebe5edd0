//! What can be done with a role of a list.

use super::{Entry, MAX_COMPARED, Selection, link};
use crate::model::{Dataset, RoleId};

/// What the tray says to a role of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The role.
    pub role: RoleId,
    /// Whether it is compared.
    pub compared: bool,
    /// How it stands in the tray, in words; none where it does not.
    pub standing: Option<&'static str>,
    /// Whether there is room to do anything about that.
    pub can_change: bool,
    /// The query string of the comparison with it.
    pub query: String,
}

/// What the tray says to each of these roles.
pub fn choices<'a>(
    dataset: &Dataset,
    selection: &Selection,
    roles: impl IntoIterator<Item = &'a RoleId>,
) -> Vec<Choice> {
    let full = !selection.has_room();
    let room_to_compare = selection.has_room_to_compare();
    let choice = |role: &RoleId| {
        let entry = selection.tray().iter().find(|entry| entry.role == *role);
        let (standing, can_change) = match entry {
            Some(Entry { on: true, .. }) => (Some("in your list"), true),
            Some(Entry { on: false, .. }) => (Some("in your list, switched off"), room_to_compare),
            None if full => (Some("your list is full"), false),
            None => (None, true),
        };
        // Where there is no room for it, it can still be opened alone.
        let alone = || {
            let role = role.clone();
            Selection::of([Entry { role, on: true }])
        };
        let with = selection.with_added(role);
        let with = if with.holds(role) { with } else { alone() };
        Choice {
            role: role.clone(),
            compared: entry.is_some_and(|entry| entry.on),
            standing,
            can_change,
            query: link::query(&with, dataset),
        }
    };
    roles.into_iter().map(choice).collect()
}

/// How many roles are compared and how many wait, and the limit before it is reached.
pub fn tray_line(selection: &Selection) -> String {
    let compared = selection.compared().count();
    let waiting = selection.tray().len() - compared;
    let compared_words = match compared {
        0 => "No role is compared".to_owned(),
        1 => format!("1 role of at most {MAX_COMPARED} is compared"),
        MAX_COMPARED => format!("{MAX_COMPARED} roles are compared, which is as many as fit"),
        more => format!("{more} roles of at most {MAX_COMPARED} are compared"),
    };
    match waiting {
        0 => format!("{compared_words}."),
        1 => format!("{compared_words}; 1 waits in your list, switched off."),
        more => format!("{compared_words}; {more} wait in your list, switched off."),
    }
}
