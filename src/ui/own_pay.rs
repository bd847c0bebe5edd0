use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::{event, text};
use crate::compare::OwnPay;
use crate::model::{Currency, PayPeriod};

/// What can be done with the visitor's own pay.
#[derive(Clone, Copy)]
pub struct OwnPayActions {
    /// Keeps it on this device.
    pub keep: Callback<OwnPay>,
    /// Puts it into the link, or takes it out.
    pub link: Callback<bool>,
    /// Forgets it.
    pub forget: Callback<()>,
}

/// A field for the visitor's own pay or offer, and where it falls among that of each role.
#[component]
pub fn OwnPayForm(
    /// The pay, if there is one.
    pay: Memo<Option<OwnPay>>,
    /// Whether it is in the link.
    is_linked: Memo<bool>,
    /// One sentence for each compared role.
    sentences: Memo<Vec<String>>,
    /// What can be done.
    actions: OwnPayActions,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let hourly = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let pay = pay.get();
        if let Some(pay) = pay {
            hourly.set(pay.period == PayPeriod::Hourly);
        }
        problem.set(None);
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let text = input
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default();
        let period = match hourly.get_untracked() {
            true => PayPeriod::Hourly,
            false => PayPeriod::Yearly,
        };
        match OwnPay::typed(&text, period) {
            Ok(pay) => {
                problem.set(None);
                actions.keep.run(pay);
            }
            Err(error) => problem.set(Some(error.to_string())),
        }
    };
    let forget = move |_| {
        actions.forget.run(());
        if let Some(input) = input.get_untracked() {
            input.set_value("");
            // The button goes away; whoever reached it by keyboard goes on from here.
            let _ = input.focus();
        }
    };
    let typed = move || pay.get().map(OwnPay::as_typed).unwrap_or_default();
    let told = move || {
        let sentences = pay.get().map(|_| sentences.get()).unwrap_or_default();
        sentences
            .into_iter()
            .map(|sentence| view! { <li>{text(sentence)}</li> })
            .collect_view()
    };
    // Not one that is sent: the page is served with the form, and it can be pressed before the program is there.
    view! {
        <form method="dialog" class="own-pay" aria-label="Your own pay" novalidate on:submit=submit>
            <label class="field">
                <span>{format!("Your own pay or an offer, in {}", Currency::of_page().short())}</span>
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    node_ref=input
                    aria-invalid=move || problem.with(Option::is_some).to_string()
                    aria-describedby="own-pay-says"
                    prop:value=typed
                />
            </label>
            <label class="field">
                <span>"By the"</span>
                <select
                    on:change=move |event| hourly.set(event::value(&event).as_deref() == Some("hour"))
                    prop:value=move || if hourly.get() { "hour" } else { "year" }
                >
                    <option value="year">"year"</option>
                    <option value="hour">"hour"</option>
                </select>
            </label>
            <button type="submit">"Compare it"</button>
        </form>
        <div id="own-pay-says" aria-live="polite">
            {move || problem.get().map(|words| view! { <p class="problem">{text(words)}</p> })}
            <ul class="standings">{told}</ul>
        </div>
        <p class="definition">
            "It stays on this device. It is set against published pay of the same period and never \
             multiplied from hours to years. The BLS wage survey counts pay before taxes, without overtime and nonproduction \
             bonuses."
        </p>
        <Show when=move || pay.with(Option::is_some)>
            <div class="own-pay-choices">
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || is_linked.get()
                        on:change=move |event| actions.link.run(event::is_checked(&event))
                    />
                    "Include my pay in the link (anyone with the link can see it)"
                </label>
                <button type="button" class="plain" on:click=forget>
                    "Forget it"
                </button>
            </div>
        </Show>
    }
    .into_any()
}
