//! Texts that seem to say the same.

use std::rc::Rc;

use super::Map;
use crate::text::{lower_case, sort_by};

/// Two texts of a list that share most of their words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The places of the two in the list, the lower first.
    pub one: usize,
    pub other: usize,
    /// How many of the words of both are in both, of a hundred.
    pub percent: usize,
}

/// From this share on two texts are alike, of a hundred.
const ALIKE: usize = 60;

/// Texts with fewer different words say too little to be compared.
const FEWEST_WORDS: usize = 3;

/// A corpus full of copies must not fill the memory with pairs.
const MOST_PAIRS: usize = 1_000;

/// The pairs of texts that seem to say the same, the most alike first.
///
/// Two texts that share so many words share one of their rarest ones, too: only texts that do are
/// compared, which is why thousands of them take no time.
#[must_use]
pub fn alike(texts: &[&str]) -> Vec<Alike> {
    let (words, n_words) = ranked(texts);
    // The texts so far by those of their words that are looked up.
    let mut met: Vec<Vec<usize>> = vec![Vec::new(); n_words];
    let mut last_met_by: Vec<usize> = vec![usize::MAX; words.len()];
    let mut found = Vec::new();
    for (place, mine) in words.iter().enumerate() {
        if mine.len() < FEWEST_WORDS {
            continue;
        }
        let must_share = (ALIKE * mine.len()).div_ceil(100);
        for word in mine.iter().take(mine.len() + 1 - must_share) {
            let Some(before) = met.get_mut(*word) else { continue };
            for earlier in before.iter() {
                let Some(last) = last_met_by.get_mut(*earlier) else { continue };
                if std::mem::replace(last, place) == place {
                    continue;
                }
                let percent = words.get(*earlier).map_or(0, |other| percent_shared(mine, other));
                if ALIKE <= percent && found.len() < MOST_PAIRS {
                    found.push(Alike { one: *earlier, other: place, percent });
                }
            }
            before.push(place);
        }
    }
    sort_by(&mut found, |a, b| (b.percent, a.one, a.other).cmp(&(a.percent, b.one, b.other)));
    found
}

/// The different words of each text, as numbers that are lower the rarer a word is, in order; and
/// how many words there are in all.
fn ranked(texts: &[&str]) -> (Vec<Vec<usize>>, usize) {
    let words: Vec<Vec<Rc<str>>> = texts.iter().map(|text| words_of(text)).collect();
    let mut counts: Map<Rc<str>, usize> = Map::new();
    for word in words.iter().flatten() {
        let count = counts.get(word).copied().unwrap_or_default();
        counts.insert(word.clone(), count + 1);
    }
    let mut by_count: Vec<(&Rc<str>, &usize)> = counts.iter().collect();
    sort_by(&mut by_count, |(word, n), (other, m)| (n, word).cmp(&(m, other)));
    let ranks = by_count.into_iter().enumerate().map(|(rank, (word, _))| (word.clone(), rank));
    let ranks: Map<Rc<str>, usize> = ranks.collect();
    let ranked = words.iter().map(|words| {
        let mut numbers: Vec<usize> =
            words.iter().filter_map(|word| ranks.get(word).copied()).collect();
        sort_by(&mut numbers, Ord::cmp);
        numbers
    });
    (ranked.collect(), counts.len())
}

/// The different words of a text in small letters.
fn words_of(text: &str) -> Vec<Rc<str>> {
    let text = lower_case(text);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<Rc<str>> = words.map(Rc::from).collect();
    sort_by(&mut words, Ord::cmp);
    words.dedup();
    words
}

/// How many of the numbers of two lists in order are in both.
fn percent_shared(one: &[usize], other: &[usize]) -> usize {
    let (mut ahead, mut shared) = (other.iter().peekable(), 0);
    for number in one {
        while ahead.next_if(|it| *it < number).is_some() {}
        shared += usize::from(ahead.next_if_eq(&number).is_some());
    }
    let all = one.len() + other.len() - shared;
    100 * shared / all.max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::sample::config;

    #[track_caller]
    fn check(texts: &[&str], expected: &[(usize, usize, usize)]) {
        let found: Vec<_> =
            alike(texts).into_iter().map(|it| (it.one, it.other, it.percent)).collect();
        assert_eq!(found, expected, "{texts:?}");
    }

    #[test]
    fn texts_with_most_of_their_words_in_common_are_alike() {
        check(&[], &[]);
        check(&["", ""], &[]);
        check(&["all is well", "All is WELL!"], &[(0, 1, 100)]);
        check(&["well", "well"], &[]);
        check(&["all is well all is well", "is all well"], &[(0, 1, 100)]);
        check(&["all is well", "nothing is well", "all is well now"], &[(0, 2, 75)]);
        check(&["a b c d e", "a b c d f", "a b c x y"], &[(0, 1, 66)]);
        check(&["a b c", "d e f", "c b a", "a c b"], &[(0, 2, 100), (0, 3, 100), (2, 3, 100)]);
        check(&["ÉTÉ À Nice", "été à nice", "🤝 🤝 🤝"], &[(0, 1, 100)]);
        check(&["Kim и Путин met", "ким и путин met"], &[(0, 1, 60)]);
    }

    proptest! {
        #![proptest_config(config())]

        /// What is found is what comparing each with each finds.
        #[test]
        fn nothing_is_missed(texts in proptest::collection::vec("([a-f] ){0,7}", 0..12)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let sets: Vec<_> = texts.iter().map(|text| words_of(text)).collect();
            let mut expected = Vec::new();
            for (other, later) in sets.iter().enumerate() {
                for (one, earlier) in sets.iter().enumerate().take(other) {
                    let shared = earlier.iter().filter(|word| later.contains(word)).count();
                    let all = earlier.len() + later.len() - shared;
                    let percent = 100 * shared / all.max(1);
                    if FEWEST_WORDS <= earlier.len().min(later.len()) && ALIKE <= percent {
                        expected.push(Alike { one, other, percent });
                    }
                }
            }
            sort_by(&mut expected, |a, b| (b.percent, a.one, a.other).cmp(&(a.percent, b.one, b.other)));
            prop_assert_eq!(alike(&texts), expected);
        }
    }
}
