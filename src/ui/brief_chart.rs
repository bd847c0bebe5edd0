use leptos::html::Div;
use leptos::prelude::*;

use super::{ChartPicture, text};
use crate::charts::{self, ChartSpec};

/// A chart's picture with its title and a link to where the rest is.
#[component]
pub fn BriefChart(
    /// What is drawn; nothing where no compared role has it.
    spec: Memo<Option<ChartSpec>>,
    /// The width there is for the picture, in px.
    width: Signal<u32>,
    /// Where that width is measured.
    frame: NodeRef<Div>,
    /// The address of the full chart on this page, and its words.
    full: (&'static str, &'static str),
) -> impl IntoView {
    let has_chart = Memo::new(move |_| spec.with(Option::is_some));
    let title = Memo::new(move |_| {
        spec.with(|spec| {
            spec.as_ref()
                .map(|spec| spec.title.clone())
                .unwrap_or_default()
        })
    });
    let (full_at, words) = full;
    view! {
        <Show when=move || has_chart.get()>
            <figure class="chart-figure">
                <figcaption>
                    <span class="chart-title">{move || text(title.get())}</span>
                    " "
                    <a href=full_at>{words}</a>
                </figcaption>
                <div class="frame" node_ref=frame>
                    {drawn(spec, width)}
                </div>
            </figure>
        </Show>
    }
    .into_any()
}

/// A chart, redrawn for the width it has; where it cannot be drawn, why.
pub(super) fn drawn(spec: Memo<Option<ChartSpec>>, width: Signal<u32>) -> AnyView {
    let picture = Memo::new(move |_| {
        let width = width.get();
        spec.with(|spec| spec.as_ref().map(|spec| charts::draw(spec, width)))
    });
    let svg = move || match picture.get() {
        Some(Ok(drawing)) => {
            let title = spec.with_untracked(|spec| spec.as_ref().map(|spec| spec.title.clone()));
            view! { <ChartPicture drawing title=title.unwrap_or_default() /> }.into_any()
        }
        Some(Err(error)) => {
            view! { <p class="failure">{text(format!("No chart: {error}."))}</p> }.into_any()
        }
        None => ().into_any(),
    };
    svg.into_any()
}
