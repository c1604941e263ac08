//! What speaks for or against a claim, and what a check of it came to.

use super::Part;
use crate::formats::json::{Json, Writer};
use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::refusal::Fault;
use crate::formats::word::Word;
use crate::model::{Evidence, Verdict};
use crate::text::Text;

impl Part for Evidence {
    fn read(json: Json<'_>, text: &Text) -> Result<Evidence, Fault> {
        let mut members = Members::of(json)?;
        Ok(Evidence {
            stance: members.word("stance")?,
            selector: members.maybe_part("spans", text)?,
            url: members.text("url")?,
            quote: members.text("quote")?,
            note: members.text("note")?,
            unknown: members.rest(),
        })
    }

    fn write(&self, json: &mut Writer, text: &Text) {
        let mut fields = Fields::open(json);
        fields.string("stance", self.stance.word());
        fields.maybe_part("spans", self.selector.as_ref(), text);
        fields.text("url", &self.url);
        fields.text("quote", &self.quote);
        fields.text("note", &self.note);
        fields.close(&self.unknown);
    }
}

impl Part for Verdict {
    fn read(json: Json<'_>, _: &Text) -> Result<Verdict, Fault> {
        let mut members = Members::of(json)?;
        Ok(Verdict {
            rating: members.text("rating")?,
            value: members.text("value")?,
            best: members.text("best")?,
            worst: members.text("worst")?,
            url: members.text("url")?,
            by: members.text("by")?,
            date: members.text("date")?,
            unknown: members.rest(),
        })
    }

    fn write(&self, json: &mut Writer, _: &Text) {
        let mut fields = Fields::open(json);
        fields.text("rating", &self.rating);
        fields.text("value", &self.value);
        fields.text("best", &self.best);
        fields.text("worst", &self.worst);
        fields.text("url", &self.url);
        fields.text("by", &self.by);
        fields.text("date", &self.date);
        fields.close(&self.unknown);
    }
}
