//! Random articles, and random things to ask for, read against what is there by then.

mod claims;
mod decisions;
mod labels;
mod links;
mod names;

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use self::links::{LINK_ASKS, LinkAsk};
use self::names::{NAME_ASKS, NameAsk};
use super::project;
use crate::model::{
    AnnotationId, AnnotatorId, Claimant, Command, Detail, EntityId, Label, LabelKey, LabelKind,
    Origin, Project, QuoteMode, Split, Status, Tag, TagAll, Who,
};
use crate::text::{
    CharOffset, Span, Spans, Text, canonical, next_grapheme, sample, snap_to_graphemes,
};

/// One thing to ask for, as numbers that name something only once a project is there.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    kind: Kind,
    shape: Shape,
    picks: [Index; 6],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Tag,
    Remove,
    TagAll,
    Relabel,
    RelabelAll,
    Merge,
    Split,
    SetSpans,
    SetClaimant,
    SetQuoteMode,
    SetClaim,
    TagSpeaker,
    SetNote,
    SetUnsure,
    Name(NameAsk),
    Link(LinkAsk),
    Describe,
    NameAnnotator,
    SetStatus,
    Decide,
    Undecide,
    RemoveArticle,
    RestoreArticle,
    SetLabels,
    TagWithNew,
    SetAttribute,
}

/// How new spans lie to what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Anywhere,
    Nested,
    Crossing,
    Same,
    Broken,
    Astral,
    /// Perhaps out of the text, perhaps in the middle of a grapheme.
    Wild,
}

/// An article of some blocks that nobody has annotated.
pub(crate) fn articles() -> impl Strategy<Value = Project> {
    proptest::collection::vec(sample::nasty(), 1..4).prop_map(|parts| {
        let mut project = project(&canonical(&parts.join("\n\n")));
        let mut labels = (*project.labels).clone();
        // A link of another set: between anything, and one way only.
        labels.labels.push(Label::bare(LabelKey::new("follows"), LabelKind::Relation));
        project.labels = Rc::new(labels);
        project
    })
}

pub(crate) fn asks() -> impl Strategy<Value = Vec<Ask>> {
    let kinds = [
        (&[Kind::Tag; 12][..], &[Kind::Remove; 2][..]),
        (&[Kind::Relabel; 3], &[Kind::SetSpans; 5]),
        (&[Kind::TagAll; 2], &[Kind::RelabelAll; 1]),
        (&[Kind::Merge; 3], &[Kind::Split; 3]),
        (&[Kind::SetClaimant; 5], &[Kind::SetQuoteMode; 2]),
        (&[Kind::SetClaim; 8], &[Kind::TagSpeaker; 2]),
        (&[Kind::SetNote, Kind::SetUnsure], &[Kind::Describe]),
        (NAME_ASKS, LINK_ASKS),
        (&[Kind::Decide; 2], &[Kind::Undecide; 2]),
        (
            &[Kind::NameAnnotator, Kind::SetStatus],
            &[Kind::RemoveArticle, Kind::RestoreArticle, Kind::RestoreArticle],
        ),
        (&[Kind::SetLabels], &[Kind::SetAttribute; 2]),
    ];
    let kinds: Vec<Kind> = kinds.iter().flat_map(|(one, other)| [*one, *other].concat()).collect();
    let shapes = [
        (Shape::Anywhere, 3),
        (Shape::Nested, 4),
        (Shape::Crossing, 6),
        (Shape::Same, 1),
        (Shape::Broken, 4),
        (Shape::Astral, 3),
        (Shape::Wild, 1),
    ];
    let shapes: Vec<Shape> =
        shapes.into_iter().flat_map(|(shape, n)| std::iter::repeat_n(shape, n)).collect();
    let ask = (select(kinds), select(shapes), any::<[Index; 6]>());
    proptest::collection::vec(ask, 1..20).prop_map(|asks| {
        asks.into_iter().map(|(kind, shape, picks)| Ask { kind, shape, picks }).collect()
    })
}

impl Ask {
    /// What it asks of a project. Step `n` brings the ids `a<n>` and `e<n>`, seldom one that is
    /// used; where nothing is there to change, it tags.
    pub(crate) fn of(&self, project: &Project, n: usize) -> Command {
        let [one, other, third, ..] = self.picks;
        let annotations: Vec<_> = project.annotations().map(|it| it.id.clone()).collect();
        let entities: Vec<_> = project.entities().map(|it| it.id.clone()).collect();
        let claims: Vec<_> =
            project.annotations().filter(|it| it.is_claim()).map(|it| it.id.clone()).collect();
        let id = pick(&annotations, one);
        let claim = pick(&claims, one).or(id.clone());
        let kind = if id.is_none() && self.kind < Kind::Describe { Kind::Tag } else { self.kind };
        let name = pick(&[Some(Rc::from("Ana")), Some("בן".into()), Some("".into()), None], other);
        let name = name.unwrap_or_default();
        let fresh = |letter| -> Rc<str> { format!("{letter}{n}").into() };
        let command = match kind {
            Kind::Tag => None,
            Kind::Remove => {
                Some(Command::Remove(id.into_iter().chain(pick(&annotations, other)).collect()))
            }
            Kind::TagAll => Some(Command::TagAll(self.tag_all(project, n))),
            Kind::RelabelAll => Some(Command::RelabelAll {
                ids: [one, other, third]
                    .into_iter()
                    .enumerate()
                    .filter_map(|(i, it)| {
                        let entity = EntityId::new(format!("e{n}x{i}"));
                        Some((pick(&annotations, it)?, entity))
                    })
                    .collect(),
                label: self.label(project),
            }),
            Kind::Merge => id.map(|keep| Command::Merge {
                keep,
                gone: [other, third].iter().filter_map(|it| pick(&annotations, *it)).collect(),
            }),
            Kind::Split => id.and_then(|id| self.split(project, id, n)).map(Command::Split),
            Kind::Relabel => id.map(|id| Command::Relabel {
                id,
                label: self.label(project),
                entity: EntityId(fresh("e")),
            }),
            Kind::SetSpans => id.map(|id| Command::SetSpans { id, spans: self.spans(project) }),
            Kind::SetClaimant => claim.map(|id| Command::SetClaimant {
                id,
                claimant: self.claimant(project, pick(&entities, other)),
            }),
            Kind::SetQuoteMode => {
                let modes = [QuoteMode::Direct, QuoteMode::Indirect, QuoteMode::Mixed];
                claim.map(|id| Command::SetQuoteMode { id, quote: pick(&modes, other) })
            }
            Kind::SetClaim => claim.map(|id| Command::SetClaim { id, field: self.field(project) }),
            Kind::TagSpeaker => claim.map(|claim| Command::TagSpeaker {
                claim,
                tag: Tag {
                    id: AnnotationId(fresh("a")),
                    entity: EntityId(fresh("e")),
                    label: self.label(project),
                    spans: self.spans(project),
                    by: Some(annotator(third)),
                    origin: None,
                },
            }),
            Kind::SetNote => id.map(|id| Command::SetNote { id, note: name }),
            Kind::SetUnsure => id.map(|id| Command::SetUnsure { id, unsure: 0 < third.index(3) }),
            Kind::Name(ask) => self.of_names(ask, project, n),
            Kind::Link(ask) => self.of_links(ask, project, n),
            Kind::Describe => Some(Command::Describe(Detail::Title(name))),
            Kind::NameAnnotator => Some(Command::NameAnnotator { id: annotator(one), name }),
            Kind::SetStatus => {
                Some(Command::SetStatus { id: annotator(one), status: name.map(|_| Status::Done) })
            }
            Kind::Decide => Some(self.decision(project)),
            Kind::Undecide => self.undecision(project),
            Kind::RemoveArticle if !project.removed => Some(Command::RemoveArticle),
            Kind::RemoveArticle | Kind::RestoreArticle => Some(Command::RestoreArticle),
            Kind::SetLabels | Kind::TagWithNew | Kind::SetAttribute => {
                Some(labels::command(self, project, n))
            }
        };
        let used = pick(&annotations, third).filter(|_| other.index(20) == 0);
        command.unwrap_or_else(|| {
            Command::Tag(Tag {
                id: used.unwrap_or(AnnotationId(fresh("a"))),
                entity: EntityId(fresh("e")),
                label: self.label(project),
                spans: self.spans(project),
                by: Some(annotator(third)),
                origin: pick(&[Some(Origin::Person), None], third).flatten(),
            })
        })
    }

    /// Two or three stretches, perhaps the same; as often as not for an entity that is there.
    fn tag_all(&self, project: &Project, n: usize) -> TagAll {
        let entities: Vec<_> = project.entities().map(|it| it.id.clone()).collect();
        let known = pick(&entities, self.picks[1]).filter(|_| self.picks[2].index(2) == 0);
        let parts = self.spans(project);
        let more = self.broken(&project.article.text, project.article.text.whole().unwrap());
        let all = [parts.clone()].into_iter().chain(more.iter().map(Spans::from)).chain([parts]);
        TagAll {
            tags: (0..)
                .zip(all)
                .map(|(i, it)| (AnnotationId::new(format!("a{n}x{i}")), it))
                .collect(),
            entity: known.unwrap_or(EntityId::new(format!("e{n}"))),
            label: self.label(project),
            by: Some(annotator(self.picks[2])),
            origin: None,
        }
    }

    /// One of several parts, or all behind some character, becomes another.
    fn split(&self, project: &Project, id: AnnotationId, n: usize) -> Option<Split> {
        let spans = project.annotation(&id)?.selector.spans.clone();
        let cut = spans.start().plus(u32::try_from(self.picks[4].index(6)).unwrap() + 1);
        let cut = snap_to_graphemes(&project.article.text, Span::new(cut, cut.plus(1)).unwrap());
        let part = |from: CharOffset, to: CharOffset| {
            let within = Span::new(from, to).ok()?;
            Spans::new(spans.iter().filter_map(|it| it.intersection(within)).collect()).ok()
        };
        let entity = EntityId::new(format!("e{n}"));
        let kept = part(spans.start(), cut.start())?;
        let taken = part(cut.start(), spans.end())?;
        Some(Split { id, kept, taken, fresh: AnnotationId::new(format!("a{n}")), entity })
    }

    /// Mostly a label for words, and as often a claim as one of the others.
    fn label(&self, project: &Project) -> LabelKey {
        let pick_of = self.picks[3];
        match pick_of.index(20) {
            0 => LabelKey::new("none"),
            1 => LabelKey::new("supports"),
            2..10 => LabelKey::new("CLAIM"),
            _ => {
                let labels: Vec<_> = project.labels.taggable().map(|it| it.key.clone()).collect();
                pick(&labels, pick_of).unwrap()
            }
        }
    }

    /// Mostly an entity, with one of its mentions, seldom with another's.
    fn claimant(&self, project: &Project, entity: Option<EntityId>) -> Option<Claimant> {
        let Some(entity) = entity.filter(|_| 0 < self.picks[3].index(4)) else {
            let others = [None, Some(Who::Article), Some(Who::Named), Some(Who::Unknown)];
            return pick(&others, self.picks[4]).flatten().map(Claimant::from);
        };
        let mentions: Vec<_> = match self.picks[4].index(10) {
            0 => project.annotations().map(|it| it.id.clone()).collect(),
            _ => project.mentions_of(&entity).iter().map(|it| it.id.clone()).collect(),
        };
        Some(Claimant::from(Who::Entity { entity, mention: pick(&mentions, self.picks[5]) }))
    }

    pub(crate) fn spans(&self, project: &Project) -> Spans {
        let text = &project.article.text;
        let there: Vec<Span> = project
            .annotations()
            .flat_map(|it| it.selector.spans.iter().collect::<Vec<_>>())
            .collect();
        let there = pick(&there, self.picks[4]).map(|span| snap_to_graphemes(text, span));
        let [.., one, other] = self.picks;
        let whole = text.whole().unwrap_or(first());
        let span = match (self.shape, there) {
            (Shape::Wild, _) => {
                let past = text.end().0 as usize + 2;
                let ends =
                    [one, other].map(|it| CharOffset(u32::try_from(it.index(past)).unwrap()));
                Some(Span::between(ends[0], ends[1]).unwrap_or(first()))
            }
            (Shape::Nested, Some(there)) => self.within(text, there),
            (Shape::Crossing, Some(there)) => {
                let inner = self.within(text, there).unwrap_or(there);
                let far = 1 + u32::try_from(other.index(6)).unwrap();
                let ahead = Span::new(inner.end(), there.end().plus(far)).ok();
                let back = Span::new(there.start().minus(far), inner.start()).ok();
                let crosses = |it: &Span| there.crosses(*it);
                let ahead = ahead.and_then(|it| it.intersection(whole)).filter(crosses);
                ahead.or(back).filter(crosses)
            }
            (Shape::Same, Some(there)) => Some(there),
            (Shape::Astral, _) => {
                let chars = (0..).zip(text.as_str().chars());
                let astral: Vec<u32> =
                    chars.filter(|(_, c)| '\u{ffff}' < *c).map(|(at, _)| at).collect();
                pick(&astral, one).map(|at| {
                    let longer = u32::try_from(other.index(4)).unwrap();
                    Span::new(CharOffset(at), CharOffset(at + 1 + longer)).unwrap()
                })
            }
            (Shape::Broken, _) => return self.broken(text, whole),
            _ => None,
        };
        let span = span.or_else(|| self.within(text, whole)).unwrap_or(whole);
        if self.shape == Shape::Wild { span.into() } else { snap_to_graphemes(text, span).into() }
    }

    /// Two spans with something between them, if there is room.
    fn broken(&self, text: &Text, whole: Span) -> Spans {
        let one = self.within(text, whole).unwrap_or(whole);
        let between = next_grapheme(text, one.end());
        let end = between.plus(1 + u32::try_from(self.picks[3].index(8)).unwrap());
        let other = Span::new(between, end.min(text.end())).ok();
        let other = other.map(|span| snap_to_graphemes(text, span));
        let spans = [one].into_iter().chain(other.filter(|it| !it.overlaps(one)));
        Spans::new(spans.collect()).unwrap()
    }

    /// A few graphemes, the first not white space if one is near, strictly within a span.
    fn within(&self, text: &Text, span: Span) -> Option<Span> {
        let span = span.intersection(text.whole()?)?;
        let [.., one, other] = self.picks;
        let at = span.start().plus(u32::try_from(one.index(span.len() as usize)).unwrap());
        let mut start = snap_to_graphemes(text, Span::new(at, at.plus(1)).unwrap()).start();
        let is_blank = |at: CharOffset| text.between(at, at.plus(1)).trim().is_empty();
        while start < span.end() && is_blank(start) {
            start = next_grapheme(text, start);
        }
        let graphemes = std::iter::successors(Some(start), |at| Some(next_grapheme(text, *at)));
        let end =
            graphemes.skip(1).take(1 + other.index(8)).take_while(|it| *it <= span.end()).last();
        Span::new(start, end?).ok().filter(|it| *it != span && span.covers(*it))
    }
}

fn first() -> Span {
    Span::new(CharOffset(0), CharOffset(1)).unwrap()
}

pub(crate) fn annotator(index: Index) -> AnnotatorId {
    AnnotatorId::new(["ana", "ben"][index.index(2)])
}

pub(crate) fn pick<T: Clone>(list: &[T], index: Index) -> Option<T> {
    if list.is_empty() { None } else { Some(index.get(list).clone()) }
}

mod tests {
    use std::collections::BTreeMap;

    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    use super::*;
    use crate::model::plan;
    use crate::model::sample::NOW;

    fn kind_of(command: &Command) -> Kind {
        match command {
            Command::Tag(_) => Kind::Tag,
            Command::Remove(_) => Kind::Remove,
            Command::TagAll(_) => Kind::TagAll,
            Command::Relabel { .. } => Kind::Relabel,
            Command::RelabelAll { .. } => Kind::RelabelAll,
            Command::Merge { .. } => Kind::Merge,
            Command::Split(_) => Kind::Split,
            Command::SetSpans { .. } => Kind::SetSpans,
            Command::SetClaimant { .. } => Kind::SetClaimant,
            Command::SetQuoteMode { .. } => Kind::SetQuoteMode,
            Command::SetClaim { .. } => Kind::SetClaim,
            Command::TagSpeaker { .. } => Kind::TagSpeaker,
            Command::SetNote { .. } => Kind::SetNote,
            Command::SetUnsure { .. } => Kind::SetUnsure,
            Command::Entity(command) => Kind::Name(NameAsk::of(command)),
            Command::Link(command) => Kind::Link(LinkAsk::of(command)),
            Command::Describe(_) => Kind::Describe,
            Command::NameAnnotator { .. } => Kind::NameAnnotator,
            Command::SetStatus { .. } => Kind::SetStatus,
            Command::Decide { .. } => Kind::Decide,
            Command::Undecide { .. } => Kind::Undecide,
            Command::RemoveArticle => Kind::RemoveArticle,
            Command::RestoreArticle => Kind::RestoreArticle,
            Command::SetLabels(_) => Kind::SetLabels,
            Command::TagWithNew { .. } => Kind::TagWithNew,
            Command::SetAttribute { .. } => Kind::SetAttribute,
        }
    }

    /// How new spans lie to those that are there, by name.
    fn shapes(project: &Project, new: &Spans) -> Vec<&'static str> {
        let there = project.annotations().flat_map(|it| it.selector.spans.as_slice());
        let there: Vec<Span> = there.copied().collect();
        let any = |is_so: fn(Span, Span) -> bool| {
            new.iter().any(|new| there.iter().any(|there| is_so(new, *there)))
        };
        let text = &project.article.text;
        let is_astral = new.iter().any(|it| text.slice(it).chars().any(|c| '\u{ffff}' < c));
        let shapes = [
            ("nested", any(|new, there| there.covers(new) && there != new)),
            ("crossing", any(Span::crosses)),
            ("discontinuous", new.is_discontinuous()),
            ("astral", is_astral),
        ];
        shapes.into_iter().filter(|(_, is_so)| *is_so).map(|(name, _)| name).collect()
    }

    #[test]
    fn the_generator_meets_every_kind_of_command_and_span() {
        let mut runner = TestRunner::deterministic();
        let (mut asked, mut planned, mut spanned) = (0, 0, 0);
        let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        let mut fields: BTreeMap<String, usize> = BTreeMap::new();
        let cases = (articles(), asks());
        for _ in 0..3_000 {
            let (mut project, asks) = cases.new_tree(&mut runner).unwrap().current();
            for (n, ask) in asks.iter().enumerate() {
                let command = ask.of(&project, n);
                asked += 1;
                let Ok(step) = plan(&project, &command, &NOW.into()) else { continue };
                planned += 1;
                *kinds.entry(kind_of(&command)).or_default() += 1;
                if let Command::SetClaim { field, .. } = &command {
                    let field = format!("{field:?}");
                    let name = field.split('(').next().unwrap().to_owned();
                    *fields.entry(name).or_default() += 1;
                }
                if let Command::Tag(Tag { spans, .. }) | Command::SetSpans { spans, .. } = &command
                {
                    spanned += 1;
                    for shape in shapes(&project, spans) {
                        *found.entry(shape).or_default() += 1;
                    }
                }
                project = step.apply(&project).0;
            }
        }
        println!("{planned} of {asked} planned; {kinds:?}; of {spanned}: {found:?}");
        assert!(6 * asked < 10 * planned, "{planned} of {asked} change anything");
        assert_eq!(kinds.len(), 33, "{kinds:?}");
        assert_eq!(fields.len(), 15, "{fields:?}");
        assert!(kinds.values().all(|n| 20 <= *n), "{kinds:?}");
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found.values().all(|n| spanned < 10 * n), "{found:?} of {spanned}");
    }
}
