//! What a page cannot begin without, besides what every page has.

use super::memory;
use crate::compare::link;

/// Whether the comparison of the page may be in a place: its address, or the tray of the last visit, names one. Browser only.
pub fn may_begin_in_a_place() -> bool {
    let address = web_sys::window().and_then(|window| window.location().search().ok());
    let said = address.into_iter().chain(memory::own_tray());
    said.into_iter().any(|query| link::names(&query, "place"))
}
