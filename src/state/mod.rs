//! The outside: the only place that reads and writes the address bar, the document's title and the
//! sizes of elements.
//!
//! Without a browser (tests, prerendering) everything here works on values given to it.

mod address;
mod comparing;
mod measured_width;

pub use address::{Address, Step};
pub use comparing::Comparing;
pub use measured_width::measured_width;
