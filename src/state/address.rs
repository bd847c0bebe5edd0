use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::wasm_bindgen::JsCast;

/// The query string of the page's address: the truth about what is shown.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    query: RwSignal<String>,
    in_browser: bool,
}

/// How a new address enters the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As a new entry: Back undoes it.
    Push,
    /// In place of the present entry.
    Replace,
}

impl Address {
    /// An address that is nowhere but here.
    pub fn at(query: &str) -> Self {
        Self {
            query: RwSignal::new(query.to_owned()),
            in_browser: false,
        }
    }

    /// The browser's address, followed for as long as the page lives. Browser only.
    pub fn of_browser() -> Self {
        let query = RwSignal::new(query_of_browser());
        let on_history = Closure::<dyn Fn()>::new(move || query.set(query_of_browser()));
        let window = web_sys::window();
        // Without a window there is nothing to listen to, and the address stays as it is.
        if let Some(window) = window {
            let listener = on_history.as_ref().unchecked_ref();
            let listening = window.add_event_listener_with_callback("popstate", listener);
            debug_assert!(listening.is_ok(), "popstate can always be listened to");
        }
        on_history.forget();
        Self {
            query,
            in_browser: true,
        }
    }

    /// The query string, with or without its question mark.
    pub fn query(&self) -> Signal<String> {
        self.query.into()
    }

    /// Moves to another query string (without a question mark). The page stays where it is scrolled.
    pub fn go(&self, query: &str, step: Step) {
        if self.in_browser {
            write_to_browser(query, step);
        }
        self.query.set(query.to_owned());
    }

    /// Shows the part of the page that the address names after its `#`, which was not there yet when
    /// the browser looked for it. Browser only.
    pub fn reveal_target(&self) {
        let window = web_sys::window().filter(|_| self.in_browser);
        let Some(window) = window else { return };
        let hash = window.location().hash().unwrap_or_default();
        let target = window.document().and_then(|document| {
            // Every id of the page is plain; what is encoded cannot be one of them.
            document.get_element_by_id(hash.strip_prefix('#')?)
        });
        if let Some(target) = target {
            target.scroll_into_view();
        }
    }

    /// Scrolls to the top, as for another page.
    pub fn to_top(&self) {
        if let (true, Some(window)) = (self.in_browser, web_sys::window()) {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Names the document, as tabs and the history show it.
    pub fn entitle(&self, title: &str) {
        let document = web_sys::window().and_then(|window| window.document());
        if let (true, Some(document)) = (self.in_browser, document) {
            document.set_title(title);
        }
    }
}

fn query_of_browser() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

fn write_to_browser(query: &str, step: Step) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let location = window.location();
    let path = location.pathname().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    let address = match query {
        "" => format!("{path}{hash}"),
        query => format!("{path}?{query}{hash}"),
    };
    let Ok(history) = window.history() else {
        return;
    };
    let address = Some(address.as_str());
    let written = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", address),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", address),
    };
    // Some browsers refuse after very many changes in a short time. The page has moved all the
    // same; only this step cannot be gone back to.
    drop(written);
}
