//! The practice article that a first visit opens on.

use std::rc::Rc;

use crate::model::{Article, ArticleId, Details, Project, blocks_of_plain_text, news};
use crate::text::Text;

/// Its id is fixed: everybody's practice article is the same one.
pub const ID: &str = "practice";

/// The file beside the page that has it annotated in full.
pub const ANNOTATED: &str = "practice.postil.json";

const TEXT: &str = include_str!("practice.txt");

/// The practice article, untagged.
#[must_use]
pub fn project() -> Project {
    let text = Text::new(TEXT.trim_end_matches('\n'));
    let article = Article {
        id: ArticleId::new(ID),
        blocks: blocks_of_plain_text(&text).into(),
        text,
        details: Details {
            title: Some(
                "Trump stresses importance of Russia’s steps to denuclearize North Korea".into(),
            ),
            lang: Some("en".into()),
            publisher: Some("TASS".into()),
            published: Some("2019-05-04".into()),
            ..Details::default()
        },
        unknown: Default::default(),
    };
    Project::new(Rc::new(article), Rc::new(news()))
}
