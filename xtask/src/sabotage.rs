//! Does the suite notice? Copies of the project with one fault each, whose tests must fail.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::counts::{self, Counts};
use crate::failure::{Failure, Outcome, While};
use crate::process::{ask, command, run_logged};
use crate::project;
use crate::test::{Row, print_tail};

/// A copy of the project that differs in one place.
#[derive(Debug)]
struct Twin {
    name: &'static str,
    file: &'static str,
    change: Change,
    /// Which tests must notice: arguments of `cargo test`.
    tests: &'static [&'static str],
}

#[derive(Debug)]
enum Change {
    /// A new file with this content.
    Plant(&'static str),
    /// `needle` must stand there exactly once, or the twin itself is broken.
    Replace { needle: &'static str, with: &'static str },
}

const TWINS: [Twin; 4] = [
    Twin {
        name: "forbidden-import",
        file: "src/text/planted.rs",
        change: Change::Plant("//! Planted.\nuse web_sys::Window;\n"),
        tests: &["--test", "architecture"],
    },
    Twin {
        name: "offset-in-writer",
        file: "src/formats/postil/part/span.rs",
        change: Change::Replace {
            needle: "start: span.start().0,",
            with: "start: span.start().0 + 1,",
        },
        tests: &["--lib", "formats::"],
    },
    Twin {
        name: "append-that-pretends",
        file: "src/storage/journal.rs",
        change: Change::Replace {
            needle: "None => store.put(&key, &self.record)?,",
            with: "None => Receipt::Acknowledged,",
        },
        tests: &["--lib", "storage::"],
    },
    Twin {
        name: "sweep-without-crossings",
        file: "src/render/run.rs",
        change: Change::Replace {
            needle: "open.insert(place, (depth, span));",
            with: "if open.iter().all(|(_, other)| !other.crosses(span)) {\n                \
                   open.insert(place, (depth, span));\n            }",
        },
        tests: &["--lib", "render::"],
    },
];

/// A row for each twin; `failed` counts the faults that nobody noticed.
pub fn run_all() -> Outcome<Vec<Row>> {
    TWINS.iter().map(run).collect()
}

fn run(twin: &Twin) -> Outcome<Row> {
    println!("{} ...", twin.name);
    let start = Instant::now();
    let folder = sabotage_folder().join(twin.name);
    copy_project(&folder)?;
    // Red means nothing if the copy is red before anything was broken.
    if !verdict(twin, &folder, "sound")?.is_green() {
        return Err(Failure::new(format!(
            "the tests of {} fail before anything is broken",
            twin.name
        ))
        .remedy("run `cargo xtask test` first and repair what it finds"));
    }
    break_in(twin, &folder)?;
    let verdict = verdict(twin, &folder, "broken")?;
    println!("  {}", verdict.sentence());
    Ok(Row {
        name: twin.name.to_owned(),
        counts: if verdict == Verdict::Red { Counts::PASS } else { Counts::FAIL },
        time: start.elapsed(),
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Green,
    Red,
    /// No test ran, so no test noticed anything.
    NoTest,
}

impl Verdict {
    fn is_green(self) -> bool {
        self == Verdict::Green
    }

    fn sentence(self) -> &'static str {
        match self {
            Verdict::Green => "NOT NOTICED: the tests pass",
            Verdict::Red => "noticed",
            Verdict::NoTest => "NO TEST RAN: does the fault stop it from compiling?",
        }
    }
}

fn sabotage_folder() -> PathBuf {
    project::target().join("sabotage")
}

fn verdict(twin: &Twin, folder: &Path, state: &str) -> Outcome<Verdict> {
    let log = project::logs().join(format!("sabotage-{}-{state}.log", twin.name));
    fs::write(&log, "").during(format_args!("writing {}", log.display()))?;
    let mut cargo = command("cargo");
    cargo
        .args(["test", "--locked", "--package", "postil", "--no-fail-fast"])
        .args(twin.tests)
        .current_dir(folder)
        // One for all twins, but never the project's own: cargo tells a copy from its original
        // only by the times of the files, and would run the twin's tests as the project's.
        .env("CARGO_TARGET_DIR", sabotage_folder().join("target"));
    let limit = Duration::from_secs(20 * 60);
    let status = run_logged(&log, limit, &mut cargo, |time| {
        println!("  still running after {} s", time.as_secs());
    })?;
    let text = fs::read_to_string(&log).unwrap_or_default();
    let verdict = judge(status.is_some_and(|status| status.success()), counts::of_cargo(&text));
    if verdict == Verdict::NoTest {
        print_tail(&log);
    }
    Ok(verdict)
}

fn judge(success: bool, counts: Counts) -> Verdict {
    match counts {
        Counts { failed: 1.., .. } if !success => Verdict::Red,
        Counts { passed: 1.., .. } if success => Verdict::Green,
        _ => Verdict::NoTest,
    }
}

/// All that git knows or would add, changes not yet committed included.
fn copy_project(folder: &Path) -> Outcome {
    if folder.is_dir() {
        fs::remove_dir_all(folder).during(format_args!("emptying {}", folder.display()))?;
    }
    let root = project::root();
    let listing = ask(command("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(&root))?;
    for name in listing.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (root.join(name), folder.join(name));
        // Deleted, but not yet told to git.
        if !from.is_file() {
            continue;
        }
        let copying = format!("copying {name}");
        fs::create_dir_all(to.parent().unwrap_or(folder)).during(&copying)?;
        fs::copy(from, to).during(&copying)?;
    }
    Ok(())
}

fn break_in(twin: &Twin, folder: &Path) -> Outcome {
    let path: PathBuf = folder.join(twin.file);
    let breaking = format!("breaking {}", twin.file);
    let content = match twin.change {
        Change::Plant(content) => {
            fs::create_dir_all(path.parent().unwrap_or(folder)).during(&breaking)?;
            content.to_owned()
        }
        Change::Replace { needle, with } => {
            replace_once(&fs::read_to_string(&path).during(&breaking)?, needle, with)
                .map_err(|found| stale(twin, found))?
        }
    };
    fs::write(path, content).during(breaking)
}

fn stale(twin: &Twin, found: usize) -> Failure {
    Failure::new(format!(
        "{} looks for its line in {} and finds it {found} times",
        twin.name, twin.file
    ))
    .remedy("the code has moved on: bring the twin's needle in xtask/src/sabotage.rs up to date")
}

/// The error is how often the needle stands there.
fn replace_once(text: &str, needle: &str, with: &str) -> Result<String, usize> {
    match text.matches(needle).count() {
        1 => Ok(text.replacen(needle, with, 1)),
        found => Err(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_needle_must_stand_there_exactly_once() {
        assert_eq!(replace_once("a + 1", "+ 1", "+ 2").as_deref(), Ok("a + 2"));
        assert_eq!(replace_once("a + 1 + 1", "+ 1", "+ 2"), Err(2));
        assert_eq!(replace_once("a", "+ 1", "+ 2"), Err(0));
    }

    #[test]
    fn only_a_failing_test_counts_as_noticed() {
        let counts = |passed, failed| Counts { passed, failed };
        assert_eq!(judge(false, counts(3, 1)), Verdict::Red);
        assert_eq!(judge(true, counts(3, 0)), Verdict::Green);
        // It did not compile, or the suite is empty.
        assert_eq!(judge(false, counts(0, 0)), Verdict::NoTest);
        assert_eq!(judge(false, counts(3, 0)), Verdict::NoTest);
        assert_eq!(judge(true, counts(0, 0)), Verdict::NoTest);
    }
}
