//! `cargo xtask test`: every check and every test, one after the other, and one line that says it all.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Args;

use crate::process;
use crate::report::{Line, Report};
use crate::steps::{Outcome, Step};
use crate::workspace::Workspace;

/// The words above the table of steps in `docs/QUALITY.md`.
const QUALITY: &str = "\
# Quality

Written by `cargo xtask quality` from the last whole run of `cargo xtask test` that succeeded; not edited by hand.

* [ACCESSIBILITY.md](ACCESSIBILITY.md) goes through the criteria of WCAG 2.2 and names the test that holds each.
* Tests that put a fault in the page's way are tagged `@fault-…` in `tests/e2e/specs/`.
* [PERFORMANCE.md](PERFORMANCE.md) has what was measured; no test depends on a time.

";

#[derive(Args)]
pub struct Options {
    /// Run this step alone
    #[arg(long)]
    only: Option<Step>,
    /// More arguments for what the step runs
    #[arg(last = true, requires = "only")]
    more: Vec<String>,
}

/// Runs the steps up to the first that fails; returns whether all succeeded. The last line of the output is the total.
pub fn command(workspace: &Workspace, options: &Options) -> Result<bool> {
    let mut report = Report::default();
    for step in Step::ALL
        .into_iter()
        .filter(|step| is_wanted(*step, options.only))
    {
        println!("\n=== {} ===", step.name());
        let more = if step == Step::Setup {
            &[]
        } else {
            options.more.as_slice()
        };
        let start = Instant::now();
        let outcome = step.run(workspace, more).unwrap_or_else(|error| {
            eprintln!("{}", process::describe(&error));
            Outcome::failed()
        });
        let took = start.elapsed();
        println!(
            "=== {}: {} in {:.1} s ===",
            step.name(),
            if outcome.succeeded { "done" } else { "FAILED" },
            took.as_secs_f64()
        );
        report.add(Line {
            step: step.name(),
            took,
            outcome,
        });
        if !report.succeeded() {
            break;
        }
    }
    if options.only.is_none() && report.succeeded() {
        let file = last_run(workspace);
        fs::write(&file, format!("{QUALITY}{}", report.document()))
            .with_context(|| format!("{} cannot be written", file.display()))?;
    }
    println!("\n{report}");
    Ok(report.succeeded())
}

/// Writes `docs/QUALITY.md`.
pub fn write_quality(workspace: &Workspace) -> Result<()> {
    let document = workspace.root().join("docs/QUALITY.md");
    fs::copy(last_run(workspace), &document).with_context(|| {
        format!(
            "{} cannot be written: `cargo xtask test` has to succeed as a whole first",
            document.display()
        )
    })?;
    Ok(())
}

/// What the last whole run found, as `docs/QUALITY.md` has it.
fn last_run(workspace: &Workspace) -> PathBuf {
    workspace.root().join("target/quality.md")
}

/// Setting up belongs to every step that needs more than Cargo.
fn is_wanted(step: Step, only: Option<Step>) -> bool {
    match only {
        None => true,
        Some(only) => {
            let needs_more = matches!(only, Step::Web | Step::E2e | Step::Engines);
            step == only || step == Step::Setup && needs_more
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_alone_is_set_up_only_if_it_needs_to_be() {
        let wanted = |only| {
            Step::ALL
                .into_iter()
                .filter(|step| is_wanted(*step, only))
                .collect::<Vec<_>>()
        };
        assert_eq!(wanted(None), Step::ALL);
        assert_eq!(wanted(Some(Step::Fmt)), [Step::Fmt]);
        assert_eq!(wanted(Some(Step::Web)), [Step::Setup, Step::Web]);
    }
}
