//! The outside: the only place that reads and writes the address bar, the document's title, the
//! sizes of elements and the shards.
//!
//! Without a browser (tests, prerendering) everything here works on values given to it.

mod address;
mod comparing;
mod measured_width;
mod shards;

pub use address::{Address, Step};
pub use comparing::Comparing;
pub use measured_width::measured_width;
pub use shards::{DetailShards, Fetched};
