use std::sync::Arc;

use leptos::prelude::*;

use crate::compare::search::PlaceIndex;
use crate::compare::{self, PlaceShown};
use crate::model::{Area, AreaCode, AreaKind, Dataset};
use crate::state::{Comparing, Fetched};
use crate::ui::{CostSwitch, ListOption, NotHere, PlaceActions, PlaceField, Unreadable};

/// A place for the whole comparison, and what its pay buys.
#[component]
pub fn PlacePart(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The places there are.
    dataset: &'static Dataset,
) -> impl IntoView {
    dataset.add_areas();
    let place = comparing.place();
    let area = Memo::new(move |_| place.with(|place| place.as_ref().map(|p| Arc::clone(&p.area))));
    let query = RwSignal::new(String::new());
    let opened = RwSignal::new(false);
    let index = Memo::new_with_compare(
        move |_| {
            opened
                .get()
                .then(|| Arc::new(PlaceIndex::new(dataset.areas())))
        },
        |_, _| true,
    );
    let hits = Memo::new(move |_| {
        index.with(|index| match index {
            Some(index) => query.with(|query| index.search(query)),
            None => Vec::new(),
        })
    });
    let found = Memo::new(move |_| {
        hits.with(|hits| hits.iter().map(|area| option(area)).collect::<Vec<_>>())
    });
    let at = move |number: usize| hits.with_untracked(|hits| hits.get(number).cloned());
    let actions = PlaceActions {
        open: Callback::new(move |()| opened.set(true)),
        choose: Callback::new(move |number: usize| {
            if let Some(area) = at(number) {
                comparing.choose_place(Some(&area.code));
            }
        }),
        intend: Callback::new(move |number: usize| {
            if let Some(area) = at(number) {
                comparing.prepare_place(&area.code);
            }
        }),
        leave: Callback::new(move |()| comparing.choose_place(None)),
    };
    let name = Memo::new(move |_| area.with(|area| name(area.as_deref())));
    let is_nation = Memo::new(move |_| area.with(Option::is_none));
    let adjusted = Memo::new(move |_| {
        place.with(|place| place.as_ref().is_some_and(|place| place.cost_adjusted))
    });
    let on_adjusted = Callback::new(move |adjusted: bool| {
        comparing.change(|selection| selection.with_cost_adjusted(adjusted));
    });
    let unreadable = move || {
        let is_read = index.with(Option::is_some);
        let error = is_read.then(|| dataset.areas_error()).flatten()?;
        Some(view! { <Unreadable error=error.clone() /> })
    };
    let costs = move || {
        area.get().map(|area| {
            let meaning = compare::cost_adjustment(&area);
            view! { <CostSwitch meaning adjusted on_adjusted /> }
        })
    };
    view! {
        <div class="place-part">
            <PlaceField name is_nation query found actions />
            <div class="place-state">{unreadable} {move || figures(comparing, place)}</div>
            {costs}
        </div>
    }
    .into_any()
}

/// What stands where the figures of the place are not here.
pub(super) fn figures(comparing: Comparing, place: Memo<Option<PlaceShown>>) -> Option<AnyView> {
    let area = place.get()?.area;
    let failure = match comparing.place_figures(&area.code)? {
        Fetched::Here(_) => return None,
        Fetched::Loading => None,
        Fetched::Failed(error) => Some(error.to_string()),
    };
    let what = format!("pay and jobs in {}", area.phrase);
    let code = area.code.clone();
    let on_retry = Callback::new(move |()| comparing.prepare_place(&code));
    Some(view! { <NotHere what failure on_retry /> }.into_any())
}

fn name(area: Option<&Area>) -> String {
    match area {
        Some(area) if area.code.0 != AreaCode::NATION => area.name.clone(),
        _ => "United States".to_owned(),
    }
}

fn option(area: &Area) -> ListOption {
    let remark = match area.kind {
        AreaKind::Nation => "the whole nation",
        AreaKind::State => "state or territory",
        AreaKind::Metro => "metropolitan area",
        // Its name says what it is.
        AreaKind::Nonmetro => "",
    };
    ListOption {
        title: name(Some(area)),
        remark: remark.to_owned(),
    }
}
