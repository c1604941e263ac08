//! A label set that is being edited; the article keeps its own until the draft is applied.

#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::keys::{Bindings, is_taken};
use crate::model::{
    AttributeType, Fate, Label, LabelAttribute, LabelFault, LabelKey, LabelKind, LabelSet, Map,
    Offer, PALETTE, Project, WrongLabel, check_labels,
};
use crate::text::lower_case;

/// A label set before it is applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelDraft {
    labels: Vec<Drafted>,
    /// What was taken out and is in use.
    gone: Vec<Gone>,
    base: Rc<LabelSet>,
    /// How much is tagged or linked with each label of the article.
    uses: Map<LabelKey, usize>,
}

/// A label of the draft, and which one of the article it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafted {
    pub label: Label,
    was: Option<LabelKey>,
    /// Whether it is the article's own, and not that of a set which takes its place.
    is_own: bool,
}

/// A label that was taken out, and what becomes of what has it, once that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    pub label: Label,
    pub count: usize,
    pub fate: Option<Fate>,
}

/// What the person asks for when a draft is applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    pub set: Rc<LabelSet>,
    pub gone: Vec<(LabelKey, Fate)>,
}

impl LabelDraft {
    #[must_use]
    pub fn of(project: &Project) -> LabelDraft {
        let base = project.labels.clone();
        let blank = LabelDraft { labels: Vec::new(), gone: Vec::new(), base, uses: uses(project) };
        blank.restarting()
    }

    /// The draft without any change.
    #[must_use]
    pub fn restarting(&self) -> LabelDraft {
        let mut next = self.clone();
        next.gone.clear();
        let old = self.base.labels.iter();
        let drafted =
            old.map(|it| Drafted { label: it.clone(), was: Some(it.key.clone()), is_own: true });
        next.labels = drafted.collect();
        next
    }

    #[must_use]
    pub fn labels(&self) -> &[Drafted] {
        &self.labels
    }

    #[must_use]
    pub fn gone(&self) -> &[Gone] {
        &self.gone
    }

    /// The draft as it stands.
    #[must_use]
    pub fn set(&self) -> LabelSet {
        LabelSet { labels: self.labels.iter().map(|it| it.label.clone()).collect() }
    }

    /// How much is tagged or linked with a label of the draft.
    #[must_use]
    pub fn count(&self, place: usize) -> usize {
        let was = self.labels.get(place).and_then(|it| it.was.as_ref());
        was.and_then(|was| self.uses.get(was)).copied().unwrap_or_default()
    }

    /// How many labels a label stands below.
    #[must_use]
    pub fn depth(&self, place: usize) -> usize {
        let find = |key: &LabelKey| self.labels.iter().find(|it| it.label.key == *key);
        let mut depth = 0;
        let mut above = self.labels.get(place).and_then(|it| it.label.parent.as_ref());
        while let Some(parent) = above.and_then(find).filter(|_| depth < 4) {
            depth += 1;
            above = parent.label.parent.as_ref();
        }
        depth
    }

    /// The draft with one label changed.
    #[must_use]
    pub fn with(&self, place: usize, change: &dyn Fn(&mut Label)) -> LabelDraft {
        let mut next = self.clone();
        if let Some(drafted) = next.labels.get_mut(place) {
            let before = drafted.label.key.clone();
            change(&mut drafted.label);
            let after = drafted.label.key.clone();
            if before != after {
                next.refer(&before, Some(&after));
            }
        }
        next
    }

    /// Has what named one label name another, or none.
    fn refer(&mut self, before: &LabelKey, after: Option<&LabelKey>) {
        for Drafted { label, .. } in &mut self.labels {
            if label.parent.as_ref() == Some(before) {
                label.parent = after.cloned();
            }
            for ends in [&mut label.from, &mut label.to] {
                match after {
                    Some(after) => {
                        for end in ends.iter_mut().filter(|end| **end == *before) {
                            *end = after.clone();
                        }
                    }
                    None => ends.retain(|end| end != before),
                }
            }
        }
    }

    /// The draft with a new label after the others of its kind, and the place of it.
    #[must_use]
    pub fn adding(&self, kind: LabelKind, name: &str) -> (LabelDraft, usize) {
        let mut next = self.clone();
        let mut label = Label::bare(new_key(&self.set(), name), kind);
        label.name = Some(name.into());
        if kind != LabelKind::Relation {
            label.shortcut = free_digit(&self.set());
        }
        let last = self.labels.iter().rposition(|it| it.label.kind == kind);
        let place = last.map_or(self.labels.len(), |last| last + 1);
        next.labels.insert(place, Drafted { label, was: None, is_own: false });
        (next, place)
    }

    /// Takes a label out. Where it is in use, it is asked what becomes of that.
    #[must_use]
    pub fn removing(&self, place: usize) -> LabelDraft {
        let mut next = self.clone();
        if place < next.labels.len() {
            let Drafted { label, was, .. } = next.labels.remove(place);
            next.refer(&label.key, None);
            next.bury(was);
        }
        next
    }

    fn bury(&mut self, was: Option<LabelKey>) {
        let old = was.and_then(|was| self.base.find(&was)).cloned();
        let Some(label) = old else { return };
        let count = self.uses.get(&label.key).copied().unwrap_or_default();
        if 0 < count {
            self.gone.push(Gone { label, count, fate: None });
        }
    }

    /// Puts back a label that was taken out, as the article has it.
    #[must_use]
    pub fn restoring(&self, place: usize) -> LabelDraft {
        let mut next = self.clone();
        if place < next.gone.len() {
            let Gone { label, .. } = next.gone.remove(place);
            next.labels.push(Drafted { was: Some(label.key.clone()), label, is_own: true });
        }
        next
    }

    #[must_use]
    pub fn with_fate(&self, place: usize, fate: Option<Fate>) -> LabelDraft {
        let mut next = self.clone();
        if let Some(gone) = next.gone.get_mut(place) {
            gone.fate = fate;
        }
        next
    }

    /// The draft with a label one place up or down, and its place then.
    #[must_use]
    pub fn moving(&self, place: usize, down: bool) -> (LabelDraft, usize) {
        let to = if down { place + 1 } else { place.wrapping_sub(1) };
        let mut next = self.clone();
        if place.max(to) < next.labels.len() {
            next.labels.swap(place, to);
            return (next, to);
        }
        (next, place)
    }

    /// The draft with all labels of another set. What is in use and not in it gets the label that
    /// other sets call the same, or keeps its own; both can be changed.
    #[must_use]
    pub fn replacing(&self, set: &LabelSet) -> LabelDraft {
        let mut next = self.clone();
        next.gone.clear();
        let is_old =
            |label: &Label| self.base.find(&label.key).is_some_and(|old| old.kind == label.kind);
        next.labels = set
            .labels
            .iter()
            .map(|label| Drafted {
                label: label.clone(),
                was: Some(label.key.clone()).filter(|_| is_old(label)),
                is_own: false,
            })
            .collect();
        for old in &self.base.labels {
            if !next.labels.iter().any(|it| it.was.as_ref() == Some(&old.key)) {
                next.bury(Some(old.key.clone()));
            }
        }
        for gone in &mut next.gone {
            let heir = heir(set, &gone.label).map(|label| Fate::Becomes(label.key.clone()));
            gone.fate = Some(heir.unwrap_or(Fate::Keep));
        }
        next
    }

    /// Whether something is offered with this set.
    #[must_use]
    pub fn offers(&self, offer: Offer) -> bool {
        !self.labels.iter().any(|it| it.label.quiet.contains(&offer))
    }

    /// The draft with an offer made or not. It is noted on every label that it concerns.
    #[must_use]
    pub fn offering(&self, offer: Offer, on: bool) -> LabelDraft {
        let concerned = match offer {
            Offer::TagAll | Offer::SameEntity => LabelKind::Entity,
            Offer::NearDuplicate => LabelKind::Claim,
        };
        let mut next = self.clone();
        for Drafted { label, .. } in &mut next.labels {
            label.quiet.retain(|other| *other != offer);
            if !on && label.kind == concerned {
                label.quiet.push(offer);
            }
        }
        next
    }

    /// What stands against applying it, each with the place of its label.
    #[must_use]
    pub fn faults(&self, bindings: &Bindings) -> Vec<(usize, WrongLabel)> {
        let set = self.finished();
        let mut faults: Vec<LabelFault> = check_labels(&set);
        for label in set.taggable() {
            let shortcut = label.shortcut.as_deref();
            if shortcut.is_some_and(|shortcut| is_taken(shortcut, bindings)) {
                let wrong = WrongLabel::ShortcutOfCommand;
                faults.push(LabelFault { label: label.key.clone(), wrong });
            }
        }
        let place = |key: &LabelKey| set.labels.iter().rposition(|label| label.key == *key);
        let placed = faults.into_iter().map(|it| (place(&it.label).unwrap_or_default(), it.wrong));
        placed.collect()
    }

    /// The place of the first label that was taken out of which nobody said what becomes of it.
    #[must_use]
    pub fn undecided(&self) -> Option<usize> {
        self.gone.iter().position(|gone| gone.fate.is_none())
    }

    /// What to ask for.
    #[must_use]
    pub fn applied(&self) -> Applied {
        let mut set = self.finished();
        // Colors follow the places; what stays keeps the color it has.
        for (drafted, place) in self.labels.iter().zip(0..) {
            let Some(was) = &drafted.was else { continue };
            let before = self.base.hue(Some(was));
            let is_by_place =
                drafted.is_own && drafted.label.color.is_none() && !drafted.label.retired;
            if is_by_place
                && set.hue(Some(&drafted.label.key)) != before
                && let Some(color) = PALETTE.get(usize::from(before.0))
                && let Some(label) = set.labels.get_mut(place)
            {
                label.color = Some(color.to_string().into());
            }
        }
        let gone = self.gone.iter().filter_map(|it| Some((it.label.key.clone(), it.fate.clone()?)));
        let changed = self.labels.iter().filter_map(|it| {
            let was = it.was.as_ref()?;
            let kind = self.base.find(was)?.kind;
            let is_same = *was == it.label.key && kind == it.label.kind;
            (!is_same).then(|| (was.clone(), Fate::Becomes(it.label.key.clone())))
        });
        Applied { gone: gone.chain(changed).collect(), set: Rc::new(set) }
    }

    /// The draft without the lines that were left empty.
    fn finished(&self) -> LabelSet {
        let mut set = self.set();
        let full = |text: &Rc<str>| !text.trim().is_empty();
        for label in &mut set.labels {
            label.examples.retain(full);
            for text in [&mut label.name, &mut label.definition, &mut label.shortcut] {
                text.take_if(|text| !full(text));
            }
            for attribute in &mut label.attributes {
                attribute.choices.retain(full);
                attribute.name.take_if(|text| !full(text));
                attribute.default.take_if(|text| !full(text));
            }
        }
        set
    }
}

/// What is tagged or linked with each label.
fn uses(project: &Project) -> Map<LabelKey, usize> {
    let mut uses: Map<LabelKey, usize> = Map::new();
    let tagged = project.annotations().filter_map(|annotation| annotation.label());
    for key in tagged.chain(project.relations().map(|relation| &relation.label)) {
        uses.update(key.clone(), |count| *count += 1);
    }
    // A thing may have another label than what names it.
    for entity in project.entities() {
        uses.update(entity.label.clone(), |count| *count = (*count).max(1));
    }
    uses
}

/// The label of a set that other sets call the same as this one.
fn heir<'a>(set: &'a LabelSet, label: &Label) -> Option<&'a Label> {
    let by = |name: &str| {
        let of = |label: &Label| {
            let map = label.maps.iter().find(|(set, _)| **set == *name);
            map.map(|(_, value)| value.clone()).filter(|value| **value != *"O")
        };
        let wanted = of(label)?;
        set.labels.iter().find(|it| it.kind == label.kind && of(it).as_ref() == Some(&wanted))
    };
    let is_claim = label.kind == LabelKind::Claim;
    let claim = || set.labels.iter().find(|it| is_claim && it.kind == LabelKind::Claim);
    by("schema.org").or_else(|| by("conll2003")).or_else(claim)
}

/// A key for a label of this name that no other label has.
#[must_use]
pub fn new_key(set: &LabelSet, name: &str) -> LabelKey {
    let mut key = String::new();
    for word in name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !key.is_empty() {
            key.push('_');
        }
        key.push_str(&word.to_ascii_uppercase());
    }
    key.truncate(40);
    if key.is_empty() {
        key.push_str("LABEL");
    }
    let mut n = 1;
    loop {
        let tried = if n == 1 { key.clone() } else { [&*key, "_", &n.to_string()].concat() };
        let tried = LabelKey(tried.into());
        if set.find(&tried).is_none() {
            return tried;
        }
        n += 1;
    }
}

/// A digit that no label has yet.
#[must_use]
pub fn free_digit(set: &LabelSet) -> Option<Rc<str>> {
    let digits = (1..=9).map(|digit: u8| Rc::<str>::from(digit.to_string()));
    let is_free = |digit: &Rc<str>| !set.taggable().any(|it| it.shortcut.as_ref() == Some(digit));
    digits.into_iter().find(is_free)
}

/// Whether a set has a label of this name, capitals aside.
#[must_use]
pub fn has_name(set: &LabelSet, name: &str) -> bool {
    let name = lower_case(name.trim());
    set.taggable().any(|label| lower_case(label.shown()) == name)
}

/// An attribute to begin with.
#[must_use]
pub fn new_attribute(label: &Label) -> LabelAttribute {
    let mut n = 1;
    let mut key = LabelKey::new("field");
    while label.attribute(&key).is_some() {
        n += 1;
        key = LabelKey(["field", &n.to_string()].concat().into());
    }
    LabelAttribute {
        key,
        name: None,
        kind: AttributeType::Text,
        choices: Vec::new(),
        default: None,
        required: false,
        unknown: Default::default(),
    }
}
