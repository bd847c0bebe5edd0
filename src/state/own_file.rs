use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;
use web_sys::js_sys::Promise;

use super::download::{blob, download};
use super::memory;
use crate::compare::{Exported, OwnFileOutcome as Outcome};
use crate::model::own_roles::{Problems, Reading, template_csv, template_json};
use crate::model::{Dataset, OwnRoles};

/// The visitor's own file of roles: read on this device, sent nowhere, kept only where they ask for it.
#[derive(Clone, Copy)]
pub struct OwnFile {
    base: &'static Dataset,
    /// All roles there are: the base's, with those of the file before them.
    dataset: RwSignal<Arc<Dataset>>,
    held: RwSignal<Option<Arc<OwnRoles>>>,
    problems: RwSignal<Problems>,
    outcome: RwSignal<Option<Outcome>>,
    is_kept: RwSignal<bool>,
    /// The number of the file that was opened last: one that is still being read then comes too late.
    opened: StoredValue<u32>,
    asked_for: RwSignal<bool>,
    is_followed: StoredValue<bool>,
}

/// What kept roles are called where a file has its name.
const KEPT_NAME: &str = "kept on this device";

impl OwnFile {
    /// No file yet.
    pub(super) fn new(base: &'static Dataset) -> Self {
        Self {
            base,
            dataset: RwSignal::new(Arc::new(base.clone())),
            held: RwSignal::new(None),
            problems: RwSignal::new(Problems::default()),
            outcome: RwSignal::new(None),
            is_kept: RwSignal::new(false),
            opened: StoredValue::new(0),
            asked_for: RwSignal::new(false),
            is_followed: StoredValue::new(false),
        }
    }

    /// Whether one is kept on this device. Browser only.
    pub fn is_any_kept() -> bool {
        memory::own_roles().is_some()
    }

    /// Opens the one that is kept on this device, if there is any. Browser only.
    pub fn take_up_kept(&self) {
        let Some(kept) = memory::own_roles() else {
            return;
        };
        let (own, problems) = OwnRoles::read(KEPT_NAME, &kept, self.base.currency());
        if own.roles.is_empty() {
            memory::forget_roles();
        } else {
            self.is_kept.set(true);
        }
        let any = problems.count() > 0;
        self.hold(own, problems);
        if any {
            self.tell(Outcome::PartlyLost);
        }
    }

    /// All roles there are.
    pub fn dataset(&self) -> Signal<Arc<Dataset>> {
        self.dataset.into()
    }

    /// Tells everybody that the roles have figures that they did not have before.
    pub(super) fn renew(&self) {
        self.dataset.notify();
    }

    /// The roles of the file, if one is open.
    pub fn held(&self) -> Signal<Option<Arc<OwnRoles>>> {
        self.held.into()
    }

    /// What is wrong with the file that was read last.
    pub fn problems(&self) -> Signal<Problems> {
        self.problems.into()
    }

    /// What became of what was done last.
    pub fn outcome(&self) -> Signal<Option<Outcome>> {
        self.outcome.into()
    }

    /// Whether the roles are kept on this device.
    pub fn is_kept(&self) -> Signal<bool> {
        self.is_kept.into()
    }

    /// Whether somebody has asked for the place where a file is opened, and has not been brought there.
    pub fn asked_for(&self) -> RwSignal<bool> {
        self.asked_for
    }

    /// Reads a file, unless it is too long. Browser only.
    pub fn open(&self, name: String, content: Blob) {
        let number = self.opened.with_value(|before| before.wrapping_add(1));
        self.opened.set_value(number);
        let (bytes, most) = (content.size(), OwnRoles::MOST_BYTES);
        if bytes > most as f64 {
            self.problems.set(Problems::default());
            self.tell(Outcome::TooLong { bytes, most });
            return;
        }
        let file = *self;
        spawn_local(async move {
            let text = JsFuture::from(content.text()).await;
            // The page may be gone by now, or another file open.
            let is_last = || file.opened.try_get_value() == Some(number);
            if !is_last() {
                return;
            }
            match text.ok().and_then(|text| text.as_string()) {
                Some(text) => {
                    let mut reading = Reading::new(&name, text, file.base.currency());
                    while reading.step() {
                        // So that the page answers in between.
                        pause().await;
                    }
                    if is_last() {
                        let (own, problems) = reading.finish();
                        file.take(own, problems);
                    }
                }
                None => file.tell(Outcome::Unread),
            }
        });
    }

    fn take(&self, own: OwnRoles, problems: Problems) {
        let read = Outcome::Read {
            roles: own.roles.len(),
            problems: problems.count(),
        };
        if own.roles.is_empty() {
            // What was open before stays.
            self.problems.set(problems);
            self.tell(read);
            return;
        }
        self.hold(own, problems);
        let was_kept = self.is_kept.get_untracked();
        if was_kept {
            self.keep(true);
        }
        // Why it could not be kept is what has to be said.
        if self.is_kept.get_untracked() == was_kept {
            self.tell(read);
        }
    }

    fn hold(&self, own: OwnRoles, problems: Problems) {
        self.problems.set(problems);
        if !own.roles.is_empty() {
            self.dataset.set(Arc::new(self.base.with_own(&own)));
            self.held.set(Some(Arc::new(own)));
        }
    }

    /// Keeps the roles on this device, or no longer.
    pub fn keep(&self, keep: bool) {
        if !keep {
            memory::forget_roles();
            self.is_kept.set(false);
            self.tell(Outcome::Forgotten);
            return;
        }
        let Some(own) = self.held.get_untracked() else {
            return;
        };
        let text = own.to_json();
        let kept = memory::remember_roles(&text);
        if text.len() > memory::LONGEST_ROLES {
            memory::forget_roles();
            self.tell(Outcome::TooLongToKeep {
                bytes: text.len(),
                most: memory::LONGEST_ROLES,
            });
        } else if kept {
            self.tell(Outcome::Kept);
        } else {
            // What was kept before is another file.
            memory::forget_roles();
            self.tell(Outcome::NotKept);
        }
        self.is_kept.set(kept);
        // The box shows what is, and not what was asked for.
        self.is_kept.notify();
    }

    /// From now on sees what other pages of the site keep and remove. Browser only.
    pub fn follow(&self) {
        if self.is_followed.get_value() {
            return;
        }
        self.is_followed.set_value(true);
        let file = *self;
        memory::when_roles_change_elsewhere(move || file.look_whether_kept());
    }

    /// Another page of the site may have kept another file, or removed this one: the roles stay here until this page is
    /// left, and no longer pass for kept.
    fn look_whether_kept(&self) {
        // The page may be gone by now.
        let Some(held) = self.held.try_get_untracked() else {
            return;
        };
        let here = held.map(|own| own.to_json());
        let is_kept = here.is_some() && here == memory::own_roles();
        if self.is_kept.get_untracked() != is_kept {
            self.is_kept.set(is_kept);
        }
    }

    /// Takes the roles out of the page and of this device.
    pub(super) fn remove(&self) {
        memory::forget_roles();
        self.is_kept.set(false);
        self.held.set(None);
        self.problems.set(Problems::default());
        self.dataset.set(Arc::new(self.base.clone()));
        self.tell(Outcome::Removed);
    }

    /// Saves the roles as CSV. Browser only.
    pub fn save_csv(&self) {
        if let Some(own) = self.held.get_untracked() {
            self.save("crossroads-own-roles.csv", CSV, &own.to_csv());
        }
    }

    /// Saves the roles as JSON. Browser only.
    pub fn save_json(&self) {
        if let Some(own) = self.held.get_untracked() {
            self.save("crossroads-own-roles.json", JSON, &own.to_json());
        }
    }

    /// Saves a file to be filled in, as CSV. Browser only.
    pub fn save_template_csv(&self) {
        let text = template_csv(self.base.currency());
        self.save("crossroads-template.csv", CSV, &text);
    }

    /// Saves a file to be filled in, as JSON. Browser only.
    pub fn save_template_json(&self) {
        let text = template_json(self.base.currency());
        self.save("crossroads-template.json", JSON, &text);
    }

    fn save(&self, name: &str, media_type: &str, content: &str) {
        let saved = blob(media_type, content).and_then(|content| download(name, &content));
        let exported = Exported::of_saving(name.to_owned(), saved.is_ok());
        self.tell(Outcome::Exported(exported));
    }

    fn tell(&self, outcome: Outcome) {
        self.outcome.set(Some(outcome));
    }
}

/// Lets the browser do what waits.
async fn pause() {
    let promise = Promise::new(&mut |resolve, _| {
        set_timeout(
            move || {
                // Whoever waits for it is the next line.
                let _ = resolve.call0(&JsValue::UNDEFINED);
            },
            Duration::ZERO,
        );
    });
    // It has no way to fail.
    let _ = JsFuture::from(promise).await;
}

const CSV: &str = "text/csv;charset=utf-8";
const JSON: &str = "application/json";
