//! The rows of the list of annotations.
//!
//! There may be a hundred thousand, of which a screen shows twenty: a row is made when it is looked
//! at. In the order of the text nothing is gone through at all.

use std::ops::Range;
use std::rc::Rc;

use super::select::{ListItem, item, label_name};
use super::state::Grouping;
use crate::model::{Annotation, AnnotationId, Project};
use crate::text::sort_by;

/// Which annotations the list shows, in which order.
#[derive(Clone, Debug)]
pub struct Rows {
    project: Rc<Project>,
    /// Those that are shown, unless it is all of them in the order of the text.
    chosen: Option<Chosen>,
}

#[derive(Clone, Debug)]
struct Chosen {
    annotations: Vec<Rc<Annotation>>,
    /// Where each group begins, its name and its size.
    groups: Vec<(usize, Rc<str>, usize)>,
}

impl Rows {
    /// The rows that pass, all of them if there is nothing to pass.
    #[must_use]
    pub fn new(
        project: Rc<Project>,
        grouping: Grouping,
        passes: Option<&dyn Fn(&Annotation) -> bool>,
    ) -> Rows {
        let chosen = (grouping == Grouping::Label || passes.is_some()).then(|| {
            let passing = |it: &&Rc<Annotation>| passes.is_none_or(|passes| passes(it));
            let annotations = project.annotations().filter(passing).cloned().collect();
            match grouping {
                Grouping::TextOrder => Chosen { annotations, groups: Vec::new() },
                Grouping::Label => by_label(&project, annotations),
            }
        });
        Rows { project, chosen }
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.chosen.as_ref().map_or_else(|| self.project.n_annotations(), |it| it.annotations.len())
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[must_use]
    pub fn ids(&self) -> Vec<AnnotationId> {
        match &self.chosen {
            Some(chosen) => chosen.annotations.iter().map(|it| it.id.clone()).collect(),
            None => self.project.annotations().map(|it| it.id.clone()).collect(),
        }
    }

    #[must_use]
    pub fn id_at(&self, place: usize) -> Option<AnnotationId> {
        let found = match &self.chosen {
            Some(chosen) => chosen.annotations.get(place),
            None => self.project.annotations_from(place).next(),
        };
        found.map(|annotation| annotation.id.clone())
    }

    #[must_use]
    pub fn place_of(&self, id: &AnnotationId) -> Option<usize> {
        match &self.chosen {
            Some(chosen) => chosen.annotations.iter().position(|it| it.id == *id),
            None => self.project.place_of(id),
        }
    }

    /// Some of the rows as they are shown.
    #[must_use]
    pub fn items(&self, places: Range<usize>) -> Vec<ListItem> {
        let of = |annotation: &Rc<Annotation>| item(&self.project, annotation);
        let Some(chosen) = &self.chosen else {
            return self
                .project
                .annotations_from(places.start)
                .take(places.len())
                .map(of)
                .collect();
        };
        let shown = chosen.annotations.iter().enumerate().skip(places.start).take(places.len());
        shown
            .map(|(place, annotation)| ListItem {
                opens_group: chosen.group(place),
                ..of(annotation)
            })
            .collect()
    }
}

impl Chosen {
    fn group(&self, place: usize) -> Option<(Rc<str>, usize)> {
        let found = self.groups.partition_point(|(start, ..)| *start < place);
        let (start, name, size) = self.groups.get(found)?;
        (*start == place).then(|| (name.clone(), *size))
    }
}

/// In the order of the label set, then of the names of labels, then of the text.
fn by_label(project: &Project, annotations: Vec<Rc<Annotation>>) -> Chosen {
    let labels = &project.labels;
    let mut ranked: Vec<(usize, Rc<Annotation>)> = annotations
        .into_iter()
        .map(|it| (it.label().and_then(|key| labels.rank(key)).unwrap_or(usize::MAX), it))
        .collect();
    sort_by(&mut ranked, |(rank, one), (other_rank, other)| {
        let names = || label_name(labels, one).cmp(label_name(labels, other));
        rank.cmp(other_rank).then_with(names)
    });
    let mut groups: Vec<(usize, Rc<str>, usize)> = Vec::new();
    for (place, (_, annotation)) in ranked.iter().enumerate() {
        let name = label_name(labels, annotation);
        match groups.last_mut() {
            Some((_, last, size)) if **last == *name => *size += 1,
            _ => groups.push((place, name.into(), 1)),
        }
    }
    Chosen { annotations: ranked.into_iter().map(|(_, it)| it).collect(), groups }
}
