//! Was a build made from just the sources that are here? Then the tests need not repeat it.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::{Outcome, While};
use crate::package::files_under;
use crate::project;

/// All that a build reads, but for the tools, whose versions stand in these files.
const FOLDERS: [&str; 3] = ["src", "styles", "xtask/src"];
const FILES: [&str; 6] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "tests/package-lock.json",
];

pub fn is_fresh(dist: &Path) -> bool {
    let written = fs::read_to_string(place(dist));
    dist.join("index.html").is_file() && written.ok() == fingerprint().ok()
}

/// To be called when a build has ended well.
pub fn write(dist: &Path) -> Outcome {
    let path = place(dist);
    fs::create_dir_all(project::logs()).during("making a folder")?;
    fs::write(&path, fingerprint()?).during(format_args!("writing {}", path.display()))
}

/// To be called before a build, which may end badly.
pub fn forget(dist: &Path) {
    let _may_be_absent = fs::remove_file(place(dist));
}

fn place(dist: &Path) -> PathBuf {
    let name = dist.file_name().unwrap_or_default().to_string_lossy().into_owned();
    project::logs().join(format!("{name}.stamp"))
}

fn fingerprint() -> Outcome<String> {
    let root = project::root();
    let mut files: Vec<PathBuf> = FILES.iter().map(|file| root.join(file)).collect();
    for folder in FOLDERS {
        files.extend(files_under(&root.join(folder))?);
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file).during(format_args!("reading {}", file.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}\n", hasher.finish()))
}
