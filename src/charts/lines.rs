//! Lines over the years, on one axis that runs upwards from zero.

use plotters::style::text_anchor::{HPos, VPos};

use super::axis::Axis;
use super::canvas::{Canvas, MARGIN, Scale, Setting};
use super::palette::{HAIRLINE, INK, MUTED, color};
use super::spec::{ChartError, ChartLine};
use super::text;

/// The height of the plot area, in px.
const PLOT: i32 = 240;
/// From one line of text to the next.
const LINE: i32 = 16;
/// The years at the foot.
const FOOT: i32 = 28;
/// Free room above the highest tick.
const HEAD: i32 = 10;
/// How many ticks the upright axis has at most.
const TICKS: u32 = 5;
/// The share of the drawing the words at the ends take at most, and their least width in px.
const END_SHARE: f64 = 0.36;
const MOST_END_SHARE: f64 = 0.42;
/// Room that a year needs.
const YEAR_WIDTH: i32 = 40;
/// Between a line's end and its words.
const END_GAP: i32 = 14;
/// The radius of a point.
const POINT: i32 = 3;

/// Lines with the words at their ends moved apart, for one width.
pub(super) struct Lines<'a> {
    axis: &'a Axis,
    years: (u16, u16),
    lines: &'a [ChartLine],
    breaks: &'a [(u16, String)],
    ends: Vec<End>,
    notes: Vec<String>,
    across: Scale,
    upwards: Scale,
    foot: i32,
}

/// The words at the end of a line.
struct End {
    lines: Vec<String>,
    /// The last point of the line, in px.
    from: (f64, f64),
    /// The middle of the words, from the top.
    middle: f64,
}

impl End {
    fn height(&self) -> f64 {
        f64::from(self.lines.len() as i32 * LINE + 2)
    }
}

impl<'a> Lines<'a> {
    pub fn lay_out(
        axis: &'a Axis,
        years: (u16, u16),
        (lines, breaks, without): (&'a [ChartLine], &'a [(u16, String)], &'a [String]),
        width: u32,
    ) -> Self {
        let ticks = axis.ticks(TICKS);
        let tick_width = ticks.iter().map(|(_, label)| text::width(label));
        let left = tick_width.fold(0.0, f64::max) + f64::from(MARGIN);
        // The first points stand clear of the words of the axis.
        let first = left + f64::from(2 * POINT);
        let share = |share: f64| (f64::from(width) * share).min(220.0);
        let widest = lines.iter().map(|line| text::widest_word(&line.role));
        // A little more, if that keeps words whole.
        let widest = widest.fold(0.0, f64::max).min(share(MOST_END_SHARE));
        let words_room = share(END_SHARE).max(widest);
        let right = f64::from(width) - words_room - f64::from(END_GAP);
        let across = Scale {
            values: (f64::from(years.0), f64::from(years.1.max(years.0 + 1))),
            px: (first, right),
        };
        let texts: Vec<Vec<String>> = lines
            .iter()
            .map(|line| {
                let mut words = text::wrap(&line.role, words_room);
                words.push(line.end.clone());
                words
            })
            .collect();
        let needed: f64 = texts
            .iter()
            .map(|t| f64::from(t.len() as i32 * LINE + 2))
            .sum();
        let foot = HEAD + PLOT.max(needed.ceil() as i32);
        let upwards = Scale {
            values: (axis.start(), axis.end()),
            px: (f64::from(foot), f64::from(HEAD)),
        };
        let ends = lines.iter().zip(texts).filter_map(|(line, lines)| {
            let last = line.segments.iter().flatten().last()?;
            let from = (across.px(f64::from(last.year)), upwards.px(last.at));
            Some(End {
                lines,
                from,
                middle: from.1,
            })
        });
        let mut ends: Vec<End> = ends.collect();
        move_apart(&mut ends, f64::from(foot));
        let notes = breaks.iter().map(|(_, words)| words).chain(without);
        let notes = notes
            .flat_map(|words| text::wrap(words, f64::from(width)))
            .collect();
        Self {
            axis,
            years,
            lines,
            breaks,
            ends,
            notes,
            across,
            upwards,
            foot,
        }
    }

    /// How high the drawing is, in px.
    pub fn height(&self) -> u32 {
        (self.foot + FOOT + self.notes.len() as i32 * LINE + 4) as u32
    }

    pub fn draw(&self, canvas: &mut Canvas) -> Result<(), ChartError> {
        self.draw_axes(canvas)?;
        for line in self.lines {
            self.draw_line(canvas, line)?;
        }
        for (end, line) in self.ends.iter().zip(self.lines) {
            let words_at = self.across.px.1 as i32 + END_GAP;
            let leader = vec![
                (end.from.0 as i32 + POINT + 2, end.from.1.round() as i32),
                (words_at - 4, end.middle.round() as i32),
            ];
            canvas.path(leader, color(line.paint), 1)?;
            let top = end.middle - end.height() / 2.0;
            for (number, words) in end.lines.iter().enumerate() {
                let is_value = number + 1 == end.lines.len();
                let setting = Setting {
                    color: INK,
                    bold: is_value,
                    h_pos: HPos::Left,
                    v_pos: VPos::Top,
                };
                let y = top.round() as i32 + number as i32 * LINE;
                canvas.words(words, (words_at, y), setting)?;
            }
        }
        Ok(())
    }

    fn draw_axes(&self, canvas: &Canvas) -> Result<(), ChartError> {
        let setting = |h_pos, v_pos| Setting {
            color: MUTED,
            bold: false,
            h_pos,
            v_pos,
        };
        let (left, right) = (self.across.px.0 as i32, self.across.px.1 as i32);
        for (value, label) in self.axis.ticks(TICKS) {
            let y = self.upwards.at(value);
            canvas.path(vec![(left, y), (right, y)], HAIRLINE, 1)?;
            let at = (left - MARGIN / 2, y);
            canvas.words(&label, at, setting(HPos::Right, VPos::Center))?;
        }
        let (first, last) = self.years;
        let step = (right - left) / i32::from(last - first).max(1);
        let every = (YEAR_WIDTH / step.max(1) + 1).clamp(1, i32::from(u16::MAX)) as u16;
        let years = (first..=last).filter(|year| (last - year).is_multiple_of(every));
        for year in years {
            let x = self.across.at(f64::from(year));
            let at = (x, self.foot + 10);
            canvas.words(&year.to_string(), at, setting(HPos::Center, VPos::Top))?;
        }
        for (year, _) in self.breaks {
            let x = self.across.at(f64::from(*year) - 0.5);
            let mut y = HEAD;
            while y < self.foot {
                canvas.path(vec![(x, y), (x, (y + 4).min(self.foot))], MUTED, 1)?;
                y += 8;
            }
        }
        for (number, note) in self.notes.iter().enumerate() {
            let at = (0, self.foot + FOOT + number as i32 * LINE);
            canvas.words(note, at, setting(HPos::Left, VPos::Top))?;
        }
        Ok(())
    }

    fn draw_line(&self, canvas: &mut Canvas, line: &ChartLine) -> Result<(), ChartError> {
        let ink = color(line.paint);
        for segment in &line.segments {
            let px = |year: u16, at: f64| (self.across.at(f64::from(year)), self.upwards.at(at));
            let exact = segment.split(|point| point.at_least);
            for stretch in exact.filter(|stretch| stretch.len() > 1) {
                let path = stretch.iter().map(|point| px(point.year, point.at));
                canvas.path(path.collect(), ink, 2)?;
            }
            for point in segment {
                let (x, y) = px(point.year, point.at);
                if point.at_least {
                    // Open upwards: it is this much or more.
                    let top = (y - 16).max(1);
                    canvas.path(vec![(x, y), (x, top)], ink, 2)?;
                    canvas.path(vec![(x - 4, top + 5), (x, top), (x + 4, top + 5)], ink, 2)?;
                } else {
                    canvas.dot((x, y), POINT, ink)?;
                }
                let (x, y) = (f64::from(x), f64::from(y));
                let says = format!("{}. {}", line.role, point.says);
                canvas.spot((x, y), (x, y), says);
            }
        }
        Ok(())
    }
}

/// Moves words apart that would overlap, keeping their order and keeping them inside the drawing.
fn move_apart(ends: &mut [End], foot: f64) {
    let mut order: Vec<usize> = (0..ends.len()).collect();
    order.sort_by(|a, b| ends[*a].middle.total_cmp(&ends[*b].middle));
    let mut top = 0.0;
    for at in &order {
        let half = ends[*at].height() / 2.0;
        ends[*at].middle = ends[*at].middle.max(top + half);
        top = ends[*at].middle + half;
    }
    let mut bottom = foot;
    for at in order.iter().rev() {
        let half = ends[*at].height() / 2.0;
        ends[*at].middle = ends[*at].middle.min(bottom - half);
        bottom = ends[*at].middle - half;
    }
}
