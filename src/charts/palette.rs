//! Colours that stand for a meaning.
//!
//! The drawing library knows only RGB. Each meaning has a colour that no design would use;
//! `style/charts.css` maps it to a token, so that light, dark and forced colors need no redraw.

use plotters::style::RGBColor;

use crate::compare::MAX_COMPARED;

/// The lines of the axis.
pub(super) const HAIRLINE: RGBColor = RGBColor(2, 2, 1);
/// Words.
pub(super) const INK: RGBColor = RGBColor(2, 2, 2);
/// Words of less weight.
pub(super) const MUTED: RGBColor = RGBColor(2, 2, 3);
/// The ground, where a mark is set off from another.
pub(super) const PAPER: RGBColor = RGBColor(2, 2, 4);

/// The colour with this number.
pub(super) fn series(colour: usize) -> RGBColor {
    RGBColor(1, 1, (colour % MAX_COMPARED) as u8 + 1)
}
