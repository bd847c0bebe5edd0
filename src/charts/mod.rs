//! A comparison becomes SVG text.
//!
//! Each chart first becomes a [`ChartSpec`]: what is drawn, in the units of the data, with its
//! words and its table, and without a pixel or a colour. [`draw`] turns a spec into SVG for the
//! width there is. This is the only module that names plotters.

mod axis;
mod draw;
mod palette;
mod salary_range;
mod spec;
mod text;

pub use draw::draw;
pub use salary_range::salary_range;
pub use spec::{ChartError, ChartRow, ChartSpec, ChartTable, Label, Mark, Side};
