//! Choosing a role to add, or to take the place of another.

use leptos::prelude::*;

use super::Comparing;
use crate::model::RoleId;
use crate::state::Choosing;

impl Comparing {
    /// What a role is looked for; nothing while none is, nor where the one to be swapped is not in the tray.
    pub fn choosing(&self) -> Memo<Option<Choosing>> {
        let (choosing, selection) = (self.address.choosing(), self.selection);
        Memo::new(move |_| {
            choosing.get().filter(|choosing| match choosing {
                Choosing::Add => true,
                Choosing::Swap(role) => selection.with(|selection| selection.holds(role)),
            })
        })
    }

    /// Begins to choose a role.
    pub fn choose(&self, choosing: Choosing) {
        self.address.choose(choosing);
    }

    /// Ends choosing a role.
    pub fn stop_choosing(&self) {
        self.address.stop_choosing();
    }

    /// Does with a role what it was chosen for. After one is added, one can go on choosing.
    pub fn take_chosen(&self, role: &RoleId) {
        match self.address.choosing().get_untracked() {
            Some(Choosing::Add) => {
                self.change(|selection| selection.with_added(role));
                if self.address.choosing().with_untracked(Option::is_none) {
                    self.choose(Choosing::Add);
                }
            }
            Some(Choosing::Swap(out)) => {
                self.change(|selection| selection.with_swapped(&out, role));
                self.stop_choosing();
            }
            None => {}
        }
    }
}
