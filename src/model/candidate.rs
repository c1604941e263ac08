//! What in an article asks for a decision: names, quotations, numbers, speakers.
//!
//! # Limitations
//! English only, and by looks: a capital, a quotation mark, a digit, a verb of saying.

mod lists;
mod names;
mod sayings;
#[cfg(test)]
mod tests;
mod words;

use std::cmp::Reverse;

use self::names::Known;
use super::{Anchor, Article, Claimant, IsNot, Project};
use crate::text::{CharOffset, Span, sort_by};

/// Words that a person has to decide about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub span: Span,
    pub kind: CandidateKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CandidateKind {
    Name,
    Quotation,
    /// A sentence with a number.
    Number,
    /// Somebody who says something and is called by no name.
    Speaker,
}

impl CandidateKind {
    pub const EACH: [CandidateKind; 4] = [
        CandidateKind::Name,
        CandidateKind::Quotation,
        CandidateKind::Number,
        CandidateKind::Speaker,
    ];

    /// What a person may say that it is not.
    #[must_use]
    pub fn may_not_be(self) -> IsNot {
        match self {
            CandidateKind::Name | CandidateKind::Speaker => IsNot::Entity,
            CandidateKind::Quotation | CandidateKind::Number => IsNot::Claim,
        }
    }
}

/// The candidates of an article, in the order of the text, the longest first. Depends on the text
/// alone, and reads it a few times, from beginning to end.
#[must_use]
pub fn candidates(article: &Article) -> Vec<Candidate> {
    let text = &article.text;
    let mut known = Known::default();
    for block in article.blocks.iter() {
        known.learn(&words::words_of(text, block.span), block.kind);
    }
    let mut found = Vec::new();
    for block in article.blocks.iter() {
        let words = words::words_of(text, block.span);
        let quoted = sayings::quoted(text, block.span);
        let kinds = [
            (CandidateKind::Name, names::names(&words, block.kind, &known)),
            (CandidateKind::Number, sayings::counted(text, block.span, &quoted)),
            (CandidateKind::Quotation, quoted),
            (CandidateKind::Speaker, sayings::speakers(&words)),
        ];
        for (kind, spans) in kinds {
            found.extend(spans.into_iter().map(|span| Candidate { span, kind }));
        }
    }
    sort_by(&mut found, |one, other| {
        let place = |it: &Candidate| (it.span.start(), Reverse(it.span.end()));
        place(one).cmp(&place(other)).then(one.kind.cmp(&other.kind))
    });
    found
}

/// Which of the candidates nobody has decided on, in their order: no tag of their kind shares a
/// character with them, and nobody said that they are none.
///
/// One walk through the candidates and one through the annotations, whatever their number.
#[must_use]
pub fn undecided(project: &Project, candidates: &[Candidate]) -> Vec<Candidate> {
    let mut names = Reach::default();
    let mut claims = Reach::default();
    for annotation in project.annotations().filter(|it| it.anchor != Anchor::Orphaned) {
        let reach = if annotation.is_claim() { &mut claims } else { &mut names };
        reach.spans.extend(annotation.selector.spans.iter());
        let claimant: Option<&Claimant> = annotation.claim().and_then(|it| it.claimant.as_ref());
        let picked = claimant.and_then(|claimant| claimant.words.as_ref());
        names.spans.extend(picked.into_iter().flat_map(|words| words.spans.iter()));
    }
    for decision in project.decisions.iter() {
        let reach = match decision.is_not {
            IsNot::Entity => &mut names,
            IsNot::Claim => &mut claims,
        };
        reach.spans.extend(decision.selector.spans.iter());
    }
    names.sort();
    claims.sort();
    let mut open = candidates.to_vec();
    open.retain(|candidate| match candidate.kind.may_not_be() {
        IsNot::Entity => !names.reaches(candidate.span),
        IsNot::Claim => !claims.reaches(candidate.span),
    });
    open
}

/// Spans that are met in one walk by others that come in order of their starts.
#[derive(Default)]
struct Reach {
    spans: Vec<Span>,
    at: usize,
    /// The spans before `at` whose end is furthest.
    end: CharOffset,
}

impl Reach {
    fn sort(&mut self) {
        if !self.spans.is_sorted() {
            sort_by(&mut self.spans, Span::cmp);
        }
    }

    /// Whether one of the spans shares a character with this one, which starts no earlier than
    /// the one asked for before.
    fn reaches(&mut self, span: Span) -> bool {
        while let Some(next) = self.spans.get(self.at).filter(|it| it.start() <= span.start()) {
            self.end = self.end.max(next.end());
            self.at += 1;
        }
        span.start() < self.end || self.spans.get(self.at).is_some_and(|it| it.start() < span.end())
    }
}
