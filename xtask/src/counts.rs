//! How many tests ran and how they ended, read from what the runners write.

use std::ops::AddAssign;

use serde_json::Value;

/// How the tests of a run ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that held.
    pub passed: u64,
    /// Tests that did not.
    pub failed: u64,
    /// Tests that were not run.
    pub skipped: u64,
}

impl Counts {
    /// Reads a line such as `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured`, which Rust's test harness and
    /// the one of wasm-bindgen write for each program of tests. Other lines are none of it.
    pub fn of_harness_line(line: &str) -> Option<Self> {
        let result = line.trim_start().strip_prefix("test result: ")?;
        let number_of = |what: &str| {
            result.split(';').find_map(|part| {
                let number = part.trim_end().strip_suffix(what)?.trim_end();
                number.rsplit(' ').next()?.parse().ok()
            })
        };
        Some(Self {
            passed: number_of("passed")?,
            failed: number_of("failed")?,
            skipped: number_of("ignored")?,
        })
    }

    /// Reads the report of Playwright in JSON. A test that passes only when repeated is a failed one.
    pub fn of_playwright(report: &Value) -> Option<Self> {
        let stats = report.get("stats")?;
        let number_of = |what| stats.get(what)?.as_u64();
        Some(Self {
            passed: number_of("expected")?,
            failed: number_of("unexpected")? + number_of("flaky")?,
            skipped: number_of("skipped")?,
        })
    }

    /// How many tests were run.
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

    #[test]
    fn reads_the_lines_of_both_harnesses() {
        let native = "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(
            Counts::of_harness_line(native),
            Some(Counts {
                passed: 12,
                failed: 0,
                skipped: 3
            })
        );
        let web =
            "test result: FAILED. 4 passed; 1 failed; 0 ignored; 2 filtered out; finished in 0.31s";
        assert_eq!(
            Counts::of_harness_line(web),
            Some(Counts {
                passed: 4,
                failed: 1,
                skipped: 0
            })
        );
        let coloured =
            "test result: \u{1b}[32mok\u{1b}(B\u{1b}[m. 7 passed; 0 failed; 0 ignored; 0 measured";
        assert_eq!(
            Counts::of_harness_line(coloured),
            Some(Counts {
                passed: 7,
                failed: 0,
                skipped: 0
            })
        );
    }

    #[test]
    fn other_lines_do_not_count() {
        for line in [
            "",
            "test compare::sorts ... ok",
            "running 3 tests",
            "a test result: ok. 1 passed",
            "test result: ",
        ] {
            assert_eq!(Counts::of_harness_line(line), None, "{line}");
        }
    }

    #[test]
    fn reads_the_report_of_playwright() {
        let report = json!({ "stats": { "duration": 12.5, "expected": 20, "skipped": 2, "unexpected": 1, "flaky": 3 } });
        assert_eq!(
            Counts::of_playwright(&report),
            Some(Counts {
                passed: 20,
                failed: 4,
                skipped: 2
            })
        );
        assert_eq!(
            Counts::of_playwright(&json!({ "stats": { "expected": 20 } })),
            None
        );
        assert_eq!(Counts::of_playwright(&json!({})), None);
    }

    #[test]
    fn counts_add_up() {
        let mut sum = Counts {
            passed: 1,
            failed: 0,
            skipped: 2,
        };
        sum += Counts {
            passed: 3,
            failed: 1,
            skipped: 0,
        };
        assert_eq!(
            sum,
            Counts {
                passed: 4,
                failed: 1,
                skipped: 2
            }
        );
        assert_eq!(sum.executed(), 5);
    }
}
