//! The numbers of passed, failed and skipped tests, read from the output of test runners.

use std::ops::AddAssign;

use serde_json::Value as Json;

/// The tests of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Counts {
    /// Reads a line such as `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured`, which the harnesses of Rust
    /// and of wasm-bindgen print for each test program. Returns nothing for other lines.
    pub fn of_harness_line(line: &str) -> Option<Self> {
        let result = line.trim_start().strip_prefix("test result: ")?;
        let count = |kind: &str| {
            result.split(';').find_map(|count| {
                let number = count.trim_end().strip_suffix(kind)?.trim_end();
                number.rsplit(' ').next()?.parse().ok()
            })
        };
        Some(Self {
            passed: count("passed")?,
            failed: count("failed")?,
            skipped: count("ignored")?,
        })
    }

    /// Reads Playwright's JSON report. A test that passes only when repeated has failed.
    pub fn of_playwright(report: &Json) -> Option<Self> {
        let count = |kind: &str| report["stats"][kind].as_u64();
        Some(Self {
            passed: count("expected")?,
            failed: count("unexpected")? + count("flaky")?,
            skipped: count("skipped")?,
        })
    }

    /// The number of tests that ran.
    pub fn executed(&self) -> u64 {
        self.passed + self.failed
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn counts(passed: u64, failed: u64, skipped: u64) -> Option<Counts> {
        Some(Counts {
            passed,
            failed,
            skipped,
        })
    }

    #[test]
    fn the_result_lines_of_both_harnesses_are_read_and_no_others() {
        for (line, expected) in [
            (
                "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.02s",
                counts(12, 0, 3),
            ),
            (
                "test result: FAILED. 4 passed; 1 failed; 0 ignored; 2 filtered out; finished in 0.31s",
                counts(4, 1, 0),
            ),
            (
                "test result: \u{1b}[32mok\u{1b}(B\u{1b}[m. 7 passed; 0 failed; 0 ignored; 0 measured",
                counts(7, 0, 0),
            ),
            ("test compare::sorts ... ok", None),
            ("a test result: ok. 1 passed; 0 failed; 0 ignored", None),
            ("test result: ", None),
        ] {
            assert_eq!(Counts::of_harness_line(line), expected, "{line}");
        }
    }

    #[test]
    fn flaky_tests_of_playwright_have_failed() {
        let report =
            json!({ "stats": { "expected": 20, "skipped": 2, "unexpected": 1, "flaky": 3 } });
        assert_eq!(Counts::of_playwright(&report), counts(20, 4, 2));
        let partial = json!({ "stats": { "expected": 20 } });
        assert_eq!(Counts::of_playwright(&partial), None);
    }
}
