use leptos::html::Div;
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent};

use super::{event, text};
use crate::charts::{Drawing, Spot, Way};

/// What one can do with the marks of a map besides looking at them.
#[derive(Clone, Copy)]
pub struct MarkActions {
    /// Called with the number of the mark that is looked at.
    pub look: Callback<usize>,
    /// Called with the number of the mark that is chosen: by Enter, by a click, by a second tap.
    pub choose: Callback<usize>,
}

/// A drawn chart whose marks say what they are: under the pointer, under a finger, and one after the
/// other by the arrow keys. It is one stop of the Tab key; Escape ends it.
#[component]
pub fn ChartPicture(
    /// The picture.
    drawing: Drawing,
    /// What the picture is called.
    title: String,
    /// What can be done with its marks. They lie on a map then, and the arrow keys go to neighbors.
    #[prop(optional)]
    actions: Option<MarkActions>,
) -> impl IntoView {
    let box_of_picture = NodeRef::<Div>::new();
    let at = RwSignal::new(None::<usize>);
    let svg = drawing.svg.clone();
    let drawing = StoredValue::new(drawing);
    let count = drawing.with_value(|drawing| drawing.spots.len());

    let look = move |next: Option<usize>| {
        at.set(next);
        if let Some((actions, next)) = actions.zip(next) {
            actions.look.run(next);
        }
    };
    // Whether the next click chooses: a finger shows first.
    let armed = StoredValue::new(false);
    let point = move |event: PointerEvent| {
        let Some(element) = box_of_picture.get_untracked() else {
            return;
        };
        let area = element.get_bounding_client_rect();
        let at_x = event::number(&event, "clientX");
        let Some((x, y)) = at_x.zip(event::number(&event, "clientY")) else {
            return;
        };
        let found = drawing.with_value(|drawing| {
            // Where the picture is shown smaller than it was drawn.
            let scale = f64::from(drawing.width) / area.width().max(1.0);
            let x = (x - area.left()) * scale;
            let y = (y - area.top()) * scale;
            drawing.spot_at(x, y)
        });
        let before = at.get_untracked();
        if event::text(&event, "type").as_deref() == Some("pointerdown") {
            armed.set_value(is_mouse(&event) || before == found);
        }
        if before != found {
            look(found);
        }
    };
    let click = move |_: MouseEvent| {
        let chosen = at.get_untracked().filter(|_| armed.get_value());
        if let Some((actions, chosen)) = actions.zip(chosen) {
            actions.choose.run(chosen);
        }
    };
    let leave = move |event: PointerEvent| {
        // A finger that is lifted leaves what it showed.
        if is_mouse(&event) {
            at.set(None);
        }
    };
    let key = move |event: KeyboardEvent| {
        let Some(key) = event::pressed_key(&event) else {
            return;
        };
        let way = match key.as_str() {
            "ArrowRight" => Some(Way::Right),
            "ArrowLeft" => Some(Way::Left),
            "ArrowDown" => Some(Way::Down),
            "ArrowUp" => Some(Way::Up),
            _ => None,
        };
        let beside = |from: usize, way: Way| drawing.with_value(|d| d.beside(from, way));
        let next = match (key.as_str(), at.get_untracked()) {
            (_, Some(at)) if actions.is_some() && way.is_some() => way.map(|way| beside(at, way)),
            ("Enter", Some(at)) if actions.is_some() => {
                event.prevent_default();
                if let Some(actions) = actions {
                    actions.choose.run(at);
                }
                return;
            }
            ("ArrowRight" | "ArrowDown", None) | ("Home", _) => Some(0),
            ("ArrowRight" | "ArrowDown", Some(at)) => Some((at + 1).min(count.saturating_sub(1))),
            ("ArrowLeft" | "ArrowUp", Some(at)) => Some(at.saturating_sub(1)),
            ("ArrowLeft" | "ArrowUp", None) | ("End", _) => count.checked_sub(1),
            ("Escape", Some(_)) => None,
            _ => return,
        };
        event.prevent_default();
        look(next.filter(|next| *next < count));
    };
    let how = match actions {
        Some(_) => "the arrow keys go from state to state, Enter compares there",
        None => "the arrow keys go through its values",
    };
    let shown = move || {
        let spot = drawing.with_value(|drawing| {
            let spot = drawing.spots.get(at.get()?)?.clone();
            Some((spot, f64::from(drawing.width), f64::from(drawing.height)))
        });
        spot.map(|(spot, width, height)| view! { <Shown spot width height /> })
    };
    view! {
        <div
            class="picture"
            node_ref=box_of_picture
            tabindex="0"
            role="group"
            aria-label=format!("{title}: {how}")
            on:pointermove=point
            on:pointerdown=point
            on:click=click
            on:pointerleave=leave
            on:keydown=key
            on:blur=move |_| at.set(None)
        >
            <div inner_html=svg></div>
            <div aria-live="polite">{shown}</div>
        </div>
    }
    .into_any()
}

fn is_mouse(event: &Event) -> bool {
    event::text(event, "pointerType").as_deref() == Some("mouse")
}

/// The mark that is looked at, with its words above it, so that no finger hides them.
#[component]
fn Shown(spot: Spot, width: f64, height: f64) -> impl IntoView {
    let percent = |px: f64, of: f64| format!("{:.2}%", px / of * 100.0);
    let middle = spot.left + spot.width / 2.0;
    // Words near a side stand toward the other one.
    let side = match middle / width {
        share if share < 1.0 / 3.0 => "spot-says from-left",
        share if share > 2.0 / 3.0 => "spot-says from-right",
        _ => "spot-says",
    };
    view! {
        <span
            class="spot"
            aria-hidden="true"
            style:left=percent(spot.left, width)
            style:top=percent(spot.top, height)
            style:width=percent(spot.width, width)
            style:height=percent(spot.height, height)
        ></span>
        <span
            class=side
            style:left=percent(middle, width)
            style:top=percent(spot.top, height)
        >
            {text(spot.says)}
        </span>
    }
    .into_any()
}
