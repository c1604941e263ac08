//! The claims table: who says what about whom, when, how certainly, and how.

use std::rc::Rc;

use super::claim::{Pick, entity_name};
use crate::app::action::ledger::Column;
use crate::app::state::{LedgerOrder, State};
use crate::app::{select, wording};
use crate::model::{
    Annotation, AnnotationId, ArticleId, Certainty, Claimant, Project, QuoteMode, Who, alike,
};
use crate::storage::Document;
use crate::text::{lower_case, sort_by};

/// How many rows are on a page.
pub const PAGE: usize = 100;

/// One claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerRow {
    pub article: ArticleId,
    pub title: Rc<str>,
    pub id: AnnotationId,
    /// Empty where nobody has answered.
    pub who: Rc<str>,
    pub what: Rc<str>,
    pub about: Rc<str>,
    pub when: Rc<str>,
    pub certain: Option<Certainty>,
    pub how: Option<QuoteMode>,
}

/// Two claims that seem to say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    pub article: ArticleId,
    pub one: AnnotationId,
    pub other: AnnotationId,
    pub words: [Rc<str>; 2],
    pub percent: usize,
}

/// The articles whose claims the table shows.
#[must_use]
pub fn documents(state: &State) -> Vec<Rc<Document>> {
    let open = state.open.as_ref();
    let shown = state.library.values().filter(|document| {
        !document.project.removed && (state.ledger.order.all || open == Some(document.id()))
    });
    shown.cloned().collect()
}

/// All rows, in the order of the articles and of their texts.
#[must_use]
pub fn rows(documents: &[Rc<Document>]) -> Vec<LedgerRow> {
    let mut rows = Vec::new();
    for document in documents {
        let project = &document.project;
        let title = select::title(project);
        let claims = project.annotations().filter(|it| it.is_claim());
        rows.extend(claims.map(|claim| row(project, claim, &title)));
    }
    rows
}

fn row(project: &Project, annotation: &Annotation, title: &Rc<str>) -> LedgerRow {
    let claim = annotation.claim();
    let about = claim.map(|claim| {
        let names: Vec<Rc<str>> = claim.about.iter().map(|id| entity_name(project, id)).collect();
        names.join(", ")
    });
    LedgerRow {
        article: project.id().clone(),
        title: title.clone(),
        id: annotation.id.clone(),
        who: select::said_by(project, annotation).unwrap_or_default().into(),
        what: says(project, annotation),
        about: about.unwrap_or_default().into(),
        when: claim.and_then(|claim| claim.time.clone()).unwrap_or_default(),
        certain: claim.and_then(|claim| claim.certainty),
        how: claim.and_then(|claim| claim.quote),
    }
}

/// The claim in one sentence where somebody wrote one, else its words.
fn says(project: &Project, annotation: &Annotation) -> Rc<str> {
    let sentence = annotation.claim().and_then(|claim| claim.normalized.clone());
    sentence.unwrap_or_else(|| annotation.selector.words(&project.article.text).into())
}

/// The places of the rows that match, in the order that was chosen.
#[must_use]
pub fn arranged(rows: &[LedgerRow], order: &LedgerOrder) -> Vec<usize> {
    let filter = lower_case(order.filter.trim());
    let shown = rows.iter().enumerate().filter(|(_, row)| matches(row, &filter));
    let mut keyed: Vec<(String, (bool, String), usize)> = shown
        .map(|(place, row)| {
            let group =
                if order.grouped { key_of(row, Column::Who) } else { (false, String::new()) };
            let group = if group.0 { "\u{10ffff}".to_owned() } else { group.1 };
            (group, order.sort.map(|column| key_of(row, column)).unwrap_or_default(), place)
        })
        .collect();
    sort_by(&mut keyed, |(group, key, place), (other_group, other_key, other)| {
        let by_key = if order.descending && !key.0 && !other_key.0 {
            other_key.cmp(key)
        } else {
            key.cmp(other_key)
        };
        group.cmp(other_group).then(by_key).then(place.cmp(other))
    });
    keyed.into_iter().map(|(_, _, place)| place).collect()
}

/// Whether a cell is empty, and what it is sorted by: what is empty comes last either way.
fn key_of(row: &LedgerRow, column: Column) -> (bool, String) {
    let certain =
        row.certain.and_then(|it| wording::claim::CERTAINTIES.iter().position(|c| *c == it));
    let how = row.how.and_then(|it| wording::QUOTE_MODES.iter().position(|mode| *mode == it));
    let ranked = |rank: Option<usize>| rank.map(|rank| rank.to_string()).unwrap_or_default();
    let key = match column {
        Column::Who => lower_case(&row.who),
        Column::What => lower_case(&row.what),
        Column::About => lower_case(&row.about),
        Column::When => row.when.to_string(),
        Column::Certain => ranked(certain),
        Column::How => ranked(how),
        Column::Article => lower_case(&row.title),
    };
    (key.is_empty(), key)
}

fn matches(row: &LedgerRow, filter: &str) -> bool {
    if filter.is_empty() {
        return true;
    }
    let certain = row.certain.map(wording::claim::certainty);
    let how = row.how.map(wording::quote_mode);
    let cells = [&*row.who, &row.what, &row.about, &row.when, &row.title];
    let mut cells = cells.into_iter().chain(certain).chain(how);
    cells.any(|cell| lower_case(cell).contains(filter))
}

/// Who may have said a claim, as things to pick; those that are no entity begin with a colon.
#[must_use]
pub fn who_picks(project: &Project, id: &AnnotationId) -> Vec<Pick> {
    let speakers = select::speakers(project, id).into_iter().map(|speaker| Pick {
        id: speaker.entity.0.clone(),
        words: speaker.name,
        hint: speaker.label,
    });
    let others = OTHERS.iter().map(|(id, words, _)| Pick {
        id: (*id).into(),
        words: (*words).into(),
        hint: Rc::default(),
    });
    speakers.chain(others).collect()
}

const OTHERS: [(&str, &str, Option<Who>); 4] = [
    (":article", "The article (no source given)", Some(Who::Article)),
    (":unnamed", "Source not named", Some(Who::Unnamed)),
    (":unknown", "I can't tell", Some(Who::Unknown)),
    (":none", "Not answered", None),
];

/// The answer that one of [`who_picks`] is; `None` if it is none of them.
#[must_use]
pub fn who_picked(project: &Project, id: &AnnotationId, pick: &str) -> Option<Option<Claimant>> {
    if let Some((_, _, who)) = OTHERS.iter().find(|(id, _, _)| *id == pick) {
        return Some(who.clone().map(Claimant::from));
    }
    let speaker = select::speakers(project, id).into_iter().find(|it| &*it.entity.0 == pick)?;
    let who = Who::Entity { entity: speaker.entity, mention: Some(speaker.mention) };
    Some(Some(Claimant::from(who)))
}

/// The claims that seem to say the same and are not linked as repeating each other, the most alike
/// first; not those of which one is part of the other, nor those that a person has told apart.
#[must_use]
pub fn repeats(documents: &[Rc<Document>], apart: &[(AnnotationId, AnnotationId)]) -> Vec<Repeat> {
    let mut found = Vec::new();
    for document in documents {
        let project = &document.project;
        let claims: Vec<_> = project.annotations().filter(|it| it.is_claim()).collect();
        let words: Vec<Rc<str>> = claims.iter().map(|it| says(project, it)).collect();
        let texts: Vec<&str> = words.iter().map(|words| &**words).collect();
        for pair in alike(&texts) {
            let (Some(one), Some(other)) = (claims.get(pair.one), claims.get(pair.other)) else {
                continue;
            };
            let overlap = one.selector.spans.iter().any(|it| other.selector.spans.overlaps(it));
            let told_apart = apart.iter().any(|(a, b)| *a == one.id && *b == other.id);
            if overlap || told_apart || is_repeated(project, &one.id, &other.id) {
                continue;
            }
            let words = [pair.one, pair.other].map(|at| words.get(at).cloned().unwrap_or_default());
            found.push(Repeat {
                article: project.id().clone(),
                one: one.id.clone(),
                other: other.id.clone(),
                words,
                percent: pair.percent,
            });
        }
    }
    sort_by(&mut found, |a, b| b.percent.cmp(&a.percent));
    found
}

fn is_repeated(project: &Project, one: &AnnotationId, other: &AnnotationId) -> bool {
    project.relations().any(|link| {
        let ends = (&link.from, &link.to);
        link.label.as_str() == "repeats"
            && (ends == (&one.0, &other.0) || ends == (&other.0, &one.0))
    })
}

/// The table as cells, heads first, for the clipboard.
#[must_use]
pub fn cells(rows: &[LedgerRow], order: &LedgerOrder) -> Vec<Vec<String>> {
    let columns = columns(order.all);
    let head = columns.iter().map(|column| wording::claim::column(*column).to_owned());
    let mut cells = vec![head.collect::<Vec<_>>()];
    for row in arranged(rows, order).into_iter().filter_map(|place| rows.get(place)) {
        let cell = |column: &Column| match column {
            Column::Who => row.who.to_string(),
            Column::What => row.what.to_string(),
            Column::About => row.about.to_string(),
            Column::When => row.when.to_string(),
            Column::Certain => row.certain.map_or("", wording::claim::certainty).to_owned(),
            Column::How => row.how.map_or("", wording::quote_mode).to_owned(),
            Column::Article => row.title.to_string(),
        };
        cells.push(columns.iter().map(cell).collect());
    }
    cells
}

/// The columns that are shown.
#[must_use]
pub fn columns(all_articles: bool) -> Vec<Column> {
    let mut columns =
        vec![Column::Who, Column::What, Column::About, Column::When, Column::Certain, Column::How];
    if all_articles {
        columns.push(Column::Article);
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{marked, tag, take_all};
    use crate::model::{
        ClaimField, Command, LabelKey, Link, LinkCommand, RelationId, Transaction, plan,
    };
    use crate::storage::Frame;

    fn a(n: usize) -> AnnotationId {
        AnnotationId::new(format!("a{n}"))
    }

    /// The marked spans tagged as `a0`, `a1` …, then these fields set.
    fn document(text: &str, labels: &str, fields: &[(usize, ClaimField)]) -> Rc<Document> {
        let (project, spans) = marked(text);
        let tags = labels.split(' ').zip(spans).enumerate();
        let tags = tags.map(|(n, (label, span))| tag(n, label, span));
        let set = |(n, field): &(usize, ClaimField)| Command::SetClaim {
            id: a(*n),
            field: field.clone(),
        };
        let commands: Vec<_> = tags.chain(fields.iter().map(set)).collect();
        shelved(&take_all(&project, &commands))
    }

    fn shelved(project: &Project) -> Rc<Document> {
        let frame = Frame::creating(&"p".into(), Rc::new(project.clone()), None);
        Rc::new(Document::fold([Rc::new(frame)]).unwrap())
    }

    fn named(name: &str) -> ClaimField {
        let text = Some(name.into());
        ClaimField::Claimant(Some(Claimant { text, ..Claimant::from(Who::Named) }))
    }

    fn sample() -> Vec<LedgerRow> {
        let fields = [
            (0, named("Zoe")),
            (0, ClaimField::Time(Some("2019".into()))),
            (1, named("ann")),
            (1, ClaimField::Certainty(Some(Certainty::Possible))),
            (2, named("Zoe")),
            (2, ClaimField::Certainty(Some(Certainty::Certain))),
            (2, ClaimField::Normalized(Some("All is well.".into()))),
        ];
        rows(&[document("«One is.» [Two is.] ⟦So⟧ ⟨Four is.⟩", "CLAIM CLAIM CLAIM CLAIM", &fields)])
    }

    fn shown(order: &LedgerOrder) -> String {
        let rows = sample();
        let places = arranged(&rows, order).into_iter();
        let rows = places.map(|place| &rows[place]);
        rows.map(|row| format!("{}:{}", row.who, row.what)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rows_are_in_text_order_until_another_is_chosen() {
        let order = |sort, descending| LedgerOrder { sort, descending, ..LedgerOrder::default() };
        let check = |sort, descending, expected: &str| {
            assert_eq!(shown(&order(sort, descending)), expected, "{sort:?}");
        };
        check(None, false, "Zoe:One is. ann:Two is. Zoe:All is well. :Four is.");
        check(Some(Column::Who), false, "ann:Two is. Zoe:One is. Zoe:All is well. :Four is.");
        check(Some(Column::Who), true, "Zoe:One is. Zoe:All is well. ann:Two is. :Four is.");
        check(Some(Column::What), false, "Zoe:All is well. :Four is. Zoe:One is. ann:Two is.");
        check(Some(Column::When), true, "Zoe:One is. ann:Two is. Zoe:All is well. :Four is.");
        check(Some(Column::Certain), false, "Zoe:All is well. ann:Two is. Zoe:One is. :Four is.");
    }

    #[test]
    fn rows_are_grouped_and_filtered() {
        let grouped = LedgerOrder { grouped: true, ..LedgerOrder::default() };
        assert_eq!(shown(&grouped), "ann:Two is. Zoe:One is. Zoe:All is well. :Four is.");
        let check = |filter: &str, expected: &str| {
            let order = LedgerOrder { filter: filter.into(), ..LedgerOrder::default() };
            assert_eq!(shown(&order), expected, "{filter}");
        };
        check(" ZOE ", "Zoe:One is. Zoe:All is well.");
        check("possible", "ann:Two is.");
        check("2019", "Zoe:One is.");
        check("nothing", "");
    }

    #[test]
    fn a_table_is_copied_as_it_is_shown() {
        let order = LedgerOrder { filter: "ann".into(), all: true, ..LedgerOrder::default() };
        let [head, row] = &cells(&sample(), &order)[..] else { panic!() };
        assert_eq!(head.join("|"), "Who|Says what|About whom|When|How certain|How|Article");
        assert_eq!(
            row.join("|"),
            "ann|Two is.|||Possible|The article's own statement|One is. Two is. So Four is."
        );
    }

    #[test]
    fn claims_that_say_the_same_are_offered_until_it_is_decided() {
        let text =
            "«Talks will go on [in May]». ⟦Then talks go on in May⟧. ⟨Talks will go on in May⟩.";
        let document = document(text, "CLAIM CLAIM CLAIM CLAIM", &[]);
        let pairs = |document: &Rc<Document>, apart: &[(AnnotationId, AnnotationId)]| {
            let found = repeats(std::slice::from_ref(document), apart).into_iter();
            found.map(|it| (it.one, it.other, it.percent)).collect::<Vec<_>>()
        };
        let all = [(a(0), a(3), 100), (a(0), a(2), 71), (a(2), a(3), 71)];
        assert_eq!(pairs(&document, &[]), all);
        assert_eq!(pairs(&document, &[(a(0), a(3))]), all[1..]);
        let link = Link {
            id: RelationId::new("r0"),
            label: LabelKey::new("repeats"),
            from: "a2".into(),
            to: "a0".into(),
            by: None,
        };
        let command = Command::Link(LinkCommand::Add(link));
        let step: Transaction = plan(&document.project, &command, &"2026".into()).unwrap();
        let linked = shelved(&step.apply(&document.project).0);
        assert_eq!(pairs(&linked, &[]), [all[0].clone(), all[2].clone()]);
    }

    #[test]
    fn who_says_it_is_picked_from_the_nearest() {
        let document = document("«Ann» said [all is well].", "PERSON CLAIM", &[]);
        let picks = who_picks(&document.project, &a(1));
        let ids: Vec<_> = picks.iter().map(|pick| &*pick.id).collect();
        assert_eq!(ids, ["e0", ":article", ":unnamed", ":unknown", ":none"]);
        let picked = |pick| who_picked(&document.project, &a(1), pick);
        let ann = Who::Entity { entity: crate::model::EntityId::new("e0"), mention: Some(a(0)) };
        assert_eq!(picked("e0"), Some(Some(ann.into())));
        assert_eq!(picked(":none"), Some(None));
        assert_eq!(picked(":unknown"), Some(Some(Who::Unknown.into())));
        assert_eq!(picked("gone"), None);
    }
}
