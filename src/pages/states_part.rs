use leptos::prelude::*;

use super::details_part::Here;
use crate::charts::{TileMap, TileScale, tile_maps};
use crate::compare::{Column, StateMeasure, state_map};
use crate::model::Dataset;
use crate::state::measured_width;
use crate::ui::{MeasureChoice, StateActions, TileKey, TileMapFigure};

/// The width a map is drawn for before its place is known: a phone's.
const FIRST_WIDTH: u32 = 328;

/// The states of each compared role on a map of tiles, all on one scale.
#[component]
pub fn StatesPart(
    /// The compared roles and their details.
    here: Memo<Here>,
    /// The places there are.
    dataset: &'static Dataset,
    /// What can be done with a state.
    actions: StateActions,
) -> impl IntoView {
    let measure = RwSignal::new(StateMeasure::Median);
    let on_measure = Callback::new(move |other: StateMeasure| measure.set(other));
    let maps = Memo::new(move |_| {
        let measure = measure.get();
        here.with(|here| {
            let map = state_map(dataset.areas(), &here.columns, &here.details, measure);
            tile_maps(&map, measure)
        })
    });
    let drawn = move || {
        let maps = maps.get();
        let columns = here.with_untracked(|here| here.columns.clone());
        let keys = maps.scales.into_iter().map(|scale| view! { <Key scale /> });
        let figures = maps.maps.into_iter().filter_map(|map| {
            let column = columns.get(map.column)?.clone();
            Some(view! { <Map map column actions /> })
        });
        view! {
            {keys.collect_view()}
            <div class="tile-maps">{figures.collect_view()}</div>
        }
    };
    view! {
        <section class="states" aria-label="The states on a map">
            <MeasureChoice measure=measure.into() on_measure />
            {drawn}
        </section>
    }
    .into_any()
}

#[component]
fn Key(scale: TileScale) -> impl IntoView {
    let (frame, width) = measured_width(FIRST_WIDTH);
    view! { <TileKey scale width frame /> }.into_any()
}

#[component]
fn Map(map: TileMap, column: Column, actions: StateActions) -> impl IntoView {
    let (frame, width) = measured_width(FIRST_WIDTH);
    view! { <TileMapFigure map column width frame actions /> }.into_any()
}
