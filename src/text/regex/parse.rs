//! From the characters of a regular expression to a tree.

use std::rc::Rc;

use super::{Assertion, RegexError, RegexFault, Set};

/// Groups within groups.
const DEEPEST: u32 = 40;

/// The highest count in braces.
const MOST: u32 = 1_000;

/// A part of an expression.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Empty,
    Char(char),
    Any,
    Set(Rc<Set>),
    Assert(Assertion),
    Sequence(Vec<Node>),
    /// Rather the first.
    Either(Box<Node>, Box<Node>),
    Repeat {
        node: Box<Node>,
        least: u32,
        most: Option<u32>,
        lazy: bool,
    },
}

pub(super) fn parse(pattern: &str) -> Result<Node, RegexError> {
    let mut parser = Parser { chars: pattern.chars().collect(), at: 0 };
    let node = parser.either(0)?;
    match parser.peek() {
        None => Ok(node),
        Some(_) => Err(parser.fault(RegexFault::Unopened)),
    }
}

struct Parser {
    chars: Vec<char>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    fn takes(&mut self, character: char) -> bool {
        let is_next = self.peek() == Some(character);
        self.at += usize::from(is_next);
        is_next
    }

    fn fault(&self, what: RegexFault) -> RegexError {
        RegexError { at: self.at, what }
    }

    fn either(&mut self, depth: u32) -> Result<Node, RegexError> {
        let mut parts = vec![self.sequence(depth)?];
        while self.takes('|') {
            parts.push(self.sequence(depth)?);
        }
        let mut node = parts.pop().unwrap_or(Node::Empty);
        while let Some(first) = parts.pop() {
            node = Node::Either(Box::new(first), Box::new(node));
        }
        Ok(node)
    }

    fn sequence(&mut self, depth: u32) -> Result<Node, RegexError> {
        let mut nodes = Vec::new();
        while self.peek().is_some_and(|next| !matches!(next, '|' | ')')) {
            let atom = self.atom(depth)?;
            nodes.push(self.repeated(atom)?);
        }
        Ok(Node::Sequence(nodes))
    }

    fn atom(&mut self, depth: u32) -> Result<Node, RegexError> {
        let start = self.at;
        let Some(next) = self.next() else { return Ok(Node::Empty) };
        Ok(match next {
            '.' => Node::Any,
            '^' => Node::Assert(Assertion::LineStart),
            '$' => Node::Assert(Assertion::LineEnd),
            '[' => Node::Set(Rc::new(self.set(start)?)),
            '(' => {
                if depth == DEEPEST {
                    return Err(RegexError { at: start, what: RegexFault::TooDeep });
                }
                if self.takes('?') && !self.takes(':') {
                    self.at -= 1;
                    return Err(self.fault(RegexFault::NothingToRepeat('?')));
                }
                let node = self.either(depth + 1)?;
                if !self.takes(')') {
                    return Err(RegexError { at: start, what: RegexFault::Unclosed('(') });
                }
                node
            }
            '\\' => self.escape(start)?,
            '*' | '+' | '?' | '{' => {
                return Err(RegexError { at: start, what: RegexFault::NothingToRepeat(next) });
            }
            other => Node::Char(other),
        })
    }

    fn escape(&mut self, start: usize) -> Result<Node, RegexError> {
        let Some(next) = self.next() else {
            return Err(RegexError { at: start, what: RegexFault::EndsEarly });
        };
        Ok(match next {
            'd' | 'w' | 's' | 'D' | 'W' | 'S' => {
                Node::Set(Rc::new(Set { kinds: vec![next], ..Set::default() }))
            }
            'b' => Node::Assert(Assertion::WordEdge),
            'B' => Node::Assert(Assertion::NoWordEdge),
            _ => Node::Char(plain(next, start)?),
        })
    }

    fn repeated(&mut self, atom: Node) -> Result<Node, RegexError> {
        let mut node = atom;
        while let Some(next @ ('*' | '+' | '?' | '{')) = self.peek() {
            let start = self.at;
            self.at += 1;
            let (least, most) = match next {
                '*' => (0, None),
                '+' => (1, None),
                '?' => (0, Some(1)),
                _ => self.count(start)?,
            };
            let lazy = self.takes('?');
            node = Node::Repeat { node: Box::new(node), least, most, lazy };
        }
        Ok(node)
    }

    /// What stands in braces.
    fn count(&mut self, start: usize) -> Result<(u32, Option<u32>), RegexError> {
        let fault = |what| RegexError { at: start, what };
        let least = self.number().ok_or(fault(RegexFault::Count))?;
        let most = if self.takes(',') {
            if self.peek() == Some('}') {
                None
            } else {
                Some(self.number().ok_or(fault(RegexFault::Count))?)
            }
        } else {
            Some(least)
        };
        if !self.takes('}') {
            return Err(fault(RegexFault::Count));
        }
        if most.is_some_and(|most| most < least) {
            return Err(fault(RegexFault::Backward));
        }
        if MOST < least || most.is_some_and(|most| MOST < most) {
            return Err(fault(RegexFault::TooLarge));
        }
        Ok((least, most))
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|next| next.to_digit(10)) {
            self.at += 1;
            number = Some(number.unwrap_or(0_u32).saturating_mul(10).saturating_add(digit));
        }
        number
    }

    /// What stands in square brackets; a `]` that comes first is a member.
    fn set(&mut self, start: usize) -> Result<Set, RegexError> {
        let mut set = Set { negated: self.takes('^'), ..Set::default() };
        let unclosed = RegexError { at: start, what: RegexFault::Unclosed('[') };
        let first = self.at;
        loop {
            let here = self.at;
            let next = self.next().ok_or(unclosed)?;
            if next == ']' && first < here {
                return Ok(set);
            }
            let Some(low) = self.member(next, here, &mut set)? else { continue };
            let is_range = self.peek() == Some('-')
                && self.chars.get(self.at + 1).is_some_and(|after| *after != ']');
            if !is_range {
                set.ranges.push((low, low));
                continue;
            }
            self.at += 1;
            let high_at = self.at;
            let high = self.next().ok_or(unclosed)?;
            match self.member(high, high_at, &mut set)? {
                Some(high) if low <= high => set.ranges.push((low, high)),
                Some(_) => return Err(RegexError { at: here, what: RegexFault::Backward }),
                // `[a-\d]`: the dash is meant as it stands.
                None => set.ranges.extend([(low, low), ('-', '-')]),
            }
        }
    }

    /// A character of a set; a class goes into the set at once.
    fn member(
        &mut self,
        next: char,
        here: usize,
        set: &mut Set,
    ) -> Result<Option<char>, RegexError> {
        if next != '\\' {
            return Ok(Some(next));
        }
        match self.next() {
            None => Err(RegexError { at: here, what: RegexFault::EndsEarly }),
            Some(kind @ ('d' | 'w' | 's' | 'D' | 'W' | 'S')) => {
                set.kinds.push(kind);
                Ok(None)
            }
            Some(escaped) => plain(escaped, here).map(Some),
        }
    }
}

/// The character that an escaped one stands for.
fn plain(escaped: char, at: usize) -> Result<char, RegexError> {
    match escaped {
        'n' => Ok('\n'),
        't' => Ok('\t'),
        other if other.is_alphanumeric() => Err(RegexError { at, what: RegexFault::Escape(other) }),
        other => Ok(other),
    }
}
