//! Persons, places and things: rows, cards, and names that may mean one thing.

use std::rc::Rc;

use super::hue;
use crate::app::names::{Names, SameAs};
use crate::app::state::State;
use crate::model::{
    Annotation, AnnotationId, Entity, EntityId, Likeness, Map, Offer, Project, entities_like,
    likeness,
};
use crate::text::{CharOffset, Span, lower_case, sort_by};

/// One row of the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRow {
    pub id: EntityId,
    pub name: Rc<str>,
    pub label: Rc<str>,
    pub hue: u8,
    pub mentions: usize,
    /// Whether its mentions have several labels.
    pub conflict: bool,
    /// The group that begins with this row, and how many rows it has.
    pub opens_group: Option<(Rc<str>, usize)>,
}

/// Something that a tag may be the same as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameChoice {
    pub id: EntityId,
    pub name: Rc<str>,
    pub label: Rc<str>,
    pub hue: u8,
    pub mentions: usize,
    pub is_likely: bool,
}

/// Names that may mean one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinOffer {
    pub into: EntityId,
    pub from: Vec<EntityId>,
    /// The name of what it is offered for.
    pub own: Rc<str>,
    /// The name of what that may be the same as.
    pub other: Rc<str>,
}

/// How far the search for names that are alike goes in an article of thousands.
const SEARCHED: usize = 500;
const OFFERED: usize = 20;

/// The words for an entity: its name, or what its first mention says.
#[must_use]
pub fn shown_name(project: &Project, entity: &Entity) -> Rc<str> {
    let words = || {
        let first = project.mentions_of(&entity.id).into_iter().next()?;
        Some(first.selector.words(&project.article.text).into())
    };
    entity.name.clone().or_else(words).unwrap_or_else(|| "Without a name".into())
}

fn label_of(project: &Project, entity: &Entity) -> Rc<str> {
    let label = project.labels.find(&entity.label);
    label.map_or(entity.label.as_str(), |label| label.shown()).into()
}

/// What one walk through the annotations tells of an entity.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    mentions: usize,
    conflict: bool,
}

/// The entities that a filter leaves, by first mention or by label and name.
#[must_use]
pub fn rows(project: &Project, filter: &str, by_label: bool) -> Vec<NameRow> {
    let mut seen: Map<&EntityId, Seen> = Map::new();
    let mut order: Vec<&Rc<Entity>> = Vec::new();
    for annotation in project.annotations() {
        let Some(entity) = annotation.entity().and_then(|id| project.entity(id)) else { continue };
        seen.update(&entity.id, |seen| {
            if seen.mentions == 0 {
                order.push(entity);
            }
            seen.mentions += 1;
            seen.conflict |= annotation.label() != Some(&entity.label);
        });
    }
    order.extend(project.entities().filter(|it| !seen.contains_key(&&it.id)));
    let filter = lower_case(filter.trim());
    let rows = order.into_iter().filter_map(|entity| {
        let row = row(project, entity, seen.get(&&entity.id).copied().unwrap_or_default());
        let has = |text: &str| lower_case(text).contains(&filter);
        let found = filter.is_empty() || has(&row.name) || entity.aliases.iter().any(|it| has(it));
        found.then_some((project.labels.rank(&entity.label).unwrap_or(usize::MAX), row))
    });
    let mut rows: Vec<(usize, NameRow)> = rows.collect();
    if by_label {
        sort_by(&mut rows, |(one, a), (other, b)| {
            one.cmp(other).then_with(|| a.label.cmp(&b.label)).then_with(|| a.name.cmp(&b.name))
        });
        open_groups(&mut rows);
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

fn row(project: &Project, entity: &Entity, seen: Seen) -> NameRow {
    NameRow {
        id: entity.id.clone(),
        name: shown_name(project, entity),
        label: label_of(project, entity),
        hue: hue(&project.labels, Some(&entity.label)),
        mentions: seen.mentions,
        conflict: seen.conflict,
        opens_group: None,
    }
}

fn open_groups(rows: &mut [(usize, NameRow)]) {
    let mut place = 0;
    while let Some((_, first)) = rows.get(place) {
        let label = first.label.clone();
        let size = rows.iter().skip(place).take_while(|(_, it)| it.label == label).count();
        if let Some((_, first)) = rows.get_mut(place) {
            first.opens_group = Some((label, size));
        }
        place += size;
    }
}

/// What may be the same as the selected tag, while nothing else is asked.
#[must_use]
pub fn offer(state: &State) -> Option<JoinOffer> {
    let project = state.project().filter(|it| it.labels.offers(Offer::SameEntity))?;
    let selected = state.selected.as_ref().filter(|_| state.dialog.is_none())?;
    offer_for(project, &state.names, project.annotation(selected)?.entity()?)
}

/// What an entity may be the same as. All that bear the same name are one offer.
#[must_use]
pub fn offer_for(project: &Project, names: &Names, id: &EntityId) -> Option<JoinOffer> {
    let mut alike = entities_like(project, id);
    alike.retain(|(_, other)| !names.are_apart(id, other));
    let (first, other) = alike.first()?.clone();
    let name_of = |id: &EntityId| Some(shown_name(project, project.entity(id)?));
    let (own, other_name) = (name_of(id)?, name_of(&other)?);
    let bears = |it: &EntityId, name: &str| {
        name_of(it).is_some_and(|it| likeness(&it, name) == Some(Likeness::Same))
    };
    // Of two names, the longer says more: the others become other names of it.
    let is_longer = other_name.chars().count() < own.chars().count();
    let (into, from) = match first {
        Likeness::Same => {
            let same = alike.into_iter().filter(|(like, _)| *like == Likeness::Same);
            let mut group: Vec<EntityId> = same.map(|(_, id)| id).chain([id.clone()]).collect();
            sort_by(&mut group, |one, other| {
                project.n_mentions_of(other).cmp(&project.n_mentions_of(one))
            });
            let into = group.first()?.clone();
            group.retain(|it| *it != into);
            (into, group)
        }
        Likeness::Part if is_longer => {
            let all = alike.into_iter().map(|(_, it)| it).filter(|it| bears(it, &other_name));
            (id.clone(), all.collect())
        }
        Likeness::Part => (other, vec![id.clone()]),
    };
    Some(JoinOffer { into, from, own, other: other_name })
}

/// The names of an article that may mean one thing, as far as they are looked for.
#[must_use]
pub fn offers(project: &Project, names: &Names) -> Vec<JoinOffer> {
    let mut met: Map<EntityId, ()> = Map::new();
    let mut found = Vec::new();
    let named = project.annotations().filter_map(|annotation| annotation.entity());
    for id in named.take(SEARCHED) {
        if met.contains_key(id) {
            continue;
        }
        let Some(offer) = offer_for(project, names, id) else { continue };
        for id in offer.from.iter().chain([&offer.into]) {
            met.insert(id.clone(), ());
        }
        found.push(offer);
        if OFFERED <= found.len() {
            break;
        }
    }
    found
}

/// What a tag or an entity may be the same as: what is called alike first, then what has the same
/// label, the nearest in the text before others.
#[must_use]
pub fn choices(project: &Project, what: &SameAs) -> Vec<NameChoice> {
    let (own, at) = match what {
        SameAs::Mention(id) => {
            let mention = project.annotation(id);
            (mention.and_then(|it| it.entity()), mention.map(|it| it.selector.spans.start()))
        }
        SameAs::Entity(id) => (Some(id), None),
    };
    let own_label = own.and_then(|id| project.entity(id)).map(|it| &it.label);
    let alike = own.map(|id| entities_like(project, id)).unwrap_or_default();
    let mut nearest: Map<&EntityId, (u32, usize)> = Map::new();
    for annotation in project.annotations() {
        let Some(entity) = annotation.entity() else { continue };
        let gap = distance(annotation, at.unwrap_or_default());
        let known = nearest.get(&entity).copied();
        let (least, n) = known.unwrap_or((u32::MAX, 0));
        nearest.insert(entity, (gap.min(least), n + 1));
    }
    let mut ranked: Vec<_> = nearest
        .iter()
        .filter(|(id, _)| Some(**id) != own)
        .filter_map(|(id, (gap, n))| {
            let entity = project.entity(id)?;
            let like = alike.iter().position(|(_, other)| other == *id);
            let rank = (like.unwrap_or(usize::MAX), Some(&entity.label) != own_label, *gap);
            Some((rank, entity, *n))
        })
        .collect();
    sort_by(&mut ranked, |(one, ..), (other, ..)| one.cmp(other));
    let choice =
        |((like, ..), entity, mentions): ((usize, bool, u32), &Rc<Entity>, usize)| NameChoice {
            id: entity.id.clone(),
            name: shown_name(project, entity),
            label: label_of(project, entity),
            hue: hue(&project.labels, Some(&entity.label)),
            mentions,
            is_likely: like != usize::MAX,
        };
    ranked.into_iter().map(choice).collect()
}

fn distance(annotation: &Annotation, at: CharOffset) -> u32 {
    annotation.selector.spans.start().0.abs_diff(at.0)
}

/// Where the entity of a tag is named.
#[must_use]
pub fn named_alike(project: &Project, id: &AnnotationId) -> Vec<Span> {
    let entity = project.annotation(id).and_then(|it| it.entity());
    let mentions = entity.map(|id| project.mentions_of(id)).unwrap_or_default();
    let text = &project.article.text;
    let spans = mentions.iter().flat_map(|it| it.selector.spans.iter());
    spans.filter(|span| text.holds(*span)).collect()
}

/// The words before and after some others, up to the ends of their line; none is cut in two.
#[must_use]
pub fn context(project: &Project, annotation: &Annotation, room: u32) -> (String, String) {
    let text = &project.article.text;
    let spans = &annotation.selector.spans;
    let before = text.between(spans.start().minus(room), spans.start());
    let after = text.between(spans.end(), spans.end().plus(room));
    let is_cut = |words: &str| words.chars().count() == room as usize && !words.contains('\n');
    let line = before.rsplit('\n').next().unwrap_or_default();
    let before = match line.split_once(' ').filter(|_| is_cut(before)) {
        Some((_, whole)) => ["…", whole].concat(),
        None => line.to_owned(),
    };
    let line = after.split('\n').next().unwrap_or_default();
    let after = match line.rsplit_once(' ').filter(|_| is_cut(after)) {
        Some((whole, _)) => [whole, "…"].concat(),
        None => line.to_owned(),
    };
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, tag, take_all};
    use crate::model::{Command, EntityCommand};

    const TEXT: &str = "«Donald Trump» met [Kim]. ⟦Trump⟧ said ⟨Ann⟩ won. ⟪Trump⟫";

    fn project() -> Project {
        let (project, spans) = marked(TEXT);
        let tags: Vec<_> =
            spans.into_iter().enumerate().map(|(n, span)| tag(n, "PERSON", span)).collect();
        take_all(&project, &tags)
    }

    fn e(n: usize) -> EntityId {
        EntityId::new(format!("e{n}"))
    }

    fn joined() -> Project {
        let join = EntityCommand::Join { into: e(2), from: vec![e(4)] };
        take_all(&project(), &[Command::Entity(join)])
    }

    #[test]
    fn rows_come_by_first_mention_or_by_label_and_can_be_filtered() {
        let names = |filter, by_label| -> Vec<String> {
            let rows = rows(&joined(), filter, by_label).into_iter();
            rows.map(|row| format!("{} {}", row.name, row.mentions)).collect()
        };
        assert_eq!(names("", false), ["Donald Trump 1", "Kim 1", "Trump 2", "Ann 1"]);
        assert_eq!(names("", true), ["Ann 1", "Donald Trump 1", "Kim 1", "Trump 2"]);
        assert_eq!(names(" TRUMP", false), ["Donald Trump 1", "Trump 2"]);
        assert_eq!(names("nobody", false), [""; 0]);
        let grouped = rows(&joined(), "", true);
        assert_eq!(grouped[0].opens_group, Some(("Person".into(), 4)));
        assert!(grouped[1..].iter().all(|row| row.opens_group.is_none()));
    }

    #[test]
    fn all_that_bear_one_name_are_one_offer_and_the_longer_name_stays() {
        let names = Names::default();
        let offer = offer_for(&project(), &names, &e(4)).unwrap();
        assert_eq!((offer.into, offer.from), (e(2), vec![e(4)]));
        let offer = offer_for(&joined(), &names, &e(2)).unwrap();
        assert_eq!((offer.into, offer.from), (e(0), vec![e(2)]));
        assert_eq!((&*offer.own, &*offer.other), ("Trump", "Donald Trump"));
        let offer = offer_for(&joined(), &names, &e(0)).unwrap();
        assert_eq!((offer.into, offer.from), (e(0), vec![e(2)]));
        let offer = offer_for(&project(), &names, &e(0)).unwrap();
        assert_eq!((offer.into, offer.from), (e(0), vec![e(2), e(4)]));
        assert_eq!(offer_for(&project(), &names, &e(1)), None);
    }

    #[test]
    fn what_was_kept_apart_is_not_offered_again() {
        let mut names = Names::default();
        names.keep_apart(&e(0), &e(2));
        assert_eq!(offer_for(&joined(), &names, &e(2)), None);
        assert_eq!(offer_for(&joined(), &names, &e(0)), None);
        assert_eq!(offers(&joined(), &names), []);
        assert_eq!(offers(&joined(), &Names::default()).len(), 1);
    }

    #[test]
    fn what_is_called_alike_comes_first_then_what_is_near() {
        let ids = |what| -> Vec<EntityId> {
            choices(&project(), &what).into_iter().map(|it| it.id).collect()
        };
        let mention = SameAs::Mention(AnnotationId::new("a4"));
        assert_eq!(ids(mention), [e(2), e(0), e(3), e(1)]);
        assert_eq!(ids(SameAs::Entity(e(1))), [e(0), e(2), e(3), e(4)]);
    }

    #[test]
    fn the_words_around_a_name_are_whole() {
        let project = project();
        let around = |id: &str, room| {
            let id = AnnotationId::new(id);
            context(&project, project.annotation(&id).unwrap(), room)
        };
        assert_eq!(around("a1", 8), ("…met ".into(), ". Trump…".into()));
        assert_eq!(around("a1", 5), ("…met ".into(), ".…".into()));
        assert_eq!(around("a4", 99).1, "");
    }

    #[test]
    fn a_name_is_found_wherever_it_stands() {
        let project = joined();
        let words: Vec<_> = named_alike(&project, &AnnotationId::new("a4"))
            .into_iter()
            .map(|span| project.article.text.slice(span))
            .collect();
        assert_eq!(words, ["Trump", "Trump"]);
    }
}
