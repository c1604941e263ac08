//! The words of the search box as a question.
//!
//! `trump "north korea" person:kim who:sanders -label:date unsure note: /\d+ percent/`

use crate::model::{LabelKey, LabelSet};
use crate::text::{Needle, Regex, RegexError, folded, lower_case};

/// What can be asked for beside words, with what it means, as the help lists it.
pub const FIELDS: &[(&str, &str)] = &[
    ("trump kim", "paragraphs with both words"),
    ("\"north korea\"", "exactly these words"),
    ("/\\d+ percent/", "a regular expression"),
    ("label:person", "tags with this label"),
    ("person:trump", "tags with this label and these words"),
    ("who:sanders", "claims by this speaker"),
    ("who:none", "claims nobody was named for"),
    ("unsure", "tags you are not sure of"),
    ("note:", "tags with a note"),
    ("note:check", "tags with this word in the note"),
    ("-label:date", "leaves out what comes after the minus"),
];

/// What is asked for: all of its terms at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub terms: Vec<Term>,
    pub same_case: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Asks for what does not match.
    pub not: bool,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Words(Needle),
    Pattern(Regex),
    /// One of these labels, and these words in the tag.
    Label(Vec<LabelKey>, Option<Needle>),
    /// Part of the speaker's name, in small letters.
    Who(Box<str>),
    WhoNone,
    Unsure,
    /// A word of the note, in small letters; empty for any note.
    Note(Box<str>),
}

/// Why the words are no question; each names the part that is at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A quotation mark that is not closed, with what follows it.
    OpenQuote(String),
    /// `/` that is not closed, with what follows it.
    OpenPattern(String),
    Pattern(String, RegexError),
    /// `foo:` where neither a field nor a label is called so.
    NoField(String),
    /// `label:foo` where no label is called so.
    NoLabel(String),
    /// `who:` with nothing behind it.
    NoName,
}

impl Query {
    /// Reads the words of the box.
    ///
    /// # Errors
    /// [`Fault`], the first there is.
    pub fn read(
        words: &str,
        same_case: bool,
        whole: bool,
        labels: &LabelSet,
    ) -> Result<Query, Fault> {
        let mut reader = Reader { rest: words, same_case, whole, labels };
        let mut terms = Vec::new();
        while let Some(term) = reader.term()? {
            terms.push(term);
        }
        Ok(Query { terms, same_case })
    }

    /// Whether anything but words of the text is asked for, so that only tags can answer.
    #[must_use]
    pub fn is_for_tags(&self) -> bool {
        self.terms.iter().any(|it| !matches!(it.what, What::Words(_) | What::Pattern(_)))
    }
}

struct Reader<'a> {
    rest: &'a str,
    same_case: bool,
    whole: bool,
    labels: &'a LabelSet,
}

impl Reader<'_> {
    fn term(&mut self) -> Result<Option<Term>, Fault> {
        self.rest = self.rest.trim_start();
        if self.rest.is_empty() {
            return Ok(None);
        }
        let negated = self.rest.strip_prefix('-').filter(|it| starts_term(it));
        let not = negated.is_some();
        self.rest = negated.unwrap_or(self.rest);
        let what = if self.rest.starts_with('/') {
            self.pattern()?
        } else if starts_quote(self.rest) {
            What::Words(self.needle(&self.value()?.0))
        } else {
            self.word()?
        };
        if let What::Words(_) = &what {
            self.skip_value();
        }
        Ok(Some(Term { not, what }))
    }

    /// `/…/`; a slash within it is written `\/`.
    fn pattern(&mut self) -> Result<What, Fault> {
        let inner = self.rest.get(1..).unwrap_or_default();
        let mut escaped = false;
        let end = inner.find(|c: char| {
            let ends = c == '/' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        let end = end.ok_or_else(|| Fault::OpenPattern(inner.to_owned()))?;
        let pattern = inner.get(..end).unwrap_or_default().replace("\\/", "/");
        self.rest = inner.get(end + 1..).unwrap_or_default();
        let regex = Regex::new(&pattern, self.same_case);
        regex.map(What::Pattern).map_err(|error| Fault::Pattern(pattern, error))
    }

    /// A bare word, or a field with its value.
    fn word(&mut self) -> Result<What, Fault> {
        let end = self.rest.find(char::is_whitespace).unwrap_or(self.rest.len());
        let word = self.rest.get(..end).unwrap_or_default();
        if word == "unsure" {
            self.rest = self.rest.get(end..).unwrap_or_default();
            return Ok(What::Unsure);
        }
        let name = word.split_once(':').map(|(name, _)| name).filter(|name| is_name(name));
        let is_address = word.contains("://");
        let Some(name) = name.filter(|_| !is_address) else {
            return Ok(What::Words(self.needle(word)));
        };
        self.rest = self.rest.get(name.len() + 1..).unwrap_or_default();
        let (value, _) = self.value()?;
        self.skip_value();
        self.field(&lower_case(name), &value)
    }

    fn field(&self, name: &str, value: &str) -> Result<What, Fault> {
        match name {
            "note" => return Ok(What::Note(folded(value, false).into())),
            "who" if value.is_empty() => return Err(Fault::NoName),
            "who" if value == "none" => return Ok(What::WhoNone),
            "who" => return Ok(What::Who(folded(value, false).into())),
            "label" => {
                let labels = self.labels_called(value);
                let known = !labels.is_empty();
                let fault = || Fault::NoLabel(value.to_owned());
                return known.then_some(What::Label(labels, None)).ok_or_else(fault);
            }
            _ => {}
        }
        let labels = self.labels_called(name);
        if labels.is_empty() {
            return Err(Fault::NoField(name.to_owned()));
        }
        let words = Some(self.needle(value)).filter(|it| !it.words.is_empty());
        Ok(What::Label(labels, words))
    }

    /// The labels that a word means: by its key, or by the beginning of its name.
    fn labels_called(&self, word: &str) -> Vec<LabelKey> {
        let word = lower_case(word);
        let is_called = |name: &str| !word.is_empty() && lower_case(name).starts_with(&word);
        let exact = self.labels.taggable().find(|it| lower_case(it.key.as_str()) == word);
        if let Some(label) = exact {
            return vec![label.key.clone()];
        }
        let called = self.labels.taggable().filter(|label| is_called(label.shown()));
        called.map(|label| label.key.clone()).collect()
    }

    /// The quotation or word that comes next, and how many bytes it takes.
    fn value(&self) -> Result<(String, usize), Fault> {
        if starts_quote(self.rest) {
            let mut marks = self.rest.char_indices().filter(|(_, it)| is_quote(*it));
            let open = marks.next().map_or(0, |(at, it)| at + it.len_utf8());
            let Some((close, mark)) = marks.next() else {
                return Err(Fault::OpenQuote(self.rest.get(open..).unwrap_or_default().to_owned()));
            };
            let words = self.rest.get(open..close).unwrap_or_default();
            return Ok((words.to_owned(), close + mark.len_utf8()));
        }
        let end = self.rest.find(char::is_whitespace).unwrap_or(self.rest.len());
        Ok((self.rest.get(..end).unwrap_or_default().to_owned(), end))
    }

    fn skip_value(&mut self) {
        let end = self.value().map_or(self.rest.len(), |(_, end)| end);
        self.rest = self.rest.get(end..).unwrap_or_default();
    }

    fn needle(&self, words: &str) -> Needle {
        Needle { words: folded(words, self.same_case).into(), whole: self.whole }
    }
}

/// A minus belongs to what follows it right away, and is a dash otherwise.
fn starts_term(rest: &str) -> bool {
    rest.starts_with(|it: char| !it.is_whitespace() && it != '-')
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|it| it.is_alphabetic() || it == '_')
}

fn starts_quote(rest: &str) -> bool {
    rest.starts_with(is_quote)
}

fn is_quote(mark: char) -> bool {
    matches!(mark, '"' | '“' | '”' | '„')
}
