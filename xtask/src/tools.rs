//! Programs that are built from source once and kept for every checkout.
//!
//! They live in `postil-tools/<name>-<version>/` in the user's cache, never in cargo's own `bin`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::failure::{Failure, Outcome, While};
use crate::process::{ask, command, run, which};
use crate::project;

/// A program from the crate registry.
#[derive(Debug)]
pub struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// Arguments of `cargo install` beside name, version and place.
    install: &'static [&'static str],
    /// May a program found on PATH with this version be used instead?
    accepts: fn(wanted: &str, found: &str) -> bool,
    minutes: &'static str,
}

/// The last version that compiles with this project's Rust.
pub const TRUNK: &str = "0.21.14";
const CARGO_DENY: &str = "0.20.2";

pub fn trunk() -> Tool {
    Tool {
        package: "trunk",
        program: "trunk",
        version: TRUNK.to_owned(),
        // Everything it could download is put on PATH for it, so it needs neither TLS nor a check
        // for updates.
        install: &["--locked", "--no-default-features"],
        accepts: same_minor_not_older,
        minutes: "4 to 8 minutes",
    }
}

/// Must be of the very version that the program links.
pub fn wasm_bindgen() -> Outcome<Tool> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: project::locked_version("wasm-bindgen")?,
        // Its own lock file names a version that the registry no longer serves.
        install: &[],
        accepts: |wanted, found| wanted == found,
        minutes: "2 to 4 minutes",
    })
}

pub fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: CARGO_DENY.to_owned(),
        install: &["--locked"],
        accepts: same_minor_not_older,
        minutes: "2 to 4 minutes",
    }
}

impl Tool {
    /// The program, wherever it is; built first if it is nowhere.
    pub fn ensure(&self) -> Outcome<PathBuf> {
        if let Some(path) = self.on_path() {
            return Ok(path);
        }
        let cache = project::tool_cache()?;
        let path = self.place(&cache);
        if !path.is_file() {
            self.install_into(&cache)?;
        }
        Ok(path)
    }

    fn place(&self, cache: &Path) -> PathBuf {
        let program = format!("{}{}", self.program, std::env::consts::EXE_SUFFIX);
        cache.join(format!("{}-{}", self.package, self.version)).join("bin").join(program)
    }

    fn on_path(&self) -> Option<PathBuf> {
        let path = which(self.program)?;
        let answer = ask(command(&path).arg("--version")).ok()?;
        let found = answer.split_whitespace().nth(1)?;
        (self.accepts)(&self.version, found).then_some(path)
    }

    /// One checkout installs at a time; the others wait and find the work done.
    fn install_into(&self, cache: &Path) -> Outcome {
        let no_cache = format!("making the cache of tools, {}", cache.display());
        fs::create_dir_all(cache).during(&no_cache)?;
        let lock = fs::File::create(cache.join("lock")).during(&no_cache)?;
        if lock.try_lock().is_err() {
            println!("Another checkout is installing tools; waiting for it.");
            lock.lock().during("waiting for another checkout")?;
        }
        let path = self.place(cache);
        if path.is_file() {
            return Ok(());
        }
        println!(
            "Building {} {} from source, once for this user ({}).",
            self.package, self.version, self.minutes
        );
        let start = Instant::now();
        // Kept if the build is cut short, so that the next try goes on from there.
        let build = cache.join("build");
        run(&mut self.cargo_install(cache, &build)).map_err(|failure| {
            failure.remedy(format!(
                "see above what cargo says. If the crate registry cannot be reached, put {} {} on PATH by other means",
                self.program, self.version
            ))
        })?;
        fs::remove_dir_all(&build).during("removing what the build left")?;
        if !path.is_file() {
            return Err(Failure::new(format!(
                "{} was built, but {} is not there",
                self.package,
                path.display()
            )));
        }
        println!("{} is ready ({} s).", self.package, start.elapsed().as_secs());
        Ok(())
    }

    fn cargo_install(&self, cache: &Path, build: &Path) -> std::process::Command {
        let root = cache.join(format!("{}-{}", self.package, self.version));
        let mut cargo = command("cargo");
        cargo
            .args(["install", self.package, "--version", &self.version])
            .args(self.install)
            .arg("--root")
            .arg(root)
            // Not in the checkout, where the project's own configuration would apply.
            .current_dir(cache)
            .env("CARGO_TARGET_DIR", build)
            // Their own profiles ask for link-time optimisation in one unit, which takes several
            // times as long to build and saves nothing that would be felt.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        cargo
    }
}

fn same_minor_not_older(wanted: &str, found: &str) -> bool {
    match (parts(wanted), parts(found)) {
        (Some(wanted), Some(found)) => wanted[..2] == found[..2] && wanted[2] <= found[2],
        _ => false,
    }
}

/// `None` for a pre-release: it may lack what the release has.
fn parts(version: &str) -> Option<[u32; 3]> {
    let mut numbers = version.split('.').map(str::parse);
    let three = [numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?];
    numbers.next().is_none().then_some(three)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_on_path_is_taken_if_it_is_close_enough() {
        for (found, taken) in [
            ("0.21.14", true),
            ("0.21.15", true),
            ("0.21.13", false),
            ("0.22.1", false),
            ("1.21.14", false),
            ("0.21.14-beta.1", false),
            ("0.21", false),
            ("", false),
        ] {
            assert_eq!(same_minor_not_older("0.21.14", found), taken, "{found}");
        }
    }

    #[test]
    fn trunk_is_the_version_that_its_configuration_asks_for() {
        let configuration = fs::read_to_string(project::root().join("Trunk.toml")).unwrap();
        assert!(configuration.contains(&format!("trunk-version = \"^{TRUNK}\"")));
    }
}
