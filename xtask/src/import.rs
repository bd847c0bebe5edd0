//! `cargo xtask import`: the package `import`, which is compiled only when it is asked for, because it brings SQLite.

use std::ffi::OsString;

use anyhow::{Context, Result};
use clap::Args;

use crate::process;
use crate::workspace::Workspace;

#[derive(Args)]
#[command(disable_help_flag = true)]
pub struct Options {
    /// What `import` is asked for: see `cargo xtask import --help`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

/// Runs the import, whose paths are seen from the current folder; returns whether it succeeded, for it says itself why
/// not.
pub fn command(workspace: &Workspace, options: &Options) -> Result<bool> {
    let mut import = process::cargo();
    import
        .args(["run", "--quiet", "--package", "import", "--manifest-path"])
        .arg(workspace.root().join("Cargo.toml"))
        .arg("--")
        .args(&options.arguments);
    let status = import
        .status()
        .with_context(|| format!("`{}` cannot be started", process::show(&import)))?;
    Ok(status.success())
}
