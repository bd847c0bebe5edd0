//! What a role is: its figures, where each comes from, and the data compiled into the bundle.
//!
//! Plain data: nothing here knows the web, a selection or a screen.

mod alike;
mod area;
mod area_name;
mod areas;
mod cell;
pub mod columns;
pub mod csv_text;
mod currency;
mod dataset;
mod details;
mod details_rows;
mod error;
mod figure;
pub mod flat;
pub mod format;
mod ids;
mod kind;
mod local;
mod metric;
mod metrics;
mod moved;
mod official;
pub mod own_roles;
pub mod packed;
mod price_index;
mod profile;
mod read;
mod role;
mod rows;
mod shard;
mod source;
mod starting;
mod summary;
mod titles;

pub use alike::{Alike, Likeness};
pub use area::{Area, AreaCode, AreaKind, PriceLevel, State};
pub use areas::Areas;
pub use currency::Currency;
pub use dataset::Dataset;
pub use details::{Details, Ranked, Technology};
pub use details_rows::{PayYear, RankedPlace, StateFigures};
pub use error::{DataError, Expected};
pub use figure::{
    Adjusted, Figure, KNOWN_BASE, KNOWN_MARGIN, Local, NamedAmount, PayPeriod, Place, Reading,
    SamplingError, Standing, Top, Value, share_margin,
};
pub use ids::{RoleId, SourceId};
pub use kind::Kind;
pub use local::{AreaFigures, depends_on_place};
pub use metric::{Direction, Metric, MetricId, Section, Shape, Unit};
pub use metrics::METRICS;
pub use moved::Moved;
pub use official::{OfficialTables, dated_label, derivation, vintage};
pub use own_roles::OwnRoles;
pub use price_index::PriceIndex;
pub use profile::{
    EXPOSURE_MEASURES, Exposure, INTERESTS, Interests, Level, Profile, Program, Rating, WORK_VALUES,
};
pub use role::{Counterpart, Role, Words};
pub use source::Source;
pub use starting::StartingComparison;
pub use summary::{Family, Headline, Summaries, Summary};
pub use titles::OtherTitles;
