//! Whether sections that are nowhere near the screen are laid out (`style/layout.css`). They need not be, but for a reader
//! who was on the way through the page when the program took it over: what is above them must keep its height.

use web_sys::Element;

/// The mark on the document that all of it is laid out.
const MARK: &str = "data-laid-out";

/// Lays out all of the page if it is scrolled, for the program to take it over. Browser only.
pub(super) fn lay_out_where_scrolled() {
    let scrolled = web_sys::window().and_then(|window| window.scroll_y().ok());
    if let Some(root) = root()
        && scrolled.is_some_and(|by| by > 0.0)
    {
        // Without the mark the page may jump, but is whole.
        let _ = root.set_attribute(MARK, "");
    }
}

/// From now on what is far away is left out; it keeps the height it had. Browser only.
pub(super) fn leave_out_what_is_far() {
    if let Some(root) = root() {
        let _ = root.remove_attribute(MARK);
    }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}
