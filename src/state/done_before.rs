//! What a visitor does with the page as it was served, before the program is here to follow it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// What can have the focus.
const CONTROLS: &str = "a[href], button, input, select, summary";
/// What can be switched over.
const SWITCHES: &str = "input[role=switch]";

/// What was done, by the places of the controls among those of their kind.
#[derive(Debug, Default)]
pub struct DoneBefore {
    focused: Option<(u32, Option<String>)>,
    switched: Vec<u32>,
}

impl DoneBefore {
    /// What was done in a place of the page that is about to be made anew. Browser only.
    pub fn of(place: &Element) -> Self {
        let document = place.owner_document();
        let active = document.and_then(|document| document.active_element());
        let focused = active.and_then(|active| {
            let mut controls = all(place, CONTROLS).zip(0..);
            let (_, at) = controls.find(|(control, _)| *control == active)?;
            Some((at, active.text_content()))
        });
        let is_switched = |switch: &HtmlInputElement| switch.checked() != switch.default_checked();
        let switched = all(place, SWITCHES).zip(0..).filter(|(switch, _)| {
            let switch = switch.dyn_ref::<HtmlInputElement>();
            switch.is_some_and(is_switched)
        });
        Self {
            focused,
            switched: switched.map(|(_, at)| at).collect(),
        }
    }

    /// Does it in the place as it was made anew with the same controls. Browser only.
    pub fn take_up(&self, place: &Element) {
        for at in &self.switched {
            if let Some(switch) = nth(place, SWITCHES, *at) {
                switch.click();
            }
        }
        let Some((at, words)) = &self.focused else {
            return;
        };
        let control = nth(place, CONTROLS, *at);
        // Where the same place is another control's, whoever uses the keyboard begins from the top.
        if let Some(control) = control.filter(|control| control.text_content() == *words) {
            let _ = control.focus();
        }
    }
}

fn all(place: &Element, which: &str) -> impl Iterator<Item = Element> {
    let found = place.query_selector_all(which).ok();
    found.into_iter().flat_map(|found| {
        (0..found.length()).filter_map(move |at| found.item(at)?.dyn_into::<Element>().ok())
    })
}

fn nth(place: &Element, which: &str, at: u32) -> Option<HtmlElement> {
    let found = place.query_selector_all(which).ok()?;
    found.item(at)?.dyn_into().ok()
}
