//! `cargo xtask import`: the package `import`, which is compiled only when it is asked for, because it brings SQLite.

use std::ffi::OsString;

use anyhow::Result;
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

/// Runs it; returns whether it succeeded, for it says itself why not.
pub fn command(workspace: &Workspace, options: &Options) -> Result<bool> {
    process::run_program(workspace, &["--package", "import"], &options.arguments)
}
