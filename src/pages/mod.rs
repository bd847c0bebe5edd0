//! The pages: they read the state and arrange the components.

mod about_page;
mod app;
mod browse_page;
mod chart_part;
mod comparison_page;
mod details_part;
mod embed_page;
mod next_part;
mod own_pay_part;
mod part_view;
mod parts;
mod picking;
mod place_part;
mod taking_part;
mod tools_part;
mod tray_part;
mod where_part;
mod words_part;

pub use app::App;
