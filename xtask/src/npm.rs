//! The few packages from npm: wasm-opt, the shortener of scripts, the browser driver, the
//! accessibility checker.

use std::fs;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome, While};
use crate::process::{command, run, which};
use crate::project;

/// Installs what `tests/package-lock.json` names, unless just that is there.
/// The answer is the folder of their programs.
pub fn ensure() -> Outcome<PathBuf> {
    let tests = project::tests();
    let modules = tests.join("node_modules");
    let programs = modules.join(".bin");
    let wanted = fs::read(tests.join("package-lock.json")).during("reading package-lock.json")?;
    let installed = modules.join(".installed-lock.json");
    if fs::read(&installed).is_ok_and(|present| present == wanted) {
        return Ok(programs);
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if which(npm).is_none() {
        return Err(Failure::new("npm is not on PATH")
            .remedy("install Node.js 20 or later with npm, then run this again"));
    }
    println!(
        "Installing four packages from npm into tests/node_modules (10 to 60 seconds, 130 MB)."
    );
    let mut install = command(npm);
    install
        .args(["ci", "--ignore-scripts", "--no-progress", "--loglevel=error"])
        .current_dir(&tests);
    run(&mut install).map_err(|failure| {
        failure.remedy("check that npm reaches a registry: `npm ping` says so")
    })?;
    fs::write(&installed, wanted).during("noting what is installed")?;
    Ok(programs)
}

pub fn node() -> Outcome<PathBuf> {
    which("node").ok_or_else(|| {
        Failure::new("node is not on PATH")
            .remedy("install Node.js 20 or later, then run this again")
    })
}
