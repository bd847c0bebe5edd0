use leptos::prelude::*;
use leptos::task::spawn_local;

use super::chart_part::Charts;
use crate::charts::{ChartId, Theme, standalone};
use crate::compare::Exported;
use crate::compare::export::{caption, file_name};
use crate::model::Dataset;
use crate::state::{Comparing, is_dark, save_png, save_svg};
use crate::ui::PictureButtons;

/// The offer to save a chart as a file of its own; nothing where no compared role has it.
#[component]
pub fn PicturePart(
    /// The comparison the chart is of.
    comparing: Comparing,
    /// The roles it chooses from.
    dataset: &'static Dataset,
    /// Which chart.
    id: ChartId,
    /// The charts there are.
    charts: Charts,
) -> impl IntoView {
    let (comparison, columns) = (comparing.comparison(), comparing.columns());
    let link = comparing.link();
    let drawn = Memo::new(move |_| charts.has(id));
    let outcome = RwSignal::new(None::<String>);
    // What was saved belongs to the comparison as it was.
    Effect::new(move |_| {
        columns.track();
        outcome.set(None);
    });
    let drawing = move || {
        let sources = untrack(|| charts.sources(id));
        let lines = comparison.with_untracked(|comparison| {
            let link = link.get_untracked();
            caption(comparison, id.metrics(), &sources, dataset.release(), &link)
        });
        let theme = match is_dark() {
            true => Theme::Dark,
            false => Theme::Light,
        };
        standalone(&charts.to_take_along(id)?, theme, &lines).ok()
    };
    let name = move |ending| columns.with_untracked(|c| file_name(Some(id.key()), c, ending));
    // The page may be gone by now, and with it who would read this here.
    let tell = move |exported: Exported| {
        let words = exported.to_string();
        comparing.announce(&words);
        let _ = outcome.try_set(Some(words));
    };
    let on_svg = Callback::new(move |()| {
        if let Some(picture) = drawing() {
            tell(save_svg(name("svg"), &picture.svg));
        }
    });
    let on_png = Callback::new(move |()| {
        if let Some(picture) = drawing() {
            let name = name("png");
            spawn_local(async move {
                let size = (picture.width, picture.height);
                tell(save_png(name, &picture.svg, size).await);
            });
        }
    });
    view! {
        <Show when=move || drawn.get()>
            <PictureButtons chart=id.title() on_svg on_png outcome=outcome.into() />
        </Show>
    }
    .into_any()
}
