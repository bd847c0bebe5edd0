use leptos::prelude::*;

use super::role_name::Swatch;
use super::{ScaleBar, text};
use crate::compare::{Column, Move, RatedPair, rating_in_words, reach};
use crate::model::Rating;

/// How what is rated is called.
#[derive(Clone, Copy)]
pub struct Rated {
    /// As a heading: "Skills".
    pub title: &'static str,
    /// The release of the ratings.
    pub release: &'static str,
    /// One of them: "skill".
    pub one: &'static str,
    /// Several of them: "skills".
    pub several: &'static str,
    /// How the ratings are to be read.
    pub key: &'static str,
}

/// What a change takes, list by list: what more is needed of, what both need, what is left behind.
#[component]
pub fn MoveLists(
    /// The lists.
    lists: Move,
    /// How what they hold is called.
    rated: Rated,
    /// The first role.
    from: Column,
    /// The second role.
    to: Column,
) -> impl IntoView {
    let colors = (from.color, to.color);
    let count = |count: usize| match count {
        1 => format!("1 {}", rated.one),
        _ => format!("{count} {}", rated.several),
    };
    let names = [from.role.title.clone(), to.role.title.clone()];
    let list = |steps: Vec<RatedPair>, before: &str, none: &str, open: bool| {
        if steps.is_empty() {
            let words = format!("No {} {none}.", rated.one);
            return view! { <p class="move-none">{text(words)}</p> }.into_any();
        }
        let words = format!("{before} {}", count(steps.len()));
        view! { <Steps steps words open one=rated.one names=names.clone() colors /> }.into_any()
    };
    let more = list(
        lists.more,
        "More is needed of",
        "of which more is needed",
        true,
    );
    let both = list(lists.both, "Both need", "that both need", false);
    let close = (!lists.close.is_empty()).then(|| {
        list(
            lists.close,
            "Too close to tell whether both need",
            "",
            false,
        )
    });
    let behind = list(
        lists.behind,
        "Left behind:",
        "that would be left behind",
        false,
    );
    let neither = (!lists.neither.is_empty()).then(|| {
        view! {
            <details class="as-table">
                <summary>{text(format!("Important to neither: {}", count(lists.neither.len())))}</summary>
                <p class="definition">{text(format!("{}.", lists.neither.join("; ")))}</p>
            </details>
        }
    });
    let unrated = (!lists.unrated.is_empty()).then(|| {
        let words = format!(
            "Not compared, because O*NET advises against using the rating of one of the two: {}.",
            lists.unrated.join("; ")
        );
        view! { <p class="definition">{text(words)}</p> }
    });
    view! {
        <section class="move-lists" aria-label=format!("{} of the change", rated.title)>
            <h4>
                {rated.title} " " <span class="qualifier">{rated.release}</span>
            </h4>
            <p class="definition">{rated.key}</p>
            {more}
            {both}
            {close}
            {behind}
            {neither}
            {unrated}
        </section>
    }
    .into_any()
}

#[component]
fn Steps(
    steps: Vec<RatedPair>,
    words: String,
    open: bool,
    one: &'static str,
    names: [String; 2],
    colors: (usize, usize),
) -> impl IntoView {
    let [from, to] = names;
    let caption = words.clone();
    let rows = steps.into_iter().map(|step| {
        let remark = step.remark;
        let remark = remark.map(|words| view! { <span class="definition">{text(words)}</span> });
        view! {
            <tr>
                <th scope="row"><span>{text(step.name)}</span> {remark}</th>
                <td>{rating(&step.from, colors.0)}</td>
                <td>{rating(&step.to, colors.1)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let head = |word: &'static str, role: String, color: usize| {
        view! {
            <th scope="col">
                <Swatch color />
                {word}
                <span class="visually-hidden">{text(format!(" {role}"))}</span>
            </th>
        }
    };
    view! {
        <details class="as-table" open=open>
            <summary>{text(words)}</summary>
            <table class="move-table">
                <caption class="visually-hidden">{text(caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">
                            <span class="visually-hidden">{one}</span>
                        </th>
                        {head("From", from, colors.0)}
                        {head("To", to, colors.1)}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}

/// A rating with its bar.
fn rating(rating: &Rating, color: usize) -> AnyView {
    let (words, importance) = rating_in_words(rating);
    let importance = importance.map(|words| view! { <span class="qualifier">{text(words)}</span> });
    let bar = reach(rating);
    let bar = bar.map(|end| view! { <ScaleBar extent=(0.0, end) color /> });
    view! {
        <span>{text(words)}</span>
        " "
        {importance}
        {bar}
    }
    .into_any()
}
