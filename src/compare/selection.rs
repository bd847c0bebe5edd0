use super::OwnPay;
use crate::model::{Area, AreaCode, Dataset, RoleId};

/// How many roles can be compared at once.
pub const MAX_COMPARED: usize = 6;

/// How many roles can wait in the tray, compared ones included.
pub const MAX_TRAY: usize = 30;

/// The roles in the tray, in order, each switched on (compared) or off (waiting), and how they are
/// compared.
///
/// It never holds a role twice, nor more than [`MAX_TRAY`] roles, nor more than [`MAX_COMPARED`]
/// that are on; the baseline is one of those that are on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    tray: Vec<Entry>,
    baseline: Option<RoleId>,
    only_differences: bool,
    place: Option<AreaCode>,
    cost_adjusted: bool,
    linked_pay: Option<OwnPay>,
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
        Self::compared_alone(dataset.default_tray().iter().cloned())
    }

    /// These roles in the tray, as many of them on as can be.
    pub fn compared_alone(roles: impl IntoIterator<Item = RoleId>) -> Self {
        Self::of(roles.into_iter().map(|role| Entry { role, on: true }))
    }

    /// A selection of these entries; whatever would break its promises is left out or switched off.
    pub fn of(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut selection = Self {
            tray: Vec::new(),
            baseline: None,
            only_differences: false,
            place: None,
            cost_adjusted: false,
            linked_pay: None,
        };
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

    /// Keeps the promise that the baseline is compared.
    fn settled(mut self) -> Self {
        let baseline = self.baseline.take();
        self.baseline = baseline.filter(|role| self.compared().any(|other| other == role));
        self
    }

    /// Every role in the tray, in order.
    pub fn tray(&self) -> &[Entry] {
        &self.tray
    }

    /// The roles that are on, in order.
    pub fn compared(&self) -> impl Iterator<Item = &RoleId> {
        let on = self.tray.iter().filter(|entry| entry.on);
        on.map(|entry| &entry.role)
    }

    /// The role all others are measured against.
    pub fn baseline(&self) -> Option<&RoleId> {
        self.baseline.as_ref()
    }

    /// Whether rows in which the roles do not differ are hidden.
    pub fn only_differences(&self) -> bool {
        self.only_differences
    }

    /// The place whose pay and jobs are compared; none for the whole United States.
    pub fn place(&self) -> Option<&AreaCode> {
        self.place.as_ref()
    }

    /// Whether the place's pay is divided by what things cost there.
    pub fn cost_adjusted(&self) -> bool {
        self.cost_adjusted
    }

    /// The visitor's own pay, where they want it to be in the link.
    pub fn linked_pay(&self) -> Option<OwnPay> {
        self.linked_pay
    }

    /// Whether a role is in the tray.
    pub fn holds(&self, role: &RoleId) -> bool {
        self.tray.iter().any(|entry| entry.role == *role)
    }

    /// Whether one more role could be compared.
    pub fn has_room_to_compare(&self) -> bool {
        self.compared().count() < MAX_COMPARED
    }

    /// Whether one more role fits the tray.
    pub fn has_room(&self) -> bool {
        self.tray.len() < MAX_TRAY
    }

    /// The number of each role's color, in the order of the tray: below [`MAX_COMPARED`], and no two
    /// compared roles share one. The first six keep theirs whatever is switched.
    pub fn colors(&self) -> Vec<usize> {
        let mut taken: Vec<usize> = (0..self.tray.len().min(MAX_COMPARED))
            .filter(|place| self.tray[*place].on)
            .collect();
        let colors = self.tray.iter().enumerate().map(|(place, entry)| {
            if place < MAX_COMPARED {
                return place;
            }
            let free = (0..MAX_COMPARED).find(|color| !taken.contains(color));
            let color = free.filter(|_| entry.on).unwrap_or(place % MAX_COMPARED);
            if entry.on {
                taken.push(color);
            }
            color
        });
        colors.collect()
    }

    /// The same selection with one role switched over. A role beyond [`MAX_COMPARED`] stays off.
    pub fn with_switched(&self, role: &RoleId) -> Self {
        let full = !self.has_room_to_compare();
        let mut selection = self.clone();
        for entry in selection.tray.iter_mut().filter(|e| e.role == *role) {
            entry.on = !entry.on && !full;
        }
        selection.settled()
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

    /// The same selection with a role compared that is not, or switched off where it is.
    pub fn with_toggled(&self, role: &RoleId) -> Self {
        match self.compared().any(|other| other == role) {
            true => self.with_switched(role),
            false => self.with_added(role),
        }
    }

    /// The same selection without a role.
    pub fn with_removed(&self, role: &RoleId) -> Self {
        let mut selection = self.clone();
        selection.tray.retain(|entry| entry.role != *role);
        selection.settled()
    }

    /// The same selection with another role in the place of one. Another that is in the tray already
    /// changes places with it.
    pub fn with_swapped(&self, role: &RoleId, other: &RoleId) -> Self {
        let mut selection = self.clone();
        let place = |role: &RoleId| self.tray.iter().position(|entry| entry.role == *role);
        match (place(role), place(other)) {
            (Some(from), Some(to)) => {
                selection.tray[from].role = other.clone();
                selection.tray[to].role = role.clone();
            }
            (Some(from), None) => selection.tray[from].role = other.clone(),
            (None, _) => {}
        }
        if selection.baseline.as_ref() == Some(role) && place(other).is_none() {
            selection.baseline = Some(other.clone());
        }
        selection.settled()
    }

    /// The same selection with a role at another place of the tray, counted from 0.
    pub fn with_moved(&self, role: &RoleId, to: usize) -> Self {
        let mut selection = self.clone();
        if let Some(from) = self.tray.iter().position(|entry| entry.role == *role) {
            let entry = selection.tray.remove(from);
            let to = to.min(selection.tray.len());
            selection.tray.insert(to, entry);
        }
        selection
    }

    /// The same selection with all others measured against this role, or against none. A role that
    /// is not compared cannot be it.
    pub fn with_baseline(&self, role: Option<&RoleId>) -> Self {
        Self {
            baseline: role.cloned(),
            ..self.clone()
        }
        .settled()
    }

    /// The same selection, showing all rows or only those in which the roles differ.
    pub fn with_only_differences(&self, only: bool) -> Self {
        Self {
            only_differences: only,
            ..self.clone()
        }
    }

    /// The same selection in another place, or in the whole United States. Where nothing is known of what things cost,
    /// nothing is divided by it.
    pub fn with_place(&self, area: Option<&Area>) -> Self {
        let area = area.filter(|area| area.code.0 != AreaCode::NATION);
        Self {
            place: area.map(|area| area.code.clone()),
            cost_adjusted: self.cost_adjusted && area.is_some_and(|area| area.prices.is_some()),
            ..self.clone()
        }
    }

    /// The same selection with the place's pay as it is published, or divided by what things cost there.
    pub fn with_cost_adjusted(&self, adjusted: bool) -> Self {
        Self {
            cost_adjusted: adjusted && self.place.is_some(),
            ..self.clone()
        }
    }

    /// The same selection with the visitor's own pay in its link, or without.
    pub fn with_linked_pay(&self, pay: Option<OwnPay>) -> Self {
        Self {
            linked_pay: pay,
            ..self.clone()
        }
    }

    /// The same selection with the roles of another after its own.
    pub fn with_all_of(&self, other: &Selection) -> Self {
        let mut selection = self.clone();
        for entry in &other.tray {
            selection.add(entry.role.clone(), entry.on);
        }
        selection
    }
}
