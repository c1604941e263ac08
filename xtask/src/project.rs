//! Where things are: the checkout, its outputs, the cache of tools.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome, While};

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let manifest = env::var("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    let manifest = PathBuf::from(manifest);
    manifest.parent().map(Path::to_path_buf).unwrap_or(manifest)
}

pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The build whose panics the tests of the rescue page ask for.
pub fn dist_faults() -> PathBuf {
    target().join("dist-faults")
}

pub fn logs() -> PathBuf {
    target().join("xtask")
}

pub fn tests() -> PathBuf {
    root().join("tests")
}

/// Where tools are kept for every checkout of this user.
pub fn tool_cache() -> Outcome<PathBuf> {
    if let Some(folder) = filled("POSTIL_TOOLS") {
        return Ok(PathBuf::from(folder));
    }
    if let Some(folder) = filled("XDG_CACHE_HOME") {
        return Ok(PathBuf::from(folder).join("postil-tools"));
    }
    match filled("HOME").or_else(|| filled("USERPROFILE")) {
        Some(home) => Ok(PathBuf::from(home).join(".cache").join("postil-tools")),
        None => Err(Failure::new("no home folder to keep tools in")
            .remedy("set POSTIL_TOOLS to a folder that may be written")),
    }
}

fn filled(variable: &str) -> Option<String> {
    env::var(variable).ok().filter(|value| !value.is_empty())
}

pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The version of a crate as `Cargo.lock` has it.
pub fn locked_version(name: &str) -> Outcome<String> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).during("reading Cargo.lock")?;
    version_in_lock(&lock, name).ok_or_else(|| {
        Failure::new(format!("Cargo.lock names no package {name}"))
            .remedy("run `cargo generate-lockfile` and commit the result")
    })
}

fn version_in_lock(lock: &str, name: &str) -> Option<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.1.0\"\n";
        assert_eq!(version_in_lock(lock, "a").as_deref(), Some("2.1.0"));
        assert_eq!(version_in_lock(lock, "a-b").as_deref(), Some("1.0.0"));
        assert_eq!(version_in_lock(lock, "b"), None);
    }

    #[test]
    fn the_root_holds_this_workspace() {
        assert!(root().join("xtask/Cargo.toml").is_file());
    }
}
