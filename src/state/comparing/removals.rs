//! Taking roles out of the tray, and the way back.

use leptos::prelude::*;

use super::Comparing;
use super::removal::{Removal, last_of};
use crate::model::RoleId;
use crate::state::Step;

impl Comparing {
    /// The title of the role that an undo would bring back now: of those taken out one after the other, the last that
    /// is still out.
    pub fn removed(&self) -> Memo<Option<String>> {
        let (removals, selection) = (self.removals, self.selection);
        Memo::new(move |_| {
            let last = |removals: &Vec<Removal>| {
                let last = selection.with(|selection| last_of(removals, selection));
                last.map(|removal| removal.title.clone())
            };
            removals.with(last)
        })
    }

    /// Takes a role out of the tray; [`Self::undo`] brings it back.
    pub fn remove(&self, role: &RoleId) {
        let before = self.selection.get_untracked();
        let after = before.with_removed(role);
        self.go(&after, Step::Push);
        let all = self.own.dataset();
        let title = all
            .with_untracked(|all| all.title(role))
            .unwrap_or_default();
        self.removals.update(|removals| {
            removals.push(Removal {
                title,
                before,
                after,
            });
        });
    }

    /// Brings back the role that was taken out last; the next call the one before.
    pub fn undo(&self) {
        let selection = self.selection.get_untracked();
        let last = self
            .removals
            .with_untracked(|removals| last_of(removals, &selection).cloned());
        if let Some(last) = last {
            self.removals
                .update(|removals| removals.retain(|removal| *removal != last));
            self.go(&last.before, Step::Push);
        }
    }
}
