use std::fmt::Display;

use plotters::coord::Shift;
use plotters::coord::types::{RangedCoordf64, RangedCoordi32};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::palette::{HAIRLINE, INK, MUTED, PAPER, series};
use super::spec::{ChartError, ChartRow, ChartSpec, Label, Mark, Side};
use super::text;

/// The least width a chart can be drawn for, in px.
const LEAST_WIDTH: u32 = 240;
/// The widest picture; a wider place gets this one.
const MOST_WIDTH: u32 = 1_400;
/// Free room at both sides, so that a dot at the very end of the axis is not cut.
const MARGIN: i32 = 8;
/// From one line of text to the next.
const LINE: i32 = 18;
/// From the line of the marks to the labels above and below it.
const LABEL_GAP: i32 = 9;
/// Below a row, before the next one.
const ROW_GAP: i32 = 12;
/// How thick a line is, and a bar.
const THIN: u32 = 3;
const BAR: u32 = 10;
/// The ticks' labels at the foot.
const AXIS_HEIGHT: i32 = 22;
/// Room that a tick's label needs.
const TICK_WIDTH: u32 = 64;
/// The drawing library writes a font's size divided by this.
const FONT_SCALE: f64 = 1.24;

type Area<'a> = DrawingArea<SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordi32>>;

/// Draws a chart as SVG text, `width` px wide and as high as its rows need.
///
/// The picture has the chart's words as its accessible name, and the colours of `palette`.
pub fn draw(spec: &ChartSpec, width: u32) -> Result<String, ChartError> {
    spec.check()?;
    if width < LEAST_WIDTH {
        return Err(ChartError::TooNarrow {
            found: width,
            least: LEAST_WIDTH,
        });
    }
    let width = width.min(MOST_WIDTH);
    let room = f64::from(width) - f64::from(2 * MARGIN);
    let rows: Vec<LaidOut> = spec.rows.iter().map(|row| lay_out(row, room)).collect();
    let rows_height: i32 = rows.iter().map(|row| row.height + ROW_GAP).sum();
    let height = rows_height + AXIS_HEIGHT;

    let mut svg = String::new();
    {
        let root = SVGBackend::with_string(&mut svg, (width, height as u32)).into_drawing_area();
        let area = with_axis(&root, spec, width, height);
        draw_axis(&area, spec, width, rows_height)?;
        let mut top = 0;
        for row in &rows {
            draw_row(&area, row, spec.axis.end(), top, room)?;
            top += row.height + ROW_GAP;
        }
        root.present().map_err(drawing)?;
    }
    Ok(with_words(&svg, spec, width, height))
}

/// A row with its name and words broken into lines.
struct LaidOut<'a> {
    row: &'a ChartRow,
    name: Vec<String>,
    words: Vec<String>,
    /// From the row's top to the line of its marks.
    marks_at: i32,
    height: i32,
}

fn lay_out(row: &ChartRow, room: f64) -> LaidOut<'_> {
    let name = text::wrap_name(&row.name, room);
    let words = row.words.as_ref();
    let words = words.map_or_else(Vec::new, |words| text::wrap(words, room));
    let text_height = (name.len() + words.len()) as i32 * LINE;
    if row.marks.is_empty() {
        return LaidOut {
            row,
            name,
            words,
            marks_at: text_height,
            height: text_height,
        };
    }
    let has = |side: Side| row.labels.iter().any(|label| label.side == side);
    let above = if has(Side::Above) { LINE } else { 0 };
    let below = if has(Side::Below) { LINE } else { 0 };
    let marks_at = text_height + above + LABEL_GAP;
    LaidOut {
        row,
        name,
        words,
        marks_at,
        height: marks_at + LABEL_GAP + below,
    }
}

fn with_axis<'a>(
    root: &DrawingArea<SVGBackend<'a>, Shift>,
    spec: &ChartSpec,
    width: u32,
    height: i32,
) -> Area<'a> {
    let across = MARGIN..width as i32 - MARGIN;
    root.apply_coord_spec(Cartesian2d::new(
        0.0..spec.axis.end(),
        0..height,
        (across, 0..height),
    ))
}

fn draw_axis(
    area: &Area,
    spec: &ChartSpec,
    width: u32,
    rows_height: i32,
) -> Result<(), ChartError> {
    let ticks = spec.axis.ticks(width / TICK_WIDTH);
    for (value, label) in &ticks {
        let line = vec![(*value, 0), (*value, rows_height - ROW_GAP / 2)];
        area.draw(&PathElement::new(line, HAIRLINE.stroke_width(1)))
            .map_err(drawing)?;
        // The outer labels stay inside the picture.
        let at_end = (*value - spec.axis.end()).abs() < f64::EPSILON;
        let side = match (*value == 0.0, at_end) {
            (true, _) => HPos::Left,
            (_, true) => HPos::Right,
            _ => HPos::Center,
        };
        let shift = match side {
            HPos::Left => -MARGIN,
            HPos::Right => MARGIN,
            HPos::Center => 0,
        };
        let style = words(MUTED, side, VPos::Top);
        write(area, label, (*value, rows_height), shift, style)?;
    }
    Ok(())
}

fn draw_row(
    area: &Area,
    laid_out: &LaidOut,
    axis_end: f64,
    top: i32,
    room: f64,
) -> Result<(), ChartError> {
    let row = laid_out.row;
    let bold = TextStyle {
        font: words_font().style(FontStyle::Bold),
        ..words(INK, HPos::Left, VPos::Top)
    };
    let plain = words(MUTED, HPos::Left, VPos::Top);
    let name = laid_out.name.iter().map(|line| (line, &bold));
    let lines = name.chain(laid_out.words.iter().map(|line| (line, &plain)));
    for (number, (line, style)) in lines.enumerate() {
        let at = (0.0, top + number as i32 * LINE);
        write(area, line, at, -MARGIN, style.clone())?;
    }
    let marks_at = top + laid_out.marks_at;
    let colour = series(row.colour);
    for mark in &row.marks {
        match *mark {
            Mark::Line { from, to } | Mark::Bar { from, to } => {
                let width = match mark {
                    Mark::Bar { .. } => BAR,
                    _ => THIN,
                };
                let line = vec![(from, marks_at), (to, marks_at)];
                area.draw(&PathElement::new(line, colour.stroke_width(width)))
                    .map_err(drawing)?;
            }
            Mark::Dot { at } => {
                for (radius, fill) in [(8, PAPER), (6, colour)] {
                    area.draw(&Circle::new((at, marks_at), radius, fill.filled()))
                        .map_err(drawing)?;
                }
            }
        }
    }
    let px = |value: f64| value / axis_end * room;
    for (side, v_pos, y) in [
        (Side::Above, VPos::Bottom, marks_at - LABEL_GAP),
        (Side::Below, VPos::Top, marks_at + LABEL_GAP),
    ] {
        let labels = row.labels.iter().filter(|label| label.side == side);
        for label in side_by_side(labels, px) {
            // Centred on its value, but never over the edge of the picture.
            let half = text::width(&label.text) / 2.0;
            let centre = px(label.at).clamp(half, (room - half).max(half));
            let shift = (centre - px(label.at)).round() as i32;
            let style = words(INK, HPos::Center, v_pos);
            write(area, &label.text, (label.at, y), shift, style)?;
        }
    }
    Ok(())
}

/// The labels of one side; neighbours that would run into each other become one.
fn side_by_side<'a>(
    labels: impl Iterator<Item = &'a Label>,
    px: impl Fn(f64) -> f64,
) -> Vec<Label> {
    const GAP: f64 = 8.0;
    let mut apart: Vec<Label> = Vec::new();
    for label in labels {
        match apart.last_mut() {
            Some(last)
                if px(label.at) - px(last.at)
                    < (text::width(&label.text) + text::width(&last.text)) / 2.0 + GAP =>
            {
                last.text = format!("{} to {}", last.text, label.text);
                last.at = (last.at + label.at) / 2.0;
            }
            _ => apart.push(label.clone()),
        }
    }
    apart
}

fn words_font() -> FontDesc<'static> {
    ("sans-serif", text::SIZE * FONT_SCALE).into_font()
}

fn words(colour: RGBColor, h_pos: HPos, v_pos: VPos) -> TextStyle<'static> {
    TextStyle {
        font: words_font(),
        color: colour.to_backend_color(),
        pos: Pos::new(h_pos, v_pos),
    }
}

fn write(
    area: &Area,
    words: &str,
    at: (f64, i32),
    shift: i32,
    style: TextStyle,
) -> Result<(), ChartError> {
    let text = EmptyElement::at(at) + Text::new(words.to_owned(), (shift, 0), style);
    area.draw(&text).map_err(drawing)
}

/// Replaces the root tag by one that scales, and that says what the picture shows.
fn with_words(svg: &str, spec: &ChartSpec, width: u32, height: i32) -> String {
    let body = svg.split_once('>').map_or("", |(_, body)| body);
    let described = escaped(&spec.described());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" \
         aria-label=\"{described}\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">{body}"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn drawing(error: impl Display) -> ChartError {
    ChartError::Drawing(error.to_string())
}
