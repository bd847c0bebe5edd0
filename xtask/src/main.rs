//! The project's own commands, run as `cargo xtask <command>`.
//!
//! They need nothing but Rust and Node.js: whatever else is missing, `setup` installs, in exactly the version
//! that this source tree asks for, into a cache of its own.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

mod apt;
mod audit;
mod bench;
mod browser;
mod build;
mod compress;
mod counts;
mod engines;
mod fuzz;
mod import;
mod install;
mod node;
mod playwright;
mod process;
mod report;
mod search;
mod serve;
mod server;
mod setup;
mod site;
mod size;
mod steps;
mod test;
mod toolchain;
mod tools;
mod workspace;

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
        /// Also what the tests need: browsers, their drivers and the npm packages
        #[arg(long)]
        tests: bool,
    },
    /// Build the optimised site into dist/, with its compressed copies
    Build(site::Options),
    /// Build the site and serve it on this machine only
    Serve(serve::Options),
    /// Print what of the built site is loaded when, and how large it is
    Size,
    /// Read the source tables and write the dataset
    Import(import::Options),
    /// Print what the page lists for a query: id, title and why, one hit a line
    Search(search::Options),
    /// Throw random bytes at everything that strangers write, for a bounded time
    Fuzz(fuzz::Options),
    /// Measure what a reader waits for, and write docs/PERFORMANCE.md
    Bench(bench::Options),
    /// Run every check and every test
    Test(test::Options),
    /// Write docs/QUALITY.md from the last whole run of the tests that succeeded
    Quality,
    /// Hold the packages against deny.toml, the known weaknesses and the signatures of their registries
    Audit,
}

fn main() -> ExitCode {
    let outcome = run(Cli::parse().command);
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{}", process::describe(&error));
            ExitCode::FAILURE
        }
    }
}

/// Returns whether what was asked for went well, having said so itself if not.
fn run(command: Command) -> Result<bool> {
    let workspace = Workspace::locate()?;
    match command {
        Command::Setup { tests } => setup::command(&workspace, tests)?,
        Command::Build(options) => build::command(&workspace, options)?,
        Command::Serve(options) => serve::command(&workspace, &options)?,
        Command::Size => size::command(&workspace)?,
        Command::Import(options) => return import::command(&workspace, &options),
        Command::Search(options) => return search::command(&workspace, &options),
        Command::Fuzz(options) => return fuzz::command(&workspace, &options),
        Command::Bench(options) => bench::command(&workspace, &options)?,
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
