//! A comparison becomes SVG text.
//!
//! Each chart first becomes a [`ChartSpec`]: what is drawn, in the units of the data, with its
//! words and its table, and without a pixel or a colour. [`draw`] turns a spec into SVG for the
//! width there is. This is the only module that names plotters.

mod answers;
mod axis;
mod canvas;
mod draw;
mod groups;
mod id;
mod lines;
mod numbers;
mod palette;
mod pay_by_sex;
mod rows;
mod salary_range;
mod spec;
mod standalone;
mod takeaway;
mod text;
mod theme;
mod wholes;

pub use axis::Axis;
pub use canvas::Spot;
pub use draw::{Drawing, draw};
pub use id::ChartId;
pub use palette::TONES;
pub use salary_range::salary_range;
pub use spec::{
    Body, ChartError, ChartLine, ChartRow, ChartSpec, Label, LegendEntry, LinePoint, Mark, Paint,
    RoleFigures, RowLine, Shape, Side,
};
pub use standalone::{STANDALONE_WIDTH, standalone};
pub use theme::Theme;

use crate::compare::Column;
use takeaway::takeaway;

/// A chart of the compared roles; none where no role has anything to draw in it.
pub fn chart(id: ChartId, columns: &[Column]) -> Option<ChartSpec> {
    match id {
        ChartId::SalaryRange => salary_range(columns),
        ChartId::Growth | ChartId::Openings | ChartId::Satisfaction => {
            numbers::numbers(id, columns)
        }
        ChartId::Education | ChartId::Ages | ChartId::Gender => wholes::wholes(id, columns),
        ChartId::Race | ChartId::Skills => groups::groups(id, columns),
        ChartId::PayBySex => pay_by_sex::pay_by_sex(columns),
    }
}
