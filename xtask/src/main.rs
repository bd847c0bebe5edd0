//! The project's own commands, run as `cargo xtask <command>`.
//!
//! They need only Rust and Node.js. `setup` installs everything else that is missing, in the versions that this source
//! tree asks for, into a cache of its own.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

mod audit;
mod bench;
mod browser;
mod build;
mod compress;
mod counts;
mod engines;
mod files;
mod fuzz;
mod install;
mod node;
mod playwright;
mod process;
mod report;
mod serve;
mod server;
mod setup;
mod site;
mod size;
mod steps;
mod test;
mod toolbox;
mod toolchain;
mod tools;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::workspace::Workspace;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "The project's own commands"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install the tools that are missing, and nothing else
    Setup {
        /// Also install browsers, their drivers and the npm packages of the tests
        #[arg(long)]
        tests: bool,
    },
    /// Build the optimized site into dist/, with its compressed copies
    Build(site::Options),
    /// Build the site and serve it on this machine only
    Serve(serve::Options),
    /// Print which files of the built site are loaded when, and their sizes
    Size,
    /// Read the source tables and write the dataset
    #[command(disable_help_flag = true)]
    Import {
        /// The arguments of `import`: see `cargo xtask import --help`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Print the page's hits for a query: id, title and reason, one a line
    Search {
        /// One or several words
        #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
        query: Vec<OsString>,
    },
    /// Fuzz every reader of foreign input for a bounded time
    Fuzz(fuzz::Options),
    /// Measure loading and interaction, and write docs/PERFORMANCE.md
    Bench(bench::Options),
    /// Run the quick checks: format, spelling, lints and native tests
    Check,
    /// Run every check and every test
    Test(test::Options),
    /// Write docs/QUALITY.md from the last whole run of the tests that succeeded
    Quality,
    /// Check the packages against deny.toml, known vulnerabilities and the signatures of their registries
    Audit,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Returns whether the command succeeded. It has printed why if it did not.
fn run(command: Command) -> Result<bool> {
    let workspace = Workspace::locate()?;
    match command {
        Command::Setup { tests } => {
            setup::for_building(&workspace)?;
            if tests {
                setup::for_testing(&workspace)?;
            }
            println!("Everything is installed.");
        }
        Command::Build(options) => build::command(&workspace, &options)?,
        Command::Serve(options) => serve::command(&workspace, &options)?,
        Command::Size => size::command(&workspace)?,
        Command::Import { arguments } => {
            return workspace.run_program(["--package", "import"], &arguments);
        }
        Command::Search { query } => return workspace.run_program(["--example", "search"], &query),
        Command::Fuzz(options) => return fuzz::command(&workspace, &options),
        Command::Bench(options) => bench::command(&workspace, &options)?,
        Command::Check => return Ok(test::check(&workspace)),
        Command::Test(options) => return test::command(&workspace, &options),
        Command::Quality => test::write_quality(&workspace)?,
        Command::Audit => return audit::command(&workspace),
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
