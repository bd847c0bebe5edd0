//! The roles of the visitor's own file among those that are compared.

use std::sync::Arc;

use leptos::prelude::*;

use super::Comparing;
use crate::compare::Selection;
use crate::model::Dataset;
use crate::state::{OwnFile, Step};

impl Comparing {
    /// All roles that can be compared: the page's and the visitor's own.
    pub fn dataset(&self) -> Signal<Arc<Dataset>> {
        self.own.dataset()
    }

    /// The visitor's own file.
    pub fn own_file(&self) -> OwnFile {
        self.own
    }

    /// Puts the roles of the own file into the tray, as many as fit; those beyond what can be compared wait.
    pub fn compare_own_roles(&self) {
        let Some(own) = self.own.held().get_untracked() else {
            return;
        };
        self.change(|selection| {
            let roles = own.roles.iter();
            roles.fold(selection.clone(), |selection, role| {
                // One that is there stays as it is, on or off.
                match selection.holds(&role.id) {
                    true => selection,
                    false => selection.with_added(&role.id),
                }
            })
        });
    }

    /// Takes the roles of the own file out of the tray, the page and the device.
    pub fn remove_own_roles(&self) {
        self.change(|selection| {
            let tray = selection.tray().iter().map(|entry| &entry.role);
            let own = tray.filter(|role| role.is_own());
            own.fold(selection.clone(), |selection, role| {
                selection.with_removed(role)
            })
        });
        self.own.remove();
    }

    /// Ends choosing a role and asks for the place where a file is opened.
    pub fn ask_for_own_file(&self) {
        let selection: Selection = self.selection.get_untracked();
        // In the place of the picker in the history, so that nothing goes back and scrolls meanwhile.
        self.go(&selection, Step::Push);
        self.own.asked_for().set(true);
    }
}
