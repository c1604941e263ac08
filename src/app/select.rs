//! What the screen derives from the state: lists, counts, choices.

pub mod claim;
pub mod ledger;
pub mod links;
pub mod names;

use std::rc::Rc;

use super::find::{Only, Query, passes};
use super::rows::Rows;
use super::state::{Card, Grouping, State};
use super::wording;
use crate::model::{
    Anchor, Annotation, AnnotationId, ArticleId, EntityId, LabelKey, LabelKind, LabelSet, Project,
    Status, speakers_near,
};
use crate::text::{CharOffset, Span, sort_by};

/// One row of the list of annotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    pub id: AnnotationId,
    pub words: Rc<str>,
    pub label: Rc<str>,
    pub hue: u8,
    pub is_claim: bool,
    /// Of a claim: who says it, if that was answered.
    pub speaker: Option<Rc<str>>,
    pub orphaned: bool,
    pub unsure: bool,
    pub has_note: bool,
    /// The group that begins with this row, and how many rows it has.
    pub opens_group: Option<(Rc<str>, usize)>,
}

/// A row of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaletteItem {
    pub key: LabelKey,
    pub name: Rc<str>,
    pub shortcut: Option<Rc<str>>,
    pub hue: u8,
    pub kind: LabelKind,
    pub count: usize,
}

/// Somebody who may have said a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerChoice {
    pub entity: EntityId,
    pub mention: AnnotationId,
    pub name: Rc<str>,
    pub label: Rc<str>,
}

/// The number of the color that a label is shown in.
#[must_use]
pub fn hue(labels: &LabelSet, key: Option<&LabelKey>) -> u8 {
    labels.hue(key).0
}

/// The name of an annotation's label as the screen says it.
#[must_use]
pub fn label_name<'a>(labels: &'a LabelSet, annotation: &'a Annotation) -> &'a str {
    let key = annotation.label();
    let known = key.and_then(|key| labels.find(key)).map(|label| label.shown());
    let fallback = if annotation.is_claim() { "Claim" } else { "Tag" };
    known.or(key.map(LabelKey::as_str)).unwrap_or(fallback)
}

/// The rows of the palette, with counts, in the order of the label set.
#[must_use]
pub fn palette(project: &Project) -> Vec<PaletteItem> {
    project
        .labels
        .taggable()
        .map(|label| PaletteItem {
            key: label.key.clone(),
            name: label.shown().into(),
            shortcut: label.shortcut.clone(),
            hue: hue(&project.labels, Some(&label.key)),
            kind: label.kind,
            count: project.count_of(&label.key),
        })
        .collect()
}

/// The rows of the list, filtered and grouped.
#[must_use]
pub fn rows(project: &Rc<Project>, grouping: Grouping, query: Option<&Query>, only: Only) -> Rows {
    let test = |annotation: &Annotation| {
        only.lets(annotation) && query.is_none_or(|query| passes(query, project, annotation))
    };
    let is_all = query.is_none() && only == Only::default();
    let test: Option<&dyn Fn(&Annotation) -> bool> = if is_all { None } else { Some(&test) };
    Rows::new(project.clone(), grouping, test)
}

pub(super) fn item(project: &Project, annotation: &Annotation) -> ListItem {
    let words = annotation.selector.words(&project.article.text);
    ListItem {
        id: annotation.id.clone(),
        words: wording::shortened(&words, 300).into(),
        label: label_name(&project.labels, annotation).into(),
        hue: hue(&project.labels, annotation.label()),
        is_claim: annotation.is_claim(),
        speaker: said_by(project, annotation).map(Rc::from),
        orphaned: annotation.anchor == Anchor::Orphaned,
        unsure: annotation.unsure,
        has_note: annotation.note.is_some(),
        opens_group: None,
    }
}

/// Who says a claim, after all who pass it on.
fn said_by(project: &Project, annotation: &Annotation) -> Option<String> {
    let names = claim::breadcrumb(project, &annotation.id);
    let Some(names) = names else {
        return wording::speaker(project, annotation.claim()?.claimant.as_ref());
    };
    let names: Vec<String> = names.into_iter().map(|(_, name)| name).collect();
    Some(names.join(" › "))
}

/// Who may have said a claim, the nearest first.
#[must_use]
pub fn speakers(project: &Project, claim: &AnnotationId) -> Vec<SpeakerChoice> {
    let Some(claim) = project.annotation(claim) else { return Vec::new() };
    speakers_near(project, &claim.selector)
        .into_iter()
        .filter_map(|(entity, mention)| {
            let found = project.entity(&entity)?;
            let words =
                || project.annotation(&mention).map(|m| m.selector.words(&project.article.text));
            let name = found.name.clone().or_else(|| words().map(Rc::from))?;
            let label =
                project.labels.find(&found.label).map_or(found.label.as_str(), |l| l.shown());
            Some(SpeakerChoice { name, label: label.into(), entity, mention })
        })
        .collect()
}

/// The span that waits for a label, which is where the labels are offered.
#[must_use]
pub fn awaiting_label(state: &State) -> Option<Span> {
    let quiet = state.dialog.is_none()
        && state.resizing.is_none()
        && state.picking.is_none()
        && state.linking.is_none()
        && state.armed.is_none();
    if quiet { selected_span(state) } else { None }
}

/// The words that are selected, snapped and trimmed.
#[must_use]
pub fn selected_span(state: &State) -> Option<Span> {
    let project = state.project()?;
    state.selection.span(&project.article.text)
}

/// The labels that exactly these words have from this person.
#[must_use]
pub fn given(state: &State, span: Span) -> Rc<[LabelKey]> {
    let Some(project) = state.project() else { return Rc::default() };
    let there = project.annotations_on(span).into_iter();
    let mine = there
        .filter(|it| it.selector.spans.as_slice() == [span] && it.by.as_ref() == Some(&state.me));
    mine.filter_map(|it| it.label().cloned()).collect()
}

/// How far from a tag a part of it may be offered, in characters.
const NEAR: u32 = 300;

/// The annotation selected last, if words are near it, and whether they are some of its own.
#[must_use]
pub fn part_near(state: &State, span: Span) -> Option<(AnnotationId, bool)> {
    let annotation = state.project()?.annotation(state.hand.last.as_ref()?)?;
    let spans = &annotation.selector.spans;
    let inside = spans.iter().any(|part| part.covers(span)) && spans.as_slice() != [span];
    let ends = [spans.start().distance(span.end()), spans.end().distance(span.start())];
    let is_near = !spans.overlaps(span) && ends.into_iter().any(|distance| distance <= NEAR);
    (inside || is_near).then(|| (annotation.id.clone(), inside))
}

/// The claim whose questions stand beside the text.
#[must_use]
pub fn asking(state: &State) -> Option<&AnnotationId> {
    let shown = state.card == Card::Questions && state.dialog.is_none() && state.picking.is_none();
    state.selected.as_ref().filter(|_| shown)
}

/// The annotations at a place, the innermost first.
#[must_use]
pub fn at(project: &Project, at: CharOffset) -> Vec<AnnotationId> {
    crate::render::annotations_at(project, at)
}

/// Whether I said that I am done with an article.
#[must_use]
pub fn is_done(state: &State, project: &Project) -> bool {
    let me = project.annotator(&state.me);
    me.is_some_and(|me| me.status == Some(Status::Done))
}

/// The articles of the library, or those that were removed, by title.
#[must_use]
pub fn shelf(state: &State, removed: bool) -> Vec<(Rc<str>, &Project)> {
    let articles = state.library.values().map(|document| &document.project);
    let mut shelf: Vec<_> = articles
        .filter(|project| project.removed == removed)
        .map(|project| (title(project), project))
        .collect();
    sort_by(&mut shelf, |(one, _), (other, _)| one.cmp(other));
    shelf
}

/// The article after the open one that I am not done with, from the start again after the last.
#[must_use]
pub fn next_to_do(state: &State) -> Option<ArticleId> {
    let shelf = shelf(state, false);
    let open = state.open.as_ref();
    let at = shelf.iter().position(|(_, project)| Some(project.id()) == open).unwrap_or(0);
    let (before, after) = shelf.split_at_checked(at)?;
    let mut others = after.iter().chain(before).filter(|(_, project)| Some(project.id()) != open);
    others.find(|(_, project)| !is_done(state, project)).map(|(_, project)| project.id().clone())
}

/// The title of an article, or its first words.
#[must_use]
pub fn title(project: &Project) -> Rc<str> {
    let title = project.article.details.title.clone().filter(|title| !title.trim().is_empty());
    title.unwrap_or_else(|| {
        let first = project.article.text.as_str().lines().find(|line| !line.trim().is_empty());
        first.map_or_else(
            || "Untitled article".into(),
            |line| wording::shortened(line.trim(), 80).into(),
        )
    })
}

/// The project with the names of the people known here, as files carry it.
///
/// Names are settings of this browser, not edits: asking for one must not become a step that
/// undo takes back.
#[must_use]
pub fn with_names(state: &State, project: &Project) -> Project {
    let mut named = project.clone();
    let name_of =
        |id| state.people.iter().find(|one| one.id == id).and_then(|one| one.name.clone());
    named.annotators = project
        .annotators
        .iter()
        .map(|annotator| {
            let mut annotator = annotator.clone();
            annotator.name = annotator.name.or_else(|| name_of(annotator.id.clone()));
            annotator
        })
        .collect();
    named
}

/// Whether two projects hold the same, names that are known here and the library aside.
#[must_use]
pub fn same_content(state: &State, one: &Project, other: &Project) -> bool {
    let plain = |project| {
        let mut plain = with_names(state, project);
        plain.removed = false;
        plain
    };
    plain(one) == plain(other)
}

/// Publisher, date and address of an article, in one line.
#[must_use]
pub fn about(project: &Project) -> String {
    let details = &project.article.details;
    let parts = [&details.publisher, &details.author, &details.published, &details.url];
    let parts: Vec<&str> = parts.into_iter().filter_map(|part| part.as_deref()).collect();
    parts.join(" · ")
}

/// What the label that is ready will do.
#[must_use]
pub fn armed_hint(state: &State) -> Option<String> {
    let armed = state.armed.as_ref()?;
    let label = state.project()?.labels.find(&armed.label)?;
    Some(if armed.locked {
        format!("{} stays ready: everything you select is tagged. Esc ends it.", label.shown())
    } else {
        format!("{} is ready: select words to tag them. Esc ends it.", label.shown())
    })
}
