use crate::model::{Dataset, RoleId};

/// How many roles can be compared at once.
pub const MAX_COMPARED: usize = 6;

/// How many roles can wait in the tray, compared ones included.
pub const MAX_TRAY: usize = 30;

/// The roles in the tray, in order, each switched on (compared) or off (waiting).
///
/// It never holds a role twice, nor more than [`MAX_TRAY`] roles, nor more than [`MAX_COMPARED`]
/// that are on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    tray: Vec<Entry>,
}

/// A role in the tray.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The role.
    pub role: RoleId,
    /// Whether it is compared or waits.
    pub on: bool,
}

impl Selection {
    /// The comparison a first visit opens on.
    pub fn default_of(dataset: &Dataset) -> Self {
        let mut selection = Self { tray: Vec::new() };
        for role in dataset.default_tray() {
            selection.add(role.clone(), true);
        }
        selection
    }

    /// A selection of these entries; whatever would break its promises is left out or switched off.
    pub fn of(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut selection = Self { tray: Vec::new() };
        for entry in entries {
            selection.add(entry.role, entry.on);
        }
        selection
    }

    fn add(&mut self, role: RoleId, on: bool) {
        if !self.holds(&role) && self.tray.len() < MAX_TRAY {
            let on = on && self.compared().count() < MAX_COMPARED;
            self.tray.push(Entry { role, on });
        }
    }

    /// The same selection with one more role: on, or waiting where [`MAX_COMPARED`] are on. A role
    /// that is in the tray is switched on; in a full tray nothing changes.
    pub fn with_added(&self, role: &RoleId) -> Self {
        let waits = |entry: &Entry| entry.role == *role && !entry.on;
        if self.tray.iter().any(waits) {
            return self.with_switched(role);
        }
        let mut selection = self.clone();
        selection.add(role.clone(), true);
        selection
    }

    /// Whether a role is in the tray.
    pub fn holds(&self, role: &RoleId) -> bool {
        self.tray.iter().any(|entry| entry.role == *role)
    }

    /// Every role in the tray, in order.
    pub fn tray(&self) -> &[Entry] {
        &self.tray
    }

    /// The roles that are on, in order.
    pub fn compared(&self) -> impl Iterator<Item = &RoleId> {
        self.tray
            .iter()
            .filter(|entry| entry.on)
            .map(|entry| &entry.role)
    }

    /// The same selection with one role switched over. A role beyond [`MAX_COMPARED`] stays off.
    pub fn with_switched(&self, role: &RoleId) -> Self {
        let full = self.compared().count() >= MAX_COMPARED;
        let tray = self.tray.iter().map(|entry| {
            let on = if entry.role == *role {
                !entry.on && !full
            } else {
                entry.on
            };
            Entry {
                role: entry.role.clone(),
                on,
            }
        });
        Self {
            tray: tray.collect(),
        }
    }
}
