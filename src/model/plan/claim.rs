//! A field of a claim gets another value.
//!
//! What was there before is not checked again: a file may bring an address or a time of another
//! form, and that must not keep a person from changing what stands beside it.

use std::rc::Rc;

use super::change::{changed, plan_field};
use super::check::{check_claimant, check_label, check_new, check_spans, find};
use super::non_empty;
use super::tag::plan_tag;
use crate::model::{
    Annotation, AnnotationField, AnnotationId, Claim, ClaimField, Claimant, Edit, EntityId,
    Evidence, LabelKind, Map, Project, Refusal, Selector, Tag, Verdict, Who, is_decimal, is_time,
    is_web_address,
};

pub(super) fn plan_claim(
    project: &Project,
    id: &AnnotationId,
    field: ClaimField,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let annotation = find(project, id)?;
    let claim = annotation.claim().ok_or_else(|| Refusal::NotAClaim(id.clone()))?;
    let field = tidied(field);
    check(project, annotation, claim, &field)?;
    plan_field(project, id, AnnotationField::Claim(field), now)
}

/// Tags some words and has what they name say a claim; words that are tagged so already do.
pub(super) fn plan_speaker(
    project: &Project,
    claim: &AnnotationId,
    tag: &Tag,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    if !find(project, claim)?.is_claim() {
        return Err(Refusal::NotAClaim(claim.clone()));
    }
    if check_label(project, &tag.label)?.kind != LabelKind::Entity {
        return Err(Refusal::MisfitLabel(tag.label.clone()));
    }
    let (mut edits, entity, mention) = match plan_tag(project, tag, now) {
        Ok(edits) => (edits, tag.entity.clone(), tag.id.clone()),
        Err(Refusal::Duplicate(there)) => {
            let entity = project.annotation(&there).and_then(|it| it.entity()).cloned();
            let entity = entity.ok_or_else(|| Refusal::Duplicate(there.clone()))?;
            (Vec::new(), entity, there)
        }
        Err(refusal) => return Err(refusal),
    };
    let claimant = Claimant::from(Who::Entity { entity, mention: Some(mention) });
    let field = AnnotationField::Claim(ClaimField::Claimant(Some(claimant)));
    edits.extend(plan_field(project, claim, field, now)?);
    Ok(edits)
}

/// The field without white space around what was typed; what is empty then is taken away.
fn tidied(field: ClaimField) -> ClaimField {
    match field {
        ClaimField::Normalized(text) => ClaimField::Normalized(trimmed(text)),
        ClaimField::Topic(text) => ClaimField::Topic(trimmed(text)),
        ClaimField::Time(text) => ClaimField::Time(trimmed(text)),
        ClaimField::Evidence(list) => {
            let tidy = list.iter().map(|it| Evidence {
                url: trimmed(it.url.clone()),
                quote: trimmed(it.quote.clone()),
                note: trimmed(it.note.clone()),
                ..it.clone()
            });
            ClaimField::Evidence(tidy.collect())
        }
        ClaimField::Verdict(Some(verdict)) => {
            let tidy = Verdict {
                rating: trimmed(verdict.rating),
                value: trimmed(verdict.value),
                best: trimmed(verdict.best),
                worst: trimmed(verdict.worst),
                url: trimmed(verdict.url),
                by: trimmed(verdict.by),
                date: trimmed(verdict.date),
                unknown: verdict.unknown,
            };
            ClaimField::Verdict(Some(tidy).filter(|it| *it != Verdict::default()))
        }
        other => other,
    }
}

fn trimmed(text: Option<Rc<str>>) -> Option<Rc<str>> {
    let text = non_empty(text)?;
    let trimmed = text.trim();
    if trimmed.len() == text.len() { Some(text) } else { Some(trimmed.into()) }
}

fn check(
    project: &Project,
    annotation: &Annotation,
    claim: &Claim,
    field: &ClaimField,
) -> Result<(), Refusal> {
    match field {
        ClaimField::Label(Some(key)) => {
            if check_label(project, key)?.kind != LabelKind::Claim {
                return Err(Refusal::MisfitLabel(key.clone()));
            }
            let next = changed(annotation, &AnnotationField::Claim(field.clone()))?;
            check_new(project, &next)
        }
        ClaimField::Claimant(claimant) => check_claimant(project, claimant.as_ref()),
        ClaimField::Cue(cue) => check_words(project, cue.as_ref()),
        ClaimField::ReportedIn(Some(by)) => check_carrier(project, annotation, by),
        ClaimField::About(about) => check_about(project, about),
        ClaimField::Time(time) => check_form(time, &claim.time, is_time, Refusal::NotATime),
        ClaimField::Evidence(list) => {
            let mut new = list.iter().filter(|it| !claim.evidence.contains(it));
            new.try_for_each(|it| check_evidence(project, claim, it))
        }
        ClaimField::Verdict(Some(verdict)) => {
            check_verdict(verdict, &claim.verdict.clone().unwrap_or_default())
        }
        ClaimField::Label(None)
        | ClaimField::Quote(_)
        | ClaimField::Kind(_)
        | ClaimField::Checkworthy(_)
        | ClaimField::Certainty(_)
        | ClaimField::Polarity(_)
        | ClaimField::ReportedIn(None)
        | ClaimField::Normalized(_)
        | ClaimField::Topic(_)
        | ClaimField::Verdict(None) => Ok(()),
    }
}

fn check_words(project: &Project, words: Option<&Selector>) -> Result<(), Refusal> {
    words.map_or(Ok(()), |words| check_spans(&project.article.text, &words.spans))
}

fn check_carrier(
    project: &Project,
    annotation: &Annotation,
    by: &AnnotationId,
) -> Result<(), Refusal> {
    if *by == annotation.id {
        return Err(Refusal::PassesItselfOn);
    }
    if !find(project, by)?.is_claim() {
        return Err(Refusal::NotAClaim(by.clone()));
    }
    let field = AnnotationField::Claim(ClaimField::ReportedIn(Some(by.clone())));
    let next = changed(annotation, &field)?;
    if project.would_cycle(&next) { Err(Refusal::Cycle(by.clone())) } else { Ok(()) }
}

fn check_about(project: &Project, about: &[EntityId]) -> Result<(), Refusal> {
    let mut named = Map::new();
    for id in about {
        if project.entity(id).is_none() {
            return Err(Refusal::NoEntity(id.clone()));
        }
        if named.insert(id, ()).is_some() {
            return Err(Refusal::NamedTwice(id.clone()));
        }
    }
    Ok(())
}

fn check_evidence(project: &Project, claim: &Claim, evidence: &Evidence) -> Result<(), Refusal> {
    let Evidence { selector, url, quote, note, .. } = evidence;
    if selector.is_none() && url.is_none() && quote.is_none() && note.is_none() {
        return Err(Refusal::EmptyEvidence);
    }
    if !claim.evidence.iter().any(|it| it.selector == *selector) {
        check_words(project, selector.as_ref())?;
    }
    let is_old = claim.evidence.iter().any(|it| it.url == *url);
    if is_old { Ok(()) } else { check_form(url, &None, is_web_address, Refusal::NotAWebAddress) }
}

fn check_verdict(verdict: &Verdict, old: &Verdict) -> Result<(), Refusal> {
    check_form(&verdict.value, &old.value, is_decimal, Refusal::NotADecimal)?;
    check_form(&verdict.best, &old.best, is_decimal, Refusal::NotADecimal)?;
    check_form(&verdict.worst, &old.worst, is_decimal, Refusal::NotADecimal)?;
    check_form(&verdict.url, &old.url, is_web_address, Refusal::NotAWebAddress)?;
    check_form(&verdict.date, &old.date, is_time, Refusal::NotATime)
}

/// Refuses a new text that is not of a form.
fn check_form(
    text: &Option<Rc<str>>,
    old: &Option<Rc<str>>,
    is_so: fn(&str) -> bool,
    refusal: fn(Rc<str>) -> Refusal,
) -> Result<(), Refusal> {
    match text {
        Some(new) if text != old && !is_so(new) => Err(refusal(new.clone())),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, outline, tag, take, take_all};
    use crate::model::{
        Certainty, Checkworthy, ClaimType, Command, LabelKey, Polarity, QuoteMode, Stance, Unknown,
        invariants,
    };
    use crate::text::{CharOffset, Span};

    fn a(n: usize) -> AnnotationId {
        AnnotationId::new(format!("a{n}"))
    }

    fn e(n: usize) -> EntityId {
        EntityId::new(format!("e{n}"))
    }

    /// Person `a0` of entity `e0`, person `a1` of `e1`, claims `a2`, `a3`, `a4`.
    fn sample() -> Project {
        let (project, spans) = marked("«Kim» and [Ann] say: ⟦all⟧ ⟨is⟩ ⟪well⟫.");
        let labels = ["PERSON", "PERSON", "CLAIM", "CLAIM", "CLAIM"];
        let tags = labels.iter().zip(spans).enumerate();
        take_all(&project, &tags.map(|(n, (label, span))| tag(n, label, span)).collect::<Vec<_>>())
    }

    fn set(n: usize, field: ClaimField) -> Command {
        Command::SetClaim { id: a(n), field }
    }

    fn claim(project: &Project, n: usize) -> Claim {
        project.annotation(&a(n)).unwrap().claim().unwrap().clone()
    }

    fn words(start: u32, end: u32) -> Selector {
        Selector::from(Span::new(CharOffset(start), CharOffset(end)).unwrap())
    }

    fn some(text: &str) -> Option<Rc<str>> {
        Some(text.into())
    }

    fn evidence(url: Option<&str>) -> Evidence {
        Evidence {
            stance: Stance::Supports,
            selector: None,
            url: url.map(Rc::from),
            quote: None,
            note: None,
            unknown: Unknown::default(),
        }
    }

    #[track_caller]
    fn refused(project: &Project, n: usize, field: ClaimField, expected: Refusal) {
        assert_eq!(take(project, &set(n, field)), Err(expected));
    }

    #[test]
    fn every_field_is_set_once_and_taken_away() {
        let fields = [
            (ClaimField::Claimant(Some(Who::Article.into())), ClaimField::Claimant(None)),
            (ClaimField::Quote(Some(QuoteMode::Direct)), ClaimField::Quote(None)),
            (ClaimField::Kind(Some(ClaimType::Rule)), ClaimField::Kind(None)),
            (ClaimField::Checkworthy(Some(Checkworthy::Factual)), ClaimField::Checkworthy(None)),
            (ClaimField::Certainty(Some(Certainty::Possible)), ClaimField::Certainty(None)),
            (ClaimField::Polarity(Some(Polarity::Negative)), ClaimField::Polarity(None)),
            (ClaimField::Cue(Some(words(12, 15))), ClaimField::Cue(None)),
            (ClaimField::ReportedIn(Some(a(3))), ClaimField::ReportedIn(None)),
            (ClaimField::Normalized(some("All is well.")), ClaimField::Normalized(some(" \n"))),
            (ClaimField::About(Rc::new([e(1), e(0)])), ClaimField::About(Rc::default())),
            (ClaimField::Topic(some("wellbeing")), ClaimField::Topic(None)),
            (ClaimField::Time(some("2019-05")), ClaimField::Time(some(""))),
            (
                ClaimField::Evidence(Rc::new([evidence(Some("https://a.org"))])),
                ClaimField::Evidence(Rc::default()),
            ),
            (
                ClaimField::Verdict(Some(Verdict { rating: some("True"), ..Verdict::default() })),
                ClaimField::Verdict(Some(Verdict { rating: some(" "), ..Verdict::default() })),
            ),
            (ClaimField::Label(None), ClaimField::Label(Some(LabelKey::new("CLAIM")))),
        ];
        for (field, none) in fields {
            let before = sample();
            let project = take(&before, &set(2, field.clone())).unwrap();
            refused(&project, 2, field, Refusal::NoChange);
            let mut emptied = claim(&take(&project, &set(2, none)).unwrap(), 2);
            emptied.quote = claim(&before, 2).quote;
            assert_eq!(emptied, claim(&before, 2));
        }
    }

    #[test]
    fn what_a_claim_names_must_be_there() {
        let project = sample();
        let cue = |at| ClaimField::Cue(Some(at));
        let out = Span::new(CharOffset(3), CharOffset(99)).unwrap();
        refused(&project, 2, cue(words(3, 99)), Refusal::OutOfText(out));
        let about = |ids: &[EntityId]| ClaimField::About(ids.into());
        refused(&project, 2, about(&[e(7)]), Refusal::NoEntity(e(7)));
        refused(&project, 2, about(&[e(0), e(1), e(0)]), Refusal::NamedTwice(e(0)));
        refused(&project, 0, ClaimField::Topic(some("t")), Refusal::NotAClaim(a(0)));
        refused(&project, 7, ClaimField::Topic(some("t")), Refusal::NoAnnotation(a(7)));
        let person = LabelKey::new("PERSON");
        let label = ClaimField::Label(Some(person.clone()));
        refused(&project, 2, label, Refusal::MisfitLabel(person));
    }

    #[test]
    fn a_claim_is_passed_on_by_another_claim_and_never_in_a_circle() {
        let project = sample();
        let by = |n| ClaimField::ReportedIn(Some(a(n)));
        refused(&project, 2, by(2), Refusal::PassesItselfOn);
        refused(&project, 2, by(0), Refusal::NotAClaim(a(0)));
        refused(&project, 2, by(7), Refusal::NoAnnotation(a(7)));
        let project = take_all(&project, &[set(2, by(3)), set(3, by(4))]);
        refused(&project, 4, by(2), Refusal::Cycle(a(2)));
        refused(&project, 3, by(2), Refusal::Cycle(a(2)));
        refused(&project, 3, by(4), Refusal::NoChange);
        assert_eq!(invariants(&project), []);
    }

    #[test]
    fn times_ratings_and_addresses_have_a_form() {
        let project = sample();
        let time = |text| ClaimField::Time(some(text));
        refused(&project, 2, time("May 4"), Refusal::NotATime("May 4".into()));
        let project = take_all(&project, &[set(2, time(" 2019-05-04 "))]);
        assert_eq!(claim(&project, 2).time.as_deref(), Some("2019-05-04"));
        let verdict = |verdict| ClaimField::Verdict(Some(verdict));
        let wrong = [
            (
                Verdict { value: some("four"), ..Verdict::default() },
                Refusal::NotADecimal("four".into()),
            ),
            (
                Verdict { best: some("1e9"), ..Verdict::default() },
                Refusal::NotADecimal("1e9".into()),
            ),
            (Verdict { worst: some("."), ..Verdict::default() }, Refusal::NotADecimal(".".into())),
            (
                Verdict { url: some("javascript:alert(1)"), ..Verdict::default() },
                Refusal::NotAWebAddress("javascript:alert(1)".into()),
            ),
            (
                Verdict { date: some("today"), ..Verdict::default() },
                Refusal::NotATime("today".into()),
            ),
        ];
        for (value, refusal) in wrong {
            refused(&project, 2, verdict(value), refusal);
        }
        let list = |url| ClaimField::Evidence(Rc::new([evidence(url)]));
        let no_address = Refusal::NotAWebAddress("a.org".into());
        refused(&project, 2, list(Some("a.org")), no_address);
        refused(&project, 2, list(None), Refusal::EmptyEvidence);
        refused(&project, 2, list(Some(" ")), Refusal::EmptyEvidence);
    }

    #[test]
    fn what_a_file_brought_does_not_keep_from_changing_the_rest() {
        let old = Verdict { value: some("four"), url: some("ftp://a"), ..Verdict::default() };
        let fields = [
            ClaimField::Verdict(Some(old.clone())),
            ClaimField::Evidence(Rc::new([evidence(Some("see there"))])),
        ];
        let edits = fields.map(|field| Edit::SetAnnotation(a(2), AnnotationField::Claim(field)));
        let (project, _) = crate::model::Transaction::from(edits.to_vec()).apply(&sample());
        let next = Verdict { by: some("Ann"), ..old };
        let noted = Evidence { note: some("n"), ..evidence(Some("see there")) };
        let fields = [ClaimField::Verdict(Some(next)), ClaimField::Evidence(Rc::new([noted]))];
        take_all(&project, &fields.map(|field| set(2, field)));
    }

    #[test]
    fn a_speaker_is_tagged_and_named_in_one_step() {
        let project = sample();
        let speaker = |label, start, end| {
            let Command::Tag(tag) =
                tag(8, label, Span::new(CharOffset(start), CharOffset(end)).unwrap())
            else {
                panic!()
            };
            Command::TagSpeaker { claim: a(2), tag }
        };
        let tagged = take(&project, &speaker("ORG", 12, 15)).unwrap();
        assert!(outline(&tagged).contains("a2 CLAIM «all» Indirect by e8 as a8 modified"));
        assert!(outline(&tagged).contains("a8 ORG «say» = e8 ORG \"say\""));
        let known = take(&project, &speaker("PERSON", 8, 11)).unwrap();
        assert!(outline(&known).contains("a2 CLAIM «all» Indirect by e1 as a1 modified"));
        assert_eq!(take(&known, &speaker("PERSON", 8, 11)), Err(Refusal::NoChange));
        let misfit = Refusal::MisfitLabel(LabelKey::new("CLAIM"));
        assert_eq!(take(&project, &speaker("CLAIM", 12, 15)), Err(misfit));
        let Command::TagSpeaker { tag, .. } = speaker("ORG", 12, 15) else { panic!() };
        let command = Command::TagSpeaker { claim: a(0), tag };
        assert_eq!(take(&project, &command), Err(Refusal::NotAClaim(a(0))));
    }
}
