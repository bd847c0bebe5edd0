use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clipboard::copy;
use super::comparing::arrived;
use super::download::{blob, download};
use super::print::print;
use super::{Comparing, Fetched, Shards};
use crate::compare::Exported;
use crate::compare::export::{self, Export};
use crate::model::{Details, RoleId};

/// Exports the comparison the page shows.
#[derive(Clone, Copy)]
pub struct Exporting {
    comparing: Comparing,
    details: Shards<Details>,
    outcome: RwSignal<Option<Exported>>,
}

impl Exporting {
    /// Nothing exported yet.
    pub fn new(comparing: Comparing, details: Shards<Details>) -> Self {
        let outcome = RwSignal::new(None);
        let selection = comparing.selection();
        // The outcome of an export belongs to the comparison as it was.
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

    /// The outcome of the last export.
    pub fn outcome(&self) -> Signal<Option<Exported>> {
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
            Err(_) => self.tell(Exported::NotWritten),
        }
    }

    /// Puts the comparison into the clipboard as text. Browser only.
    pub fn copy_message(&self) {
        let text = export::message(&self.export());
        let exporting = *self;
        spawn_local(async move {
            exporting.tell(match copy(&text).await {
                true => Exported::Copied,
                false => Exported::AsText(text),
            });
        });
    }

    /// Prints the page. Browser only.
    pub fn print(&self) {
        if !print() {
            self.tell(Exported::NotPrinted);
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
        self.tell(Exported::of_saving(name, saved.is_ok()));
    }

    /// Shows the outcome, or announces it if the component has been unmounted.
    fn tell(&self, exported: Exported) {
        let words = exported.to_string();
        if self.outcome.try_set(Some(exported)).is_none() {
            self.comparing.announce(&words);
        }
    }
}
