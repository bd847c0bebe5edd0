use leptos::html::Div;
use leptos::prelude::*;

use super::chart_picture::MarkActions;
use super::{ChartPicture, InPageLink, RoleName, event, text};
use crate::charts::{ChartError, Drawing, StateTile, TileMap, TileScale};
use crate::compare::{Column, StateMeasure};
use crate::model::AreaCode;

/// What can be done with a state.
#[derive(Clone, Copy)]
pub struct StateActions {
    /// The address of the comparison in it.
    pub href_of: Callback<AreaCode, String>,
    /// Called when it is chosen.
    pub choose: Callback<AreaCode>,
}

/// What the maps can show, by the values of the choice.
const MEASURES: [(&str, &str, StateMeasure); 3] = [
    ("pay", "Middle pay (median)", StateMeasure::Median),
    ("jobs", "Jobs in every 1,000", StateMeasure::PerThousand),
    (
        "share",
        "Share compared with the nation’s",
        StateMeasure::Quotient,
    ),
];

/// The choice of what the maps show.
#[component]
pub fn MeasureChoice(
    /// What they show now.
    measure: Signal<StateMeasure>,
    /// Called with another one.
    on_measure: Callback<StateMeasure>,
) -> impl IntoView {
    let options = MEASURES.map(|(key, words, of)| {
        view! {
            <option value=key selected=move || measure.get() == of>
                {words}
            </option>
        }
    });
    let changed = move |event| {
        let key = event::value(&event);
        let chosen = MEASURES
            .iter()
            .find(|(other, ..)| key.as_deref() == Some(*other));
        if let Some((.., of)) = chosen {
            on_measure.run(*of);
        }
    };
    view! {
        <label class="field map-measure">
            <span>"The states by"</span>
            <select on:change=changed>{options.collect_view()}</select>
        </label>
    }
    .into_any()
}

/// The key to a scale of maps, drawn for the width there is.
#[component]
pub fn TileKey(
    /// The scale.
    scale: TileScale,
    /// The width there is, in px.
    width: Signal<u32>,
    /// Where that width is measured.
    frame: NodeRef<Div>,
) -> impl IntoView {
    let (title, made) = (scale.title, scale.made.clone());
    view! {
        <div class="tile-key">
            <p>
                <strong>{text(title)}</strong>
            </p>
            <p class="definition">{text(made)}</p>
            <div class="frame" node_ref=frame>
                {move || match scale.draw(width.get()) {
                    Ok(drawing) => view! { <div inner_html=drawing.svg></div> }.into_any(),
                    Err(error) => no_picture(&error),
                }}
            </div>
        </div>
    }
    .into_any()
}

/// The states of one role as a map of tiles, with its table. A state that is chosen becomes the place of the
/// comparison.
#[component]
pub fn TileMapFigure(
    /// The map.
    map: TileMap,
    /// The role.
    column: Column,
    /// The width there is for the picture, in px.
    width: Signal<u32>,
    /// Where that width is measured.
    frame: NodeRef<Div>,
    /// What can be done with a state.
    actions: StateActions,
) -> impl IntoView {
    let (title, takeaway) = (map.title.clone(), map.takeaway.clone());
    let whose = column.role.title.clone();
    let called = format!("{whose}: {title}");
    let table = table(&called, &map.tiles, actions);
    let map = StoredValue::new(map);
    let looked = RwSignal::new(None::<usize>);
    let code_of = move |number: usize| {
        map.with_value(|map| map.tiles.get(number).map(|tile| tile.code.clone()))
    };
    let on_mark = MarkActions {
        look: Callback::new(move |number| looked.set(Some(number))),
        choose: Callback::new(move |number| {
            if let Some(code) = code_of(number) {
                actions.choose.run(code);
            }
        }),
    };
    let picture = move || {
        let drawing: Result<Drawing, ChartError> =
            map.with_value(|map| map.draw(&whose, width.get()));
        match drawing {
            Ok(drawing) => {
                view! { <ChartPicture drawing title=called.clone() actions=on_mark /> }.into_any()
            }
            Err(error) => no_picture(&error),
        }
    };
    let chosen = move || {
        let tile = looked
            .get()
            .and_then(|number| map.with_value(|map| map.tiles.get(number).cloned()));
        match tile {
            Some(tile) => {
                let words = format!("Compare in {}", tile.name);
                view! {
                    <StateLink code=tile.code words actions />
                    <span>{text(format!(" {}", tile.text))}</span>
                }
                .into_any()
            }
            None => {
                view! { <span>"Point to a state, or tap it, to see it by name."</span> }.into_any()
            }
        }
    };
    view! {
        <figure class="chart-figure tile-map">
            <figcaption>
                <RoleName column />
                <span class="chart-key">{text(takeaway)}</span>
            </figcaption>
            <div class="frame" node_ref=frame>
                {picture}
            </div>
            <p class="definition tile-chosen">{chosen}</p>
            {table}
        </figure>
    }
    .into_any()
}

fn no_picture(error: &ChartError) -> AnyView {
    view! { <p class="failure">{text(format!("No map: {error}."))}</p> }.into_any()
}

/// The figures of a map, by state.
fn table(called: &str, tiles: &[StateTile], actions: StateActions) -> AnyView {
    let mut tiles = tiles.to_vec();
    tiles.sort_by(|a, b| a.name.cmp(&b.name));
    let rows = tiles.into_iter().map(|tile| {
        view! {
            <tr>
                <th scope="row">
                    <StateLink code=tile.code words=tile.name actions />
                </th>
                <td>{text(tile.text)}</td>
            </tr>
        }
    });
    view! {
        <details class="as-table">
            <summary>
                "Show as table" <span class="visually-hidden">{text(format!(": {called}"))}</span>
            </summary>
            <table class="chart-table">
                <caption class="visually-hidden">{text(called.to_owned())}</caption>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

#[component]
fn StateLink(code: AreaCode, words: String, actions: StateActions) -> impl IntoView {
    let of_href = code.clone();
    let href = Signal::derive(move || actions.href_of.run(of_href.clone()));
    let on_follow = Callback::new(move |()| actions.choose.run(code.clone()));
    view! {
        <InPageLink href on_follow>
            {text(words)}
        </InPageLink>
    }
    .into_any()
}
