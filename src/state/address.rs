use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::wasm_bindgen::JsCast;

/// The query string of the page's address: the truth about what is shown.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    query: RwSignal<String>,
    owner: RwSignal<Owner>,
    jumps: RwSignal<u32>,
    in_browser: bool,
}

/// Whose comparison an entry of the history shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The visitor made it here.
    Visitor,
    /// It came with a link, and nobody has said yet whose it is.
    Unknown,
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
            owner: RwSignal::new(Owner::Visitor),
            jumps: RwSignal::new(0),
            in_browser: false,
        }
    }

    /// The browser's address, followed for as long as the page lives. Browser only.
    pub fn of_browser() -> Self {
        let query = RwSignal::new(query_of_browser());
        let owner = RwSignal::new(owner_of_browser());
        let jumps = RwSignal::new(0);
        let on_history = Closure::<dyn Fn()>::new(move || {
            let now = query_of_browser();
            if query.with_untracked(|before| plain(before) == plain(&now)) {
                // A jump within the page makes an entry too; whose comparison it shows is unchanged.
                write_to_browser(plain(&now), owner.get_untracked(), Step::Replace);
                return;
            }
            owner.set(owner_of_browser());
            query.set(now);
            jumps.update(|jumps| *jumps += 1);
        });
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
            owner,
            jumps,
            in_browser: true,
        }
    }

    /// The query string, with or without its question mark.
    pub fn query(&self) -> Signal<String> {
        self.query.into()
    }

    /// Whose comparison this is.
    pub fn owner(&self) -> Signal<Owner> {
        self.owner.into()
    }

    /// How often the visitor has gone back or forward.
    pub fn jumps(&self) -> Signal<u32> {
        self.jumps.into()
    }

    /// Whether there is a browser around it.
    pub fn is_in_browser(&self) -> bool {
        self.in_browser
    }

    /// Moves to another query string (without a question mark). The page stays where it is scrolled.
    pub fn go(&self, query: &str, owner: Owner, step: Step) {
        if self.in_browser {
            write_to_browser(query, owner, step);
        }
        self.owner.set(owner);
        self.query.set(query.to_owned());
    }

    /// The full address with another query string, to pass on.
    pub fn link_to(&self, query: &str) -> String {
        let window = self.in_browser.then(web_sys::window).flatten();
        let location = window.map(|window| window.location());
        let part = |part: Option<Result<String, JsValue>>| part.and_then(Result::ok);
        let origin = part(location.as_ref().map(|location| location.origin()));
        let path = part(location.as_ref().map(|location| location.pathname()));
        let (origin, path) = (origin.unwrap_or_default(), path.unwrap_or_default());
        format!("{origin}{path}?{query}")
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

/// A query string without its question mark.
fn plain(query: &str) -> &str {
    query.strip_prefix('?').unwrap_or(query)
}

fn query_of_browser() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

/// What is written into an entry of the history that the visitor made.
const BY_VISITOR: &str = "by visitor";

fn owner_of_browser() -> Owner {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let state = history.and_then(|history| history.state().ok());
    match state.and_then(|state| state.as_string()).as_deref() {
        Some(BY_VISITOR) => Owner::Visitor,
        _ => Owner::Unknown,
    }
}

fn write_to_browser(query: &str, owner: Owner, step: Step) {
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
    let state = match owner {
        Owner::Visitor => JsValue::from_str(BY_VISITOR),
        Owner::Unknown => JsValue::NULL,
    };
    let written = match step {
        Step::Push => history.push_state_with_url(&state, "", address),
        Step::Replace => history.replace_state_with_url(&state, "", address),
    };
    // Some browsers refuse after very many changes in a short time. The page has moved all the
    // same; only this step cannot be gone back to.
    drop(written);
}
