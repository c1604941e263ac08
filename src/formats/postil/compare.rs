//! The proof of a file: what is read from it is what was written.

use std::fmt;
use std::rc::Rc;

use super::blank::WithoutBlanks;
use super::{read, write};
use crate::formats::refusal::Refusal;
use crate::model::{AnnotationId, EntityId, Project, RelationId};

/// The first thing in which a file differs from the project it was written from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The file would be refused.
    Unreadable(Refusal),
    Article,
    Labels,
    Annotators,
    Decisions,
    /// The version, the generator, the times, the collection or an unknown field of the file.
    File,
    Entity(EntityId),
    Annotation(AnnotationId),
    Relation(RelationId),
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mismatch::Unreadable(refusal) => write!(f, "cannot be read again: {refusal}"),
            Mismatch::Article => write!(f, "the article is read otherwise"),
            Mismatch::Labels => write!(f, "the labels are read otherwise"),
            Mismatch::Annotators => write!(f, "the annotators are read otherwise"),
            Mismatch::Decisions => write!(f, "the decisions are read otherwise"),
            Mismatch::File => write!(f, "the head of the file is read otherwise"),
            Mismatch::Entity(id) => write!(f, "entity {id} is read otherwise"),
            Mismatch::Annotation(id) => write!(f, "annotation {id} is read otherwise"),
            Mismatch::Relation(id) => write!(f, "relation {id} is read otherwise"),
        }
    }
}

impl std::error::Error for Mismatch {}

/// The file of a project, read again and compared with the project in memory.
///
/// # Errors
/// [`Mismatch`] if the two differ; such a file must not be offered as a copy of the work.
pub fn read_back(project: &Project) -> Result<Vec<u8>, Mismatch> {
    let bytes = write(project);
    let read = read(&bytes).map_err(Mismatch::Unreadable)?;
    match mismatch(project, &read) {
        None => Ok(bytes),
        Some(mismatch) => Err(mismatch),
    }
}

/// The first thing in which two projects differ, but for their place in the library.
fn mismatch(ours: &Project, read: &Project) -> Option<Mismatch> {
    // Texts are equal by their hash, which the reading has just computed anew.
    let parts = [
        (is_same(&ours.article, &read.article), Mismatch::Article),
        (is_same(&ours.labels, &read.labels), Mismatch::Labels),
        (is_same(&ours.annotators, &read.annotators), Mismatch::Annotators),
        (ours.decisions == read.decisions, Mismatch::Decisions),
        (is_same_head(ours, read), Mismatch::File),
    ];
    if let Some((_, mismatch)) = parts.into_iter().find(|(is_same, _)| !is_same) {
        return Some(mismatch);
    }
    let entity = first_difference(ours.entities(), read.entities(), |it| &it.id);
    let annotation = first_difference(ours.annotations(), read.annotations(), |it| &it.id);
    let relation = first_difference(ours.relations(), read.relations(), |it| &it.id);
    entity
        .map(Mismatch::Entity)
        .or(annotation.map(Mismatch::Annotation))
        .or(relation.map(Mismatch::Relation))
}

/// Whether something was read as it was in memory, but for empty strings, which are left out.
fn is_same<T: PartialEq + WithoutBlanks>(ours: &T, read: &T) -> bool {
    ours == read || ours.without_blanks() == *read
}

fn is_same_head(ours: &Project, read: &Project) -> bool {
    let filled = |text: &Option<Rc<str>>| text.clone().filter(|text| !text.is_empty());
    ours.version == read.version
        && is_same(&ours.generator, &read.generator)
        && filled(&ours.created) == read.created
        && filled(&ours.modified) == read.modified
        && is_same(&ours.collection, &read.collection)
        && ours.unknown == read.unknown
}

/// The id of the first of two lists in one order in which they differ.
fn first_difference<'p, T: PartialEq + WithoutBlanks + 'p, I: Clone>(
    ours: impl Iterator<Item = &'p Rc<T>>,
    read: impl Iterator<Item = &'p Rc<T>>,
    id: fn(&T) -> &I,
) -> Option<I> {
    let mut read = read.fuse();
    let mut ours = ours.fuse();
    loop {
        match (ours.next(), read.next()) {
            (None, None) => return None,
            (Some(one), Some(other)) if is_same(one, other) => {}
            (Some(one), _) | (None, Some(one)) => return Some(id(one).clone()),
        }
    }
}
