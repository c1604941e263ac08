//! One label for many words, or for many annotations, in one step.
//!
//! Each is planned against what those before it have made, so that what is asked for twice in one
//! step is refused or passed over as it would be in two.

use std::rc::Rc;

use super::change::plan_relabel;
use super::check::check_label;
use super::tag::plan_tag_as;
use crate::model::{
    AnnotationId, Edit, EntityField, EntityId, LabelKey, Project, Refusal, Tag, TagAll,
};

/// Edits so far, and the project with them.
struct Plan {
    project: Project,
    edits: Vec<Edit>,
}

impl Plan {
    fn new(project: &Project) -> Plan {
        Plan { project: project.clone(), edits: Vec::new() }
    }

    fn take(&mut self, edits: Vec<Edit>) {
        edits.iter().for_each(|edit| self.project.apply(edit, &mut Vec::new()));
        self.edits.extend(edits);
    }

    fn finish(self) -> Result<Vec<Edit>, Refusal> {
        if self.edits.is_empty() { Err(Refusal::NoChange) } else { Ok(self.edits) }
    }
}

/// Words that are tagged so already are passed over; mentions all name one thing.
pub(super) fn plan_tag_all(
    project: &Project,
    all: &TagAll,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    let mut plan = Plan::new(project);
    for (id, spans) in &all.tags {
        let tag = Tag {
            id: id.clone(),
            entity: all.entity.clone(),
            label: all.label.clone(),
            spans: spans.clone(),
            by: all.by.clone(),
            origin: all.origin,
        };
        let known = plan.project.entity(&all.entity).map(|entity| &entity.id);
        match plan_tag_as(&plan.project, &tag, known, now) {
            Err(Refusal::Duplicate(_)) => {}
            planned => plan.take(planned?),
        }
    }
    plan.finish()
}

/// Those that have the label, whose words have it already, or that are gone are passed over.
///
/// An entity gets the label, too, once all its mentions have it.
pub(super) fn plan_relabel_all(
    project: &Project,
    ids: &[(AnnotationId, EntityId)],
    key: &LabelKey,
    now: &Rc<str>,
) -> Result<Vec<Edit>, Refusal> {
    check_label(project, key)?;
    let mut plan = Plan::new(project);
    for (id, fresh) in ids {
        match plan_relabel(&plan.project, id, key, fresh, now) {
            Err(Refusal::NoChange | Refusal::Duplicate(_) | Refusal::NoAnnotation(_)) => {}
            planned => plan.take(planned?),
        }
    }
    for (id, _) in ids {
        let named = project.annotation(id).and_then(|it| it.entity());
        let Some(entity) = named.and_then(|id| plan.project.entity(id)) else { continue };
        let mentions = plan.project.mentions_of(&entity.id);
        if entity.label != *key && mentions.iter().all(|it| it.label() == Some(key)) {
            let field = EntityField::Label(key.clone());
            plan.take(vec![Edit::SetEntity(entity.id.clone(), field)]);
        }
    }
    plan.finish()
}
