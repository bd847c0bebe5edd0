use leptos::prelude::*;

use super::profile_part::{ProfilePart, Profiles, Told};
use crate::compare::{self, Detailed};
use crate::model::Details;
use crate::ui::{Listed, ListsCompared};

const TOLD: Told = Told {
    title: "Tools and technology",
    what: "the tools of",
    ask: "About these tools",
    meaning: "Tools and technology that people in the role use.",
    sources: &[(
        Details::TECHNOLOGY_SOURCE,
        "Crossroads shows those in demand first and tells which are on more than one list.",
    )],
};

const LISTED: Listed = Listed {
    plural: "tools",
    none_shared: "None of the listed tools is on more than one of these lists.",
    none: "O*NET lists no tools for this role.",
    none_alone: "No tool that is not on another list.",
};

/// Tools and technology of the compared roles, fetched when somebody asks for them.
#[component]
pub fn ToolsPart(
    /// What it is made from.
    profiles: Profiles,
) -> impl IntoView {
    let body = Callback::new(|roles: Vec<Detailed>| {
        let lists = compare::technology(&roles);
        let columns = compare::columns_of(roles);
        view! { <ListsCompared lists columns listed=LISTED /> }.into_any()
    });
    view! { <ProfilePart profiles told=TOLD body /> }.into_any()
}
