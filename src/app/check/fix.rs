//! What mends a finding: one step, named before it is taken.

use std::rc::Rc;

use super::lint::{Fault, Finding};
use crate::model::{
    Annotation, AnnotationId, Claimant, EntityId, LabelKey, LabelKind, Project, QuoteMode,
    speaks_often,
};
use crate::text::{Needle, Span, Spans, folded, sentence_at, span_of_bytes, trim};

/// A fix of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// This one says the claim.
    Says {
        entity: EntityId,
        mention: AnnotationId,
        name: Rc<str>,
    },
    ArticleSays,
    /// These words are tagged, and what they name says the claim.
    TagSpeaker {
        spans: Spans,
        label: LabelKey,
    },
    /// These get a label.
    Relabel {
        ids: Vec<AnnotationId>,
        label: LabelKey,
    },
    SetSpans(Spans),
    /// The words were found again.
    PutBack(Spans),
    /// The attribute gets the value that its label gives by default.
    SetAttribute {
        key: LabelKey,
        value: Rc<str>,
    },
    Delete,
    /// Only a person knows: the questions, or the card, are opened.
    Ask,
}

/// The fix of a finding; `None` if the finding is not true any more.
#[must_use]
pub fn fix(project: &Project, finding: &Finding) -> Option<Fix> {
    let annotation = project.annotation(&finding.id)?;
    Some(match &finding.fault {
        Fault::NoSpeaker => speaker(project, annotation),
        Fault::SpeakerUntagged => {
            let claimant = annotation.claim()?.claimant.as_ref()?;
            let label = project
                .labels
                .taggable()
                .find(|label| label.kind == LabelKind::Entity && speaks_often(label))?;
            match words_of(project, claimant) {
                Some(spans) => Fix::TagSpeaker { spans, label: label.key.clone() },
                None => Fix::Ask,
            }
        }
        Fault::OtherLabel(label) => {
            Fix::Relabel { ids: vec![finding.id.clone()], label: label.clone() }
        }
        Fault::OtherThanName(label) => {
            let mentions = project.mentions_of(annotation.entity()?);
            let odd = mentions.into_iter().filter(|it| it.label() != Some(label));
            Fix::Relabel { ids: odd.map(|it| it.id.clone()).collect(), label: label.clone() }
        }
        Fault::Edges => {
            let text = &project.article.text;
            let spans = annotation.selector.spans.iter();
            Fix::SetSpans(Spans::new(spans.filter_map(|it| trim(text, it)).collect()).ok()?)
        }
        Fault::Crosses(other) => {
            let end = project.annotation(other)?.selector.spans.end();
            let own = annotation.selector.spans.end();
            let rest = Span::new(end, own).ok().and_then(|it| trim(&project.article.text, it));
            rest.map_or(Fix::Delete, |rest| Fix::SetSpans(rest.into()))
        }
        Fault::Empty(key) => {
            let label = annotation.label().and_then(|label| project.labels.find(label));
            let default = label.and_then(|it| it.attribute(key)).and_then(|it| it.default.clone());
            match default {
                Some(value) => Fix::SetAttribute { key: key.clone(), value },
                None => Fix::Ask,
            }
        }
        Fault::Lost => found_again(project, annotation).map_or(Fix::Delete, Fix::PutBack),
    })
}

/// The person or organization in the claim's sentence, or else the article itself if no words say
/// that it is somebody's.
fn speaker(project: &Project, annotation: &Annotation) -> Fix {
    let article = &project.article;
    let spans = &annotation.selector.spans;
    let block = article.block_at(spans.start()).and_then(|it| article.blocks.get(it));
    let around = block.map(|block| {
        let first = sentence_at(&article.text, spans.start(), block.span);
        first.hull(sentence_at(&article.text, spans.end().minus(1), block.span))
    });
    let near = around.map(|it| project.annotations_on(it)).unwrap_or_default();
    let outside = near.into_iter().filter(|it| {
        let label = it.label().and_then(|key| project.labels.find(key));
        label.is_some_and(speaks_often) && !it.selector.spans.iter().any(|it| spans.overlaps(it))
    });
    let distance = |it: &Annotation| {
        let own = &it.selector.spans;
        own.start().distance(spans.end()).min(own.end().distance(spans.start()))
    };
    let nearest = outside.min_by_key(|it| distance(it));
    let named = nearest.and_then(|mention| {
        let entity = mention.entity()?.clone();
        let name = project.entity(&entity).and_then(|it| it.name.clone());
        let name = name.unwrap_or_else(|| mention.selector.words(&article.text).into());
        Some(Fix::Says { entity, mention: mention.id.clone(), name })
    });
    let quote = annotation.claim().and_then(|claim| claim.quote);
    named.unwrap_or(if quote == Some(QuoteMode::None) { Fix::ArticleSays } else { Fix::Ask })
}

/// Where the words stand that name a claimant: where they were picked, or where the words that
/// were typed stand first.
fn words_of(project: &Project, claimant: &Claimant) -> Option<Spans> {
    if let Some(words) = &claimant.words {
        return words.is_anchored(&project.article.text).then(|| words.spans.clone());
    }
    nearest(project, claimant.text.as_deref()?, 0)
}

/// The words of an annotation that has lost its place, where they stand nearest to it.
fn found_again(project: &Project, annotation: &Annotation) -> Option<Spans> {
    let (span, kept) = annotation.selector.parts().next()?;
    let quote = kept?.quote.as_ref()?;
    if annotation.selector.spans.is_discontinuous() {
        return None;
    }
    nearest(project, &quote.exact, span.start().0)
}

fn nearest(project: &Project, words: &str, to: u32) -> Option<Spans> {
    let text = &project.article.text;
    let same_case = folded(text.as_str(), true);
    let needle = Needle { words: folded(words, true).into(), whole: true };
    let mut best: Option<Span> = None;
    let mut from = 0;
    // Folding with the case kept changes the length of no character but those it makes plain, so
    // bytes are counted in the folded text and characters are the same.
    let there = crate::text::Text::new(same_case);
    while let Some(range) = needle.first(there.as_str(), from) {
        from = range.end;
        let span = span_of_bytes(&there, range.start, range.end)?;
        let is_nearer = |best: Span| span.start().0.abs_diff(to) < best.start().0.abs_diff(to);
        if best.is_none_or(is_nearer) {
            best = Some(span);
        } else {
            break;
        }
    }
    best.map(Spans::from)
}
