//! What the last run of each step has found, kept beside what is built until `cargo xtask quality` writes it down.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Map, Value as Json, json};

use crate::steps::{Outcome, Step};
use crate::workspace::Workspace;

/// Keeps how a step ended, in place of how it ended before.
pub fn keep(workspace: &Workspace, step: Step, outcome: &Outcome) -> Result<()> {
    let mut all = kept(workspace);
    let counts = outcome
        .counts
        .map(|counts| json!({ "passed": counts.passed, "failed": counts.failed, "skipped": counts.skipped }));
    all.insert(
        step.name().to_owned(),
        json!({ "counts": counts, "succeeded": outcome.succeeded, "found": outcome.found }),
    );
    let file = file(workspace);
    let folder = file.parent().unwrap_or(&file);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&file, format!("{:#}\n", Json::Object(all))))
        .with_context(|| format!("{} cannot be written", file.display()))
}

/// How each step ended that was run, by its name.
pub fn kept(workspace: &Workspace) -> Map<String, Json> {
    // What is not there, or cannot be read any more, is found again by the next run.
    let text = fs::read_to_string(file(workspace)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

fn file(workspace: &Workspace) -> PathBuf {
    workspace.root().join("target/test-results.json")
}
