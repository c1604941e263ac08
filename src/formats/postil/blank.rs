//! Empty strings where there could be none: files do not tell the two apart.
//!
//! A text that is left out here by mistake makes a file that is not given away, never one that
//! lacks something.

use std::rc::Rc;

use crate::model::{
    Annotation, Annotator, Article, Body, Claim, Collection, Entity, Generator, Label, LabelSet,
    Relation,
};

/// Something of the model, with none for each empty string.
pub(super) trait WithoutBlanks {
    fn without_blanks(&self) -> Self;
}

fn clear<'t>(texts: impl IntoIterator<Item = &'t mut Option<Rc<str>>>) {
    for text in texts {
        text.take_if(|text| text.is_empty());
    }
}

impl WithoutBlanks for Article {
    fn without_blanks(&self) -> Article {
        let mut article = self.clone();
        let details = &mut article.details;
        clear([&mut details.title, &mut details.lang, &mut details.url]);
        clear([&mut details.publisher, &mut details.author, &mut details.published]);
        article
    }
}

impl WithoutBlanks for LabelSet {
    fn without_blanks(&self) -> LabelSet {
        let mut set = self.clone();
        for label in &mut set.labels {
            let Label { name, definition, shortcut, color, attributes, .. } = label;
            clear([name, definition, shortcut, color]);
            for attribute in attributes {
                clear([&mut attribute.name, &mut attribute.default]);
            }
        }
        set
    }
}

impl<T: WithoutBlanks> WithoutBlanks for Rc<T> {
    fn without_blanks(&self) -> Rc<T> {
        Rc::new((**self).without_blanks())
    }
}

impl<T: WithoutBlanks> WithoutBlanks for Option<T> {
    fn without_blanks(&self) -> Option<T> {
        self.as_ref().map(T::without_blanks)
    }
}

impl<T: WithoutBlanks> WithoutBlanks for Rc<[T]> {
    fn without_blanks(&self) -> Rc<[T]> {
        self.iter().map(T::without_blanks).collect()
    }
}

impl WithoutBlanks for Annotator {
    fn without_blanks(&self) -> Annotator {
        let mut annotator = self.clone();
        clear([&mut annotator.name]);
        annotator
    }
}

impl WithoutBlanks for Generator {
    fn without_blanks(&self) -> Generator {
        let mut generator = self.clone();
        clear([&mut generator.name, &mut generator.version]);
        generator
    }
}

impl WithoutBlanks for Collection {
    fn without_blanks(&self) -> Collection {
        let mut collection = self.clone();
        clear([&mut collection.name, &mut collection.instructions]);
        collection
    }
}

impl WithoutBlanks for Entity {
    fn without_blanks(&self) -> Entity {
        let mut entity = self.clone();
        clear([&mut entity.name, &mut entity.wikidata, &mut entity.note]);
        entity
    }
}

impl WithoutBlanks for Relation {
    fn without_blanks(&self) -> Relation {
        let mut relation = self.clone();
        clear([&mut relation.note]);
        relation
    }
}

impl WithoutBlanks for Annotation {
    fn without_blanks(&self) -> Annotation {
        let mut annotation = self.clone();
        clear([&mut annotation.note, &mut annotation.created, &mut annotation.modified]);
        if let Body::Claim(claim) = &mut annotation.body {
            **claim = claim.without_blanks();
        }
        annotation
    }
}

impl WithoutBlanks for Claim {
    fn without_blanks(&self) -> Claim {
        let mut claim = self.clone();
        clear([&mut claim.normalized, &mut claim.topic, &mut claim.time]);
        clear(claim.claimant.as_mut().map(|claimant| &mut claimant.text));
        if let Some(verdict) = &mut claim.verdict {
            clear([&mut verdict.rating, &mut verdict.value, &mut verdict.best, &mut verdict.worst]);
            clear([&mut verdict.url, &mut verdict.by, &mut verdict.date]);
        }
        let evidence = claim.evidence.iter().cloned().map(|mut evidence| {
            clear([&mut evidence.url, &mut evidence.quote, &mut evidence.note]);
            evidence
        });
        claim.evidence = evidence.collect();
        claim
    }
}
