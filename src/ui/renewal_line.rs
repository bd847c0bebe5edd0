use leptos::prelude::*;

/// What is said of it, in sight and out of sight.
pub const RENEWED: &str = "Crossroads has been renewed since you opened it.";

/// Says that the site has been renewed since this page was opened, and leaves it to the visitor when to go on with that.
#[component]
pub fn RenewalLine(
    /// Whether it has been.
    shown: Signal<bool>,
    /// Called to load the page anew.
    on_reload: Callback<()>,
    /// Called to stay for now.
    on_later: Callback<()>,
) -> impl IntoView {
    let line = move || {
        shown.get().then(|| {
            view! {
                <span>{RENEWED}</span>
                <button type="button" class="plain" on:click=move |_| on_reload.run(())>
                    "Load it again"
                </button>
                <button type="button" class="plain" on:click=move |_| on_later.run(())>
                    "Later"
                </button>
            }
        })
    };
    view! { <div class="renewal">{line}</div> }.into_any()
}
