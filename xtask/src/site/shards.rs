//! Which state of the data a shard shows, written at its beginning. A host that is being renewed may answer an older page
//! with newer data: that page then says so, in place of mixing both.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::compress;

/// The folder of the shards in the site.
const FOLDER: &str = "data";

/// Writes the state of the data into each shard that was copied into the site. `src/state/shards.rs` and `sw.js` look for it.
pub fn mark(dist: &Path, data: &str) -> Result<()> {
    let folder = dist.join(FOLDER);
    if !folder.exists() {
        return Ok(());
    }
    for file in compress::files(&folder)? {
        if file.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let shard = fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        let Some(rest) = shard.strip_prefix('{') else {
            bail!(
                "expected an object in {}, found something else",
                file.display()
            );
        };
        super::write(&file, &format!("{{\"version\":\"{data}\",{rest}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_says_which_state_of_the_data_it_shows() {
        let dist = std::env::temp_dir().join(format!("crossroads-shards-{}", std::process::id()));
        let shard = dist.join("data/area/06.json");
        super::super::write(&shard, "{\"layout\":1,\n\"rows\":[]}\n").unwrap();
        super::super::write(&dist.join("data/roles.csv"), "id,title\n").unwrap();
        mark(&dist, "12ab-34cd").unwrap();
        let expected = "{\"version\":\"12ab-34cd\",\"layout\":1,\n\"rows\":[]}\n";
        assert_eq!(fs::read_to_string(&shard).unwrap(), expected);
        assert_eq!(
            fs::read_to_string(dist.join("data/roles.csv")).unwrap(),
            "id,title\n"
        );
        super::super::write(&shard, "<html>").unwrap();
        let error = mark(&dist, "12ab-34cd").unwrap_err().to_string();
        assert!(error.contains("06.json"), "{error}");
        fs::remove_dir_all(dist).unwrap();
    }
}
