//! Whether sections that are nowhere near the screen are laid out (`style/layout.css`). While the page is being made anew,
//! part after part, they are not, and keep the height they had; before and after that they are.

/// The mark on the document that its parts are being made anew.
const MARK: &str = "data-changing";

/// From now on what is far from the screen is not laid out. Browser only.
pub(super) fn leave_out_what_is_far() {
    mark(true);
}

/// All of the page is laid out again. Browser only.
pub(super) fn lay_out_all() {
    mark(false);
}

fn mark(changing: bool) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        // Without it the page is slower or faster, and the same.
        let _ = root.toggle_attribute_with_force(MARK, changing);
    }
}
