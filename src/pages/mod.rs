//! The pages: they read the state and arrange the components.

mod app;
mod comparison_page;

pub use app::App;
