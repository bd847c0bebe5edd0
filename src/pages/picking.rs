use std::sync::Arc;

use leptos::prelude::*;

use super::tray_part::limit;
use crate::compare::link::View;
use crate::compare::search::Index;
use crate::compare::{self, Start};
use crate::model::{OtherTitles, RoleId};
use crate::state::{Comparing, Fetched, Shards};
use crate::ui::{Choice, Picker, PickerActions};

/// Finding a role by the title people use.
#[component]
pub fn Picking(
    /// The comparison the page is on.
    comparing: Comparing,
) -> impl IntoView {
    let (choosing, dataset) = (comparing.choosing(), comparing.dataset());
    let query = RwSignal::new(String::new());
    let shards = Shards::<OtherTitles>::default();
    let titles = move || shards.get(&());
    let opened = Memo::new(move |_| choosing.with(Option::is_some));
    Effect::new(move |_| {
        // They are those of the official occupations.
        if opened.get() && dataset.with_untracked(|all| all.has_official()) {
            shards.ask_for(&());
        }
    });
    // At once with the titles that are compiled in, and anew when the others have come.
    let index = Memo::new_with_compare(
        move |_| {
            opened.get().then(|| {
                Arc::new(match &titles() {
                    Some(Fetched::Here(titles)) => {
                        dataset.with(|all| Index::new(all, Some(titles)))
                    }
                    _ => dataset.with(|all| Index::new(all, None)),
                })
            })
        },
        |_, _| true,
    );
    let selection = comparing.selection();
    let choices = Memo::new(move |_| {
        let hits = index.with(|index| match index {
            Some(index) => query.with(|query| index.search(query)),
            None => Vec::new(),
        });
        let hits = hits.into_iter().map(|hit| Choice {
            title: dataset.with(|all| match all.provenance(&hit.role) {
                Some(provenance) => format!("{}, {provenance}", hit.title),
                None => hit.title.clone(),
            }),
            why: hit.why.to_string(),
            covers: hit.covers(),
            in_tray: selection.with(|selection| selection.holds(&hit.role)),
            role: hit.role,
        });
        hits.collect::<Vec<_>>()
    });
    let limit = limit(selection);
    let failed = Memo::new(move |_| matches!(titles(), Some(Fetched::Failed(_))));
    let remark = Memo::new(move |_| {
        let typed = query.with(|query| !query.trim().is_empty());
        let found = choices.with(Vec::len);
        let titles = titles();
        let mut remarks = Vec::new();
        match &titles {
            Some(Fetched::Loading) => {
                remarks.push("The other titles people use are on their way.".to_owned());
            }
            Some(Fetched::Failed(reason)) => remarks.push(format!(
                "Only official titles are searched. The other titles couldn’t be loaded: {reason}"
            )),
            _ => {}
        }
        let all_here =
            matches!(titles, Some(Fetched::Here(_))) || !dataset.with(|all| all.has_official());
        if typed {
            remarks.push(match found {
                0 if !all_here => "No official title is like this.".to_owned(),
                0 => "No role found. Try a plainer word, or a part of one.".to_owned(),
                1 => "1 role found.".to_owned(),
                _ => format!("{found} roles found."),
            });
        }
        (!remarks.is_empty()).then(|| remarks.join(" "))
    });
    let actions = PickerActions {
        choose: Callback::new(move |role: RoleId| comparing.take_chosen(&role)),
        start: Callback::new(move |start: Start| {
            comparing.change(|_| start.selection);
            comparing.stop_choosing();
        }),
        retry: Callback::new(move |()| shards.ask_for(&())),
        browse: Callback::new(move |()| comparing.show(View::Browse)),
        own: Callback::new(move |()| comparing.ask_for_own_file()),
    };
    let browse_href = Signal::derive(move || comparing.query_of(View::Browse));
    let starts = StoredValue::new(dataset.with_untracked(|all| compare::starts(all)));
    view! { <Picker
        opened
        query
        choices
        remark
        limit
        announcement=comparing.announcement()
        failed
        starts
        browse_href
        actions
    /> }
    .into_any()
}
