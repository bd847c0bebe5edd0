use leptos::prelude::*;

use super::text;
use crate::compare::Step;

/// What changes on the way from one role to another: each figure with its difference.
#[component]
pub(super) fn Steps(
    /// The figures.
    steps: Vec<Step>,
) -> impl IntoView {
    let rows = steps.into_iter().map(|step| {
        view! {
            <div>
                <dt>{text(step.label)}</dt>
                <dd>
                    <span class="figure" class:non-value=!step.is_value>
                        {text(step.text)}
                    </span>
                    <span class="difference">{text(step.change)}</span>
                </dd>
            </div>
        }
    });
    view! { <dl class="steps">{rows.collect_view()}</dl> }.into_any()
}
