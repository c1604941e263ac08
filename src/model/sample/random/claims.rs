//! Random values for the fields of claims.

use std::rc::Rc;

use super::{Ask, pick};
use crate::model::{
    Certainty, Checkworthy, ClaimField, ClaimType, Evidence, LabelKey, Polarity, Project,
    QuoteMode, Selector, Stance, Unknown, Verdict,
};

impl Ask {
    /// Any field of a claim, now and then with a value that is refused.
    pub(super) fn field(&self, project: &Project) -> ClaimField {
        let [_, one, other, third, ..] = self.picks;
        let annotations: Vec<_> = project.annotations().map(|it| it.id.clone()).collect();
        let entities: Vec<_> = project.entities().map(|it| it.id.clone()).collect();
        let text = pick(&[None, Some(Rc::from(" It is so. ")), Some("🤝".into())], other).flatten();
        match one.index(16) {
            0 => ClaimField::Label(Some(LabelKey::new("CLAIM"))),
            1 => ClaimField::Label(None),
            2 => ClaimField::Claimant(self.claimant(project, pick(&entities, other))),
            3 => ClaimField::Quote(pick(&[QuoteMode::None, QuoteMode::Mixed], other)),
            4 => ClaimField::Kind(pick(&[ClaimType::Causal, ClaimType::Personal], other)),
            5 => ClaimField::Checkworthy(pick(&[Checkworthy::Yes, Checkworthy::No], other)),
            6 => ClaimField::Certainty(pick(&[Certainty::Probable, Certainty::Certain], other)),
            7 => ClaimField::Polarity(pick(&[Polarity::Negative, Polarity::Unknown], other)),
            8 => ClaimField::Cue(Some(Selector::from(self.spans(project)))),
            9 | 10 => ClaimField::ReportedIn(pick(&annotations, other)),
            11 => ClaimField::Normalized(text),
            12 => ClaimField::Topic(text),
            13 => {
                let times = ["2019", "2019-05-04", "May", ""];
                ClaimField::Time(pick(&times, other).map(Rc::from))
            }
            14 => {
                let about: Vec<_> =
                    [other, third].iter().filter_map(|it| pick(&entities, *it)).collect();
                ClaimField::About(about.into())
            }
            _ if third.index(2) == 0 => ClaimField::Verdict(Some(Verdict {
                rating: text,
                value: pick(&["4.5", "-2", "four"], other).map(Rc::from),
                ..Verdict::default()
            })),
            _ => ClaimField::Evidence(Rc::new([Evidence {
                stance: Stance::Refutes,
                selector: Some(Selector::from(self.spans(project))).filter(|_| text.is_none()),
                url: pick(&["https://example.org", "example.org"], other).map(Rc::from),
                quote: text,
                note: None,
                unknown: Unknown::default(),
            }])),
        }
    }
}
