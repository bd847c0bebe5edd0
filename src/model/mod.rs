//! What a role is: its figures, where each comes from, and the data compiled into the bundle.
//!
//! Plain data: nothing here knows the web, a selection or a screen.

mod dataset;
mod error;
mod figure;
pub mod format;
mod metric;
mod read;
mod role;
mod source;

pub use dataset::Dataset;
pub use error::DataError;
pub use figure::{Figure, NamedShare, PayPeriod, Reading, Value};
pub use metric::{Direction, METRICS, Metric, MetricId, Section, Shape, Statistic, Unit};
pub use role::{Counterpart, Role, RoleId, Words};
pub use source::{Source, SourceId};
