use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

use super::listening::listen;

/// What is opened for paper: all that is on the page already. What is fetched when it is opened would
/// not be there in time.
const OPENED_FOR_PAPER: &str = "main details:not([open], .on-demand)";

/// Opens what is closed while the page is printed, and closes it again after; for as long as the page
/// lives. Browser only.
pub fn open_all_on_paper() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let opened: Rc<RefCell<Vec<HtmlDetailsElement>>> = Rc::default();
    let (to_open, to_close) = (Rc::clone(&opened), opened);
    listen(&window, "beforeprint", move || {
        to_open
            .borrow_mut()
            .extend(closed_details().inspect(|details| details.set_open(true)));
    });
    listen(&window, "afterprint", move || {
        for details in to_close.borrow_mut().drain(..) {
            details.set_open(false);
        }
    });
}

/// Opens the browser's print dialog. Browser only.
pub fn print() -> bool {
    web_sys::window().is_some_and(|window| window.print().is_ok())
}

fn closed_details() -> impl Iterator<Item = HtmlDetailsElement> {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector_all(OPENED_FOR_PAPER).ok());
    let found = found.into_iter();
    found.flat_map(|list| {
        let nodes = (0..list.length()).filter_map(move |place| list.get(place));
        nodes.filter_map(|node| node.dyn_into().ok())
    })
}
