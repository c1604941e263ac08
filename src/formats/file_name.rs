//! Names for the files we give away: short, telling, and inert on every system.

use crate::model::Project;

/// `2019-05-04_trump-stresses-importance_ana.postil.json`: the day of publication, the first words
/// of the title and the annotator, as far as they are known.
///
/// Invariants, whatever the article says: at most 80 characters of `a-z 0-9 - _ .`, no dot at the
/// start, and no name that Windows takes for a device. `extension` begins with a dot and has at
/// most 12 characters.
#[must_use]
pub fn file_name(project: &Project, annotator_name: Option<&str>, extension: &str) -> String {
    let details = &project.article.details;
    let mut stem = slug(details.title.as_deref().unwrap_or_default(), TITLE);
    if stem.is_empty() || DEVICES.contains(&stem.trim_end_matches(|c: char| c.is_ascii_digit())) {
        stem = if stem.is_empty() { "article".to_owned() } else { format!("article-{stem}") };
    }
    let day = details.published.as_deref().and_then(day);
    let annotator = slug(annotator_name.unwrap_or_default(), ANNOTATOR);
    let parts = [day.unwrap_or_default(), &stem, &annotator];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("_") + extension
}

/// How much of a text goes into a slug.
#[derive(Clone, Copy)]
struct Limit {
    chars: usize,
    words: usize,
}

const TITLE: Limit = Limit { chars: 40, words: 3 };
const ANNOTATOR: Limit = Limit { chars: 16, words: 3 };

/// Words that Windows takes for devices, whatever comes after a dot; some have a digit behind.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "com", "lpt"];

/// The first words of a text in lower-case letters and digits of ASCII, joined by hyphens; whole
/// words as long as one fits. Nothing is transliterated: other letters are left out.
fn slug(text: &str, limit: Limit) -> String {
    let is_joint = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’');
    let words = text.split(is_joint).filter_map(|word| {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if word.is_empty() { None } else { Some(word.to_ascii_lowercase()) }
    });
    let mut slug = String::new();
    for word in words.take(limit.words) {
        if slug.is_empty() {
            slug.extend(word.chars().take(limit.chars));
        } else if slug.len() + 1 + word.len() <= limit.chars {
            slug = format!("{slug}-{word}");
        } else {
            break;
        }
    }
    slug
}

/// The day at the start of a date, `YYYY-MM-DD`.
fn day(published: &str) -> Option<&str> {
    let day = published.get(..10)?;
    let is_day = day.bytes().enumerate().all(|(i, byte)| match i {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if is_day { Some(day) } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::formats::postil::read;
    use crate::model::{Detail, Edit};

    fn name(title: &str, published: &str, annotator: Option<&str>) -> String {
        let example = include_bytes!("../../tests/fixtures/example.postil.json");
        let mut project = read(example).unwrap();
        for detail in [Detail::Title(Some(title.into())), Detail::Published(Some(published.into()))]
        {
            project.apply(&Edit::SetDetail(detail), &mut Vec::new());
        }
        file_name(&project, annotator, ".postil.json")
    }

    #[track_caller]
    fn check(title: &str, published: &str, annotator: Option<&str>, expected: &str) {
        assert_eq!(name(title, published, annotator), format!("{expected}.postil.json"));
    }

    #[test]
    fn names_tell_the_day_the_title_and_the_annotator() {
        let title = include_str!("../../tests/fixtures/article.txt").lines().next().unwrap();
        let expected = "2019-05-04_trump-stresses-importance_ana";
        check(title, "2019-05-04", Some("Ana"), expected);
        check(title, "2019-05-04T10:00:00Z", Some("ANA "), expected);
        check(title, "4 May 2019", None, "trump-stresses-importance");
        check(title, "2019-05-4", None, "trump-stresses-importance");
        check(
            "Putin’s *new* plan, again",
            "",
            Some("Ana María Ruiz"),
            "putins-new-plan_ana-mara-ruiz",
        );
        check("\u{202e}../..\\etc/passwd\0", "", Some("."), "etc-passwd");
        check("Москва: 東京", "", Some("Яна"), "article");
        check("", "2019-05-04", None, "2019-05-04_article");
        check("CON", "", None, "article-con");
        check("lpt1", "", Some("Al"), "article-lpt1_al");
        check(
            &"a".repeat(50),
            "",
            Some(&"b".repeat(50)),
            &format!("{}_{}", "a".repeat(40), "b".repeat(16)),
        );
        check("Incomprehensibilities counterrevolutionaries", "", None, "incomprehensibilities");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn names_are_inert(
            title in prop_oneof![any::<String>(), "[ -~]{0,60}", "(con|aux|com1|nul)[. ]?"],
            published in prop_oneof![any::<String>(), "[0-9-]{10}.{0,9}"],
            annotator in proptest::option::of(prop_oneof![any::<String>(), "[ -~]{0,60}"]),
        ) {
            let name = name(&title, &published, annotator.as_deref());
            prop_assert!(name.len() <= 80, "{}", name);
            let is_inert = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
            prop_assert!(name.chars().all(is_inert), "{}", name);
            let stem = name.strip_suffix(".postil.json").unwrap();
            prop_assert!(!stem.is_empty() && !stem.contains('.'), "{}", name);
            let device = stem.trim_end_matches(|c: char| c.is_ascii_digit());
            prop_assert!(!DEVICES.contains(&device), "{}", name);
        }
    }
}
