//! A Chromium and its driver, for the tests.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome, While};
use crate::process::{command, run, which};
use crate::project;

#[derive(Debug)]
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

const CHROMIUMS: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// What is on the machine; on Debian as root, what its packages give.
pub fn ensure() -> Outcome<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if which("apt-get").is_none() || !is_root() {
        return Err(missing());
    }
    println!("Installing Chromium and its driver from the system's packages (1 to 3 minutes).");
    let apt = |words: &[&str]| {
        run(command("apt-get").args(words).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    // Without fresh lists an image that was built long ago asks for packages that are gone.
    apt(&["update", "-qq"])?;
    apt(&["install", "-y", "-qq", "--no-install-recommends", "chromium", "chromium-driver"])?;
    find().ok_or_else(missing)
}

/// Writes the settings that the runner of browser tests hands to the driver.
pub fn write_driver_settings(browser: &Browser) -> Outcome<PathBuf> {
    let path = project::logs().join("webdriver.json");
    let chromium = browser.chromium.display().to_string();
    let settings = format!(
        r#"{{"goog:chromeOptions": {{"binary": {chromium:?}, "args": [{}]}}}}"#,
        FLAGS.map(|flag| format!("{flag:?}")).join(", ")
    );
    fs::write(&path, settings).during(format_args!("writing {}", path.display()))?;
    Ok(path)
}

/// Nothing that calls home, nothing that needs a graphics card. The runner adds headless mode and
/// what root needs.
const FLAGS: [&str; 7] = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
];

fn find() -> Option<Browser> {
    let chromium = named("POSTIL_CHROMIUM")
        .or_else(|| CHROMIUMS.into_iter().find_map(which))
        .or_else(|| existing("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))?;
    let driver = named("CHROMEDRIVER").or_else(|| which("chromedriver"))?;
    Some(Browser { chromium, driver })
}

fn named(variable: &str) -> Option<PathBuf> {
    existing(env::var_os(variable)?)
}

fn existing(path: impl AsRef<Path>) -> Option<PathBuf> {
    let path = path.as_ref();
    path.is_file().then(|| path.to_path_buf())
}

pub fn is_root() -> bool {
    crate::process::ask(command("id").arg("-u")).is_ok_and(|id| id == "0")
}

fn missing() -> Failure {
    Failure::new("no Chromium with a chromedriver was found").remedy(
        "install both (Debian: `apt-get install chromium chromium-driver`) so that they are on PATH, \
         or set POSTIL_CHROMIUM and CHROMEDRIVER to them",
    )
}
