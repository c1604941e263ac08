//! Where else the words of an annotation stand, and which of these places wait for its label.

use std::rc::Rc;

use crate::model::{Anchor, Annotation, AnnotationId, AnnotatorId, EntityId, LabelKey, Project};
use crate::text::{Match, Span, occurrences};

/// Words that are longer are nobody's name, and are not looked for.
const LONGEST: u32 = 400;

/// Other words that could be tagged alike: a quiet offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What was tagged.
    pub id: AnnotationId,
    pub more: usize,
}

/// The strip in which each occurrence is looked at before it is tagged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub words: Rc<str>,
    pub label: LabelKey,
    pub how: Match,
    pub lines: Rc<[Line]>,
    /// The current line.
    pub at: usize,
}

/// One occurrence that is not tagged so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub span: Span,
    /// Whether it will be tagged.
    pub kept: bool,
}

impl Review {
    #[must_use]
    pub fn n_kept(&self) -> usize {
        self.lines.iter().filter(|line| line.kept).count()
    }

    /// Whether a line will be tagged.
    pub fn keep(&mut self, place: usize, keep: bool) {
        let lines = self.lines.iter().enumerate();
        let decided = |(n, line): (usize, &Line)| Line {
            kept: if n == place { keep } else { line.kept },
            ..*line
        };
        self.lines = lines.map(decided).collect();
    }

    /// The same review of what is there now; what was decided of a place stays.
    #[must_use]
    pub fn renewed(&self, project: &Project, me: &AnnotatorId) -> Review {
        let found = waiting(project, &self.words, &self.label, me, self.how);
        let decided = |line: Line| {
            let place = self.lines.binary_search_by(|it| it.span.cmp(&line.span)).ok();
            place.and_then(|place| self.lines.get(place)).copied().unwrap_or(line)
        };
        let lines: Rc<[Line]> = found.into_iter().map(decided).collect();
        let at = self.at.min(lines.len().saturating_sub(1));
        Review { lines, at, ..self.clone() }
    }
}

/// The words of an annotation that can be looked for: of one part, and not a whole page.
#[must_use]
pub fn words_of(project: &Project, annotation: &Annotation) -> Option<Rc<str>> {
    let [span] = annotation.selector.spans.as_slice() else { return None };
    let is_there = annotation.anchor != Anchor::Orphaned && span.len() <= LONGEST;
    is_there.then(|| project.article.text.slice(*span).into())
}

/// Where words stand that have not got this label from this person.
///
/// Words that overlap with another tag of the label are not kept: who tagged "Donald Trump" has meant the
/// "Trump" in it.
#[must_use]
pub fn waiting(
    project: &Project,
    words: &str,
    label: &LabelKey,
    me: &AnnotatorId,
    how: Match,
) -> Vec<Line> {
    let found = occurrences(&project.article.text, words, how).into_iter();
    let line = |span: Span| {
        let others: Vec<_> = alike(project, span, label, me).collect();
        let is_tagged = others.iter().any(|it| it.selector.spans.as_slice() == [span]);
        (!is_tagged).then_some(Line { span, kept: others.is_empty() })
    };
    found.filter_map(line).collect()
}

/// The thing that these words name already where they have the label, the first of them.
#[must_use]
pub fn named(
    project: &Project,
    words: &str,
    label: &LabelKey,
    me: &AnnotatorId,
) -> Option<EntityId> {
    occurrences(&project.article.text, words, Match::default()).into_iter().find_map(|span| {
        let mut there = alike(project, span, label, me);
        there.find(|it| it.selector.spans.as_slice() == [span])?.entity().cloned()
    })
}

/// All annotations with the words and the label of one, itself among them.
#[must_use]
pub fn same(project: &Project, annotation: &Annotation) -> Vec<AnnotationId> {
    let text = &project.article.text;
    let words = annotation.selector.words(text);
    let is_same = |other: &&Rc<Annotation>| {
        other.label() == annotation.label()
            && other.by == annotation.by
            && other.selector.spans.len() == annotation.selector.spans.len()
            && other.selector.words(text) == words
    };
    project.annotations().filter(is_same).map(|other| other.id.clone()).collect()
}

fn alike<'a>(
    project: &'a Project,
    span: Span,
    label: &LabelKey,
    me: &AnnotatorId,
) -> impl Iterator<Item = &'a Rc<Annotation>> {
    project.annotations_on(span).into_iter().filter(move |other| {
        other.label() == Some(label)
            && other.by.as_ref() == Some(me)
            && other.anchor != Anchor::Orphaned
    })
}
