use leptos::prelude::*;

use super::profile_part::{ProfilePart, Profiles, Told};
use crate::compare::{self, Detailed};
use crate::model::{Dataset, Profile, Section};
use crate::ui::{PageSection, RatedTable, text};

const INTERESTS: Told = Told {
    title: "Interests, values and styles",
    what: "the interests and values of",
    ask: "About these ratings",
    meaning: "What kind of interests the work suits (Holland’s six, RIASEC), what people value that it gives, and which \
              ways of working it asks for. They describe the work, not who does it.",
    sources: &[
        (
            Profile::INTERESTS_SOURCE,
            "Shown as published; the words beside each interest are by Crossroads.",
        ),
        (
            Profile::VALUES_SOURCE,
            "Shown as published; the words beside each value are by Crossroads.",
        ),
        (
            Profile::STYLES_SOURCE,
            "Shown as published, those first that count most for one of the compared roles.",
        ),
    ],
};

/// What was done to every measure of exposure.
const BANDS: &str = "Crossroads puts the occupations that have the measure in order and tells in which fifth of them the \
                     role is. Those with the same score share all fifths that they lie in.";

/// What was done to the category.
const CATEGORY: &str = "Shown as published.";

const AI: Told = Told {
    title: "Exposure to AI",
    what: "the exposure to AI of",
    ask: "About these measures",
    meaning: "How far AI can do or help with what people in the role do: as the Bureau of Labor Statistics (BLS) ranks it, \
              and by four groups of researchers. It says nothing about whether jobs will be lost or made.",
    sources: &[
        (Profile::CATEGORY_SOURCE, CATEGORY),
        (Profile::EXPOSURE_SOURCES[0], BANDS),
        (Profile::EXPOSURE_SOURCES[1], BANDS),
        (Profile::EXPOSURE_SOURCES[2], BANDS),
        (Profile::EXPOSURE_SOURCES[3], BANDS),
    ],
};

const HOME: Told = Told {
    title: "Can it be done from home?",
    what: "what can be done from home of",
    ask: "About working from home",
    meaning: "Whether the work can be done from home, as two researchers concluded from what O*NET said of it before \
              2020. It does not say how many people do work from home.",
    sources: &[(
        Profile::FROM_HOME_SOURCE,
        "1 is shown as can, 0 as cannot, and what lies between as a percentage.",
    )],
};

/// What kind of work the compared roles are; each part is fetched when somebody asks for it.
#[component]
pub fn KindOfWork(
    /// What it is made from.
    profiles: Profiles,
) -> impl IntoView {
    view! {
        <PageSection section=Section::KindOfWork>
            <ProfilePart profiles told=INTERESTS body=Callback::new(interests) />
            <ProfilePart profiles told=HOME body=Callback::new(from_home) />
            <ProfilePart
                profiles
                told=AI
                body=Callback::new(move |roles| exposure(profiles.dataset, roles))
            />
        </PageSection>
    }
    .into_any()
}

fn interests(roles: Vec<Detailed>) -> AnyView {
    let main = compare::main_interests(&roles);
    let main = main
        .into_iter()
        .map(|words| view! { <li>{text(words)}</li> })
        .collect_view();
    let (interests, values, styles) = (
        compare::interests(&roles),
        compare::work_values(&roles),
        compare::work_styles(&roles),
    );
    let columns = compare::columns_of(roles);
    view! {
        <ul class="main-interests">{main}</ul>
        <RatedTable
            title="Interests"
            release="O*NET 30.2, from 1 to 7"
            rows=interests
            columns=columns.clone()
            none="O*NET publishes no interests for these roles."
        />
        <RatedTable
            title="Work values"
            release="O*NET 29.3, from 1 to 7"
            rows=values
            columns=columns.clone()
            none="O*NET publishes no work values for these roles."
        />
        <details class="as-table">
            <summary>"Show work styles"</summary>
            <RatedTable
                title="Work styles"
                release="O*NET 29.3, importance from 1 to 5"
                rows=styles
                columns
                none="O*NET publishes no work styles for these roles."
            />
        </details>
    }
    .into_any()
}

fn exposure(dataset: &'static Dataset, roles: Vec<Detailed>) -> AnyView {
    let lines = |sentences: Vec<String>| {
        let lines = sentences.into_iter();
        lines
            .map(|words| view! { <li>{text(words)}</li> })
            .collect_view()
    };
    let categories = lines(compare::categories(dataset, &roles));
    let agreement = lines(compare::agreement(&roles));
    let rows = compare::exposure(&roles);
    let columns = compare::columns_of(roles);
    view! {
        <ul class="categories">{categories}</ul>
        <p>{compare::NO_FORECAST}</p>
        <p class="definition">{compare::CATEGORY_METHOD}</p>
        <details class="as-table">
            <summary>"Four research measures"</summary>
            <p class="definition">
                "Four groups of researchers measured, each in its own way, how far AI can do or help with the work. Each bar \
                 shows in which fifth of all occupations a role is by one measure, from low on the left to high on the right. \
                 A longer bar means that others with the same score are in several fifths."
            </p>
            <ul class="agreement">{agreement}</ul>
            <RatedTable
                title="Four measures"
                rows
                columns
                none="None of the measures covers these roles."
            />
        </details>
    }
    .into_any()
}

fn from_home(roles: Vec<Detailed>) -> AnyView {
    let rows = compare::from_home(&roles).into_iter().collect();
    let columns = compare::columns_of(roles);
    view! {
        <p class="definition">
            "Concluded from what the work was like before 2020; not how many people do work from home."
        </p>
        <RatedTable
            title="From home"
            rows
            columns
            none="Dingel and Neiman publish nothing for these roles."
        />
    }
    .into_any()
}
