//! Files of the rescue page, read again.

use std::rc::Rc;

use crate::model::{Detail, Edit, Transaction};
use crate::storage::{Document, Frame, rescued};

const FORMAT: &str = "postil-rescue";

fn document() -> Document {
    let text = crate::text::Text::new("A title\n\nSome words.");
    let blocks = crate::model::blocks_of_plain_text(&text);
    let article = crate::model::Article {
        id: crate::model::ArticleId::new("d1"),
        text,
        blocks: blocks.into(),
        details: Default::default(),
        unknown: Default::default(),
    };
    let project = crate::model::Project::new(Rc::new(article), Rc::new(crate::model::news()));
    let actor: Rc<str> = "p1".into();
    let begun = Frame::creating(&actor, Rc::new(project), None);
    let document = Document::fold([Rc::new(begun)]).unwrap();
    let edit = Edit::SetDetail(Detail::Title(Some("Another".into())));
    let step = document.next_frame(&actor, Transaction::from(vec![edit]), None);
    document.apply(&Rc::new(step))
}

fn file(frames: &[String], document: &Document) -> Vec<u8> {
    let text = &document.project.article.text;
    let texts = serde_json::json!({ (&**text.sha256()): text.as_str() });
    let file = serde_json::json!({ "format": FORMAT, "frames": frames, "texts": texts });
    serde_json::to_vec(&file).unwrap()
}

#[test]
fn what_was_rescued_is_what_was_there() {
    let document = document();
    let text = &document.project.article.text;
    let frames: Vec<_> = document.frames().map(|frame| frame.record(text)).collect();
    let recovered = rescued(&file(&frames, &document)).unwrap();
    assert_eq!(recovered.documents.get(document.id()), Some(&document));
    assert_eq!(recovered.quarantined, []);
}

#[test]
fn a_damaged_record_is_reported_and_the_rest_is_there() {
    let document = document();
    let text = &document.project.article.text;
    let mut frames: Vec<_> = document.frames().map(|frame| frame.record(text)).collect();
    frames[1].push('x');
    let recovered = rescued(&file(&frames, &document)).unwrap();
    assert_eq!(recovered.quarantined.len(), 1);
    assert_eq!(recovered.documents.get(document.id()).unwrap().revision(), 1);
}

#[test]
fn other_files_are_no_rescue() {
    assert_eq!(rescued(b"{}"), None);
    assert_eq!(rescued(b"{\"format\":\"postil\",\"frames\":[],\"texts\":{}}"), None);
    assert_eq!(rescued(b"words"), None);
}
