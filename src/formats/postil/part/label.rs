//! Labels and the attributes that annotations of a label can have.

use std::rc::Rc;

use super::name::{key, keys, maybe_key};
use super::{Part, from_models, into_models};
use crate::formats::postil::shape::{Object, Pairs, shape};
use crate::formats::refusal::Fault;
use crate::formats::word::Worded;
use crate::model::{AttributeType, Label, LabelAttribute, LabelKey, LabelKind};
use crate::text::Text;

shape! {
    LabelFields {
        must key: Rc<str>,
        must kind: Worded<LabelKind>,
        text name,
        text definition,
        list examples: Rc<str>,
        text shortcut,
        text color,
        may parent: Rc<str>,
        flag symmetric,
        list from: Rc<str>,
        list to: Rc<str>,
        list attributes: AttributeShape,
        may maps: Pairs,
    }
}

shape! {
    AttributeFields {
        must key: Rc<str>,
        text name,
        must kind: Worded<AttributeType> as "type",
        list choices: Rc<str>,
        text default,
        flag required,
    }
}

pub type LabelShape = Object<LabelFields>;
pub type AttributeShape = Object<AttributeFields>;

impl Part for LabelShape {
    type Model = Label;

    fn from_model(label: &Label, text: &Text) -> LabelShape {
        let names = |keys: &[LabelKey]| keys.iter().map(|key| key.0.clone()).collect();
        let known = LabelFields {
            key: label.key.0.clone(),
            kind: Worded(label.kind),
            name: label.name.clone(),
            definition: label.definition.clone(),
            examples: label.examples.clone(),
            shortcut: label.shortcut.clone(),
            color: label.color.clone(),
            parent: label.parent.as_ref().map(|parent| parent.0.clone()),
            symmetric: label.symmetric,
            from: names(&label.from),
            to: names(&label.to),
            attributes: from_models(&label.attributes, text),
            maps: if label.maps.is_empty() { None } else { Some(Pairs(label.maps.clone())) },
        };
        Object { known, unknown: label.unknown.clone() }
    }

    fn into_model(self, text: &Text) -> Result<Label, Fault> {
        let fields = self.known;
        Ok(Label {
            key: key(fields.key, "key")?,
            kind: fields.kind.0,
            name: fields.name,
            definition: fields.definition,
            examples: fields.examples,
            shortcut: fields.shortcut,
            color: fields.color,
            parent: maybe_key(fields.parent, "parent")?,
            symmetric: fields.symmetric,
            from: keys(fields.from, "from")?,
            to: keys(fields.to, "to")?,
            attributes: into_models(fields.attributes, "attributes", text)?,
            maps: fields.maps.unwrap_or_default().0,
            unknown: self.unknown,
        })
    }
}

impl Part for AttributeShape {
    type Model = LabelAttribute;

    fn from_model(attribute: &LabelAttribute, _: &Text) -> AttributeShape {
        let known = AttributeFields {
            key: attribute.key.0.clone(),
            name: attribute.name.clone(),
            kind: Worded(attribute.kind),
            choices: attribute.choices.clone(),
            default: attribute.default.clone(),
            required: attribute.required,
        };
        Object { known, unknown: attribute.unknown.clone() }
    }

    fn into_model(self, _: &Text) -> Result<LabelAttribute, Fault> {
        let fields = self.known;
        Ok(LabelAttribute {
            key: key(fields.key, "key")?,
            name: fields.name,
            kind: fields.kind.0,
            choices: fields.choices,
            default: fields.default,
            required: fields.required,
            unknown: self.unknown,
        })
    }
}
