//! The pages: they read the state and arrange the components.

mod about_page;
mod app;
mod browse_page;
mod chart_part;
mod comparison_page;
mod embed_page;
mod picking;
mod taking_part;
mod tools_part;
mod tray_part;
mod words_part;

pub use app::App;
