//! The picture, the example and the figures of the page, taken from the page itself.

use crate::build::Kit;
use crate::failure::Outcome;
use crate::process::{command, run};
use crate::toolchain::Way;
use crate::{browser, npm, project, stamp};

/// Takes the picture of the README anew.
pub fn picture(std: Option<Way>) -> Outcome {
    look_with("take.mjs", std)
}

/// Annotates the practice article by keyboard and keeps the file that "See it annotated" opens.
pub fn example(std: Option<Way>) -> Outcome {
    look_with("annotate.mjs", std)
}

/// Prints how long the page takes to open and to tag, beside pages that do nothing else.
pub fn figures(std: Option<Way>) -> Outcome {
    look_with("figures.mjs", std)
}

/// Runs a script of `tests/picture` on the optimised page.
fn look_with(script: &str, std: Option<Way>) -> Outcome {
    if let Some(mut trunk) = Kit::ensure(std)?.release_unless_fresh() {
        stamp::forget(&project::dist());
        run(&mut trunk)?;
    }
    let mut node = command(npm::node()?);
    node.arg(project::tests().join("picture").join(script))
        .current_dir(project::tests())
        .env("POSTIL_DIST", project::dist())
        .env("POSTIL_DIST_FAULTS", project::dist())
        .env("POSTIL_CHROMIUM", browser::ensure()?.chromium);
    run(&mut node)
}
