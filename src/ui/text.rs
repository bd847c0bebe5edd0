use std::borrow::Cow;
use std::cell::Cell;

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::types;
use leptos::tachys::view::{Position, PositionState};
use web_sys::wasm_bindgen::JsCast;

/// Text that may change: `<p>{text(sentence)}</p>`, and `<p>{move || text(sentence.get())}</p>` for a signal.
///
/// It is the only child of its element. A translator or an extension replaces, wraps and splits text nodes, and a text
/// node that is no longer in the page shows nothing of what is written into it. The element stays, so new text replaces
/// whatever is in the element by then.
pub fn text(words: impl Into<Cow<'static, str>>) -> Text {
    Text(words.into())
}

/// The view of [`text`].
pub struct Text(Cow<'static, str>);

/// The text shown, and the element it is in.
pub struct TextState {
    words: Cow<'static, str>,
    parent: Cell<Option<types::Element>>,
}

impl Render for Text {
    type State = TextState;

    fn build(self) -> TextState {
        TextState {
            words: self.0,
            parent: Cell::new(None),
        }
    }

    fn rebuild(self, state: &mut TextState) {
        if self.0 != state.words {
            state.words = self.0;
            if let Some(parent) = state.parent.get_mut() {
                parent.set_text_content(Some(&state.words));
            }
        }
    }
}

impl Mountable for TextState {
    fn mount(&mut self, parent: &types::Element, _: Option<&types::Node>) {
        parent.set_text_content(Some(&self.words));
        self.parent.set(Some(parent.clone()));
    }

    fn unmount(&mut self) {
        if let Some(parent) = self.parent.take() {
            parent.set_text_content(None);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        // Only a replacement is ever inserted before an only child, so the text leaves first.
        let Some(parent) = self.parent.take() else {
            return false;
        };
        parent.set_text_content(None);
        child.mount(&parent, None);
        true
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

no_attrs!(Text);

impl RenderHtml for Text {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn html_len(&self) -> usize {
        self.0.len()
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        // An empty string would be written as a space, and `:empty` would not match.
        if !self.0.is_empty() {
            self.0
                .to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, _: &PositionState) -> TextState {
        // Before the first child, the cursor is at the parent.
        TextState {
            words: self.0,
            parent: Cell::new(cursor.current().dyn_into().ok()),
        }
    }

    fn into_owned(self) -> Self {
        self
    }
}
