//! Runs the suites and says what came of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::counts::{self, Counts};
use crate::failure::{Failure, Outcome, While};
use crate::process::run_logged;
use crate::suites::{self, Counting, Rig, Step, Suite};
use crate::toolchain::Way;
use crate::{project, sabotage};

/// What the command line asks of `test`.
#[derive(Debug, Default)]
pub struct TestOptions {
    pub only: Vec<String>,
    pub sabotage: bool,
    pub std: Option<Way>,
}

/// A row of the report.
#[derive(Debug)]
pub struct Row {
    pub name: String,
    pub counts: Counts,
    pub time: Duration,
}

/// True if nothing failed.
pub fn test(options: &TestOptions) -> Outcome<bool> {
    fs::create_dir_all(project::logs()).during("making the folder of logs")?;
    let rows = if options.sabotage {
        sabotage::run_all()?
    } else {
        let suites = suites::chosen(&options.only)?;
        let rig = Rig::new(options.std);
        suites.into_iter().map(|suite| run_suite(suite, &rig)).collect()
    };
    let (report, total) = report(&rows);
    println!("{report}");
    Ok(total.failed == 0)
}

fn run_suite(suite: &Suite, rig: &Rig) -> Row {
    let log = project::logs().join(format!("{}.log", suite.name));
    println!("{} ...", suite.name);
    let start = Instant::now();
    let counts = try_suite(suite, rig, &log).unwrap_or_else(|failure| {
        println!("  {failure}");
        print_tail(&log);
        // What failed may have been counted in the log before something else went wrong.
        let mut counts = read_counts(suite.counting, &log);
        counts.failed = counts.failed.max(1);
        counts
    });
    let row = Row { name: suite.name.to_owned(), counts, time: start.elapsed() };
    println!("  {}", row.result());
    row
}

fn try_suite(suite: &Suite, rig: &Rig, log: &Path) -> Outcome<Counts> {
    fs::write(log, "").during(format_args!("writing {}", log.display()))?;
    for step in (suite.steps)(rig)? {
        match step {
            Step::Run(mut command) => run_step(&mut command, log, suite.minutes_at_most)?,
            Step::Do(action) => {
                let seen = action()?;
                if !seen.is_empty() {
                    println!("{seen}");
                }
            }
        }
    }
    let counts = read_counts(suite.counting, log);
    if suite.counting == Counting::Whole {
        return Ok(Counts::PASS);
    }
    // A suite that lost its tests, by a wrong name or a wrong switch, must not look like success.
    if counts.passed == 0 {
        return Err(Failure::new("it ran no test"));
    }
    if counts.failed != 0 {
        return Err(Failure::new("it counts failures but ended as if there were none"));
    }
    Ok(counts)
}

fn run_step(command: &mut Command, log: &Path, minutes: u64) -> Outcome {
    let beat = |time: Duration| println!("  still running after {} s", time.as_secs());
    match run_logged(log, Duration::from_secs(60 * minutes), command, beat)? {
        Some(status) if status.success() => Ok(()),
        Some(status) => Err(Failure::new(format!("it ended with {status}"))),
        None => Err(Failure::new(format!("it was stopped after {minutes} minutes"))),
    }
}

fn read_counts(counting: Counting, log: &Path) -> Counts {
    let text = fs::read_to_string(log).unwrap_or_default();
    match counting {
        Counting::Whole => Counts::default(),
        Counting::Cargo => counts::of_cargo(&text),
        Counting::Node => counts::of_node(&text),
    }
}

const TAIL: usize = 60;

pub fn print_tail(log: &PathBuf) {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(TAIL);
    println!("  the end of {}:", log.display());
    for line in &lines[from..] {
        println!("  | {line}");
    }
}

impl Row {
    fn result(&self) -> String {
        let Counts { passed, failed } = self.counts;
        let word = if failed == 0 { "ok" } else { "FAILED" };
        format!(
            "{:<7} {passed:>6} passed {failed:>4} failed {:>8.1} s",
            word,
            self.time.as_secs_f64()
        )
    }
}

/// The table, and as its very last line the one that machines read.
fn report(rows: &[Row]) -> (String, Counts) {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or(0);
    let mut total = Counts::default();
    let mut lines = vec![String::new()];
    for row in rows {
        total.add(row.counts);
        lines.push(format!("{:width$}  {}", row.name, row.result()));
    }
    lines.push(String::new());
    lines.push(format!("{} passed, {} failed", total.passed, total.failed));
    (lines.join("\n"), total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::command;

    fn row(name: &str, passed: u32, failed: u32) -> Row {
        Row {
            name: name.to_owned(),
            counts: Counts { passed, failed },
            time: Duration::from_millis(1234),
        }
    }

    #[test]
    fn the_report_ends_with_one_line_of_totals() {
        let (text, total) = report(&[row("fmt", 1, 0), row("native", 20, 2)]);
        assert_eq!(total, Counts { passed: 21, failed: 2 });
        assert_eq!(text.lines().last(), Some("21 passed, 2 failed"));
        assert!(text.contains("native  FAILED"));
    }

    fn verdict(counting: Counting, script: &'static str) -> Outcome<Counts> {
        let log = std::env::temp_dir().join(format!(
            "postil-suite-{}-{:?}-{}",
            std::process::id(),
            std::thread::current().id(),
            script.len()
        ));
        thread_local! { static SCRIPT: std::cell::Cell<&'static str> = const { std::cell::Cell::new("") }; }
        SCRIPT.set(script);
        let suite = Suite {
            name: "made up",
            counting,
            minutes_at_most: 1,
            steps: |_| {
                let mut shell = command("sh");
                shell.args(["-c", SCRIPT.get()]);
                Ok(vec![shell.into()])
            },
        };
        let counts = try_suite(&suite, &Rig::new(None), &log);
        fs::remove_file(log).unwrap();
        counts
    }

    #[test]
    fn a_suite_without_a_test_is_a_failure() {
        assert!(verdict(Counting::Cargo, "echo 'test result: ok. 0 passed; 0 failed'").is_err());
        assert!(verdict(Counting::Node, "true").is_err());
        assert_eq!(verdict(Counting::Whole, "true; true").unwrap(), Counts::PASS);
    }

    #[test]
    fn a_suite_that_counts_failures_fails_whatever_it_says_at_the_end() {
        let ran = verdict(Counting::Cargo, "echo 'test result: ok. 3 passed; 0 failed'");
        assert_eq!(ran.unwrap(), Counts { passed: 3, failed: 0 });
        assert!(verdict(Counting::Cargo, "echo 'test result: ok. 3 passed; 1 failed'").is_err());
        assert!(
            verdict(Counting::Cargo, "echo 'test result: ok. 3 passed; 0 failed'; exit 1").is_err()
        );
    }
}
