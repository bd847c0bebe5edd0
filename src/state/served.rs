//! What the page was served with: markup that was written when the site was built, and that stands in for a part of the
//! page until the program of that part is here.

use std::cell::RefCell;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::done_before::DoneBefore;

/// The mark of a part in the markup, with its name.
const MARK: &str = "data-part";
/// The mark on the document that it shows something else than what it was served with.
const AWAITED: &str = "data-awaited";

thread_local! {
    /// The parts that were served, by name, until the first of that name is shown.
    static SERVED: RefCell<Vec<(String, Element)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps the parts in a place of the page that is about to be emptied, and says what was done in it. Browser only.
pub fn keep_served(place: &Element) -> DoneBefore {
    let document = place.owner_document();
    let root = document.and_then(|document| document.document_element());
    if root.is_some_and(|root| root.has_attribute(AWAITED)) {
        return DoneBefore::default();
    }
    let done = DoneBefore::of(place);
    let Ok(found) = place.query_selector_all(&format!("[{MARK}]")) else {
        return done;
    };
    let parts = (0..found.length()).filter_map(|at| {
        let part = found.item(at)?.dyn_into::<Element>().ok()?;
        Some((part.get_attribute(MARK)?, part))
    });
    SERVED.set(parts.collect());
    done
}

/// What was served of a part, once: it is about the roles that the page began with.
pub fn take_served(name: &str) -> Option<Element> {
    SERVED.with_borrow_mut(|parts| {
        let at = parts.iter().position(|(of, _)| of == name)?;
        Some(parts.swap_remove(at).1)
    })
}

/// Whether something was served of a part and was not shown yet.
pub fn is_served(name: &str) -> bool {
    SERVED.with_borrow(|parts| parts.iter().any(|(of, _)| of == name))
}

/// The reference for an element that is to hold what was served of a part.
pub fn holding(served: Element) -> NodeRef<Div> {
    let element = NodeRef::<Div>::new();
    let served = StoredValue::new_local(served);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        // It stands beside nothing that could refuse it.
        let _ = served.with_value(|served| element.append_child(served));
    });
    element
}
