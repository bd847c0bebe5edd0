use leptos::prelude::*;

use super::text;

/// What saves a chart as a file of its own.
#[component]
pub fn PictureButtons(
    /// What is shown there: "Salary range".
    chart: &'static str,
    /// Called to save it as a drawing.
    on_svg: Callback<()>,
    /// Called to save it as pixels.
    on_png: Callback<()>,
    /// What became of that, in words; nothing before.
    outcome: Signal<Option<String>>,
) -> impl IntoView {
    let button = move |words: &'static str, on_press: Callback<()>| {
        view! {
            <button type="button" class="plain" on:click=move |_| on_press.run(())>
                {words}
                <span class="visually-hidden">{format!(": {chart}")}</span>
            </button>
        }
    };
    view! {
        <p class="picture-ways">
            {button("Download SVG", on_svg)} {button("Download PNG", on_png)}
            {move || outcome.get().map(|words| view! { <span class="definition">{text(words)}</span> })}
        </p>
    }
    .into_any()
}
