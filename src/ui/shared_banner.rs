use leptos::prelude::*;

use super::text;

/// What can be done with a comparison that came with somebody's link.
#[derive(Clone, Copy)]
pub struct SharedActions {
    /// Takes it in place of the visitor's own.
    pub replace: Callback<()>,
    /// Adds its roles to the visitor's own.
    pub add: Callback<()>,
    /// Goes back to the visitor's own.
    pub back: Callback<()>,
}

/// Says that this is somebody else's comparison, and that one's own is kept.
#[component]
pub fn SharedBanner(
    /// What can be done with it.
    actions: SharedActions,
) -> impl IntoView {
    view! {
        <section class="notices shared" aria-label="A shared comparison">
            <p>"This comparison came with a link. Your own is kept as it was."</p>
            <div class="choices">
                <button type="button" class="plain" on:click=move |_| actions.back.run(())>
                    "Back to mine"
                </button>
                <button type="button" class="plain" on:click=move |_| actions.add.run(())>
                    "Add to mine"
                </button>
                <button type="button" class="plain" on:click=move |_| actions.replace.run(())>
                    "Replace mine"
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// What became of a link that was passed on.
#[component]
pub fn SharedLink(
    /// In words; nothing before.
    outcome: Signal<Option<String>>,
    /// The link itself, where it could not be passed on.
    link: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <div>
            {move || outcome.get().map(|words| view! { <p class="definition">{text(words)}</p> })}
            {move || {
                link.get()
                    .map(|link| {
                        view! {
                            <label class="link-to-copy">
                                "Link to this comparison"
                                <input type="text" readonly prop:value=link.clone() value=link />
                            </label>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}
