//! What went wrong, and what to do about it.

use std::fmt;

pub type Outcome<T = ()> = Result<T, Failure>;

/// A sentence for the person at the terminal, with the way out where there is one.
#[derive(Debug)]
pub struct Failure {
    what: String,
    remedy: Option<String>,
}

impl Failure {
    pub fn new(what: impl Into<String>) -> Self {
        Failure { what: what.into(), remedy: None }
    }

    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.what)?;
        if let Some(remedy) = &self.remedy {
            write!(out, "\n  What to do: {remedy}")?;
        }
        Ok(())
    }
}

/// Turns any error into a [`Failure`] that names what was being done.
pub trait While<T> {
    fn during(self, doing: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: fmt::Display> While<T> for Result<T, E> {
    fn during(self, doing: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Failure::new(format!("{doing}: {error}")))
    }
}
