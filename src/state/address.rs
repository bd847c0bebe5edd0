use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::wasm_bindgen::JsCast;

use super::role_page;
use crate::model::RoleId;

/// The query string of the page's address: the truth about what is shown.
///
/// What lies over the page while a role is chosen has an entry of the history of its own, above that of the page, so
/// that Back closes it and does nothing else.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    query: RwSignal<String>,
    owner: RwSignal<Owner>,
    choosing: RwSignal<Option<Choosing>>,
    returning: RwSignal<Option<Returning>>,
    in_browser: bool,
}

/// What a role is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choosing {
    /// To be added to the tray; one can go on choosing.
    Add,
    /// To take the place of this one.
    Swap(RoleId),
}

/// The browser was asked to go back and has not done so yet.
#[derive(Clone, Debug, Default)]
struct Returning {
    /// Where the page has moved meanwhile, to be written once the browser is there.
    then: Option<(String, Owner, Step)>,
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
            choosing: RwSignal::new(None),
            returning: RwSignal::new(None),
            in_browser: false,
        }
    }

    /// The same as one that came with a link to somebody who has a tray of their own.
    pub fn of_link(query: &str) -> Self {
        let address = Self::at(query);
        address.owner.set(Owner::Unknown);
        address
    }

    /// The browser's address, followed for as long as the page lives. Browser only.
    pub fn of_browser() -> Self {
        leave_role_page();
        let query = RwSignal::new(query_of_browser());
        let (owner_now, choosing_now) = entry_of_browser();
        let owner = RwSignal::new(owner_now);
        let choosing = RwSignal::new(choosing_now);
        let returning = RwSignal::new(None::<Returning>);
        let on_history = Closure::<dyn Fn()>::new(move || {
            if let Some(Returning { then }) = returning.get_untracked() {
                returning.set(None);
                if let Some((query, owner, step)) = then {
                    choosing.with_untracked(|choosing| {
                        write_to_browser(&query, owner, choosing.as_ref(), step);
                    });
                    return;
                }
            }
            let now = query_of_browser();
            let (owner_now, choosing_now) = entry_of_browser();
            if choosing.with_untracked(|before| *before != choosing_now) {
                choosing.set(choosing_now.clone());
            }
            if query.with_untracked(|before| plain(before) == plain(&now)) {
                // A jump within the page makes an entry too; whose comparison it shows is unchanged.
                let owner = owner.get_untracked();
                write_to_browser(plain(&now), owner, choosing_now.as_ref(), Step::Replace);
                return;
            }
            owner.set(owner_now);
            query.set(now);
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
            choosing,
            returning,
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

    /// What a role is looked for; nothing while none is.
    pub fn choosing(&self) -> Signal<Option<Choosing>> {
        self.choosing.into()
    }

    /// Whether there is a browser around it.
    pub fn is_in_browser(&self) -> bool {
        self.in_browser
    }

    /// Moves to another query string (without a question mark). The page stays where it is scrolled. A step made
    /// while a role is chosen ends that: it takes the place of choosing in the history.
    pub fn go(&self, query: &str, owner: Owner, step: Step) {
        let step = match step {
            Step::Push if self.choosing.with_untracked(Option::is_some) => {
                self.choosing.set(None);
                Step::Replace
            }
            step => step,
        };
        self.write(query, owner, step);
        self.owner.set(owner);
        self.query.set(query.to_owned());
    }

    /// Begins to choose a role. Back ends it.
    pub fn choose(&self, choosing: Choosing) {
        self.choosing.set(Some(choosing));
        let query = self.query.get_untracked();
        self.write(plain(&query), self.owner.get_untracked(), Step::Push);
    }

    /// Ends choosing a role, as Back does.
    pub fn stop_choosing(&self) {
        if self.choosing.with_untracked(Option::is_none) {
            return;
        }
        self.choosing.set(None);
        let history = web_sys::window().filter(|_| self.in_browser);
        if let Some(Ok(history)) = history.map(|window| window.history())
            // A browser that cannot go back keeps the entry, which now shows the page alone.
            && history.back().is_ok()
        {
            self.returning.set(Some(Returning::default()));
        }
    }

    fn write(&self, query: &str, owner: Owner, step: Step) {
        if !self.in_browser {
            return;
        }
        match self.returning.get_untracked() {
            // What is written now would be left behind by the step back that is under way.
            Some(_) => self.returning.set(Some(Returning {
                then: Some((query.to_owned(), owner, step)),
            })),
            None => self.choosing.with_untracked(|choosing| {
                write_to_browser(query, owner, choosing.as_ref(), step);
            }),
        }
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

/// The page of one role is a way in: from here on the address is that of the comparison with this role alone, so that
/// everything beside the page lies where it lies for every comparison.
fn leave_role_page() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let location = window.location();
    let path = location.pathname().unwrap_or_default();
    let Some(address) = role_page::comparison_at(&path, plain(&query_of_browser())) else {
        return;
    };
    let hash = location.hash().unwrap_or_default();
    if let Ok(history) = window.history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let address = format!("{address}{hash}");
        // A browser that refuses stays at the role's page, and shows the default comparison.
        let _ = history.replace_state_with_url(&state, "", Some(&address));
    }
}

fn query_of_browser() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

/// What is written into an entry of the history that the visitor made.
const BY_VISITOR: &str = "by visitor";
/// What is written into an entry in which a role is chosen to be added, or to take the place of the one named after it.
const ADDING: &str = "adding";
const SWAPPING: &str = "swapping ";
/// What stands between the parts of an entry.
const APART: char = ';';

/// Whose comparison the present entry of the history shows, and what is chosen in it.
fn entry_of_browser() -> (Owner, Option<Choosing>) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let state = history.and_then(|history| history.state().ok());
    let state = state.and_then(|state| state.as_string());
    entry_of(state.as_deref().unwrap_or_default())
}

fn entry_of(state: &str) -> (Owner, Option<Choosing>) {
    let (mut owner, mut choosing) = (Owner::Unknown, None);
    for part in state.split(APART) {
        match part {
            BY_VISITOR => owner = Owner::Visitor,
            ADDING => choosing = Some(Choosing::Add),
            part => {
                if let Some(role) = part.strip_prefix(SWAPPING) {
                    choosing = Some(Choosing::Swap(RoleId(role.to_owned())));
                }
            }
        }
    }
    (owner, choosing)
}

/// The same as text; empty where there is nothing to say.
fn state_of(owner: Owner, choosing: Option<&Choosing>) -> String {
    let owner = (owner == Owner::Visitor).then(|| BY_VISITOR.to_owned());
    let choosing = choosing.map(|choosing| match choosing {
        Choosing::Add => ADDING.to_owned(),
        Choosing::Swap(role) => format!("{SWAPPING}{}", role.0),
    });
    let parts: Vec<String> = owner.into_iter().chain(choosing).collect();
    parts.join(&APART.to_string())
}

fn write_to_browser(query: &str, owner: Owner, choosing: Option<&Choosing>, step: Step) {
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
    let state = JsValue::from_str(&state_of(owner, choosing));
    let written = match step {
        Step::Push => history.push_state_with_url(&state, "", address),
        Step::Replace => history.replace_state_with_url(&state, "", address),
    };
    // Some browsers refuse after very many changes in a short time. The page has moved all the
    // same; only this step cannot be gone back to.
    drop(written);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_of_the_history_says_again_what_was_written_into_it() {
        let swap = Choosing::Swap(RoleId("29-1141".to_owned()));
        for owner in [Owner::Visitor, Owner::Unknown] {
            for choosing in [None, Some(Choosing::Add), Some(swap.clone())] {
                let state = state_of(owner, choosing.as_ref());
                assert_eq!(entry_of(&state), (owner, choosing), "{state}");
            }
        }
        for strange in ["", "by somebody", "adding?", ";;"] {
            assert_eq!(entry_of(strange), (Owner::Unknown, None), "{strange}");
        }
    }
}
