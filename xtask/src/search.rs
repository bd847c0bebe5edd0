//! `cargo xtask search`: what the page lists for a query, from the same code and data, as the example `search` prints it.

use std::ffi::OsString;

use anyhow::Result;
use clap::Args;

use crate::process;
use crate::workspace::Workspace;

#[derive(Args)]
pub struct Options {
    /// What somebody types, in one or several words
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    query: Vec<OsString>,
}

/// Runs it; returns whether it succeeded, for it says itself why not.
pub fn command(workspace: &Workspace, options: &Options) -> Result<bool> {
    process::run_program(
        workspace,
        &["--package", "crossroads", "--example", "search"],
        &options.query,
    )
}
