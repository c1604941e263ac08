//! Regular expressions that cannot hang: all ways to match are followed at once, character by
//! character.
//!
//! Literals, `.`, `[a-z]`, `[^a-z]`, `\d \w \s` and their capitals, `\b \B`, `^` and `$` of lines,
//! groups, `|`, `* + ?`, `{2}`, `{2,}`, `{2,5}`; a `?` behind one of these takes as little as
//! possible. Of several ways to match at a place the one that was written first counts, as in Perl.
//!
//! # Limitations
//! `\d` is 0 to 9, and a class without regard to case knows the capitals that
//! [`super::lower_case`] knows. Groups capture nothing.

mod parse;
mod run;
#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;
use std::rc::Rc;

use parse::{Node, parse};
use run::Runner;

use super::lower::lower;

/// Instructions of the largest program; each character may be compared with each of them.
const LARGEST: usize = 1_000;

/// A regular expression, ready to search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regex {
    program: Rc<[Step]>,
    same_case: bool,
}

/// Why an expression cannot be read, and before which of its characters, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegexError {
    pub at: usize,
    pub what: RegexFault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegexFault {
    /// `(` or `[` without its end.
    Unclosed(char),
    /// `)` without its beginning.
    Unopened,
    /// `*`, `+`, `?` or `{` with nothing before it.
    NothingToRepeat(char),
    /// Braces that do not say how often.
    Count,
    /// `[z-a]`, `{5,2}`
    Backward,
    /// A letter behind a backslash that means nothing.
    Escape(char),
    /// A backslash at the end.
    EndsEarly,
    TooDeep,
    TooLarge,
}

impl fmt::Display for RegexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {}", self.what, self.at)
    }
}

impl std::error::Error for RegexError {}

/// One instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Char(char),
    /// Any character but a line end.
    Any,
    Set(Rc<Set>),
    Assert(Assertion),
    /// Goes on at both, rather at the first.
    Split(usize, usize),
    Jump(usize),
    Match,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Assertion {
    LineStart,
    LineEnd,
    WordEdge,
    NoWordEdge,
}

/// A class of characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Set {
    negated: bool,
    ranges: Vec<(char, char)>,
    /// `d`, `w`, `s` or one of their capitals.
    kinds: Vec<char>,
}

impl Set {
    fn holds(&self, character: char, same_case: bool) -> bool {
        let has = |c: char| self.ranges.iter().any(|(low, high)| *low <= c && c <= *high);
        let in_case = |c: char| has(c) || !same_case && (has(lower(c)) || has_capital(&has, c));
        let is_kind = |kind: &char| match kind {
            'd' => character.is_ascii_digit(),
            'w' => is_word(character),
            's' => character.is_whitespace(),
            'D' => !character.is_ascii_digit(),
            'W' => !is_word(character),
            _ => !character.is_whitespace(),
        };
        (in_case(character) || self.kinds.iter().any(is_kind)) != self.negated
    }
}

fn has_capital(has: &dyn Fn(char) -> bool, small: char) -> bool {
    has(small.to_ascii_uppercase())
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

impl Regex {
    /// Reads an expression.
    ///
    /// # Errors
    /// [`RegexError`] with the place of the fault.
    pub fn new(pattern: &str, same_case: bool) -> Result<Regex, RegexError> {
        let node = parse(pattern)?;
        let mut program = Program { steps: Vec::new(), visits: 0, same_case };
        program.add(&node).map_err(|TooLarge| RegexError { at: 0, what: RegexFault::TooLarge })?;
        program.steps.push(Step::Match);
        Ok(Regex { program: program.steps.into(), same_case })
    }

    /// The matches with at least one character, from left to right, in bytes, `most` at most.
    ///
    /// Every comparison takes one from `effort`; when nothing is left, the search stops.
    #[must_use]
    pub fn matches(&self, chars: &str, most: usize, effort: &mut u32) -> Vec<Range<usize>> {
        let mut runner = Runner::new(&self.program, self.same_case);
        let mut found = Vec::new();
        let mut at = 0;
        while found.len() < most
            && let Some(range) = runner.first(chars, at, effort)
        {
            at = range.end;
            if range.is_empty() {
                let Some(next) = chars.get(at..).and_then(|rest| rest.chars().next()) else {
                    break;
                };
                at += next.len_utf8();
            } else {
                found.push(range);
            }
        }
        found
    }
}

struct TooLarge;

struct Program {
    steps: Vec<Step>,
    /// Nodes gone through: those that need no instruction must not be repeated forever either.
    visits: usize,
    same_case: bool,
}

impl Program {
    fn add(&mut self, node: &Node) -> Result<(), TooLarge> {
        self.visits += 1;
        if LARGEST < self.steps.len() || 8 * LARGEST < self.visits {
            return Err(TooLarge);
        }
        match node {
            Node::Empty => {}
            Node::Char(c) if self.same_case => self.steps.push(Step::Char(*c)),
            Node::Char(c) => self.steps.push(Step::Char(lower(*c))),
            Node::Any => self.steps.push(Step::Any),
            Node::Set(set) => self.steps.push(Step::Set(set.clone())),
            Node::Assert(assertion) => self.steps.push(Step::Assert(*assertion)),
            Node::Sequence(nodes) => {
                for node in nodes {
                    self.add(node)?;
                }
            }
            Node::Either(first, second) => {
                let split = self.hold();
                self.add(first)?;
                let jump = self.hold();
                self.put(split, Step::Split(split + 1, self.steps.len()));
                self.add(second)?;
                self.put(jump, Step::Jump(self.steps.len()));
            }
            Node::Repeat { node, least, most, lazy } => self.repeat(node, *least, *most, *lazy)?,
        }
        Ok(())
    }

    /// `x{2,4}` is `xx(x(x)?)?`, `x{2,}` is `xx+`, and `x*` is `(x+)?`.
    fn repeat(
        &mut self,
        node: &Node,
        least: u32,
        most: Option<u32>,
        lazy: bool,
    ) -> Result<(), TooLarge> {
        let mut before_end = Vec::new();
        let optional = match most {
            Some(most) => most.saturating_sub(least),
            None => u32::from(least == 0),
        };
        for n in 0..least {
            let start = self.steps.len();
            self.add(node)?;
            if most.is_none() && n + 1 == least {
                self.again(start, lazy);
            }
        }
        for _ in 0..optional {
            before_end.push(self.hold());
            let start = self.steps.len();
            self.add(node)?;
            if most.is_none() {
                self.again(start, lazy);
            }
        }
        let end = self.steps.len();
        for split in before_end {
            self.put(split, fork(split + 1, end, lazy));
        }
        Ok(())
    }

    /// Goes back to `start`, or on.
    fn again(&mut self, start: usize, lazy: bool) {
        let on = self.steps.len() + 1;
        self.steps.push(fork(start, on, lazy));
    }

    /// Keeps room for an instruction that is known later.
    fn hold(&mut self) -> usize {
        self.steps.push(Step::Match);
        self.steps.len() - 1
    }

    fn put(&mut self, at: usize, step: Step) {
        if let Some(place) = self.steps.get_mut(at) {
            *place = step;
        }
    }
}

/// Once more, or enough.
fn fork(more: usize, enough: usize, lazy: bool) -> Step {
    if lazy { Step::Split(enough, more) } else { Step::Split(more, enough) }
}
