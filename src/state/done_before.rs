//! What a visitor does with the page as it was served, before the program is here to follow it.

use std::time::Duration;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// What can have the focus.
const CONTROLS: &str = "a[href], button, input, select, summary, [tabindex=\"0\"]";
/// What can be switched over.
const SWITCHES: &str = "input[type=checkbox]";
/// What words are written into, or chosen in.
const FIELDS: &str = "input[type=text], select";

/// What opens and closes more of the page, that which has opened it, and the mark of what is open.
const SUMMARIES: &str = "summary";
const OPENED: &str = "details[open] > summary";
const OPEN: &str = "open";
/// The button that was pressed and could not answer, and the mark that the start script leaves on it.
const PRESSED: &str = "[data-pressed]";
const PRESSED_MARK: &str = "data-pressed";

/// What is served in every page and seen only where the start script shows it, and the mark by which it does.
const SHARED: &str = ".shared";
const SHOWS_SHARED: &str = "data-shared";

/// What was done.
#[derive(Debug, Default)]
pub struct DoneBefore {
    focused: Option<Control>,
    pressed: Option<Control>,
    opened: Vec<Control>,
    switched: Vec<(u32, bool)>,
    filled: Vec<(u32, String)>,
}

/// A control, by its place among those of its kind. Where the same place has another name, it is another control.
#[derive(Debug)]
struct Control {
    at: usize,
    name: Option<String>,
}

impl DoneBefore {
    /// What was done in a place of the page that is about to be made anew. A press is told of once. Browser only.
    pub fn of(place: &Element) -> Self {
        let document = place.owner_document();
        let active = document.and_then(|document| document.active_element());
        let focused = active.filter(|active| place.contains(Some(active)));
        let pressed = all(place, PRESSED).next();
        if let Some(pressed) = &pressed {
            // An attribute can always be taken away.
            let _ = pressed.remove_attribute(PRESSED_MARK);
        }
        let switched = all(place, SWITCHES).zip(0..).filter_map(|(switch, at)| {
            let switch: HtmlInputElement = switch.dyn_into().ok()?;
            let is_on = switch.checked();
            (is_on != switch.default_checked()).then_some((at, is_on))
        });
        let filled = all(place, FIELDS).zip(0..);
        let filled = filled.filter_map(|(field, at)| Some((at, filled_in(&field)?)));
        let control = |control: Element| Control::of(&control, place, CONTROLS);
        Self {
            focused: focused.and_then(control),
            pressed: pressed.and_then(control),
            opened: all(place, OPENED)
                .filter_map(|summary| Control::of(&summary, place, SUMMARIES))
                .collect(),
            switched: switched.collect(),
            filled: filled.collect(),
        }
    }

    /// Does it in the place as it was made anew with the same controls. Browser only.
    pub fn take_up(&self, place: &Element) {
        for (at, is_on) in &self.switched {
            let switch = all(place, SWITCHES).nth(*at as usize);
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
        // Where it is another control's place, whoever uses the keyboard begins from the top. Whoever has scrolled on stays
        // where they are.
        let focused = self.focused.as_ref();
        if let Some(control) = focused.and_then(|control| control.find(place, CONTROLS)) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = control.focus_with_options(&options);
        }
        for (at, words) in &self.filled {
            if let Some(field) = all(place, FIELDS).nth(*at as usize) {
                fill_in(&field, words);
            }
        }
        let pressed = self.pressed.as_ref();
        if let Some(control) = pressed.and_then(|control| control.find(place, CONTROLS)) {
            control.click();
        }
    }
}

impl Control {
    fn of(control: &Element, place: &Element, kind: &str) -> Option<Self> {
        let at = controls(place, kind).position(|other| other == *control)?;
        Some(Self {
            at,
            name: name_of(control),
        })
    }

    fn find(&self, place: &Element, kind: &str) -> Option<HtmlElement> {
        let control = controls(place, kind).nth(self.at)?;
        let control = control.dyn_into::<HtmlElement>().ok()?;
        (name_of(&control) == self.name).then_some(control)
    }
}

/// What a control is called: what says so, else its words.
fn name_of(control: &Element) -> Option<String> {
    let label = control.get_attribute("aria-label");
    label.or_else(|| control.text_content())
}

/// The controls of the page, without those of what is served in every page and not shown in this one.
fn controls(place: &Element, kind: &str) -> impl Iterator<Item = Element> + use<> {
    let document = place.owner_document();
    let root = document.and_then(|document| document.document_element());
    let shows_shared = root.is_some_and(|root| root.has_attribute(SHOWS_SHARED));
    match shows_shared {
        true => all(place, kind),
        false => all(place, &format!(":is({kind}):not({SHARED} *)")),
    }
}

/// What a field holds, where that is not what it was served with.
fn filled_in(field: &Element) -> Option<String> {
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        let served = select.query_selector("option[selected]").ok().flatten();
        let served = served.or_else(|| select.query_selector("option").ok().flatten());
        let served = served.and_then(|option| option.get_attribute("value"));
        return (served.as_deref() != Some(&*select.value())).then(|| select.value());
    }
    let input = field.dyn_ref::<HtmlInputElement>()?;
    (input.value() != input.default_value()).then(|| input.value())
}

/// Fills a field in, as a visitor does.
fn fill_in(field: &Element, words: &str) {
    let event = if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        select.set_value(words);
        "change"
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.set_value(words);
        "input"
    } else {
        return;
    };
    if let Ok(event) = Event::new(event) {
        // Nobody keeps the event from being told.
        let _ = field.dispatch_event(&event);
    }
}

/// Carries what was done in a part of the page over to the part as it is made in this task.
pub fn carry_over(part: NodeRef<Div>) {
    // There is none without a browser.
    let Some(part) = part.get_untracked() else {
        return;
    };
    let done = DoneBefore::of(&part);
    set_timeout(move || done.take_up(&part), Duration::ZERO);
}

fn all(place: &Element, which: &str) -> impl Iterator<Item = Element> + use<> {
    let found = place.query_selector_all(which).ok();
    found.into_iter().flat_map(|found| {
        (0..found.length()).filter_map(move |at| found.item(at)?.dyn_into::<Element>().ok())
    })
}
