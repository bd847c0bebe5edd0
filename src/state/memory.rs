//! What is remembered on this device. The page works the same where nothing can be: storage may be
//! full, blocked, or hold what somebody else wrote there.

use web_sys::Storage;

use crate::compare::OwnPay;

/// Under which name the visitor's own tray is kept, as a query string.
const TRAY: &str = "crossroads.tray";

/// Under which name the visitor's own pay is kept, as a link would carry it.
const PAY: &str = "crossroads.pay";

/// The longest text that is taken for something remembered.
const LONGEST: usize = 2_000;

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
    if let Some(storage) = storage() {
        // What cannot be reached could not be remembered either.
        let _ = storage.remove_item(PAY);
    }
}

fn recall(name: &str) -> Option<String> {
    let text = storage()?.get_item(name).ok()??;
    (text.len() <= LONGEST).then_some(text)
}

fn remember(name: &str, text: &str) {
    if let Some(storage) = storage() {
        // A full or blocked storage remembers nothing; the page goes on with what it holds itself.
        let _ = storage.set_item(name, text);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
