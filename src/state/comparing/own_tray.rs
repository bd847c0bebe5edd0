//! The tray of the visitor's own, which is remembered on the device, beside somebody else's comparison.

use leptos::prelude::*;

use super::Comparing;
use crate::compare::Selection;
use crate::compare::link::{self, Opened};
use crate::state::address::Owner;
use crate::state::{Step, memory};

/// A selection without something.
type Without = fn(&Selection) -> Selection;

/// What an address may say of the comparison beside its roles, and a selection that does not say it.
const SAID_OF_THE_COMPARISON: [(&str, Without); 4] = [
    ("baseline", |own| own.with_baseline(None)),
    ("only", |own| own.with_only_differences(false)),
    ("place", |own| own.with_place(None)),
    ("dollars", |own| own.with_cost_adjusted(false)),
];

impl Comparing {
    /// Goes on with the tray of the last visit where the address names no roles, and keeps to somebody else's where it names
    /// others.
    pub(super) fn take_up_the_own_tray(&self) {
        // A chart in somebody else's page is that page's, and no visit of one's own.
        let embedded = self.opened.with_untracked(|opened| opened.embed.is_some());
        if embedded || !self.address.is_in_browser() {
            return;
        }
        let names_roles = self.opened.with_untracked(|opened| opened.names_roles);
        let own = self.own_tray();
        let is_own = match &own {
            None => true,
            Some(own) => self
                .selection
                .with_untracked(|selection| selection.with_linked_pay(None) == *own),
        };
        let opened = match own {
            Some(own) if !names_roles => self.with_own_tray(own),
            _ if is_own => self.opened.get_untracked(),
            _ => return,
        };
        self.go_as(&opened.selection, Owner::Visitor, Step::Replace);
        // What could not be read of the address is still said when it is another one.
        self.kept_notices.set(opened.notices);
    }

    /// The address read with the visitor's own tray in it. What it says itself of the comparison counts
    /// before what the tray says.
    fn with_own_tray(&self, own: Selection) -> Opened {
        let said = self.address.query().get_untracked();
        let said = said.trim_start_matches('?');
        let own = SAID_OF_THE_COMPARISON
            .iter()
            .filter(|(name, _)| link::names(said, name))
            .fold(own, |own, (_, without)| without(&own));
        let query = format!("{}&{said}", link::query(&own, self.dataset));
        self.parse(&query)
    }

    /// Whether this is somebody else's comparison, shown beside a tray of the visitor's own.
    pub fn is_another_s(&self) -> Memo<bool> {
        let owner = self.address.owner();
        Memo::new(move |_| owner.get() == Owner::Unknown)
    }

    /// Takes somebody else's comparison for the visitor's own, in place of the tray there was.
    pub fn replace_own(&self) {
        // The pay of whoever made the link is not the visitor's.
        let selection = self.selection.with_untracked(|s| s.with_linked_pay(None));
        self.go_as(&selection, Owner::Visitor, Step::Replace);
    }

    /// Puts somebody else's roles after the visitor's own.
    pub fn add_to_own(&self) {
        let theirs = self.selection.get_untracked();
        let own = self.own_tray().unwrap_or_else(|| theirs.clone());
        self.go_as(&own.with_all_of(&theirs), Owner::Visitor, Step::Push);
    }

    /// Goes back to the visitor's own tray.
    pub fn back_to_own(&self) {
        if let Some(own) = self.own_tray() {
            self.go_as(&own, Owner::Visitor, Step::Push);
        }
    }

    fn own_tray(&self) -> Option<Selection> {
        let own = memory::own_tray()?;
        Some(self.parse(&own).selection)
    }
}
