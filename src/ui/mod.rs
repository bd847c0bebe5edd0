//! Components: values in, callbacks out. They know no address, no context and fetch nothing.
//!
//! One component a file, named as the file; parts that only it uses stand below it. Text reaches the page as text nodes only; the one
//! exception is a chart, whose SVG is written by [`crate::charts`] with every word escaped.

mod arrange;
mod browse_filters;
mod browse_table;
mod chart_figure;
mod chart_picture;
mod comparison_table;
mod descriptions;
mod duties;
mod families;
mod in_page_link;
mod in_short;
mod invitation;
mod missing_sections;
mod notices;
mod official_line;
mod on_demand;
mod page_section;
mod pager;
mod picker;
mod related;
mod role_link;
mod role_name;
mod scale_bar;
mod shared_banner;
mod skills;
mod source_line;
mod sources;
mod tools;
mod tray;
mod undo_line;
mod view_options;
mod written;

pub use browse_filters::BrowseFilters;
pub use browse_table::BrowseTable;
pub use chart_figure::{ChartDetail, ChartFigure};
pub use chart_picture::ChartPicture;
pub use comparison_table::ComparisonTable;
pub use descriptions::Descriptions;
pub use duties::Duties;
pub use families::Families;
pub use in_page_link::InPageLink;
pub use in_short::InShort;
pub use invitation::Invitation;
pub use missing_sections::MissingSections;
pub use notices::Notices;
pub use official_line::OfficialLine;
pub use on_demand::{NotHere, OnDemand};
pub use page_section::PageSection;
pub use pager::Pager;
pub use picker::{Choice, Picker, PickerActions};
pub use related::Related;
pub use role_link::RoleLink;
pub use role_name::RoleName;
pub use scale_bar::ScaleBar;
pub use shared_banner::{SharedActions, SharedBanner, SharedLink};
pub use skills::Skills;
pub use source_line::{SourceLine, WriterLine};
pub use sources::Sources;
pub use tools::Tools;
pub use tray::{Tray, TrayActions, TrayEntry};
pub use undo_line::UndoLine;
pub use view_options::ViewOptions;
pub use written::{Wording, Written};
