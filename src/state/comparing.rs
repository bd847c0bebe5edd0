use leptos::prelude::*;

use super::{Address, Step};
use crate::compare::{self, Comparison, Selection, link, link::Opened};
use crate::model::{Dataset, RoleId};

/// The comparison the page is on: read from the address, changed by going to another address.
#[derive(Clone, Copy)]
pub struct Comparing {
    dataset: &'static Dataset,
    address: Address,
    opened: Memo<Opened>,
    comparison: Memo<Comparison>,
    announcement: RwSignal<String>,
}

impl Comparing {
    /// Follows an address.
    pub fn new(dataset: &'static Dataset, address: Address) -> Self {
        let query = address.query();
        let opened = Memo::new(move |_| query.with(|query| link::parse(query, dataset)));
        let comparison =
            Memo::new(move |_| opened.with(|opened| compare::compare(dataset, &opened.selection)));
        Effect::new(move |_| {
            let title = comparison.with(|comparison| compare::title(&comparison.columns));
            address.entitle(&format!("{title} · Crossroads"));
        });
        Self {
            dataset,
            address,
            opened,
            comparison,
            announcement: RwSignal::new(String::new()),
        }
    }

    /// The roles side by side.
    pub fn comparison(&self) -> Memo<Comparison> {
        self.comparison
    }

    /// The tray.
    pub fn selection(&self) -> Memo<Selection> {
        let opened = self.opened;
        Memo::new(move |_| opened.with(|opened| opened.selection.clone()))
    }

    /// What of the address could not be shown.
    pub fn notices(&self) -> Memo<Vec<String>> {
        let opened = self.opened;
        Memo::new(move |_| opened.with(|opened| opened.notices.clone()))
    }

    /// What just happened, for those who do not see it.
    pub fn announcement(&self) -> Signal<String> {
        self.announcement.into()
    }

    /// Switches a role over.
    pub fn switch(&self, role: &RoleId) {
        let selection = self
            .opened
            .with_untracked(|o| o.selection.with_switched(role));
        let on = selection.compared().any(|other| other == role);
        let title = self.dataset.role(role).map(|role| role.title.as_str());
        let count = selection.compared().count();
        self.announcement.set(format!(
            "{} is {}. {count} {} compared.",
            title.unwrap_or_default(),
            if on { "on" } else { "off" },
            if count == 1 { "role is" } else { "roles are" },
        ));
        self.go(&selection, Step::Push);
    }

    /// Puts the notices away: the address becomes what is shown.
    pub fn dismiss_notices(&self) {
        let selection = self.opened.with_untracked(|o| o.selection.clone());
        self.go(&selection, Step::Replace);
    }

    fn go(&self, selection: &Selection, step: Step) {
        self.address.go(&link::query(selection, self.dataset), step);
    }
}
