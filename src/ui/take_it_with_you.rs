use leptos::prelude::*;

/// What can be done to take the comparison along.
#[derive(Clone, Copy)]
pub struct Takings {
    /// Saves it as CSV.
    pub csv: Callback<()>,
    /// Saves it as JSON.
    pub json: Callback<()>,
    /// Puts it into the clipboard as text.
    pub text: Callback<()>,
    /// Prints the page.
    pub print: Callback<()>,
}

/// The ways to take the comparison along, and what became of the last one.
#[component]
pub fn TakeItWithYou(
    /// What can be done.
    takings: Takings,
    /// What became of it, in words; nothing before.
    outcome: Signal<Option<String>>,
    /// The text itself, where it could not be put into the clipboard.
    text: Signal<Option<String>>,
) -> impl IntoView {
    let way = |words: &'static str, act: Callback<()>| {
        view! {
            <button type="button" on:click=move |_| act.run(())>
                {words}
            </button>
        }
    };
    view! {
        <p class="prose">
            "The files hold every figure of this comparison, hidden rows too, each with its source and \
             license. Tools and technology are in them once the page has fetched them; what is fetched \
             when you open a part is not."
        </p>
        <div class="choices">
            {way("Download CSV", takings.csv)} {way("Download JSON", takings.json)}
            {way("Copy as text", takings.text)} {way("Print", takings.print)}
        </div>
        <p class="own-roles-link">
            <a href="#own-roles">"Use your own roles"</a>
        </p>
        {move || outcome.get().map(|words| view! { <p class="taken">{super::text(words)}</p> })}
        {move || {
            text.get()
                .map(|text| {
                    view! {
                        <label class="text-to-copy">
                            "This comparison as text"
                            <textarea readonly rows="12" prop:value=text></textarea>
                        </label>
                    }
                })
        }}
    }
    .into_any()
}
