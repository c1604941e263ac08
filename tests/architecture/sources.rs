//! The files of the project, as git lists them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A text file; its name is relative to the top, with slashes.
#[derive(Debug)]
pub struct File {
    pub name: String,
    pub text: String,
}

pub fn rust_under(folder: &str) -> Vec<File> {
    under(folder, &[".rs"])
}

pub fn under(folder: &str, endings: &[&str]) -> Vec<File> {
    let start = format!("{folder}/");
    let names = names().into_iter();
    let names = names.filter(|name| name.starts_with(&start));
    let names = names.filter(|name| endings.iter().any(|ending| name.ends_with(ending)));
    names.map(read).collect()
}

fn read(name: String) -> File {
    let text = fs::read_to_string(top().join(&name)).unwrap();
    File { name, text }
}

/// All that git knows or would add. Without git, all that is there but for what tools make.
pub fn names() -> Vec<String> {
    let listing = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(top())
        .output();
    let listing = listing.map(|output| String::from_utf8(output.stdout).unwrap());
    let mut names: Vec<String> = listing
        .unwrap_or_default()
        .split('\0')
        // A file may be deleted without git knowing yet.
        .filter(|name| top().join(name).is_file())
        .map(str::to_owned)
        .collect();
    // Git answers with nothing, too, where a copy lies in a folder that it ignores.
    if names.is_empty() {
        walk(&top(), &mut names);
    }
    names.sort();
    names
}

fn walk(folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.strip_prefix(top()).unwrap().to_string_lossy().replace('\\', "/");
        let is_made = ["target", "dist", ".git", "tests/node_modules"].contains(&name.as_str())
            || name.ends_with(".zip");
        if is_made {
            continue;
        }
        if path.is_dir() {
            walk(&path, names);
        } else {
            names.push(name);
        }
    }
}

pub fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
