//! What is asked: a [`Selection`] of roles becomes a [`Comparison`]. No pixels, no colours, no web.

mod comparison;
mod layout;
pub mod link;
mod selection;
mod sentences;
mod skills;

pub use comparison::{Cell, Column, Comparison, Row, RowGroup, Table, compare};
pub use selection::{Entry, MAX_COMPARED, MAX_TRAY, Selection};
pub use sentences::{in_short, pay_takeaway, title};
pub use skills::{SkillsCompared, Weighted, skills};
