//! The order in which a file lists what has no place of its own in the text.

use std::collections::HashMap;
use std::rc::Rc;

use crate::model::{Entity, Project, Relation};
use crate::text::CharOffset;

/// The order of entities and relations.
///
/// - Entities stand by their first mention; those without any come last, by id.
/// - Relations stand by what they start from: first start, longest first, then by their own id. One
///   that starts from an entity stands where the entity's first mention is, and last if there is
///   none.
///
/// Mentions and claims need no help: [`Project::annotations`] gives them in order.
pub(super) struct Order<'p> {
    entities: Vec<&'p Rc<Entity>>,
    relations: Vec<&'p Rc<Relation>>,
}

/// Where in the text something stands; what stands nowhere is last.
type Place = (bool, CharOffset, std::cmp::Reverse<CharOffset>);

const NOWHERE: Place = (true, CharOffset::ZERO, std::cmp::Reverse(CharOffset::ZERO));

impl<'p> Order<'p> {
    pub(super) fn of(project: &'p Project) -> Order<'p> {
        // By id; annotations and entities never share one.
        let mut places: HashMap<&str, Place> = HashMap::new();
        let mut entities = Vec::new();
        for annotation in project.annotations() {
            let spans = &annotation.selector.spans;
            let place = (false, spans.start(), std::cmp::Reverse(spans.end()));
            places.insert(annotation.id.as_str(), place);
            if let Some(entity) = annotation.entity().and_then(|id| project.entity(id))
                && !places.contains_key(entity.id.as_str())
            {
                places.insert(entity.id.as_str(), place);
                entities.push(entity);
            }
        }
        entities.extend(project.entities().filter(|it| !places.contains_key(it.id.as_str())));
        // They come by id, and the sort is stable.
        let mut relations: Vec<_> = project.relations().collect();
        relations.sort_by_key(|relation| places.get(&*relation.from).copied().unwrap_or(NOWHERE));
        Order { entities, relations }
    }

    pub(super) fn entities(&self) -> impl Iterator<Item = &'p Entity> + '_ {
        self.entities.iter().map(|entity| &***entity)
    }

    pub(super) fn relations(&self) -> impl Iterator<Item = &'p Relation> + '_ {
        self.relations.iter().map(|relation| &***relation)
    }
}
