//! `cargo xtask test` and `cargo xtask check`: the steps one after the other, and one line with the total.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use fs_err as fs;

use crate::report::{Outcome, Report};
use crate::steps::Step;
use crate::workspace::Workspace;
use crate::{files, setup};

/// The text above the table in `docs/QUALITY.md`.
const QUALITY: &str = "\
# Quality

Written by `cargo xtask quality` from the last whole run of `cargo xtask test` that succeeded; not edited by hand.

* [ACCESSIBILITY.md](ACCESSIBILITY.md) goes through the criteria of WCAG 2.2 and names the test that holds each.
* Tests that put a fault in the page's way are tagged `@fault-…` in `tests/e2e/specs/`.
* [PERFORMANCE.md](PERFORMANCE.md) has the measurements; no test depends on a time.

";

#[derive(Args)]
pub struct Options {
    /// Run this step alone
    #[arg(long)]
    only: Option<Step>,
    /// More arguments for the step's runner
    #[arg(last = true, requires = "only")]
    more: Vec<String>,
}

/// Runs all steps, or one. Returns whether they succeeded.
pub fn command(workspace: &Workspace, options: &Options) -> Result<bool> {
    if let Some(only) = options.only {
        return Ok(run(workspace, &[only], &options.more).succeeded());
    }
    let report = run(workspace, &Step::all(), &[]);
    if report.succeeded() {
        let text = format!("{QUALITY}{}", report.document());
        files::write(&last_run(workspace), text)?;
    }
    Ok(report.succeeded())
}

/// Runs the steps that need no browser and no optimized build.
pub fn check(workspace: &Workspace) -> bool {
    run(workspace, &Step::QUICK, &[]).succeeded()
}

/// Runs steps up to the first that fails. The last line of the output is the total.
fn run(workspace: &Workspace, steps: &[Step], more: &[String]) -> Report {
    let mut report = Report::default();
    report.run("setup", || {
        setup::for_checking()?;
        if steps.iter().any(|step| step.needs_browser()) {
            setup::for_building(workspace)?;
            setup::for_testing(workspace)?;
        }
        Ok(Outcome::done())
    });
    for step in steps {
        report.run(&step.name(), || step.run(workspace, more));
    }
    println!("\n{report}");
    report
}

/// Writes `docs/QUALITY.md`.
pub fn write_quality(workspace: &Workspace) -> Result<()> {
    let text = fs::read_to_string(last_run(workspace))
        .context("run `cargo xtask test` first; all of it has to succeed")?;
    files::write(&workspace.root().join("docs/QUALITY.md"), text)
}

/// The text of `docs/QUALITY.md` for the last whole run.
fn last_run(workspace: &Workspace) -> PathBuf {
    workspace.root().join("target/quality.md")
}
