//! A pasted text before it is frozen: edited, its paragraphs dropped or given a kind.

use super::action::Pasted;
use crate::model::{Block, BlockKind, Details, Unknown, blocks_of_plain_text};
use crate::text::{CharOffset, Span, Text, canonical};

/// A text that is still being prepared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    text: String,
    /// An address that was pasted before the text, kept with the article.
    source: Option<String>,
    parts: Vec<Part>,
}

/// A paragraph of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub words: String,
    pub kind: BlockKind,
    pub dropped: bool,
}

impl Draft {
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The draft with another text. Choices stay with paragraphs whose words did not change.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Draft {
        let canonical = Text::new(canonical(text));
        let source = self.address().map(str::to_owned).or_else(|| self.source.clone());
        let parts = if is_address(text) { Vec::new() } else { self.parts_of(&canonical) };
        Draft { text: text.to_owned(), source, parts }
    }

    fn parts_of(&self, text: &Text) -> Vec<Part> {
        let blocks = blocks_of_plain_text(text);
        let parts = blocks.into_iter().map(|block| {
            let words = text.slice(block.span).to_owned();
            let before = self.parts.iter().find(|part| part.words == words);
            before.cloned().unwrap_or(Part { words, kind: block.kind, dropped: false })
        });
        parts.collect()
    }

    /// The web address, if that is all that was pasted.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| is_address(text))
    }

    #[must_use]
    pub fn keeping(&self, place: usize) -> Draft {
        self.with(place, |part| part.dropped = false)
    }

    #[must_use]
    pub fn dropping(&self, place: usize) -> Draft {
        self.with(place, |part| part.dropped = true)
    }

    #[must_use]
    pub fn with_kind(&self, place: usize, kind: BlockKind) -> Draft {
        self.with(place, |part| part.kind = kind)
    }

    fn with(&self, place: usize, change: impl FnOnce(&mut Part)) -> Draft {
        let mut next = self.clone();
        if let Some(part) = next.parts.get_mut(place) {
            change(part);
        }
        next
    }

    /// The text of the paragraphs that are kept, parted by empty lines; `None` if nothing is left.
    #[must_use]
    pub fn frozen(&self) -> Option<Pasted> {
        let mut text = String::new();
        let mut blocks = Vec::new();
        let mut end = CharOffset::ZERO;
        for part in self.parts.iter().filter(|part| !part.dropped) {
            let start = if text.is_empty() { end } else { end.plus(2) };
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&part.words);
            end = start.plus(u32::try_from(part.words.chars().count()).unwrap_or(u32::MAX));
            let span = Span::new(start, end).ok()?;
            blocks.push(Block { kind: part.kind, level: None, span, unknown: Unknown::default() });
        }
        if text.trim().is_empty() {
            return None;
        }
        let title = self.parts.iter().find(|part| !part.dropped && part.kind == BlockKind::Title);
        let details = Details {
            title: title.map(|part| part.words.trim().into()),
            url: self.source.as_deref().map(Into::into),
            ..Details::default()
        };
        Some(Pasted { text, blocks, details })
    }
}

/// Whether some words are one web address and nothing else.
fn is_address(text: &str) -> bool {
    let text = text.trim();
    let web = ["http://", "https://", "www."]
        .iter()
        .any(|start| text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)));
    web && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_can_be_dropped_and_given_a_kind() {
        let draft = Draft::default().with_text("A title\r\n\r\nSubscribe now!\r\n\r\nSome text.");
        let draft = draft.dropping(1).with_kind(2, BlockKind::Quote);
        let pasted = draft.frozen().unwrap();
        assert_eq!(pasted.text, "A title\n\nSome text.");
        let text = Text::new(pasted.text.as_str());
        let blocks: Vec<_> = pasted.blocks.iter().map(|b| (b.kind, text.slice(b.span))).collect();
        assert_eq!(blocks, [(BlockKind::Title, "A title"), (BlockKind::Quote, "Some text.")]);
        assert_eq!(pasted.details.title.as_deref(), Some("A title"));
    }

    #[test]
    fn choices_survive_an_edit_elsewhere() {
        let draft = Draft::default().with_text("T\n\nOne.\n\nTwo.").dropping(1);
        let dropped: Vec<_> =
            draft.with_text("T\n\nOne.\n\nTwo and more.").parts.iter().map(|p| p.dropped).collect();
        assert_eq!(dropped, [false, true, false]);
    }

    #[test]
    fn an_address_is_told_from_a_text_and_kept() {
        let draft = Draft::default().with_text(" HTTPS://example.org/a?b ");
        assert_eq!(draft.address(), Some("HTTPS://example.org/a?b"));
        assert_eq!(draft.frozen(), None);
        let draft = draft.with_text("Title\n\nText.");
        assert_eq!(draft.address(), None);
        let details = draft.frozen().unwrap().details;
        assert_eq!(details.url.as_deref(), Some("HTTPS://example.org/a?b"));
        assert_eq!(Draft::default().with_text("see https://example.org").address(), None);
    }

    #[test]
    fn nothing_is_frozen_where_nothing_is_left() {
        assert_eq!(Draft::default().frozen(), None);
        assert_eq!(Draft::default().with_text(" \n ").frozen(), None);
        assert_eq!(Draft::default().with_text("One").dropping(0).frozen(), None);
    }
}
