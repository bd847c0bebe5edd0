use crate::compare::Selection;

/// A role that was taken out of the tray, and the way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Removal {
    pub title: String,
    pub before: Selection,
    pub after: Selection,
}

/// The last removal that has led to this selection.
pub(super) fn last_of<'a>(removals: &'a [Removal], selection: &Selection) -> Option<&'a Removal> {
    let mut last = removals.iter().rev();
    last.find(|removal| removal.after == *selection)
}
