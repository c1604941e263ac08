//! The article, and what its file says of its origin.

use std::rc::Rc;

use super::Part;
use crate::formats::json::{Json, Writer};
use crate::formats::postil::fields::Fields;
use crate::formats::postil::members::Members;
use crate::formats::refusal::{Fault, Wrong};
use crate::formats::word::Word;
use crate::model::{
    Article, ArticleId, Block, Collection, Details, Generator, blocks_of_plain_text,
};
use crate::text::{CharOffset, Span, Text, is_canonical};

/// An article without its text, which is given apart and known by its length and SHA-256.
impl Part for Article {
    /// The article with `text`, whatever text the object has. An article that names no blocks gets
    /// those of a plain text: without any, nothing of it would be shown.
    fn read(json: Json<'_>, text: &Text) -> Result<Article, Fault> {
        let mut members = Members::of(json)?;
        members.take("text")?;
        let (length, sha256) = (members.required("length")?, members.required("sha256")?);
        check_text(length, sha256, text)?;
        let id = members.required("id")?;
        if id == "".into() {
            return Err(Fault::at("id", Wrong::Blank));
        }
        let mut blocks = members.parts("blocks", text)?;
        if blocks.is_empty() {
            blocks = blocks_of_plain_text(text);
        }
        check_blocks(&blocks, text)?;
        Ok(Article {
            id: ArticleId(id),
            text: text.clone(),
            blocks: blocks.into(),
            details: Details {
                title: members.text("title")?,
                lang: members.text("lang")?,
                url: members.text("url")?,
                publisher: members.text("publisher")?,
                author: members.text("author")?,
                published: members.text("published")?,
                meta: members.raw_object("meta")?,
            },
            unknown: members.rest(),
        })
    }

    fn write(&self, json: &mut Writer, text: &Text) {
        put(self, None, json, text);
    }
}

/// Writes an article with its text.
pub(super) fn write_with_text(article: &Article, json: &mut Writer, text: &Text) {
    put(article, Some(text.as_str()), json, text);
}

fn put(article: &Article, chars: Option<&str>, json: &mut Writer, text: &Text) {
    let details = &article.details;
    let mut fields = Fields::open(json);
    fields.string("id", &article.id.0);
    fields.text("title", &details.title);
    fields.text("lang", &details.lang);
    fields.text("url", &details.url);
    fields.text("publisher", &details.publisher);
    fields.text("author", &details.author);
    fields.text("published", &details.published);
    fields.maybe("text", chars);
    fields.number("length", text.end().0);
    fields.string("sha256", text.sha256());
    fields.parts("blocks", article.blocks.iter(), text);
    fields.raw("meta", &details.meta);
    fields.close(&article.unknown);
}

impl Part for Block {
    fn read(json: Json<'_>, text: &Text) -> Result<Block, Fault> {
        let mut members = Members::of(json)?;
        let kind = members.word("kind")?;
        let level = members.optional::<u32>("level")?.map(level).transpose()?;
        let (start, end) = (members.required("start")?, members.required("end")?);
        let span = Span::new(CharOffset(start), CharOffset(end))
            .map_err(|_| Fault::at("end", Wrong::EmptySpan { start, end }))?;
        if !text.holds(span) {
            return Err(Fault::at("end", Wrong::OutOfText { end }));
        }
        Ok(Block { kind, level, span, unknown: members.rest() })
    }

    fn write(&self, json: &mut Writer, _: &Text) {
        let mut fields = Fields::open(json);
        fields.string("kind", self.kind.word());
        fields.value("level", self.level.map(u32::from));
        fields.number("start", self.span.start().0);
        fields.number("end", self.span.end().0);
        fields.close(&self.unknown);
    }
}

fn level(level: u32) -> Result<u8, Fault> {
    let known = u8::try_from(level).ok().filter(|level| (1..=6).contains(level));
    known.ok_or_else(|| Fault::at("level", Wrong::Level(level)))
}

impl Part for Generator {
    fn read(json: Json<'_>, _: &Text) -> Result<Generator, Fault> {
        let mut members = Members::of(json)?;
        let (name, version) = (members.text("name")?, members.text("version")?);
        Ok(Generator { name, version, unknown: members.rest() })
    }

    fn write(&self, json: &mut Writer, _: &Text) {
        let mut fields = Fields::open(json);
        fields.text("name", &self.name);
        fields.text("version", &self.version);
        fields.close(&self.unknown);
    }
}

impl Part for Collection {
    fn read(json: Json<'_>, _: &Text) -> Result<Collection, Fault> {
        let mut members = Members::of(json)?;
        Ok(Collection {
            id: members.id("id")?,
            name: members.text("name")?,
            instructions: members.text("instructions")?,
            unknown: members.rest(),
        })
    }

    fn write(&self, json: &mut Writer, _: &Text) {
        let mut fields = Fields::open(json);
        fields.string("id", &self.id);
        fields.text("name", &self.name);
        fields.text("instructions", &self.instructions);
        fields.close(&self.unknown);
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
