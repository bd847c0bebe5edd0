//! The pages: they read the state and arrange the components.

mod about_page;
mod app;
mod browse_page;
mod chart_part;
mod chunk_view;
mod chunks;
mod comparison_page;
mod details_part;
mod embed_page;
mod in_turn;
mod kind_of_work_part;
mod moving_part;
mod next_part;
mod own_pay_part;
mod own_roles_part;
mod past_part;
mod picking;
mod picture_part;
mod place_part;
mod profile_part;
mod programs_part;
mod section_parts;
mod sections_part;
mod skills_section;
mod states_part;
mod taking_part;
mod tools_part;
mod tray_part;
mod where_part;
mod words_part;

pub use app::App;
pub use chunks::{AREAS, KEPT_ROLES};
