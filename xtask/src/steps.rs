//! The steps of `cargo xtask test`.

use std::io::{self, Write};
use std::process::Command;

use anyhow::{Result, ensure};
use clap::ValueEnum;
use fs_err as fs;
use serde_json::json;

use crate::browser::{CHROMIUM, CHROMIUM_FLAGS};
use crate::counts::Counts;
use crate::report::Outcome;
use crate::server::Server;
use crate::toolchain::WASM;
use crate::workspace::Workspace;
use crate::{build, engines, files, fuzz, node, playwright, process, setup, site};

/// Variables that would give the wasm tests another browser than the one that was found.
const OTHER_BROWSERS: [&str; 9] = [
    "CHROMEDRIVER_REMOTE",
    "GECKODRIVER",
    "GECKODRIVER_REMOTE",
    "MSEDGEDRIVER",
    "MSEDGEDRIVER_REMOTE",
    "NO_HEADLESS",
    "SAFARIDRIVER",
    "SAFARIDRIVER_REMOTE",
    "WASM_BINDGEN_TEST_ONLY_NODE",
];

/// Clippy for the browser. The page is built with the feature `split`, its wasm tests are not.
const CLIPPY_WASM: &str = "clippy --package crossroads --target wasm32-unknown-unknown";

/// The seconds that each fuzz target gets in a run of all tests.
const FUZZ_SECONDS: u32 = 5;

/// A step of the whole test, quickest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// The formatting
    Fmt,
    /// The spelling of the texts
    Spelling,
    /// The lints, for this machine and for the browser
    Clippy,
    /// The native tests
    Native,
    /// The sentences of the page for all pairs of occupations, against the cells of the sources
    Claims,
    /// A short fuzzing that starts from the committed corpus
    Fuzz,
    /// The wasm tests in a browser
    Web,
    /// The optimized build and its tests in a browser
    E2e,
    /// The core of those tests in other engines, against dist/
    Engines,
    /// The build that Trunk makes on its own; not part of a whole run
    Trunk,
}

impl Step {
    /// The steps of `cargo xtask check`.
    pub const QUICK: [Self; 4] = [Self::Fmt, Self::Spelling, Self::Clippy, Self::Native];

    /// The steps of a whole run.
    pub fn all() -> Vec<Self> {
        let steps = Self::value_variants().iter().copied();
        steps.filter(|step| *step != Self::Trunk).collect()
    }

    /// The name in the report, which is that on the command line.
    pub fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    /// Returns whether the step needs the tools of the build and a browser.
    pub fn needs_browser(self) -> bool {
        matches!(self, Self::Web | Self::E2e | Self::Engines)
    }

    /// Runs the step, with more arguments for its runner.
    pub fn run(self, workspace: &Workspace, more: &[String]) -> Result<Outcome> {
        let cargo = |arguments: &str| {
            let mut command = workspace.cargo(arguments);
            command.args(more);
            command
        };
        match self {
            Self::Fmt => check([cargo("fmt --all --check")]),
            Self::Spelling => spelling(workspace, more),
            Self::Clippy => check([
                deny_warnings(cargo(
                    "clippy --workspace --all-targets --features crossroads/ssr",
                )),
                deny_warnings(cargo(&format!("{CLIPPY_WASM} --features csr --test web"))),
                deny_warnings(cargo(&format!("{CLIPPY_WASM} --features split --bins"))),
            ]),
            Self::Native => count(
                &mut cargo("test --workspace --no-fail-fast --features crossroads/ssr"),
                io::stdout(),
            ),
            // Optimized, because it reads hundreds of thousands of pages; `native` reads a sample.
            Self::Claims => count(&mut cargo("test -p claims --profile bench"), io::stdout()),
            Self::Fuzz => fuzz(workspace, cargo("test --features ssr --test corpus")),
            Self::Web => web(
                workspace,
                // Optimized like the page, whose dependencies it shares.
                cargo(&format!(
                    "test -p crossroads --release --features csr --target {WASM} --test web"
                )),
            ),
            Self::E2e => e2e(workspace, more),
            Self::Engines => engines::test(workspace, more),
            Self::Trunk => trunk(workspace, more),
        }
    }
}

fn deny_warnings(mut clippy: Command) -> Command {
    clippy.args(["--", "-D", "warnings"]);
    clippy
}

/// Runs commands without tests.
fn check<const N: usize>(commands: [Command; N]) -> Result<Outcome> {
    for mut command in commands {
        process::run(&mut command)?;
    }
    Ok(Outcome::done())
}

/// Runs tests and adds up the counts that their harness prints.
fn count(command: &mut Command, to: impl Write) -> Result<Outcome> {
    let mut counts = Counts::default();
    let succeeded = process::stream(command, to, |line| {
        counts += Counts::of_harness_line(line).unwrap_or_default();
    })?;
    Outcome::of_tests(counts, succeeded)
}

/// The dictionary is an npm package.
fn spelling(workspace: &Workspace, more: &[String]) -> Result<Outcome> {
    node::ensure_packages(&workspace.e2e())?;
    let mut command = node::node();
    command.current_dir(workspace.e2e()).arg("spelling.mjs");
    command.args(more);
    check([command])
}

/// Replays the corpus in a native test where the fuzzer, which needs a C++ compiler, cannot be built.
fn fuzz(workspace: &Workspace, mut replay: Command) -> Result<Outcome> {
    match fuzz::build(workspace) {
        Ok(programs) => {
            let counts = fuzz::run(workspace, &programs, &fuzz::TARGETS, FUZZ_SECONDS)?;
            Outcome::of_tests(counts, true)
        }
        Err(error) => {
            eprintln!(
                "error: {error:#}\nThe fuzzer cannot be built here; only its corpus is replayed."
            );
            count(&mut replay, io::stdout())
        }
    }
}

fn web(workspace: &Workspace, mut tests: Command) -> Result<Outcome> {
    let found = CHROMIUM.find()?;
    let chromium = found.iter().find(|(variable, _)| *variable == "CHROMIUM");
    let options = json!({ "args": CHROMIUM_FLAGS, "binary": chromium.map(|(_, file)| file) });
    let capabilities = json!({ "goog:chromeOptions": options });
    let file = workspace.root().join("target/webdriver.json");
    files::write(&file, capabilities.to_string())?;
    for name in OTHER_BROWSERS {
        tests.env_remove(name);
    }
    setup::for_building(workspace)?
        .equip(&mut tests)
        .envs(found)
        // Cargo would split a path at its spaces, so this is a name on PATH.
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file)
        // In seconds: enough for a busy machine, and an end for an endless loop.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    count(&mut tests, io::stdout())
}

fn e2e(workspace: &Workspace, more: &[String]) -> Result<Outcome> {
    let found = CHROMIUM.find()?;
    build::command(workspace, &site::Options::default())?;
    let server = Server::start(&workspace.dist(), 0)?;
    let test = |arguments: &[String]| {
        playwright::run(workspace, |command| {
            command
                .args(arguments)
                .envs(found.iter().cloned())
                .env("BASE_URL", &server.url)
                .env("CHROMIUM_FLAGS", CHROMIUM_FLAGS.join(" "));
        })
    };
    let run = test(more)?;
    if run.counts.failed > 0 {
        // Traces of all tests would make them a third slower. The first result counts.
        println!("\nRunning failed tests again for their traces, in tests/e2e/test-results…");
        let again = ["--last-failed", "--trace=on", "--max-failures=5"];
        let _ = test(&again.map(str::to_owned));
    }
    Outcome::of_tests(run.counts, run.succeeded)
}

/// Builds the page with Trunk as a developer would, and looks for the page and its program.
fn trunk(workspace: &Workspace, more: &[String]) -> Result<Outcome> {
    let dist = workspace.root().join("target/debug-dist");
    files::remove_folder(&dist)?;
    let mut trunk = setup::for_building(workspace)?.trunk(workspace, "build")?;
    process::run(trunk.arg("--dist").arg(&dist).args(more))?;
    let page = fs::read_to_string(dist.join("index.html"))?;
    for file in ["crossroads.js", "crossroads_bg.wasm"] {
        ensure!(
            page.contains(file) && dist.join(file).is_file(),
            "expected {file} in the page that Trunk built, and beside it"
        );
    }
    Ok(Outcome::done())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_offers_each_step_by_its_name() {
        for step in Step::value_variants() {
            let offered = step.to_possible_value();
            let offered = offered.as_ref().map(|value| value.get_name());
            assert_eq!(offered, Some(&*step.name()));
        }
    }

    #[test]
    fn the_result_lines_of_a_runner_are_added_up() {
        let line = "test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured\n";
        let mut runner = node::script("process.stdout.write(process.argv.at(-1).repeat(2))");
        // A copy on standard output would be counted by a run of all tests.
        let mut copy = Vec::new();
        let outcome = count(runner.arg(line), &mut copy).unwrap();
        assert_eq!(copy, line.repeat(2).as_bytes());
        let expected = Counts {
            passed: 4,
            failed: 0,
            skipped: 2,
        };
        assert_eq!(outcome.counts, Some(expected));
        assert!(outcome.succeeded);
    }
}
