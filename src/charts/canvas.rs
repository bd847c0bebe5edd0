use std::fmt::Display;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::palette::PAPER;
use super::spec::ChartError;
use super::text;

/// Free room at both sides, so that a dot at the very end of the axis is not cut.
pub(super) const MARGIN: i32 = 8;

/// The drawing library writes a font's size divided by this.
const FONT_SCALE: f64 = 1.24;
/// The least height and width of a spot, so that a finger meets it.
const LEAST_SPOT: f64 = 24.0;

/// A mark's place in a drawing, with what it says: what the pointer and the arrow keys find.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Its left side, in px of the drawing.
    pub left: f64,
    /// Its top, in px of the drawing.
    pub top: f64,
    /// Its width, in px.
    pub width: f64,
    /// Its height, in px.
    pub height: f64,
    /// Whose it is, its name and its value.
    pub says: String,
}

/// A place in px of the drawing.
pub(super) type Px = (i32, i32);

/// A surface in px that keeps account of the marks on it.
pub(super) struct Canvas<'a> {
    root: DrawingArea<SVGBackend<'a>, Shift>,
    pub spots: Vec<Spot>,
}

/// How words are set.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    pub color: RGBColor,
    pub bold: bool,
    pub h_pos: HPos,
    pub v_pos: VPos,
}

impl<'a> Canvas<'a> {
    pub fn new(svg: &'a mut String, width: u32, height: u32) -> Self {
        Self {
            root: SVGBackend::with_string(svg, (width, height)).into_drawing_area(),
            spots: Vec::new(),
        }
    }

    /// Ends the drawing, and gives what can be found on it.
    pub fn finish(self) -> Result<Vec<Spot>, ChartError> {
        self.root.present().map_err(drawing)?;
        Ok(self.spots)
    }

    pub fn path(&self, points: Vec<Px>, color: RGBColor, width: u32) -> Result<(), ChartError> {
        let path = PathElement::new(points, color.stroke_width(width));
        self.root.draw(&path).map_err(drawing)
    }

    pub fn rectangle(&self, from: Px, to: Px, color: RGBColor) -> Result<(), ChartError> {
        let rectangle = Rectangle::new([from, to], color.filled());
        self.root.draw(&rectangle).map_err(drawing)
    }

    /// A dot that is set off from what lies under it.
    pub fn dot(&self, at: Px, radius: i32, color: RGBColor) -> Result<(), ChartError> {
        self.disc(at, radius + 2, PAPER)?;
        self.disc(at, radius, color)
    }

    /// A dot with an empty middle.
    pub fn ring(&self, at: Px, radius: i32, color: RGBColor) -> Result<(), ChartError> {
        self.dot(at, radius, color)?;
        self.disc(at, radius - 3, PAPER)
    }

    fn disc(&self, at: Px, radius: i32, color: RGBColor) -> Result<(), ChartError> {
        let circle = Circle::new(at, radius, color.filled());
        self.root.draw(&circle).map_err(drawing)
    }

    pub fn words(&self, words: &str, at: Px, setting: Setting) -> Result<(), ChartError> {
        let font = ("sans-serif", text::SIZE * FONT_SCALE).into_font();
        let style = TextStyle {
            font: match setting.bold {
                true => font.style(FontStyle::Bold),
                false => font,
            },
            color: setting.color.to_backend_color(),
            pos: Pos::new(setting.h_pos, setting.v_pos),
        };
        let text = Text::new(words.to_owned(), at, style);
        self.root.draw(&text).map_err(drawing)
    }

    /// Remembers a mark that reaches from one corner to the other.
    pub fn spot(&mut self, from: (f64, f64), to: (f64, f64), says: String) {
        let wide_enough = |from: f64, to: f64| {
            let missing = (LEAST_SPOT - (to - from)).max(0.0);
            (from - missing / 2.0, to - from + missing)
        };
        let (left, width) = wide_enough(from.0, to.0);
        let (top, height) = wide_enough(from.1, to.1);
        self.spots.push(Spot {
            left,
            top,
            width,
            height,
            says,
        });
    }
}

/// From values to px.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    /// The values at both ends.
    pub values: (f64, f64),
    /// The px at both ends.
    pub px: (f64, f64),
}

impl Scale {
    pub fn px(&self, value: f64) -> f64 {
        let (from, to) = self.values;
        self.px.0 + (value - from) / (to - from) * (self.px.1 - self.px.0)
    }

    pub fn at(&self, value: f64) -> i32 {
        self.px(value).round() as i32
    }
}

fn drawing(error: impl Display) -> ChartError {
    ChartError::Drawing(error.to_string())
}
