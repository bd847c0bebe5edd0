use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clipboard::copy;
use super::comparing::arrived;
use super::download::{blob, download};
use super::print::print;
use super::{Comparing, Fetched, Shards};
use crate::compare::export::{self, Export};
use crate::model::{Details, RoleId};

/// What became of a comparison that was to be taken along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The browser was given a file of this name.
    Saved(String),
    /// It lies in the clipboard.
    Copied,
    /// The clipboard was out of reach; here it is.
    AsText(String),
    /// It could not be done, for this reason.
    Failed(&'static str),
}

/// Takes the comparison the page is on along.
#[derive(Clone, Copy)]
pub struct Taking {
    comparing: Comparing,
    details: Shards<Details>,
    outcome: RwSignal<Option<Taken>>,
}

impl Taking {
    /// Nothing taken yet.
    pub fn new(comparing: Comparing, details: Shards<Details>) -> Self {
        let outcome = RwSignal::new(None);
        let selection = comparing.selection();
        // What was taken belongs to the comparison as it was.
        Effect::new(move |before: Option<()>| {
            selection.track();
            if before.is_some() {
                outcome.set(None);
            }
        });
        Self {
            comparing,
            details,
            outcome,
        }
    }

    /// What became of the last one.
    pub fn outcome(&self) -> Signal<Option<Taken>> {
        self.outcome.into()
    }

    /// Saves the comparison as CSV. Browser only.
    pub fn save_csv(&self) {
        let export = self.export();
        self.save(
            &export,
            "csv",
            "text/csv;charset=utf-8",
            &export::csv(&export),
        );
    }

    /// Saves the comparison as JSON. Browser only.
    pub fn save_json(&self) {
        let export = self.export();
        match export::json(&export) {
            Ok(text) => self.save(&export, "json", "application/json", &text),
            Err(_) => self.tell(Taken::Failed("The file could not be written.")),
        }
    }

    /// Puts the comparison into the clipboard as text. Browser only.
    pub fn copy_message(&self) {
        let text = export::message(&self.export());
        let taking = *self;
        spawn_local(async move {
            taking.tell(match copy(&text).await {
                true => Taken::Copied,
                false => Taken::AsText(text),
            });
        });
    }

    /// Prints the page. Browser only.
    pub fn print(&self) {
        if !print() {
            self.tell(Taken::Failed("This browser does not print from here."));
        }
    }

    fn export(&self) -> Export {
        let link = self.comparing.link().get_untracked();
        let selection = self.comparing.selection().get_untracked();
        untrack(|| {
            let place = selection.place();
            let figures = place.and_then(|code| self.comparing.place_figures(code));
            let details_of = |role: &RoleId| match self.details.get(role) {
                Some(Fetched::Here(details)) => Some(details),
                _ => None,
            };
            let arrived = arrived(figures.as_ref());
            let all = self.comparing.dataset();
            all.with(|all| Export::of(all, &selection, &link, arrived, &details_of))
        })
    }

    fn save(&self, export: &Export, ending: &str, media_type: &str, content: &str) {
        let name = export::file_name(None, &export.comparison.columns, ending);
        let saved = blob(media_type, content).and_then(|content| download(&name, &content));
        self.tell(Taken::of_saving(name, saved.is_ok()));
    }

    /// Says what became of it. The page may be gone by now, and with it who would read this.
    fn tell(&self, taken: Taken) {
        let words = taken.words();
        if self.outcome.try_set(Some(taken)).is_none() {
            self.comparing.announce(&words);
        }
    }
}

impl Taken {
    /// What became of a file that was to be saved.
    pub(super) fn of_saving(name: String, saved: bool) -> Self {
        match saved {
            true => Self::Saved(name),
            false => Self::Failed("This browser does not let the page save a file."),
        }
    }

    /// In words.
    pub fn words(&self) -> String {
        match self {
            Self::Saved(name) => format!("The file {name} is on its way to your downloads."),
            Self::Copied => "The comparison is in the clipboard, as text.".to_owned(),
            Self::AsText(_) => {
                "The clipboard is out of reach here. Copy the text from the field below.".to_owned()
            }
            Self::Failed(reason) => (*reason).to_owned(),
        }
    }
}
