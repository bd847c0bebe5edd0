//! `cargo xtask build`: the optimised site, with its compressed copies, held to its budgets.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::site::{self, Options};
use crate::tools::Toolbox;
use crate::workspace::Workspace;
use crate::{compress, setup, size};

/// Sets up what is missing, builds, and prints how large the result is.
pub fn command(workspace: &Workspace, options: Options) -> Result<()> {
    let options = options.or_environment()?;
    setup::for_building(workspace)?;
    site(workspace, &Toolbox::collect(workspace)?, &options, |_| {
        Ok(())
    })
}

/// Builds with tools that are there, and with whatever else is set for the compiler.
pub fn site(
    workspace: &Workspace,
    tools: &Toolbox,
    options: &Options,
    set_compiler: impl Fn(&mut Command) -> Result<()>,
) -> Result<()> {
    site::build(workspace, tools, options, set_compiler)?;
    if env::var_os("CROSSROADS_ROLES").is_some_and(|name| !name.is_empty()) {
        without_official_data(&workspace.dist())?;
    }
    compress::folder(
        &workspace.dist(),
        &workspace.root().join("target/compressed"),
    )?;
    size::check(&workspace.dist())
}

/// A site with roles of its own (`docs/OWN-DATASET.md`) has no use for what lies beside the page for the official ones.
fn without_official_data(dist: &Path) -> Result<()> {
    let data = dist.join("data");
    if data.exists() {
        fs::remove_dir_all(&data)
            .with_context(|| format!("{} cannot be removed", data.display()))?;
    }
    Ok(())
}
