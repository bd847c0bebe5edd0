//! What is asked: a [`Selection`] of roles becomes a [`Comparison`]. No pixels, no colors, no web.

mod about;
mod announcement;
mod bridges;
mod browse;
pub mod browse_link;
mod choice;
mod column;
mod comparison;
mod difference;
mod embed;
pub mod export;
mod exposure;
mod history;
mod in_common;
mod layout;
pub mod link;
mod methodology;
mod moving;
mod notices;
mod outcome;
mod own_pay;
mod params;
mod place;
mod profile;
mod related;
mod row_group;
pub mod search;
mod selection;
mod sentences;
mod similar;
mod skills;
mod stand_in;
mod standing;
mod state_map;
mod steps;
mod table;
mod takeaways;
mod whereabouts;

pub use about::{
    About, AboutFigure, AboutRole, AboutSource, Definition, about, about_list, about_row,
    as_published,
};
pub use announcement::announcement;
pub use bridges::{Bridge, Bridges, Hop, bridges};
pub use browse::{
    Browse, BrowseCell, BrowsePage, BrowseRow, FamilyCount, Order, ROLES_A_PAGE, Sort, SortBy,
    browse, list_title,
};
pub use choice::{Choice, choices, tray_line};
pub use column::Column;
pub use comparison::{Comparison, compare, compare_in_place, credits, sources_of};
pub use difference::{Difference, difference, share_within_error, within_error};
pub use embed::{query_of_embed, snippet};
pub use exposure::{CATEGORY_METHOD, NO_FORECAST, agreement, categories, exposure};
pub use history::{Dollars, NEW_METHOD, PayHistory, history_takeaway, pay_history};
pub use in_common::{InCommon, ListItem, OwnList, programs, technology};
pub use methodology::{Block, MethodSection, PAY_COUNTED, methodology, methodology_markdown};
pub use moving::{CLEAR, Move, Moving, NEEDED, RatedPair, change, moving, rating_in_words, reach};
pub use notices::quote;
pub use notices::unreadable_role;
pub use outcome::{Exported, FetchError, MovingError, NoPriceLevel, OwnFileOutcome, Shared};
pub use own_pay::{OwnPay, OwnPayError};
pub use place::{Arrived, NATIONAL, PlaceShown, cost_adjustment};
pub use profile::{from_home, interests, main_interests, work_styles, work_values};
pub use related::{FamilyOffer, Offer, Related, Start, related, starts};
pub use row_group::{Pick, any_share_group, picks};
pub use selection::{Entry, MAX_COMPARED, MAX_TRAY, Selection};
pub use sentences::{SPOKEN_OF, growth, in_short, middle_half, pay_takeaway, title, top_skills};
pub use similar::{
    MOST_ALIKE, Rated, SimilarRole, Wish, Wishes, alike_sources, compared_with, fulfilling,
    how_many, rated, similar, what_empties,
};
pub use skills::{OwnSkills, SharedSkill, SkillWeight, SkillsCompared, skills};
pub use stand_in::{Detailed, columns_of, detailed, own, rated_as, stand_ins};
pub use standing::standings;
pub use state_map::{StateMap, StateMeasure, StateValues, Tile, state_map};
pub use steps::Step;
pub use table::{Cell, Hidden, Row, RowGroup, Table};
pub use takeaways::takeaway;
pub use whereabouts::{ERROR, PlaceLine, Ranking, Whereabouts, whereabouts};
