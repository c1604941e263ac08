//! What is particular to a claim.

use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::refusal::Fault;
use crate::formats::word::Word;
use crate::model::{AnnotationId, Claim, EntityId, LabelKey};
use crate::text::Text;

pub(super) fn take(members: &mut Members<'_>, text: &Text) -> Result<Claim, Fault> {
    Ok(Claim {
        label: members.maybe_key("label")?,
        claimant: members.maybe_part("claimant", text)?,
        quote: members.maybe_word("quote")?,
        kind: members.maybe_word("type")?,
        checkworthy: members.maybe_word("checkworthy")?,
        certainty: members.maybe_word("certainty")?,
        polarity: members.maybe_word("polarity")?,
        cue: members.maybe_part("cue", text)?,
        reported_in: members.maybe_id("reported_in")?.map(AnnotationId),
        normalized: members.text("normalized")?,
        about: members.ids("about")?.into_iter().map(EntityId).collect(),
        topic: members.text("topic")?,
        time: members.text("time")?,
        evidence: members.parts("evidence", text)?.into(),
        verdict: members.maybe_part("verdict", text)?,
    })
}

pub(super) fn put(claim: &Claim, fields: &mut Fields<'_>, text: &Text) {
    fields.maybe("label", claim.label.as_ref().map(LabelKey::as_str));
    fields.maybe_part("claimant", claim.claimant.as_ref(), text);
    fields.maybe("quote", claim.quote.map(Word::word));
    fields.maybe("type", claim.kind.map(Word::word));
    fields.maybe("checkworthy", claim.checkworthy.map(Word::word));
    fields.maybe("certainty", claim.certainty.map(Word::word));
    fields.maybe("polarity", claim.polarity.map(Word::word));
    fields.maybe_part("cue", claim.cue.as_ref(), text);
    fields.maybe("reported_in", claim.reported_in.as_ref().map(AnnotationId::as_str));
    fields.text("normalized", &claim.normalized);
    fields.texts("about", claim.about.iter().map(|id| &id.0));
    fields.text("topic", &claim.topic);
    fields.text("time", &claim.time);
    fields.parts("evidence", claim.evidence.iter(), text);
    fields.maybe_part("verdict", claim.verdict.as_ref(), text);
}
