//! How high a frame must be in which a chart stands whole in somebody else's page.

use super::draw::draw;
use super::spec::{ChartError, ChartSpec};
use super::text;

/// The narrowest frame that is thought of, in px, and the free room at both sides of it.
const NARROWEST: u32 = 320;
const EDGE: u32 = 16;
/// The sizes of the headline, of words and of small words with the height of their lines, in px.
const HEADLINE: (f64, u32) = (24.0, 32);
const WORDS: (f64, u32) = (16.0, 24);
const SMALL: (f64, u32) = (13.0, 20);
/// What can be pressed is so high.
const PRESSED: u32 = 44;
/// The gap between two blocks.
const GAP: u32 = 12;

/// The height, in px, that a chart with all its words needs in a frame of a phone's width. In a wider one it needs less.
pub fn frame_height(
    spec: &ChartSpec,
    headline: &str,
    sources: &[String],
) -> Result<u32, ChartError> {
    let room = NARROWEST - 2 * EDGE;
    let drawing = draw(spec, room)?;
    let height = |words: &str, (size, line): (f64, u32)| match words {
        "" => 0,
        words => text::wrap(words, f64::from(room) * text::SIZE / size).len() as u32 * line,
    };
    let legend = spec.legend.iter();
    let legend = legend.map(|entry| height(&entry.words, SMALL) + 4);
    let sources = sources.iter().map(|words| height(words, SMALL) + GAP);
    let heights = [
        2 * EDGE,
        height(headline, HEADLINE) + GAP,
        height(&spec.title, WORDS) + 4,
        height(&spec.takeaway, WORDS) + 4,
        height(&spec.key, SMALL) + 4,
        legend.sum(),
        GAP + drawing.height + GAP,
        // "Show as table", and the way to the whole comparison.
        PRESSED + GAP + PRESSED + GAP,
        sources.sum(),
    ];
    Ok(heights.iter().sum())
}
