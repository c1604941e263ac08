//! Abbreviations: a full stop that is part of a word and need not end a sentence.
//!
//! Compared letter by letter, upper case included: `Gen.` is a title, `gen.` is not; a sentence
//! may end in `sat.`

/// What an abbreviation says about what comes after its full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A name follows: `Mr.`
    Leading,
    /// A sentence may end here or go on: `Inc.`, `U.S.`
    Trailing,
}

const LEADING: &[&str] = &[
    "Adm", "Capt", "Cmdr", "Col", "Dr", "Drs", "Fr", "Gen", "Gov", "Hon", "Lt", "Maj", "Messrs",
    "Mme", "Mlle", "Mr", "Mrs", "Ms", "Mt", "Pres", "Prof", "Rep", "Reps", "Rev", "Sen", "Sens",
    "Sgt", "St", "Supt", "Fig", "vs",
];

const TRAILING: &[&str] = &[
    "Ave", "Blvd", "Bros", "Co", "Corp", "Dept", "Inc", "Jr", "LLC", "Ltd", "Sr", "Univ", "etc",
    "Jan", "Feb", "Mar", "Apr", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
];

/// How many characters the longest abbreviation and its inner stops have, with room to spare.
const LONGEST: usize = 16;

/// The abbreviation whose full stop follows right after `before`.
pub(super) fn before_stop(before: &str) -> Option<Abbreviation> {
    let word = last_word(before)?;
    if LEADING.contains(&word) {
        Some(Abbreviation::Leading)
    } else if TRAILING.contains(&word) || is_initials(word) {
        Some(Abbreviation::Trailing)
    } else {
        None
    }
}

/// Whether a full stop right after `before` follows the initial of a name: `John F.` Never after
/// `I`.
pub(super) fn is_initial(before: &str) -> bool {
    let mut letters = last_word(before).unwrap_or_default().chars();
    letters.next().is_some_and(|letter| letter.is_uppercase() && letter != 'I')
        && letters.next().is_none()
}

/// Whether `word` is letters with stops between them, so that a stop after it belongs to it:
/// `U.S`, `p.m`, `Ph.D`, but not `example.org`.
pub(super) fn is_initials(word: &str) -> bool {
    let is_letter = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    word == "Ph.D" || word.contains('.') && word.split('.').all(is_letter)
}

/// The letters and inner stops at the end of `before`, if they are few enough.
fn last_word(before: &str) -> Option<&str> {
    let mut start = before.len();
    for (n, (byte, character)) in before.char_indices().rev().enumerate() {
        if !character.is_alphanumeric() && character != '.' {
            break;
        }
        if LONGEST <= n {
            return None;
        }
        start = byte;
    }
    before.get(start..).filter(|word| !word.is_empty())
}
