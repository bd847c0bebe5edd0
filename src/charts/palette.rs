//! Colors that stand for a meaning.
//!
//! The drawing library knows only RGB. Each meaning has a color that no design would use;
//! `style/charts.css` maps it to a token, so that light, dark and forced colors need no redraw, and
//! [`super::standalone`] replaces it by the token's color where an image leaves the page.

use plotters::style::RGBColor;

use super::spec::Paint;
use crate::compare::MAX_COMPARED;

/// The lines of the axis.
pub(super) const HAIRLINE: RGBColor = RGBColor(2, 2, 1);
/// Words.
pub(super) const INK: RGBColor = RGBColor(2, 2, 2);
/// Words of less weight.
pub(super) const MUTED: RGBColor = RGBColor(2, 2, 3);
/// The ground, where a mark is set off from another.
pub(super) const PAPER: RGBColor = RGBColor(2, 2, 4);

/// The reader's own value.
pub(super) const OWN: RGBColor = RGBColor(2, 2, 5);

/// How many steps the tones have: the most shares a whole is shown in.
pub const TONES: usize = 7;

/// The color of a mark.
pub(super) fn color(paint: Paint) -> RGBColor {
    match paint {
        Paint::Role(number) => RGBColor(1, 1, (number % MAX_COMPARED) as u8 + 1),
        Paint::Tone(number) => RGBColor(1, 2, (number % TONES) as u8 + 1),
    }
}

/// The token of a role's color in `style/tokens.css`.
pub(super) fn role_token(number: usize) -> String {
    format!("--series-{}", number % MAX_COMPARED + 1)
}

/// The token of a step of the tones.
pub(super) fn tone_token(number: usize) -> String {
    format!("--tone-{}", number % TONES + 1)
}

/// A color as the drawing library writes it.
pub(super) fn hex(color: RGBColor) -> String {
    format!("#{:02X}{:02X}{:02X}", color.0, color.1, color.2)
}

/// The token that stands for each color: `("#010101", "--series-1")`.
pub(super) fn tokens() -> Vec<(String, String)> {
    let roles = (0..MAX_COMPARED).map(|n| (hex(color(Paint::Role(n))), role_token(n)));
    let tones = (0..TONES).map(|n| (hex(color(Paint::Tone(n))), tone_token(n)));
    let others = [
        (HAIRLINE, "--hairline"),
        (INK, "--ink"),
        (MUTED, "--ink-muted"),
        (PAPER, "--paper"),
        (OWN, "--ink"),
    ];
    let others = others.map(|(color, token)| (hex(color), token.to_owned()));
    roles.chain(tones).chain(others).collect()
}
