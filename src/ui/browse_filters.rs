use leptos::ev::{Event, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;

use super::{event, text};
use crate::compare::Browse;
use crate::model::{Currency, Unit, format};

/// The filters of the list of roles. Each works as soon as it is set.
#[component]
pub fn BrowseFilters(
    /// How the roles are looked through.
    browse: Memo<Browse>,
    /// The levels of education, from the least to the most.
    levels: Vec<String>,
    /// Called with another way to look through them.
    on_browse: Callback<Browse>,
) -> impl IntoView {
    let first = NodeRef::<Input>::new();
    let now = move || browse.get_untracked();
    let too_much = RwSignal::new(false);
    let on_pay = move |event: Event| {
        let asked = event::value(&event).and_then(|text| dollars(&text));
        too_much.set(asked.is_some_and(|asked| asked > Browse::MOST_PAY));
        on_browse.run(now().with_pay(asked));
        // What was asked for may have become what was there before, which changes nothing else.
        if let Some(field) = first.get_untracked() {
            let shown = now().at_least_pay;
            field.set_value(&shown.map_or_else(String::new, |pay| pay.to_string()));
        }
    };
    let remark = move || {
        let most = format::number(Unit::DollarsAYear, f64::from(Browse::MOST_PAY));
        let remark = too_much
            .get()
            .then(|| format!("This filter goes up to {most}, which is set now."));
        text(remark.unwrap_or_default())
    };
    let on_education = move |event: Event| {
        let place = event::value(&event).and_then(|place| place.parse().ok());
        on_browse.run(now().with_education(place));
    };
    let on_growing =
        move |event: Event| on_browse.run(now().with_growing(event::is_checked(&event)));
    let clear = move |_| {
        let mut cleared = now().without_filters();
        cleared.family = now().family;
        too_much.set(false);
        on_browse.run(cleared);
        // The button goes away; whoever reached it by keyboard goes on from here.
        if let Some(first) = first.get_untracked() {
            // A refused focus leaves the reader at the top of the page, which is near enough.
            let _ = first.focus();
        }
    };
    let chosen = move |place: Option<usize>| browse.with(|b| b.at_most_education == place);
    let levels = levels.into_iter().enumerate().map(|(place, level)| {
        view! {
            <option
                value=place.to_string()
                selected=move || chosen(Some(place))
                prop:selected=move || chosen(Some(place))
            >
                {level}
            </option>
        }
    });
    let pay = move || {
        browse.with(|b| {
            b.at_least_pay
                .map_or_else(String::new, |pay| pay.to_string())
        })
    };
    let growing = move || browse.with(|b| b.growing);
    view! {
        <form
            class="browse-filters"
            aria-label="Filter the roles"
            novalidate
            on:submit=|event: SubmitEvent| event.prevent_default()
        >
            <label class="field">
                <span>{format!("Minimum median pay ({} a year)", Currency::of_page().sign.trim())}</span>
                <input
                    node_ref=first
                    type="number"
                    inputmode="numeric"
                    min="0"
                    max=Browse::MOST_PAY.to_string()
                    step="1000"
                    placeholder="any"
                    value=pay
                    prop:value=pay
                    on:change=on_pay
                />
                <span role="status">{remark}</span>
            </label>
            <label class="field">
                <span>"Highest education you’d accept"</span>
                <select on:change=on_education>
                    <option
                        value=""
                        selected=move || chosen(None)
                        prop:selected=move || chosen(None)
                    >
                        "any"
                    </option>
                    {levels.collect_view()}
                </select>
            </label>
            <label class="tick">
                <input type="checkbox" checked=growing prop:checked=growing on:change=on_growing />
                <span>"Only growing occupations"</span>
            </label>
            <Show when=move || browse.with(Browse::is_filtered)>
                <button type="button" on:click=clear>
                    "Clear filters"
                </button>
            </Show>
        </form>
    }
    .into_any()
}

/// What a reader wrote as an amount of dollars; none where it is none.
fn dollars(text: &str) -> Option<u32> {
    let number: f64 = serde_json::from_str(text.trim().trim_start_matches('0')).ok()?;
    // A cast stops at the ends of what fits.
    (number.is_finite() && number >= 1.0).then_some(number as u32)
}
