//! Rows of marks under each other on one axis that runs across.

use plotters::style::RGBColor;
use plotters::style::text_anchor::{HPos, VPos};

use super::axis::Axis;
use super::canvas::{Canvas, MARGIN, Scale, Setting};
use super::palette::{HAIRLINE, INK, MUTED, OWN, PAPER, color};
use super::spec::{ChartError, ChartRow, Label, Mark, Reference, RowLine, Shape, Side};
use super::text;

/// From one line of text to the next.
const LINE: i32 = 18;
/// From the line of the marks to the labels above and below it.
const LABEL_GAP: i32 = 9;
/// Below a row, before the next one; and where they stand close.
const ROW_GAP: i32 = 12;
const CLOSE_GAP: i32 = 2;
/// How thick a line is, and a bar.
const THIN: u32 = 3;
const BAR: u32 = 10;
/// How high the segments of a whole are: a label stands in them.
const SEGMENT: i32 = 22;
/// Between two segments.
const SEGMENT_GAP: i32 = 1;
/// The radius of a dot.
const DOT: i32 = 6;
/// How far the reader's own value is marked above and below the line of the marks.
const OWN_MARK: i32 = 11;
/// The ticks' labels at the foot.
const AXIS_HEIGHT: i32 = 22;
/// Room that a tick's label needs.
const TICK_WIDTH: u32 = 64;
/// Between a bar's end and the label behind it.
const BESIDE: f64 = 6.0;

/// Rows with their words broken into lines, for one width.
pub(super) struct Rows<'a> {
    axis: &'a Axis,
    rows: Vec<LaidOut<'a>>,
    /// The reader's own value, with its place on the axis.
    own: Option<(&'a Reference, f64)>,
    scale: Scale,
    width: u32,
    /// Where the axis lies, from the top.
    foot: i32,
}

/// A line of words, and whether it is a name.
type Line = (String, bool);

struct LaidOut<'a> {
    row: &'a ChartRow,
    /// Above the marks.
    lines: Vec<Line>,
    /// Below the marks: what did not fit into its segment.
    listed: Vec<Line>,
    top: i32,
    /// The line of the marks, from the top of the drawing.
    marks_at: i32,
    bottom: i32,
}

impl<'a> Rows<'a> {
    pub fn lay_out(
        axis: &'a Axis,
        rows: &'a [ChartRow],
        own: Option<&'a Reference>,
        width: u32,
    ) -> Self {
        let scale = scale(axis, rows, width);
        let own = own.and_then(|own| Some((own, own.at?)));
        let mut laid_out: Vec<LaidOut> = Vec::new();
        // Its words stand above all rows.
        let mut foot = if own.is_some() { LINE + ROW_GAP / 2 } else { 0 };
        for row in rows {
            let gap = match (laid_out.is_empty(), row.close) {
                (true, _) => 0,
                (_, true) => CLOSE_GAP,
                (_, false) => ROW_GAP,
            };
            let row = lay_out(row, scale, width, foot + gap);
            foot = row.bottom;
            laid_out.push(row);
        }
        Self {
            axis,
            rows: laid_out,
            own,
            scale,
            width,
            foot: foot + ROW_GAP,
        }
    }

    /// How high the drawing is, in px.
    pub fn height(&self) -> u32 {
        (self.foot + AXIS_HEIGHT) as u32
    }

    pub fn draw(&self, canvas: &mut Canvas) -> Result<(), ChartError> {
        self.draw_axis(canvas)?;
        if let Some((own, at)) = self.own {
            let line = vec![
                (self.scale.at(at), LINE),
                (self.scale.at(at), self.foot - ROW_GAP / 2),
            ];
            canvas.path(line, OWN, 1)?;
            let words = format!("{} {}", own.name, own.text);
            let x = self.inside(self.scale.px(at), &words);
            canvas.words(&words, (x, 0), plain(OWN, HPos::Center, VPos::Top))?;
        }
        for row in &self.rows {
            draw_row(canvas, row, self.own, self.scale, self.axis)?;
        }
        Ok(())
    }

    /// Where words are centered so that they stay inside the drawing.
    fn inside(&self, at: f64, words: &str) -> i32 {
        let half = text::width(words) / 2.0;
        let right = f64::from(self.width) - half;
        at.clamp(half, right.max(half)).round() as i32
    }

    fn draw_axis(&self, canvas: &Canvas) -> Result<(), ChartError> {
        let room = (self.scale.px.1 - self.scale.px.0) as u32 + 2 * MARGIN as u32;
        for (value, label) in self.axis.ticks(room / TICK_WIDTH) {
            let x = self.scale.at(value);
            let zero_between = value == 0.0 && self.axis.start() < 0.0;
            let color = if zero_between { MUTED } else { HAIRLINE };
            canvas.path(vec![(x, 0), (x, self.foot - ROW_GAP / 2)], color, 1)?;
            // The outer labels stay inside the drawing.
            let half = text::width(&label) / 2.0;
            let (x, h_pos) = match f64::from(x) {
                x if x - half < 0.0 => (0, HPos::Left),
                x if x + half > f64::from(self.width) => (self.width as i32, HPos::Right),
                x => (x as i32, HPos::Center),
            };
            canvas.words(&label, (x, self.foot), plain(MUTED, h_pos, VPos::Top))?;
        }
        Ok(())
    }
}

fn plain(color: RGBColor, h_pos: HPos, v_pos: VPos) -> Setting {
    Setting {
        color,
        bold: false,
        h_pos,
        v_pos,
    }
}

/// The axis across the drawing, with room beside it for the labels that stand beside their marks.
fn scale(axis: &Axis, rows: &[ChartRow], width: u32) -> Scale {
    let margin = f64::from(MARGIN);
    let beside = |side: Side| {
        let labels = rows.iter().flat_map(|row| &row.labels);
        let labels = labels.filter(|label| label.side == side);
        let widths = labels.map(|label| text::width(&label.text) + BESIDE);
        widths.fold(margin, f64::max)
    };
    Scale {
        values: (axis.start(), axis.end()),
        px: (beside(Side::Before), f64::from(width) - beside(Side::After)),
    }
}

fn lay_out(row: &ChartRow, scale: Scale, width: u32, top: i32) -> LaidOut<'_> {
    let room = f64::from(width);
    let lines: Vec<Line> = row
        .lines
        .iter()
        .flat_map(|line| match line {
            RowLine::Name(name) => with_weight(text::wrap_name(name, room), true),
            RowLine::Words(words) => with_weight(text::wrap(words, room), false),
        })
        .collect();
    let text_height = lines.len() as i32 * LINE;
    if row.marks.is_empty() {
        return LaidOut {
            row,
            lines,
            listed: Vec::new(),
            top,
            marks_at: top + text_height,
            bottom: top + text_height,
        };
    }
    let has = |side: Side| row.labels.iter().any(|label| label.side == side);
    let half = half_height(row);
    let above = if has(Side::Above) { LINE } else { 0 };
    let below = if has(Side::Below) { LINE } else { 0 };
    let marks_at = top + text_height + above + half;
    let unfitting = row.labels.iter().filter_map(|label| match &label.side {
        Side::Inside {
            from,
            to,
            otherwise,
        } if !fits(label, scale.px(*to) - scale.px(*from)) => Some(otherwise.as_str()),
        _ => None,
    });
    let unfitting: Vec<&str> = unfitting.collect();
    let listed = match unfitting.as_slice() {
        [] => Vec::new(),
        words => text::wrap(&format!("Narrow parts: {}.", words.join("; ")), room),
    };
    let bottom = marks_at + half + below + listed.len() as i32 * LINE;
    LaidOut {
        row,
        lines,
        listed: with_weight(listed, false),
        top,
        marks_at,
        bottom,
    }
}

fn with_weight(lines: Vec<String>, name: bool) -> Vec<Line> {
    lines.into_iter().map(|line| (line, name)).collect()
}

/// How far the marks of a row reach above and below their line.
fn half_height(row: &ChartRow) -> i32 {
    let bars_only = row
        .marks
        .iter()
        .all(|mark| matches!(mark.shape, Shape::Bar { .. }));
    let segments = row
        .marks
        .iter()
        .any(|mark| matches!(mark.shape, Shape::Segment { .. }));
    match (bars_only, segments) {
        (true, _) => BAR as i32 / 2 + 3,
        (_, true) => SEGMENT / 2 + 2,
        _ => LABEL_GAP,
    }
}

/// Whether a label has room in a segment so many px wide.
fn fits(label: &Label, width: f64) -> bool {
    text::width(&label.text) + 4.0 <= width
}

fn draw_row(
    canvas: &mut Canvas,
    laid_out: &LaidOut,
    own: Option<(&Reference, f64)>,
    scale: Scale,
    axis: &Axis,
) -> Result<(), ChartError> {
    let row = laid_out.row;
    let write_lines = |canvas: &Canvas, lines: &[Line], top: i32| {
        for (number, (line, is_name)) in lines.iter().enumerate() {
            let setting = Setting {
                bold: *is_name,
                ..plain(if *is_name { INK } else { MUTED }, HPos::Left, VPos::Top)
            };
            canvas.words(line, (0, top + number as i32 * LINE), setting)?;
        }
        Ok::<(), ChartError>(())
    };
    write_lines(canvas, &laid_out.lines, laid_out.top)?;
    for mark in &row.marks {
        draw_mark(canvas, row, mark, laid_out.marks_at, scale, axis)?;
    }
    // Where a row has no value, nothing is set against it.
    let has_value = row.marks.iter().any(|m| !m.shape.values().is_empty());
    if let Some((own, at)) = own.filter(|_| has_value) {
        let (x, y) = (scale.at(at), laid_out.marks_at);
        canvas.path(vec![(x, y - OWN_MARK), (x, y + OWN_MARK)], OWN, 3)?;
        let says = format!("{}. {}: {}", row.role, own.name, own.text);
        let (x, y) = (f64::from(x), f64::from(y));
        canvas.spot((x, y), (x, y), says);
    }
    draw_labels(canvas, laid_out, scale)?;
    let listed_top = laid_out.bottom - laid_out.listed.len() as i32 * LINE;
    write_lines(canvas, &laid_out.listed, listed_top + 2)
}

fn draw_mark(
    canvas: &mut Canvas,
    row: &ChartRow,
    mark: &Mark,
    y: i32,
    scale: Scale,
    axis: &Axis,
) -> Result<(), ChartError> {
    let ink = color(mark.paint);
    let (top, bottom) = (f64::from(y - DOT * 2), f64::from(y + DOT * 2));
    let spot = |canvas: &mut Canvas, from: f64, to: f64| {
        let says = format!("{}. {}", row.role, mark.says);
        canvas.spot((scale.px(from), top), (scale.px(to), bottom), says);
    };
    match mark.shape {
        Shape::Line { from, to } | Shape::Bar { from, to } => {
            let thick = match mark.shape {
                Shape::Bar { .. } => BAR,
                _ => THIN,
            };
            let line = vec![(scale.at(from), y), (scale.at(to), y)];
            canvas.path(line, ink, thick)?;
            spot(canvas, from.min(to), from.max(to));
        }
        Shape::Segment { from, to } => {
            let (left, right) = (scale.at(from), scale.at(to));
            // The gap is taken from the left one's end; a share too small for it still shows.
            let right = (right - SEGMENT_GAP).max(left + 1);
            let half = SEGMENT / 2;
            canvas.rectangle((left, y - half), (right, y + half), ink)?;
            spot(canvas, from, to);
        }
        Shape::Dot { at } => {
            canvas.dot((scale.at(at), y), DOT, ink)?;
            spot(canvas, at, at);
        }
        Shape::Ring { at } => {
            canvas.ring((scale.at(at), y), DOT, ink)?;
            spot(canvas, at, at);
        }
        Shape::AtLeast { from } => {
            let (x, end) = (scale.at(from), scale.at(axis.end()));
            canvas.path(vec![(x, y), (end, y)], ink, THIN)?;
            let head = vec![(end - 7, y - 6), (end, y), (end - 7, y + 6)];
            canvas.path(head, ink, THIN)?;
            spot(canvas, from, axis.end());
        }
        Shape::Nothing => {
            let (from, to) = (scale.at(axis.start()), scale.at(axis.end()));
            let half = SEGMENT / 2 - 3;
            for x in (from..to - 2 * half).step_by(10) {
                canvas.path(vec![(x, y + half), (x + 2 * half, y - half)], HAIRLINE, 1)?;
            }
            spot(canvas, axis.start(), axis.end());
        }
    }
    Ok(())
}

fn draw_labels(canvas: &Canvas, laid_out: &LaidOut, scale: Scale) -> Result<(), ChartError> {
    let (y, labels) = (laid_out.marks_at, &laid_out.row.labels);
    let (left, right) = (0.0, scale.px.1 + f64::from(MARGIN));
    for (side, v_pos, y) in [
        (Side::Above, VPos::Bottom, y - LABEL_GAP),
        (Side::Below, VPos::Top, y + LABEL_GAP),
    ] {
        let on_side = labels.iter().filter(|label| label.side == side);
        for (at, text) in side_by_side(on_side, scale) {
            // Centered on its value, but never over the edge of the drawing.
            let half = text::width(&text) / 2.0;
            let x = at.clamp(left + half, (right - half).max(left + half));
            let setting = plain(INK, HPos::Center, v_pos);
            canvas.words(&text, (x.round() as i32, y), setting)?;
        }
    }
    for label in labels {
        let x = scale.px(label.at);
        let (x, h_pos, color) = match &label.side {
            Side::Above | Side::Below => continue,
            Side::After => (x + BESIDE, HPos::Left, INK),
            Side::Before => (x - BESIDE, HPos::Right, INK),
            Side::Inside { from, to, .. } => {
                let width = scale.px(*to) - scale.px(*from);
                if !fits(label, width) {
                    continue;
                }
                (scale.px(*from) + width / 2.0, HPos::Center, PAPER)
            }
        };
        let setting = plain(color, h_pos, VPos::Center);
        canvas.words(&label.text, (x.round() as i32, y), setting)?;
    }
    Ok(())
}

/// The labels of one side, each with its place in px; neighbors that would run into each other
/// become one.
fn side_by_side<'a>(labels: impl Iterator<Item = &'a Label>, scale: Scale) -> Vec<(f64, String)> {
    const GAP: f64 = 8.0;
    let mut apart: Vec<(f64, String)> = Vec::new();
    for label in labels {
        let at = scale.px(label.at);
        match apart.last_mut() {
            Some((last_at, last))
                if at - *last_at < (text::width(&label.text) + text::width(last)) / 2.0 + GAP =>
            {
                *last = format!("{last} to {}", label.text);
                *last_at = (*last_at + at) / 2.0;
            }
            _ => apart.push((at, label.text.clone())),
        }
    }
    apart
}
