//! Nested attribution: claims that pass other claims on, as in "TASS says that Sanders said".

use std::rc::Rc;

use super::attribution::gap;
use super::{Anchor, Annotation, AnnotationId, Map, Project};
use crate::text::{Span, sort_by};

/// The claims that pass a claim on, the outermost first, and the claim itself last; empty if it
/// is no claim.
#[must_use]
pub fn chain<'a>(project: &'a Project, id: &AnnotationId) -> Vec<&'a Rc<Annotation>> {
    let mut links: Vec<&Rc<Annotation>> = Vec::new();
    let mut next = Some(id);
    while let Some(claim) = next.and_then(|id| project.annotation(id)) {
        // No claim passes itself on; should one do so all the same, it is met once.
        if !claim.is_claim() || links.iter().any(|link| link.id == claim.id) {
            break;
        }
        links.push(claim);
        next = claim.claim().and_then(|claim| claim.reported_in.as_ref());
    }
    links.reverse();
    links
}

/// The claims that may pass a claim on: those that enclose it, the innermost first, then the
/// others, the nearest first, and those within it last. Not among them: itself, and what it passes on by way of others.
#[must_use]
pub fn carriers<'a>(project: &'a Project, id: &AnnotationId) -> Vec<&'a Rc<Annotation>> {
    let Some(claim) = project.annotation(id).filter(|it| it.is_claim()) else { return Vec::new() };
    let passed_on = passed_on_by(project, id);
    let Some(hull) = hull(claim) else { return Vec::new() };
    let candidates = project.annotations().filter(|it| {
        it.is_claim() && it.anchor != Anchor::Orphaned && !passed_on.contains_key(&it.id)
    });
    let mut ranked: Vec<_> = candidates
        .filter_map(|it| {
            let around = self::hull(it)?;
            let (place, far) = if around.covers(hull) {
                (0, around.len())
            } else {
                (if hull.covers(around) { 2 } else { 1 }, gap(around, hull))
            };
            Some(((place, far, around.start()), it))
        })
        .collect();
    sort_by(&mut ranked, |(one, _), (other, _)| one.cmp(other));
    ranked.into_iter().map(|(_, it)| it).collect()
}

/// The claim in whose words a claim lies, the innermost of them, if none is named yet.
#[must_use]
pub fn propose_carrier(project: &Project, id: &AnnotationId) -> Option<AnnotationId> {
    let annotation = project.annotation(id)?;
    let claim = annotation.claim()?;
    if claim.reported_in.is_some() {
        return None;
    }
    let hull = hull(annotation)?;
    let around = project.annotations_on(hull).into_iter().filter_map(|it| {
        let around = self::hull(it).filter(|around| *around != hull && around.covers(hull))?;
        (it.is_claim() && it.anchor != Anchor::Orphaned).then_some((around.len(), it))
    });
    let (_, innermost) = around.min_by_key(|(len, _)| *len)?;
    let passed_on = passed_on_by(project, id);
    (!passed_on.contains_key(&innermost.id)).then(|| innermost.id.clone())
}

/// A claim and all that it passes on, by way of others, too.
fn passed_on_by(project: &Project, id: &AnnotationId) -> Map<AnnotationId, ()> {
    let mut found = Map::new();
    let mut ahead = vec![id.clone()];
    while let Some(id) = ahead.pop() {
        let passes_on = |it: &Rc<Annotation>| {
            it.claim().and_then(|claim| claim.reported_in.as_ref()) == Some(&id)
        };
        let next = project.claims_pointing_at(&id.0).into_iter().filter(passes_on);
        let next: Vec<_> = next.map(|it| it.id.clone()).collect();
        if found.insert(id.clone(), ()).is_none() {
            ahead.extend(next);
        }
    }
    found
}

/// From the first character of an annotation to its last.
fn hull(annotation: &Annotation) -> Option<Span> {
    Span::new(annotation.selector.spans.start(), annotation.selector.spans.end()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, tag, take_all};
    use crate::model::{ClaimField, Command};

    fn a(n: usize) -> AnnotationId {
        AnnotationId::new(format!("a{n}"))
    }

    /// Claims `a0`, `a1` … of the marked spans; the pairs say which is passed on by which.
    fn claims(text: &str, passed_on: &[(usize, usize)]) -> Project {
        let (project, spans) = marked(text);
        let tags = spans.into_iter().enumerate().map(|(n, span)| tag(n, "CLAIM", span));
        let project = take_all(&project, &tags.collect::<Vec<_>>());
        let fields = passed_on.iter().map(|(claim, by)| Command::SetClaim {
            id: a(*claim),
            field: ClaimField::ReportedIn(Some(a(*by))),
        });
        take_all(&project, &fields.collect::<Vec<_>>())
    }

    fn ids<'a>(claims: impl IntoIterator<Item = &'a Rc<Annotation>>) -> String {
        claims.into_iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    const THREE: &str = "«TASS says [Sanders said ⟦all is well⟧]». ⟨So⟩ ⟪it is⟫.";

    #[test]
    fn a_chain_begins_with_who_is_furthest_away() {
        let project = claims(THREE, &[(2, 1), (1, 0)]);
        assert_eq!(ids(chain(&project, &a(2))), "a0 a1 a2");
        assert_eq!(ids(chain(&project, &a(0))), "a0");
        assert_eq!(ids(chain(&project, &a(9))), "");
    }

    #[test]
    fn who_may_pass_a_claim_on_is_offered_by_nearness_and_never_in_a_circle() {
        let project = claims(THREE, &[]);
        assert_eq!(ids(carriers(&project, &a(2))), "a1 a0 a3 a4");
        assert_eq!(ids(carriers(&project, &a(0))), "a3 a4 a1 a2");
        assert_eq!(ids(carriers(&project, &a(4))), "a3 a0 a1 a2");
        let project = claims(THREE, &[(2, 1), (1, 0)]);
        assert_eq!(ids(carriers(&project, &a(0))), "a3 a4");
        assert_eq!(ids(carriers(&project, &a(1))), "a0 a3 a4");
    }

    #[test]
    fn the_innermost_claim_around_another_is_proposed() {
        let proposed = |project: &Project, n| propose_carrier(project, &a(n));
        let project = claims(THREE, &[]);
        assert_eq!(proposed(&project, 2), Some(a(1)));
        assert_eq!(proposed(&project, 1), Some(a(0)));
        assert_eq!(proposed(&project, 0), None);
        assert_eq!(proposed(&project, 3), None);
        let project = claims(THREE, &[(1, 2)]);
        assert_eq!(proposed(&project, 2), None, "it passes the outer one on");
        assert_eq!(proposed(&project, 1), None, "it was answered");
    }
}
