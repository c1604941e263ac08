//! How a claim is said and who may say it: what is offered before a person answers.

use super::reporting::is_reporting;
use super::{
    Anchor, Annotation, AnnotationId, Article, EntityId, Label, Map, Project, QuoteMode, Selector,
};
use crate::text::{CharOffset, Span, Spans, quotations, sentence_at, sort_by};

/// How these words are most likely said, were they a claim.
///
/// - direct: `"[They spoke,]" he said`, `["They spoke,"] he said`, and each part of a quotation
///   that is broken by "he said";
/// - mixed: `[he called it "good"]`, `[he called it "very] good"`;
/// - indirect: `[the talks went well], he said`;
/// - none: `[the talks went well].`
#[must_use]
pub fn preset_quote_mode(article: &Article, spans: &Spans) -> QuoteMode {
    let pairs = quotations_near(article, spans);
    let is_within = |span: Span| pairs.iter().any(|pair| pair.covers(span));
    let is_mixed = |span: Span| pairs.iter().any(|pair| pair.overlaps(span));
    if spans.iter().all(is_within) {
        QuoteMode::Direct
    } else if spans.iter().any(is_mixed) {
        QuoteMode::Mixed
    } else if sentences_of(article, spans).any(|it| is_reporting(article.text.slice(it))) {
        QuoteMode::Indirect
    } else {
        QuoteMode::None
    }
}

/// The quotations of the blocks that the spans have a character in.
pub(super) fn quotations_near(article: &Article, spans: &Spans) -> Vec<Span> {
    let mut pairs: Vec<Span> = Vec::new();
    let mut seen = 0;
    for block in spans.iter().flat_map(|span| article.blocks_of(span)) {
        if seen <= block {
            seen = block.saturating_add(1);
            let block = article.blocks.get(block).map(|block| block.span);
            pairs.extend(block.into_iter().flat_map(|block| quotations(&article.text, block)));
        }
    }
    pairs
}

/// The entities that may say what stands at `at`, each once with its nearest mention, the most
/// likely first.
///
/// Persons and organizations before states; the same sentence before others; and since a claim is
/// mostly about others than its speaker, mentions beside the claim before those within it.
#[must_use]
pub fn speakers_near(project: &Project, at: &Selector) -> Vec<(EntityId, AnnotationId)> {
    let sentences: Vec<Span> = sentences_of(&project.article, &at.spans).collect();
    let mut best: Map<&EntityId, Nearness> = Map::new();
    for mention in project.annotations().filter(|mention| mention.anchor != Anchor::Orphaned) {
        let Some(entity) = mention.entity().and_then(|id| project.entity(id)) else { continue };
        let Some(speaks) = project.labels.find(&entity.label).and_then(Speaks::of) else {
            continue;
        };
        let nearness = Nearness::of(speaks, mention, &at.spans, &sentences);
        if best.get(&&entity.id).is_none_or(|known| nearness < *known) {
            best.insert(&entity.id, nearness);
        }
    }
    let mut nearest: Vec<_> = best.iter().map(|(entity, near)| (near, entity)).collect();
    sort_by(&mut nearest, Ord::cmp);
    nearest.into_iter().map(|(near, entity)| ((*entity).clone(), near.mention.clone())).collect()
}

/// Whether what has this label is readily taken for a speaker: a person, an organization.
#[must_use]
pub fn speaks_often(label: &Label) -> bool {
    Speaks::of(label) == Some(Speaks::Often)
}

/// How readily something of a label is taken for a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Speaks {
    Often,
    /// States do, as in "Pyongyang said".
    Sometimes,
}

impl Speaks {
    fn of(label: &Label) -> Option<Speaks> {
        let schema_org = label.maps.iter().find(|(set, _)| &**set == "schema.org");
        match (label.key.as_str(), schema_org.map(|(_, value)| &**value)) {
            ("PERSON" | "ORG", _) | (_, Some("Person" | "Organization")) => Some(Speaks::Often),
            ("GPE", _) | (_, Some("AdministrativeArea")) => Some(Speaks::Sometimes),
            _ => None,
        }
    }
}

/// The nearest first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Nearness {
    speaks: Speaks,
    in_other_sentence: bool,
    within_claim: bool,
    distance: u32,
    start: CharOffset,
    mention: AnnotationId,
}

impl Nearness {
    fn of(speaks: Speaks, mention: &Annotation, claim: &Spans, sentences: &[Span]) -> Nearness {
        let spans = &mention.selector.spans;
        let distances = spans.iter().flat_map(|it| claim.iter().map(move |of| gap(it, of)));
        Nearness {
            speaks,
            in_other_sentence: !sentences.iter().any(|it| spans.overlaps(*it)),
            within_claim: claim.iter().any(|it| spans.overlaps(it)),
            distance: distances.min().unwrap_or(u32::MAX),
            start: spans.start(),
            mention: mention.id.clone(),
        }
    }
}

/// Code points between two spans, 0 if they touch or overlap.
pub(super) fn gap(one: Span, other: Span) -> u32 {
    one.start().max(other.start()).0.saturating_sub(one.end().min(other.end()).0)
}

/// The sentences that the spans have a character in, in order, block by block.
pub(super) fn sentences_of<'a>(
    article: &'a Article,
    spans: &'a Spans,
) -> impl Iterator<Item = Span> + 'a {
    spans
        .iter()
        .flat_map(move |span| {
            let blocks = article.blocks_of(span).filter_map(|block| article.blocks.get(block));
            blocks.filter_map(move |block| Some((block.span, block.span.intersection(span)?)))
        })
        .flat_map(move |(block, span)| {
            let mut at = span.start();
            std::iter::from_fn(move || {
                if span.end() <= at {
                    return None;
                }
                let sentence = sentence_at(&article.text, at, block);
                // White space after a sentence still belongs to it.
                let blank = article.text.between(sentence.end().max(at), span.end());
                let blank = blank.chars().take_while(|c| c.is_whitespace()).count();
                let next = sentence.end().plus(u32::try_from(blank).unwrap_or(u32::MAX));
                at = next.max(at.plus(1));
                Some(sentence)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, tag, take_all};
    use crate::model::{AnnotationField, Edit, LabelKey, LabelKind, Transaction};

    #[track_caller]
    fn check(text: &str, expected: QuoteMode) {
        let (project, spans) = marked(text);
        let spans = Spans::new(spans).unwrap();
        assert_eq!(preset_quote_mode(&project.article, &spans), expected, "{text}");
    }

    #[test]
    fn the_quote_mode_is_read_from_marks_and_verbs() {
        use QuoteMode::{Direct, Indirect, Mixed, None};
        check("«All is well»", None);
        check("He said «all is well»", Indirect);
        check("«All is well», according to him.", Indirect);
        check("He said no. «All is well.» We told you.", None);
        check("A. «It is. He said no. It is.»", Indirect);
        check("He said no.\n«All is well.»", None);
        check("\"«All is well»\", he said.", Direct);
        check("«“All is well”», he said.", Direct);
        check("“«All» is well”, he said.", Direct);
        check("“All is ‘very «well»’ now”, he said.", Direct);
        check("“All «is ‘very well’» now”, he said.", Direct);
        check("“«All,»” he said, “[is well].”", Direct);
        check("“«All,»” he said, is [well].", Mixed);
        check("«All is “very well”, he said.»", Mixed);
        check("«All is “very» well”, he said.", Mixed);
        check("“All is «very” well», he said.", Mixed);
        check("“All is”« very well», he said.", Indirect);
        check("It’s «the workers’ day», isn’t it", None);
        check("«🤝 “שלום”» he said", Mixed);
        check("He said:\n“«All”\nis» so", Mixed);
        check("“«One”\n“Two»”", Mixed);
        check("“«One»”\n“[Two]”", Direct);
    }

    #[test]
    fn the_claims_of_the_sample_article_get_their_modes() {
        let text = include_str!("../../tests/fixtures/article.txt");
        let (project, _) = marked(text);
        let mode_of = |words: &str| {
            let before = text.split(words).next().unwrap().chars().count();
            let start = CharOffset(u32::try_from(before).unwrap());
            let end = start.plus(u32::try_from(words.chars().count()).unwrap());
            preset_quote_mode(&project.article, &Span::new(start, end).unwrap().into())
        };
        use QuoteMode::{Direct, Indirect, Mixed, None};
        assert_eq!(mode_of("US President Donald Trump spoke about the importance"), Indirect);
        assert_eq!(mode_of("They spoke about North Korea for a good bit of time"), Direct);
        assert_eq!(mode_of("Pyongyang seeks to show the US"), Indirect);
        assert_eq!(mode_of("the exchange of views as \"very substantive.\""), Mixed);
        assert_eq!(mode_of("The first Trump-Kim summit took place"), None);
    }

    /// Labels are for the marked spans in their order; one is a claim.
    #[track_caller]
    fn check_speakers(text: &str, labels: &str, expected: &[&str]) {
        let (project, spans) = marked(text);
        let tags = labels.split(' ').zip(spans).enumerate();
        let tags: Vec<_> = tags.map(|(n, (label, span))| tag(n, label, span)).collect();
        let project = take_all(&project, &tags);
        let claim = project.annotations().find(|it| it.is_claim()).unwrap();
        let found: Vec<_> = speakers_near(&project, &claim.selector)
            .into_iter()
            .map(|(_, mention)| project.annotation(&mention).unwrap())
            .map(|mention| mention.selector.words(&project.article.text))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn speakers_are_offered_nearest_first() {
        check_speakers("«All is well»", "CLAIM", &[]);
        check_speakers("«Kim» says [it is so]", "PERSON CLAIM", &["Kim"]);
        check_speakers("«Monday» it [is so]", "DATE CLAIM", &[]);
        check_speakers(
            "«Ann» left. «Bo» went. [All is well], «Cy» told «Di». «Eve» came.",
            "PERSON ORG CLAIM PERSON ORG PERSON",
            &["Cy", "Di", "Bo", "Eve", "Ann"],
        );
        check_speakers(
            "«Fiji» said [all is well]. «Ann» left.",
            "GPE CLAIM PERSON",
            &["Ann", "Fiji"],
        );
        check_speakers("«Ann met ⟦Bo⟧», [Cy] said.", "CLAIM PERSON PERSON", &["Cy", "Bo"]);
        check_speakers("«⟦Ann⟧ met Bo.»\n[Cy] left.", "CLAIM PERSON PERSON", &["Ann", "Cy"]);
    }

    #[test]
    fn an_entity_is_offered_once_with_its_nearest_mention() {
        let (project, spans) = marked("«Ann» left. [Ann] said: ⟦all is well⟧.");
        let tags = ["PERSON", "PERSON", "CLAIM"].iter().zip(spans).enumerate();
        let tags: Vec<_> = tags.map(|(n, (label, span))| tag(n, label, span)).collect();
        let project = take_all(&project, &tags);
        let join = AnnotationField::Entity(Some(EntityId::new("e0")));
        let join = vec![Edit::SetAnnotation(AnnotationId::new("a1"), join)];
        let (project, _) = Transaction::from(join).apply(&project);
        let claim = project.annotation(&AnnotationId::new("a2")).unwrap();
        let expected = (EntityId::new("e0"), AnnotationId::new("a1"));
        assert_eq!(speakers_near(&project, &claim.selector), [expected]);
    }

    #[test]
    fn labels_of_other_sets_speak_if_they_are_persons_to_schema_org() {
        let mut label = Label::bare(LabelKey::new("Politiker"), LabelKind::Entity);
        assert_eq!(Speaks::of(&label), None);
        label.maps = vec![("schema.org".into(), "Person".into())];
        assert_eq!(Speaks::of(&label), Some(Speaks::Often));
        label.maps = vec![("conll2003".into(), "Person".into())];
        assert_eq!(Speaks::of(&label), None);
    }
}
