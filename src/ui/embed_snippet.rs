use leptos::prelude::*;

use super::text;

/// What one pastes into a page of one's own to show a chart there.
#[component]
pub fn EmbedSnippet(
    /// What is shown there: "Salary range".
    chart: &'static str,
    /// The HTML to paste.
    snippet: Signal<String>,
    /// Called with it, to be put into the clipboard.
    on_copy: Callback<String>,
    /// What became of that, in words; nothing before.
    outcome: Signal<Option<String>>,
) -> impl IntoView {
    // How high the frame must be takes a drawing; it is made when somebody wants it.
    let wanted = RwSignal::new(false);
    let pasted = move || match wanted.get() {
        true => snippet.get(),
        false => String::new(),
    };
    view! {
        <details class="rest embed-snippet">
            <summary on:click=move |_| wanted.set(true)>"Embed" <span class="visually-hidden">{format!(": {chart}")}</span></summary>
            <label>
                "Paste this into your page"
                <textarea readonly rows="4" prop:value=pasted></textarea>
            </label>
            <button type="button" on:click=move |_| on_copy.run(snippet.get_untracked())>
                "Copy"
            </button>
            {move || outcome.get().map(|words| view! { <p class="definition">{text(words)}</p> })}
        </details>
    }
    .into_any()
}
