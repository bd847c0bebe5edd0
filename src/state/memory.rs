//! What is remembered on this device. The page works the same where nothing can be: storage may be
//! full, blocked, or hold what somebody else wrote there.

use web_sys::Storage;

/// Under which name the visitor's own tray is kept, as a query string.
const TRAY: &str = "crossroads.tray";

/// The longest query string that is taken for a tray.
const LONGEST: usize = 2_000;

/// The query string of the visitor's own tray, if one is remembered.
pub(super) fn own_tray() -> Option<String> {
    let query = storage()?.get_item(TRAY).ok()??;
    (query.len() <= LONGEST).then_some(query)
}

/// Remembers the visitor's own tray.
pub(super) fn remember_tray(query: &str) {
    if let Some(storage) = storage() {
        // A full or blocked storage remembers nothing; the address still holds all there is.
        let _ = storage.set_item(TRAY, query);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
