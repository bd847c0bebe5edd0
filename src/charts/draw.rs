use super::canvas::{Canvas, Spot};
use super::lines::Lines;
use super::rows::Rows;
use super::spec::{Body, ChartError, ChartSpec};

/// The least width a chart can be drawn for, in px.
pub(super) const LEAST_WIDTH: u32 = 240;
/// The widest drawing; a wider space gets this one.
const MOST_WIDTH: u32 = 1_400;

/// A drawn chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The drawing as SVG text.
    pub svg: String,
    /// Its width, in px.
    pub width: u32,
    /// Its height, in px.
    pub height: u32,
    /// Its marks, in the order in which they are read.
    pub spots: Vec<Spot>,
}

/// Draws a chart `width` px wide and as high as it needs to be.
///
/// The drawing has the chart's words as its accessible name, and the colors of `palette`.
pub fn draw(spec: &ChartSpec, width: u32) -> Result<Drawing, ChartError> {
    spec.check()?;
    if width < LEAST_WIDTH {
        return Err(ChartError::TooNarrow {
            found: width,
            least: LEAST_WIDTH,
        });
    }
    let width = width.min(MOST_WIDTH);
    let mut svg = String::new();
    let (height, spots) = match &spec.body {
        Body::Rows { axis, rows } => {
            let rows = Rows::lay_out(axis, rows, spec.reference.as_ref(), width);
            let mut canvas = Canvas::new(&mut svg, width, rows.height());
            rows.draw(&mut canvas)?;
            (rows.height(), canvas.finish()?)
        }
        Body::Lines {
            axis,
            years,
            lines,
            breaks,
            without,
        } => {
            let lines = Lines::lay_out(axis, *years, (lines, breaks, without), width);
            let mut canvas = Canvas::new(&mut svg, width, lines.height());
            lines.draw(&mut canvas)?;
            (lines.height(), canvas.finish()?)
        }
    };
    let class = match &spec.reference {
        Some(own) if own.is_private => "chart with-private",
        _ => "chart",
    };
    Ok(Drawing {
        svg: in_words(&svg, &spec.described(), class, (width, height)),
        width,
        height,
        spots,
    })
}

/// Replaces the root tag by one that scales, and that says what the drawing shows.
pub(super) fn in_words(
    svg: &str,
    described: &str,
    class: &str,
    (width, height): (u32, u32),
) -> String {
    let described = escaped(described);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{class}\" role=\"img\" \
         aria-label=\"{described}\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">{}",
        body_of(svg)
    )
}

/// What stands inside the root tag, with the tag that closes it.
pub(super) fn body_of(svg: &str) -> &str {
    svg.split_once('>').map_or("", |(_, body)| body)
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A way to go from one mark to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
}

impl Drawing {
    /// The mark that lies next to another one on a map; that one itself at the edge.
    pub fn beside(&self, from: usize, way: Way) -> usize {
        let middle = |spot: &Spot| {
            let (x, y) = (spot.left + spot.width / 2.0, spot.top + spot.height / 2.0);
            match way {
                Way::Right => (x, y),
                Way::Left => (-x, y),
                Way::Down => (y, x),
                Way::Up => (-y, x),
            }
        };
        let Some((along, across)) = self.spots.get(from).map(middle) else {
            return from;
        };
        let ahead = self.spots.iter().enumerate().filter_map(|(number, spot)| {
            let (other_along, other_across) = middle(spot);
            let (far, aside) = (other_along - along, (other_across - across).abs());
            // What lies straight ahead comes before what lies aside.
            (far > 1.0).then_some((number, far + 3.0 * aside))
        });
        let nearest = ahead.min_by(|a, b| a.1.total_cmp(&b.1));
        nearest.map_or(from, |(number, _)| number)
    }

    /// The mark under a place of the drawing, in px: the smallest of those that lie there.
    pub fn spot_at(&self, x: f64, y: f64) -> Option<usize> {
        let under = |spot: &Spot| {
            (spot.left..=spot.left + spot.width).contains(&x)
                && (spot.top..=spot.top + spot.height).contains(&y)
        };
        let found = self.spots.iter().enumerate();
        let found = found.filter(|(_, spot)| under(spot));
        let area = |spot: &Spot| spot.width * spot.height;
        // Of marks of one size, the nearest.
        let away = |spot: &Spot| {
            let (right, down) = (
                spot.left + spot.width / 2.0 - x,
                spot.top + spot.height / 2.0 - y,
            );
            right * right + down * down
        };
        let order = |a: &Spot, b: &Spot| {
            let by_size = area(a).total_cmp(&area(b));
            by_size.then(away(a).total_cmp(&away(b)))
        };
        found
            .min_by(|(_, a), (_, b)| order(a, b))
            .map(|(number, _)| number)
    }
}
