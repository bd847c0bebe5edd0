//! `cargo xtask quality`: what holds the page together, in numbers, as the last run of all tests has found them.

mod document;

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value as Json};

use crate::criteria::{self, Criteria, Held};
use crate::results;
use crate::steps::Step;
use crate::workspace::Workspace;

/// The steps that find something to be counted.
const COUNTED: [Step; 5] = [Step::Native, Step::Claims, Step::Fuzz, Step::Web, Step::E2e];

/// Writes the document.
pub fn command(workspace: &Workspace) -> Result<()> {
    let quality = Quality::of(workspace)?;
    let file = workspace.root().join("docs/QUALITY.md");
    fs::write(&file, quality.document())
        .with_context(|| format!("{} cannot be written", file.display()))?;
    print!("{}", quality.lines());
    Ok(())
}

/// What the last run of all tests has found.
pub struct Quality {
    /// How each step ended, by its name.
    steps: Map<String, Json>,
    criteria: Criteria,
    /// Other engines than the one that drives all tests.
    engines: Vec<Json>,
}

impl Quality {
    /// Gathers it; a step that was not run, or has failed, is an error that says so.
    pub fn of(workspace: &Workspace) -> Result<Self> {
        let steps = results::kept(workspace);
        for step in COUNTED {
            let name = step.name();
            match steps.get(name).map(|step| step["succeeded"] == true) {
                Some(true) => {}
                Some(false) => {
                    bail!(
                        "expected step {name} to have succeeded, but it failed: run `cargo xtask test`"
                    )
                }
                None => bail!(
                    "expected step {name} to have been run, but it was not: run `cargo xtask test`"
                ),
            }
        }
        let accessibility = workspace.root().join("docs/ACCESSIBILITY.md");
        let text = fs::read_to_string(&accessibility)
            .with_context(|| format!("{} cannot be read", accessibility.display()))?;
        Ok(Self {
            steps,
            criteria: criteria::count(&text)?,
            engines: engines(workspace)?,
        })
    }

    /// The numbers, a line each.
    pub fn lines(&self) -> String {
        let mut text = String::new();
        let mut line = |name: &str, words: String| {
            // Writing into a text cannot fail.
            let _ = writeln!(text, "{name:<10}{words}");
        };
        let passed: u64 = COUNTED.iter().map(|step| self.count(*step, "passed")).sum();
        line(
            "tests",
            format!("{} passed in {}", grouped(passed), self.of_each_step()),
        );
        line(
            "faults",
            format!("{} injected: {}", self.faults(), self.of_each_kind()),
        );
        line("fuzzed", self.fuzzed());
        line("criteria", self.of_criteria());
        line("axe", format!("{} states looked at", self.driven("axe")));
        line(
            "HTML",
            format!(
                "{} pages and states valid",
                grouped(self.driven("validated"))
            ),
        );
        for engine in &self.engines {
            line("engine", of_engine(engine));
        }
        if self.engines.is_empty() {
            line("engines", NOT_DRIVEN.to_owned());
        }
        for (what, value) in self.measured() {
            line("measured", format!("{what}: {value}"));
        }
        text
    }

    fn found(&self, step: Step) -> &Json {
        self.steps
            .get(step.name())
            .map_or(&Json::Null, |step| &step["found"])
    }

    fn count(&self, step: Step, which: &str) -> u64 {
        let counts = self.steps.get(step.name()).map(|step| &step["counts"]);
        counts
            .and_then(|counts| counts[which].as_u64())
            .unwrap_or_default()
    }

    fn of_each_step(&self) -> String {
        let each =
            COUNTED.map(|step| format!("{} {}", step.name(), grouped(self.count(step, "passed"))));
        each.join(", ")
    }

    fn driven(&self, what: &str) -> u64 {
        self.found(Step::E2e)[what].as_u64().unwrap_or_default()
    }

    fn by_kind(&self) -> impl Iterator<Item = (&String, &Json)> {
        self.found(Step::E2e)["faults"]
            .as_object()
            .into_iter()
            .flatten()
    }

    fn faults(&self) -> usize {
        self.by_kind().map(|(_, tests)| faults_of(tests)).sum()
    }

    fn of_each_kind(&self) -> String {
        let kinds = self
            .by_kind()
            .map(|(kind, tests)| format!("{kind} {}", faults_of(tests)));
        kinds.collect::<Vec<_>>().join(", ")
    }

    fn fuzzed(&self) -> String {
        let Some(targets) = self.found(Step::Fuzz).as_array() else {
            return "no fuzzer could be built; the committed inputs were replayed".to_owned();
        };
        let sum = |name: &str| {
            let numbers = targets.iter().filter_map(|target| target[name].as_u64());
            grouped(numbers.sum())
        };
        format!(
            "{} inputs tried on {} targets, {} of them committed",
            sum("tried"),
            targets.len(),
            sum("corpus")
        )
    }

    fn level(&self, held: Held, level: &'static str) -> usize {
        self.criteria.get(&(held, level)).copied().unwrap_or(0)
    }

    fn of_criteria(&self) -> String {
        let all: usize = self.criteria.values().sum();
        let each = Held::ALL.map(|held| {
            let number = self.level(held, "A") + self.level(held, "AA");
            format!("{number} {}", held.words())
        });
        format!("{all} of WCAG 2.2, A and AA: {}", each.join(", "))
    }

    fn measured(&self) -> impl Iterator<Item = (&String, &str)> {
        let measured = self.found(Step::E2e)["measured"].as_object();
        let measured = measured.into_iter().flatten();
        measured.filter_map(|(what, value)| Some((what, value.as_str()?)))
    }
}

const NOT_DRIVEN: &str = "not driven";

/// What was found in other engines, where they were driven at all.
fn engines(workspace: &Workspace) -> Result<Vec<Json>> {
    let file: PathBuf = workspace.root().join("target/engines.json");
    if !file.exists() {
        return Ok(Vec::new());
    }
    let text =
        fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    serde_json::from_str(&text)
        .with_context(|| format!("expected a list of engines in {}", file.display()))
}

fn of_engine(engine: &Json) -> String {
    let text = |key: &str| engine[key].as_str().unwrap_or_default();
    let name = format!("{} {}", text("engine"), text("version"));
    let name = name.trim();
    match engine["passed"].as_u64() {
        Some(passed) => {
            let failed = engine["failed"].as_u64().unwrap_or_default();
            format!("{name}: {} passed, {failed} failed", grouped(passed))
        }
        // Why not is a matter of the machine, and said in the report of the run.
        None => format!("{name}: {NOT_DRIVEN}"),
    }
}

/// How many faults the tests of a kind inject: those they name, or one.
fn faults_of(tests: &Json) -> usize {
    let tests = tests.as_object().into_iter().flatten();
    tests.map(|(_, faults)| items(faults).count().max(1)).sum()
}

fn items(list: &Json) -> impl Iterator<Item = &Json> {
    list.as_array().into_iter().flatten()
}

/// `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn quality() -> Quality {
        let step = |passed: u64, found: Json| json!({ "counts": { "passed": passed, "failed": 0, "skipped": 1 }, "succeeded": true, "found": found });
        let fuzzed = json!([
            { "target": "link", "tried": 1_000_000, "corpus": 18 },
            { "target": "search", "tried": 234_567, "corpus": 19 },
        ]);
        let driven = json!({
            "faults": { "network": { "a <shard>": ["a page", "cut off"] }, "storage": { "full": [] } },
            "axe": 40,
            "validated": 840,
            "measured": { "longest task, ms": "12" },
        });
        let steps = json!({
            "native": step(700, Json::Null),
            "claims": step(8, Json::Null),
            "fuzz": step(2, fuzzed),
            "web": step(40, Json::Null),
            "e2e": step(400, driven),
        });
        Quality {
            steps: steps.as_object().unwrap().clone(),
            criteria: Criteria::from([((Held::ByTest, "A"), 3), ((Held::ByReview, "AA"), 1)]),
            engines: vec![
                json!({ "engine": "Firefox", "version": "140.0", "passed": 12, "failed": 0 }),
                json!({ "engine": "WebKit", "not_driven": "it is not there" }),
            ],
        }
    }

    #[test]
    fn the_numbers_are_those_of_the_run() {
        let expected = "\
tests     1,150 passed in native 700, claims 8, fuzz 2, web 40, e2e 400
faults    3 injected: network 2, storage 1
fuzzed    1,234,567 inputs tried on 2 targets, 37 of them committed
criteria  4 of WCAG 2.2, A and AA: 3 held by a test, 1 met by review, 0 not applicable, 0 not met everywhere
axe       40 states looked at
HTML      840 pages and states valid
engine    Firefox 140.0: 12 passed, 0 failed
engine    WebKit: not driven
measured  longest task, ms: 12
";
        assert_eq!(quality().lines(), expected);
    }

    #[test]
    fn the_document_names_each_fault_and_how_it_came_to_be() {
        let document = quality().document();
        for part in [
            "Written by `cargo xtask quality`",
            "| e2e | 400 | 1 |",
            "### network: 2\n\n* a &lt;shard>: a page, cut off\n",
            "### storage: 1\n\n* full\n",
            "| link | 1,000,000 | 18 |",
            "| held by a test | 3 | 0 |",
            "* WebKit: not driven\n",
            "| longest task, ms | 12 |",
        ] {
            assert!(document.contains(part), "{part} in\n{document}");
        }
    }

    #[test]
    fn what_was_not_run_is_said() {
        let mut quality = quality();
        quality.engines.clear();
        quality.steps["fuzz"]["found"] = Json::Null;
        assert!(quality.lines().contains("engines   not driven\n"));
        assert!(quality.document().contains("Others: not driven."));
        assert!(
            quality
                .document()
                .contains("the committed inputs were replayed")
        );
    }
}
