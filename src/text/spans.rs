//! What one annotation covers: one span, or several where a quote is broken by "he said".

use std::fmt;

use super::{CharOffset, Span, sort_by};

/// A list of spans.
///
/// Invariant: at least one, sorted by start, disjoint (they may touch).
///
/// - [(0, 5), (14, 19)]: `["Yes] — he said — [no way]"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spans(Vec<Span>);

/// Why a list of spans is none: it is empty, or two of its spans share a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSpans {
    Empty,
    Overlap(Span, Span),
}

impl fmt::Display for NoSpans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoSpans::Empty => write!(f, "no span"),
            NoSpans::Overlap(one, other) => write!(f, "spans {one} and {other} overlap"),
        }
    }
}

impl std::error::Error for NoSpans {}

impl Spans {
    /// The list of `spans`, sorted.
    ///
    /// # Errors
    /// [`NoSpans`] if the list is empty or two spans overlap.
    pub fn new(mut spans: Vec<Span>) -> Result<Spans, NoSpans> {
        sort_by(&mut spans, Ord::cmp);
        if spans.is_empty() {
            return Err(NoSpans::Empty);
        }
        let overlap =
            spans.iter().zip(spans.iter().skip(1)).find(|(one, next)| one.overlaps(**next));
        match overlap {
            Some((one, next)) => Err(NoSpans::Overlap(*one, *next)),
            None => Ok(Spans(spans)),
        }
    }

    /// The spans in the order of the text.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Span> + DoubleEndedIterator + '_ {
        self.0.iter().copied()
    }

    #[must_use]
    pub fn as_slice(&self) -> &[Span] {
        &self.0
    }

    /// Where the first span starts.
    #[must_use]
    pub fn start(&self) -> CharOffset {
        self.0.first().map_or(CharOffset::ZERO, |span| span.start())
    }

    /// Where the last span ends.
    #[must_use]
    pub fn end(&self) -> CharOffset {
        self.0.last().map_or(CharOffset::ZERO, |span| span.end())
    }

    /// Code points covered, gaps left out.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.iter().map(Span::len).sum()
    }

    /// Always false; there is at least one span.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        false
    }

    /// Whether more than one span is needed.
    #[must_use]
    pub fn is_discontinuous(&self) -> bool {
        self.0.len() > 1
    }

    /// Whether the character at `at` is covered.
    #[must_use]
    pub fn contains(&self, at: CharOffset) -> bool {
        self.iter().any(|span| span.contains(at))
    }

    /// Whether a caret at `at` stands in or on the edge of a span.
    #[must_use]
    pub fn touches(&self, at: CharOffset) -> bool {
        self.iter().any(|span| span.touches(at))
    }

    /// These spans and another; what overlaps becomes one.
    #[must_use]
    pub fn with(&self, span: Span) -> Spans {
        let (over, mut apart): (Vec<Span>, Vec<Span>) =
            self.iter().partition(|mine| mine.overlaps(span));
        apart.push(over.into_iter().fold(span, Span::hull));
        sort_by(&mut apart, Ord::cmp);
        Spans(apart)
    }

    /// These spans without the characters of another; `None` if nothing is left.
    #[must_use]
    pub fn without(&self, span: Span) -> Option<Spans> {
        let rests = |mine: Span| {
            let before = Span::new(mine.start(), mine.end().min(span.start())).ok();
            let after = Span::new(mine.start().max(span.end()), mine.end()).ok();
            before.into_iter().chain(after)
        };
        let left: Vec<Span> = self.iter().flat_map(rests).collect();
        Spans::new(left).ok()
    }

    /// Whether a character of `span` is covered.
    #[must_use]
    pub fn overlaps(&self, span: Span) -> bool {
        self.iter().any(|mine| mine.overlaps(span))
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Spans {
        Spans(vec![span])
    }
}

#[cfg(test)]
mod tests {
    use super::super::marked::{parse, show};
    use super::*;

    #[track_caller]
    fn check(row: &str, wanted: Result<&str, &str>) {
        let mut marked = parse(row).unwrap();
        marked.spans.reverse();
        let spans = Spans::new(marked.spans);
        let shown = spans.as_ref().map(|spans| show(&marked.text, spans.as_slice()));
        let shown = shown.as_deref().map_err(ToString::to_string);
        assert_eq!(shown.as_ref().map(|it| &**it).map_err(|it| &**it), wanted, "{row}");
        let Ok(spans) = spans else { return };
        let ends = |one: Option<Span>| one.map(|it| (it.start(), it.end()));
        assert_eq!(ends(spans.iter().next()).map(|it| it.0), Some(spans.start()), "{row}");
        assert_eq!(ends(spans.iter().last()).map(|it| it.1), Some(spans.end()), "{row}");
        assert_eq!(spans.is_discontinuous(), 1 < spans.iter().len(), "{row}");
        let covered = (0..20).filter(|at| spans.contains(CharOffset(*at))).count();
        assert_eq!(covered, spans.len() as usize, "{row}");
    }

    #[test]
    fn spans_are_sorted_and_disjoint() {
        for (row, wanted) in [
            ("abc", Err("no span")),
            ("«a»bc", Ok("«a»bc")),
            ("«a»b[c]", Ok("«a»b«c»")),
            ("«a»[b]⟦c⟧", Ok("«a»«b»«c»")),
            ("«a[b]c»", Err("spans 0..3 and 1..2 overlap")),
            ("«a[b»c]", Err("spans 0..2 and 1..3 overlap")),
            ("«[a]»", Err("spans 0..1 and 0..1 overlap")),
            ("«👨‍👩‍👧‍👦»e[\u{301}]\r\n⟦שלום⟧", Ok("«👨‍👩‍👧‍👦»e«\u{301}»\r\n«שלום»")),
        ] {
            check(row, wanted);
        }
    }

    #[test]
    fn a_part_is_added_and_taken_away() {
        for (row, with, without) in [
            ("«a» [b] c", "«a» «b» c", "«a» b c"),
            ("«ab[c» d]e", "«abc d»e", "«ab»c de"),
            ("«[abc]»", "«abc»", "abc"),
            ("«a[b]c»", "«abc»", "«a»b«c»"),
            ("a[b«c»d«e»f]", "a«bcdef»", "abcdef"),
            ("«a»[b]«c»", "«a»«b»«c»", "«a»b«c»"),
            ("«👨‍👩‍👧e[\u{301}»\r\n]", "«👨‍👩‍👧e\u{301}\r\n»", "«👨‍👩‍👧e»\u{301}\r\n"),
        ] {
            let marked = parse(row).unwrap();
            let at = if row.find('[') < row.find('«') { 0 } else { marked.spans.len() - 1 };
            let at = if row == "«a»[b]«c»" { 1 } else { at };
            let mut rest = marked.spans.clone();
            let span = rest.remove(at);
            let spans = Spans::new(rest).unwrap();
            assert_eq!(show(&marked.text, spans.with(span).as_slice()), with, "{row}");
            let left = spans.without(span);
            let left = left.as_ref().map_or(&[][..], Spans::as_slice);
            assert_eq!(show(&marked.text, left), without, "{row}");
        }
    }

    #[test]
    fn a_caret_touches_each_of_the_spans() {
        let marked = parse("|«a|»|b|c«d|»").unwrap();
        let spans = Spans::new(marked.spans.clone()).unwrap();
        let touched = marked.carets.iter().map(|at| spans.touches(*at)).collect::<Vec<_>>();
        assert_eq!(touched, [true, true, true, false, true]);
        let gap = Span::new(CharOffset(1), CharOffset(3)).unwrap();
        assert!(!spans.overlaps(gap));
        assert!(spans.overlaps(gap.hull(marked.spans[0])));
        assert!(!Spans::from(gap).is_discontinuous());
    }
}
