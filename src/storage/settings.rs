//! Settings: what the browser remembers besides articles.
//!
//! Every setting has a key of its own and is overwritten whole; the last tab wins. A value that
//! cannot be read is as if it were not there. Nothing here is worth more than that.

use std::rc::Rc;

use super::key::Key;
use super::store::{Store, StoreError};
use crate::model::{AnnotatorId, ArticleId, Map};

/// All settings, as read when the page loads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The article that was open last.
    pub article: Option<ArticleId>,
    /// Who annotates here.
    pub annotator: Option<AnnotatorId>,
    /// The annotators that are known here, with their names where they gave one.
    pub annotators: Map<AnnotatorId, Option<Rc<str>>>,
    /// Whether the practice strip was closed.
    pub practice_closed: bool,
    /// Choices of how things are shown (`grouping`, `theme`), by names that `app` gives them.
    pub choices: Map<Rc<str>, Rc<str>>,
}

/// One setting with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    Article(Option<ArticleId>),
    Annotator(AnnotatorId),
    /// An annotator's name, known from now on.
    Name(AnnotatorId, Option<Rc<str>>),
    PracticeClosed(bool),
    /// `name` is letters, digits, `_` and `-`.
    Choice {
        name: Rc<str>,
        value: Rc<str>,
    },
}

impl Settings {
    /// Reads what can be read.
    #[must_use]
    pub fn read(store: &dyn Store) -> Settings {
        let mut settings = Settings::default();
        for key in store.keys().unwrap_or_default() {
            let Some(Key::Setting { name }) = Key::parse(&key) else { continue };
            if let Ok(Some(value)) = store.get(&key)
                && let Some(setting) = Setting::parse(&name, &value)
            {
                settings.set(setting);
            }
        }
        settings
    }

    /// Takes in a new value.
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Article(article) => self.article = article,
            Setting::Annotator(annotator) => self.annotator = Some(annotator),
            Setting::Name(annotator, name) => drop(self.annotators.insert(annotator, name)),
            Setting::PracticeClosed(closed) => self.practice_closed = closed,
            Setting::Choice { name, value } => drop(self.choices.insert(name, value)),
        }
    }

    /// The value of a choice.
    #[must_use]
    pub fn choice(&self, name: &str) -> Option<&str> {
        self.choices.get(&name.into()).map(|value| &**value)
    }

    /// The name of who annotates here.
    #[must_use]
    pub fn annotator_name(&self) -> Option<&Rc<str>> {
        self.annotators.get(self.annotator.as_ref()?)?.as_ref()
    }
}

impl Setting {
    /// Stores this setting.
    ///
    /// # Errors
    /// [`StoreError`] if the store did not take it; the older value is then still there.
    pub fn write(&self, store: &mut dyn Store) -> Result<(), StoreError> {
        let key = Key::Setting { name: self.name() }.to_string();
        match self.value() {
            Some(value) => store.put(&key, &value).map(drop),
            None => store.remove(&key),
        }
    }

    fn name(&self) -> Rc<str> {
        match self {
            Setting::Article(_) => "article".into(),
            Setting::Annotator(_) => "annotator".into(),
            Setting::Name(annotator, _) => format!("name/{annotator}").into(),
            Setting::PracticeClosed(_) => "practice-closed".into(),
            Setting::Choice { name, .. } => format!("choice/{name}").into(),
        }
    }

    fn value(&self) -> Option<Rc<str>> {
        match self {
            Setting::Article(article) => article.as_ref().map(|id| id.0.clone()),
            Setting::Annotator(annotator) => Some(annotator.0.clone()),
            Setting::Name(_, name) => Some(name.clone().unwrap_or_default()),
            Setting::PracticeClosed(closed) => closed.then(|| "yes".into()),
            Setting::Choice { value, .. } => Some(value.clone()),
        }
    }

    fn parse(name: &str, value: &str) -> Option<Setting> {
        let some = Some(value).filter(|value| !value.is_empty());
        match name.split_once('/') {
            None => match name {
                "article" => Some(Setting::Article(Some(ArticleId::new(some?)))),
                "annotator" => Some(Setting::Annotator(AnnotatorId::new(some?))),
                "practice-closed" => Some(Setting::PracticeClosed(value == "yes")),
                _ => None,
            },
            Some(("name", id)) => Some(Setting::Name(AnnotatorId::new(id), some.map(Rc::from))),
            Some(("choice", name)) => {
                Some(Setting::Choice { name: name.into(), value: value.into() })
            }
            Some(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::SimStore;
    use super::*;

    #[test]
    fn settings_read_back_as_they_were_set() {
        let mut store = SimStore::default();
        let mut settings = Settings::default();
        assert_eq!(Settings::read(&store), settings);
        for setting in [
            Setting::Article(Some(ArticleId::new("doc-1"))),
            Setting::Annotator(AnnotatorId::new("a1")),
            Setting::Name(AnnotatorId::new("a1"), Some("Ana / é".into())),
            Setting::Name(AnnotatorId::new("a2"), None),
            Setting::PracticeClosed(true),
            Setting::Choice { name: "theme".into(), value: "dark".into() },
            Setting::Choice { name: "theme".into(), value: "".into() },
        ] {
            setting.write(&mut store).unwrap();
            settings.set(setting);
            assert_eq!(Settings::read(&store), settings);
        }
        assert_eq!(settings.annotator_name().map(|name| &**name), Some("Ana / é"));
        assert_eq!(settings.choice("theme"), Some(""));
        for setting in [Setting::Article(None), Setting::PracticeClosed(false)] {
            setting.write(&mut store).unwrap();
            settings.set(setting);
            assert_eq!(Settings::read(&store), settings);
        }
        assert_eq!(store.entries().filter(|(key, _)| key.ends_with("article")).count(), 0);
    }

    #[test]
    fn what_cannot_be_read_is_not_there() {
        let entries = [
            ("postil1/set/article", ""),
            ("postil1/set/annotator", ""),
            ("postil1/set/practice-closed", "perhaps"),
            ("postil1/set/of-a-later-version", "1"),
            ("postil1/set/of/a/later/version", "1"),
            ("set/article", "doc-1"),
        ];
        let store = entries.map(|(key, value)| (key.to_owned(), value.to_owned()));
        assert_eq!(Settings::read(&SimStore::holding(store)), Settings::default());
        let mut blocked = SimStore::default();
        blocked.block();
        assert_eq!(Settings::read(&blocked), Settings::default());
        let write = Setting::PracticeClosed(true).write(&mut blocked);
        assert_eq!(write, Err(StoreError::Blocked));
    }
}
