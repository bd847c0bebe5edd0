//! What is remembered on this device. The page works the same where nothing can be: storage may be
//! full, blocked, or hold what somebody else wrote there.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::js_sys::Reflect;
use web_sys::{Event, Storage};

use crate::compare::OwnPay;

/// Under which name the visitor's own tray is kept, as a query string.
const TRAY: &str = "crossroads.tray";

/// Under which name the visitor's own pay is kept, as a link would carry it.
const PAY: &str = "crossroads.pay";

/// Under which name the visitor's own roles are kept, as a file would have them.
const ROLES: &str = "crossroads.roles";

/// The longest text that is taken for something remembered.
const LONGEST: usize = 2_000;

/// The longest text that is taken for own roles, and kept of them. It is read before the page is shown, so that it must
/// not take long.
pub(super) const LONGEST_ROLES: usize = 250_000;

/// The query string of the visitor's own tray, if one is remembered.
pub(super) fn own_tray() -> Option<String> {
    recall(TRAY)
}

/// Remembers the visitor's own tray.
pub(super) fn remember_tray(query: &str) {
    remember(TRAY, query);
}

/// The visitor's own pay, if one is remembered.
pub(super) fn own_pay() -> Option<OwnPay> {
    OwnPay::of_link(&recall(PAY)?)
}

/// Remembers the visitor's own pay.
pub(super) fn remember_pay(pay: OwnPay) {
    remember(PAY, &pay.for_link());
}

/// Forgets the visitor's own pay.
pub(super) fn forget_pay() {
    forget(PAY);
}

/// Acts whenever another page of the site has kept or forgotten the visitor's own pay. Browser only.
pub(super) fn when_pay_changes_elsewhere(act: impl Fn() + 'static) {
    when_changed_elsewhere(PAY, Box::new(act));
}

/// Acts whenever another page of the site has kept or forgotten the visitor's own roles. Browser only.
pub(super) fn when_roles_change_elsewhere(act: impl Fn() + 'static) {
    when_changed_elsewhere(ROLES, Box::new(act));
}

/// The visitor's own roles as a file, if they are kept.
pub(super) fn own_roles() -> Option<String> {
    recall_up_to(ROLES, LONGEST_ROLES)
}

/// Keeps the visitor's own roles; whether that was possible.
pub(super) fn remember_roles(file: &str) -> bool {
    file.len() <= LONGEST_ROLES && remember(ROLES, file)
}

/// Forgets the visitor's own roles.
pub(super) fn forget_roles() {
    forget(ROLES);
}

fn recall(name: &str) -> Option<String> {
    recall_up_to(name, LONGEST)
}

fn recall_up_to(name: &str, longest: usize) -> Option<String> {
    let text = storage()?.get_item(name).ok()??;
    (text.len() <= longest).then_some(text)
}

/// A full or blocked storage remembers nothing; the page goes on with what it holds itself.
fn remember(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(name, text).is_ok())
}

fn forget(name: &str) {
    if let Some(storage) = storage() {
        // What cannot be reached could not be remembered either.
        let _ = storage.remove_item(name);
    }
}

/// For as long as the page lives. The browser tells all pages of the site but the one that made the change.
fn when_changed_elsewhere(name: &'static str, act: Box<dyn Fn()>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        // Whoever dispatched the event, it need not have a key.
        let key = Reflect::get(&event, &"key".into()).ok();
        // Without a name, everything was forgotten.
        if key
            .and_then(|key| key.as_string())
            .is_none_or(|key| key == name)
        {
            act();
        }
    });
    let listening =
        window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
    debug_assert!(listening.is_ok(), "storage can always be listened to");
    listener.forget();
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
