//! Crossroads in the browser: mounts the page and follows the address bar.

use std::time::Duration;

use crossroads::model::Dataset;
use crossroads::pages::{AREAS, App, KEPT_ROLES};
use crossroads::state::{
    Address, OwnFile, has_started, keep_served, may_begin_in_a_place, tell_not_loaded,
    tell_of_panics,
};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::wasm_bindgen::JsCast;

fn main() {
    #[cfg(target_arch = "wasm32")]
    console_error_panic_hook::set_once();
    tell_of_panics();
    let place = document()
        .get_element_by_id("app")
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(place) = place else {
        leptos::logging::error!("index.html: expected an element with the id app, found none");
        return;
    };
    // The roles are read in a task of its own, so that what the visitor does meanwhile waits for less.
    let dataset = Dataset::bundled();
    let start = move || {
        // What stood there while the page was loading gives way in the same step.
        has_started();
        let done = keep_served(&place);
        place.set_text_content(None);
        mount_to(
            place.clone(),
            move || view! { <App address=Address::of_browser() dataset /> },
        )
        .forget();
        // What was served stands in its place again by then.
        set_timeout(move || done.take_up(&place), Duration::ZERO);
    };
    // Without these, the comparison would lose the visitor's own roles, or the place it is in.
    let needed = [
        (OwnFile::is_any_kept(), &KEPT_ROLES),
        (may_begin_in_a_place(), &AREAS),
    ];
    spawn_local(async move {
        for (_, chunk) in needed.iter().filter(|(is_needed, _)| *is_needed) {
            if !chunk.bring().await {
                tell_not_loaded();
                return;
            }
        }
        set_timeout(start, Duration::ZERO);
    });
}
