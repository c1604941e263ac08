//! The page on this machine, built anew when a source changes.

use crate::build::Kit;
use crate::failure::Outcome;
use crate::process::run;
use crate::toolchain::Way;

#[derive(Debug)]
pub struct ServeOptions {
    pub port: u16,
    pub std: Option<Way>,
}

pub fn serve(options: &ServeOptions) -> Outcome {
    println!(
        "Setting up what is missing. The first time on a machine this can take 10 minutes; \
         after that it is seconds."
    );
    let kit = Kit::ensure(options.std)?;
    let port = options.port.to_string();
    println!(
        "Building; then Postil is at http://127.0.0.1:{port}/ (reload the page after a change)."
    );
    run(kit.trunk().args(["serve", "--address", "127.0.0.1", "--port", &port]))
}
