//! The answer to a question: places in the text, or annotations.

use std::rc::Rc;

use super::matching::passes;
use super::query::{Query, Term, What};
use crate::model::{Anchor, Annotation, AnnotationId, Project};
use crate::text::{CharOffset, Span, Spans, Text, bytes_of_span, sort_by, span_of_bytes};

/// Hits beyond this number are not looked for: nobody walks through more.
pub const MOST_HITS: usize = 10_000;

/// What patterns may cost in all: some tenths of a second.
const EFFORT: u32 = 40_000_000;

/// What was found, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub hits: Vec<Hit>,
    /// There are more than [`MOST_HITS`].
    pub more: bool,
    /// A pattern was so slow that the rest of the text was not searched.
    pub unfinished: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    Words(Span),
    Tag(AnnotationId, Spans),
}

impl Hit {
    #[must_use]
    pub fn start(&self) -> CharOffset {
        match self {
            Hit::Words(span) => span.start(),
            Hit::Tag(_, spans) => spans.start(),
        }
    }

    #[must_use]
    pub fn end(&self) -> CharOffset {
        match self {
            Hit::Words(span) => span.end(),
            Hit::Tag(_, spans) => spans.end(),
        }
    }

    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        match self {
            Hit::Words(span) => vec![*span],
            Hit::Tag(_, spans) => spans.iter().collect(),
        }
    }
}

/// Answers a question. `text` is the folded text of the article.
///
/// Words stand together if they stand in one block. If something is asked that only annotations
/// can answer, only annotations do.
#[must_use]
pub fn search(query: &Query, project: &Project, text: &Text) -> Found {
    if query.terms.is_empty() {
        return Found::default();
    }
    if query.is_for_tags() {
        return among_tags(query, project);
    }
    let mut found = Found::default();
    let mut effort = EFFORT;
    for block in project.article.blocks.iter() {
        let of_block = in_block(query, project, text, block.span, &mut effort);
        let room = MOST_HITS - found.hits.len();
        found.more = room < of_block.len();
        found.hits.extend(of_block.into_iter().take(room).map(Hit::Words));
        found.unfinished = effort == 0;
        if found.more || found.unfinished {
            break;
        }
    }
    found
}

fn among_tags(query: &Query, project: &Project) -> Found {
    let matching = project
        .annotations()
        .filter(|it| it.anchor != Anchor::Orphaned)
        .filter(|annotation| passes(query, project, annotation));
    let hit = |it: &Rc<Annotation>| Hit::Tag(it.id.clone(), it.selector.spans.clone());
    let mut hits: Vec<Hit> = matching.take(MOST_HITS + 1).map(hit).collect();
    let more = MOST_HITS < hits.len();
    hits.truncate(MOST_HITS);
    Found { hits, more, unfinished: false }
}

/// The places of all terms in a block; none if one of them has none.
fn in_block(
    query: &Query,
    project: &Project,
    text: &Text,
    block: Span,
    effort: &mut u32,
) -> Vec<Span> {
    let folded = text.slice(block);
    let mut spans = Vec::new();
    for Term { not, what } in &query.terms {
        let before = spans.len();
        let most = if *not { 1 } else { MOST_HITS + 1 };
        match what {
            What::Words(needle) => {
                let base = bytes_of_span(text, block).start;
                let mut from = 0;
                while spans.len() - before < most
                    && let Some(range) = needle.first(folded, from)
                {
                    from = range.end;
                    spans.extend(span_of_bytes(text, base + range.start, base + range.end));
                }
            }
            What::Pattern(regex) => {
                let own = &project.article.text;
                let base = bytes_of_span(own, block).start;
                let ranges = regex.matches(own.slice(block), most, effort);
                let span =
                    |it: std::ops::Range<usize>| span_of_bytes(own, base + it.start, base + it.end);
                spans.extend(ranges.into_iter().filter_map(span));
            }
            _ => {}
        }
        if (before < spans.len()) == *not {
            return Vec::new();
        }
    }
    in_order(spans, query.terms.len())
}

/// Sorted, and none of them inside another.
fn in_order(mut spans: Vec<Span>, n_terms: usize) -> Vec<Span> {
    if 1 < n_terms {
        sort_by(&mut spans, |one, other| {
            one.start().cmp(&other.start()).then(other.end().cmp(&one.end()))
        });
        let mut end = CharOffset::ZERO;
        spans.retain(|span| {
            let is_new = end < span.end();
            end = end.max(span.end());
            is_new
        });
    }
    spans
}
