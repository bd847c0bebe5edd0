//! The core of the end-to-end tests in Firefox and WebKit, where these are installed.

use anyhow::Result;
use serde_json::Value as Json;

use crate::browser::{Engine, OTHERS};
use crate::counts::Counts;
use crate::playwright::{self, Run};
use crate::report::Outcome;
use crate::workspace::Workspace;

/// Runs the tests against the built site. The remarks name the engines that were driven, and why others were not.
pub fn test(workspace: &Workspace, more: &[String]) -> Result<Outcome> {
    workspace.built_site()?;
    let mut counts = Counts::default();
    let (mut succeeded, mut remarks) = (true, Vec::new());
    for engine in &OTHERS {
        match drive(engine, workspace, more)? {
            Ok((version, run)) => {
                remarks.push(format!("driven: {} {version}", engine.name));
                succeeded &= run.succeeded && run.counts.executed() > 0;
                counts += run.counts;
            }
            Err(why) => remarks.push(format!("not driven: {}: {why}", engine.name)),
        }
    }
    Ok(Outcome {
        succeeded: succeeded && counts.failed == 0,
        counts: Some(counts),
        remarks,
    })
}

/// Runs the tests in an engine and returns its version, or the reason why it does not start.
fn drive(
    engine: &Engine,
    workspace: &Workspace,
    more: &[String],
) -> Result<Result<(String, Run), String>> {
    let found = match engine.find() {
        Ok(found) => found,
        Err(why) => return Ok(Err(format!("{why:#}"))),
    };
    let run = |tests: &str, more: &[String]| {
        let project = format!("--project={}", engine.name.to_lowercase());
        playwright::run(workspace, |command| {
            command.args([tests, "--config=engines.config.ts", &project]);
            command.args(more).envs(found.iter().cloned());
        })
    };
    // An engine that does not start in this version or on this system is no fault of the page.
    let start = run("starts", &[])?;
    let version = version(&start.report).filter(|_| start.succeeded);
    let Some(version) = version else {
        return Ok(Err("it does not start; its messages are above".to_owned()));
    };
    Ok(Ok((version.to_owned(), run("core", more)?)))
}

/// Reads the version that `tests/e2e/engines/starts.spec.ts` has noted.
fn version(report: &Json) -> Option<&str> {
    let notes = report.pointer("/suites/0/specs/0/tests/0/annotations")?;
    let mut notes = notes.as_array()?.iter();
    let note = notes.find(|note| note["type"] == "version")?;
    note["description"].as_str()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_version_is_read_from_the_notes_of_a_test() {
        let notes = json!([{ "type": "skip" }, { "type": "version", "description": "153.7.0" }]);
        let report = json!({ "suites": [{ "specs": [{ "tests": [{ "annotations": notes }] }] }] });
        assert_eq!(version(&report), Some("153.7.0"));
        assert_eq!(version(&json!({ "suites": [] })), None);
    }
}
