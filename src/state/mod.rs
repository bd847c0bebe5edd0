//! The outside: the only place that reads and writes the address bar, the document's title, the
//! sizes of elements, the shards, the device's memory, and what passes links on.
//!
//! Without a browser (tests, prerendering) everything here works on values given to it.

mod address;
mod comparing;
mod measured_width;
mod memory;
mod shards;
mod share;

pub use address::{Address, Choosing, Owner, Step};
pub use comparing::Comparing;
pub use measured_width::measured_width;
pub use shards::{Fetched, Shard, Shards};
pub use share::Shared;
