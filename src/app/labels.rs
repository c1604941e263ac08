//! What the screen derives from labels: fields of a tag, and what a label means, by examples.

use std::rc::Rc;

use super::wording;
use crate::formats::json::Json;
use crate::model::{
    Annotation, AnnotationField, AnnotationId, Body, ClaimField, Edit, Label, LabelAttribute,
    LabelKey, Map, Project,
};
use crate::storage::{Document, FrameBody};

/// One field of a tag, by its label, with what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    pub attribute: &'a LabelAttribute,
    /// Empty if it says nothing.
    pub value: String,
    /// Whether it must be filled in and is not.
    pub is_missing: bool,
}

/// The fields that an annotation has by its label.
#[must_use]
pub fn fields<'a>(project: &'a Project, annotation: &Annotation) -> Vec<Field<'a>> {
    let label = project.labels.label_of(annotation.label());
    let attributes = label.map(|label| &*label.attributes).unwrap_or_default();
    let field = |attribute: &'a LabelAttribute| {
        let value = value(annotation, &attribute.key);
        let is_missing = attribute.required && value.is_empty();
        Field { attribute, value, is_missing }
    };
    attributes.iter().map(field).collect()
}

/// What an annotation says in one field: texts as they are, the rest as it stands in files.
fn value(annotation: &Annotation, key: &LabelKey) -> String {
    let member = annotation.attributes.as_ref().and_then(|it| it.member(&key.0));
    let Some(json) = member.and_then(|member| Json::parse(member).ok()) else {
        return String::new();
    };
    json.string().map_or_else(|| json.text().to_owned(), |text| text.into_owned())
}

/// What a label means: as its set says, and as it was used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelNote {
    pub name: Rc<str>,
    pub definition: Option<Rc<str>>,
    /// Of one's own tags, else of the set.
    pub examples: Vec<Rc<str>>,
    pub counter: Option<Counter>,
}

/// Words that are not of a label, though one might think so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counter {
    /// They had the label, and got another.
    Changed { words: Rc<str>, now: Rc<str> },
    /// They had the label, and somebody decided that they are no name.
    NoName { words: Rc<str> },
    /// The same words have the label in one place and another one in another.
    Elsewhere { words: Rc<str>, now: Rc<str> },
}

const EXAMPLES: usize = 2;

/// What is shown of a label beside it.
#[must_use]
pub fn note(document: &Document, key: &LabelKey) -> Option<LabelNote> {
    let project = &document.project;
    let label = project.labels.find(key)?;
    let words = |annotation: &Annotation| -> Rc<str> {
        let words = annotation.selector.words(&project.article.text);
        wording::shortened(&words, 60).into()
    };
    let mut own: Map<Rc<str>, ()> = Map::new();
    let mut examples: Vec<Rc<str>> = Vec::new();
    for annotation in project.annotations().filter(|it| it.label() == Some(key)) {
        let words = words(annotation);
        if own.insert(words.clone(), ()).is_none() && examples.len() < EXAMPLES {
            examples.push(words);
        }
    }
    for example in &label.examples {
        if examples.len() < EXAMPLES && !examples.contains(example) {
            examples.push(example.clone());
        }
    }
    let name_of = |key: &LabelKey| -> Rc<str> {
        project.labels.find(key).map_or(key.as_str(), Label::shown).into()
    };
    let elsewhere = || {
        let others = project.annotations().filter(|it| it.label() != Some(key));
        others.into_iter().find_map(|other| {
            let words = words(other);
            let now = name_of(other.label()?);
            own.contains_key(&words).then_some(Counter::Elsewhere { words, now })
        })
    };
    let counter = given_up(document, key).map(|given_up| match given_up {
        GivenUp::For(annotation, now) => {
            Counter::Changed { words: words(annotation), now: name_of(&now) }
        }
        GivenUp::Decided(words) => Counter::NoName { words },
    });
    Some(LabelNote {
        name: label.shown().into(),
        definition: label.definition.clone(),
        examples,
        counter: counter.or_else(elsewhere),
    })
}

enum GivenUp<'d> {
    For(&'d Annotation, LabelKey),
    Decided(Rc<str>),
}

/// The last tag that had a label and has another now, or was decided to be no name.
fn given_up<'d>(document: &'d Document, key: &LabelKey) -> Option<GivenUp<'d>> {
    let project = &document.project;
    let mut had: Map<AnnotationId, ()> = Map::new();
    let mut last = None;
    for frame in document.frames() {
        let FrameBody::Step(step) = &frame.body else { continue };
        for edit in &step.edits {
            match edit {
                Edit::CreateAnnotation(annotation) if annotation.label() == Some(key) => {
                    had.insert(annotation.id.clone(), ());
                    let text = &project.article.text;
                    let spans = &annotation.selector.spans;
                    let decided = project.decisions.iter().any(|it| it.selector.spans == *spans);
                    if decided && project.annotation(&annotation.id).is_none() {
                        let words = annotation.selector.words(text);
                        last = Some(GivenUp::Decided(wording::shortened(&words, 60).into()));
                    }
                }
                Edit::SetAnnotation(id, field) => {
                    let Some(next) = label_in(field) else { continue };
                    if next == key {
                        had.insert(id.clone(), ());
                    } else if had.contains_key(id)
                        && let Some(annotation) = project.annotation(id)
                        && let Some(now) = annotation.label().filter(|now| *now != key)
                    {
                        last = Some(GivenUp::For(annotation, now.clone()));
                    }
                }
                _ => {}
            }
        }
    }
    last
}

/// The label that a change gives.
fn label_in(field: &AnnotationField) -> Option<&LabelKey> {
    match field {
        AnnotationField::Label(label) => Some(label),
        AnnotationField::Claim(ClaimField::Label(label)) => label.as_ref(),
        AnnotationField::Body(Body::Mention(mention)) => Some(&mention.label),
        AnnotationField::Body(Body::Claim(claim)) => claim.label.as_ref(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{NOW, marked, tag, take_all};
    use crate::model::{
        AttributeType, Command, EntityId, Label as ModelLabel, RawJson, Transaction, plan,
    };
    use crate::storage::Frame;

    /// An article with its history after some commands.
    fn document(text: &str, commands: impl Fn(&[crate::text::Span]) -> Vec<Command>) -> Document {
        let (project, spans) = marked(text);
        let frame = Frame::creating(&"p1".into(), Rc::new(project), None);
        let mut document = Document::fold([Rc::new(frame)]).unwrap();
        for command in commands(&spans) {
            let step = plan(&document.project, &command, &NOW.into()).unwrap();
            let frame = document.next_frame(&"p1".into(), step, None);
            document = document.apply(&Rc::new(frame));
        }
        document
    }

    fn relabel(id: &str, label: &str) -> Command {
        let (id, entity) = (AnnotationId::new(id), EntityId::new("fresh"));
        Command::Relabel { id, label: LabelKey::new(label), entity }
    }

    #[track_caller]
    fn check(document: &Document, key: &str, examples: &[&str], counter: Option<Counter>) {
        let note = note(document, &LabelKey::new(key)).unwrap();
        let found: Vec<_> = note.examples.iter().map(|it| &**it).collect();
        assert_eq!((found.as_slice(), note.counter), (examples, counter));
    }

    #[test]
    fn a_label_is_shown_by_ones_own_tags() {
        let document = document("«Kim» [Kim] ⟦Putin⟧ ⟨Hanoi⟩", |spans| {
            let labels = ["PERSON", "PERSON", "PERSON", "ORG"];
            labels
                .iter()
                .zip(spans)
                .enumerate()
                .map(|(n, (key, span))| tag(n, key, *span))
                .collect()
        });
        check(&document, "PERSON", &["Kim", "Putin"], None);
        check(&document, "ORG", &["Hanoi", "the White House"], None);
        assert_eq!(note(&document, &LabelKey::new("GONE")), None);
    }

    #[test]
    fn what_had_the_label_and_has_another_is_the_counter_example() {
        let document = document("«Hanoi» [Kim]", |spans| {
            vec![tag(0, "PERSON", spans[0]), tag(1, "PERSON", spans[1]), relabel("a0", "GPE")]
        });
        let now = "Country, city, state".into();
        check(
            &document,
            "PERSON",
            &["Kim", "Angela Merkel"],
            Some(Counter::Changed { words: "Hanoi".into(), now }),
        );
        check(&document, "GPE", &["Hanoi", "Vietnam"], None);
    }

    #[test]
    fn the_same_words_under_another_label_are_the_next_best() {
        let document = document("«Paris» [Paris]", |spans| {
            vec![tag(0, "PERSON", spans[0]), tag(1, "GPE", spans[1])]
        });
        let now = "Country, city, state".into();
        check(
            &document,
            "PERSON",
            &["Paris", "Angela Merkel"],
            Some(Counter::Elsewhere { words: "Paris".into(), now }),
        );
    }

    #[test]
    fn fields_are_read_as_people_do() {
        let (project, spans) = marked("«Kim»");
        let mut project = take_all(&project, &[tag(0, "PERSON", spans[0])]);
        let mut label: ModelLabel = project.labels.labels[0].clone();
        for (key, required) in [("role", true), ("n", true), ("none", true), ("free", false)] {
            label.attributes.push(LabelAttribute {
                key: LabelKey::new(key),
                name: None,
                kind: AttributeType::Text,
                choices: Vec::new(),
                default: None,
                required,
                unknown: Default::default(),
            });
        }
        let mut set = (*project.labels).clone();
        set.labels[0] = label;
        project.labels = Rc::new(set);
        let raw = RawJson(r#"{"role":"a \"b\"", "n" : 3.10}"#.into());
        let field = AnnotationField::Attributes(Some(raw));
        let edit = Edit::SetAnnotation(AnnotationId::new("a0"), field);
        let project = Transaction::from(vec![edit]).apply(&project).0;
        let annotation = project.annotation(&AnnotationId::new("a0")).unwrap();
        let found: Vec<_> =
            fields(&project, annotation).into_iter().map(|it| (it.value, it.is_missing)).collect();
        let text = |value: &str, is_missing| (value.to_owned(), is_missing);
        assert_eq!(
            found,
            [text("a \"b\"", false), text("3.10", false), text("", true), text("", false)]
        );
    }
}
