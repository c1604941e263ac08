//! Links: which can be made from something, what they lead to, and how they read.

use std::rc::Rc;

use super::names::shown_name;
use super::{hue, label_name};
use crate::app::names::Linking;
use crate::app::wording;
use crate::model::{
    AnnotationId, EntityId, Label, LabelKind, Project, Relation, RelationId, allows,
};
use crate::text::{Span, lower_case, sort_by};

/// A link as the card of one of its ends shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkChip {
    pub id: RelationId,
    /// What it says from here: `contradicts claim 3`, `claim 2 supports this`.
    pub words: String,
    /// The words of the other end.
    pub other_words: Rc<str>,
    pub other: Rc<str>,
    pub note: Option<Rc<str>>,
    /// Whether it says something else the other way round.
    pub can_turn: bool,
}

/// What a link may lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkTarget {
    pub id: Rc<str>,
    pub words: Rc<str>,
    /// `Claim 3`, `Person`
    pub what: Rc<str>,
    pub hue: u8,
}

/// The kinds of link that something can start.
pub fn kinds_from<'a>(
    project: &'a Project,
    from: &'a Rc<str>,
) -> impl Iterator<Item = &'a Label> + 'a {
    let links = project.labels.labels.iter().filter(|label| label.kind == LabelKind::Relation);
    // Another end of another kind is not known yet; only the start has to fit.
    links.filter(move |label| {
        let anywhere = Label { to: Vec::new(), ..(*label).clone() };
        allows(project, &anywhere, from, &"".into())
    })
}

/// What the link that is being made may lead to, the nearest in the text first.
#[must_use]
pub fn targets(project: &Project, linking: &Linking, query: &str, most: usize) -> Vec<LinkTarget> {
    let label = linking.label.as_ref().and_then(|key| project.labels.find(key));
    let Some(label) = label else { return Vec::new() };
    let query = lower_case(query.trim());
    let start = |id: &Rc<str>| {
        let annotation = project.annotation(&AnnotationId(id.clone()));
        let mention = || project.mentions_of(&EntityId(id.clone())).into_iter().next();
        annotation.or_else(mention).map_or(0, |it| it.selector.spans.start().0)
    };
    let at = start(&linking.from);
    let annotations = project.annotations().map(|it| &it.id.0);
    let all = annotations.chain(project.entities().map(|it| &it.id.0));
    let fitting = all.filter(|id| allows(project, label, &linking.from, id));
    let mut fitting: Vec<(u32, &Rc<str>)> =
        fitting.map(|id| (start(id).abs_diff(at), id)).collect();
    sort_by(&mut fitting, |(one, _), (other, _)| one.cmp(other));
    let mut number = numbers(project);
    let described = fitting.into_iter().map(|(_, id)| target(project, id, &mut number));
    let found = described.filter(|it| {
        query.is_empty()
            || lower_case(&it.words).contains(&query)
            || lower_case(&it.what).contains(&query)
    });
    found.take(most).collect()
}

fn target(
    project: &Project,
    id: &Rc<str>,
    number: &mut impl FnMut(&AnnotationId) -> usize,
) -> LinkTarget {
    let (what, hue): (Rc<str>, u8) = match project.annotation(&AnnotationId(id.clone())) {
        Some(it) if it.is_claim() => {
            (wording::names::claim_capital(number(&it.id)).into(), hue(&project.labels, it.label()))
        }
        Some(it) => (label_name(&project.labels, it).into(), hue(&project.labels, it.label())),
        None => {
            let entity = project.entity(&EntityId(id.clone()));
            (wording::names::A_NAME.into(), hue(&project.labels, entity.map(|it| &it.label)))
        }
    };
    LinkTarget { id: id.clone(), words: words_of(project, id), what, hue }
}

/// The number of a claim, counted in the order of the text from 1.
fn numbers(project: &Project) -> impl FnMut(&AnnotationId) -> usize + '_ {
    let mut claims: Option<Vec<&AnnotationId>> = None;
    move |id| {
        let all = claims.get_or_insert_with(|| {
            project.annotations().filter(|it| it.is_claim()).map(|it| &it.id).collect()
        });
        all.iter().position(|it| *it == id).map_or(0, |place| place + 1)
    }
}

/// What stands at an end of a link.
#[must_use]
pub fn words_of(project: &Project, id: &Rc<str>) -> Rc<str> {
    if let Some(annotation) = project.annotation(&AnnotationId(id.clone())) {
        return wording::shortened(&annotation.selector.words(&project.article.text), 120).into();
    }
    let entity = project.entity(&EntityId(id.clone()));
    entity.map_or_else(|| id.clone(), |it| shown_name(project, it))
}

/// How an end is called in a sentence: `claim 3`, or its words.
#[must_use]
pub fn called(project: &Project, id: &Rc<str>) -> String {
    match project.annotation(&AnnotationId(id.clone())) {
        Some(it) if it.is_claim() => wording::names::claim(numbers(project)(&it.id)),
        _ => wording::names::quoted(&words_of(project, id)),
    }
}

/// An arc from an annotation to the other end of one of its links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkArc {
    pub to: Span,
    /// The kind of the link.
    pub words: String,
    pub begins_here: bool,
    pub ends_there: bool,
}

/// Where the links of an annotation or entity lead to in the text; an entity stands where it is
/// named first.
#[must_use]
pub fn arcs(project: &Project, end: &Rc<str>) -> Vec<LinkArc> {
    let links = project.links_of(end).into_iter();
    let arcs = links.filter_map(|link| {
        let other = link.other_end(end);
        let annotation = project.annotation(&AnnotationId(other.clone()));
        let mention = || project.mentions_of(&EntityId(other.clone())).into_iter().next();
        let to = annotation.or_else(mention)?.selector.spans.iter().next()?;
        let label = project.labels.find(&link.label);
        let words = label.map_or(link.label.as_str(), |label| label.shown()).to_owned();
        let symmetric = label.is_some_and(|label| label.symmetric);
        let outgoing = link.from == *end;
        Some(LinkArc {
            to,
            words,
            begins_here: symmetric || !outgoing,
            ends_there: symmetric || outgoing,
        })
    });
    arcs.filter(|arc| project.article.text.holds(arc.to)).collect()
}

/// The innermost of some annotations that the link in the making can lead to.
#[must_use]
pub fn target_among<'a>(
    project: &Project,
    linking: &Linking,
    ids: &'a [AnnotationId],
) -> Option<&'a AnnotationId> {
    let label = project.labels.find(linking.label.as_ref()?)?;
    ids.iter().find(|id| allows(project, label, &linking.from, &id.0))
}

/// The links of an annotation or entity.
#[must_use]
pub fn chips(project: &Project, end: &Rc<str>) -> Vec<LinkChip> {
    project.links_of(end).into_iter().map(|link| chip(project, link, end)).collect()
}

fn chip(project: &Project, link: &Relation, end: &Rc<str>) -> LinkChip {
    let label = project.labels.find(&link.label);
    let name = label.map_or(link.label.as_str(), |label| label.shown());
    let symmetric = label.is_some_and(|label| label.symmetric);
    let other = link.other_end(end);
    let called = called(project, other);
    let words = if symmetric || link.from == *end {
        [name, &called].join(" ")
    } else {
        wording::names::incoming(&called, name)
    };
    LinkChip {
        id: link.id.clone(),
        words,
        other_words: words_of(project, other),
        other: other.clone(),
        note: link.note.clone(),
        can_turn: !symmetric,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, tag, take_all};
    use crate::model::{Command, LabelKey, Link, LinkCommand};

    fn project() -> Project {
        let (project, spans) = marked("«Kim» says [one] and ⟦two⟧, not ⟨three⟩.");
        let labels = ["PERSON", "CLAIM", "CLAIM", "CLAIM"];
        let tags = labels.iter().zip(spans).enumerate();
        let tags: Vec<_> = tags.map(|(n, (label, span))| tag(n, label, span)).collect();
        take_all(&project, &tags)
    }

    fn link(n: usize, label: &str, from: &str, to: &str) -> Command {
        Command::Link(LinkCommand::Add(Link {
            id: RelationId::new(format!("r{n}")),
            label: LabelKey::new(label),
            from: from.into(),
            to: to.into(),
            by: None,
        }))
    }

    #[test]
    fn a_link_reads_from_both_ends() {
        let links = [link(1, "supports", "a1", "a2"), link(2, "contradicts", "a3", "a1")];
        let project = take_all(&project(), &links);
        let words = |end: &str| -> Vec<String> {
            chips(&project, &end.into()).into_iter().map(|it| it.words).collect()
        };
        assert_eq!(words("a1"), ["supports claim 2", "contradicts claim 3"]);
        assert_eq!(words("a2"), ["claim 1 supports this"]);
        assert_eq!(words("a3"), ["contradicts claim 1"]);
        assert_eq!(words("a0"), [""; 0]);
    }

    #[test]
    fn targets_are_what_the_label_set_allows() {
        let project = project();
        let kinds = |from: &str| kinds_from(&project, &from.into()).count();
        assert_eq!((kinds("a1"), kinds("a0"), kinds("e0")), (3, 0, 0));
        let linking = Linking { from: "a2".into(), label: Some(LabelKey::new("supports")) };
        let found = |query| -> Vec<String> {
            let found = targets(&project, &linking, query, 10).into_iter();
            found.map(|it| format!("{}: {}", it.what, it.words)).collect()
        };
        assert_eq!(found(""), ["Claim 1: one", "Claim 3: three"]);
        assert_eq!(found("thr"), ["Claim 3: three"]);
        assert_eq!(found("claim 1"), ["Claim 1: one"]);
    }
}
