//! Random whole projects, every optional field there or not.
//!
//! A project is made from throws of a dice, so that it shrinks well: a throw of zero is the
//! simplest choice, and once the throws are used up all are zero.

use std::rc::Rc;

use proptest::prelude::*;

use crate::model::{
    Anchor, Annotation, AnnotationId, Annotator, AnnotatorId, Article, ArticleId, Body, Claim,
    Claimant, Collection, Decision, Details, Entity, EntityId, Evidence, Generator, Kept, Label,
    LabelAttribute, LabelKey, LabelSet, Mention, Project, RawJson, Relation, RelationId, Selector,
    Unknown, Verdict, Who, blocks_of_plain_text, decisions_in_order,
};
use crate::text::{CharOffset, Quote, Span, Text, canonical};

use super::word::Word;

/// Projects that could be in memory: what the model promises of itself holds.
pub(crate) fn projects() -> impl Strategy<Value = Project> {
    prop::collection::vec(any::<u16>(), 0..400).prop_map(|throws| Dice::new(throws).project())
}

pub(crate) struct Dice {
    throws: std::vec::IntoIter<u16>,
    text: Text,
}

/// What texts and names are made of: every number of bytes and UTF-16 units a character can have,
/// what JSON escapes and what it need not.
const CHARACTERS: [&str; 16] = [
    "a",
    "e\u{301}",
    " ",
    "\n",
    "\"",
    "\\",
    "é",
    "🤝",
    "👩‍👩‍👧",
    "א",
    "\t",
    "/",
    "\u{2028}",
    "\u{7f}",
    "</script>",
    "“z”",
];

/// In no text here, so that a quote with it agrees with none.
const STRANGER: &str = "≠";

const JSON: [&str; 8] = [
    "0",
    "-0.0",
    "1e+40",
    "123456789012345678901234567890.10",
    "null",
    r#""\u00e9é\ud83d\ude00""#,
    r#"[1,  {"b" :[ ]}]"#,
    "{\n  \"deep\": 1\n}",
];

const OBJECTS: [&str; 3] = ["{}", r#"{"a":1.50,"a" : null}"#, "{\n \"é\": [\"\\n\"]\n}"];

const STRANGE_KEYS: [&str; 4] = ["x", "later field", "ü\"\n", "x.y"];

impl Dice {
    pub(crate) fn new(throws: Vec<u16>) -> Dice {
        Dice { throws: throws.into_iter(), text: Text::new("") }
    }

    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        usize::from(self.throws.next().unwrap_or(0)) % n.max(1)
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        let i = self.below(of.len());
        of[i].clone()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Dice) -> T) -> Option<T> {
        self.coin().then(|| make(self))
    }

    fn list<T, L: FromIterator<T>>(
        &mut self,
        most: usize,
        mut make: impl FnMut(&mut Dice, usize) -> T,
    ) -> L {
        let n = self.below(most + 1);
        (0..n).map(|i| make(self, i)).collect()
    }

    fn chars(&mut self, most: usize) -> String {
        self.list(most, |dice, _| dice.one(&CHARACTERS))
    }

    fn line(&mut self) -> Rc<str> {
        format!("n{}", self.chars(3)).into()
    }

    fn maybe_line(&mut self) -> Option<Rc<str>> {
        self.maybe(Dice::line)
    }

    fn word<W: Word>(&mut self) -> W {
        self.one(W::CHOICES)
    }

    fn maybe_word<W: Word>(&mut self) -> Option<W> {
        self.maybe(Dice::word)
    }

    fn object(&mut self) -> Option<RawJson> {
        self.maybe(|dice| RawJson(dice.one(&OBJECTS).into()))
    }

    fn unknown(&mut self) -> Unknown {
        let n = self.below(STRANGE_KEYS.len());
        let keys = STRANGE_KEYS.iter().rev().take(n);
        Unknown::new(keys.map(|key| ((*key).into(), RawJson(self.one(&JSON).into()))).collect())
    }

    fn by(&mut self) -> Option<AnnotatorId> {
        self.maybe(|dice| AnnotatorId::new(dice.one(&["a0", "a1", "a-gone"])))
    }

    fn key(&mut self) -> LabelKey {
        LabelKey::new(self.one(&["PERSON", "l0", "7", "_-"]))
    }

    fn keys(&mut self) -> Vec<LabelKey> {
        self.list(2, |dice, _| dice.key())
    }

    pub(crate) fn project(mut self) -> Project {
        let article = Rc::new(self.article());
        let labels = LabelSet { labels: self.list(3, Dice::label) };
        let mut project = Project::new(article, Rc::new(labels));
        project.version = self.one(&["1.0.0", "1.12.3"]).into();
        project.generator = self.maybe(|dice| {
            let (name, version) = (dice.maybe_line(), dice.maybe_line());
            Rc::new(Generator { name, version, unknown: dice.unknown() })
        });
        project.created = self.maybe_line();
        project.modified = self.maybe_line();
        project.collection = self.maybe(|dice| Rc::new(dice.collection()));
        project.annotators = self.list(3, Dice::annotator);
        let entities: Vec<Entity> = self.list(4, Dice::entity);
        for entity in &entities {
            project.insert_entity(Rc::new(entity.clone()));
        }
        if !self.text.is_empty() {
            let entities: Vec<_> = entities.into_iter().map(|entity| entity.id).collect();
            self.annotate(&mut project, &entities);
        }
        project.unknown = self.unknown();
        project
    }

    fn annotate(&mut self, project: &mut Project, entities: &[EntityId]) {
        let mut ids: Vec<AnnotationId> = Vec::new();
        for i in 0..self.below(7) {
            // Not in the order of the text.
            let id = AnnotationId::new(format!("x{}", i * 7 % 10));
            let annotation = self.annotation(id.clone(), &ids, entities);
            project.insert_annotation(Rc::new(annotation));
            ids.push(id);
        }
        let ends: Vec<Rc<str>> =
            ids.into_iter().map(|id| id.0).chain(entities.iter().map(|id| id.0.clone())).collect();
        if !ends.is_empty() {
            for i in 0..self.below(4) {
                project.insert_relation(Rc::new(self.relation(i, &ends)));
            }
        }
        project.decisions = decisions_in_order(self.list(2, |dice, _| Decision {
            selector: dice.selector(),
            is_not: dice.word(),
            by: dice.by(),
            unknown: dice.unknown(),
        }));
    }

    fn article(&mut self) -> Article {
        self.text = Text::new(canonical(&self.chars(30)));
        let text = self.text.clone();
        let mut blocks = blocks_of_plain_text(&text);
        for block in &mut blocks {
            block.kind = self.word();
            block.level = self.maybe(|dice| dice.one(&[1, 6]));
            block.unknown = self.unknown();
        }
        let details = Details {
            title: self.maybe_line(),
            lang: self.maybe_line(),
            url: self.maybe_line(),
            publisher: self.maybe_line(),
            author: self.maybe_line(),
            published: self.maybe_line(),
            meta: self.object(),
        };
        let id = ArticleId(self.line());
        Article { id, text, blocks: blocks.into(), details, unknown: self.unknown() }
    }

    fn collection(&mut self) -> Collection {
        Collection {
            id: self.one(&["k", "A_-9"]).into(),
            name: self.maybe_line(),
            instructions: self.maybe_line(),
            unknown: self.unknown(),
        }
    }

    fn annotator(&mut self, i: usize) -> Annotator {
        Annotator {
            id: AnnotatorId::new(format!("a{i}")),
            name: self.maybe_line(),
            status: self.maybe_word(),
            unknown: self.unknown(),
        }
    }

    fn label(&mut self, i: usize) -> Label {
        Label {
            key: LabelKey::new(format!("l{i}")),
            kind: self.word(),
            name: self.maybe_line(),
            definition: self.maybe_line(),
            examples: self.list(2, |dice, _| dice.line()),
            shortcut: self.maybe(|dice| dice.one(&["1", "🤝"]).into()),
            color: self.maybe(|dice| dice.one(&["#1f77b4", "#FFFFFF"]).into()),
            parent: self.maybe(Dice::key),
            symmetric: self.coin(),
            from: self.keys(),
            to: self.keys(),
            attributes: self.list(2, Dice::attribute),
            maps: self.list(2, |dice, i| (format!("{i}{}", dice.chars(2)).into(), dice.line())),
            ask: self.maybe(|dice| dice.list(2, |dice, _| dice.word())),
            quiet: self.list(2, |dice, _| dice.word()),
            retired: self.coin(),
            unknown: self.unknown(),
        }
    }

    fn attribute(&mut self, i: usize) -> LabelAttribute {
        LabelAttribute {
            key: LabelKey::new(format!("{i}")),
            name: self.maybe_line(),
            kind: self.word(),
            choices: self.list(2, |dice, _| dice.line()),
            default: self.maybe_line(),
            required: self.coin(),
            unknown: self.unknown(),
        }
    }

    fn entity(&mut self, i: usize) -> Entity {
        Entity {
            id: EntityId::new(format!("e{i}")),
            label: self.key(),
            name: self.maybe_line(),
            aliases: self.list(2, |dice, _| dice.line()),
            wikidata: self.maybe(|_| "Q1858".into()),
            note: self.maybe_line(),
            by: self.by(),
            unknown: self.unknown(),
        }
    }

    fn relation(&mut self, i: usize, ends: &[Rc<str>]) -> Relation {
        Relation {
            id: RelationId::new(format!("r{}", 9 - i)),
            label: self.key(),
            from: self.one(ends),
            to: self.one(ends),
            note: self.maybe_line(),
            by: self.by(),
            unknown: self.unknown(),
        }
    }

    fn annotation(
        &mut self,
        id: AnnotationId,
        earlier: &[AnnotationId],
        entities: &[EntityId],
    ) -> Annotation {
        let body = if self.coin() {
            Body::Claim(Box::new(self.claim(earlier, entities)))
        } else {
            Body::Mention(Mention {
                entity: self.maybe_of(entities),
                label: self.key(),
                level: self.maybe_word(),
            })
        };
        let selector = self.selector();
        let anchor = match self.word() {
            Anchor::Anchored if !selector.is_anchored(&self.text) => Anchor::Orphaned,
            anchor => anchor,
        };
        Annotation {
            id,
            body,
            selector,
            anchor,
            unsure: self.coin(),
            note: self.maybe_line(),
            attributes: self.object(),
            by: self.by(),
            origin: self.maybe_word(),
            created: self.maybe_line(),
            modified: self.maybe_line(),
            unknown: self.unknown(),
        }
    }

    fn maybe_of<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        if of.is_empty() { None } else { self.maybe(|dice| dice.one(of)) }
    }

    fn claim(&mut self, earlier: &[AnnotationId], entities: &[EntityId]) -> Claim {
        Claim {
            label: self.maybe(Dice::key),
            claimant: self.maybe(|dice| dice.claimant(earlier, entities)),
            quote: self.maybe_word(),
            kind: self.maybe_word(),
            checkworthy: self.maybe_word(),
            certainty: self.maybe_word(),
            polarity: self.maybe_word(),
            cue: self.maybe(Dice::selector),
            reported_in: self.maybe_of(earlier),
            normalized: self.maybe_line(),
            about: self.maybe_of(entities).into_iter().chain(self.maybe_of(entities)).collect(),
            topic: self.maybe_line(),
            time: self.maybe_line(),
            evidence: self.list(2, |dice, _| Evidence {
                stance: dice.word(),
                selector: dice.maybe(Dice::selector),
                url: dice.maybe_line(),
                quote: dice.maybe_line(),
                note: dice.maybe_line(),
                unknown: dice.unknown(),
            }),
            verdict: self.maybe(Dice::verdict),
        }
    }

    fn claimant(&mut self, earlier: &[AnnotationId], entities: &[EntityId]) -> Claimant {
        let who = match self.maybe_of(entities) {
            Some(entity) => Who::Entity { entity, mention: self.maybe_of(earlier) },
            None => self.one(&[Who::Unknown, Who::Article, Who::Named, Who::Unnamed]),
        };
        let (text, words) = (self.maybe_line(), self.maybe(Dice::selector));
        Claimant { who, text, words, unknown: self.unknown() }
    }

    fn verdict(&mut self) -> Verdict {
        let number = |dice: &mut Dice| dice.maybe(|dice| dice.one(&["1", "-2.50"]).into());
        Verdict {
            rating: self.maybe_line(),
            value: number(self),
            best: number(self),
            worst: number(self),
            url: self.maybe_line(),
            by: self.maybe_line(),
            date: self.maybe_line(),
            unknown: self.unknown(),
        }
    }

    /// Spans in a text that is not empty; one may have lost its words or lie after the text.
    fn selector(&mut self) -> Selector {
        let end = self.text.end().0;
        let mut parts = Vec::new();
        let mut from = 0;
        while from < end && (parts.is_empty() || self.below(3) == 1) {
            let start = from + self.small(end - from);
            let stop = start + 1 + self.small(end - start);
            parts.push((span(start, stop), Kept { quote: None, unknown: self.unknown() }));
            from = stop;
        }
        if self.below(4) == 3 {
            let start = end + self.small(3);
            let kept = Kept { quote: Some(self.lost_quote()), unknown: self.unknown() };
            parts.push((span(start, start + 2), kept));
        } else if self.below(4) == 3 {
            parts[0].1.quote = Some(self.lost_quote());
        }
        Selector::with_kept(parts).unwrap()
    }

    fn small(&mut self, below: u32) -> u32 {
        u32::try_from(self.below(below as usize)).unwrap()
    }

    fn lost_quote(&mut self) -> Quote {
        let side = |dice: &mut Dice| dice.chars(2).into();
        let exact = format!("{STRANGER}{}", self.chars(2)).into();
        Quote { exact, prefix: side(self), suffix: side(self) }
    }
}

fn span(start: u32, end: u32) -> Span {
    Span::new(CharOffset(start), CharOffset(end)).unwrap()
}
