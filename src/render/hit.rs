//! What a click or the caret hits.

use super::run::{depth, is_drawn};
use crate::model::{AnnotationId, Project};
use crate::text::{CharOffset, Span, sort_by};

/// The annotations over the character at `at`, the innermost, which is the shortest, first.
///
/// Only what is drawn can be hit.
#[must_use]
pub fn annotations_at(project: &Project, at: CharOffset) -> Vec<AnnotationId> {
    let character = Span::new(at, at.plus(1)).ok();
    let hit = character.map(|character| project.annotations_on(character));
    let mut hit = hit.unwrap_or_default();
    hit.retain(|annotation| is_drawn(annotation));
    sort_by(&mut hit, |one, other| depth(one).cmp(&depth(other)));
    hit.into_iter().map(|annotation| annotation.id.clone()).collect()
}
