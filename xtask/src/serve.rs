//! The page on this machine, built anew when a source changes.

use crate::build::Kit;
use crate::failure::Outcome;
use crate::process::become_program;
use crate::project;
use crate::toolchain::Way;

#[derive(Debug)]
pub struct ServeOptions {
    pub port: u16,
    pub std: Option<Way>,
}

pub fn serve(options: &ServeOptions) -> Outcome {
    println!(
        "Setting up what is missing. The first time on a machine this can take 15 minutes; \
         after that it is seconds."
    );
    let kit = Kit::ensure(options.std)?;
    let port = options.port.to_string();
    println!(
        "Building; then Postil is at http://127.0.0.1:{port}/ (reload the page after a change)."
    );
    let mut trunk = kit.trunk();
    trunk
        .args(["serve", "--address", "127.0.0.1", "--port", &port])
        // Not `dist`, which the tests take for what is shipped.
        .arg("--dist")
        .arg(project::target().join("dist-serve"));
    become_program(&mut trunk)
}
