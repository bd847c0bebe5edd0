use leptos::prelude::*;

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
                <span>"Crossroads has been renewed since you opened it."</span>
                <button type="button" class="plain" on:click=move |_| on_reload.run(())>
                    "Load it again"
                </button>
                <button type="button" class="plain" on:click=move |_| on_later.run(())>
                    "Later"
                </button>
            }
        })
    };
    // The place is there before the words are, so that they are read out when they come.
    view! {
        <div class="renewal" role="status">
            {line}
        </div>
    }
    .into_any()
}
