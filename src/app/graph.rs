//! Claims and their speakers as a picture: speakers at the left, claims at the right in the order of
//! the text, lines between them. Where everything stands is worked out here, in whole pixels.

use std::rc::Rc;

use super::select::{self, names::shown_name};
use super::wording;
use crate::model::{Annotation, Claimant, Map, Project, Who};
use crate::text::sort_by;

/// The picture, and the same as a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    pub width: u32,
    pub height: u32,
    /// From top to bottom.
    pub speakers: Vec<Speaker>,
    /// In the order of the text.
    pub claims: Vec<Node>,
    /// From one claim to another.
    pub links: Vec<Line>,
}

/// Somebody who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    pub node: Node,
    /// The places of the claims among all claims.
    pub says: Vec<usize>,
    /// The way of the line to each of them.
    pub paths: Vec<String>,
}

/// A box with words in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The annotation or entity it stands for, if it is one.
    pub id: Option<Rc<str>>,
    /// What the box says, in lines that fit it.
    pub lines: Vec<String>,
    pub words: Rc<str>,
    pub hue: u8,
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

/// A line between two claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub from: usize,
    pub to: usize,
    pub words: String,
    /// What it says in a sentence: `Claim 1 supports claim 3`.
    pub sentence: String,
    pub path: String,
    /// Where the words stand.
    pub x: u32,
    pub y: u32,
    /// The tip of the arrow, for a link that means something else the other way round.
    pub head: Option<(u32, u32)>,
}

const SPEAKER_WIDTH: u32 = 170;
const CLAIM_WIDTH: u32 = 330;
const GAP: u32 = 110;
/// Room for the links at the right of the claims.
const LINKS: u32 = 150;
const LINE_HEIGHT: u32 = 17;
const PADDING: u32 = 8;
const BETWEEN: u32 = 12;
/// Characters in a line of a box.
const SPEAKER_CHARS: usize = 20;
const CLAIM_CHARS: usize = 44;

/// Draws the claims of an article.
#[must_use]
pub fn graph(project: &Project) -> Graph {
    let annotations: Vec<&Rc<Annotation>> =
        project.annotations().filter(|it| it.is_claim()).collect();
    let claims = claim_nodes(project, &annotations);
    let mut speakers = speakers_of(project, &annotations);
    place_speakers(&mut speakers, &claims);
    for speaker in &mut speakers {
        let lines = speaker.says.iter().filter_map(|place| claims.get(*place));
        speaker.paths = lines.map(|claim| way(&speaker.node, claim)).collect();
    }
    let links = links_of(project, &annotations, &claims);
    let bottom = |node: &Node| node.y + node.height;
    let nodes = claims.iter().chain(speakers.iter().map(|it| &it.node));
    let height = nodes.map(bottom).max().unwrap_or_default() + BETWEEN;
    let room = if links.is_empty() { BETWEEN } else { LINKS };
    Graph { width: SPEAKER_WIDTH + GAP + CLAIM_WIDTH + room, height, speakers, claims, links }
}

fn claim_nodes(project: &Project, annotations: &[&Rc<Annotation>]) -> Vec<Node> {
    let mut y = BETWEEN;
    let nodes = annotations.iter().enumerate().map(|(place, annotation)| {
        let words = annotation.selector.words(&project.article.text);
        let shown = [&(place + 1).to_string(), ". ", &words].concat();
        let lines = wrapped(&shown, CLAIM_CHARS, 3);
        let height = height_of(&lines);
        let node = Node {
            id: Some(annotation.id.0.clone()),
            lines,
            words: words.into(),
            hue: select::hue(&project.labels, annotation.label()),
            x: SPEAKER_WIDTH + GAP,
            y,
            width: CLAIM_WIDTH,
            height,
        };
        y += height + BETWEEN;
        node
    });
    nodes.collect()
}

fn height_of(lines: &[String]) -> u32 {
    u32::try_from(lines.len()).unwrap_or(1) * LINE_HEIGHT + 2 * PADDING
}

/// Words in at most so many lines of so many characters; an ellipsis stands for the rest.
fn wrapped(words: &str, chars: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        let word = wording::shortened(word, chars);
        let length = line.chars().count() + 1 + word.chars().count();
        if !line.is_empty() && chars < length {
            lines.push(std::mem::take(&mut line));
        }
        if lines.len() == most {
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
            return lines;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    lines.push(line);
    lines
}

/// One box for each who says something, with the places of what they say.
fn speakers_of(project: &Project, annotations: &[&Rc<Annotation>]) -> Vec<Speaker> {
    let mut known: Map<Rc<str>, usize> = Map::new();
    let mut speakers: Vec<Speaker> = Vec::new();
    for (place, annotation) in annotations.iter().enumerate() {
        let claimant = annotation.claim().and_then(|claim| claim.claimant.as_ref());
        let key = key_of(project, claimant);
        let at = known.get(&key).copied().unwrap_or_else(|| {
            speakers.push(Speaker {
                node: speaker_node(project, claimant),
                says: Vec::new(),
                paths: Vec::new(),
            });
            known.insert(key, speakers.len() - 1);
            speakers.len() - 1
        });
        if let Some(speaker) = speakers.get_mut(at) {
            speaker.says.push(place);
        }
    }
    speakers
}

/// Speakers are one if they are one entity, or have the same words.
fn key_of(project: &Project, claimant: Option<&Claimant>) -> Rc<str> {
    match claimant.map(|it| &it.who) {
        Some(Who::Entity { entity, .. }) => ["=", entity.as_str()].concat().into(),
        _ => wording::speaker(project, claimant).unwrap_or_default().into(),
    }
}

fn speaker_node(project: &Project, claimant: Option<&Claimant>) -> Node {
    let entity = match claimant.map(|it| &it.who) {
        Some(Who::Entity { entity, .. }) => project.entity(entity),
        _ => None,
    };
    let words: Rc<str> = match entity {
        Some(entity) => shown_name(project, entity),
        None => match wording::speaker(project, claimant) {
            Some(words) => words.into(),
            None => wording::names::NOT_ANSWERED.into(),
        },
    };
    let lines = wrapped(&words, SPEAKER_CHARS, 2);
    Node {
        id: entity.map(|it| it.id.0.clone()),
        height: height_of(&lines),
        lines,
        words,
        hue: select::hue(&project.labels, entity.map(|it| &it.label)),
        x: BETWEEN,
        y: 0,
        width: SPEAKER_WIDTH - BETWEEN,
    }
}

/// Each as near as can be to the middle of what they say, none over another.
fn place_speakers(speakers: &mut Vec<Speaker>, claims: &[Node]) {
    let middle = |speaker: &Speaker| -> u32 {
        let places = speaker.says.iter().filter_map(|place| claims.get(*place));
        let sum: u32 = places.map(|node| node.y + node.height / 2).sum();
        sum / u32::try_from(speaker.says.len()).unwrap_or(1).max(1)
    };
    // Places among equals stay as they were: by the first claim.
    sort_by(speakers, |one, other| middle(one).cmp(&middle(other)));
    let total: u32 = speakers.iter().map(|it| it.node.height + BETWEEN).sum();
    let bottom = claims.last().map_or(0, |it| it.y + it.height + BETWEEN).max(total + BETWEEN);
    let mut left = total;
    let mut y = BETWEEN;
    for speaker in speakers {
        let wanted = middle(speaker).saturating_sub(speaker.node.height / 2);
        // What comes below must still have room.
        let lowest = bottom.saturating_sub(left);
        speaker.node.y = wanted.min(lowest).max(y);
        y = speaker.node.y + speaker.node.height + BETWEEN;
        left = left.saturating_sub(speaker.node.height + BETWEEN);
    }
}

/// A curve from the right side of a box to the left side of another.
fn way(from: &Node, to: &Node) -> String {
    let (x, y) = (from.x + from.width, from.y + from.height / 2);
    let (to_x, to_y) = (to.x, to.y + to.height / 2);
    let middle = u32::midpoint(x, to_x);
    curve([(x, y), (middle, y), (middle, to_y), (to_x, to_y)])
}

fn curve(points: [(u32, u32); 4]) -> String {
    let mut path = String::new();
    for (letter, (x, y)) in ["M", " C", " ", " "].into_iter().zip(points) {
        path.push_str(letter);
        path.push_str(&x.to_string());
        path.push(' ');
        path.push_str(&y.to_string());
    }
    path
}

/// The links between claims, and what passes another on, at the right of the claims.
fn links_of(project: &Project, annotations: &[&Rc<Annotation>], claims: &[Node]) -> Vec<Line> {
    let mut places: Map<&str, usize> = Map::new();
    for (place, annotation) in annotations.iter().enumerate() {
        places.insert(annotation.id.as_str(), place);
    }
    let place = |id: &str| places.get(&id).copied();
    let mut lines = Vec::new();
    let mut add = |from: usize, to: usize, words: &str, symmetric: bool| {
        lines.extend(link_line(claims, from, to, words, symmetric));
    };
    for relation in project.relations() {
        let label = project.labels.find(&relation.label);
        let words = label.map_or(relation.label.as_str(), |label| label.shown());
        if let (Some(from), Some(to)) = (place(&relation.from), place(&relation.to)) {
            add(from, to, words, label.is_some_and(|label| label.symmetric));
        }
    }
    for (from, annotation) in annotations.iter().enumerate() {
        let above = annotation.claim().and_then(|claim| claim.reported_in.as_ref());
        if let Some(to) = above.and_then(|id| place(id.as_str())) {
            add(from, to, wording::names::PASSED_ON, false);
        }
    }
    lines
}

/// Bows out further the more claims it passes.
fn link_line(
    claims: &[Node],
    from: usize,
    to: usize,
    words: &str,
    symmetric: bool,
) -> Option<Line> {
    let (one, other) = (claims.get(from)?, claims.get(to)?);
    let x = one.x + one.width;
    // Two links between neighbors do not begin at one point.
    let third = |node: &Node, other: &Node| {
        if node.y < other.y { node.y + 2 * node.height / 3 } else { node.y + node.height / 3 }
    };
    let (y, to_y) = (third(one, other), third(other, one));
    let reach = 24 + 10 * u32::try_from(from.abs_diff(to)).unwrap_or_default();
    let out = x + reach.min(LINKS - 70);
    let claim = |place: usize| wording::names::claim(place + 1);
    let sentence = [&wording::names::claim_capital(from + 1), " ", words, " ", &claim(to)].concat();
    Some(Line {
        from,
        to,
        words: words.to_owned(),
        sentence,
        path: curve([(x, y), (out, y), (out, to_y), (x, to_y)]),
        x: x + 3 * (out - x) / 4 + 4,
        y: u32::midpoint(y, to_y),
        head: (!symmetric).then_some((x, to_y)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, tag, take_all};
    use crate::model::{AnnotationId, Command, EntityId, LabelKey, Link, LinkCommand, RelationId};

    /// Persons `a0` and `a1` say the claims `a2` to `a5`, `says` names the speaker of each.
    fn project(says: [Option<usize>; 4]) -> Project {
        let text = "«Kim» and [Ann]: ⟦one⟧ ⟨two⟩ ⟪three⟫ «four»";
        let (project, spans) = marked(text);
        let labels = ["PERSON", "PERSON", "CLAIM", "CLAIM", "CLAIM", "CLAIM"];
        let tags = labels.iter().zip(spans).enumerate();
        let mut commands: Vec<_> = tags.map(|(n, (label, span))| tag(n, label, span)).collect();
        for (place, speaker) in says.into_iter().enumerate() {
            let Some(speaker) = speaker else { continue };
            let entity = EntityId::new(format!("e{speaker}"));
            let claimant = Claimant::from(Who::Entity { entity, mention: None });
            let id = AnnotationId::new(format!("a{}", place + 2));
            commands.push(Command::SetClaimant { id, claimant: Some(claimant) });
        }
        let link = |n: usize, label: &str, from: &str, to: &str| {
            Command::Link(LinkCommand::Add(Link {
                id: RelationId::new(format!("r{n}")),
                label: LabelKey::new(label),
                from: from.into(),
                to: to.into(),
                by: None,
            }))
        };
        commands.push(link(1, "supports", "a2", "a4"));
        commands.push(link(2, "contradicts", "a5", "a3"));
        take_all(&project, &commands)
    }

    #[test]
    fn speakers_stand_once_and_near_what_they_say() {
        let graph = graph(&project([Some(1), Some(0), Some(1), None]));
        let speakers: Vec<_> =
            graph.speakers.iter().map(|it| (&*it.node.words, it.says.clone())).collect();
        let expected = [("Ann", vec![0, 2]), ("Kim", vec![1]), ("Nobody has said who", vec![3])];
        assert_eq!(speakers, expected);
        assert_eq!(graph.speakers[0].paths.len(), 2);
        let words: Vec<_> = graph.claims.iter().map(|it| it.lines.join("|")).collect();
        assert_eq!(words, ["1. one", "2. two", "3. three", "4. four"]);
    }

    #[test]
    fn links_are_lines_and_sentences() {
        let graph = graph(&project([None; 4]));
        let lines: Vec<_> =
            graph.links.iter().map(|it| (it.sentence.as_str(), it.head.is_some())).collect();
        let expected = [("Claim 1 supports claim 3", true), ("Claim 4 contradicts claim 2", false)];
        assert_eq!(lines, expected);
    }

    #[test]
    fn nothing_lies_over_anything_and_all_is_within() {
        for says in [[None; 4], [Some(0); 4], [Some(1), Some(0), None, Some(1)]] {
            let graph = graph(&project(says));
            let speakers: Vec<&Node> = graph.speakers.iter().map(|it| &it.node).collect();
            let claims: Vec<&Node> = graph.claims.iter().collect();
            for column in [speakers, claims] {
                for pair in column.windows(2) {
                    assert!(pair[0].y + pair[0].height < pair[1].y, "{pair:?}");
                }
                let last = column.last().unwrap();
                assert!(last.y + last.height < graph.height && last.x + last.width < graph.width);
            }
            assert_eq!(graph, super::graph(&project(says)), "the same each time");
        }
    }

    #[test]
    fn long_words_are_put_into_lines_that_fit() {
        assert_eq!(wrapped("a bc def", 4, 9), ["a bc", "def"]);
        assert_eq!(wrapped("abcdefgh ij", 4, 9), ["abcd…", "ij"]);
        assert_eq!(wrapped("a b c d", 1, 2), ["a", "b…"]);
        assert_eq!(wrapped("", 4, 2), [""]);
    }

    #[test]
    fn an_article_without_claims_has_an_empty_graph() {
        let (project, _) = marked("Nothing here");
        let graph = graph(&project);
        assert_eq!((graph.claims, graph.speakers, graph.links), (vec![], vec![], vec![]));
    }
}
