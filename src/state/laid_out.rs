//! Which sections of the page are laid out (`style/layout.css`). While the page is being made or made anew, part after part,
//! those that are nowhere near the screen are not, and keep the height they had; before and after that all are. The start
//! script sets the mark on a page that is made from its top.
//!
//! The marks of the sections say it, and the mark of the document stays: the browser looks through the whole page for what
//! a mark of the document may change.

use wasm_bindgen::JsCast;
use web_sys::Element;

/// The mark on the document that its sections are laid out in turn.
const MARK: &str = "data-in-turn";
/// The sections that are made in turn.
const SECTIONS: &str = ".sections-room .page-section";
/// The mark on a section that it is laid out all the same.
const LAID_OUT: &str = "data-laid-out";

/// From now on what is far from the screen is not laid out. Browser only.
pub(super) fn leave_out_what_is_far() {
    let Some(root) = root() else { return };
    let laid_out = root.query_selector_all(&format!("[{LAID_OUT}]"));
    if let Ok(sections) = laid_out {
        let sections = (0..sections.length()).filter_map(|at| sections.item(at));
        for section in sections {
            mark(section.unchecked_ref(), LAID_OUT, false);
        }
    }
    if !root.has_attribute(MARK) {
        mark(&root, MARK, true);
    }
}

/// Lays out the next section that is not; says whether there was one. Browser only.
pub(super) fn lay_out_next() -> bool {
    let Some(root) = root().filter(|root| root.has_attribute(MARK)) else {
        return false;
    };
    let next = root.query_selector(&format!("{SECTIONS}:not([{LAID_OUT}])"));
    if let Ok(Some(section)) = next {
        mark(&section, LAID_OUT, true);
        return true;
    }
    false
}

/// All of the page is laid out, and what is put into it is, too, until the next change. Browser only.
pub(super) fn lay_out_all() {
    if let Some(root) = root() {
        mark(&root, MARK, false);
    }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn mark(element: &Element, mark: &str, is_set: bool) {
    // Without it the page is slower or faster, and the same.
    let _ = element.toggle_attribute_with_force(mark, is_set);
}
