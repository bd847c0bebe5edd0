use leptos::prelude::*;

use super::profile_part::{ProfilePart, Profiles, Told};
use crate::compare::{self, Detailed};
use crate::model::Profile;
use crate::ui::{Listed, ListsCompared};

const TOLD: Told = Told {
    title: "Related college programs",
    what: "the college programs of",
    ask: "About these programs",
    meaning: "College programs that prepare for the role by their definition. They are not the most common majors of \
              people in the role, and none of them need be required.",
    sources: &[(
        Profile::PROGRAMS_SOURCE,
        "Crossroads tells which programs are related to more than one role. Where BLS publishes occupations together, \
         the role has the programs of all of them.",
    )],
};

const LISTED: Listed = Listed {
    plural: "programs",
    none_shared: "None of the programs is related to more than one of these roles.",
    none: "The crosswalk relates no college program to this role.",
    none_alone: "No program that is not related to another of these roles.",
};

/// The college programs related to the compared roles, fetched when somebody asks for them.
#[component]
pub fn ProgramsPart(
    /// What it is made from.
    profiles: Profiles,
) -> impl IntoView {
    let body = Callback::new(|roles: Vec<Detailed>| {
        let lists = compare::programs(&roles);
        let columns = compare::columns_of(roles);
        view! {
            <p class="definition">
                "Related by definition, in the order of their codes (CIP); not what people in the role have studied."
            </p>
            <ListsCompared lists columns listed=LISTED />
        }
        .into_any()
    });
    view! { <ProfilePart profiles told=TOLD body /> }.into_any()
}
