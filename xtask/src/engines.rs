//! The engines beside Chromium: the core of the end-to-end tests runs in each that is installed, and what did not run is said.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Result, bail};
use serde_json::Value as Json;

use crate::apt::Apt;
use crate::counts::Counts;
use crate::playwright::{self, Run};
use crate::steps::Outcome;
use crate::workspace::Workspace;
use crate::{browser, process};

/// A program that an engine is driven with.
struct Program {
    /// The variable that says where it is, here and to the tests.
    variable: &'static str,
    names: &'static [&'static str],
}

/// An engine, and what it is driven with.
struct Engine {
    name: &'static str,
    /// Its project in `tests/e2e/engines.config.ts`.
    project: &'static str,
    programs: &'static [Program],
    /// The packages of Debian that bring the programs.
    packages: &'static [&'static str],
}

const ENGINES: [Engine; 2] = [
    Engine {
        name: "Firefox",
        project: "firefox",
        programs: &[Program {
            variable: "FIREFOX",
            names: &["firefox-esr", "firefox"],
        }],
        packages: &["firefox-esr"],
    },
    Engine {
        name: "WebKit",
        project: "webkit",
        programs: &[
            Program {
                variable: "WEBKIT_DRIVER",
                names: &["WebKitWebDriver"],
            },
            // Its browser does not run without a screen.
            Program {
                variable: "XVFB",
                names: &["Xvfb"],
            },
        ],
        packages: &["webkit2gtk-driver", "xvfb"],
    },
];

/// The variables that tell the tests where an engine's programs are.
type Found = Vec<(&'static str, PathBuf)>;

/// How it went with an engine.
enum Driven {
    /// Its tests ran, in this version.
    Yes { version: String, run: Run },
    /// They did not, for a reason.
    No(String),
}

impl Engine {
    /// Its programs, or what is missing and what to do.
    fn find(&self) -> Result<Found, String> {
        let mut found = Found::new();
        for Program { variable, names } in self.programs {
            match browser::find(variable, names, &[]) {
                Ok(Some(file)) => found.push((variable, file)),
                Ok(None) => {
                    return Err(format!(
                        "no {} on PATH; on Debian: sudo apt-get install {}; elsewhere say in {variable} where it is",
                        names.join(" or "),
                        self.packages.join(" ")
                    ));
                }
                Err(error) => return Err(error.to_string()),
            }
        }
        Ok(found)
    }

    /// Runs its tests, if it is there and starts.
    fn drive(&self, workspace: &Workspace, more: &[String]) -> Result<Driven> {
        let found = match self.find() {
            Ok(found) => found,
            Err(why) => return Ok(Driven::No(why)),
        };
        let run = |tests, more: &[String]| {
            playwright::run(workspace, |command| {
                command
                    .args([tests, "--config=engines.config.ts"])
                    .arg(format!("--project={}", self.project))
                    .args(more)
                    .envs(found.iter().map(|(variable, file)| (variable, file)));
            })
        };
        // What an engine of this version, or on this system, cannot do at all is no fault of the page.
        let start = run("starts", &[])?;
        match version(&start.report) {
            Some(version) if start.succeeded => Ok(Driven::Yes {
                version: version.to_owned(),
                run: run("core", more)?,
            }),
            _ => {
                let why = note(&start.report, "results/0/error/message")
                    .and_then(|message| message.as_str()?.lines().next())
                    .unwrap_or("what it said stands above");
                let programs: Vec<_> = found
                    .iter()
                    .map(|(_, file)| file.to_string_lossy())
                    .collect();
                Ok(Driven::No(format!(
                    "{} could not be driven: {why}",
                    programs.join(" and ")
                )))
            }
        }
    }
}

/// Installs what is missing where that can be done without asking anyone; returns whether anything was. Whatever comes of
/// it, the tests say which engine they did without.
pub fn ensure() -> bool {
    // A variable that points nowhere is a mistake to be told about; an installation would not mend it.
    let is_named = |engine: &Engine| {
        engine
            .programs
            .iter()
            .any(|one| env::var_os(one.variable).is_some())
    };
    let missing = ENGINES
        .iter()
        .filter(|engine| !is_named(engine) && engine.find().is_err());
    let packages: Vec<&str> = missing
        .flat_map(|engine| engine.packages)
        .copied()
        .collect();
    // Other systems with apt-get have no Firefox in it that can be driven.
    if packages.is_empty() || !is_debian() {
        return false;
    }
    let Some(apt) = Apt::without_asking() else {
        return false;
    };
    eprintln!("Installing the other engines of the tests by apt-get (once per machine)…");
    match apt.install(&packages) {
        Ok(()) => true,
        Err(error) => {
            eprintln!("{}", process::describe(&error));
            false
        }
    }
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

/// Runs the tests against what is built.
pub fn test(workspace: &Workspace, more: &[String]) -> Result<Outcome> {
    if !workspace.dist().join("index.html").is_file() {
        bail!(
            "expected a built site in {}, but there is no index.html: run `cargo xtask build`",
            workspace.dist().display()
        );
    }
    let mut counts = Counts::default();
    let (mut succeeded, mut remarks) = (true, Vec::new());
    for engine in &ENGINES {
        match engine.drive(workspace, more)? {
            Driven::Yes { version, run } => {
                remarks.push(format!("driven: {} {version}", engine.name));
                succeeded &= run.succeeded && run.counts.failed == 0 && run.counts.executed() > 0;
                counts += run.counts;
            }
            Driven::No(why) => remarks.push(format!("not driven: {} ({why})", engine.name)),
        }
    }
    Ok(Outcome {
        counts: Some(counts),
        succeeded,
        remarks,
    })
}

/// The version that the test which starts an engine has noted.
fn version(report: &Json) -> Option<&str> {
    let notes = note(report, "annotations")?.as_array()?;
    let note = notes.iter().find(|note| note["type"] == "version")?;
    note["description"].as_str()
}

/// Something that is reported of a run's only test.
fn note<'a>(report: &'a Json, what: &str) -> Option<&'a Json> {
    report.pointer(&format!("/suites/0/specs/0/tests/0/{what}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_the_version_that_a_test_has_noted() {
        let notes = json!([{ "type": "skip" }, { "type": "version", "description": "153.7.0" }]);
        let report = json!({ "suites": [{ "specs": [{ "tests": [{ "annotations": notes }] }] }] });
        assert_eq!(version(&report), Some("153.7.0"));
        assert_eq!(version(&json!({ "suites": [] })), None);
    }

    #[test]
    fn an_engine_that_is_not_there_says_how_to_install_it() {
        let engine = Engine {
            name: "None",
            project: "none",
            programs: &[Program {
                variable: "CROSSROADS_UNSET",
                names: &["crossroads-no-such-program"],
            }],
            packages: &["some-package"],
        };
        let why = engine.find().unwrap_err();
        assert!(why.contains("apt-get install some-package"), "{why}");
        assert!(why.contains("CROSSROADS_UNSET"), "{why}");
    }
}
