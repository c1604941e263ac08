//! The proof of a file: what is read from it is what was written.

use std::fmt;
use std::rc::Rc;

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
        (ours.article == read.article, Mismatch::Article),
        (ours.labels == read.labels, Mismatch::Labels),
        (ours.annotators == read.annotators, Mismatch::Annotators),
        (ours.decisions == read.decisions, Mismatch::Decisions),
        (is_same_head(ours, read), Mismatch::File),
    ];
    parts
        .into_iter()
        .find_map(|(is_same, mismatch)| if is_same { None } else { Some(mismatch) })
        .or_else(|| {
            let id = first_difference(ours.entities(), read.entities(), |it| &it.id)?;
            Some(Mismatch::Entity(id))
        })
        .or_else(|| {
            let id = first_difference(ours.annotations(), read.annotations(), |it| &it.id)?;
            Some(Mismatch::Annotation(id))
        })
        .or_else(|| {
            let id = first_difference(ours.relations(), read.relations(), |it| &it.id)?;
            Some(Mismatch::Relation(id))
        })
}

fn is_same_head(ours: &Project, read: &Project) -> bool {
    ours.version == read.version
        && ours.generator == read.generator
        && ours.created == read.created
        && ours.modified == read.modified
        && ours.collection == read.collection
        && ours.unknown == read.unknown
}

/// The id of the first of two lists in one order in which they differ.
fn first_difference<'p, T: PartialEq + 'p, I: Clone>(
    ours: impl Iterator<Item = &'p Rc<T>>,
    read: impl Iterator<Item = &'p Rc<T>>,
    id: fn(&T) -> &I,
) -> Option<I> {
    let mut read = read.fuse();
    let mut ours = ours.fuse();
    loop {
        match (ours.next(), read.next()) {
            (None, None) => return None,
            (Some(one), Some(other)) if one == other => {}
            (Some(one), _) | (None, Some(one)) => return Some(id(one).clone()),
        }
    }
}
