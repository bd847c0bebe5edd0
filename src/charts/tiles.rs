//! The drawing of maps of tiles and of their keys.

use plotters::style::text_anchor::{HPos, VPos};

use super::canvas::{Canvas, Px, Setting};
use super::draw::{Drawing, LEAST_WIDTH, in_words};
use super::palette::{INK, MUTED, PAPER, TONES, color};
use super::spec::{ChartError, Paint};
use super::text;
use super::tile_map::{COLUMNS, Fill, ROWS, StateTile, TileMap, TileScale};

/// Between the map and the territories.
const TERRITORIES_GAP: i32 = 8;
/// How wide a tile is at most, and from how wide on its figure stands in it, in px.
const MOST_TILE: u32 = 56;
const WITH_FIGURE: i32 = 42;
/// Between two tiles.
const GAP: i32 = 2;
/// The marks at the foot of a tile: as many as its step.
const PIP: i32 = 3;
/// From one line of a key to the next, and the tile that stands in it.
const KEY_LINE: i32 = 30;
const KEY_TILE: i32 = 26;

impl TileMap {
    /// The map in the width there is.
    pub fn draw(&self, whose: &str, width: u32) -> Result<Drawing, ChartError> {
        if width < LEAST_WIDTH {
            return Err(ChartError::TooNarrow {
                found: width,
                least: LEAST_WIDTH,
            });
        }
        let size = (width / COLUMNS).min(MOST_TILE) as i32;
        let (width, height) = (
            size as u32 * COLUMNS,
            (size * (ROWS as i32 + 1) + TERRITORIES_GAP) as u32,
        );
        let mut svg = String::new();
        let mut canvas = Canvas::new(&mut svg, width, height);
        for tile in &self.tiles {
            let (column, row) = (tile.place.0 as i32, tile.place.1 as i32);
            let gap = if tile.place.1 < ROWS {
                0
            } else {
                TERRITORIES_GAP
            };
            let at = (column * size, row * size + gap);
            draw_tile(&canvas, at, size - GAP, tile.fill)?;
            let figure = tile.short.as_deref().filter(|_| size >= WITH_FIGURE);
            draw_words(&canvas, at, size - GAP, tile, figure)?;
            let px = |n: i32| f64::from(n);
            let says = format!("{}: {}", tile.name, tile.text);
            canvas.spot(
                (px(at.0), px(at.1)),
                (px(at.0 + size - GAP), px(at.1 + size - GAP)),
                says,
            );
        }
        let spots = canvas.finish()?;
        let described = format!("{whose}. {}. {}", self.title, self.takeaway);
        Ok(Drawing {
            svg: in_words(&svg, &described, "chart", (width, height)),
            width,
            height,
            spots,
        })
    }
}

impl TileScale {
    /// The key to its maps, in the width there is.
    pub fn draw(&self, width: u32) -> Result<Drawing, ChartError> {
        let count = self.steps.len();
        let steps = self.steps.iter().enumerate().map(|(step, (first, last))| {
            let words = match first == last {
                true => self.write(*first),
                false => format!("{} to {}", self.write(*first), self.write(*last)),
            };
            (Fill::Step(step, count), words)
        });
        let others = self.others.iter().map(|fill| {
            let words = match fill {
                Fill::AtLeast => "published only as “at least”",
                Fill::NotReleased => "not released by the source",
                _ => "not published for this role",
            };
            (*fill, words.to_owned())
        });
        let entries: Vec<(Fill, String)> = steps.chain(others).collect();
        // As many beside each other as fit.
        let widest = entries.iter().map(|(_, words)| text::width(words));
        let column = widest.fold(0.0, f64::max) as u32 + KEY_TILE as u32 + 24;
        let across = (width / column.max(1)).clamp(1, entries.len().max(1) as u32);
        let lines = entries.len().div_ceil(across as usize) as u32;
        let (width, height) = (width.max(column), lines.max(1) * KEY_LINE as u32);
        let mut svg = String::new();
        let canvas = Canvas::new(&mut svg, width, height);
        for (number, (fill, words)) in entries.iter().enumerate() {
            let (line, place) = (number as u32 / across, number as u32 % across);
            let at = ((place * column) as i32, line as i32 * KEY_LINE);
            draw_tile(&canvas, at, KEY_TILE - GAP, *fill)?;
            let setting = Setting {
                color: INK,
                bold: false,
                h_pos: HPos::Left,
                v_pos: VPos::Center,
            };
            let middle = at.1 + (KEY_TILE - GAP) / 2;
            canvas.words(words, (at.0 + KEY_TILE + 6, middle), setting)?;
        }
        let spots = canvas.finish()?;
        let words: Vec<&str> = entries.iter().map(|(_, words)| words.as_str()).collect();
        let described = format!("Key: {}.", words.join("; "));
        Ok(Drawing {
            svg: in_words(&svg, &described, "chart", (width, height)),
            width,
            height,
            spots,
        })
    }
}

/// A tile so many px wide and high, without its words.
fn draw_tile(canvas: &Canvas, (x, y): Px, size: i32, fill: Fill) -> Result<(), ChartError> {
    let (right, bottom) = (x + size, y + size);
    let outline = |ink| {
        let corners = vec![(x, y), (right, y), (right, bottom), (x, bottom), (x, y)];
        canvas.path(corners, ink, 1)
    };
    match fill {
        Fill::Step(step, of) => {
            canvas.rectangle((x, y), (right, bottom), color(tone(step, of)))?;
            // One mark for the lowest step, one more for each that is higher.
            let count = step as i32 + 1;
            let left = x + (size - count * (PIP + 2) + 2) / 2;
            for pip in 0..count {
                let at = (left + pip * (PIP + 2), bottom - PIP - 3);
                canvas.rectangle(at, (at.0 + PIP, at.1 + PIP), PAPER)?;
            }
        }
        Fill::AtLeast => {
            outline(INK)?;
            let middle = x + size / 2;
            canvas.path(vec![(middle, bottom - 2), (middle, bottom - 9)], INK, 2)?;
            let head = vec![
                (middle - 3, bottom - 6),
                (middle, bottom - 9),
                (middle + 3, bottom - 6),
            ];
            canvas.path(head, INK, 2)?;
        }
        Fill::NotReleased => {
            for from in (0..2 * size).step_by(6).skip(1) {
                let start = (x + (from - size).max(0), y + from.min(size));
                let end = (x + from.min(size), y + (from - size).max(0));
                canvas.path(vec![start, end], MUTED, 1)?;
            }
            outline(MUTED)?;
        }
        Fill::NotPublished => outline(MUTED)?,
    }
    Ok(())
}

fn draw_words(
    canvas: &Canvas,
    (x, y): Px,
    size: i32,
    tile: &StateTile,
    figure: Option<&str>,
) -> Result<(), ChartError> {
    let ink = match tile.fill {
        Fill::Step(..) => PAPER,
        _ => INK,
    };
    let setting = |bold| Setting {
        color: ink,
        bold,
        h_pos: HPos::Center,
        v_pos: VPos::Center,
    };
    let middle = x + size / 2;
    // The foot belongs to the marks of the step.
    let name_at = match (figure, tile.fill) {
        (Some(_), _) => y + size / 2 - 10,
        (None, Fill::NotReleased | Fill::NotPublished) => y + size / 2,
        (None, _) => y + size / 2 - 4,
    };
    canvas.words(&tile.abbreviation, (middle, name_at), setting(false))?;
    if let Some(figure) = figure {
        canvas.words(figure, (middle, name_at + 15), setting(true))?;
    }
    Ok(())
}

/// The tones of few steps lie far apart.
fn tone(step: usize, of: usize) -> Paint {
    Paint::Tone(match of {
        0 | 1 => TONES / 2,
        of => step * (TONES - 1) / (of - 1),
    })
}
