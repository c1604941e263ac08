//! The article: immutable text with blocks, and what is known about it.

use std::rc::Rc;

use super::{ArticleId, Block, RawJson, Unknown};
use crate::text::{CharOffset, Span, Text};

/// An article. Its text and blocks never change; a corrected text is another version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    pub id: ArticleId,
    pub text: Text,
    /// Invariant: sorted, disjoint, non-empty, only line ends between them.
    pub blocks: Rc<[Block]>,
    pub details: Details,
    pub unknown: Unknown,
}

/// What a person can change about an article without touching its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    pub title: Option<Rc<str>>,
    /// The language of the article, as BCP 47 has it.
    pub lang: Option<Rc<str>>,
    pub url: Option<Rc<str>>,
    pub publisher: Option<Rc<str>>,
    pub author: Option<Rc<str>>,
    pub published: Option<Rc<str>>,
    /// What the source said beyond this.
    pub meta: Option<RawJson>,
}

/// One detail with its new value; `None` takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    Title(Option<Rc<str>>),
    Lang(Option<Rc<str>>),
    Url(Option<Rc<str>>),
    Publisher(Option<Rc<str>>),
    Author(Option<Rc<str>>),
    Published(Option<Rc<str>>),
}

impl Details {
    /// These details with one of them changed, and the change that takes it back.
    #[must_use]
    pub fn with(&self, detail: Detail) -> (Details, Detail) {
        let mut next = self.clone();
        let back = match detail {
            Detail::Title(value) => Detail::Title(std::mem::replace(&mut next.title, value)),
            Detail::Lang(value) => Detail::Lang(std::mem::replace(&mut next.lang, value)),
            Detail::Url(value) => Detail::Url(std::mem::replace(&mut next.url, value)),
            Detail::Publisher(value) => {
                Detail::Publisher(std::mem::replace(&mut next.publisher, value))
            }
            Detail::Author(value) => Detail::Author(std::mem::replace(&mut next.author, value)),
            Detail::Published(value) => {
                Detail::Published(std::mem::replace(&mut next.published, value))
            }
        };
        (next, back)
    }
}

impl Detail {
    /// The same detail with its value passed through `change`.
    #[must_use]
    pub fn map(self, change: impl FnOnce(Option<Rc<str>>) -> Option<Rc<str>>) -> Detail {
        match self {
            Detail::Title(value) => Detail::Title(change(value)),
            Detail::Lang(value) => Detail::Lang(change(value)),
            Detail::Url(value) => Detail::Url(change(value)),
            Detail::Publisher(value) => Detail::Publisher(change(value)),
            Detail::Author(value) => Detail::Author(change(value)),
            Detail::Published(value) => Detail::Published(change(value)),
        }
    }
}

impl Article {
    /// The block that a caret at `at` stands in: the last one that begins at or before it.
    #[must_use]
    pub fn block_at(&self, at: CharOffset) -> Option<usize> {
        self.blocks.partition_point(|block| block.span.start() <= at).checked_sub(1)
    }

    /// The indices of the blocks that share a character with `span`.
    #[must_use]
    pub fn blocks_of(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.blocks.partition_point(|block| block.span.end() <= span.start());
        let after = self.blocks.partition_point(|block| block.span.start() < span.end());
        first..after.max(first)
    }
}

/// The program that wrote a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generator {
    pub name: Option<Rc<str>>,
    pub version: Option<Rc<str>>,
    pub unknown: Unknown,
}

/// The collection that an article belongs to, as its file names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    pub id: Rc<str>,
    pub name: Option<Rc<str>>,
    pub instructions: Option<Rc<str>>,
    pub unknown: Unknown,
}
