//! Playwright, which runs the tests in browsers, and what it reports.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value as Json;

use crate::counts::Counts;
use crate::node;
use crate::workspace::Workspace;

/// How a run ended.
pub struct Run {
    /// How its tests ended.
    pub counts: Counts,
    /// Whether Playwright itself says that all is well.
    pub succeeded: bool,
    /// All that it reports.
    pub report: Json,
}

/// Runs tests, with what `prepare` adds to the command.
pub fn run(workspace: &Workspace, prepare: impl FnOnce(&mut Command)) -> Result<Run> {
    let file = workspace.e2e().join("test-results/report.json");
    // An old report must not be taken for that of a run which wrote none.
    if file.exists() {
        fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?;
    }
    let mut command = node::node();
    command
        .current_dir(workspace.e2e())
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &file);
    prepare(&mut command);
    let status = command.status().context("`node` cannot be started")?;
    let text = fs::read_to_string(&file).with_context(|| {
        format!(
            "Playwright ended ({status}) without a report at {}",
            file.display()
        )
    })?;
    let report: Json = serde_json::from_str(&text)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let counts = Counts::of_playwright(&report).with_context(|| {
        format!(
            "expected the numbers of tests in {}, found none",
            file.display()
        )
    })?;
    Ok(Run {
        counts,
        succeeded: status.success(),
        report,
    })
}
