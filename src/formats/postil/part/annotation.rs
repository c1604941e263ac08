//! Mentions and claims.

use std::rc::Rc;

use super::span::{Stretch, selector};
use super::{Part, claim};
use crate::formats::json::{Json, Writer};
use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::refusal::{Fault, Wrong};
use crate::formats::word::Word;
use crate::model::{
    Anchor, Annotation, AnnotationId, AnnotatorId, Body, EntityId, Mention, Selector, Unknown,
};
use crate::text::Text;

/// Which kind of annotation an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Mention,
    Claim,
}

const MENTION: &str = "mention";
const CLAIM: &str = "claim";

impl Kind {
    fn of(body: &Body) -> &'static str {
        match body {
            Body::Mention(_) => MENTION,
            Body::Claim(_) => CLAIM,
        }
    }

    /// The kind that an object says it is, and the object in it.
    fn read(json: Json<'_>) -> Result<(Kind, Json<'_>), Fault> {
        let (word, json) = Members::single(json)?;
        match &*word {
            MENTION => Ok((Kind::Mention, json)),
            CLAIM => Ok((Kind::Claim, json)),
            _ => Err(Fault::at("", Wrong::Choice { said: word.into(), words: &[MENTION, CLAIM] })),
        }
    }
}

/// An annotation that says itself which kind it is: `{"mention": {…}}`.
impl Part for Annotation {
    fn read(json: Json<'_>, text: &Text) -> Result<Annotation, Fault> {
        let (kind, json) = Kind::read(json)?;
        read_of_kind(kind, json, text)
    }

    fn write(&self, json: &mut Writer, text: &Text) {
        json.open('{');
        json.key(Kind::of(&self.body));
        write_bare(self, json, text);
        json.close('}');
    }
}

/// What is particular to one kind of annotation: `{"claim": {…}}`.
impl Part for Body {
    fn read(json: Json<'_>, text: &Text) -> Result<Body, Fault> {
        let (kind, json) = Kind::read(json)?;
        take_body(kind, &mut Members::of(json)?, text)
    }

    fn write(&self, json: &mut Writer, text: &Text) {
        json.open('{');
        json.key(Kind::of(self));
        let mut fields = Fields::open(json);
        put_body(self, &mut fields, text);
        fields.close(&Unknown::default());
        json.close('}');
    }
}

/// Reads an annotation from where it is known which kind it is.
pub(super) fn read_of_kind(kind: Kind, json: Json<'_>, text: &Text) -> Result<Annotation, Fault> {
    let mut members = Members::of(json)?;
    let id = AnnotationId(members.id("id")?);
    let body = take_body(kind, &mut members, text)?;
    let selector = take_selector(&mut members, text)?;
    let anchor = members.maybe_word("anchor")?.unwrap_or(Anchor::Anchored);
    // A proposed place has other words than the lost one: that is no news.
    let is_lost = anchor == Anchor::Anchored && !selector.is_anchored(text);
    Ok(Annotation {
        id,
        body,
        selector,
        anchor: if is_lost { Anchor::Orphaned } else { anchor },
        unsure: members.flag("unsure")?,
        note: members.text("note")?,
        attributes: members.raw_object("attributes")?,
        by: members.maybe_id("by")?.map(AnnotatorId),
        origin: members.maybe_word("origin")?,
        created: members.text("created")?,
        modified: members.text("modified")?,
        unknown: members.rest(),
    })
}

/// Writes an annotation without saying which kind it is.
pub(super) fn write_bare(annotation: &Annotation, json: &mut Writer, text: &Text) {
    let anchor = Some(annotation.anchor).filter(|anchor| *anchor != Anchor::Anchored);
    let mut fields = Fields::open(json);
    fields.string("id", &annotation.id.0);
    put_body(&annotation.body, &mut fields, text);
    fields.part("spans", &annotation.selector, text);
    fields.string("text", &annotation.selector.words(text));
    fields.maybe("anchor", anchor.map(Word::word));
    fields.flag("unsure", annotation.unsure);
    fields.text("note", &annotation.note);
    fields.raw("attributes", &annotation.attributes);
    fields.maybe("by", annotation.by.as_ref().map(AnnotatorId::as_str));
    fields.maybe("origin", annotation.origin.map(Word::word));
    fields.text("created", &annotation.created);
    fields.text("modified", &annotation.modified);
    fields.close(&annotation.unknown);
}

fn take_body(kind: Kind, members: &mut Members<'_>, text: &Text) -> Result<Body, Fault> {
    Ok(match kind {
        Kind::Claim => Body::Claim(Box::new(claim::take(members, text)?)),
        Kind::Mention => Body::Mention(Mention {
            entity: members.maybe_id("entity")?.map(EntityId),
            label: members.key("label")?,
            level: members.maybe_word("level")?,
        }),
    })
}

fn put_body(body: &Body, fields: &mut Fields<'_>, text: &Text) {
    match body {
        Body::Claim(claim) => claim::put(claim, fields, text),
        Body::Mention(mention) => {
            fields.maybe("entity", mention.entity.as_ref().map(EntityId::as_str));
            fields.string("label", &mention.label.0);
            fields.maybe("level", mention.level.map(Word::word));
        }
    }
}

/// The spans of an annotation. `text` is for people where the spans have words of their own;
/// where they have none, it is what a position is checked by.
fn take_selector(members: &mut Members<'_>, text: &Text) -> Result<Selector, Fault> {
    let stretches = members.must_take("spans")?;
    let within = |fault: Fault| fault.within("spans");
    let mut stretches = Stretch::read_all(stretches).map_err(within)?;
    let words: Rc<str> = members.required("text")?;
    if words.is_empty() {
        return Err(Fault::at("text", Wrong::Blank));
    }
    let is_bare = stretches.iter().any(|stretch| stretch.exact.is_none());
    if let [stretch] = stretches.as_mut_slice() {
        stretch.exact.get_or_insert_with(|| words.clone());
    }
    let selector = selector(stretches, text).map_err(within)?;
    // With one span, its words are `words` now.
    if is_bare && selector.words(text) != *words {
        return Err(Fault::at("text", Wrong::OtherWords));
    }
    Ok(selector)
}
