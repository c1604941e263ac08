//! What the screen shows and offers about one claim.

use std::rc::Rc;

use crate::app::wording;
use crate::model::{
    Anchor, AnnotationId, EntityId, Label, LabelKey, Project, Who, carriers, chain,
    propose_carrier, propose_cue,
};
use crate::text::{Span, lower_case, sort_by};

/// What is offered about a claim that nobody has answered yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// Its reporting words.
    pub cue: Option<Span>,
    /// The claim in whose words it lies.
    pub carrier: Option<AnnotationId>,
}

/// Something that can be picked from a list, by its place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub id: Rc<str>,
    pub words: Rc<str>,
    /// What it is: a label, a speaker.
    pub hint: Rc<str>,
}

#[must_use]
pub fn offers(project: &Project, id: &AnnotationId) -> Offers {
    let Some(annotation) = project.annotation(id) else { return Offers::default() };
    let Some(claim) = annotation.claim() else { return Offers::default() };
    let unanswered = claim.cue.is_none() && annotation.anchor != Anchor::Orphaned;
    let cue = unanswered.then(|| propose_cue(&project.article, &annotation.selector.spans));
    Offers { cue: cue.flatten(), carrier: propose_carrier(project, id) }
}

/// Who says a claim and who passes it on, from the outermost to the one who says it; `None` if
/// nobody passes it on.
#[must_use]
pub fn breadcrumb(project: &Project, id: &AnnotationId) -> Option<Vec<(AnnotationId, String)>> {
    let passed_on = project.annotation(id)?.claim()?.reported_in.is_some();
    let links = passed_on.then(|| chain(project, id))?;
    let names = links.iter().filter_map(|link| {
        let speaker = wording::speaker(project, link.claim()?.claimant.as_ref());
        Some((link.id.clone(), speaker.unwrap_or_else(|| wording::claim::NOBODY_YET.into())))
    });
    Some(names.collect())
}

/// The claims that may pass a claim on, the likeliest first, that match what was typed.
#[must_use]
pub fn carrier_picks(project: &Project, id: &AnnotationId) -> Vec<Pick> {
    let picks = carriers(project, id).into_iter().map(|it| Pick {
        id: it.id.0.clone(),
        words: short(&it.selector.words(&project.article.text)),
        hint: it
            .claim()
            .and_then(|claim| wording::speaker(project, claim.claimant.as_ref()))
            .unwrap_or_default()
            .into(),
    });
    picks.collect()
}

/// The persons, places and things that a claim may be about, those named in it first; not those
/// that it is about already.
#[must_use]
pub fn about_picks(project: &Project, id: &AnnotationId) -> Vec<Pick> {
    let Some(annotation) = project.annotation(id) else { return Vec::new() };
    let Some(claim) = annotation.claim() else { return Vec::new() };
    let mut within: Vec<&EntityId> = Vec::new();
    for span in annotation.selector.spans.iter() {
        for entity in project.annotations_on(span).into_iter().filter_map(|it| it.entity()) {
            if !within.contains(&entity) {
                within.push(entity);
            }
        }
    }
    let rank = |id: &EntityId| within.iter().position(|it| *it == id).unwrap_or(usize::MAX);
    let others = project.entities().filter(|it| !claim.about.contains(&it.id));
    let mut picks: Vec<_> = others
        .map(|it| {
            let label = project.labels.find(&it.label).map_or(it.label.as_str(), Label::shown);
            let name = entity_name(project, &it.id);
            (rank(&it.id), Pick { id: it.id.0.clone(), words: name, hint: label.into() })
        })
        .collect();
    sort_by(&mut picks, |(one, a), (other, b)| one.cmp(other).then_with(|| a.words.cmp(&b.words)));
    picks.into_iter().map(|(_, pick)| pick).collect()
}

/// How many of the picks of [`about_picks`] are named in the claim.
#[must_use]
pub fn n_named_in(project: &Project, id: &AnnotationId, picks: &[Pick]) -> usize {
    let Some(annotation) = project.annotation(id) else { return 0 };
    let named = |pick: &&Pick| {
        let mentions = project.mentions_of(&EntityId(pick.id.clone()));
        let spans = &annotation.selector.spans;
        mentions.iter().any(|it| it.selector.spans.iter().any(|span| spans.overlaps(span)))
    };
    picks.iter().take_while(named).count()
}

/// The name of a person, place or thing, or its first words.
#[must_use]
pub fn entity_name(project: &Project, id: &EntityId) -> Rc<str> {
    let name = project.entity(id).and_then(|it| it.name.clone());
    name.unwrap_or_else(|| {
        let mentions = project.mentions_of(id);
        let words = mentions.first().map(|it| it.selector.words(&project.article.text));
        words.unwrap_or_else(|| "Somebody".into()).into()
    })
}

/// Where all that belongs to a claim stands: its words, its reporting words, and whoever says it.
/// Of a speaker who is named often it is the mention that was meant, or else the last one before
/// the claim.
#[must_use]
pub fn parts(project: &Project, id: &AnnotationId) -> Vec<Span> {
    let Some(annotation) = project.annotation(id) else { return Vec::new() };
    let Some(claim) = annotation.claim() else { return Vec::new() };
    let claimant = claim.claimant.as_ref();
    let start = annotation.selector.spans.start();
    let mention = claimant.and_then(|claimant| match &claimant.who {
        Who::Entity { entity, mention } => {
            let meant = mention.as_ref().and_then(|id| project.annotation(id));
            let mentions = project.mentions_of(entity);
            let before = mentions.iter().rfind(|it| it.selector.spans.start() <= start);
            meant.or(before.copied()).or(mentions.first().copied())
        }
        _ => None,
    });
    let selectors = [
        Some(&annotation.selector),
        claim.cue.as_ref(),
        claimant.and_then(|claimant| claimant.words.as_ref()),
        mention.map(|it| &it.selector),
    ];
    let spans = selectors.into_iter().flatten().flat_map(|selector| selector.spans.iter());
    spans.filter(|span| project.article.text.holds(*span)).collect()
}

/// The picks that have what was typed in their words or hint.
#[must_use]
pub fn matching<'a>(picks: &'a [Pick], typed: &str) -> Vec<&'a Pick> {
    let typed = lower_case(typed.trim());
    let has = |text: &str| lower_case(text).contains(&typed);
    picks.iter().filter(|pick| has(&pick.words) || has(&pick.hint)).collect()
}

/// The labels with which words that were picked as a speaker can be tagged: those of speakers.
#[must_use]
pub fn speaker_labels(project: &Project) -> Vec<(LabelKey, Rc<str>)> {
    let labels = project.labels.taggable().filter(|label| crate::model::speaks_often(label));
    labels.map(|label| (label.key.clone(), label.shown().into())).collect()
}

fn short(words: &str) -> Rc<str> {
    wording::shortened(words, 90).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, tag, take_all};
    use crate::model::{ClaimField, Claimant, Command, EntityCommand, Who};

    fn a(n: usize) -> AnnotationId {
        AnnotationId::new(format!("a{n}"))
    }

    /// The marked spans tagged as `a0`, `a1` …
    fn tagged(text: &str, labels: &str) -> Project {
        let (project, spans) = marked(text);
        let tags = labels.split(' ').zip(spans).enumerate();
        take_all(&project, &tags.map(|(n, (label, span))| tag(n, label, span)).collect::<Vec<_>>())
    }

    #[test]
    fn a_breadcrumb_names_who_passes_on_and_who_says() {
        let project = tagged("«TASS» says [Ann said ⟦all is well⟧].", "ORG CLAIM CLAIM");
        assert_eq!(breadcrumb(&project, &a(2)), None);
        let entity = crate::model::EntityId::new("e0");
        let tass = Claimant::from(Who::Entity { entity, mention: Some(a(0)) });
        let fields =
            [(1, ClaimField::Claimant(Some(tass))), (2, ClaimField::ReportedIn(Some(a(1))))];
        let set = |(n, field)| Command::SetClaim { id: a(n), field };
        let project = take_all(&project, &fields.map(set));
        assert_eq!(
            breadcrumb(&project, &a(2)),
            Some(vec![(a(1), "TASS".into()), (a(2), "?".into())])
        );
        assert_eq!(breadcrumb(&project, &a(1)), None);
        assert_eq!(breadcrumb(&project, &a(0)), None);
    }

    #[test]
    fn a_claim_is_its_words_its_reporting_words_and_its_speaker() {
        let text = "«Ann» met [Ann]. ⟦Ann⟧ ⟨said⟩ ⟪all is well⟫.";
        let (_, spans) = marked(text);
        let entity = EntityId::new("e0");
        let from = ["e1", "e2"].map(EntityId::new).to_vec();
        let join = Command::Entity(EntityCommand::Join { into: entity.clone(), from });
        let project = tagged(text, "PERSON PERSON PERSON ORG CLAIM");
        let project = take_all(&project, &[join]);
        let check = |field: Option<ClaimField>, expected: &[usize]| {
            let set = field.into_iter().map(|field| Command::SetClaim { id: a(4), field });
            let project = take_all(&project, &set.collect::<Vec<_>>());
            let expected: Vec<_> = expected.iter().map(|place| spans[*place]).collect();
            assert_eq!(parts(&project, &a(4)), expected);
        };
        let said_by = |who: Who| Some(ClaimField::Claimant(Some(Claimant::from(who))));
        let ann = |mention| said_by(Who::Entity { entity: entity.clone(), mention });
        check(None, &[4]);
        check(Some(ClaimField::Cue(Some(spans[3].into()))), &[4, 3]);
        check(ann(None), &[4, 2]);
        check(ann(Some(a(1))), &[4, 1]);
        check(said_by(Who::Article), &[4]);
        assert!(parts(&project, &a(0)).is_empty());
        assert!(parts(&project, &a(9)).is_empty());
    }

    #[test]
    fn offers_go_once_they_are_answered() {
        let project = tagged("«Ann said [all is well]»", "CLAIM CLAIM");
        let offered = offers(&project, &a(1));
        let said = offered.cue.map(|span| project.article.text.slice(span));
        assert_eq!((said, offered.carrier), (Some("said"), Some(a(0))));
        let cue = offers(&project, &a(1)).cue.unwrap();
        let fields = [ClaimField::Cue(Some(cue.into())), ClaimField::ReportedIn(Some(a(0)))];
        let set = |field| Command::SetClaim { id: a(1), field };
        let project = take_all(&project, &fields.map(set));
        assert_eq!(offers(&project, &a(1)), Offers::default());
    }

    #[test]
    fn what_a_claim_names_comes_first_among_what_it_may_be_about() {
        let text = "«Zoe» met [Ann]. ⟦⟨Cy⟩ and ⟪Bo⟫ met⟧.";
        let project = tagged(text, "PERSON PERSON CLAIM PERSON ORG");
        let picks = about_picks(&project, &a(2));
        let names: Vec<_> = picks.iter().map(|it| &*it.words).collect();
        assert_eq!(names, ["Cy", "Bo", "Ann", "Zoe"]);
        assert_eq!(n_named_in(&project, &a(2), &picks), 2);
        let found: Vec<_> = matching(&picks, " ORGAN").iter().map(|it| &*it.words).collect();
        assert_eq!(found, ["Bo"]);
    }
}
