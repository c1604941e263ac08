//! Runs a program over a text: every way to match is a thread, and all threads go on together.

use std::ops::Range;

use super::{Assertion, Step, is_word};
use crate::text::lower::lower;

/// A way to match: where it is in the program, and where in the text it began.
#[derive(Clone, Copy)]
struct Thread {
    step: usize,
    start: usize,
}

/// What is kept between searches, so that a search allocates nothing.
pub(super) struct Runner<'program> {
    program: &'program [Step],
    same_case: bool,
    /// In the order in which they count.
    threads: Vec<Thread>,
    next: Vec<Thread>,
    /// For each instruction, when it was last given a thread: two ways that are at the same place
    /// will do the same, and the first counts.
    seen: Vec<u64>,
    moment: u64,
    waiting: Vec<usize>,
}

/// The characters on both sides of a place.
#[derive(Clone, Copy)]
struct Around {
    before: Option<char>,
    after: Option<char>,
}

impl<'program> Runner<'program> {
    pub fn new(program: &'program [Step], same_case: bool) -> Runner<'program> {
        Runner {
            program,
            same_case,
            threads: Vec::new(),
            next: Vec::new(),
            seen: vec![0; program.len()],
            moment: 0,
            waiting: Vec::new(),
        }
    }

    /// The leftmost match that begins at byte `from` or later.
    pub fn first(&mut self, chars: &str, from: usize, effort: &mut u32) -> Option<Range<usize>> {
        let (before, after) = chars.split_at_checked(from)?;
        let mut at = from;
        let mut around = Around { before: before.chars().next_back(), after: None };
        let mut rest = after.chars();
        let mut found = None;
        self.threads.clear();
        self.moment += 1;
        around.after = rest.next();
        loop {
            if found.is_none() {
                let mut threads = std::mem::take(&mut self.threads);
                self.follow(Thread { step: 0, start: at }, around, &mut threads, effort);
                self.threads = threads;
            } else if self.threads.is_empty() {
                return found;
            }
            let step_on = at + around.after.map_or(0, char::len_utf8);
            let following = rest.next();
            let next_around = Around { before: around.after, after: following };
            if let Some(range) = self.take_character(around.after, at, next_around, effort) {
                found = Some(range);
            }
            if around.after.is_none() || *effort == 0 {
                return found;
            }
            at = step_on;
            around = next_around;
        }
    }

    /// Moves all threads over a character; the match of the first thread that is at its end.
    fn take_character(
        &mut self,
        character: Option<char>,
        at: usize,
        beyond: Around,
        effort: &mut u32,
    ) -> Option<Range<usize>> {
        let mut found = None;
        let mut next = std::mem::take(&mut self.next);
        next.clear();
        self.moment += 1;
        let threads = std::mem::take(&mut self.threads);
        for thread in &threads {
            *effort = effort.saturating_sub(1);
            let matched = match self.program.get(thread.step) {
                Some(Step::Match) => {
                    // What counts less is given up.
                    found = Some(thread.start..at);
                    break;
                }
                Some(step) => character.is_some_and(|it| self.is_met(step, it)),
                None => false,
            };
            if matched {
                let on = Thread { step: thread.step + 1, start: thread.start };
                self.follow(on, beyond, &mut next, effort);
            }
        }
        self.next = threads;
        self.threads = next;
        found
    }

    fn is_met(&self, step: &Step, character: char) -> bool {
        match step {
            Step::Char(expected) if self.same_case => character == *expected,
            Step::Char(expected) => lower(character) == *expected,
            Step::Any => character != '\n',
            Step::Set(set) => set.holds(character, self.same_case),
            _ => false,
        }
    }

    /// Adds a thread, and those it splits into, at the instructions that wait for a character.
    fn follow(
        &mut self,
        thread: Thread,
        around: Around,
        threads: &mut Vec<Thread>,
        effort: &mut u32,
    ) {
        self.waiting.push(thread.step);
        while let Some(step) = self.waiting.pop() {
            match self.seen.get_mut(step) {
                Some(seen) if *seen != self.moment => *seen = self.moment,
                _ => continue,
            }
            *effort = effort.saturating_sub(1);
            match self.program.get(step) {
                Some(Step::Split(first, second)) => self.waiting.extend([*second, *first]),
                Some(Step::Jump(to)) => self.waiting.push(*to),
                Some(Step::Assert(assertion)) if holds(*assertion, around) => {
                    self.waiting.push(step + 1);
                }
                Some(Step::Assert(_)) | None => {}
                Some(_) => threads.push(Thread { step, start: thread.start }),
            }
        }
    }
}

fn holds(assertion: Assertion, around: Around) -> bool {
    let is_line_end = |it: Option<char>| it.is_none_or(|it| it == '\n');
    let is_edge = around.before.is_some_and(is_word) != around.after.is_some_and(is_word);
    match assertion {
        Assertion::LineStart => is_line_end(around.before),
        Assertion::LineEnd => is_line_end(around.after),
        Assertion::WordEdge => is_edge,
        Assertion::NoWordEdge => !is_edge,
    }
}
