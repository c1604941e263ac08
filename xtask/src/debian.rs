//! What Debian's packages offer where rustup's server cannot be reached.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::is_root;
use crate::failure::{Failure, Outcome, While};
use crate::process::{ask, command, run, which};
use crate::toolchain::{TARGET, Toolchain, install_libraries};

/// The crate that is compiled only so that cargo builds the library it stands on.
pub const EMPTY_CRATE: &str = "postil_empty";

/// Where a version of rustc may be found, most likely first.
const SUITES: [&str; 5] = ["stable-backports", "trixie-backports", "testing", "unstable", "stable"];

/// Builds the library for the compiler in use, from Debian's source of exactly its version.
pub fn build_from_source() -> Outcome {
    let version = Toolchain::Default.version()?;
    let scratch = Scratch::new()?;
    let source = fetch_source(&version, &scratch.0)?;
    println!("Building the standard library for {TARGET} (about a minute).");
    let built = build_library(&Toolchain::Default, &scratch.0, Some(&source))?;
    install_libraries(&built, &Toolchain::Default.library_folder()?)
}

/// Debian's own compiler, if it is on the machine.
pub fn present() -> Option<Toolchain> {
    let there = Path::new("/usr/bin/rustc").is_file() && Path::new("/usr/bin/cargo").is_file();
    let linker = linker().filter(|_| there)?;
    Some(Toolchain::Debian { linker })
}

/// Debian's own compiler, installed if need be, with its library for wasm32.
pub fn toolchain() -> Outcome<Toolchain> {
    if which("apt-get").is_none() {
        return Err(Failure::new("this is not Debian: it has no apt-get"));
    }
    if !Path::new("/usr/bin/rustc").is_file() || !Path::new("/usr/bin/cargo").is_file() {
        println!("Installing Debian's Rust (145 MB of packages, 1 to 3 minutes).");
        install(&["rustc-web", "cargo-web", "rust-web-src"])?;
    }
    if linker().is_none() {
        install(&["lld"])?;
    }
    let Some(toolchain) = present() else {
        return Err(Failure::new("Debian's Rust was installed, but is not in /usr/bin"));
    };
    let scratch = Scratch::new()?;
    println!("Building the standard library for {TARGET} (about a minute).");
    let built = build_library(&toolchain, &scratch.0, None)?;
    install_libraries(&built, &toolchain.library_folder()?)?;
    Ok(toolchain)
}

fn install(packages: &[&str]) -> Outcome {
    if !is_root() {
        return Err(Failure::new("installing packages needs root")
            .remedy(format!("as root: apt-get update && apt-get install {}", packages.join(" "))));
    }
    let apt = || {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    run(apt().args(["update", "-qq"]))?;
    run(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

/// Debian's compiler brings no linker for wasm. rustup's does, and so does the package `lld`.
fn linker() -> Option<PathBuf> {
    let answer = ask(command("rustc").args(["--print", "target-libdir"])).ok()?;
    let of_rustup = Path::new(&answer).parent()?.join("bin").join("rust-lld");
    [of_rustup].into_iter().find(|path| path.is_file()).or_else(|| which("wasm-ld"))
}

fn build_library(toolchain: &Toolchain, scratch: &Path, source: Option<&Path>) -> Outcome<PathBuf> {
    let folder = scratch.join(EMPTY_CRATE);
    let making = "making an empty crate";
    fs::create_dir_all(folder.join("src")).during(making)?;
    fs::write(folder.join("src/lib.rs"), "").during(making)?;
    let manifest =
        format!("[package]\nname = \"{EMPTY_CRATE}\"\nedition = \"2024\"\n[workspace]\n");
    fs::write(folder.join("Cargo.toml"), manifest).during(making)?;

    let mut cargo = toolchain.cargo();
    toolchain.equip(&mut cargo, &[]);
    cargo
        .args(["build", "--release", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test")
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        // The stable compiler, asked to build the library it was itself shipped with.
        .env("RUSTC_BOOTSTRAP", "1")
        // Without it the program could not be optimised together with the library.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    if let Some(source) = source {
        cargo.env("__CARGO_TESTS_ONLY_SRC_ROOT", source);
    }
    run(&mut cargo)?;
    Ok(folder.join("target").join(TARGET).join("release/deps"))
}

/// Downloads and unpacks `rust-src` without touching the system's lists. No root needed.
fn fetch_source(version: &str, scratch: &Path) -> Outcome<PathBuf> {
    if which("apt-get").is_none() || which("dpkg-deb").is_none() {
        return Err(Failure::new("this is not Debian: it has no apt-get and dpkg-deb"));
    }
    let mirror = mirror()?;
    for suite in SUITES {
        let apt = PrivateApt::new(scratch, &mirror, suite)?;
        let Some(package) = apt.version_of("rust-src", version) else {
            println!("  {suite} has no source of Rust {version}");
            continue;
        };
        println!("Fetching Debian's source of Rust {package} from {suite} (45 MB).");
        run(apt.command("apt-get").args(["download", "-qq", &format!("rust-src={package}")]))?;
        let archive = downloaded(&apt.folder)?;
        let unpacked = scratch.join("source");
        run(command("dpkg-deb").arg("-x").arg(archive).arg(&unpacked))?;
        let library = unpacked.join(format!("usr/src/rustc-{version}/library"));
        if library.is_dir() {
            return Ok(library);
        }
        return Err(Failure::new(format!("rust-src {package} holds no library of {version}")));
    }
    Err(Failure::new(format!("Debian has no source package of Rust {version}")))
}

fn downloaded(folder: &Path) -> Outcome<PathBuf> {
    let entries = fs::read_dir(folder).during("looking for the package")?;
    let mut paths = entries.flatten().map(|entry| entry.path());
    paths
        .find(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .ok_or_else(|| Failure::new("apt-get downloaded nothing"))
}

/// The archive that this machine uses, which may be a company's own.
fn mirror() -> Outcome<String> {
    let mut apt = command("apt-get");
    apt.args(["indextargets", "--format", "$(REPO_URI) $(ORIGIN)", "Created-By: Packages"]);
    pick_mirror(&ask(&mut apt)?).ok_or_else(|| {
        Failure::new("apt's configuration names no Debian archive")
            .remedy("run `apt-get update` as root, and see that its sources name one")
    })
}

/// One line a repository: its address, then who made it, which is known only once its lists were
/// fetched. The security archive is Debian's too, but has other suites.
fn pick_mirror(answer: &str) -> Option<String> {
    let of_debian = answer.lines().filter_map(|line| {
        let (address, origin) = line.split_once(' ').unwrap_or((line, ""));
        let is_archive = match origin.trim() {
            "" => address.trim_end_matches('/').ends_with("/debian"),
            origin => origin == "Debian" && !address.contains("security"),
        };
        is_archive.then_some(address)
    });
    of_debian.map(str::to_owned).next()
}

/// apt with lists and cache of its own.
struct PrivateApt {
    folder: PathBuf,
}

impl PrivateApt {
    fn new(scratch: &Path, mirror: &str, suite: &str) -> Outcome<Self> {
        let folder = scratch.join(suite);
        let preparing = "preparing private lists of packages";
        fs::create_dir_all(folder.join("lists/partial")).during(preparing)?;
        fs::create_dir_all(folder.join("cache/archives/partial")).during(preparing)?;
        let keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
        let source = format!("deb [signed-by={keyring}] {mirror} {suite} main\n");
        fs::write(folder.join("sources.list"), source).during(preparing)?;
        let apt = PrivateApt { folder };
        // A suite that this mirror lacks simply offers nothing.
        let _missing = ask(apt.command("apt-get").args(["update", "-qq"]));
        Ok(apt)
    }

    fn command(&self, program: &str) -> Command {
        let mut apt = command(program);
        let at = |name: &str| self.folder.join(name).display().to_string();
        for option in [
            format!("Dir::Etc::SourceList={}", at("sources.list")),
            "Dir::Etc::SourceParts=-".to_owned(),
            format!("Dir::State::Lists={}", at("lists")),
            format!("Dir::Cache={}", at("cache")),
            "Acquire::Languages=none".to_owned(),
            // Root would hand the download to a user who may not enter this folder.
            "APT::Sandbox::User=".to_owned(),
            "Acquire::http::Timeout=60".to_owned(),
        ] {
            apt.arg("-o").arg(option);
        }
        apt.current_dir(&self.folder);
        apt
    }

    fn version_of(&self, package: &str, upstream: &str) -> Option<String> {
        let answer = ask(self.command("apt-cache").args(["madison", package])).ok()?;
        pick_version(&answer, upstream)
    }
}

/// Lines like `rust-src | 1.95.0+dfsg1-2~bpo13+1 | <archive> ...`.
fn pick_version(madison: &str, upstream: &str) -> Option<String> {
    let versions = madison.lines().filter_map(|line| line.split('|').nth(1));
    let mut of_upstream = versions.map(str::trim).filter(|version| {
        version.strip_prefix(upstream).is_some_and(|rest| rest.starts_with(['+', '-']))
    });
    of_upstream.next().map(str::to_owned)
}

/// A folder that goes when it is no longer needed.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Outcome<Self> {
        let folder = env::temp_dir().join(format!("postil-std-{}", std::process::id()));
        fs::create_dir_all(&folder).during(format_args!("making {}", folder.display()))?;
        Ok(Scratch(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _left_behind = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archive_is_the_one_that_apt_uses() {
        let fetched = "proto://other.example/x/ Other People\n\
                       proto://mirror.example/debian-security/ Debian\n\
                       proto://mirror.example/debian/ Debian\n";
        let unfetched = "proto://other.example/x/ \n\
                         proto://mirror.example/debian-security/ \n\
                         proto://mirror.example/debian/ \n";
        for answer in [fetched, unfetched] {
            assert_eq!(pick_mirror(answer).as_deref(), Some("proto://mirror.example/debian/"));
        }
        assert_eq!(pick_mirror(""), None);
    }

    #[test]
    fn only_the_very_version_is_taken() {
        let madison = " rust-src | 1.95.10+dfsg1-1 | x\n rust-src | 1.95.1+dfsg1-2~bpo13+1 | x\n";
        assert_eq!(pick_version(madison, "1.95.1").as_deref(), Some("1.95.1+dfsg1-2~bpo13+1"));
        assert_eq!(pick_version(madison, "1.95.0"), None);
    }
}
