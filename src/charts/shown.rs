use crate::compare::{Column, OwnPay, PayHistory};

/// What the charts are drawn from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown<'a> {
    /// The compared roles.
    pub columns: &'a [Column],
    /// What is known of their pay in past years.
    pub histories: &'a [PayHistory],
    /// What the reader sets against their pay.
    pub own_pay: Option<OwnPayShown>,
}

impl<'a> Shown<'a> {
    /// The compared roles alone.
    pub fn of(columns: &'a [Column]) -> Self {
        Self {
            columns,
            ..Self::default()
        }
    }
}

/// The pay the reader sets against that of the roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnPayShown {
    /// The pay.
    pub pay: OwnPay,
    /// Whether it is in the link; otherwise it does not leave the screen.
    pub is_linked: bool,
}
