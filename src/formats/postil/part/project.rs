//! A project: all that one file holds.

use std::rc::Rc;

use super::{
    AnnotationShape, AnnotatorShape, ClaimShape, CollectionShape, DecisionShape, DocumentShape,
    EntityShape, GeneratorShape, LabelShape, MentionShape, Part, RelationShape, from_models,
    into_models, maybe_into_model,
};
use crate::formats::postil::check;
use crate::formats::postil::order::Order;
use crate::formats::postil::shape::{Object, shape};
use crate::formats::refusal::{Fault, Wrong};
use crate::model::{LabelSet, Project};
use crate::text::Text;

shape! {
    ProjectFields {
        must format: Rc<str>,
        must version: Rc<str>,
        must offset_unit: Rc<str>,
        may generator: GeneratorShape,
        text created,
        text modified,
        must document: DocumentShape,
        may collection: CollectionShape,
        list annotators: AnnotatorShape,
        list labels: LabelShape,
        list entities: EntityShape,
        must mentions: Vec<MentionShape>,
        must claims: Vec<ClaimShape>,
        list relations: RelationShape,
        list decisions: DecisionShape,
    }
}

/// A file, or, without the text of its document, a snapshot in the storage.
///
/// Whether the project was taken out of the library is in neither.
pub type ProjectShape = Object<ProjectFields>;

/// What `format` says.
pub(in crate::formats) const FORMAT: &str = "postil";

/// What `offset_unit` says.
pub(in crate::formats::postil) const OFFSET_UNIT: &str = "codepoint";

impl Part for ProjectShape {
    type Model = Project;

    /// The shape without the text; see [`ProjectShape::with_text`].
    fn from_model(project: &Project, text: &Text) -> ProjectShape {
        let order = Order::of(project);
        let (mut mentions, mut claims) = (Vec::new(), Vec::new());
        for annotation in order.annotations {
            match AnnotationShape::from_model(annotation, text) {
                AnnotationShape::Mention(mention) => mentions.push(mention),
                AnnotationShape::Claim(claim) => claims.push(*claim),
            }
        }
        let known = ProjectFields {
            format: FORMAT.into(),
            version: project.version.clone(),
            offset_unit: OFFSET_UNIT.into(),
            generator: project.generator.as_ref().map(|it| GeneratorShape::from_model(it, text)),
            created: project.created.clone(),
            modified: project.modified.clone(),
            document: DocumentShape::from_model(&project.article, text),
            collection: project.collection.as_ref().map(|it| CollectionShape::from_model(it, text)),
            annotators: from_models(&project.annotators, text),
            labels: from_models(&project.labels.labels, text),
            entities: order.entities.iter().map(|it| EntityShape::from_model(it, text)).collect(),
            mentions,
            claims,
            relations: order
                .relations
                .iter()
                .map(|it| RelationShape::from_model(it, text))
                .collect(),
            decisions: from_models(&project.decisions, text),
        };
        Object { known, unknown: project.unknown.clone() }
    }

    fn into_model(self, text: &Text) -> Result<Project, Fault> {
        check::constants(&self.known)?;
        check::names(&self.known)?;
        let fields = self.known;
        let article = fields.document.into_model(text).map_err(|fault| fault.within("document"))?;
        let labels = into_models(fields.labels, "labels", text)?;
        let mut project = Project::new(Rc::new(article), Rc::new(LabelSet { labels }));
        project.version = fields.version;
        project.generator = maybe_into_model(fields.generator, "generator", text)?.map(Rc::new);
        project.created = fields.created;
        project.modified = fields.modified;
        project.collection = maybe_into_model(fields.collection, "collection", text)?.map(Rc::new);
        project.annotators = into_models(fields.annotators, "annotators", text)?.into();
        project.decisions = into_models(fields.decisions, "decisions", text)?.into();
        project.unknown = self.unknown;
        for entity in into_models(fields.entities, "entities", text)? {
            project.insert_entity(Rc::new(entity));
        }
        for (i, mention) in fields.mentions.into_iter().enumerate() {
            let mention = mention.into_model(text).map_err(|it| it.within_item("mentions", i))?;
            project.insert_annotation(Rc::new(mention));
        }
        for (i, claim) in fields.claims.into_iter().enumerate() {
            let claim = claim.into_model(text).map_err(|it| it.within_item("claims", i))?;
            project.insert_annotation(Rc::new(claim));
        }
        for relation in into_models(fields.relations, "relations", text)? {
            project.insert_relation(Rc::new(relation));
        }
        Ok(project)
    }
}

impl ProjectShape {
    /// The shape with the text of the article in it, as in a file.
    #[must_use]
    pub fn with_text(mut self, text: &Text) -> ProjectShape {
        self.known.document.known.text = Some(text.as_str().into());
        self
    }

    /// Takes the text out.
    ///
    /// # Errors
    /// [`Fault`] if there is none.
    pub fn take_text(&mut self) -> Result<Text, Fault> {
        let text = self.known.document.known.text.take();
        text.map(Text::new).ok_or_else(|| Fault::at("document.text", Wrong::Missing))
    }
}
