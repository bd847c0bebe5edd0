//! Which places of an order could be its first one, as far as the survey can tell.

use crate::number::Number;

/// How many places of an order are kept in a shard.
pub const KEPT: usize = 5;

/// How many standard errors of a difference it has to exceed to be called one: 95 percent confidence.
const NORMAL_AT_95: f64 = 1.96;

/// A figure and its relative standard error in percent, where that is released.
pub type Estimated<'n> = (&'n Number, Option<&'n Number>);

/// The positions of the figures that no other figure clearly exceeds. Any of these could be the highest, and no two of them
/// can be told apart.
///
/// All others are asked, not the first alone: one with a large error may not be clearly below the first and yet clearly below
/// the second.
pub fn could_be_first(figures: &[Estimated<'_>]) -> Vec<usize> {
    let is_exceeded = |one: &Estimated<'_>| figures.iter().any(|other| clearly_exceeds(other, one));
    let positions = figures.iter().enumerate();
    let positions = positions.filter(|(_, one)| !is_exceeded(one));
    positions.map(|(at, _)| at).collect()
}

/// Whether a figure is higher than another by more than the survey's error. Without a released error, none is.
fn clearly_exceeds((high, high_error): &Estimated<'_>, (low, low_error): &Estimated<'_>) -> bool {
    let (Some(high_error), Some(low_error)) = (high_error, low_error) else {
        return false;
    };
    let standard_error =
        |figure: &Number, percent: &Number| figure.value() * percent.value() / 100.0;
    let error = standard_error(high, high_error).hypot(standard_error(low, low_error));
    high.value() - low.value() > NORMAL_AT_95 * error
}
