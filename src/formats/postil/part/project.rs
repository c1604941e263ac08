//! A project: all that one file holds.

use std::rc::Rc;

use super::annotation::{Kind, read_of_kind, write_bare};
use super::{Part, article};
use crate::formats::json::{Json, Writer};
use crate::formats::postil::check;
use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::postil::order::Order;
use crate::formats::postil::value::read_list;
use crate::formats::refusal::Fault;
use crate::model::{
    Annotation, Annotator, Article, Entity, Label, LabelSet, Project, Relation, decisions_in_order,
};
use crate::text::Text;

/// What `format` says.
pub(in crate::formats) const FORMAT: &str = "postil";

/// What `offset_unit` says.
pub(in crate::formats::postil) const OFFSET_UNIT: &str = "codepoint";

/// What has an id or a key in a file, in its order.
pub(in crate::formats::postil) struct Lists {
    pub annotators: Vec<Annotator>,
    pub labels: Vec<Label>,
    pub entities: Vec<Entity>,
    pub mentions: Vec<Annotation>,
    pub claims: Vec<Annotation>,
    pub relations: Vec<Relation>,
}

/// A project without the text of its article, as a snapshot in the storage.
///
/// Whether the project was taken out of the library is not in it.
impl Part for Project {
    fn read(json: Json<'_>, text: &Text) -> Result<Project, Fault> {
        let mut members = Members::of(json)?;
        members.take("format")?;
        let version: Rc<str> = members.required("version")?;
        check::constants(&version, &members.required("offset_unit")?)?;
        let article = members.part::<Article>("document", text)?;
        let lists = Lists::take(&mut members, text)?;
        check::names(&lists)?;
        let mut project = Project::new(Rc::new(article), Rc::default());
        project.version = version;
        project.generator = members.maybe_part("generator", text)?.map(Rc::new);
        project.created = members.text("created")?;
        project.modified = members.text("modified")?;
        project.collection = members.maybe_part("collection", text)?.map(Rc::new);
        project.decisions = decisions_in_order(members.parts("decisions", text)?);
        project.unknown = members.rest();
        lists.put_into(&mut project);
        Ok(project)
    }

    fn write(&self, json: &mut Writer, text: &Text) {
        put(self, Article::write, json, text);
    }
}

/// Writes a project with the text of its article, as in a file.
pub(in crate::formats::postil) fn write_with_text(project: &Project, json: &mut Writer) {
    put(project, article::write_with_text, json, &project.article.text);
}

fn put(
    project: &Project,
    write_article: fn(&Article, &mut Writer, &Text),
    json: &mut Writer,
    text: &Text,
) {
    let order = Order::of(project);
    let of_kind = |is_claim| order.annotations.iter().filter(move |it| it.is_claim() == is_claim);
    let mut fields = Fields::open(json);
    fields.string("format", FORMAT);
    fields.string("version", &project.version);
    fields.string("offset_unit", OFFSET_UNIT);
    fields.maybe_part("generator", project.generator.as_deref(), text);
    fields.text("created", &project.created);
    fields.text("modified", &project.modified);
    fields.with("document", |json| write_article(&project.article, json, text));
    fields.maybe_part("collection", project.collection.as_deref(), text);
    fields.parts("annotators", project.annotators.iter(), text);
    fields.parts("labels", project.labels.labels.iter(), text);
    fields.parts("entities", order.entities.iter().map(|it| &***it), text);
    fields.list("mentions", of_kind(false), |it, json| write_bare(it, json, text));
    fields.list("claims", of_kind(true), |it, json| write_bare(it, json, text));
    fields.parts("relations", order.relations.iter().map(|it| &***it), text);
    fields.parts("decisions", project.decisions.iter().map(|it| &**it), text);
    fields.close(&project.unknown);
}

impl Lists {
    fn take(members: &mut Members<'_>, text: &Text) -> Result<Lists, Fault> {
        Ok(Lists {
            annotators: members.parts("annotators", text)?,
            labels: members.parts("labels", text)?,
            entities: members.parts("entities", text)?,
            mentions: annotations(members, "mentions", Kind::Mention, text)?,
            claims: annotations(members, "claims", Kind::Claim, text)?,
            relations: members.parts("relations", text)?,
        })
    }

    fn put_into(self, project: &mut Project) {
        project.annotators = self.annotators.into();
        project.labels = Rc::new(LabelSet { labels: self.labels });
        for entity in self.entities {
            project.insert_entity(Rc::new(entity));
        }
        for annotation in self.mentions.into_iter().chain(self.claims) {
            project.insert_annotation(Rc::new(annotation));
        }
        for relation in self.relations {
            project.insert_relation(Rc::new(relation));
        }
    }
}

/// A list that must be there, even if it is empty.
fn annotations(
    members: &mut Members<'_>,
    list: &str,
    kind: Kind,
    text: &Text,
) -> Result<Vec<Annotation>, Fault> {
    let annotations = read_list(members.must_take(list)?, |json| read_of_kind(kind, json, text));
    annotations.map_err(|fault| fault.within(list))
}
