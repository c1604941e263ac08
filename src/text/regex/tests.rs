//! Expressions compared with the crate that everybody uses, and those that cannot be read.

use proptest::prelude::*;

use super::*;
use crate::text::sample;

fn found(pattern: &str, same_case: bool, text: &str) -> Vec<Range<usize>> {
    Regex::new(pattern, same_case).unwrap().matches(text, usize::MAX, &mut u32::MAX.clone())
}

/// What is found is marked: `a[bc]d`.
#[track_caller]
fn check(pattern: &str, marked: &str) {
    let text = marked.replace(['[', ']'], "");
    let mut shown = text.clone();
    for range in found(pattern, false, &text).into_iter().rev() {
        shown.insert(range.end, ']');
        shown.insert(range.start, '[');
    }
    assert_eq!(shown, marked, "{pattern}");
}

#[test]
fn expressions_find_what_they_say() {
    for (pattern, marked) in [
        ("", "abc"),
        ("b", "a[b]c[B]"),
        ("b.", "a[bc]d b\n"),
        (r"\d+", "in [2018] and [19]"),
        (r"\d{1,3} (percent|%)", "[50 percent], [7 %], 1[234 %]"),
        (r"\bkim\b", "[Kim] Jong-un, Kimchi"),
        ("^the", "[The] end\n[the] other the"),
        ("d$", "en[d]\nd an[d]"),
        ("[^a-z ]+", "ab[3]C [ü!]"),
        ("[A-C]", "[a][B]d"),
        ("colou?r", "[color] [colour]"),
        ("(ab|a)(c|bcd)", "[abc]d"),
        ("a+?", "[a][a][a]"),
        ("a{2}", "[aa]a"),
        ("(a*)*b", "[aaab]"),
        (r"“[^”]+”", "he said [“no, never”]"),
        (r"\w+@\w+\.org", "[me@example.org],"),
        (r"É", "[é][É]e"),
        ("🤝.", "x[🤝 ]🤝"),
        (r"[\]\-\\]", r"a[\]b[-]"),
        (r"\.", "a[.]b"),
        ("(?:a|b)c", "[ac] [bc] cc"),
        (r"[\d,]+", "[1,000]."),
    ] {
        check(pattern, marked);
    }
    assert_eq!(found("b", true, "bB").len(), 1);
}

#[test]
fn faults_say_where() {
    use RegexFault as Fault;
    for (pattern, at, what) in [
        ("a(b", 1, Fault::Unclosed('(')),
        ("ab)", 2, Fault::Unopened),
        ("x[ab", 1, Fault::Unclosed('[')),
        ("*a", 0, Fault::NothingToRepeat('*')),
        ("a|+", 2, Fault::NothingToRepeat('+')),
        ("a{x}", 1, Fault::Count),
        ("a{5,2}", 1, Fault::Backward),
        ("[z-a]", 1, Fault::Backward),
        (r"a\q", 1, Fault::Escape('q')),
        (r"ab\", 2, Fault::EndsEarly),
        ("(?=a)", 1, Fault::NothingToRepeat('?')),
        ("a{1001}", 1, Fault::TooLarge),
        ("(a{100}){100}", 0, Fault::TooLarge),
        ("((((){1000}){1000}){1000}){1000}", 0, Fault::TooLarge),
    ] {
        assert_eq!(Regex::new(pattern, false), Err(RegexError { at, what }), "{pattern}");
    }
    let deep = "(".repeat(100_000);
    assert_eq!(Regex::new(&deep, false).unwrap_err().what, Fault::TooDeep);
}

#[test]
fn what_hangs_elsewhere_ends_here() {
    let text = "a".repeat(20_000);
    for pattern in ["(a*)*b", "(a|aa)+$b", "(a+)+b", "a{0,200}a{0,200}b"] {
        let mut effort = 5_000_000;
        let found = Regex::new(pattern, false).unwrap().matches(&text, 10, &mut effort);
        assert!(found.is_empty(), "{pattern}");
    }
}

/// An expression as both read it.
fn patterns() -> impl Strategy<Value = String> {
    let atoms = [
        "a", "b", "A", "é", "1", " ", "-", ".", r"\w", r"\s", r"\W", r"\S", "[ab]", "[^a]",
        "[a-c1]", "[A-B]", r"[^\s-]", r"[é\n]", r"\b", "^", "$", r"\B", "", "B",
    ];
    let leaf = proptest::sample::select(atoms.to_vec()).prop_map(str::to_owned);
    leaf.prop_recursive(4, 24, 3, |inner| {
        let repeat = ["*", "+", "?", "*?", "+?", "??", "{2}", "{0,2}", "{1,}", "{1,3}?", "{0}"];
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(one, other)| one + &other),
            (inner.clone(), inner.clone()).prop_map(|(one, other)| format!("(?:{one}|{other})")),
            (inner, proptest::sample::select(repeat.to_vec()))
                .prop_map(|(one, repeat)| format!("({one}){repeat}")),
        ]
    })
}

proptest! {
    #![proptest_config(sample::config())]

    #[test]
    fn it_finds_what_the_crate_finds(
        pattern in patterns(),
        text in "[abAB1é _\n-]{0,12}",
        same_case in any::<bool>(),
    ) {
        let theirs = regex::RegexBuilder::new(&pattern)
            .multi_line(true)
            .case_insensitive(!same_case)
            .build()
            .unwrap();
        let expected = theirs.find_iter(&text).map(|it| it.range()).filter(|it| !it.is_empty());
        prop_assert_eq!(found(&pattern, same_case, &text), expected.collect::<Vec<_>>());
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(pattern in r"[ab(\[\])*+?{},\\|^$.0-9dw-]{0,20}") {
        if let Ok(regex) = Regex::new(&pattern, false) {
            let _ = regex.matches("ab (1)\nba", 100, &mut 10_000);
        }
    }
}
