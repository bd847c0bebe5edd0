//! Reads the source tables and the texts written by hand, and writes the project's own dataset: `data/official` and `public/data`.
//!
//! The same sources give the same bytes. A table that is not as expected is refused, and then nothing is written.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

pub mod checks;
pub mod checksum;
pub mod codes;
pub mod exposure;
pub mod history;
pub mod inflation;
pub mod json;
pub mod number;
pub mod oews;
pub mod onet;
pub mod output;
pub mod people;
pub mod prices;
pub mod programs;
pub mod progress;
pub mod projections;
pub mod refusal;
pub mod satisfaction;
pub mod schooling;
pub mod sources;
pub mod states;
pub mod table;
pub mod texts;
