//! Why a file is not taken in.

use std::fmt;
use std::rc::Rc;

use crate::model::LabelFault;
use crate::text::DecodeError;

/// Why a file was refused, as a whole: nothing of it was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Its bytes stand for no text.
    NotText(DecodeError),
    /// It holds a NUL, as programs and pictures do and texts do not.
    Binary,
    /// There is no word in it.
    Empty,
    /// It breaks off or is no JSON; both count from 1.
    NotJson { line: usize, column: usize },
    /// It is JSON, but does not say that it is a Postil file.
    Foreign,
    /// A later Postil wrote it, in a form that this one does not know.
    Newer { version: Rc<str> },
    /// Nobody reads files of this format here.
    NoSuchFormat(Rc<str>),
    /// It is a Postil file, and one thing in it is wrong.
    Fault(Fault),
}

/// One thing that is wrong in a file or a record of the journal, and where.
///
/// In a box, since it is handed up from every field that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault(Box<Misfit>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Misfit {
    /// From the outermost object in, such as `mentions[3].spans[0].start`.
    path: String,
    wrong: Wrong,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A field that must be there is not.
    Missing,
    /// A field is there twice.
    Twice,
    /// A value is of another type, or null.
    Form(Form),
    /// A word is none of those that may stand here.
    Choice {
        said: Rc<str>,
        words: &'static [&'static str],
    },
    /// Not of the form `1.2.3`.
    Version(Rc<str>),
    /// Offsets count something else than code points.
    OffsetUnit(Rc<str>),
    NotAnId(Rc<str>),
    NotAKey(Rc<str>),
    /// Must not be empty.
    Blank,
    /// The length of the text in code points.
    Length {
        said: u32,
        counted: u32,
    },
    Sha256 {
        said: Rc<str>,
        computed: Rc<str>,
    },
    /// The text has a byte order mark, a CR or another control character.
    NotCanonical,
    /// Not 1 to 6.
    Level(u32),
    /// The block begins before the end of the one before it.
    BlockOrder,
    /// Characters other than line ends lie in no block.
    OutsideBlocks {
        start: u32,
        end: u32,
    },
    /// The end does not come after the start.
    EmptySpan {
        start: u32,
        end: u32,
    },
    NoSpans,
    /// Two spans of one annotation share a character.
    SpansOverlap,
    /// Ends after the text, with no words to find it by.
    OutOfText {
        end: u32,
    },
    /// The words are not those of the spans, and it cannot be told which word belongs to which.
    OtherWords,
    /// A claimant of kind `entity` names none.
    NoEntity,
    /// A claimant of another kind names an entity or a mention.
    StrayEntity,
    /// The id or key is that of something earlier in the file.
    Duplicate(Rc<str>),
    /// Nothing in the file has this id.
    Dangling(Rc<str>),
    /// The claim is, by way of others, passed on by itself.
    Cycle(Rc<str>),
    /// A label set cannot have this label in this way.
    Label(Box<LabelFault>),
}

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Object,
    /// An object that says by the name of its one member what it is.
    Single,
    List,
    Text,
    /// A whole number, and not too large.
    Number,
    Flag,
}

impl Fault {
    #[must_use]
    pub fn at(path: impl Into<String>, wrong: Wrong) -> Fault {
        Fault(Box::new(Misfit { path: path.into(), wrong }))
    }

    /// The same fault, seen from the object that has the faulty one as its field.
    #[must_use]
    pub fn within(mut self, field: impl fmt::Display) -> Fault {
        let path = &mut self.0.path;
        let joint = if path.is_empty() || path.starts_with('[') { "" } else { "." };
        *path = format!("{field}{joint}{path}");
        self
    }

    /// The same fault, seen from the list that has the faulty object as an item.
    #[must_use]
    pub fn within_item(self, list: &str, i: usize) -> Fault {
        self.within(format_args!("{list}[{i}]"))
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Refusal {
        Refusal::Fault(fault)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NotText(fault) => write!(f, "not a text: {fault}"),
            Refusal::Binary => write!(f, "not a text: holds a NUL"),
            Refusal::Empty => write!(f, "nothing in it"),
            Refusal::NotJson { line, column } => {
                write!(f, "not JSON at line {line}, column {column}")
            }
            Refusal::Foreign => write!(f, "not a Postil file"),
            Refusal::Newer { version } => write!(f, "version {version} is newer than this program"),
            Refusal::NoSuchFormat(id) => write!(f, "no format {id} to read"),
            Refusal::Fault(fault) => fault.fmt(f),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Misfit { path, wrong } = &*self.0;
        if path.is_empty() { write!(f, "{wrong}") } else { write!(f, "{path}: {wrong}") }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wrong::Missing => write!(f, "missing"),
            Wrong::Twice => write!(f, "there twice"),
            Wrong::Form(form) => write!(f, "not {form}"),
            Wrong::Choice { said, words } => write!(f, "{said:?} is none of {}", words.join(", ")),
            Wrong::Version(version) => write!(f, "{version} is no version"),
            Wrong::OffsetUnit(unit) => write!(f, "offsets count {unit}, not codepoint"),
            Wrong::NotAnId(id) => write!(f, "{id:?} is no id"),
            Wrong::NotAKey(key) => write!(f, "{key:?} is no key"),
            Wrong::Blank => write!(f, "empty"),
            Wrong::Length { said, counted } => {
                write!(f, "the text has {counted} code points, not {said}")
            }
            Wrong::Sha256 { said, computed } => write!(f, "the text has {computed}, not {said}"),
            Wrong::NotCanonical => write!(f, "the text has control characters or other line ends"),
            Wrong::Level(level) => write!(f, "level {level} is not 1 to 6"),
            Wrong::BlockOrder => write!(f, "begins before the end of the block before"),
            Wrong::OutsideBlocks { start, end } => {
                write!(f, "the text from {start} to {end} is in no block")
            }
            Wrong::EmptySpan { start, end } => {
                write!(f, "end {end} does not come after start {start}")
            }
            Wrong::NoSpans => write!(f, "no span"),
            Wrong::SpansOverlap => write!(f, "spans overlap"),
            Wrong::OutOfText { end } => write!(f, "{end} lies after the text"),
            Wrong::OtherWords => write!(f, "not the words of the spans"),
            Wrong::NoEntity => write!(f, "no entity named"),
            Wrong::StrayEntity => write!(f, "only kind entity may name one"),
            Wrong::Duplicate(id) => write!(f, "{id} is taken"),
            Wrong::Dangling(id) => write!(f, "{id} is not in the file"),
            Wrong::Cycle(id) => write!(f, "{id} is passed on by itself"),
            Wrong::Label(fault) => fault.fmt(f),
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Form::Object => "an object",
            Form::Single => "an object with one member",
            Form::List => "a list",
            Form::Text => "a string",
            Form::Number => "a whole number that can stand here",
            Form::Flag => "true or false",
        })
    }
}

impl std::error::Error for Refusal {}
impl std::error::Error for Fault {}
