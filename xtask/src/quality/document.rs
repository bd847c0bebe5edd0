//! The numbers as a document.

use std::fmt::Write;

use serde_json::Value as Json;

use super::{COUNTED, NOT_DRIVEN, Quality, faults_of, grouped, items, of_engine};
use crate::criteria::Held;
use crate::steps::Step;

const HEAD: &str = "\
# Quality

Written by `cargo xtask quality` from what the last run of `cargo xtask test` has found; not to be edited by hand.
";

const FAULTS: &str = "\
Each is put in the program's way by a test in a browser (the tag `@fault-…` in `tests/e2e/specs/`), on a wide screen and on a
phone; the test then holds what the visitor sees and how it goes on.
";

const FUZZED: &str = "\
Everything that strangers write, in a short run from the committed corpus on; the promises stand in `fuzz/lib.rs`.
";

const CRITERIA: &str = "\
As [ACCESSIBILITY.md](ACCESSIBILITY.md) goes through them; `tests/named_tests.rs` fails where it names a test that there is not.
";

const MEASURED: &str = "\
By the tests, on the machine that ran them while it did other things as well. No test depends on a time.
";

impl Quality {
    /// The whole document.
    pub fn document(&self) -> String {
        let mut text = HEAD.to_owned();
        let mut rows = String::new();
        for step in COUNTED {
            let _ = writeln!(
                rows,
                "| {} | {} | {} |",
                step.name(),
                grouped(self.count(step, "passed")),
                grouped(self.count(step, "skipped"))
            );
        }
        let _ = write!(
            text,
            "\n## Tests\n\n| step | passed | skipped |\n|---|---:|---:|\n{rows}"
        );
        let _ = write!(text, "\n## Faults injected: {}\n\n{FAULTS}", self.faults());
        for (kind, tests) in self.by_kind() {
            let _ = write!(text, "\n### {kind}: {}\n\n", faults_of(tests));
            for (test, faults) in tests.as_object().into_iter().flatten() {
                let faults: Vec<&str> = items(faults).filter_map(Json::as_str).collect();
                let faults = match faults.as_slice() {
                    [] => String::new(),
                    faults => format!(": {}", faults.join(", ")),
                };
                // What looks like markup in a title is meant as it is.
                let line = format!("* {test}{faults}").replace('<', "&lt;");
                let _ = writeln!(text, "{line}");
            }
        }
        let _ = write!(text, "\n## Inputs fuzzed\n\n{FUZZED}\n");
        match self.found(Step::Fuzz).as_array() {
            Some(targets) => {
                text.push_str("| target | inputs tried | committed |\n|---|---:|---:|\n");
                for target in targets {
                    let number = |name: &str| grouped(target[name].as_u64().unwrap_or_default());
                    let name = target["target"].as_str().unwrap_or_default();
                    let _ = writeln!(
                        text,
                        "| {name} | {} | {} |",
                        number("tried"),
                        number("corpus")
                    );
                }
            }
            None => {
                let _ = writeln!(text, "{}", self.fuzzed());
            }
        }
        let _ = write!(
            text,
            "\n## Criteria of WCAG 2.2\n\n{CRITERIA}\n| | A | AA |\n|---|---:|---:|\n"
        );
        for held in Held::ALL {
            let _ = writeln!(
                text,
                "| {} | {} | {} |",
                held.words(),
                self.level(held, "A"),
                self.level(held, "AA")
            );
        }
        let _ = write!(
            text,
            "\naxe looked at {} states of the page, on a wide screen and on a phone, and found nothing.\n",
            self.driven("axe")
        );
        let _ = write!(
            text,
            "\n## HTML\n\nhtml-validate looked at {} built pages and states of the running page, and found nothing\n\
             (`tests/e2e/specs/validity.spec.ts`; the rules that are off, and why: `tests/e2e/support/html-rules.ts`).\n",
            grouped(self.driven("validated"))
        );
        text.push_str("\n## Engines\n\nChromium runs all tests in a browser.\n\n");
        for engine in &self.engines {
            let _ = writeln!(text, "* {}", of_engine(engine));
        }
        if self.engines.is_empty() {
            let _ = writeln!(text, "Others: {NOT_DRIVEN}.");
        }
        let _ = write!(text, "\n## Measured\n\n{MEASURED}\n| | |\n|---|---:|\n");
        for (what, value) in self.measured() {
            let _ = writeln!(text, "| {what} | {value} |");
        }
        text
    }
}
