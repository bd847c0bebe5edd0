//! What `cargo xtask test` says at its end.

use std::fmt::{self, Display, Formatter};
use std::time::Duration;

use crate::counts::Counts;
use crate::steps::Outcome;

/// How one step went.
pub struct Line {
    /// The name of the step.
    pub step: &'static str,
    /// How it ended.
    pub outcome: Outcome,
    /// How long it took.
    pub took: Duration,
}

impl Line {
    /// What the step adds to the total: a step that fails without a failed test counts as one.
    fn contribution(&self) -> Counts {
        let mut counts = self.outcome.counts.unwrap_or_default();
        if !self.outcome.succeeded {
            counts.failed = counts.failed.max(1);
        }
        counts
    }
}

/// The steps that were run, in order.
#[derive(Default)]
pub struct Report {
    lines: Vec<Line>,
}

impl Report {
    /// Adds a step that has ended.
    pub fn add(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Whether every step succeeded.
    pub fn succeeded(&self) -> bool {
        self.lines.iter().all(|line| line.outcome.succeeded)
    }
}

impl Report {
    /// The steps as a table in Markdown, with how long each took and what was not done.
    pub fn document(&self) -> String {
        let row = |line: &Line| {
            let Counts {
                passed, skipped, ..
            } = line.contribution();
            let count = |count: u64| {
                line.outcome
                    .counts
                    .map_or("-".to_owned(), |_| count.to_string())
            };
            let seconds = line.took.as_secs();
            format!(
                "| {} | {} | {} | {seconds} |\n",
                line.step,
                count(passed),
                count(skipped)
            )
        };
        let rows: String = self.lines.iter().map(row).collect();
        let remarks = self.lines.iter().flat_map(|line| &line.outcome.remarks);
        let remarks: String = remarks.map(|remark| format!("\n* {remark}\n")).collect();
        format!("| step | passed | skipped | seconds |\n|---|---:|---:|---:|\n{rows}{remarks}")
    }
}

impl Display for Report {
    /// A table of the steps; its last line is the total in the words that other programs look for.
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        writeln!(
            f,
            "{:<8}{:>9}{:>9}{:>9}",
            "step", "passed", "failed", "seconds"
        )?;
        let mut total = Counts::default();
        for line in &self.lines {
            let seconds = line.took.as_secs_f64();
            match (line.outcome.counts, line.outcome.succeeded) {
                (None, true) => writeln!(f, "{:<8}{:>9}{:>9}{seconds:>9.1}", line.step, "-", "-")?,
                _ => {
                    let Counts { passed, failed, .. } = line.contribution();
                    writeln!(f, "{:<8}{passed:>9}{failed:>9}{seconds:>9.1}", line.step)?;
                }
            }
            total += line.contribution();
        }
        if let Some(failed) = self.lines.iter().find(|line| !line.outcome.succeeded) {
            writeln!(
                f,
                "\nStopped at the first step that failed: {}",
                failed.step
            )?;
        }
        for remark in self.lines.iter().flat_map(|line| &line.outcome.remarks) {
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
    use super::*;

    fn line(step: &'static str, counts: Option<(u64, u64, u64)>, succeeded: bool) -> Line {
        let counts = counts.map(|(passed, failed, skipped)| Counts {
            passed,
            failed,
            skipped,
        });
        Line {
            step,
            outcome: Outcome {
                counts,
                succeeded,
                remarks: Vec::new(),
            },
            took: Duration::from_millis(1250),
        }
    }

    fn report(lines: impl IntoIterator<Item = Line>) -> Report {
        Report {
            lines: lines.into_iter().collect(),
        }
    }

    #[test]
    fn a_good_run_ends_with_the_sum() {
        let report = report([
            line("fmt", None, true),
            line("native", Some((40, 0, 1)), true),
        ]);
        assert!(report.succeeded());
        let expected = "step       passed   failed  seconds
fmt             -        -      1.2
native         40        0      1.2

40 passed, 0 failed, 1 skipped";
        assert_eq!(report.to_string(), expected);
        let table = "| step | passed | skipped | seconds |
|---|---:|---:|---:|
| fmt | - | - | 1 |
| native | 40 | 1 | 1 |
";
        assert_eq!(report.document(), table);
    }

    #[test]
    fn what_was_not_done_is_said_before_the_sum() {
        let mut engines = line("engines", Some((8, 0, 0)), true);
        engines.outcome.remarks = vec!["not driven: Some engine (not there)".to_owned()];
        let report = report([engines, line("fmt", None, true)]);
        assert!(report.succeeded());
        let expected = "step       passed   failed  seconds
engines         8        0      1.2
fmt             -        -      1.2

not driven: Some engine (not there)

8 passed, 0 failed";
        assert_eq!(report.to_string(), expected);
    }

    #[test]
    fn a_failed_test_is_counted_once_and_its_step_is_named() {
        let report = report([line("fmt", None, true), line("web", Some((3, 2, 0)), false)]);
        assert!(!report.succeeded());
        let text = report.to_string();
        assert!(text.contains("failed: web"), "{text}");
        assert_eq!(text.lines().last(), Some("3 passed, 2 failed"));
    }

    #[test]
    fn a_step_that_fails_without_a_failed_test_counts_as_one() {
        for counts in [None, Some((0, 0, 0))] {
            let report = report([line("clippy", counts, false)]);
            assert_eq!(
                report.to_string().lines().last(),
                Some("0 passed, 1 failed")
            );
        }
    }
}
