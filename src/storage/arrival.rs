//! Records that come while the page is open: from other tabs, or from a store that was slow.

use std::rc::Rc;

use super::Document;
use super::frame::{Frame, Sealed, Unreadable};
use super::key::Key;
use super::recovery::recover;
use super::rescued::Given;
use crate::model::{ArticleId, Map};

/// The articles that records change or begin, with these records in.
///
/// Records that cannot be read are left to the next start, which sets them aside.
#[must_use]
pub fn arrive(
    library: &Map<ArticleId, Rc<Document>>,
    records: &[(Rc<str>, Rc<str>)],
) -> Vec<Document> {
    let mut steps: Map<ArticleId, Vec<Sealed>> = Map::new();
    let mut newer: Map<ArticleId, ()> = Map::new();
    let mut others = Given::default();
    for (key, value) in records {
        let article = match Key::parse(key) {
            Some(Key::Frame { article, .. }) if library.contains_key(&article) => article,
            _ => {
                others.hold(key, value);
                continue;
            }
        };
        match Sealed::read(value) {
            Ok(sealed) if sealed.article == article => {
                steps.update(article, |steps| steps.push(sealed));
            }
            Err(Unreadable::Newer(_)) => drop(newer.insert(article, ())),
            _ => {}
        }
    }
    let mut changed = Vec::new();
    for (article, steps) in steps.iter() {
        let Some(document) = library.get(article) else { continue };
        changed.extend(with_steps(document, steps, &mut newer));
    }
    for article in newer.keys() {
        let Some(document) = library.get(article) else { continue };
        let at = changed.iter().position(|other: &Document| other.id() == article);
        let document = at.map_or_else(|| (**document).clone(), |at| changed.swap_remove(at));
        changed.push(document.locked());
    }
    let begun = recover(&others).unwrap_or_default().documents;
    changed.extend(begun.values().cloned());
    changed
}

fn with_steps(
    document: &Document,
    steps: &[Sealed],
    newer: &mut Map<ArticleId, ()>,
) -> Option<Document> {
    let text = &document.project.article.text;
    let mut frames: Vec<Rc<Frame>> = Vec::new();
    for sealed in steps {
        match sealed.open(text) {
            Ok(frame) => frames.push(Rc::new(frame)),
            Err(Unreadable::Newer(_)) => drop(newer.insert(document.id().clone(), ())),
            Err(_) => {}
        }
    }
    let next = document.apply_all(&frames);
    (next.revision() != document.revision()).then_some(next)
}
