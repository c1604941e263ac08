//! Mentions and claims.

use std::rc::Rc;

use super::name::{id, key, maybe_id, raw_object};
use super::{ClaimBody, ClaimBodyShape, Part, SelectorShape};
use crate::formats::json::{Json, Writer};
use crate::formats::postil::members::Members;
use crate::formats::postil::shape::{self, Object, Raw, Value, shape};
use crate::formats::refusal::{Fault, Wrong};
use crate::formats::word::Worded;
use crate::model::{
    Anchor, Annotation, AnnotationId, AnnotatorId, Body, EntityId, Level, Mention, Origin,
    Selector, Unknown,
};
use crate::text::Text;

shape! {
    MentionFields {
        must id: Rc<str>,
        flat body: MentionBody,
        flat rest: RestFields,
    }
}

shape! {
    ClaimFields {
        must id: Rc<str>,
        flat body: ClaimBody,
        flat rest: RestFields,
    }
}

shape! {
    /// What is particular to a mention.
    MentionBody {
        may entity: Rc<str>,
        must label: Rc<str>,
        may level: Worded<Level>,
    }
}

shape! {
    /// What mentions and claims have in common, but for the id.
    RestFields {
        must spans: SelectorShape,
        must text: Rc<str>,
        may anchor: Worded<Anchor>,
        flag unsure,
        text note,
        may attributes: Raw,
        may by: Rc<str>,
        may origin: Worded<Origin>,
        text created,
        text modified,
    }
}

pub type MentionShape = Object<MentionFields>;
pub type ClaimShape = Object<ClaimFields>;
pub type MentionBodyShape = Object<MentionBody>;

/// An annotation that says itself which kind it is: `{"mention": {…}}`.
#[derive(Clone, Debug, PartialEq)]
pub enum AnnotationShape {
    Mention(MentionShape),
    Claim(Box<ClaimShape>),
}

/// What is particular to one kind of annotation: `{"claim": {…}}`.
#[derive(Clone, Debug, PartialEq)]
pub enum BodyShape {
    Mention(MentionBodyShape),
    Claim(Box<ClaimBodyShape>),
}

/// The names of the two kinds, where an object says which one it is.
const KINDS: &[&str] = &[MENTION, CLAIM];
const MENTION: &str = "mention";
const CLAIM: &str = "claim";

impl Value for AnnotationShape {
    fn read(json: Json<'_>) -> Result<AnnotationShape, Fault> {
        let (kind, annotation) = Members::single(json)?;
        let shape = match &*kind {
            MENTION => Value::read(annotation).map(AnnotationShape::Mention),
            CLAIM => Value::read(annotation).map(AnnotationShape::Claim),
            _ => Err(Fault::at("", Wrong::Choice { said: (&*kind).into(), words: KINDS })),
        };
        shape.map_err(|fault| fault.within(kind))
    }

    fn write(&self, json: &mut Writer) {
        json.open('{');
        match self {
            AnnotationShape::Mention(mention) => shape::put(json, MENTION, mention),
            AnnotationShape::Claim(claim) => shape::put(json, CLAIM, &**claim),
        }
        json.close('}');
    }
}

impl Value for BodyShape {
    fn read(json: Json<'_>) -> Result<BodyShape, Fault> {
        let (kind, body) = Members::single(json)?;
        let shape = match &*kind {
            MENTION => Value::read(body).map(BodyShape::Mention),
            CLAIM => Value::read(body).map(BodyShape::Claim),
            _ => Err(Fault::at("", Wrong::Choice { said: (&*kind).into(), words: KINDS })),
        };
        shape.map_err(|fault| fault.within(kind))
    }

    fn write(&self, json: &mut Writer) {
        json.open('{');
        match self {
            BodyShape::Mention(mention) => shape::put(json, MENTION, mention),
            BodyShape::Claim(claim) => shape::put(json, CLAIM, &**claim),
        }
        json.close('}');
    }
}

impl Part for AnnotationShape {
    type Model = Annotation;

    fn from_model(annotation: &Annotation, text: &Text) -> AnnotationShape {
        let id = annotation.id.0.clone();
        let rest = RestFields::from_model(annotation, text);
        let unknown = annotation.unknown.clone();
        match &annotation.body {
            Body::Mention(mention) => {
                let body = MentionBody::from_model(mention, text);
                AnnotationShape::Mention(Object {
                    known: MentionFields { id, body, rest },
                    unknown,
                })
            }
            Body::Claim(claim) => {
                let body = ClaimBody::from_model(claim, text);
                AnnotationShape::Claim(Box::new(Object {
                    known: ClaimFields { id, body, rest },
                    unknown,
                }))
            }
        }
    }

    fn into_model(self, text: &Text) -> Result<Annotation, Fault> {
        match self {
            AnnotationShape::Mention(mention) => mention.into_model(text),
            AnnotationShape::Claim(claim) => claim.into_model(text),
        }
    }
}

impl MentionShape {
    pub(super) fn into_model(self, text: &Text) -> Result<Annotation, Fault> {
        let MentionFields { id, body, rest } = self.known;
        let body = Body::Mention(body.into_model(text)?);
        rest.into_annotation(id, body, self.unknown, text)
    }
}

impl ClaimShape {
    pub(super) fn into_model(self, text: &Text) -> Result<Annotation, Fault> {
        let ClaimFields { id, body, rest } = self.known;
        let body = Body::Claim(Box::new(body.into_model(text)?));
        rest.into_annotation(id, body, self.unknown, text)
    }
}

impl Part for BodyShape {
    type Model = Body;

    fn from_model(body: &Body, text: &Text) -> BodyShape {
        match body {
            Body::Mention(mention) => {
                BodyShape::Mention(MentionBody::from_model(mention, text).into())
            }
            Body::Claim(claim) => {
                BodyShape::Claim(Box::new(ClaimBody::from_model(claim, text).into()))
            }
        }
    }

    fn into_model(self, text: &Text) -> Result<Body, Fault> {
        match self {
            BodyShape::Mention(mention) => mention.known.into_model(text).map(Body::Mention),
            BodyShape::Claim(claim) => {
                claim.known.into_model(text).map(|claim| Body::Claim(Box::new(claim)))
            }
        }
    }
}

impl Part for MentionBody {
    type Model = Mention;

    fn from_model(mention: &Mention, _: &Text) -> MentionBody {
        MentionBody {
            entity: mention.entity.as_ref().map(|entity| entity.0.clone()),
            label: mention.label.0.clone(),
            level: mention.level.map(Worded),
        }
    }

    fn into_model(self, _: &Text) -> Result<Mention, Fault> {
        Ok(Mention {
            entity: maybe_id(self.entity, "entity", EntityId)?,
            label: key(self.label, "label")?,
            level: self.level.map(|Worded(level)| level),
        })
    }
}

impl RestFields {
    fn from_model(annotation: &Annotation, text: &Text) -> RestFields {
        RestFields {
            spans: SelectorShape::from_model(&annotation.selector, text),
            text: annotation.selector.words(text).into(),
            anchor: match annotation.anchor {
                Anchor::Anchored => None,
                anchor => Some(Worded(anchor)),
            },
            unsure: annotation.unsure,
            note: annotation.note.clone(),
            attributes: annotation.attributes.clone().map(Raw),
            by: annotation.by.as_ref().map(|by| by.0.clone()),
            origin: annotation.origin.map(Worded),
            created: annotation.created.clone(),
            modified: annotation.modified.clone(),
        }
    }

    fn into_annotation(
        self,
        id_read: Rc<str>,
        body: Body,
        unknown: Unknown,
        text: &Text,
    ) -> Result<Annotation, Fault> {
        let selector = selector(self.spans, &self.text, text)?;
        let anchor = self.anchor.map_or(Anchor::Anchored, |Worded(anchor)| anchor);
        // A proposed place has other words than the lost one: that is no news.
        let is_lost = anchor == Anchor::Anchored && !selector.is_anchored(text);
        Ok(Annotation {
            id: id(id_read, "id", AnnotationId)?,
            body,
            selector,
            anchor: if is_lost { Anchor::Orphaned } else { anchor },
            unsure: self.unsure,
            note: self.note,
            attributes: raw_object(self.attributes, "attributes")?,
            by: maybe_id(self.by, "by", AnnotatorId)?,
            origin: self.origin.map(|Worded(origin)| origin),
            created: self.created,
            modified: self.modified,
            unknown,
        })
    }
}

/// The spans of an annotation. `words` is for people where the spans have words of their own;
/// where they have none, it is what a position is checked by.
fn selector(mut spans: SelectorShape, words: &Rc<str>, text: &Text) -> Result<Selector, Fault> {
    if words.is_empty() {
        return Err(Fault::at("text", Wrong::Blank));
    }
    let is_bare = spans.0.iter().any(|span| span.known.exact.is_none());
    if let [span] = spans.0.as_mut_slice() {
        span.known.exact.get_or_insert_with(|| words.clone());
    }
    let selector = spans.into_model(text).map_err(|fault| fault.within("spans"))?;
    // With one span, its words are `words` now.
    if is_bare && selector.words(text) != **words {
        return Err(Fault::at("text", Wrong::OtherWords));
    }
    Ok(selector)
}
