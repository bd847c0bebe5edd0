use leptos::prelude::*;

use super::Address;
use super::listening::listen;

/// The event by which the site's start script tells that the site has been renewed, and the mark it leaves on the
/// document for a page that was not there to hear it.
const RENEWED: &str = "crossroads:renewed";
const MARK: &str = "data-renewed";

/// Whether the site is there in a newer state than the one this page was opened in. The page keeps its own until it is
/// loaded again.
#[derive(Clone, Copy)]
pub struct Renewal {
    is_here: RwSignal<bool>,
}

impl Renewal {
    /// Hears of it for as long as the page lives.
    pub fn follow(address: Address) -> Self {
        let is_here = RwSignal::new(false);
        if let Some(window) = address.is_in_browser().then(web_sys::window).flatten() {
            let root = window.document().and_then(|d| d.document_element());
            is_here.set(root.is_some_and(|root| root.has_attribute(MARK)));
            listen(&window, RENEWED, move || {
                // The page may be gone by now.
                let _ = is_here.try_set(true);
            });
        }
        Self { is_here }
    }

    /// Whether there is a newer state that the visitor has not put off.
    pub fn is_here(&self) -> Signal<bool> {
        self.is_here.into()
    }

    /// Loads the page anew. Browser only.
    pub fn reload(&self) {
        if let Some(window) = web_sys::window() {
            // A browser that refuses keeps the page, which goes on as it is.
            let _ = window.location().reload();
        }
    }

    /// Stays with the present state; the next page is of the newer one.
    pub fn put_off(&self) {
        self.is_here.set(false);
    }
}
