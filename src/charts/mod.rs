//! A comparison becomes SVG text.
//!
//! Each chart first becomes a [`ChartSpec`]: what is drawn, in the units of the data, with its
//! words and its table, and without a pixel or a color. [`draw`] turns a spec into SVG for the
//! width there is. This is the only module that names plotters.

mod answers;
mod axis;
mod canvas;
mod draw;
mod frame;
mod groups;
mod id;
mod lines;
mod numbers;
mod palette;
mod pay_by_sex;
mod pay_history;
mod rows;
mod salary_range;
mod shown;
mod spec;
mod standalone;
mod takeaway;
mod text;
mod theme;
mod tile_map;
mod tiles;
mod wholes;

pub use axis::Axis;
pub use canvas::Spot;
pub use draw::{Drawing, Way, draw};
pub use frame::frame_height;
pub use id::{ChartId, FetchedFigures};
pub use palette::TONES;
pub use salary_range::salary_range;
pub use shown::{OwnPayShown, Shown};
pub use spec::{
    Body, ChartError, ChartLine, ChartRow, ChartSpec, Label, LegendEntry, LinePoint, Mark, Paint,
    Reference, RoleFigures, RowLine, Shape, Side,
};
pub use standalone::{Image, standalone};
pub use theme::Theme;
pub use tile_map::{Fill, StateTile, TileMap, TileMaps, TileScale, tile_maps};

use takeaway::takeaway;

/// A chart of the compared roles; none where no role has anything to draw in it.
pub fn chart(id: ChartId, shown: Shown) -> Option<ChartSpec> {
    let Shown {
        columns,
        histories,
        own_pay,
    } = shown;
    match id {
        ChartId::SalaryRange => salary_range::salary_range(columns, own_pay),
        ChartId::PayHistory => pay_history::pay_history(columns, histories),
        ChartId::Growth | ChartId::Openings | ChartId::Satisfaction => {
            numbers::numbers(id, columns)
        }
        ChartId::Education | ChartId::Ages | ChartId::Gender => wholes::wholes(id, columns),
        ChartId::Race | ChartId::Skills => groups::groups(id, columns),
        ChartId::PayBySex => pay_by_sex::pay_by_sex(columns),
    }
}
