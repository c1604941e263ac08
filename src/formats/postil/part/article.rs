//! The article, and what its file says of its origin.

use std::rc::Rc;

use super::name::{id, raw_object};
use super::{Part, from_models, into_models};
use crate::formats::postil::shape::{Object, Raw, shape};
use crate::formats::refusal::{Fault, Wrong};
use crate::formats::word::Worded;
use crate::model::{
    Article, ArticleId, Block, BlockKind, Collection, Details, Generator, blocks_of_plain_text,
};
use crate::text::{CharOffset, Span, Text, is_canonical};

shape! {
    DocumentFields {
        must id: Rc<str>,
        text title,
        text lang,
        text url,
        text publisher,
        text author,
        text published,
        may text: Box<str>,
        must length: u32,
        must sha256: Rc<str>,
        list blocks: BlockShape,
        may meta: Raw,
    }
}

shape! {
    BlockFields {
        must kind: Worded<BlockKind>,
        may level: u8,
        must start: u32,
        must end: u32,
    }
}

shape! {
    GeneratorFields {
        text name,
        text version,
    }
}

shape! {
    CollectionFields {
        must id: Rc<str>,
        text name,
        text instructions,
    }
}

/// An article without its text, which is given apart and known by its length and SHA-256.
pub type DocumentShape = Object<DocumentFields>;
pub type BlockShape = Object<BlockFields>;
pub type GeneratorShape = Object<GeneratorFields>;
pub type CollectionShape = Object<CollectionFields>;

impl Part for DocumentShape {
    type Model = Article;

    fn from_model(article: &Article, text: &Text) -> DocumentShape {
        let details = article.details.clone();
        let known = DocumentFields {
            id: article.id.0.clone(),
            title: details.title,
            lang: details.lang,
            url: details.url,
            publisher: details.publisher,
            author: details.author,
            published: details.published,
            text: None,
            length: text.end().0,
            sha256: text.sha256().clone(),
            blocks: from_models(&article.blocks, text),
            meta: details.meta.map(Raw),
        };
        Object { known, unknown: article.unknown.clone() }
    }

    /// The article with `text`, whatever text the shape has. An article that names no blocks gets
    /// those of a plain text: without any, nothing of it would be shown.
    fn into_model(self, text: &Text) -> Result<Article, Fault> {
        let fields = self.known;
        check_text(fields.length, fields.sha256, text)?;
        if fields.id.is_empty() {
            return Err(Fault::at("id", Wrong::Blank));
        }
        let mut blocks = into_models(fields.blocks, "blocks", text)?;
        if blocks.is_empty() {
            blocks = blocks_of_plain_text(text);
        }
        check_blocks(&blocks, text)?;
        Ok(Article {
            id: ArticleId(fields.id),
            text: text.clone(),
            blocks: blocks.into(),
            details: Details {
                title: fields.title,
                lang: fields.lang,
                url: fields.url,
                publisher: fields.publisher,
                author: fields.author,
                published: fields.published,
                meta: raw_object(fields.meta, "meta")?,
            },
            unknown: self.unknown,
        })
    }
}

impl Part for BlockShape {
    type Model = Block;

    fn from_model(block: &Block, _: &Text) -> BlockShape {
        let known = BlockFields {
            kind: Worded(block.kind),
            level: block.level,
            start: block.span.start().0,
            end: block.span.end().0,
        };
        Object { known, unknown: block.unknown.clone() }
    }

    fn into_model(self, text: &Text) -> Result<Block, Fault> {
        let BlockFields { kind: Worded(kind), level, start, end } = self.known;
        if let Some(level) = level
            && !(1..=6).contains(&level)
        {
            return Err(Fault::at("level", Wrong::Level(level)));
        }
        let span = Span::new(CharOffset(start), CharOffset(end))
            .map_err(|_| Fault::at("end", Wrong::EmptySpan { start, end }))?;
        if !text.holds(span) {
            return Err(Fault::at("end", Wrong::OutOfText { end }));
        }
        Ok(Block { kind, level, span, unknown: self.unknown })
    }
}

impl Part for GeneratorShape {
    type Model = Generator;

    fn from_model(generator: &Generator, _: &Text) -> GeneratorShape {
        let Generator { name, version, unknown } = generator.clone();
        Object { known: GeneratorFields { name, version }, unknown }
    }

    fn into_model(self, _: &Text) -> Result<Generator, Fault> {
        let GeneratorFields { name, version } = self.known;
        Ok(Generator { name, version, unknown: self.unknown })
    }
}

impl Part for CollectionShape {
    type Model = Collection;

    fn from_model(collection: &Collection, _: &Text) -> CollectionShape {
        let Collection { id, name, instructions, unknown } = collection.clone();
        Object { known: CollectionFields { id, name, instructions }, unknown }
    }

    fn into_model(self, _: &Text) -> Result<Collection, Fault> {
        let CollectionFields { id: id_read, name, instructions } = self.known;
        let id = id(id_read, "id", |id| id)?;
        Ok(Collection { id, name, instructions, unknown: self.unknown })
    }
}

fn check_text(said: u32, sha256: Rc<str>, text: &Text) -> Result<(), Fault> {
    let counted = text.end().0;
    if said != counted {
        return Err(Fault::at("length", Wrong::Length { said, counted }));
    }
    let computed = text.sha256();
    if sha256 != *computed {
        let computed = computed.clone();
        return Err(Fault::at("sha256", Wrong::Sha256 { said: sha256, computed }));
    }
    if !is_canonical(text.as_str()) {
        return Err(Fault::at("text", Wrong::NotCanonical));
    }
    Ok(())
}

/// Blocks are sorted and disjoint, and nothing but line ends lies between, before and after them.
fn check_blocks(blocks: &[Block], text: &Text) -> Result<(), Fault> {
    let mut done = CharOffset::ZERO;
    for (i, block) in blocks.iter().enumerate() {
        let start = block.span.start();
        if start < done {
            return Err(Fault::at("start", Wrong::BlockOrder).within_item("blocks", i));
        }
        check_gap(done, start, text)?;
        done = block.span.end();
    }
    check_gap(done, text.end(), text)
}

fn check_gap(start: CharOffset, end: CharOffset, text: &Text) -> Result<(), Fault> {
    if text.between(start, end).chars().all(|character| character == '\n') {
        return Ok(());
    }
    Err(Fault::at("blocks", Wrong::OutsideBlocks { start: start.0, end: end.0 }))
}
