use leptos::prelude::*;

/// One thing for each key, which stays what it is for as long as its key is there.
///
/// In one place and of one type, as each use of `For` with types of its own is some kilobytes.
#[component]
pub fn Each(
    /// The keys, each once, in the order of the things.
    #[prop(into)]
    keys: Signal<Vec<String>>,
    /// Makes the thing of a key.
    view: Callback<String, AnyView>,
) -> impl IntoView {
    view! {
        <For each=move || keys.get() key=String::clone children=move |key| view.run(key) />
    }
    .into_any()
}
