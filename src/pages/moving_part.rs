use leptos::prelude::*;

use super::profile_part::{ProfilePart, Profiles, Told};
use crate::compare::{self, Detailed};
use crate::model::{Details, Profile, RoleId};
use crate::ui::{MoveChoice, MoveLists, Rated, text};

/// What was done to the ratings.
const DONE: &str = "Crossroads says that a role needs what is rated at 3 of 5 (“important”) or more, and that two ratings \
                    differ from half a point on. Where both roles need a skill, its level decides; where the level of \
                    one is marked as not relevant or as too imprecise to use, its importance does.";

const TOLD: Told = Told {
    title: "What changing from one to the other takes",
    what: "the skills and knowledge of",
    ask: "About these ratings",
    meaning: "What both roles need, what the second needs more of and what would be left behind, by ratings of each role \
              as it is usually done. It is not a test of anybody.",
    sources: &[
        (Profile::SKILLS_SOURCE, DONE),
        (Profile::KNOWLEDGE_SOURCE, DONE),
        (
            Details::TECHNOLOGY_SOURCE,
            "Crossroads counts which tools are on both lists and names new ones that are in demand.",
        ),
    ],
};

const SKILLS: Rated = Rated {
    title: "Skills",
    release: "O*NET 30.2",
    one: "skill",
    several: "skills",
    key: "Needed is what O*NET rates as important: 3 or more on its scale from 1 to 5. Where both need a skill, the level \
          decides, from 0 to 7. Only half a point or more counts as a difference.",
};

const KNOWLEDGE: Rated = Rated {
    title: "Knowledge",
    release: "O*NET 30.2",
    one: "area of knowledge",
    several: "areas of knowledge",
    key: "By importance alone, from 1 to 5, in the same way. This table has no levels and does not mark imprecise ratings.",
};

/// What it takes to change from one compared role to another, fetched when somebody asks for it.
#[component]
pub fn MovingPart(
    /// What it is made from.
    profiles: Profiles,
) -> impl IntoView {
    let columns = profiles.columns;
    let chosen = RwSignal::new(None::<(RoleId, RoleId)>);
    // The two that were chosen while both are compared, else the first two.
    let pair = Memo::new(move |_| {
        columns.with(|columns| {
            let is_here = |id: &RoleId| columns.iter().any(|column| column.role.id == *id);
            let chosen = chosen.get();
            let chosen = chosen.filter(|(from, to)| is_here(from) && is_here(to));
            let mut ids = columns.iter().map(|column| column.role.id.clone());
            chosen.or_else(|| Some((ids.next()?, ids.next()?)))
        })
    });
    let on_choose = Callback::new(move |pair: (RoleId, RoleId)| chosen.set(Some(pair)));
    let body = Callback::new(move |roles: Vec<Detailed>| {
        let compared = columns.get_untracked();
        let moving = Memo::new_with_compare(
            move |_| {
                let (from, to) = pair.get()?;
                let find = |id: &RoleId| roles.iter().find(|role| role.column.role.id == *id);
                let (from, to) = (find(&from)?, find(&to)?);
                let ends = (from.column.clone(), to.column.clone());
                Some((ends, compare::moving(from, to)))
            },
            |_, _| true,
        );
        let summary = move || {
            text(moving.with(|moving| match moving {
                Some((_, Ok(moving))) => moving.summary.clone(),
                Some((_, Err(error))) => error.to_string(),
                None => String::new(),
            }))
        };
        let lists = move || {
            let ((from, to), moving) = moving.get()?;
            let moving = moving.ok()?;
            let tools = moving
                .tools
                .map(|words| view! { <p class="move-tools">{text(words)}</p> });
            Some(view! {
                {tools}
                <MoveLists lists=moving.skills rated=SKILLS from=from.clone() to=to.clone() />
                <MoveLists lists=moving.knowledge rated=KNOWLEDGE from to />
            })
        };
        view! {
            <MoveChoice columns=compared pair on_choose />
            <p class="move-summary" aria-live="polite">
                {summary}
            </p>
            {lists}
        }
        .into_any()
    });
    view! { <ProfilePart profiles told=TOLD body /> }.into_any()
}
