//! What the rescue page gave to its person, read again.
//!
//! The page cannot fold frames: it runs when nothing that is compiled here may. Its file holds the
//! records and texts as they were, `{"format":"postil-rescue","frames":[…],"texts":{sha256:text}}`,
//! and is read like a store that holds just these.

use std::rc::Rc;

use super::frame::Sealed;
use super::key::Key;
use super::recovery::{Recovered, recover};
use super::store::{Receipt, Store, StoreError};
use crate::formats::json::Json;
use crate::formats::postil::members::Members;
use crate::formats::postil::value::Pairs;
use crate::model::Map;

const FORMAT: &str = "postil-rescue";

struct File {
    frames: Vec<Rc<str>>,
    texts: Pairs,
}

impl File {
    fn read(bytes: &[u8]) -> Option<File> {
        let json = Json::parse(std::str::from_utf8(bytes).ok()?).ok()?;
        let mut members = Members::of(json).ok()?;
        let format: Rc<str> = members.required("format").ok()?;
        let frames = members.required("frames").ok()?;
        let texts = members.required("texts").ok()?;
        (*format == *FORMAT).then_some(File { frames, texts })
    }
}

/// What a file of the rescue page holds; `None` if it is no such file.
///
/// A record that cannot be read is listed in the answer like one of a store.
#[must_use]
pub fn rescued(bytes: &[u8]) -> Option<Recovered> {
    let file = File::read(bytes)?;
    let mut store = Given::default();
    for (sha256, text) in file.texts.0 {
        store.0.insert(Key::Text { sha256 }.to_string().into(), text);
    }
    for (place, record) in file.frames.into_iter().enumerate() {
        let key = match Sealed::read(&record) {
            Ok(sealed) => sealed.key().to_string(),
            // A key of the journal that no frame has: so the record is reported.
            Err(_) => format!("{}j/{place}", super::key::PREFIX),
        };
        store.0.insert(key.into(), record);
    }
    recover(&store).ok()
}

/// Records in memory, to be read.
#[derive(Default)]
struct Given(Map<Rc<str>, Rc<str>>);

impl Store for Given {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.get(&key.into()).map(|record| record.to_string()))
    }

    fn put(&mut self, _: &str, _: &str) -> Result<Receipt, StoreError> {
        Err(StoreError::Blocked)
    }

    fn remove(&mut self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.keys().map(|key| key.to_string()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::json::quoted;
    use crate::model::{Detail, Edit, Transaction};
    use crate::storage::{Document, Frame};

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
        let frames: Vec<String> = frames.iter().map(|frame| quoted(frame)).collect();
        let (sha256, text) = (quoted(text.sha256()), quoted(text.as_str()));
        let frames = frames.join(",");
        let texts = format!("{{{sha256}:{text}}}");
        format!("{{\"format\":\"{FORMAT}\",\"frames\":[{frames}],\"texts\":{texts}}}").into_bytes()
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
}
