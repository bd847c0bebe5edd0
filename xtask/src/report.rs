//! The report at the end of `cargo xtask test`.

use std::fmt::{self, Display, Formatter};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::counts::Counts;

/// The result of a step that ran to its end.
#[derive(Default)]
pub struct Outcome {
    pub succeeded: bool,
    /// The tests, if the step has tests.
    pub counts: Option<Counts>,
    /// Notes for the reader of the report.
    pub remarks: Vec<String>,
}

impl Outcome {
    /// The result of a step without tests.
    pub fn done() -> Self {
        Self {
            succeeded: true,
            ..Self::default()
        }
    }

    /// The result of a step that ran tests and failed if none ran.
    pub fn of_tests(counts: Counts, succeeded: bool) -> Result<Self> {
        ensure!(
            !succeeded || counts.executed() > 0,
            "expected at least one test to run, but none did"
        );
        Ok(Self {
            succeeded: succeeded && counts.failed == 0,
            counts: Some(counts),
            remarks: Vec::new(),
        })
    }
}

struct Line {
    step: String,
    outcome: Outcome,
    took: Duration,
}

impl Line {
    /// The step's share of the total. A step that fails without a failed test counts as one.
    fn counts(&self) -> Counts {
        let mut counts = self.outcome.counts.unwrap_or_default();
        if !self.outcome.succeeded {
            counts.failed = counts.failed.max(1);
        }
        counts
    }
}

/// The steps that have run, in order.
#[derive(Default)]
pub struct Report {
    lines: Vec<Line>,
}

impl Report {
    /// Runs a step, unless an earlier one has failed.
    pub fn run(&mut self, step: &str, run: impl FnOnce() -> Result<Outcome>) {
        if !self.succeeded() {
            return;
        }
        println!("\n=== {step} ===");
        let start = Instant::now();
        let outcome = run().unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Outcome::default()
        });
        let took = start.elapsed();
        let end = if outcome.succeeded { "done" } else { "FAILED" };
        println!("=== {step}: {end} in {:.1} s ===", took.as_secs_f64());
        self.lines.push(Line {
            step: step.to_owned(),
            outcome,
            took,
        });
    }

    pub fn succeeded(&self) -> bool {
        self.lines.iter().all(|line| line.outcome.succeeded)
    }

    /// Returns the steps that ran tests as a table in Markdown, and the remarks.
    pub fn document(&self) -> String {
        let mut text = "| step | passed | skipped |\n|---|---:|---:|\n".to_owned();
        for line in &self.lines {
            if let Some(counts) = line.outcome.counts {
                let (passed, skipped) = (counts.passed, counts.skipped);
                text += &format!("| {} | {passed} | {skipped} |\n", line.step);
            }
        }
        for remark in self.remarks() {
            text += &format!("\n* {remark}\n");
        }
        text
    }

    fn remarks(&self) -> impl Iterator<Item = &String> {
        self.lines.iter().flat_map(|line| &line.outcome.remarks)
    }
}

impl Display for Report {
    /// A table of the steps. The last line is the total, in the words that other programs look for.
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let mut row = |cells: [&str; 4]| {
            let [step, passed, failed, seconds] = cells;
            writeln!(f, "{step:<8}{passed:>9}{failed:>9}{seconds:>9}")
        };
        row(["step", "passed", "failed", "seconds"])?;
        let mut total = Counts::default();
        for line in &self.lines {
            let counts = line.counts();
            let seconds = format!("{:.1}", line.took.as_secs_f64());
            if line.outcome.counts.is_none() && line.outcome.succeeded {
                row([&line.step, "-", "-", &seconds])?;
            } else {
                let [passed, failed] = [counts.passed, counts.failed].map(|it| it.to_string());
                row([&line.step, &passed, &failed, &seconds])?;
            }
            total += counts;
        }
        if let Some(failed) = self.lines.iter().find(|line| !line.outcome.succeeded) {
            writeln!(f, "\nStopped at the first failed step: {}", failed.step)?;
        }
        for remark in self.remarks() {
            writeln!(f, "\n{remark}")?;
        }
        write!(f, "\n{} passed, {} failed", total.passed, total.failed)?;
        if total.skipped > 0 {
            write!(f, ", {} skipped", total.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    fn tests(passed: u64, failed: u64, skipped: u64) -> Result<Outcome> {
        let counts = Counts {
            passed,
            failed,
            skipped,
        };
        Outcome::of_tests(counts, true)
    }

    fn last_line(report: &Report) -> String {
        report.to_string().lines().last().unwrap().to_owned()
    }

    #[test]
    fn a_good_run_ends_with_its_remarks_and_the_sum() {
        let mut report = Report::default();
        report.run("fmt", || Ok(Outcome::done()));
        report.run("native", || tests(40, 0, 1));
        report.run("engines", || {
            let mut outcome = tests(8, 0, 0)?;
            outcome.remarks = vec!["not driven: Some engine".to_owned()];
            Ok(outcome)
        });
        for line in &mut report.lines {
            line.took = Duration::from_millis(1250);
        }
        assert!(report.succeeded());
        let expected = "step       passed   failed  seconds
fmt             -        -      1.2
native         40        0      1.2
engines         8        0      1.2

not driven: Some engine

48 passed, 0 failed, 1 skipped";
        assert_eq!(report.to_string(), expected);
        let table = "| step | passed | skipped |\n|---|---:|---:|\n\
                     | native | 40 | 1 |\n| engines | 8 | 0 |\n\n* not driven: Some engine\n";
        assert_eq!(report.document(), table);
    }

    #[test]
    fn a_failed_test_is_counted_once_and_ends_the_run() {
        let mut report = Report::default();
        report.run("web", || tests(3, 2, 0));
        report.run("e2e", || tests(1, 0, 0));
        assert!(!report.succeeded());
        let text = report.to_string();
        assert!(text.contains("failed step: web"), "{text}");
        assert_eq!(last_line(&report), "3 passed, 2 failed");
    }

    #[test]
    fn a_step_that_fails_without_a_failed_test_counts_as_one() {
        let mut report = Report::default();
        report.run("clippy", || bail!("a lint"));
        assert_eq!(last_line(&report), "0 passed, 1 failed");
    }

    #[test]
    fn tests_succeed_if_some_ran_and_both_the_counts_and_the_runner_say_so() {
        assert!(tests(0, 0, 5).is_err());
        let one = Counts {
            passed: 1,
            ..Counts::default()
        };
        assert!(Outcome::of_tests(one, true).unwrap().succeeded);
        assert!(!Outcome::of_tests(one, false).unwrap().succeeded);
    }
}
