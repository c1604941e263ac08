//! Labels and the attributes that annotations of a label can have.

use super::Part;
use crate::formats::json::{Json, Writer};
use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::postil::value::Pairs;
use crate::formats::refusal::Fault;
use crate::formats::word::{Word, Worded};
use crate::model::{Label, LabelAttribute, LabelKey};
use crate::text::Text;

impl Part for Label {
    fn read(json: Json<'_>, text: &Text) -> Result<Label, Fault> {
        let mut members = Members::of(json)?;
        Ok(Label {
            key: members.key("key")?,
            kind: members.word("kind")?,
            name: members.text("name")?,
            definition: members.text("definition")?,
            examples: members.texts("examples")?,
            shortcut: members.text("shortcut")?,
            color: members.text("color")?,
            parent: members.maybe_key("parent")?,
            symmetric: members.flag("symmetric")?,
            from: members.keys("from")?,
            to: members.keys("to")?,
            attributes: members.parts("attributes", text)?,
            maps: members.optional::<Pairs>("maps")?.unwrap_or_default().0,
            ask: members.maybe_words("ask")?,
            quiet: members.maybe_words("quiet")?.unwrap_or_default(),
            retired: members.flag("retired")?,
            unknown: members.rest(),
        })
    }

    fn write(&self, json: &mut Writer, text: &Text) {
        let mut fields = Fields::open(json);
        fields.string("key", &self.key.0);
        fields.string("kind", self.kind.word());
        fields.text("name", &self.name);
        fields.text("definition", &self.definition);
        fields.texts("examples", self.examples.iter());
        fields.text("shortcut", &self.shortcut);
        fields.text("color", &self.color);
        fields.maybe("parent", self.parent.as_ref().map(LabelKey::as_str));
        fields.flag("symmetric", self.symmetric);
        fields.texts("from", self.from.iter().map(|key| &key.0));
        fields.texts("to", self.to.iter().map(|key| &key.0));
        fields.parts("attributes", self.attributes.iter(), text);
        fields.value("maps", Some(Pairs(self.maps.clone())).filter(|maps| !maps.0.is_empty()));
        // To ask nothing is another thing than to ask what is usual.
        fields.value("ask", self.ask.as_deref().map(worded));
        fields.value("quiet", Some(worded(&self.quiet)).filter(|quiet| !quiet.is_empty()));
        fields.flag("retired", self.retired);
        fields.close(&self.unknown);
    }
}

fn worded<W: Word>(choices: &[W]) -> Vec<Worded<W>> {
    choices.iter().copied().map(Worded).collect()
}

impl Part for LabelAttribute {
    fn read(json: Json<'_>, _: &Text) -> Result<LabelAttribute, Fault> {
        let mut members = Members::of(json)?;
        Ok(LabelAttribute {
            key: members.key("key")?,
            name: members.text("name")?,
            kind: members.word("type")?,
            choices: members.texts("choices")?,
            default: members.text("default")?,
            required: members.flag("required")?,
            unknown: members.rest(),
        })
    }

    fn write(&self, json: &mut Writer, _: &Text) {
        let mut fields = Fields::open(json);
        fields.string("key", &self.key.0);
        fields.text("name", &self.name);
        fields.string("type", self.kind.word());
        fields.texts("choices", self.choices.iter());
        fields.text("default", &self.default);
        fields.flag("required", self.required);
        fields.close(&self.unknown);
    }
}
