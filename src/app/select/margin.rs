//! The numbers of claims that stand in the margin, and how those that overlap stand side by side.

use super::hue;
use crate::model::{Anchor, AnnotationId, Project};
use crate::text::Span;

/// A claim that has a number in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedClaim {
    pub id: AnnotationId,
    /// Counted in the order of the text from 1.
    pub number: usize,
    pub hue: u8,
    /// From its first character to its last, with what lies between its parts.
    pub span: Span,
}

/// Claims that share a stretch of the margin: one, or all for which no lane was left.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// Counted from the text outward.
    pub lane: usize,
    pub top: f64,
    pub bottom: f64,
    /// The places of the claims in the list, in its order.
    pub claims: Vec<usize>,
}

/// The claims that have a part in some text, in the order of the text.
#[must_use]
pub fn numbered(project: &Project, within: Span) -> Vec<NumberedClaim> {
    let claims = project.annotations().filter(|it| it.is_claim()).zip(1..);
    let found = claims.filter_map(|(claim, number)| {
        let spans = &claim.selector.spans;
        let span = Span::between(spans.start(), spans.end())?;
        let shown = claim.anchor != Anchor::Orphaned && span.overlaps(within);
        let hue = hue(&project.labels, claim.label());
        shown.then(|| NumberedClaim { id: claim.id.clone(), number, hue, span })
    });
    found.collect()
}

/// Side by side what shares a line, given the tops and bottoms of claims in the order of the text.
/// Whatever finds no lane of its own joins the outermost.
#[must_use]
pub fn stacked(stretches: &[(f64, f64)], lanes: usize) -> Vec<Stack> {
    let mut stacks: Vec<Stack> = Vec::new();
    // What stands lowest in each lane, by its place among the stacks.
    let mut lowest: Vec<usize> = Vec::new();
    for (place, (top, bottom)) in stretches.iter().enumerate() {
        let is_free = |stack: &usize| stacks.get(*stack).is_none_or(|it| it.bottom <= *top);
        let lane = lowest.iter().position(is_free).unwrap_or(lowest.len());
        let joined = lowest.last().filter(|_| lanes <= lane).and_then(|it| stacks.get_mut(*it));
        if let Some(stack) = joined {
            stack.claims.push(place);
            stack.bottom = stack.bottom.max(*bottom);
            continue;
        }
        if lanes <= lane {
            continue;
        }
        match lowest.get_mut(lane) {
            Some(last) => *last = stacks.len(),
            None => lowest.push(stacks.len()),
        }
        stacks.push(Stack { lane, top: *top, bottom: *bottom, claims: vec![place] });
    }
    stacks
}

/// The one of a stack that a press selects: the first, then one after the other.
#[must_use]
pub fn next_of<'a>(
    stack: &'a [AnnotationId],
    selected: Option<&AnnotationId>,
) -> Option<&'a AnnotationId> {
    let place = stack.iter().position(|id| Some(id) == selected);
    place.and_then(|place| stack.get(place + 1)).or(stack.first())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, tag, take_all};
    use crate::text::CharOffset;

    #[test]
    fn claims_are_numbered_in_the_order_of_the_text() {
        let (project, spans) = marked("«Ann» said [all ⟦is well⟧] and ⟨more⟩.");
        let labels = ["PERSON", "CLAIM", "CLAIM", "CLAIM"];
        let tags = labels.iter().zip(&spans).enumerate();
        let tags: Vec<_> = tags.map(|(n, (label, span))| tag(n, label, *span)).collect();
        let project = take_all(&project, &tags);
        let found = |start, end| {
            let within = Span::new(CharOffset(start), CharOffset(end)).unwrap();
            let found = numbered(&project, within).into_iter();
            found.map(|it| (it.id.0.to_string(), it.number)).collect::<Vec<_>>()
        };
        let all = [("a1".into(), 1), ("a2".into(), 2), ("a3".into(), 3)];
        assert_eq!(found(0, 30), all);
        assert_eq!(found(0, 10), all[..1]);
        assert_eq!(found(25, 30), all[2..]);
        assert_eq!(found(0, 3), []);
    }

    #[test]
    fn what_overlaps_stands_side_by_side() {
        let check = |lanes, stretches: &[(f64, f64)], expected: &[(usize, &[usize])]| {
            let stacks = stacked(stretches, lanes);
            let found: Vec<_> = stacks.iter().map(|it| (it.lane, &it.claims[..])).collect();
            assert_eq!(found, expected, "{stretches:?}");
        };
        check(3, &[], &[]);
        check(3, &[(0., 9.), (9., 20.)], &[(0, &[0]), (0, &[1])]);
        check(3, &[(0., 9.), (4., 9.), (8., 20.)], &[(0, &[0]), (1, &[1]), (2, &[2])]);
        check(3, &[(0., 9.), (4., 30.), (9., 20.)], &[(0, &[0]), (1, &[1]), (0, &[2])]);
        check(2, &[(0., 9.), (0., 9.), (0., 9.), (1., 12.)], &[(0, &[0]), (1, &[1, 2, 3])]);
        check(
            2,
            &[(0., 9.), (0., 9.), (1., 12.), (9., 11.)],
            &[(0, &[0]), (1, &[1, 2]), (0, &[3])],
        );
        check(0, &[(0., 9.)], &[]);
        assert_eq!(stacked(&[(0., 9.), (1., 12.)], 1)[0].bottom, 12.);
    }

    #[test]
    fn a_press_goes_through_a_stack_and_round() {
        let ids = ["a", "b"].map(AnnotationId::new);
        let check = |selected: Option<&str>, expected| {
            let selected = selected.map(AnnotationId::new);
            assert_eq!(next_of(&ids, selected.as_ref()), ids.get(expected));
        };
        check(None, 0);
        check(Some("a"), 1);
        check(Some("b"), 0);
        check(Some("elsewhere"), 0);
        assert_eq!(next_of(&[], None), None);
    }
}
