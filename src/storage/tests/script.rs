//! People at work, for tests: they annotate, undo, change their minds, in one or two tabs.

use std::rc::Rc;

use proptest::prelude::*;

use crate::model::{
    Anchor, Annotation, AnnotationField, AnnotationId, Annotator, AnnotatorId, Article, ArticleId,
    Body, Claim, ClaimField, Claimant, Decision, Detail, Details, Edit, Entity, EntityField,
    EntityId, Evidence, IsNot, Kept, LabelKey, Level, Mention, Origin, Project, QuoteMode, RawJson,
    Relation, RelationField, RelationId, Selector, Stance, Status, Transaction, Unknown, Verdict,
    Who, blocks_of_plain_text, news,
};
use crate::storage::{Document, Frame, Journal, Store};
use crate::text::{CharOffset, Quote, Span, Spans, Text};

pub const TEXT: &str = "🤝 Hanoi University said on Monday talks failed.\n\n\
    Putin told TASS they \"went well\" — \"very\", he said.\nעברית e\u{301} \u{1f468}\u{200d}\u{1f469}.";

/// One gesture. Numbers pick places and objects and fit whatever there is.
#[derive(Clone, Debug)]
pub enum Gesture {
    Mention { at: u32, len: u32 },
    Claim { at: u32, len: u32, gap: u32 },
    Note { which: usize, note: String },
    Field { which: usize, field: usize },
    Entity { which: usize, field: usize },
    Link { from: usize, to: usize },
    Remove { which: usize },
    Article { field: usize, value: String },
    Decide { at: u32, len: u32, claim: bool },
    Undo,
    Redo,
}

pub fn gestures(
    n: impl Into<proptest::collection::SizeRange>,
) -> impl Strategy<Value = Vec<Gesture>> {
    proptest::collection::vec(gesture(), n)
}

pub fn gesture() -> impl Strategy<Value = Gesture> {
    let words = "[a-z\"\\\\\n 🤝é\u{1}/<]{1,6}";
    prop_oneof![
        4 => (0_u32..90, 1_u32..20).prop_map(|(at, len)| Gesture::Mention { at, len }),
        3 => (0_u32..90, 1_u32..30, 0_u32..4)
            .prop_map(|(at, len, gap)| Gesture::Claim { at, len, gap }),
        3 => (0_usize..9, words).prop_map(|(which, note)| Gesture::Note { which, note }),
        5 => (0_usize..9, 0_usize..64).prop_map(|(which, field)| Gesture::Field { which, field }),
        2 => (0_usize..9, 0_usize..5).prop_map(|(which, field)| Gesture::Entity { which, field }),
        1 => (0_usize..9, 0_usize..9).prop_map(|(from, to)| Gesture::Link { from, to }),
        2 => (0_usize..9).prop_map(|which| Gesture::Remove { which }),
        2 => (0_usize..10, words).prop_map(|(field, value)| Gesture::Article { field, value }),
        2 => (0_u32..90, 1_u32..9, any::<bool>())
            .prop_map(|(at, len, claim)| Gesture::Decide { at: at / 10, len: len / 4 + 1, claim }),
        3 => Just(Gesture::Undo),
        2 => Just(Gesture::Redo),
    ]
}

pub fn article_id() -> ArticleId {
    ArticleId::new("doc-1")
}

pub fn sample_project() -> Project {
    project_of(article_id(), TEXT)
}

pub fn project_of(id: ArticleId, text: &str) -> Project {
    let text = Text::new(text);
    let article = Article {
        id,
        blocks: blocks_of_plain_text(&text).into(),
        text,
        details: Details { title: Some("Example".into()), ..Details::default() },
        unknown: Unknown::default(),
    };
    // Few labels: they are read again in every case of every law.
    let mut labels = news();
    labels.labels.retain(|label| ["PERSON", "CLAIM", "supports"].contains(&label.key.as_str()));
    Project::new(Rc::new(article), Rc::new(labels))
}

/// One page load.
#[derive(Clone, Debug)]
pub struct Tab {
    pub actor: Rc<str>,
    pub document: Document,
    pub journal: Journal,
    pub n_made: usize,
}

impl Tab {
    /// A page load that brings an article in.
    pub fn creating(actor: &str, project: Project, store: &mut dyn Store) -> Tab {
        let actor: Rc<str> = actor.into();
        let frame = Rc::new(Frame::creating(&actor, Rc::new(project), time(0)));
        let document = Document::fold([frame.clone()]).expect("a creating frame");
        let mut journal = Journal::default();
        journal.append(&frame, &document.project.article.text, store);
        Tab { actor, document, journal, n_made: 0 }
    }

    /// A page load that finds an article.
    pub fn opening(actor: &str, document: Document) -> Tab {
        Tab { actor: actor.into(), document, journal: Journal::default(), n_made: 0 }
    }

    pub fn perform(&mut self, gesture: &Gesture, store: &mut dyn Store) -> Option<Rc<Frame>> {
        let transaction = self.plan(gesture)?;
        Some(self.take(transaction, store))
    }

    pub fn take(&mut self, transaction: Transaction, store: &mut dyn Store) -> Rc<Frame> {
        self.n_made += 1;
        let frame = self.document.next_frame(&self.actor, transaction, time(self.n_made));
        let frame = Rc::new(frame);
        self.document = self.document.apply(&frame);
        // Whatever was seen comes before: what a person did last is what counts.
        assert_eq!(self.document.frames().last(), Some(&frame));
        self.journal.append(&frame, &self.document.project.article.text, store);
        frame
    }

    fn plan(&self, gesture: &Gesture) -> Option<Transaction> {
        let project = &self.document.project;
        match gesture {
            Gesture::Undo => self.document.history.undo(),
            Gesture::Redo => self.document.history.redo(),
            Gesture::Mention { at, len } => Some(self.mention(*at, *len).into()),
            Gesture::Claim { at, len, gap } => Some(self.claim(*at, *len, *gap).into()),
            Gesture::Note { which, note } => {
                let field = AnnotationField::Note(Some(note.as_str().into()));
                Some(vec![Edit::SetAnnotation(self.pick(*which)?.id.clone(), field)].into())
            }
            Gesture::Field { which, field } => {
                let annotation = self.pick(*which)?;
                let fields = self.fields(annotation, *field).into_iter();
                let set = |field| Edit::SetAnnotation(annotation.id.clone(), field);
                Some(fields.map(set).collect::<Vec<_>>().into())
            }
            Gesture::Entity { which, field } => {
                let entity = project.entities().nth(*which)?;
                Some(vec![Edit::SetEntity(entity.id.clone(), entity_field(*field))].into())
            }
            Gesture::Link { from, to } => {
                if let Some(there) = project.relations().next().filter(|_| from % 3 == 0) {
                    let field = RelationField::To(self.pick(*to)?.id.0.clone());
                    return Some(vec![Edit::SetRelation(there.id.clone(), field)].into());
                }
                let relation = Relation {
                    id: RelationId::new(self.id('r')),
                    label: LabelKey::new("supports"),
                    from: self.pick(*from)?.id.0.clone(),
                    to: self.pick(*to)?.id.0.clone(),
                    note: Some("why".into()),
                    by: None,
                    unknown: Unknown::default(),
                };
                Some(vec![Edit::CreateRelation(Rc::new(relation))].into())
            }
            Gesture::Decide { at, len, claim } => {
                let is_not = if *claim { IsNot::Claim } else { IsNot::Entity };
                let selector = Selector::from(self.span(*at, *len));
                let unknown = Unknown::default();
                let decision = Rc::new(Decision { selector, is_not, by: None, unknown });
                let is_there = project.decisions.contains(&decision);
                let edit = if is_there { Edit::Undecide } else { Edit::Decide };
                Some(vec![edit(decision)].into())
            }
            Gesture::Remove { which } => {
                let annotation = self.pick(*which)?;
                let mut edits = vec![Edit::RemoveAnnotation(annotation.id.clone())];
                edits.extend(annotation.entity().cloned().map(Edit::RemoveEntity));
                Some(edits.into())
            }
            Gesture::Article { field, value } => {
                Some(vec![article_edit(project, *field, value)].into())
            }
        }
    }

    fn id(&self, kind: char) -> String {
        format!("{kind}_{}_{}", self.actor, self.n_made)
    }

    fn pick(&self, which: usize) -> Option<&Rc<Annotation>> {
        let project = &self.document.project;
        project.annotations().nth(which.checked_rem(project.n_annotations())?)
    }

    fn mention(&self, at: u32, len: u32) -> Vec<Edit> {
        let span = self.span(at, len);
        let label = LabelKey::new(["PERSON", "ORG", "GPE"][at as usize % 3]);
        let entity = Entity {
            id: EntityId::new(self.id('e')),
            label: label.clone(),
            name: Some(self.document.project.article.text.slice(span).into()),
            aliases: Rc::default(),
            wikidata: None,
            note: None,
            by: Some(AnnotatorId::new("a1")),
            unknown: Unknown::default(),
        };
        let body = Body::Mention(Mention { entity: Some(entity.id.clone()), label, level: None });
        let annotation = annotation(self.id('m'), body, Selector::from(span));
        vec![Edit::CreateEntity(Rc::new(entity)), Edit::CreateAnnotation(Rc::new(annotation))]
    }

    fn claim(&self, at: u32, len: u32, gap: u32) -> Vec<Edit> {
        let first = self.span(at, len);
        let mut spans = vec![first];
        let second = Span::new(first.end().plus(gap), first.end().plus(gap + 2)).ok();
        let end = self.document.project.article.text.end();
        spans.extend(second.filter(|span| 0 < gap && span.end() <= end));
        let claim = Claim { label: Some(LabelKey::new("CLAIM")), ..Claim::default() };
        let selector = Selector::from(Spans::new(spans).expect("disjoint spans"));
        let annotation = annotation(self.id('c'), Body::Claim(Box::new(claim)), selector);
        vec![Edit::CreateAnnotation(Rc::new(annotation))]
    }

    /// A span of the text, near enough to what was asked for.
    fn span(&self, at: u32, len: u32) -> Span {
        let end = self.document.project.article.text.end();
        let start = CharOffset(at % end.0);
        Span::new(start, end.min(start.plus(len))).expect("a span")
    }

    fn fields(&self, annotation: &Annotation, field: usize) -> Vec<AnnotationField> {
        use AnnotationField as Field;
        if field == 3 {
            return vec![Field::Anchor(Anchor::Orphaned), Field::Selector(lost_words())];
        }
        let other = self.pick(field).map(|other| other.id.clone());
        let entity = self.document.project.entities().nth(field % 3).map(|it| it.id.clone());
        let field = match (field % 8, &annotation.body) {
            (0, _) => Field::Unsure(field < 32),
            (1, _) => {
                Field::Anchor([Anchor::Anchored, Anchor::Proposed, Anchor::Orphaned][field % 3])
            }
            (2, _) => Field::Attributes(Some(RawJson("{\"n\": 1.50, \"deep\":[[{}]]}".into()))),
            (3, _) => Field::Selector(Selector::from(self.span(40, 5))),
            (4, _) => Field::Modified((field < 32).then(|| "2026-01-02T03:04:05Z".into())),
            (5, Body::Mention(_)) => Field::Label(LabelKey::new("NORP")),
            (6, Body::Mention(_)) => Field::Entity(entity),
            (7, Body::Mention(_)) if field < 24 => Field::Body(Body::Claim(Box::default())),
            (_, Body::Mention(_)) => Field::Level(Some(Level::Nominal)),
            (5, Body::Claim(_)) if field < 8 => Field::Body(Body::Mention(Mention {
                entity,
                label: LabelKey::new("EVENT"),
                level: Some(Level::Name),
            })),
            (_, Body::Claim(_)) => Field::Claim(claim_field(field, entity, other, self.span(3, 4))),
        };
        vec![field]
    }
}

pub fn annotation(id: String, body: Body, selector: Selector) -> Annotation {
    Annotation {
        id: AnnotationId::new(id),
        body,
        selector,
        anchor: Anchor::Anchored,
        unsure: false,
        note: None,
        attributes: None,
        by: Some(AnnotatorId::new("a1")),
        origin: Some(Origin::Person),
        created: Some("2026-01-02T03:04:05Z".into()),
        modified: None,
        unknown: Unknown::default(),
    }
}

/// Spans whose words are not in the text.
pub fn lost_words() -> Selector {
    let span = Span::new(CharOffset(3), CharOffset(9)).expect("a span");
    let quote = Quote { exact: "Saigon".into(), prefix: "in ".into(), suffix: " they".into() };
    let unknown = Unknown::new(vec![("page".into(), RawJson("4".into()))]);
    Selector::with_kept(vec![(span, Kept { quote: Some(quote), unknown })]).expect("one span")
}

fn claim_field(
    field: usize,
    entity: Option<EntityId>,
    other: Option<AnnotationId>,
    words: Span,
) -> ClaimField {
    let speaker = entity.clone().map(|entity| Who::Entity { entity, mention: other.clone() });
    match (field / 8 * 3 + field % 8) % 11 {
        0 => ClaimField::Claimant(speaker.map(Claimant::from)),
        1 => ClaimField::Claimant(Some(Claimant {
            text: Some("officials".into()),
            words: Some(Selector::from(words)),
            ..Who::Unnamed.into()
        })),
        2 => ClaimField::Quote(Some(QuoteMode::None)),
        3 => ClaimField::Cue(Some(Selector::from(words))),
        4 => ClaimField::ReportedIn(other),
        5 => ClaimField::Normalized(Some("It \"was\"\nso.".into())),
        6 => ClaimField::About(entity.into_iter().collect()),
        7 => ClaimField::Evidence(Rc::new([Evidence {
            stance: Stance::Refutes,
            selector: Some(Selector::from(words)),
            url: Some("https://example.org/?a=1&b=2".into()),
            quote: None,
            note: Some("see".into()),
            unknown: Unknown::default(),
        }])),
        8 => ClaimField::Verdict(Some(Verdict { value: Some("4.5".into()), ..Verdict::default() })),
        9 => ClaimField::Claimant(None),
        _ => ClaimField::Topic(None),
    }
}

fn entity_field(field: usize) -> EntityField {
    match field {
        0 => EntityField::Label(LabelKey::new("MISC")),
        1 => EntityField::Name(None),
        2 => EntityField::Aliases(Rc::new(["Uni".into(), "École".into()])),
        3 => EntityField::Wikidata(Some("Q1858".into())),
        _ => EntityField::Note(Some("a note".into())),
    }
}

fn article_edit(project: &Project, field: usize, value: &str) -> Edit {
    let some = Some(value.into());
    match field {
        0 => Edit::SetDetail(Detail::Title(some)),
        1 => Edit::SetDetail(Detail::Lang(Some("vi".into()))),
        2 => Edit::SetDetail(Detail::Url(None)),
        3 => Edit::SetDetail(Detail::Publisher(some)),
        4 => Edit::SetDetail(Detail::Author(some)),
        5 => Edit::SetDetail(Detail::Published(Some("2019-05-04".into()))),
        6 => Edit::SetRemoved(!project.removed),
        7 => Edit::SetAnnotator(Annotator {
            id: AnnotatorId::new("a1"),
            name: some,
            status: Some(Status::InProgress),
            unknown: Unknown::default(),
        }),
        8 => Edit::RemoveAnnotator(AnnotatorId::new("a1")),
        _ => {
            let mut labels = (*project.labels).clone();
            labels.labels.rotate_left(1);
            if let Some(label) = labels.labels.first_mut() {
                label.definition = some;
            }
            Edit::SetLabels(Rc::new(labels))
        }
    }
}

fn time(n: usize) -> Option<Rc<str>> {
    Some(format!("2026-01-01T00:{:02}:{:02}Z", n / 60 % 60, n % 60).into())
}
