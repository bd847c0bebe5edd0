//! `cargo xtask build`: the optimized site with its compressed copies, held to its byte budgets.

use std::env;

use anyhow::Result;

use crate::site::{self, Options};
use crate::workspace::Workspace;
use crate::{compress, files, setup, size};

/// Sets up what is missing, builds, and prints the sizes.
pub fn command(workspace: &Workspace, options: &Options) -> Result<()> {
    let toolbox = setup::for_building(workspace)?;
    let dist = workspace.dist();
    site::build(workspace, &toolbox, options)?;
    if env::var_os("CROSSROADS_ROLES").is_some_and(|name| !name.is_empty()) {
        // A site with its own roles (`docs/OWN-DATASET.md`) does not use the official shards.
        files::remove_folder(&dist.join("data"))?;
    }
    compress::folder(&dist, &workspace.root().join("target/compressed"))?;
    size::check(&dist)
}
