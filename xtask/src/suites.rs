//! Every check of the project, in the order in which they run.

use std::cell::OnceCell;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::browser::{self, Browser};
use crate::build::{self, Kit};
use crate::failure::{Failure, Outcome, While};
use crate::process::command;
use crate::toolchain::{TARGET, Way};
use crate::{npm, project, size, stamp, tools};

#[derive(Debug)]
pub struct Suite {
    pub name: &'static str,
    pub counting: Counting,
    pub minutes_at_most: u64,
    /// What is to be done. Installs what it needs.
    pub steps: fn(&Rig) -> Outcome<Vec<Step>>,
}

#[derive(Debug)]
pub enum Step {
    Run(Command),
    /// Done by this program itself; the answer is shown.
    Do(fn() -> Outcome<String>),
}

impl From<Command> for Step {
    fn from(command: Command) -> Step {
        Step::Run(command)
    }
}

/// How to know how many tests ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// The suite is one check.
    Whole,
    Cargo,
    Node,
}

const PLAIN: Suite =
    Suite { name: "", counting: Counting::Whole, minutes_at_most: 20, steps: |_| Ok(Vec::new()) };

pub static SUITES: [Suite; 9] = [
    Suite {
        name: "fmt",
        steps: |_| Ok(vec![cargo(&["fmt", "--all", "--check", "--", "--color=never"]).into()]),
        ..PLAIN
    },
    Suite {
        name: "clippy",
        steps: |_| {
            Ok(vec![
                cargo(&[
                    "clippy",
                    "--locked",
                    "--workspace",
                    "--all-targets",
                    "--",
                    "-D",
                    "warnings",
                ])
                .into(),
            ])
        },
        ..PLAIN
    },
    Suite {
        name: "clippy-wasm",
        steps: |rig| {
            let mut clippy = rig.kit()?.toolchain.cargo();
            rig.kit()?.toolchain.equip(&mut clippy, &[]);
            clippy.args(["clippy", "--locked", "--target", TARGET, "--lib", "--bins"]);
            clippy.args(["--", "-D", "warnings"]);
            Ok(vec![clippy.into()])
        },
        ..PLAIN
    },
    Suite {
        name: "native",
        counting: Counting::Cargo,
        steps: |_| {
            Ok(vec![cargo(&["test", "--locked", "--no-fail-fast", "--package", "postil"]).into()])
        },
        ..PLAIN
    },
    Suite {
        name: "xtask",
        counting: Counting::Cargo,
        steps: |_| {
            Ok(vec![cargo(&["test", "--locked", "--no-fail-fast", "--package", "xtask"]).into()])
        },
        ..PLAIN
    },
    Suite {
        name: "browser",
        counting: Counting::Cargo,
        steps: |rig| Ok(vec![browser_tests(rig)?.into()]),
        ..PLAIN
    },
    Suite {
        name: "build",
        steps: |rig| {
            let mut steps = release(rig)?;
            steps.push(Step::Do(|| size::check(&project::dist())));
            Ok(steps)
        },
        ..PLAIN
    },
    Suite { name: "e2e", counting: Counting::Node, steps: end_to_end, ..PLAIN },
    Suite {
        name: "deny",
        steps: |_| {
            let mut deny = command(tools::cargo_deny().ensure()?);
            deny.args(["--offline", "check", "bans", "licenses", "sources"]);
            // Offline it can only judge crates that were fetched, those of other systems included.
            Ok(vec![cargo(&["fetch", "--locked"]).into(), at_root(deny).into()])
        },
        ..PLAIN
    },
];

/// What several suites need, made once and only if one of them runs.
#[derive(Debug)]
pub struct Rig {
    pub std: Option<Way>,
    kit: OnceCell<Kit>,
    browser: OnceCell<Browser>,
}

impl Rig {
    pub fn new(std: Option<Way>) -> Self {
        Rig { std, kit: OnceCell::new(), browser: OnceCell::new() }
    }

    fn kit(&self) -> Outcome<&Kit> {
        if let Some(kit) = self.kit.get() {
            return Ok(kit);
        }
        let kit = Kit::ensure(self.std)?;
        Ok(self.kit.get_or_init(|| kit))
    }

    fn browser(&self) -> Outcome<&Browser> {
        if let Some(browser) = self.browser.get() {
            return Ok(browser);
        }
        let browser = browser::ensure()?;
        Ok(self.browser.get_or_init(|| browser))
    }
}

fn cargo(words: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo.args(words);
    at_root(cargo)
}

fn at_root(mut command: Command) -> Command {
    command.current_dir(project::root());
    command
}

fn browser_tests(rig: &Rig) -> Outcome<Command> {
    let kit = rig.kit()?;
    let browser = rig.browser()?;
    let mut cargo = at_root(kit.toolchain.cargo());
    kit.toolchain.equip(&mut cargo, &[]);
    cargo
        .args(["test", "--locked", "--target", TARGET, "--test", "browser"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", kit.test_runner())
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser::write_driver_settings(browser)?)
        // Its own limits, 20 s for all tests and 5 s for the driver, are too short for two cores
        // that are shared.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    Ok(cargo)
}

/// Nothing, if what is there is fresh.
fn release(rig: &Rig) -> Outcome<Vec<Step>> {
    let Some(trunk) = rig.kit()?.release_unless_fresh() else {
        return Ok(Vec::new());
    };
    let finish = || {
        build::finish(&project::dist())?;
        stamp::write(&project::dist()).map(|()| String::new())
    };
    Ok(vec![Step::Run(trunk), Step::Do(finish)])
}

fn end_to_end(rig: &Rig) -> Outcome<Vec<Step>> {
    let mut steps = release(rig)?;
    if let Some(trunk) = rig.kit()?.faults_unless_fresh() {
        steps.push(Step::Run(trunk));
        steps.push(Step::Do(|| stamp::write(&project::dist_faults()).map(|()| String::new())));
    }
    let mut node = command(npm::node()?);
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=2"])
        .args(test_files("e2e")?)
        .current_dir(project::tests())
        .env("POSTIL_DIST", project::dist())
        .env("POSTIL_DIST_FAULTS", project::dist_faults())
        .env("POSTIL_CHROMIUM", &rig.browser()?.chromium)
        .env_remove("FORCE_COLOR");
    steps.push(Step::Run(node));
    Ok(steps)
}

/// By name, since versions of Node differ in what they make of a folder.
fn test_files(folder: &str) -> Outcome<Vec<PathBuf>> {
    let folder = project::tests().join(folder);
    let entries = fs::read_dir(&folder).during(format_args!("reading {}", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    if files.is_empty() {
        return Err(Failure::new(format!("{} holds no tests", folder.display())));
    }
    Ok(files)
}

/// Those named, or all.
pub fn chosen(only: &[String]) -> Outcome<Vec<&'static Suite>> {
    if let Some(unknown) = only.iter().find(|name| SUITES.iter().all(|suite| suite.name != **name))
    {
        let names: Vec<&str> = SUITES.iter().map(|suite| suite.name).collect();
        return Err(Failure::new(format!("there is no suite `{unknown}`"))
            .remedy(format!("use one of: {}", names.join(", "))));
    }
    let wanted = |suite: &&Suite| only.is_empty() || only.iter().any(|name| name == suite.name);
    Ok(SUITES.iter().filter(wanted).collect())
}
