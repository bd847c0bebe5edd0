//! The steps of `cargo xtask test`: what each one runs, and what has to come out of it.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::browser::{self, Browser};
use crate::counts::Counts;
use crate::server::Server;
use crate::toolchain::{self, WASM};
use crate::tools::Toolbox;
use crate::workspace::Workspace;
use crate::{build, engines, fuzz, node, playwright, process, setup, site};

/// Variables by which the runner of the wasm tests would take another browser than the one that was found.
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

/// A part of the whole test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// Installing what the tests need
    #[value(skip)]
    Setup,
    /// The formatting
    Fmt,
    /// The spelling of the texts
    Spelling,
    /// The lints, for this machine and for the browser
    Clippy,
    /// The tests that run on this machine
    Native,
    /// The words of the page for all pairs of occupations, held against the cells of the sources
    Claims,
    /// A short fuzzing, from the committed corpus on
    Fuzz,
    /// The tests that run as wasm in a browser
    Web,
    /// The optimised build and the tests of it in a browser
    E2e,
    /// The core of those tests in other engines, of what is built
    Engines,
}

/// How a step ended that could be run at all.
pub struct Outcome {
    /// How its tests ended, if it has tests.
    pub counts: Option<Counts>,
    /// Whether its programs succeeded.
    pub succeeded: bool,
    /// Extra notes for the report.
    pub remarks: Vec<String>,
}

impl Outcome {
    /// A step that could not be run to its end.
    pub fn failed() -> Self {
        Self::of(None, false)
    }

    fn of(counts: Option<Counts>, succeeded: bool) -> Self {
        Self {
            counts,
            succeeded,
            remarks: Vec::new(),
        }
    }
}

impl Step {
    /// All steps, quickest first.
    pub const ALL: [Self; 10] = [
        Self::Setup,
        Self::Fmt,
        Self::Spelling,
        Self::Clippy,
        Self::Native,
        Self::Claims,
        Self::Fuzz,
        Self::Web,
        Self::E2e,
        Self::Engines,
    ];

    /// The name in the report and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Fmt => "fmt",
            Self::Spelling => "spelling",
            Self::Clippy => "clippy",
            Self::Native => "native",
            Self::Claims => "claims",
            Self::Fuzz => "fuzz",
            Self::Web => "web",
            Self::E2e => "e2e",
            Self::Engines => "engines",
        }
    }

    /// Runs the step, with more arguments for its runner.
    pub fn run(self, workspace: &Workspace, more: &[String]) -> Result<Outcome> {
        match self {
            Self::Setup => set_up(workspace),
            Self::Fmt => checks([cargo(workspace, "fmt --all --check")], more),
            Self::Spelling => spelling(workspace, more),
            Self::Clippy => checks(
                [native_tests(workspace)?, web_tests(workspace)?].map(only_compile),
                more,
            ),
            Self::Native => native(workspace, more),
            Self::Claims => claims(workspace, more),
            Self::Fuzz => fuzz(workspace, more),
            Self::Web => web(workspace, more),
            Self::E2e => e2e(workspace, more),
            Self::Engines => engines::test(workspace, more),
        }
    }
}

fn set_up(workspace: &Workspace) -> Result<Outcome> {
    setup::for_building(workspace)?;
    setup::for_testing(workspace)?;
    Ok(Outcome::of(None, true))
}

/// The dictionary is one of the npm packages.
fn spelling(workspace: &Workspace, more: &[String]) -> Result<Outcome> {
    node::ensure_packages(&workspace.e2e())?;
    let mut command = node::node();
    command.current_dir(workspace.e2e()).arg("spelling.mjs");
    checks([command], more)
}

/// Runs commands that either succeed or fail, and count nothing.
fn checks<const N: usize>(commands: [Command; N], more: &[String]) -> Result<Outcome> {
    for mut command in commands {
        process::run(command.args(more))?;
    }
    Ok(Outcome::of(None, true))
}

/// The tests that run on this machine, compiled under the lints: what passed them is what is run.
fn native_tests(workspace: &Workspace) -> Result<Command> {
    let mut command = cargo(
        workspace,
        "test --workspace --no-fail-fast --features crossroads/ssr",
    );
    toolchain::lint(&mut command)?;
    Ok(command)
}

/// The tests that run in a browser, and the page's own program with them, compiled under the lints. They are optimised
/// like the page: what is tested is what is shipped, and both share what they are compiled of.
fn web_tests(workspace: &Workspace) -> Result<Command> {
    let arguments =
        format!("test -p crossroads --release --features csr --target {WASM} --test web");
    let mut command = cargo(workspace, &arguments);
    toolchain::lint(&mut command)?;
    Ok(command)
}

fn only_compile(mut tests: Command) -> Command {
    tests.arg("--no-run");
    tests
}

fn native(workspace: &Workspace, more: &[String]) -> Result<Outcome> {
    count(native_tests(workspace)?.args(more), io::stdout())
}

/// Optimized like the benchmarks, so that hundreds of thousands of pages take minutes; `native` has looked at a sample.
fn claims(workspace: &Workspace, more: &[String]) -> Result<Outcome> {
    let mut command = cargo(workspace, "test -p claims --profile bench");
    count(command.args(more), io::stdout())
}

/// How long each target is fuzzed in a run of all tests, in seconds.
const SHORT: u32 = 5;

/// Where the fuzzer cannot be built (it needs a C++ compiler), the corpus is replayed by a native test instead.
fn fuzz(workspace: &Workspace, more: &[String]) -> Result<Outcome> {
    match fuzz::build(workspace) {
        Ok(programs) => {
            let counts = fuzz::run(workspace, &programs, &fuzz::TARGETS, SHORT)?;
            some(counts, true)
        }
        Err(error) => {
            eprintln!("{}", process::describe(&error));
            eprintln!(
                "The fuzzer cannot be built here. Its corpus is replayed, and nothing new is tried."
            );
            let mut replay = cargo(workspace, "test --features ssr --test corpus");
            count(replay.args(more), io::stdout())
        }
    }
}

fn web(workspace: &Workspace, more: &[String]) -> Result<Outcome> {
    let browser = Browser::find()?;
    let capabilities = write_capabilities(workspace, &browser)?;
    let mut command = web_tests(workspace)?;
    for name in OTHER_BROWSERS {
        command.env_remove(name);
    }
    Toolbox::collect(workspace)?
        .equip(&mut command)
        // A name and not a path, because Cargo would split a path at its spaces.
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("CHROMEDRIVER", browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        // In seconds. Enough for a busy machine; an endless loop still ends.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    count(command.args(more), io::stdout())
}

fn e2e(workspace: &Workspace, more: &[String]) -> Result<Outcome> {
    let browser = Browser::find()?;
    let tools = Toolbox::collect(workspace)?;
    build::site(
        workspace,
        &tools,
        &site::Options::default(),
        toolchain::lint,
    )?;
    let server = Server::start(&workspace.dist(), 0)?;
    let run = playwright::run(workspace, |command| {
        command
            .args(more)
            .env("BASE_URL", server.url())
            .env("CHROMIUM", browser.chromium)
            .env("CHROMIUM_FLAGS", browser::FLAGS.join(" "));
    })?;
    some(run.counts, run.succeeded)
}

/// Runs tests whose harness states its counts in its output, and adds these up.
fn count(command: &mut Command, to: impl Write) -> Result<Outcome> {
    let mut counts = Counts::default();
    let status = process::stream(command, to, |line| {
        if let Some(more) = Counts::of_harness_line(line) {
            counts += more;
        }
    })?;
    some(counts, status.success())
}

/// A step that is there to run tests and ran none has not succeeded.
fn some(counts: Counts, succeeded: bool) -> Result<Outcome> {
    if succeeded && counts.executed() == 0 {
        bail!("expected at least one test to run, but none did");
    }
    Ok(Outcome::of(Some(counts), succeeded && counts.failed == 0))
}

fn cargo(workspace: &Workspace, arguments: &str) -> Command {
    let mut command = process::cargo();
    command
        .current_dir(workspace.root())
        .args(arguments.split(' '));
    command
}

/// The driver learns from a file what to start.
fn write_capabilities(workspace: &Workspace, browser: &Browser) -> Result<PathBuf> {
    let folder = workspace.root().join("target");
    let file = folder.join("webdriver.json");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, browser.capabilities().to_string()))
        .with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_offers_each_step_by_its_name() {
        for step in Step::ALL {
            let offered = step
                .to_possible_value()
                .map(|value| value.get_name().to_owned());
            let expected = (step != Step::Setup).then(|| step.name().to_owned());
            assert_eq!(offered, expected);
        }
    }

    #[test]
    fn no_tests_at_all_are_a_failure() {
        assert!(
            some(
                Counts {
                    skipped: 5,
                    ..Counts::default()
                },
                true
            )
            .is_err()
        );
    }

    #[test]
    fn a_failed_test_fails_the_step_whatever_its_runner_says() {
        let counts = Counts {
            passed: 3,
            failed: 1,
            skipped: 0,
        };
        assert!(!some(counts, true).unwrap().succeeded);
        assert!(
            !some(
                Counts {
                    failed: 0,
                    ..counts
                },
                false
            )
            .unwrap()
            .succeeded
        );
        assert!(
            some(
                Counts {
                    failed: 0,
                    ..counts
                },
                true
            )
            .unwrap()
            .succeeded
        );
    }

    #[test]
    fn counts_what_a_runner_prints() {
        let line = "test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured\n";
        let mut runner = node::node();
        runner.args([
            "--eval",
            "process.stdout.write(process.argv[1].repeat(2))",
            line,
        ]);
        // Not to standard output, where whoever runs these tests would count the lines as well.
        let mut copy = Vec::new();
        let outcome = count(&mut runner, &mut copy).unwrap();
        assert_eq!(copy, line.repeat(2).as_bytes());
        assert_eq!(
            outcome.counts,
            Some(Counts {
                passed: 4,
                failed: 0,
                skipped: 2
            })
        );
        assert!(outcome.succeeded);
    }
}
