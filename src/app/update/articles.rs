//! Articles come in, are opened, described, removed and put back.

use std::rc::Rc;

use super::Turn;
use crate::app::action::{FileRead, Pasted};
use crate::app::effect::{Effect, Target};
use crate::app::select;
use crate::app::selection::Selection;
use crate::app::state::{Card, News};
use crate::app::wording;
use crate::formats::{self, Imported};
use crate::model::{
    Anchor, Article, ArticleId, Command, Details, IdKind, Map, Project, Status, Unknown,
    blocks_of_plain_text,
};
use crate::storage::{Document, Frame, Recovered, Setting, rescued};
use crate::text::{Text, canonical};

impl Turn<'_, '_> {
    /// Files were read. Each is taken in whole or not at all; the last one is opened.
    pub(super) fn files_read(&mut self, files: Vec<FileRead>) {
        let mut taken = None;
        for file in files {
            match self.file_read(&file) {
                Ok(id) => taken = Some(Ok(id)),
                Err(why) => taken = taken.or(Some(Err(why))),
            }
        }
        match taken {
            Some(Ok(id)) => {
                self.article_opened(&id);
                self.answer(Ok(id.as_str()));
            }
            Some(Err(why)) => self.answer(Err(why)),
            None => {}
        }
    }

    fn file_read(&mut self, file: &FileRead) -> Result<ArticleId, String> {
        let name = file.name.clone();
        let bytes = match &file.bytes {
            Ok(bytes) => bytes,
            Err(why) => {
                self.notify(News::Unreadable { name, why: why.clone() });
                return Err(why.clone());
            }
        };
        if let Some(recovered) = rescued(bytes) {
            return self.rescued(name, recovered);
        }
        match formats::import(&file.name, bytes, file.format.as_deref()) {
            Ok(Imported::Project(project)) => Ok(self.project_read(name, project)),
            Ok(Imported::Text { text, title }) => {
                let text = Text::new(text);
                let blocks = blocks_of_plain_text(&text);
                let first = blocks.first().map(|block| Rc::from(text.slice(block.span).trim()));
                let title = title.map(Rc::from).or(first);
                let details = Details { title, ..Details::default() };
                Ok(self.begin(text, blocks.into(), details))
            }
            Err(refusal) => {
                let why = wording::file_refused(&refusal);
                self.notify(News::Refused { name, refusal });
                Err(why)
            }
        }
    }

    /// The file of a rescue page: its frames and those that are here become one log.
    fn rescued(&mut self, name: String, recovered: Recovered) -> Result<ArticleId, String> {
        let n_lost = recovered.quarantined.len() + recovered.newer.len();
        if 0 < n_lost {
            self.notify(News::SetAside { count: n_lost });
        }
        let Some(last) = recovered.documents.last().map(|(id, _)| id.clone()) else {
            self.notify(News::Unreadable { name, why: wording::NOTHING_RESCUED.into() });
            return Err(wording::NOTHING_RESCUED.into());
        };
        for (id, found) in &recovered.documents {
            let here = self.state.library.get(id).cloned();
            let both = found.frames().fold(here.as_deref().cloned(), |both, frame| match both {
                Some(document) => Some(document.apply(frame)),
                None => Document::fold([frame.clone()]),
            });
            let Some(both) = both else { continue };
            let known = here.iter().flat_map(|here| here.frames());
            let known: Map<_, _> = known.map(|frame| (frame.place(), ())).collect();
            let new = found.frames().filter(|frame| !known.contains_key(&frame.place()));
            let new: Vec<_> = new.cloned().collect();
            self.state.library.insert(id.clone(), Rc::new(both));
            self.effects.extend(new.into_iter().map(Effect::Append));
        }
        Ok(last)
    }

    /// A file of ours: what is here already is opened, what differs stands beside it.
    fn project_read(&mut self, name: String, mut project: Project) -> ArticleId {
        let id = project.id().clone();
        if let Some(here) = self.state.library.get(&id) {
            if select::same_content(&self.state, &here.project, &project) {
                if here.project.removed {
                    self.change_article(&id, Command::RestoreArticle);
                }
                return id;
            }
            let fresh = ArticleId(self.id(IdKind::Article));
            project.article = Rc::new(Article { id: fresh, ..(*project.article).clone() });
            self.notify(News::OpenedBeside { name: name.clone() });
        }
        let orphans = project.annotations().filter(|a| a.anchor == Anchor::Orphaned).count();
        if 0 < orphans {
            self.notify(News::Orphans { name, count: orphans });
        }
        self.shelve(project)
    }

    pub(super) fn text_pasted(&mut self, pasted: Pasted) {
        let text = Text::new(canonical(&pasted.text));
        let id = self.begin(text, pasted.blocks.into(), pasted.details);
        self.state.dialog = None;
        self.article_opened(&id);
    }

    /// A new article that nobody has annotated yet.
    fn begin(
        &mut self,
        text: Text,
        blocks: Rc<[crate::model::Block]>,
        details: Details,
    ) -> ArticleId {
        let id = ArticleId(self.id(IdKind::Article));
        let article = Article { id, text, blocks, details, unknown: Unknown::default() };
        let mut project = Project::new(Rc::new(article), self.state.usual_labels.clone());
        project.generator = Some(self.state.generator.clone());
        project.created = Some(self.env.now.clone());
        self.shelve(project)
    }

    /// Puts an article into the library, with the frame that it begins with.
    fn shelve(&mut self, project: Project) -> ArticleId {
        let id = project.id().clone();
        let now = Some(self.env.now.clone());
        let frame = Rc::new(Frame::creating(&self.state.actor, Rc::new(project), now));
        if let Some(document) = Document::fold([frame.clone()]) {
            self.state.library.insert(id.clone(), Rc::new(document));
            self.effects.push(Effect::Append(frame));
        }
        id
    }

    pub(super) fn article_opened(&mut self, id: &ArticleId) {
        let Some(document) = self.state.library.get(id).cloned() else { return };
        self.state.open = Some(id.clone());
        self.state.selection = Selection::default();
        self.state.selected = None;
        self.state.card = Card::Closed;
        self.state.resizing = None;
        self.state.picking = None;
        self.state.dialog = None;
        self.state.find.words = Rc::default();
        self.state.find.only = Default::default();
        self.effects.push(Effect::Keep(Setting::Article(Some(id.clone()))));
        self.effects.push(Effect::ShowSelection);
        self.effects.push(Effect::Focus(Target::Article));
        self.effects.push(Effect::RevealCaret);
        self.say(format!("Opened “{}”.", select::title(&document.project)));
    }

    /// Takes an article out of the library; it can be put back.
    pub(super) fn article_removed(&mut self, id: &ArticleId) {
        let Some(document) = self.state.library.get(id).cloned() else { return };
        if let Err(denied) = self.command_on(id, &Command::RemoveArticle) {
            return self.warn(wording::denied(&denied));
        }
        let title = select::title(&document.project);
        self.say(format!("Removed “{title}”. It can be put back."));
        self.notify(News::Removed { article: id.clone(), title });
        if self.state.open.as_ref() == Some(id) {
            let dialog = self.state.dialog.take();
            let other = self.state.library.values().find(|other| !other.project.removed);
            match other.map(|other| other.id().clone()) {
                Some(other) => self.article_opened(&other),
                None => {
                    self.state.open = None;
                    self.effects.push(Effect::Keep(Setting::Article(None)));
                }
            }
            self.state.dialog = dialog;
        }
    }

    /// Says that I am done with this article, and opens the next one that I am not done with.
    pub(super) fn finished(&mut self) {
        let id = self.state.me.clone();
        self.change(Command::SetStatus { id, status: Some(Status::Done) });
        match select::next_to_do(&self.state) {
            Some(next) => self.article_opened(&next),
            None => self.say(wording::ALL_DONE),
        }
    }

    pub(super) fn reopened(&mut self) {
        let id = self.state.me.clone();
        self.change(Command::SetStatus { id, status: None });
        self.say(wording::NOT_DONE);
    }

    pub(super) fn article_restored(&mut self, id: &ArticleId) {
        self.change_article(id, Command::RestoreArticle);
        let restored = self.state.notices.iter().filter(
            |notice| !matches!(&notice.what, News::Removed { article, .. } if article == id),
        );
        self.state.notices = restored.cloned().collect();
        if self.state.open.is_none() {
            self.article_opened(id);
        }
    }
}
