//! The page as a folder of files, made by trunk.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Outcome, While};
use crate::process::{command, run};
use crate::toolchain::{Toolchain, Way};
use crate::{npm, pack, package, project, size, stamp, toolchain, tools};

/// What the command line asks of `build`.
#[derive(Debug, Default)]
pub struct BuildOptions {
    pub zip: bool,
    pub public_url: Option<String>,
    pub std: Option<Way>,
}

/// All that trunk needs, found or installed.
#[derive(Debug)]
pub struct Kit {
    pub toolchain: Toolchain,
    trunk: PathBuf,
    bindgen_folder: PathBuf,
    npm_folder: PathBuf,
}

impl Kit {
    pub fn ensure(way: Option<Way>) -> Outcome<Kit> {
        let toolchain = toolchain::ensure(way)?;
        let npm_folder = npm::ensure()?;
        let bindgen = tools::wasm_bindgen()?.ensure()?;
        let trunk = tools::trunk().ensure()?;
        let bindgen_folder = bindgen.parent().map(Path::to_path_buf).unwrap_or_default();
        Ok(Kit { toolchain, trunk, bindgen_folder, npm_folder })
    }

    pub fn trunk(&self) -> Command {
        let mut trunk = command(&self.trunk);
        // trunk looks for its helpers on PATH.
        let folders = [self.bindgen_folder.clone(), self.npm_folder.clone()];
        self.toolchain.equip(&mut trunk, &folders);
        trunk
            .current_dir(project::root())
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // This version of trunk takes no value but `true` and `false` here.
            .env_remove("NO_COLOR");
        trunk
    }

    /// What runs a test of wasm32 in the browser; it comes with `wasm-bindgen`.
    pub fn test_runner(&self) -> PathBuf {
        let name = format!("wasm-bindgen-test-runner{}", env::consts::EXE_SUFFIX);
        self.bindgen_folder.join(name)
    }

    /// Makes the page as it is shipped.
    fn release(&self) -> Command {
        let mut trunk = self.trunk();
        trunk.args(["build", "--release", "--dist"]).arg(project::dist());
        trunk
    }

    /// Makes the page with panics on demand: not optimised, never shipped.
    fn faults(&self) -> Command {
        let mut trunk = self.trunk();
        trunk.args(["build", "--features", "faults", "--dist"]).arg(project::dist_faults());
        trunk
    }

    /// Nothing to run if `dist` was made from just the sources that are here.
    pub fn release_unless_fresh(&self) -> Option<Command> {
        (!stamp::is_fresh(&project::dist())).then(|| self.release())
    }

    pub fn faults_unless_fresh(&self) -> Option<Command> {
        (!stamp::is_fresh(&project::dist_faults())).then(|| self.faults())
    }
}

pub fn build(options: &BuildOptions) -> Outcome {
    let kit = Kit::ensure(options.std)?;
    let dist = project::dist();
    let mut trunk = kit.release();
    if let Some(url) = &options.public_url {
        trunk.args(["--public-url", url]);
    }
    stamp::forget(&dist);
    run(&mut trunk)?;
    finish(&dist)?;
    println!("\n{}", size::check(&dist)?);
    // For another address it is not what the tests want to see.
    if options.public_url.is_none() {
        stamp::write(&dist)?;
    }
    let (made, manner) = if options.zip {
        (package::write(&dist)?, "unpack it into any folder of a static host")
    } else {
        (dist, "any static host can serve it")
    };
    println!("\n{} is ready: {manner}.", made.display());
    Ok(())
}

/// Makes a folder that is ready to be shipped of what trunk has made.
pub fn finish(dist: &Path) -> Outcome {
    pack::pack(dist)?;
    fs::write(dist.join("_headers"), HEADERS).during("writing _headers")?;
    // Or GitHub Pages leaves out files whose names begin with an underscore.
    fs::write(dist.join(".nojekyll"), "").during("writing .nojekyll")
}

/// For hosts that read such a file. The rest of the policy stands in the page itself, so that it
/// holds on every host; a page cannot forbid its framing.
const HEADERS: &str = "\
/*
  Content-Security-Policy: frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), geolocation=(), microphone=()
  Cross-Origin-Opener-Policy: same-origin
  Cache-Control: no-cache
";
