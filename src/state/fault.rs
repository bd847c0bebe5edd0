//! What the visitor is told when the page cannot go on. The words and the ways back stand in `index.html`, because by
//! then nothing here can be relied on.

use std::panic::{self, PanicHookInfo};

use web_sys::{Document, Event};

/// The mark on the document that the page is the program's own by now.
const STARTED: &str = "data-started";
/// The element of `index.html` that is there until then.
const STARTING: &str = "starting";
/// The element of `index.html` that says that something went wrong, and the place in it for what to report.
const FAULT: &str = "fault";
const FAULT_WORDS: &str = "fault-words";

/// The event that the start script listens to.
const NOT_LOADED: &str = "crossroads:not-loaded";

/// Takes the page over from what stood there while it was loading. Browser only.
pub fn has_started() {
    let Some(document) = document() else { return };
    if let Some(root) = document.document_element() {
        // An attribute with a plain name can always be set.
        let _ = root.set_attribute(STARTED, "");
    }
    if let Some(starting) = document.get_element_by_id(STARTING) {
        starting.remove();
    }
}

/// Tells the start script that a chunk the page cannot go on without could not be loaded. Browser only.
pub fn tell_not_loaded() {
    let told = Event::new(NOT_LOADED).ok().zip(web_sys::window());
    if let Some((event, window)) = told {
        // Nobody keeps the event from being told.
        let _ = window.dispatch_event(&event);
    }
}

/// Lets each panic be seen, after what is done about it already. Browser only.
pub fn tell_of_panics() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panicked| {
        before(panicked);
        tell(panicked);
    }));
}

fn tell(panicked: &PanicHookInfo) {
    let Some(document) = document() else { return };
    if let Some(words) = document.get_element_by_id(FAULT_WORDS) {
        words.set_text_content(Some(&panicked.to_string()));
    }
    if let Some(fault) = document.get_element_by_id(FAULT) {
        // An attribute with a plain name can always be taken away.
        let _ = fault.remove_attribute("hidden");
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
