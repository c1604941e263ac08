//! Names that may mean one thing: "Trump" and "Donald Trump", "EU" and "European Union".
//!
//! It only ever leads to an offer. Whether two names mean one thing is for a person to say.

use std::rc::Rc;

use super::{Entity, EntityId, LabelKey, Map, Project};
use crate::text::{lower_case, sort_by};

/// How alike two names are; the more alike the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same words, but for capitals and punctuation.
    Same,
    /// One is the last word of the other, or its initials.
    Part,
}

/// More candidates than this are not looked at: a thousand that nobody joined are all the same.
const ENOUGH: usize = 64;

/// How alike two names are, if they are at all.
///
/// - same: `the White House`, `White House`; `Trump`, `Trump's`
/// - part: `Trump`, `Donald Trump`; `D. Trump`, `Donald Trump`; `EU`, `European Union`
/// - neither: `Ivanka Trump`, `Donald Trump`; `Donald`, `Donald Trump`
#[must_use]
pub fn likeness(one: &str, other: &str) -> Option<Likeness> {
    Name::of(one).likeness(&Name::of(other))
}

/// The entities of the same label whose names are like those of an entity, the likeliest first.
#[must_use]
pub fn entities_like(project: &Project, id: &EntityId) -> Vec<(Likeness, EntityId)> {
    let Some(entity) = project.entity(id) else { return Vec::new() };
    let names: Vec<Name> = names_of(entity).map(Name::of).collect();
    let counts = takes_parts(project, &entity.label);
    let mut best: Map<EntityId, Likeness> = Map::new();
    for key in names.iter().flat_map(Name::keys) {
        let named = project.entities_named(&key).filter(|it| it.id != *id);
        let named = named.filter(|it| it.label == entity.label && !differ(it, entity));
        for other in named.take(ENOUGH) {
            let like = names_of(other)
                .map(Name::of)
                .filter_map(|it| names.iter().filter_map(|name| name.likeness(&it)).min());
            let Some(like) = like.min().filter(|it| counts || *it == Likeness::Same) else {
                continue;
            };
            if best.get(&other.id).is_none_or(|known| like < *known) {
                best.insert(other.id.clone(), like);
            }
        }
    }
    let mut found: Vec<_> = best.iter().map(|(id, like)| (*like, id.clone())).collect();
    let n_mentions = |id: &EntityId| project.n_mentions_of(id);
    sort_by(&mut found, |(one, a), (other, b)| {
        one.cmp(other).then_with(|| n_mentions(b).cmp(&n_mentions(a)))
    });
    found
}

/// The labels that the mentions of an entity have beside its own, each once: a conflict, if any.
#[must_use]
pub fn label_conflict(project: &Project, entity: &Entity) -> Vec<LabelKey> {
    let mut labels: Vec<LabelKey> = Vec::new();
    for mention in project.mentions_of(&entity.id) {
        let label = mention.label().filter(|it| **it != entity.label && !labels.contains(it));
        labels.extend(label.cloned());
    }
    labels
}

/// What an entity is found by among others; see [`Name::keys`].
pub(super) fn keys_of(entity: &Entity) -> impl Iterator<Item = Rc<str>> + '_ {
    names_of(entity).flat_map(|name| Name::of(name).keys())
}

fn names_of(entity: &Entity) -> impl Iterator<Item = &str> {
    entity.name.iter().chain(entity.aliases.iter()).map(|name| &**name)
}

/// Two ids of Wikidata are two things, whatever they are called.
fn differ(one: &Entity, other: &Entity) -> bool {
    one.wikidata.is_some() && other.wikidata.is_some() && one.wikidata != other.wikidata
}

/// Whether a part of a name stands for the whole: not with dates and numbers, where "percent"
/// would be offered for each of "5 percent" and "6 percent".
fn takes_parts(project: &Project, label: &LabelKey) -> bool {
    let label = project.labels.find(label);
    label.is_none_or(|it| !it.maps.iter().any(|(set, to)| &**set == "conll2003" && &**to == "O"))
}

/// A name as it is compared.
#[derive(Debug)]
struct Name {
    /// In lower case, without punctuation around them; a leading "the" is left out.
    words: Vec<String>,
    /// First letters of the words with a capital, if there are several words.
    initials: Option<String>,
    /// Whether it may be the initials of another: `EU`, `U.N.`
    is_short: bool,
}

impl Name {
    fn of(name: &str) -> Name {
        let mut parts: Vec<&str> = name.split_whitespace().map(bare).collect();
        parts.retain(|part| !part.is_empty());
        if 1 < parts.len() && parts.first().is_some_and(|it| it.eq_ignore_ascii_case("the")) {
            parts.remove(0);
        }
        let capitals = parts.iter().filter_map(|it| it.chars().next()).filter(|it| is_capital(*it));
        let capitals: String = capitals.collect();
        let is_long = 1 < parts.len() && 1 < capitals.chars().count();
        let is_short = match parts.as_slice() {
            [one] => {
                let letters = || one.chars().filter(|it| *it != '.');
                1 < letters().count() && letters().all(is_capital)
            }
            _ => false,
        };
        let words = parts.iter().map(|it| lower_case(&it.replace('.', ""))).collect();
        Name { words, initials: is_long.then(|| lower_case(&capitals)), is_short }
    }

    /// By these it is found: the last word, and the initials.
    ///
    /// Two names that are alike have one of them in common.
    fn keys(&self) -> Vec<Rc<str>> {
        let words = self.words.last().into_iter().chain(&self.initials);
        words.map(|word| word.as_str().into()).collect()
    }

    fn likeness(&self, other: &Name) -> Option<Likeness> {
        if self.words.is_empty() || other.words.is_empty() {
            None
        } else if self.words == other.words {
            Some(Likeness::Same)
        } else if self.is_part_of(other) || other.is_part_of(self) {
            Some(Likeness::Part)
        } else {
            None
        }
    }

    fn is_part_of(&self, whole: &Name) -> bool {
        match (self.words.as_slice(), whole.words.as_slice()) {
            ([word], [_, .., last]) => {
                let is_last = word == last && 1 < word.chars().count();
                is_last || self.is_short && whole.initials.as_ref() == Some(word)
            }
            ([initial, .., one], [first, .., other]) => {
                one == other && initial.chars().count() == 1 && first.starts_with(initial.as_str())
            }
            _ => false,
        }
    }
}

/// A word without what stands around it, and without the ending of "Trump's".
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    ["'s", "’s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

fn is_capital(letter: char) -> bool {
    let mut text = [0; 4];
    let text: &str = letter.encode_utf8(&mut text);
    lower_case(text) != text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, tag, take, take_all};
    use crate::model::{Command, EntityCommand, EntityField};

    #[test]
    fn names_are_alike_by_their_words() {
        use Likeness::{Part, Same};
        for (one, other, expected) in [
            ("Trump", "Trump", Some(Same)),
            ("Trump", "TRUMP", Some(Same)),
            ("Trump", "“Trump’s", Some(Same)),
            ("the White House", "White House", Some(Same)),
            ("U.N.", "UN", Some(Same)),
            ("Élysée", "élysée", Some(Same)),
            ("Trump", "Donald Trump", Some(Part)),
            ("Trump", "Donald J. Trump", Some(Part)),
            ("D. Trump", "Donald Trump", Some(Part)),
            ("D Trump", "Donald J. Trump", Some(Part)),
            ("EU", "European Union", Some(Part)),
            ("U.N.", "United Nations", Some(Part)),
            ("FBI", "Federal Bureau of Investigation", Some(Part)),
            ("the UN", "the United Nations", Some(Part)),
            ("Ivanka Trump", "Donald Trump", None),
            ("I. Trump", "Donald Trump", None),
            ("Donald", "Donald Trump", None),
            ("eu", "European Union", None),
            ("us", "United States", None),
            ("Trump", "Trumpet", None),
            ("Trump", "Kim", None),
            ("the", "the", Some(Same)),
            ("", "", None),
            ("…", "…", None),
            ("I", "Elizabeth I", None),
            ("习近平", "习近平", Some(Same)),
        ] {
            assert_eq!(likeness(one, other), expected, "{one} / {other}");
            assert_eq!(likeness(other, one), expected, "{other} / {one}");
        }
    }

    /// Names that are alike have a key in common, or they would never meet.
    #[test]
    fn names_that_are_alike_are_found_by_a_key() {
        let names = [
            "Trump",
            "Trump's",
            "Donald Trump",
            "D. Trump",
            "the White House",
            "White House",
            "EU",
            "E.U.",
            "European Union",
            "FBI",
            "Federal Bureau of Investigation",
            "I",
            "",
            "the",
        ];
        let keys = |name| Name::of(name).keys();
        for one in names {
            for other in names {
                let meet = keys(one).iter().any(|key| keys(other).contains(key));
                assert!(meet || likeness(one, other).is_none(), "{one} / {other}");
            }
        }
    }

    /// Tags the marked words, and says what is like the last entity.
    #[track_caller]
    fn check(text: &str, labels: &[&str], expected: &[(Likeness, &str)]) -> Project {
        let (project, spans) = marked(text);
        let tags = labels.iter().zip(spans).enumerate();
        let tags: Vec<_> = tags.map(|(n, (label, span))| tag(n, label, span)).collect();
        let project = take_all(&project, &tags);
        let last = EntityId::new(format!("e{}", labels.len() - 1));
        let found = entities_like(&project, &last);
        let found: Vec<_> = found.iter().map(|(like, id)| (*like, id.as_str())).collect();
        assert_eq!(found, expected);
        project
    }

    #[test]
    fn entities_are_alike_within_one_label() {
        use Likeness::{Part, Same};
        let labels = ["PERSON", "ORG", "PERSON", "PERSON"];
        let text = "«Donald Trump», the [Trump] firm, ⟦Ann⟧, ⟨Trump⟩";
        let project = check(text, &labels, &[(Part, "e0")]);
        let alias = EntityField::Aliases(Rc::new(["Trump".into()]));
        let command = EntityCommand::Set { id: EntityId::new("e2"), field: alias };
        let project = take(&project, &Command::Entity(command)).unwrap();
        let found = entities_like(&project, &EntityId::new("e3"));
        assert_eq!(found, [(Same, EntityId::new("e2")), (Part, EntityId::new("e0"))]);
        check("«5 percent», [percent]", &["QUANTITY", "QUANTITY"], &[]);
        check("«percent», [percent]", &["QUANTITY", "QUANTITY"], &[(Same, "e0")]);
        check("«percent», [percent]", &["QUANTITY", "MISC"], &[]);
    }

    #[test]
    fn two_ids_of_wikidata_are_two_things() {
        let mut project = check("«Paris», [Paris]", &["GPE", "GPE"], &[(Likeness::Same, "e0")]);
        for (id, item, is_like) in [("e0", "Q90", true), ("e1", "Q830149", false)] {
            let field = EntityField::Wikidata(Some(item.into()));
            let command = EntityCommand::Set { id: EntityId::new(id), field };
            project = take(&project, &Command::Entity(command)).unwrap();
            assert_eq!(!entities_like(&project, &EntityId::new("e1")).is_empty(), is_like);
        }
    }
}
