//! The people who annotate.

use std::rc::Rc;

use super::Part;
use super::name::id;
use crate::formats::postil::shape::{Object, shape};
use crate::formats::refusal::Fault;
use crate::formats::word::Worded;
use crate::model::{Annotator, AnnotatorId, Status};
use crate::text::Text;

shape! {
    AnnotatorFields {
        must id: Rc<str>,
        text name,
        may status: Worded<Status>,
    }
}

pub type AnnotatorShape = Object<AnnotatorFields>;

impl Part for AnnotatorShape {
    type Model = Annotator;

    fn from_model(annotator: &Annotator, _: &Text) -> AnnotatorShape {
        let known = AnnotatorFields {
            id: annotator.id.0.clone(),
            name: annotator.name.clone(),
            status: annotator.status.map(Worded),
        };
        Object { known, unknown: annotator.unknown.clone() }
    }

    fn into_model(self, _: &Text) -> Result<Annotator, Fault> {
        Ok(Annotator {
            id: id(self.known.id, "id", AnnotatorId)?,
            name: self.known.name,
            status: self.known.status.map(|Worded(status)| status),
            unknown: self.unknown,
        })
    }
}
