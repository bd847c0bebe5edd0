use leptos::prelude::*;

use super::text;
use crate::model::DataError;

/// A message in place of figures that cannot be read as they were built.
#[component]
pub fn Unreadable(
    /// What is wrong with them.
    error: DataError,
) -> impl IntoView {
    view! {
        <div class="failure" role="alert">
            <p>{text(format!("The figures could not be read. In {error}."))}</p>
            <p>"Please load the page again. If that does not help, the site needs to be built anew."</p>
        </div>
    }
    .into_any()
}
