//! What looks wrong about what was tagged.

use crate::model::{
    Anchor, Annotation, AnnotationId, Label, LabelKey, Map, Project, Who, label_conflict,
};
use crate::text::{Span, folded, sort_by, trim};

/// One thing that looks wrong, at an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub id: AnnotationId,
    pub fault: Fault,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A claim that nobody was named for.
    NoSpeaker,
    /// Who says a claim was typed or picked, and is not tagged.
    SpeakerUntagged,
    /// The same words have another label more often, or earlier if as often.
    OtherLabel(LabelKey),
    /// Punctuation or white space at the ends.
    Edges,
    /// Begins in this mention, and ends behind it.
    Crosses(AnnotationId),
    /// An attribute that its label requires has no value.
    Empty(LabelKey),
    /// Its words are not where it says.
    Lost,
    /// What it names has this label.
    OtherThanName(LabelKey),
}

/// All of them, by kind, each kind in the order of the text.
#[must_use]
pub fn findings(project: &Project) -> Vec<Finding> {
    let mut found = Vec::new();
    let usual = usual_labels(project);
    let mut open: Vec<(Span, AnnotationId)> = Vec::new();
    for annotation in project.annotations() {
        let mut add = |fault| found.push(Finding { id: annotation.id.clone(), fault });
        if annotation.anchor != Anchor::Anchored {
            add(Fault::Lost);
            continue;
        }
        of_claim(annotation).into_iter().for_each(&mut add);
        if let Some(label) = other_label(project, annotation, &usual) {
            add(Fault::OtherLabel(label));
        }
        if has_stray_edge(project, annotation) {
            add(Fault::Edges);
        }
        if let Some(crossed) = crossed(annotation, &mut open) {
            add(Fault::Crosses(crossed));
        }
        let label = annotation.label().and_then(|key| project.labels.find(key));
        empty(annotation, label).for_each(|key| add(Fault::Empty(key.clone())));
    }
    found.extend(mixed(project));
    sort_by(&mut found, |one, other| rank(&one.fault).cmp(&rank(&other.fault)));
    found
}

/// The place of a kind of fault in the list.
pub(super) fn rank(fault: &Fault) -> u8 {
    match fault {
        Fault::Lost => 0,
        Fault::NoSpeaker => 1,
        Fault::SpeakerUntagged => 2,
        Fault::OtherLabel(_) => 3,
        Fault::OtherThanName(_) => 4,
        Fault::Edges => 5,
        Fault::Crosses(_) => 6,
        Fault::Empty(_) => 7,
    }
}

fn of_claim(annotation: &Annotation) -> Option<Fault> {
    match &annotation.claim()?.claimant {
        None => Some(Fault::NoSpeaker),
        Some(claimant) if claimant.who == Who::Named => Some(Fault::SpeakerUntagged),
        Some(_) => None,
    }
}

/// The label that words have most often, where they have several: by their words as compared.
fn usual_labels(project: &Project) -> Map<String, LabelKey> {
    let mut counts: Map<String, Vec<(LabelKey, usize)>> = Map::new();
    for annotation in project.annotations() {
        let Some(mention) = annotation.mention() else { continue };
        counts.update(words_of(project, annotation), |labels| {
            match labels.iter_mut().find(|(label, _)| *label == mention.label) {
                Some((_, count)) => *count += 1,
                None => labels.push((mention.label.clone(), 1)),
            }
        });
    }
    let several = counts.iter().filter(|(_, labels)| 1 < labels.len());
    let usual = several.filter_map(|(words, labels)| {
        let most = labels.iter().map(|(_, count)| *count).max()?;
        let (label, _) = labels.iter().find(|(_, count)| *count == most)?;
        Some((words.clone(), label.clone()))
    });
    usual.collect()
}

fn words_of(project: &Project, annotation: &Annotation) -> String {
    folded(&annotation.selector.words(&project.article.text), false)
}

fn other_label(
    project: &Project,
    annotation: &Annotation,
    usual: &Map<String, LabelKey>,
) -> Option<LabelKey> {
    let label = &annotation.mention()?.label;
    if usual.is_empty() {
        return None;
    }
    usual.get(&words_of(project, annotation)).filter(|usual| *usual != label).cloned()
}

fn has_stray_edge(project: &Project, annotation: &Annotation) -> bool {
    let text = &project.article.text;
    annotation.selector.spans.iter().any(|span| {
        let chars = text.slice(span);
        // Most begin and end with a letter, and need no closer look.
        let starts = chars.starts_with(char::is_alphanumeric);
        let ends = chars.ends_with(char::is_alphanumeric);
        !(starts && ends) && trim(text, span).is_some_and(|trimmed| trimmed != span)
    })
}

/// The mention that a mention begins in and ends behind. `open` are those that go on here.
fn crossed(annotation: &Annotation, open: &mut Vec<(Span, AnnotationId)>) -> Option<AnnotationId> {
    annotation.mention()?;
    let spans = &annotation.selector.spans;
    let hull = Span::new(spans.start(), spans.end()).ok().filter(|_| !spans.is_discontinuous())?;
    open.retain(|(there, _)| hull.start() < there.end());
    let crossed = open.iter().find(|(there, _)| there.crosses(hull)).map(|(_, id)| id.clone());
    open.push((hull, annotation.id.clone()));
    crossed
}

fn empty<'a>(
    annotation: &'a Annotation,
    label: Option<&'a Label>,
) -> impl Iterator<Item = &'a LabelKey> {
    let required = label.into_iter().flat_map(|it| it.attributes.iter()).filter(|it| it.required);
    required.map(|attribute| &attribute.key).filter(|key| {
        let value = annotation.attributes.as_ref().and_then(|it| it.member(key.as_str()));
        value.is_none_or(|value| matches!(value, "null" | "\"\""))
    })
}

/// Entities whose mentions have other labels, once each, at the first of these mentions.
fn mixed(project: &Project) -> Vec<Finding> {
    let mut found = Vec::new();
    for entity in project.entities() {
        if label_conflict(project, entity).is_empty() {
            continue;
        }
        let mentions = project.mentions_of(&entity.id);
        let odd = mentions.iter().find(|it| it.label() != Some(&entity.label));
        found.extend(odd.map(|it| Finding {
            id: it.id.clone(),
            fault: Fault::OtherThanName(entity.label.clone()),
        }));
    }
    let start = |it: &Finding| project.annotation(&it.id).map(|it| it.selector.spans.start());
    sort_by(&mut found, |one, other| start(one).cmp(&start(other)));
    found
}
