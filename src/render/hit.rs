//! What a click or the caret hits.

use super::run::{depth, is_drawn};
use crate::model::{AnnotationId, Project};
use crate::text::CharOffset;

/// The annotations over the character at `at`, the innermost, which is the shortest, first.
///
/// Only what is drawn can be hit.
#[must_use]
pub fn annotations_at(project: &Project, at: CharOffset) -> Vec<AnnotationId> {
    let block = project.article.block_at(at);
    let mut hit: Vec<_> = block
        .into_iter()
        .flat_map(|block| project.on_block(block))
        .filter(|it| is_drawn(it) && it.selector.spans.contains(at))
        .collect();
    hit.sort_by(|one, other| depth(one).cmp(&depth(other)));
    hit.into_iter().map(|annotation| annotation.id.clone()).collect()
}
