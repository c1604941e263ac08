//! Running other programs: never waiting on a keyboard, with a time limit where one may hang.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome, While};

/// A command that reads nothing.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null());
    command
}

/// Runs with its output on the terminal, and fails if it fails.
pub fn run(command: &mut Command) -> Outcome {
    let shown = show(command);
    let status = command.status().during(format_args!("starting `{shown}`"))?;
    succeed(&shown, status)
}

/// Runs in the place of this program, so that whoever ends this one ends that.
#[cfg(unix)]
pub fn become_program(command: &mut Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(Failure::new(format!("starting `{}`: {error}", show(command))))
}

#[cfg(not(unix))]
pub fn become_program(command: &mut Command) -> Outcome {
    run(command)
}

/// Runs quietly; the answer is what it printed.
pub fn ask(command: &mut Command) -> Outcome<String> {
    let shown = show(command);
    let output = command.output().during(format_args!("starting `{shown}`"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    let complaint = complaint.trim().lines().last().unwrap_or_default();
    Err(Failure::new(format!("`{shown}` ended with {}: {complaint}", output.status)))
}

/// Runs with its output on the terminal, but not longer than `limit`.
pub fn run_within(limit: Duration, command: &mut Command) -> Outcome {
    let shown = show(command);
    let mut child = command.spawn().during(format_args!("starting `{shown}`"))?;
    match wait(&mut child, limit, |_| ()) {
        Some(status) => succeed(&shown, status),
        None => {
            Err(Failure::new(format!("`{shown}` was stopped after {} seconds", limit.as_secs())))
        }
    }
}

/// Runs with all its output in a file. `beat` is told every half minute how long it has been.
/// `None` means that it was stopped at the limit.
pub fn run_logged(
    log: &Path,
    limit: Duration,
    command: &mut Command,
    beat: impl FnMut(Duration),
) -> Outcome<Option<ExitStatus>> {
    let file = fs::File::options()
        .create(true)
        .append(true)
        .open(log)
        .during(format_args!("writing {}", log.display()))?;
    let twin = file.try_clone().during("sharing the log")?;
    let shown = show(command);
    let mut child =
        command.stdout(file).stderr(twin).spawn().during(format_args!("starting `{shown}`"))?;
    Ok(wait(&mut child, limit, beat))
}

/// A program's full path, if PATH has it.
pub fn which(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
}

/// PATH with these folders in front.
pub fn path_with(folders: &[PathBuf]) -> std::ffi::OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&old));
    env::join_paths(all).unwrap_or(old)
}

fn show(command: &Command) -> String {
    let words = [command.get_program()].into_iter();
    let words = words.chain(command.get_args());
    let words = words.map(|word| word.to_string_lossy().into_owned());
    words.collect::<Vec<_>>().join(" ")
}

fn succeed(shown: &str, status: ExitStatus) -> Outcome {
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{shown}` ended with {status}")))
}

const BEAT: Duration = Duration::from_secs(30);

fn wait(child: &mut Child, limit: Duration, mut beat: impl FnMut(Duration)) -> Option<ExitStatus> {
    let start = Instant::now();
    let mut next_beat = BEAT;
    loop {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        let passed = start.elapsed();
        if limit <= passed {
            stop(child);
            return None;
        }
        if next_beat <= passed {
            beat(passed);
            next_beat += BEAT;
        }
        thread::sleep(Duration::from_millis(if passed.as_secs() < 2 { 10 } else { 50 }));
    }
}

/// Ends the child and what it started: a killed `cargo test` would leave its test running.
fn stop(child: &mut Child) {
    let mut doomed = descendants(child.id());
    doomed.push(child.id());
    if cfg!(unix) {
        let ids = doomed.iter().map(u32::to_string);
        // Some may be gone already, which is what is wanted.
        let _gone = command("kill").arg("-9").args(ids).stderr(Stdio::null()).status();
    }
    let _gone = child.kill();
    let _gone = child.wait();
}

/// Linux only; elsewhere the list is empty.
fn descendants(ancestor: u32) -> Vec<u32> {
    let Ok(folder) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    let ids = folder.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let parents: Vec<(u32, u32)> = ids.filter_map(|id| Some((id, parent(id)?))).collect();
    let mut found = vec![ancestor];
    let mut next = 0;
    while let Some(&id) = found.get(next) {
        found.extend(parents.iter().filter(|(_, parent)| *parent == id).map(|(child, _)| *child));
        next += 1;
    }
    found.split_off(1)
}

/// `/proc/ID/stat` reads `ID (any name) S PARENT ...`.
fn parent(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, after_name) = stat.rsplit_once(')')?;
    after_name.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_hangs_is_stopped_with_its_children() {
        let mut hanging = command("sh");
        hanging.args(["-c", "sleep 987 & sleep 986; true"]);
        let mut child = hanging.spawn().unwrap();
        while descendants(child.id()).len() < 2 {
            thread::sleep(Duration::from_millis(5));
        }
        let started = descendants(child.id());
        assert!(wait(&mut child, Duration::from_millis(20), |_| ()).is_none());
        for id in started {
            // Gone, or a zombie until its new parent looks; it takes a moment.
            while !is_gone(id) {
                thread::sleep(Duration::from_millis(5));
            }
        }
    }

    fn is_gone(id: u32) -> bool {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        stat.is_empty() || stat.contains(") Z ")
    }

    #[test]
    fn a_failing_program_is_named_with_its_last_words() {
        let failure = ask(command("sh").args(["-c", "echo why >&2; exit 3"])).unwrap_err();
        assert!(failure.to_string().contains("exit status: 3: why"));
    }
}
