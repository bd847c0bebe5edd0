//! What a visitor does with the page as it was served, before the program is here to follow it.

use std::time::Duration;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// What can have the focus.
const CONTROLS: &str = "a[href], button, input, select, summary";
/// What can be switched over.
const SWITCHES: &str = "input[role=switch]";

/// What opens and closes more of the page.
const SUMMARIES: &str = "summary";
/// The mark of what is open.
const OPEN: &str = "open";

/// What was done.
#[derive(Debug, Default)]
pub struct DoneBefore {
    focused: Option<Control>,
    opened: Vec<Control>,
    switched: Vec<(u32, bool)>,
}

/// A control, by its place among those of its kind. Where the same place has other words, it is another control.
#[derive(Debug)]
struct Control {
    at: u32,
    words: Option<String>,
}

impl DoneBefore {
    /// What was done in a place of the page that is about to be made anew. Browser only.
    pub fn of(place: &Element) -> Self {
        let document = place.owner_document();
        let active = document.and_then(|document| document.active_element());
        let active = active.filter(|active| place.contains(Some(active)));
        let switched = all(place, SWITCHES).zip(0..).filter_map(|(switch, at)| {
            let switch: HtmlInputElement = switch.dyn_into().ok()?;
            let is_on = switch.checked();
            (is_on != switch.default_checked()).then_some((at, is_on))
        });
        let controls = |kind, is_meant: &dyn Fn(&Element) -> bool| {
            let meant = all(place, kind).zip(0..);
            let meant = meant.filter(|(control, _)| is_meant(control));
            let controls = meant.map(|(control, at)| Control {
                at,
                words: control.text_content(),
            });
            controls.collect::<Vec<_>>()
        };
        Self {
            focused: active
                .and_then(|active| controls(CONTROLS, &|control| *control == active).pop()),
            opened: controls(SUMMARIES, &|summary| {
                let details = summary.parent_element();
                details.is_some_and(|details| details.has_attribute(OPEN))
            }),
            switched: switched.collect(),
        }
    }

    /// Does it in the place as it was made anew with the same controls. Browser only.
    pub fn take_up(&self, place: &Element) {
        for (at, is_on) in &self.switched {
            let switch = nth(place, SWITCHES, *at);
            let switch = switch.and_then(|switch| switch.dyn_into::<HtmlInputElement>().ok());
            if let Some(switch) = switch.filter(|switch| switch.checked() != *is_on) {
                switch.click();
            }
        }
        for summary in &self.opened {
            let summary = summary.find(place, SUMMARIES);
            if let Some(details) = summary.and_then(|summary| summary.parent_element()) {
                let _ = details.set_attribute(OPEN, "");
            }
        }
        // Where it is another control's place, whoever uses the keyboard begins from the top.
        let focused = self.focused.as_ref();
        if let Some(control) = focused.and_then(|control| control.find(place, CONTROLS)) {
            let _ = control.focus();
        }
    }
}

impl Control {
    fn find(&self, place: &Element, kind: &str) -> Option<HtmlElement> {
        nth(place, kind, self.at).filter(|control| control.text_content() == self.words)
    }
}

/// Carries what was done in a part of the page over to the part as it is made in this task.
pub fn carry_over(part: NodeRef<Div>) {
    // There is none while the part is made for the first time, and without a browser.
    let Some(part) = part.get_untracked() else {
        return;
    };
    let done = DoneBefore::of(&part);
    set_timeout(move || done.take_up(&part), Duration::ZERO);
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
