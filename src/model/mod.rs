//! What a role is: its figures, where each comes from, and the data compiled into the bundle.
//!
//! Plain data: nothing here knows the web, a selection or a screen.

mod alike;
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
pub use areas::{Area, AreaCode, AreaKind, Areas, PriceLevel, State};
pub use currency::Currency;
pub use dataset::Dataset;
pub use details::{Details, PayYear, Ranked, RankedPlace, StateFigures, Technology};
pub use error::DataError;
pub use figure::{
    Figure, KNOWN_BASE, KNOWN_MARGIN, NamedAmount, PayPeriod, Place, Reading, SamplingError, Top,
    Value, share_margin,
};
pub use kind::Kind;
pub use local::{Adjusted, AreaFigures, Local, Standing, depends_on_place};
pub use metric::{Direction, Metric, Section, Shape, Unit};
pub use metrics::{METRICS, MetricId};
pub use moved::Moved;
pub use official::{OfficialTables, dated_label, derivation, vintage};
pub use own_roles::OwnRoles;
pub use price_index::PriceIndex;
pub use profile::{
    EXPOSURE_MEASURES, Exposure, INTERESTS, Interests, Level, Profile, Program, Rating, WORK_VALUES,
};
pub use role::{Counterpart, Role, RoleId, Words};
pub use source::{Source, SourceId};
pub use starting::StartingComparison;
pub use summary::{Family, Headline, Summaries, Summary};
pub use titles::OtherTitles;
