//! What the command palette offers for the words that are typed in it.

use std::rc::Rc;

use super::{Bindings, all};
use crate::app::action::Action;
use crate::app::select::PaletteItem;
use crate::text::{lower_case, sort_by};

/// One row of the command palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub name: Rc<str>,
    pub strokes: Vec<Rc<str>>,
    pub action: Action,
}

/// Commands and labels whose name has every word that is typed, those that begin with them first.
#[must_use]
pub fn offers(query: &str, labels: &[PaletteItem], bindings: &Bindings) -> Vec<Offer> {
    let query = lower_case(query.trim());
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut found = Vec::new();
    for label in labels {
        let name = ["Tag as ", &label.name].concat();
        let strokes = label.shortcut.iter().cloned().collect();
        let action = Action::LabelChosen(label.key.clone());
        found.push(Offer { name: name.into(), strokes, action });
    }
    for command in all().filter(|command| !command.is_motion()) {
        let strokes = bindings.strokes(command).map(Rc::from).collect();
        found.push(Offer { name: command.name.into(), strokes, action: (command.action)() });
    }
    let mut ranked: Vec<(usize, Offer)> =
        found.into_iter().filter_map(|offer| Some((rank(&offer.name, &words)?, offer))).collect();
    sort_by(&mut ranked, |(one, _), (other, _)| one.cmp(other));
    ranked.into_iter().map(|(_, offer)| offer).collect()
}

/// How far a name is from what is typed; `None` if a word of it is not there.
fn rank(name: &str, words: &[&str]) -> Option<usize> {
    let name = lower_case(name);
    let mut rank = 0;
    for word in words {
        let at = name.find(word)?;
        let begins_word =
            name.get(..at).is_none_or(|before| before.is_empty() || before.ends_with(' '));
        rank += if begins_word { usize::from(0 < at) } else { 10 };
    }
    Some(rank)
}
