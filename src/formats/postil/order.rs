//! The order in which a file lists its objects.

use std::rc::Rc;

use crate::model::{Annotation, Entity, Map, Project, Relation};
use crate::text::{CharOffset, sort_by};

/// What a project holds, in order.
///
/// - Annotations stand by first start, longest first, then by id.
/// - Entities stand by their first mention; those without any come last, by id.
/// - Relations stand by what they start from: first start, longest first, then by their own id. One
///   that starts from an entity stands where the entity's first mention is, and last if there is
///   none.
pub(super) struct Order<'p> {
    pub(super) annotations: Vec<&'p Rc<Annotation>>,
    pub(super) entities: Vec<&'p Rc<Entity>>,
    pub(super) relations: Vec<&'p Rc<Relation>>,
}

/// Where in the text something stands; what stands nowhere is last.
type Place = (bool, CharOffset, std::cmp::Reverse<CharOffset>);

const NOWHERE: Place = (true, CharOffset::ZERO, std::cmp::Reverse(CharOffset::ZERO));

impl<'p> Order<'p> {
    pub(super) fn of(project: &'p Project) -> Order<'p> {
        // By id; annotations and entities never share one.
        let mut places: Map<&str, Place> = Map::new();
        let mut entities = Vec::new();
        let annotations: Vec<_> = project.annotations().collect();
        for annotation in &annotations {
            let spans = &annotation.selector.spans;
            let place = (false, spans.start(), std::cmp::Reverse(spans.end()));
            places.insert(annotation.id.as_str(), place);
            if let Some(id) = annotation.entity()
                && !places.contains_key(&id.as_str())
                && let Some(entity) = project.entity(id)
            {
                places.insert(entity.id.as_str(), place);
                entities.push(entity);
            }
        }
        entities.extend(project.entities().filter(|it| !places.contains_key(&it.id.as_str())));
        // They come by id, and the sort is stable.
        let mut relations: Vec<_> = project.relations().collect();
        let place = |relation: &Relation| places.get(&&*relation.from).copied().unwrap_or(NOWHERE);
        sort_by(&mut relations, |one, other| place(one).cmp(&place(other)));
        Order { annotations, entities, relations }
    }
}
