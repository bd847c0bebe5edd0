use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Comparing;
use super::clipboard::copy;
use super::download::download;
use super::print::print;
use crate::compare::export::{self, Export};

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
    outcome: RwSignal<Option<Taken>>,
}

impl Taking {
    /// Nothing taken yet.
    pub fn new(comparing: Comparing) -> Self {
        let outcome = RwSignal::new(None);
        let selection = comparing.selection();
        // What was taken belongs to the comparison as it was.
        Effect::new(move |before: Option<()>| {
            selection.track();
            if before.is_some() {
                outcome.set(None);
            }
        });
        Self { comparing, outcome }
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
        let selection = self.comparing.selection();
        let all = self.comparing.dataset();
        all.with_untracked(|all| selection.with_untracked(|s| Export::of(all, s, &link)))
    }

    fn save(&self, export: &Export, ending: &str, media_type: &str, content: &str) {
        let name = export::file_name(export, ending);
        self.tell(match download(&name, media_type, content) {
            Ok(()) => Taken::Saved(name),
            Err(_) => Taken::Failed("This browser does not let the page save a file."),
        });
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
