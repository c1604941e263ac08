//! The project's commands. `cargo xtask` lists them.

mod bench;
mod browser;
mod build;
mod counts;
mod debian;
mod failure;
mod later;
mod module;
mod npm;
mod order;
mod pack;
mod package;
mod picture;
mod process;
mod project;
mod sabotage;
mod serve;
mod shrink;
mod size;
mod split;
mod stamp;
mod suites;
mod test;
mod toolchain;
mod tools;

use std::env;
use std::process::ExitCode;

use bench::BenchOptions;
use build::BuildOptions;
use failure::{Failure, Outcome};
use serve::ServeOptions;
use test::TestOptions;

const HELP: &str = "\
cargo xtask serve [--port 8080]      the page on this machine, rebuilt on change
cargo xtask test [--only NAME]...    every check of the project, or those named
cargo xtask test --sabotage          is every planted fault caught?
cargo xtask build [--zip]            the page as a folder, or as a zip, for any static host
            [--public-url URL]       ... for one place only; without it, for any folder
cargo xtask picture                  takes the picture of the README anew
cargo xtask example                  annotates the practice article anew for the page
cargo xtask figures                  how long the page takes to open and to tag
cargo xtask bench [--quick]          what the page costs beside a bare one: table, JSON, chart
            [--check]                ... and fail where a goal is missed
            [--sizes 2k,1M/10k] [--runs 5]
cargo xtask setup                    only fetch what the others need

All but help take --std rustup|debian-source|debian-toolchain, which forces one way to get the
standard library for wasm32. POSTIL_TOOLS moves the cache of tools, POSTIL_CHROMIUM and
CHROMEDRIVER name a browser and its driver.";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match command(&words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// False: it ran to its end and has already said what is wrong.
fn command(words: &[String]) -> Outcome<bool> {
    let (name, rest) = match words.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", words),
    };
    let mut words = Words(rest.to_vec());
    let std = words.value("--std")?.map(|way| way.parse()).transpose()?;
    match name {
        "serve" => {
            let port = words.value("--port")?.unwrap_or("8080".to_owned());
            let port = port.parse().map_err(|_| Failure::new(format!("`{port}` is no port")))?;
            words.end()?;
            serve::serve(&ServeOptions { port, std })?;
        }
        "test" => {
            let sabotage = words.flag("--sabotage");
            let mut only = Vec::new();
            while let Some(suite) = words.value("--only")? {
                only.push(suite);
            }
            words.end()?;
            return test::test(&TestOptions { only, sabotage, std });
        }
        "build" => {
            let zip = words.flag("--zip");
            let public_url = words.value("--public-url")?;
            words.end()?;
            build::build(&BuildOptions { zip, public_url, std })?;
        }
        "picture" => {
            words.end()?;
            picture::picture(std)?;
        }
        "example" => {
            words.end()?;
            picture::example(std)?;
        }
        "figures" => {
            words.end()?;
            picture::figures(std)?;
        }
        "bench" => {
            let options = BenchOptions {
                quick: words.flag("--quick"),
                check: words.flag("--check"),
                sizes: words.value("--sizes")?,
                runs: words.value("--runs")?,
                std,
            };
            words.end()?;
            bench::bench(&options)?;
        }
        "setup" => {
            words.end()?;
            build::Kit::ensure(std)?;
            browser::ensure()?;
            tools::cargo_deny().ensure()?;
            println!("Everything is there.");
        }
        "help" | "--help" | "-h" => println!("{HELP}"),
        _ => {
            return Err(Failure::new(format!("there is no command `{name}`"))
                .remedy(format!("use one of these:\n{HELP}")));
        }
    }
    Ok(true)
}

/// What is left of the command line.
struct Words(Vec<String>);

impl Words {
    fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    /// `--name value` or `--name=value`, once.
    fn value(&mut self, name: &str) -> Outcome<Option<String>> {
        let joined = format!("{name}=");
        let Some(at) = self.0.iter().position(|word| word == name || word.starts_with(&joined))
        else {
            return Ok(None);
        };
        let word = self.0.remove(at);
        if let Some(value) = word.strip_prefix(&joined) {
            return Ok(Some(value.to_owned()));
        }
        if at < self.0.len() {
            return Ok(Some(self.0.remove(at)));
        }
        Err(Failure::new(format!("{name} wants a value after it")))
    }

    fn end(self) -> Outcome {
        match self.0.first() {
            None => Ok(()),
            Some(word) => Err(Failure::new(format!("`{word}` is not understood here"))
                .remedy(format!("use one of these:\n{HELP}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Words {
        Words(line.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn a_line_of_words_is_taken_apart() {
        let mut line = words("--zip --public-url ./ --only=a --only b");
        assert!(line.flag("--zip"));
        assert!(!line.flag("--zip"));
        assert_eq!(line.value("--public-url").unwrap().as_deref(), Some("./"));
        assert_eq!(line.value("--only").unwrap().as_deref(), Some("a"));
        assert_eq!(line.value("--only").unwrap().as_deref(), Some("b"));
        assert_eq!(line.value("--only").unwrap(), None);
        line.end().unwrap();
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert!(words("--zap").end().is_err());
        assert!(words("--only").value("--only").is_err());
    }
}
