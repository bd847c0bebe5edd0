use leptos::html::Input;
use leptos::prelude::*;

use crate::model::Dataset;
use crate::state::Comparing;
use crate::ui::{OwnRolesActions, OwnRolesForm, PickedFile};

/// How many problems of a file are listed.
const LISTED: usize = 20;

/// Opening a file of own roles, and what became of it.
#[component]
pub fn OwnRolesPart(
    /// The comparison the page is on.
    comparing: Comparing,
    /// The page's own roles, whose currency those of the file are in.
    dataset: &'static Dataset,
) -> impl IntoView {
    let file = comparing.own_file();
    let (held, problems) = (file.held(), file.problems());
    let field = NodeRef::<Input>::new();
    let asked_for = file.asked_for();
    Effect::new(move |_| {
        if asked_for.get() {
            asked_for.set(false);
            // When what was open before it is closed.
            request_animation_frame(move || {
                // The page may have been left by now.
                if let Some(field) = field.try_get_untracked().flatten() {
                    // A refused focus leaves the reader where they are.
                    let _ = field.focus();
                }
            });
        }
    });
    Effect::new(move |_| file.follow());
    let outcome = file.outcome();
    let outcome = Signal::derive(move || outcome.get().map(|outcome| outcome.to_string()));
    Effect::new(move |_| {
        if let Some(words) = outcome.get() {
            comparing.announce(&words);
        }
    });
    let titles = Memo::new(move |_| {
        let titles = |own: &crate::model::OwnRoles| {
            own.roles.iter().map(|role| role.title.clone()).collect()
        };
        held.with(|held| held.as_deref().map(titles).unwrap_or_default())
    });
    let listed = Memo::new(move |_| {
        let sentence = |problem: &crate::model::DataError| format!("{problem}.");
        problems.with(|all| all.first(LISTED).iter().map(sentence).collect())
    });
    let more = Memo::new(move |_| problems.with(|all| all.count().saturating_sub(LISTED)));
    let actions = OwnRolesActions {
        open: Callback::new(move |picked: PickedFile| file.open(picked.name, picked.content)),
        compare: Callback::new(move |()| comparing.compare_own_roles()),
        keep: Callback::new(move |keep: bool| file.keep(keep)),
        remove: Callback::new(move |()| comparing.remove_own_roles()),
        save_csv: Callback::new(move |()| file.save_csv()),
        save_json: Callback::new(move |()| file.save_json()),
        template_csv: Callback::new(move |()| file.save_template_csv()),
        template_json: Callback::new(move |()| file.save_template_json()),
    };
    view! {
        <OwnRolesForm
            field
            money=dataset.currency().name.clone()
            outcome
            titles
            problems=listed
            more
            is_kept=file.is_kept()
            actions
        />
    }
    .into_any()
}
