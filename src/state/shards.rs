use std::collections::BTreeMap;

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::{Details, RoleId};

/// The state of the data that a shard shows; it stands in the addresses of shards, so that a new
/// one is never mixed with an old one out of a cache.
const VERSION: &str = include_str!("../../data/official/version.txt");

/// Something that is fetched when it is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Fetched<T> {
    /// It is on its way.
    Loading,
    /// It is here.
    Here(T),
    /// It could not be had, for this reason.
    Failed(String),
}

/// The details of roles: fetched once, then kept.
#[derive(Clone, Copy)]
pub struct DetailShards {
    kept: RwSignal<BTreeMap<RoleId, Fetched<Details>>>,
}

impl DetailShards {
    /// Nothing fetched yet.
    pub fn new() -> Self {
        Self {
            kept: RwSignal::new(BTreeMap::new()),
        }
    }

    /// What is known of a role's details; none before they are asked for.
    pub fn get(&self, role: &RoleId) -> Option<Fetched<Details>> {
        self.kept.with(|kept| kept.get(role).cloned())
    }

    /// Fetches a role's details unless they are here or on their way. Browser only.
    pub fn ask_for(&self, role: &RoleId) {
        let known = self.kept.with_untracked(|kept| match kept.get(role) {
            Some(Fetched::Here(_) | Fetched::Loading) => true,
            Some(Fetched::Failed(_)) | None => false,
        });
        if known {
            return;
        }
        let kept = self.kept;
        let role = role.clone();
        kept.update(|kept| {
            kept.insert(role.clone(), Fetched::Loading);
        });
        spawn_local(async move {
            let details = match fetch(&format!("data/occupation/{}.json", role.0)).await {
                Ok(json) => match Details::parse(&role, &json) {
                    Ok(details) => Fetched::Here(details),
                    Err(error) => Fetched::Failed(format!("They cannot be read: {error}.")),
                },
                Err(reason) => Fetched::Failed(reason),
            };
            // The page may be gone by now, and with it the place to keep them.
            let _ = kept.try_update(|kept| kept.insert(role, details));
        });
    }
}

impl Default for DetailShards {
    fn default() -> Self {
        Self::new()
    }
}

/// The text of a file beside the page, or in words why there is none.
pub(super) async fn fetch(path: &str) -> Result<String, String> {
    let address = format!("{path}?v={}", VERSION.trim());
    let answer = Request::get(&address).send().await;
    let answer = answer.map_err(|_| "There is no connection to the site.".to_owned())?;
    if !answer.ok() {
        return Err(format!(
            "The site answered {} where the file was expected.",
            answer.status()
        ));
    }
    let text = answer.text().await;
    text.map_err(|_| "The connection broke off before the file was whole.".to_owned())
}
