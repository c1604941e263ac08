//! Projects for tests: small ones from marked text, and how they read.

pub(crate) mod random;
pub(crate) mod wild;

use std::fmt::Write;
use std::rc::Rc;

use super::{
    Anchor, AnnotationId, AnnotatorId, Article, ArticleId, Body, Command, Details, EntityId,
    LabelKey, Project, Refusal, Tag, Transaction, Unknown, Who, blocks_of_plain_text, news, plan,
};
use crate::text::{Span, Spans, Text, marked};

/// A time, the only one in tests.
pub(crate) const NOW: &str = "2026-01-01T00:00:00Z";

/// An article of a plain text, with the labels for news.
pub(crate) fn project(text: &str) -> Project {
    let text = Text::new(text);
    let article = Article {
        id: ArticleId::new("d1"),
        blocks: blocks_of_plain_text(&text).into(),
        text,
        details: Details::default(),
        unknown: Unknown::default(),
    };
    Project::new(Rc::new(article), Rc::new(news()))
}

/// The article of a marked text, and what is marked in it.
pub(crate) fn marked(text: &str) -> (Project, Vec<Span>) {
    let marked = marked::parse(text).unwrap();
    (project(&marked.text), marked.spans)
}

/// A command to tag; its ids are `a<n>` and `e<n>`, and `ana` made it.
pub(crate) fn tag(n: usize, label: &str, spans: impl Into<Spans>) -> Command {
    Command::Tag(Tag {
        id: AnnotationId::new(format!("a{n}")),
        entity: EntityId::new(format!("e{n}")),
        label: LabelKey::new(label),
        spans: spans.into(),
        by: Some(AnnotatorId::new("ana")),
        origin: None,
    })
}

/// The project after a command, once what takes it back was seen to do so.
#[track_caller]
pub(crate) fn take(project: &Project, command: &Command) -> Result<Project, Refusal> {
    let step = plan(project, command, &NOW.into())?;
    let (after, inverse) = step.apply(project);
    assert_ne!(after, *project, "planned, but nothing changes: {command:?}");
    let (back, again) = Transaction::from(inverse).apply(&after);
    assert_eq!(back, *project, "not taken back: {command:?}");
    assert_eq!(Transaction::from(again).apply(&back).0, after, "not done again: {command:?}");
    Ok(after)
}

/// The project after commands that nothing speaks against.
#[track_caller]
pub(crate) fn take_all(project: &Project, commands: &[Command]) -> Project {
    commands.iter().fold(project.clone(), |project, command| take(&project, command).unwrap())
}

/// One line an annotation, for snapshots.
pub(crate) fn outline(project: &Project) -> String {
    let mut lines = String::new();
    let text = &project.article.text;
    for annotation in project.annotations() {
        let label = annotation.label().map_or("-", LabelKey::as_str);
        write!(lines, "{} {label} «{}»", annotation.id, annotation.selector.words(text)).unwrap();
        match &annotation.body {
            Body::Mention(mention) => {
                if let Some(entity) = mention.entity.as_ref().and_then(|id| project.entity(id)) {
                    let name = entity.name.as_deref().unwrap_or("-");
                    write!(lines, " = {} {} {name:?}", entity.id, entity.label).unwrap();
                }
            }
            Body::Claim(claim) => {
                if let Some(quote) = claim.quote {
                    write!(lines, " {quote:?}").unwrap();
                }
                if let Some(claimant) = &claim.claimant {
                    match &claimant.who {
                        Who::Entity { entity, mention: None } => write!(lines, " by {entity}"),
                        Who::Entity { entity, mention: Some(id) } => {
                            write!(lines, " by {entity} as {id}")
                        }
                        who => write!(lines, " by {who:?} {:?}", claimant.text),
                    }
                    .unwrap();
                }
            }
        }
        if annotation.anchor != Anchor::Anchored {
            write!(lines, " {:?}", annotation.anchor).unwrap();
        }
        for (what, is_so) in
            [(" unsure", annotation.unsure), (" modified", annotation.modified.is_some())]
        {
            lines.push_str(if is_so { what } else { "" });
        }
        lines.push('\n');
    }
    lines
}
