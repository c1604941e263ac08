//! An article as the fold of its frames.
//!
//! The order of frames is (lamport, actor, seq); clocks have no say. Applying a frame that was just
//! made or that came from another tab gives what a reload would give: this is the same fold.

use std::rc::Rc;

use super::frame::{Frame, FrameBody, MAX_LAMPORT, Place};
use crate::model::{
    AnnotationField, ArticleId, ClaimField, Edit, Generator, History, Map, Project, Transaction,
    Unknown, Who,
};

/// An article with all that was ever done to it. Cheap to clone.
///
/// Invariant: project and history are the fold of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub project: Project,
    pub history: History,
    /// Whether some of it was made by a newer version: it may be looked at and exported, not edited.
    pub read_only: bool,
    log: Map<Place, Rc<Frame>>,
    /// The highest `seq` of every actor.
    seqs: Map<Rc<str>, u32>,
}

impl Document {
    /// The article that a set of frames comes to, in whatever order they are given; frames that are
    /// there twice count once. `None` if no frame begins the article.
    ///
    /// The first creating frame in order begins it, wherever it stands; what a second one has more
    /// (two tabs opened one file at the same time) is added.
    #[must_use]
    pub fn fold(frames: impl IntoIterator<Item = Rc<Frame>>) -> Option<Document> {
        let mut log: Map<Place, Rc<Frame>> = Map::new();
        for frame in frames {
            let at = frame.place();
            if !log.contains_key(&at) {
                log.insert(at, frame);
            }
        }
        let (first, project) = log.iter().find_map(|(place, frame)| match &frame.body {
            FrameBody::Create(project) => Some((place.clone(), project)),
            FrameBody::Step(_) => None,
        })?;
        let mut document = Document {
            project: (**project).clone(),
            history: History::default(),
            read_only: false,
            log: Map::new(),
            seqs: Map::new(),
        };
        for (place, frame) in &log {
            document.note(frame);
            if *place != first {
                document.take_in(frame);
            }
        }
        Some(document)
    }

    /// This article with one more frame, made here or in another tab. A frame that is in already,
    /// or is another article's, changes nothing.
    #[must_use]
    pub fn apply(&self, frame: &Rc<Frame>) -> Document {
        let at = frame.place();
        if frame.article != *self.id() || self.log.contains_key(&at) {
            return self.clone();
        }
        let is_last = self.log.last().is_none_or(|(last, _)| *last < at);
        if is_last {
            let mut next = self.clone();
            next.note(frame);
            next.take_in(frame);
            return next;
        }
        // It was made while its writer had not seen all frames: the later ones are done again.
        let frames = self.log.values().chain([frame]).cloned();
        let folded = Document::fold(frames).unwrap_or_else(|| self.clone());
        Document { read_only: self.read_only, ..folded }
    }

    /// The same with many frames, folded once.
    #[must_use]
    pub fn apply_all(&self, frames: &[Rc<Frame>]) -> Document {
        if let [frame] = frames {
            return self.apply(frame);
        }
        let mine = |frame: &&Rc<Frame>| frame.article == *self.id();
        let all = self.log.values().chain(frames.iter().filter(mine)).cloned();
        let folded = Document::fold(all).unwrap_or_else(|| self.clone());
        Document { read_only: self.read_only, ..folded }
    }

    /// This article as one that may not be edited, since a frame of a newer version came.
    #[must_use]
    pub fn locked(mut self) -> Document {
        self.read_only = true;
        self
    }

    /// The frame that an actor writes next: after all that was seen.
    #[must_use]
    pub fn next_frame(
        &self,
        actor: &Rc<str>,
        transaction: Transaction,
        time: Option<Rc<str>>,
    ) -> Frame {
        Frame {
            article: self.id().clone(),
            actor: actor.clone(),
            seq: self.seqs.get(actor).copied().unwrap_or_default().saturating_add(1),
            lamport: self.lamport().saturating_add(1).min(MAX_LAMPORT),
            time,
            version: Some(env!("CARGO_PKG_VERSION").into()),
            body: FrameBody::Step(Rc::new(transaction)),
            unknown: Unknown::default(),
        }
    }

    #[must_use]
    pub fn id(&self) -> &ArticleId {
        self.project.id()
    }

    /// The highest Lamport time of its frames.
    #[must_use]
    pub fn lamport(&self) -> u64 {
        self.log.last().map_or(0, |((lamport, ..), _)| *lamport)
    }

    /// The number of its frames, which grows with each.
    #[must_use]
    pub fn revision(&self) -> usize {
        self.log.len()
    }

    /// All frames in order, oldest first.
    pub fn frames(&self) -> impl Iterator<Item = &Rc<Frame>> + '_ {
        self.log.values()
    }

    /// Puts a frame into the log.
    fn note(&mut self, frame: &Rc<Frame>) {
        let seq = self.seqs.get(&frame.actor).copied().unwrap_or_default().max(frame.seq);
        self.seqs.insert(frame.actor.clone(), seq);
        self.log.insert(frame.place(), frame.clone());
    }

    /// Does what a frame says.
    fn take_in(&mut self, frame: &Frame) {
        match &frame.body {
            FrameBody::Create(project) => self.merge(project),
            FrameBody::Step(transaction) => {
                let (next, inverse) = transaction.apply(&self.project);
                self.project = match (&frame.time, &frame.version) {
                    (Some(time), Some(version)) => next.touched(time, &generator(version)),
                    _ => next,
                };
                self.history.push(frame.id(), &transaction.role, inverse);
            }
        }
    }

    /// Adds what another beginning of the same article has more. Another text is another article,
    /// of which nothing is taken.
    fn merge(&mut self, other: &Project) {
        if other.article.text != self.project.article.text {
            return;
        }
        let mut edits = Vec::new();
        let known = |id| self.project.has_id(id);
        let annotators = other.annotators.iter();
        let new = annotators.filter(|annotator| self.project.annotator(&annotator.id).is_none());
        edits.extend(new.cloned().map(Edit::SetAnnotator));
        let new = other.entities().filter(|entity| !known(&entity.id.0));
        edits.extend(new.cloned().map(Edit::CreateEntity));
        let new: Vec<_> = other.annotations().filter(|one| !known(&one.id.0)).collect();
        edits.extend(new.iter().copied().cloned().map(Edit::CreateAnnotation));
        // A claim may point at one that is created after it, so these pointers are set again.
        for annotation in new {
            let Some(claim) = annotation.claim() else { continue };
            let mut set = |field| {
                let field = AnnotationField::Claim(field);
                edits.push(Edit::SetAnnotation(annotation.id.clone(), field));
            };
            if claim.reported_in.is_some() {
                set(ClaimField::ReportedIn(claim.reported_in.clone()));
            }
            if let Some(claimant) = &claim.claimant
                && matches!(claimant.who, Who::Entity { mention: Some(_), .. })
            {
                set(ClaimField::Claimant(Some(claimant.clone())));
            }
        }
        edits.extend(other.relations().cloned().map(Edit::CreateRelation));
        edits.extend(other.decisions.iter().cloned().map(Edit::Decide));
        self.project = Transaction::from(edits).apply(&self.project).0;
    }
}

fn generator(version: &Rc<str>) -> Rc<Generator> {
    Rc::new(Generator {
        name: Some("postil".into()),
        version: Some(version.clone()),
        unknown: Unknown::default(),
    })
}
