//! The standard library for wasm32, by whichever way this machine offers.
//!
//! Tried in order: it is there already; rustup fetches it; it is built from Debian's source of the
//! same version for the compiler in use; Debian's own compiler is used, with the library built for
//! that. `--std WAY` forces one of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;
use std::time::Duration;

use crate::debian;
use crate::failure::{Failure, Outcome, While};
use crate::process::{ask, command, run_within, which};
use crate::project;

pub const TARGET: &str = "wasm32-unknown-unknown";
/// Its server has been seen to accept a connection and then say nothing.
const RUSTUP_LIMIT: Duration = Duration::from_secs(90);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Rustup,
    DebianSource,
    DebianToolchain,
}

impl FromStr for Way {
    type Err = Failure;

    fn from_str(word: &str) -> Outcome<Self> {
        match word {
            "rustup" => Ok(Way::Rustup),
            "debian-source" => Ok(Way::DebianSource),
            "debian-toolchain" => Ok(Way::DebianToolchain),
            _ => Err(Failure::new(format!("`{word}` is no way to get the standard library"))
                .remedy("use one of rustup, debian-source, debian-toolchain")),
        }
    }
}

/// A compiler that can make wasm32 programs.
#[derive(Clone, Debug)]
pub enum Toolchain {
    /// The one that is running this program.
    Default,
    /// Debian's, in `/usr/bin`, with a linker that it does not bring itself.
    Debian { linker: PathBuf },
}

impl Toolchain {
    /// Makes a command, and all that it starts, use this compiler. `folders` go in front of PATH.
    pub fn equip(&self, command: &mut Command, folders: &[PathBuf]) {
        let mut folders = folders.to_vec();
        if let Toolchain::Debian { linker } = self {
            folders.insert(0, PathBuf::from("/usr/bin"));
            command
                // rustup's stand-ins and `cargo run` both point at the other compiler.
                .env_remove("LD_LIBRARY_PATH")
                .env_remove("RUSTUP_TOOLCHAIN")
                .env_remove("CARGO")
                .env("RUSTC", "/usr/bin/rustc")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        }
        command.env("PATH", crate::process::path_with(&folders));
    }

    pub fn cargo(&self) -> Command {
        match self {
            Toolchain::Default => command("cargo"),
            Toolchain::Debian { .. } => command("/usr/bin/cargo"),
        }
    }

    fn rustc(&self) -> Command {
        let mut rustc = match self {
            Toolchain::Default => command("rustc"),
            Toolchain::Debian { .. } => command("/usr/bin/rustc"),
        };
        self.equip(&mut rustc, &[]);
        rustc
    }

    pub fn sysroot(&self) -> Outcome<PathBuf> {
        ask(self.rustc().args(["--print", "sysroot"])).map(PathBuf::from)
    }

    /// Where this compiler looks for the libraries of wasm32.
    pub fn library_folder(&self) -> Outcome<PathBuf> {
        Ok(self.sysroot()?.join("lib/rustlib").join(TARGET).join("lib"))
    }

    /// `1.95.0`
    pub fn version(&self) -> Outcome<String> {
        let answer = ask(self.rustc().arg("--version"))?;
        answer
            .split_whitespace()
            .nth(1)
            .map(str::to_owned)
            .ok_or_else(|| Failure::new(format!("rustc says its version is `{answer}`")))
    }

    fn has_library(&self) -> bool {
        let Ok(entries) = self
            .library_folder()
            .and_then(|folder| fs::read_dir(folder).during("reading the folder of libraries"))
        else {
            return false;
        };
        let names = entries.flatten().map(|entry| entry.file_name());
        let names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        ["libcore-", "libstd-", "libtest-"].iter().all(|library| {
            names.iter().any(|name| name.starts_with(library) && name.ends_with(".rlib"))
        })
    }

    /// Compiles a program of one function: a folder with the right names may hold the wrong files.
    fn prove(&self) -> Outcome {
        let folder = project::logs().join("probe");
        fs::create_dir_all(&folder).during("making a folder")?;
        let source = folder.join("probe.rs");
        fs::write(
            &source,
            "#[unsafe(no_mangle)] pub extern \"C\" fn f() -> usize { std::env::args().count() }",
        )
        .during("writing a probe")?;
        let mut rustc = self.rustc();
        rustc.args(["--edition=2024", "--crate-type=cdylib", "--target", TARGET, "-o"]);
        if let Toolchain::Debian { linker } = self {
            rustc.arg(folder.join("probe.wasm")).arg("-C");
            rustc.arg(format!("linker={}", linker.display()));
        } else {
            rustc.arg(folder.join("probe.wasm"));
        }
        ask(rustc.arg(source)).map(|_| ())
    }
}

/// Finds a toolchain for wasm32, or makes one.
pub fn ensure(forced: Option<Way>) -> Outcome<Toolchain> {
    if let Some(way) = forced {
        println!("The standard library for {TARGET}: forced to {way:?}.");
        let toolchain = provide(way)?;
        toolchain.prove()?;
        return Ok(toolchain);
    }
    if Toolchain::Default.has_library() {
        return Ok(Toolchain::Default);
    }
    if let Some(debian) = debian::present().filter(Toolchain::has_library) {
        return Ok(debian);
    }
    let mut refusals = Vec::new();
    for way in [Way::Rustup, Way::DebianSource, Way::DebianToolchain] {
        println!("The standard library for {TARGET} is missing; trying {way:?}.");
        match provide(way).and_then(|toolchain| toolchain.prove().map(|()| toolchain)) {
            Ok(toolchain) => return Ok(toolchain),
            Err(failure) => {
                println!("  {failure}");
                refusals.push(format!("{way:?}: {failure}"));
            }
        }
    }
    Err(Failure::new(format!(
        "there is no standard library for {TARGET}, and no way to get one:\n  {}",
        refusals.join("\n  ")
    ))
    .remedy(format!(
        "with rustup, run `rustup target add {TARGET}` where its server can be reached; on Debian 13 or later, \
         install rustc and libstd-rust-dev-wasm32; elsewhere, install the same from your system's packages"
    )))
}

fn provide(way: Way) -> Outcome<Toolchain> {
    // Cargo does not notice that the library is another one, and the compiler then refuses what
    // was built against the old one.
    let built = project::target().join(TARGET);
    if built.is_dir() {
        fs::remove_dir_all(&built).during(format_args!("emptying {}", built.display()))?;
    }

    match way {
        Way::Rustup => rustup().map(|()| Toolchain::Default),
        Way::DebianSource => debian::build_from_source().map(|()| Toolchain::Default),
        Way::DebianToolchain => debian::toolchain(),
    }
}

fn rustup() -> Outcome {
    if which("rustup").is_none() {
        return Err(Failure::new("rustup is not on PATH"));
    }
    println!(
        "Fetching the standard library with rustup (20 MB, given up after {} s).",
        RUSTUP_LIMIT.as_secs()
    );
    run_within(
        RUSTUP_LIMIT,
        command("rustup")
            .args(["target", "add", TARGET])
            // A refusal is no bug of rustup's.
            .env_remove("RUST_BACKTRACE"),
    )
}

/// Puts the built libraries where the compiler looks, and nothing else: two copies of one crate
/// are an error.
pub fn install_libraries(built: &Path, folder: &Path) -> Outcome {
    let installing = format!("installing the library into {}", folder.display());
    if folder.is_dir() {
        fs::remove_dir_all(folder).during(&installing)?;
    }
    fs::create_dir_all(folder).during(&installing)?;
    for entry in fs::read_dir(built).during(&installing)? {
        let path = entry.during(&installing)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if name.ends_with(".rlib") && !name.starts_with(&format!("lib{}-", debian::EMPTY_CRATE)) {
            fs::copy(&path, folder.join(name)).during(&installing)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_named_as_on_the_command_line() {
        assert_eq!("debian-source".parse::<Way>().unwrap(), Way::DebianSource);
        assert!("magic".parse::<Way>().unwrap_err().to_string().contains("rustup, debian-source"));
    }

    #[test]
    fn only_libraries_are_installed_and_old_ones_go() {
        let folder = std::env::temp_dir().join(format!("postil-std-{}", std::process::id()));
        let (built, installed) = (folder.join("built"), folder.join("installed"));
        fs::create_dir_all(&built).unwrap();
        fs::create_dir_all(&installed).unwrap();
        let empty = format!("lib{}-1.rlib", debian::EMPTY_CRATE);
        for name in ["libcore-1.rlib", "libcore-1.rmeta", "core-1.d", empty.as_str()] {
            fs::write(built.join(name), "").unwrap();
        }
        fs::write(installed.join("libcore-0.rlib"), "").unwrap();
        install_libraries(&built, &installed).unwrap();
        let names: Vec<_> =
            fs::read_dir(&installed).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(names, ["libcore-1.rlib"]);
    }
}
