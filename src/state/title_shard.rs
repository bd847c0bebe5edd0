use leptos::prelude::*;
use leptos::task::spawn_local;

use super::shards::{Fetched, fetch};
use crate::model::OtherTitles;

/// The other titles people use for roles: fetched once, when somebody first looks for a role.
#[derive(Clone, Copy)]
pub struct TitleShard {
    kept: RwSignal<Option<Fetched<OtherTitles>>>,
}

impl TitleShard {
    /// Nothing fetched yet.
    pub fn new() -> Self {
        Self {
            kept: RwSignal::new(None),
        }
    }

    /// What is known of it; none before it is asked for.
    pub fn get(&self) -> Signal<Option<Fetched<OtherTitles>>> {
        self.kept.into()
    }

    /// Fetches it unless it is here or on its way. Browser only.
    pub fn ask_for(&self) {
        let kept = self.kept;
        let known =
            |kept: &Option<Fetched<_>>| matches!(kept, Some(Fetched::Here(_) | Fetched::Loading));
        if kept.with_untracked(known) {
            return;
        }
        kept.set(Some(Fetched::Loading));
        spawn_local(async move {
            let titles = match fetch("data/titles.json").await {
                Ok(json) => match OtherTitles::parse(&json) {
                    Ok(titles) => Fetched::Here(titles),
                    Err(error) => Fetched::Failed(format!("They cannot be read: {error}.")),
                },
                Err(reason) => Fetched::Failed(reason),
            };
            // The page may be gone by now, and with it the place to keep them.
            let _ = kept.try_set(Some(titles));
        });
    }
}

impl Default for TitleShard {
    fn default() -> Self {
        Self::new()
    }
}
