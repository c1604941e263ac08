//! What the page costs beside a bare one, measured side by side.

use crate::build::Kit;
use crate::failure::Outcome;
use crate::process::{command, run};
use crate::toolchain::Way;
use crate::{browser, npm, project, stamp};

/// What the command line asks of `bench`.
#[derive(Debug, Default)]
pub struct BenchOptions {
    /// Few runs of few sizes.
    pub quick: bool,
    /// Fail where a goal is missed.
    pub check: bool,
    pub sizes: Option<String>,
    pub runs: Option<String>,
    pub std: Option<Way>,
}

/// Builds the page as it is shipped and measures it. Table, JSON and chart go to `target/bench`.
pub fn bench(options: &BenchOptions) -> Outcome {
    if let Some(mut trunk) = Kit::ensure(options.std)?.release_unless_fresh() {
        stamp::forget(&project::dist());
        run(&mut trunk)?;
        stamp::write(&project::dist())?;
    }
    let out = project::root().join("target").join("bench");
    let mut node = command(npm::node()?);
    node.arg(project::tests().join("bench").join("run.mjs"))
        .arg("--out")
        .arg(&out)
        .current_dir(project::tests())
        .env("POSTIL_DIST", project::dist())
        .env("POSTIL_CHROMIUM", browser::ensure()?.chromium);
    for (flag, is_set) in [("--quick", options.quick), ("--check", options.check)] {
        if is_set {
            node.arg(flag);
        }
    }
    for (name, value) in [("--sizes", &options.sizes), ("--runs", &options.runs)] {
        if let Some(value) = value {
            node.args([name, value]);
        }
    }
    run(&mut node)?;
    println!("\n{} has the figures and the chart.", out.display());
    Ok(())
}
