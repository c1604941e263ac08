//! The article in the document: from a place among its elements to an offset, and back.
//!
//! The article is the element with id `article`. Its children are blocks, or sections of blocks
//! whose `data-section` is where they start. Every block is an element whose `data-start` is the
//! offset of its first character, and whose text nodes are exactly the text from there on. A giant
//! paragraph stands in several such elements. Elements with `data-aside` hold no text of the
//! article.
//!
//! The DOM counts in UTF-16 from the start of a node, so an offset is found through the start of
//! its block: no text before it is ever read, and a place at the end of a million characters
//! costs what one at the beginning costs.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range, Text as TextNode};

use crate::text::{CharOffset, Span, Text, Utf16Offset};

const ROOT: &str = "article";
const START: &str = "data-start";
const BLOCK: &str = "[data-start]";
const SECTION: &str = "data-section";
const ASIDE: &str = "data-aside";
const DRAGGED: &str = "data-dragged";

/// A boundary point as the DOM has it: before child `offset` of an element, or before UTF-16
/// unit `offset` of a text node.
#[derive(Clone, Debug)]
pub struct Point {
    pub node: Node,
    pub offset: u32,
}

/// Where a point lies in the text.
///
/// A point between two blocks lies nowhere in particular, so it has two readings. A triple-click
/// in Chromium ends at the start of the next block and means the end of this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// For the caret, and for the end of a selection that comes first.
    pub(super) here: CharOffset,
    /// For the end of a selection that comes last: line ends before it are not meant.
    pub(super) end: CharOffset,
}

/// Which run a point belongs to that lies between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The end of the run before: for the end of a range.
    Before,
    /// The start of the run after: for a caret and the start of a range.
    After,
}

/// Says on the article's element whether words are being marked with the mouse.
pub fn set_dragged(dragged: bool) {
    if let Some(root) = root() {
        set_handled(&root, dragged);
    }
}

/// Says on a handle whether it is being dragged, so that it does not stand between the pointer and
/// the text.
pub fn set_handled(handle: &Element, dragged: bool) {
    // Neither can fail: the name is one of an attribute.
    let _ = if dragged {
        handle.set_attribute(DRAGGED, "true")
    } else {
        handle.remove_attribute(DRAGGED)
    };
}

/// The article as it stands in the document at one moment.
///
/// Its blocks stand in it, or in its sections, in the order of their starts; a block is looked for
/// by halves among both, since there may be thousands.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    text: &'a Text,
    root: Element,
}

impl<'a> Shown<'a> {
    /// The article as it stands in the document; `None` if none is shown.
    pub(super) fn of(text: &'a Text) -> Option<Shown<'a>> {
        let root = root()?;
        start_of(root.first_element_child()?.as_ref())?;
        Some(Shown { text, root })
    }

    pub(super) fn holds(&self, node: &Node) -> bool {
        self.root.contains(Some(node))
    }

    pub(super) fn meets(&self, range: &Range) -> bool {
        range.intersects_node(&self.root).unwrap_or(false)
    }

    /// Where the point lies; what lies outside the article is brought to its nearer end.
    pub(super) fn place(&self, point: &Point) -> Option<Place> {
        let here = match block_around(&point.node) {
            Some(block) if self.holds(&block) => self.within(&block, point)?,
            _ => self.between(point)?,
        };
        Some(Place { here, end: self.before_line_ends(here) })
    }

    /// The point of an offset; one between two blocks is brought to the end of the first.
    pub(super) fn point(&self, at: CharOffset, side: Side) -> Option<Point> {
        let block = self.last_block(|start, _| match side {
            Side::Before => start < at,
            Side::After => start <= at,
        })?;
        let target = self.units(at)?.saturating_sub(self.units(start_of(&block)?)?);
        let mut runs = Vec::new();
        gather(&block, &mut runs);
        let mut gone = 0;
        let mut last = None;
        for run in runs {
            let length = run.length();
            let inside =
                target < gone + length || (side == Side::Before && target == gone + length);
            let offset = target.saturating_sub(gone).min(length);
            gone += length;
            if inside {
                return Some(Point { node: run.into(), offset });
            }
            last = Some(Point { node: run.into(), offset });
        }
        last
    }

    pub(super) fn range(&self, span: Span) -> Option<Range> {
        let start = self.point(span.start(), Side::After)?;
        let end = self.point(span.end(), Side::Before)?;
        let range = Range::new().ok()?;
        range.set_start(&start.node, start.offset).ok()?;
        range.set_end(&end.node, end.offset).ok()?;
        Some(range)
    }

    fn within(&self, block: &Element, point: &Point) -> Option<CharOffset> {
        let mut gone = 0;
        measure(block, point, &mut gone);
        let target = self.units(start_of(block)?)?.saturating_add(gone);
        // A point between the surrogates of one character counts as one before it.
        let exact = self.text.from_utf16(Utf16Offset(target));
        let earlier = || self.text.from_utf16(Utf16Offset(target.saturating_sub(1)));
        Some(exact.or_else(|_| earlier()).unwrap_or(self.text.end()))
    }

    /// The start of the first block after the point, or the end of the text.
    fn between(&self, point: &Point) -> Option<CharOffset> {
        let range = Range::new().ok()?;
        range.set_start(&point.node, point.offset).ok()?;
        range.collapse_with_to_start(true);
        // Sections begin where their first block does, so both are compared alike.
        let is_before = |node: &Node| range.compare_point(node, 0) == Ok(-1);
        let last = self.last_block(|_, block| is_before(block))?;
        if !is_before(&last) {
            return start_of(&last);
        }
        let next = last.next_element_sibling().or_else(|| {
            last.parent_element().filter(|it| *it != self.root)?.next_element_sibling()
        });
        Some(next.and_then(|block| start_of(&block)).unwrap_or(self.text.end()))
    }

    /// The last block for which `holds` does, if it holds for all before it; the first one if it
    /// holds for none.
    fn last_block(&self, holds: impl Fn(CharOffset, &Node) -> bool) -> Option<Element> {
        let mut within = self.root.clone();
        loop {
            let children = within.children();
            let (mut low, mut high) = (0, children.length());
            while low < high {
                let middle = low + (high - low) / 2;
                let child = children.item(middle);
                if child.and_then(|it| Some(holds(start_of(&it)?, &it))).unwrap_or(true) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            let found = children.item(low.saturating_sub(1))?;
            if !found.has_attribute(SECTION) {
                return Some(found);
            }
            within = found;
        }
    }

    fn before_line_ends(&self, at: CharOffset) -> CharOffset {
        let mut end = at;
        while CharOffset::ZERO < end && self.text.between(end.minus(1), end) == "\n" {
            end = end.minus(1);
        }
        // Nothing but line ends comes before: the point is the start of the article.
        if end == CharOffset::ZERO { at } else { end }
    }

    fn units(&self, at: CharOffset) -> Option<u32> {
        self.text.to_utf16(at.min(self.text.end())).ok().map(|units| units.0)
    }
}

/// The element that holds the article, if one is shown.
#[must_use]
pub fn root() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(ROOT)
}

fn block_around(node: &Node) -> Option<Element> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element());
    element?.closest(BLOCK).ok()?
}

/// Where a block or a section starts.
fn start_of(node: &Node) -> Option<CharOffset> {
    let element = node.dyn_ref::<Element>()?;
    let start = element.get_attribute(START).or_else(|| element.get_attribute(SECTION))?;
    start.parse().ok().map(CharOffset)
}

/// The text nodes of the article in `node`, in order.
fn gather(node: &Node, into: &mut Vec<TextNode>) {
    if let Some(run) = node.dyn_ref::<TextNode>() {
        if 0 < run.length() {
            into.push(run.clone());
        }
    } else if !is_aside(node) {
        let mut child = node.first_child();
        while let Some(it) = child {
            gather(&it, into);
            child = it.next_sibling();
        }
    }
}

/// Adds up the units that come before the point; true once it is reached.
fn measure(node: &Node, point: &Point, gone: &mut u32) -> bool {
    let here = *node == point.node;
    if let Some(run) = node.dyn_ref::<TextNode>() {
        *gone += if here { point.offset.min(run.length()) } else { run.length() };
        return here;
    }
    if is_aside(node) {
        return node.contains(Some(&point.node));
    }
    let mut child = node.first_child();
    let mut idx = 0;
    while let Some(it) = child {
        if (here && idx == point.offset) || measure(&it, point, gone) {
            return true;
        }
        child = it.next_sibling();
        idx += 1;
    }
    here
}

fn is_aside(node: &Node) -> bool {
    node.dyn_ref::<Element>().is_some_and(|element| element.has_attribute(ASIDE))
}
