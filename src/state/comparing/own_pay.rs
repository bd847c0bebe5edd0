//! The visitor's own pay: kept on the device, in the address only when they say so.

use leptos::prelude::*;

use super::Comparing;
use crate::compare::{OwnPay, Selection};
use crate::state::{Step, memory};

impl Comparing {
    /// The pay that is set against that of the roles: the link's, where it holds one, else the visitor's own.
    pub fn own_pay(&self) -> Memo<Option<OwnPay>> {
        let (selection, kept) = (self.selection, self.kept_pay);
        Memo::new(move |_| selection.with(Selection::linked_pay).or(kept.get()))
    }

    /// Whether that pay is in the link.
    pub fn own_pay_is_linked(&self) -> Memo<bool> {
        let selection = self.selection;
        Memo::new(move |_| selection.with(|selection| selection.linked_pay().is_some()))
    }

    /// Keeps the visitor's own pay on this device; in the link only where it is there already.
    pub fn keep_own_pay(&self, pay: OwnPay) {
        memory::remember_pay(pay);
        self.kept_pay.set(Some(pay));
        if self.selection.with_untracked(|s| s.linked_pay().is_some()) {
            self.write_own_pay(Some(pay));
        }
    }

    /// Puts the pay into the link, or takes it out.
    pub fn link_own_pay(&self, linked: bool) {
        let pay = self.selection.with_untracked(Selection::linked_pay);
        let pay = pay.or(self.kept_pay.get_untracked());
        self.write_own_pay(pay.filter(|_| linked));
    }

    /// Forgets the pay: on this device and in the link.
    pub fn forget_own_pay(&self) {
        memory::forget_pay();
        self.kept_pay.set(None);
        self.write_own_pay(None);
    }

    /// Nothing that Back would bring into the address again.
    fn write_own_pay(&self, pay: Option<OwnPay>) {
        let selection = self.selection.with_untracked(|s| s.with_linked_pay(pay));
        self.go(&selection, Step::Replace);
    }
}
