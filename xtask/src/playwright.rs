//! Playwright, which runs the tests in browsers.

use std::process::Command;

use anyhow::{Context, Result};
use fs_err as fs;
use serde_json::Value as Json;

use crate::counts::Counts;
use crate::workspace::Workspace;
use crate::{node, process};

/// A finished run.
pub struct Run {
    pub counts: Counts,
    /// Playwright's verdict.
    pub succeeded: bool,
    /// Playwright's JSON report.
    pub report: Json,
}

/// Runs tests. `prepare` completes the command.
pub fn run(workspace: &Workspace, prepare: impl FnOnce(&mut Command)) -> Result<Run> {
    let file = workspace.e2e().join("test-results/report.json");
    // The report of an earlier run must not stand for this one.
    if file.exists() {
        fs::remove_file(&file)?;
    }
    let mut command = node::node();
    command
        .current_dir(workspace.e2e())
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &file);
    prepare(&mut command);
    let succeeded = process::succeeds(&mut command)?;
    let report: Json = serde_json::from_str(&fs::read_to_string(&file)?)?;
    let counts = Counts::of_playwright(&report)
        .with_context(|| format!("{} has no numbers of tests", file.display()))?;
    Ok(Run {
        counts,
        succeeded,
        report,
    })
}
