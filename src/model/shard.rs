//! What all shards are read by.

use serde::de::DeserializeOwned;

use super::error::{Expected, Refusal};

/// Reads a whole shard of this layout; `layout_of` says which one it names itself.
///
/// A shard that is cut off, newer or something else altogether is refused.
pub(super) fn whole<T: DeserializeOwned>(
    json: &str,
    layout: u32,
    layout_of: impl FnOnce(&T) -> u32,
) -> Result<T, Refusal> {
    let shard: T = serde_json::from_str(json)
        .map_err(|problem| Refusal::new(Expected::WholeFile(layout), problem.to_string()))?;
    match layout_of(&shard) {
        found if found == layout => Ok(shard),
        found => Err(Refusal::new(Expected::Layout(layout), found.to_string())),
    }
}
