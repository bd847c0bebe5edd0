//! The outside: the only place that reads and writes the address bar, the document's title, the
//! sizes of elements, the shards, the device's memory, files to save, the printer, and what passes links on.
//!
//! Without a browser (tests, prerendering) everything here works on values given to it.

mod address;
mod beginning;
mod chunk;
mod clipboard;
mod comparing;
mod done_before;
mod download;
mod export;
mod fault;
mod image;
mod laid_out;
mod listening;
mod measured_width;
mod memory;
mod own_file;
mod print;
mod renewal;
mod role_page;
mod served;
mod shards;
mod share;
mod turns;

pub use address::{Address, Choosing, Owner, Step};
pub use beginning::may_begin_in_a_place;
pub use chunk::{Chunk, ChunkState, Fetching};
pub use clipboard::copy;
pub use comparing::Comparing;
pub use done_before::carry_over;
pub use export::Exporting;
pub use fault::{has_started, tell_not_loaded, tell_of_panics};
pub use image::{is_dark, save_png, save_svg};
pub use measured_width::measured_width;
pub use own_file::OwnFile;
pub use print::open_all_on_paper;
pub use renewal::Renewal;
pub use served::{holding, is_served, keep_served, take_served};
pub use shards::{Fetched, Shard, Shards};
