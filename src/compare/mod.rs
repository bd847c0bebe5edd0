//! What is asked: a [`Selection`] of roles becomes a [`Comparison`]. No pixels, no colours, no web.

mod announcement;
mod comparison;
mod difference;
mod layout;
pub mod link;
mod related;
pub mod search;
mod selection;
mod sentences;
mod skills;
mod technology;

pub use announcement::announcement;
pub use comparison::{Cell, Column, Comparison, Row, RowGroup, Table, compare, sources_of};
pub use difference::{Difference, difference, within_error};
pub use related::{Offer, Related, Start, related, starts};
pub use selection::{Entry, MAX_COMPARED, MAX_TRAY, Selection};
pub use sentences::{SPOKEN_OF, in_short, pay_takeaway, title};
pub use skills::{OwnSkills, SharedSkill, SkillWeight, SkillsCompared, skills};
pub use technology::{TechnologyCompared, technology};
