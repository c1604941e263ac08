//! Frames: one step of one article, as it is journaled.
//!
//! A frame's record is
//!
//! ```text
//! PST1 <crc32c of the JSON, 8 hex digits> <bytes of the JSON, decimal> <JSON>\n
//! ```
//!
//! where the JSON is
//! `{"v":1,"doc":…,"a":actor,"s":seq,"l":lamport,"t":time,"g":program version,"tx":{…}}`, or
//! `"create":{…}` in the place of `"tx"` for the frame that an article begins with. `t` and `g`
//! may be missing; fields that are not known are kept.
//!
//! Spans are written with their words, which are believed over the position; so writing a frame
//! and reading it whole both need the article's text. What can be read without is a [`Sealed`].

use std::fmt;
use std::rc::Rc;

use super::checksum::crc32c;
use super::key::Key;
use super::{codec, envelope};
use crate::model::{ArticleId, Project, RawJson, StepId, Transaction, Unknown};
use crate::text::Text;

/// One step of one article: immutable, self-contained, uniquely keyed by article, actor and `seq`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    pub article: ArticleId,
    /// The page load that wrote it.
    pub actor: Rc<str>,
    /// Counts the frames of this actor in this article, from 1.
    pub seq: u32,
    /// Greater than that of every frame its writer had seen.
    pub lamport: u64,
    /// RFC 3339; for people, never for order.
    pub time: Option<Rc<str>>,
    /// The version of the program that wrote it.
    pub version: Option<Rc<str>>,
    pub body: FrameBody,
    pub unknown: Unknown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameBody {
    /// The article begins, with all that its file said. The text is stored under its own key.
    Create(Rc<Project>),
    Step(Rc<Transaction>),
}

/// A frame whose record is sound and whose body was not read yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub article: ArticleId,
    pub actor: Rc<str>,
    pub seq: u32,
    pub lamport: u64,
    pub(super) time: Option<Rc<str>>,
    pub(super) version: Option<Rc<str>>,
    pub(super) unknown: Unknown,
    pub(super) body: SealedBody,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SealedBody {
    Create { sha256: Rc<str>, project: RawJson },
    Step(RawJson),
}

/// Why a record is not read as a frame, in the order in which it is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It does not begin as a frame does.
    Magic,
    /// It is longer or shorter than it says.
    Length,
    /// Its bytes are not those that were written.
    Checksum,
    /// It is not JSON, or nested too deep.
    Json(Rc<str>),
    /// It is JSON of another shape.
    Schema(Rc<str>),
    /// It was made by a newer version, in a form or with an edit that this one does not know.
    Newer(Rc<str>),
    /// It lies under the key of another frame, or under no frame's key.
    Misplaced,
    /// It begins the article with another text than the article has.
    OtherText,
    /// It is a text, and not the one that its key names.
    Text,
}

/// Where a frame stands in the log of its article.
pub type Place = (u64, Rc<str>, u32);

/// JavaScript numbers, and so most readers of JSON, are exact only up to here.
pub(super) const MAX_LAMPORT: u64 = (1 << 53) - 1;

pub(super) const MAGIC: &str = "PST1 ";

impl Frame {
    /// The frame that an article begins with. It begins in the library: a file does not say that
    /// it was taken out.
    #[must_use]
    pub fn creating(actor: &Rc<str>, mut project: Rc<Project>, time: Option<Rc<str>>) -> Frame {
        if project.removed {
            Rc::make_mut(&mut project).removed = false;
        }
        Frame {
            article: project.id().clone(),
            actor: actor.clone(),
            seq: 1,
            lamport: 1,
            time,
            version: Some(env!("CARGO_PKG_VERSION").into()),
            body: FrameBody::Create(project),
            unknown: Unknown::default(),
        }
    }

    /// Names the step for ever: `<actor>/<seq>`.
    #[must_use]
    pub fn id(&self) -> StepId {
        StepId::new(format!("{}/{}", self.actor, self.seq))
    }

    #[must_use]
    pub fn key(&self) -> Key {
        Key::Frame { article: self.article.clone(), actor: self.actor.clone(), seq: self.seq }
    }

    /// Where it stands in the log of its article.
    pub fn place(&self) -> Place {
        (self.lamport, self.actor.clone(), self.seq)
    }

    /// The record to store or send. `text` is the article's.
    #[must_use]
    pub fn record(&self, text: &Text) -> String {
        let json = envelope::write(self, text);
        format!("{MAGIC}{:08x} {} {json}\n", crc32c(json.as_bytes()), json.len())
    }
}

impl Sealed {
    /// Checks a record and reads all of it but the body.
    ///
    /// # Errors
    /// [`Unreadable`] says what is wrong with it. It never panics, whatever the record is.
    pub fn read(record: &str) -> Result<Sealed, Unreadable> {
        envelope::read(unwrap_record(record)?)
    }

    #[must_use]
    pub fn key(&self) -> Key {
        Key::Frame { article: self.article.clone(), actor: self.actor.clone(), seq: self.seq }
    }

    /// Where it stands in the log of its article.
    pub fn place(&self) -> Place {
        (self.lamport, self.actor.clone(), self.seq)
    }

    /// The hash of the text that this frame begins its article with; `None` for a step.
    #[must_use]
    pub fn text_name(&self) -> Option<&Rc<str>> {
        match &self.body {
            SealedBody::Create { sha256, .. } => Some(sha256),
            SealedBody::Step(_) => None,
        }
    }

    /// Reads the body against the text of the article.
    ///
    /// # Errors
    /// [`Unreadable`] if the body has another shape, was made by a newer version, or begins the
    /// article with another text.
    pub fn open(&self, text: &Text) -> Result<Frame, Unreadable> {
        let body = self.open_body(text).map_err(|why| match (why, &self.version) {
            // Its bytes are as they were written, by a version that may say more.
            (Unreadable::Schema(_), Some(version)) if is_newer(version) => {
                Unreadable::Newer(format!("program {version}").into())
            }
            (why, _) => why,
        })?;
        Ok(Frame {
            article: self.article.clone(),
            actor: self.actor.clone(),
            seq: self.seq,
            lamport: self.lamport,
            time: self.time.clone(),
            version: self.version.clone(),
            body,
            unknown: self.unknown.clone(),
        })
    }

    fn open_body(&self, text: &Text) -> Result<FrameBody, Unreadable> {
        Ok(match &self.body {
            SealedBody::Create { sha256, .. } if sha256 != text.sha256() => {
                return Err(Unreadable::OtherText);
            }
            SealedBody::Create { project, .. } => {
                FrameBody::Create(Rc::new(codec::read_project(project, text)?))
            }
            SealedBody::Step(edits) => FrameBody::Step(Rc::new(codec::read_step(edits, text)?)),
        })
    }
}

/// Whether a version such as `0.10.0` comes after that of this program.
fn is_newer(version: &str) -> bool {
    let parts = |version: &str| -> Vec<u64> {
        version.split('.').map(|part| part.parse().unwrap_or_default()).collect()
    };
    parts(env!("CARGO_PKG_VERSION")) < parts(version)
}

/// The JSON of a record whose length and checksum are right.
fn unwrap_record(record: &str) -> Result<&str, Unreadable> {
    let rest = record.strip_prefix(MAGIC).ok_or(Unreadable::Magic)?;
    let (crc, rest) = rest.split_once(' ').ok_or(Unreadable::Length)?;
    let (len, rest) = rest.split_once(' ').ok_or(Unreadable::Length)?;
    let json = rest.strip_suffix('\n').ok_or(Unreadable::Length)?;
    // Compared as text, so that a damaged header never means the same by another spelling.
    if len != json.len().to_string() {
        return Err(Unreadable::Length);
    }
    if crc != format!("{:08x}", crc32c(json.as_bytes())) {
        return Err(Unreadable::Checksum);
    }
    Ok(json)
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Magic => write!(f, "not a frame"),
            Unreadable::Length => write!(f, "cut short or longer than written"),
            Unreadable::Checksum => write!(f, "checksum does not match"),
            Unreadable::Json(why) => write!(f, "not JSON: {why}"),
            Unreadable::Schema(why) => write!(f, "another shape: {why}"),
            Unreadable::Newer(what) => write!(f, "made by a newer version: {what}"),
            Unreadable::Misplaced => write!(f, "under the wrong key"),
            Unreadable::OtherText => write!(f, "begins the article with another text"),
            Unreadable::Text => write!(f, "not the text its key names"),
        }
    }
}

impl std::error::Error for Unreadable {}
