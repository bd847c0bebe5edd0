use std::collections::BTreeMap;

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::compare::FetchError;
use crate::model::{
    Alike, AreaCode, AreaFigures, DataError, Dataset, Details, OtherTitles, RoleId,
};

/// The state of the data that a shard shows; it stands in the addresses of shards, so that a new
/// one is never mixed with an old one out of a cache.
const VERSION: &str = include_str!("../../data/official/version.txt");

/// How a shard of the built site begins: with the state of the data that it shows itself.
const MARK: &str = "{\"version\":\"";

/// Something that is fetched when it is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Fetched<T> {
    /// It is on its way.
    Loading,
    /// It is here.
    Here(T),
    /// It couldn't be fetched or read.
    Failed(FetchError),
}

/// What a shard holds.
pub trait Shard: Clone + Send + Sync + 'static {
    /// By which one shard is told from another of its kind.
    type Key: Clone + Ord + Send + Sync + 'static;

    /// Where it lies, beside the page.
    fn path(key: &Self::Key) -> String;

    /// Reads it; an error says what is wrong with it.
    fn read(key: &Self::Key, json: &str) -> Result<Self, DataError>;
}

impl Shard for Details {
    type Key = RoleId;

    fn path(role: &RoleId) -> String {
        format!("data/occupation/{}.json", role.0)
    }

    fn read(role: &RoleId, json: &str) -> Result<Self, DataError> {
        Details::parse(role, json)
    }
}

impl Shard for Alike {
    type Key = RoleId;

    fn path(role: &RoleId) -> String {
        format!("data/alike/{}.json", role.0)
    }

    fn read(role: &RoleId, json: &str) -> Result<Self, DataError> {
        let dataset = Dataset::bundled().map_err(Clone::clone)?;
        Alike::parse(role, json, dataset)
    }
}

impl Shard for AreaFigures {
    type Key = AreaCode;

    fn path(area: &AreaCode) -> String {
        format!("data/area/{}.json", area.0)
    }

    fn read(area: &AreaCode, json: &str) -> Result<Self, DataError> {
        AreaFigures::parse(area, json)
    }
}

/// There is one for all roles.
impl Shard for OtherTitles {
    type Key = ();

    fn path((): &()) -> String {
        "data/titles.json".to_owned()
    }

    fn read((): &(), json: &str) -> Result<Self, DataError> {
        OtherTitles::parse(json)
    }
}

/// The shards of one kind: each fetched once, when it is first asked for, then kept.
pub struct Shards<T: Shard> {
    kept: RwSignal<BTreeMap<T::Key, Fetched<T>>>,
}

impl<T: Shard> Clone for Shards<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Shard> Copy for Shards<T> {}

impl<T: Shard> Default for Shards<T> {
    /// Nothing fetched yet.
    fn default() -> Self {
        Self {
            kept: RwSignal::new(BTreeMap::new()),
        }
    }
}

impl<T: Shard> Shards<T> {
    /// These are here already.
    pub fn holding(given: impl IntoIterator<Item = (T::Key, T)>) -> Self {
        let given = given.into_iter();
        let given = given.map(|(key, shard)| (key, Fetched::Here(shard)));
        Self {
            kept: RwSignal::new(given.collect()),
        }
    }

    /// What is known of a shard; none before it is asked for.
    pub fn get(&self, key: &T::Key) -> Option<Fetched<T>> {
        self.kept.with(|kept| kept.get(key).cloned())
    }

    /// Fetches a shard unless it is here or on its way. Browser only.
    pub fn ask_for(&self, key: &T::Key) {
        let known = self.kept.with_untracked(|kept| match kept.get(key) {
            Some(Fetched::Here(_) | Fetched::Loading) => true,
            Some(Fetched::Failed(_)) | None => false,
        });
        if known {
            return;
        }
        let kept = self.kept;
        let key = key.clone();
        kept.update(|kept| {
            kept.insert(key.clone(), Fetched::Loading);
        });
        spawn_local(async move {
            let fetched = match fetch(&T::path(&key)).await {
                Ok(json) => match T::read(&key, &json) {
                    Ok(shard) => Fetched::Here(shard),
                    Err(error) => Fetched::Failed(FetchError::Unreadable(error)),
                },
                Err(reason) => Fetched::Failed(reason),
            };
            // The page may be gone by now, and with it the place to keep them.
            let _ = kept.try_update(|kept| kept.insert(key, fetched));
        });
    }
}

/// Fetches the text of a file beside the page.
async fn fetch(path: &str) -> Result<String, FetchError> {
    let address = format!("{path}?v={}", VERSION.trim());
    let answer = Request::get(&address).send().await;
    let answer = answer.map_err(|_| FetchError::NoConnection)?;
    if !answer.ok() {
        return Err(FetchError::Status(answer.status()));
    }
    let text = answer.text().await;
    let text = text.map_err(|_| FetchError::CutOff)?;
    match text.strip_prefix(MARK) {
        Some(rest) if !rest.starts_with(VERSION.trim()) => Err(FetchError::Renewed),
        _ => Ok(text),
    }
}
