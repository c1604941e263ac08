//! The values that annotations have for the attributes of their labels.
//!
//! They are kept as the text of a JSON object, so that a file is written as it was read. A change
//! cuts one member out of that text or puts one in, and leaves the others to the byte.
//!
//! # Limitations
//! A member whose key was written with an escape, such as `"\u0061"`, is not found by its key.

use super::{AttributeType, Label, LabelAttribute, RawJson};

/// One member of an object: its key with the quotation marks, and the whole of it.
struct Member<'t> {
    key: &'t str,
    whole: &'t str,
    value: &'t str,
}

impl RawJson {
    /// The text of one member of an object, if it has one with that key.
    #[must_use]
    pub fn member(&self, key: &str) -> Option<&str> {
        let key = quoted(key);
        members(&self.0).into_iter().find(|member| member.key == key).map(|member| member.value)
    }
}

/// An object with one member set, or taken out; no object if nothing is left in it.
pub(super) fn with_member(
    object: Option<&RawJson>,
    key: &str,
    value: Option<&str>,
) -> Option<RawJson> {
    let key = quoted(key);
    let members = object.map(|object| members(&object.0)).unwrap_or_default();
    let set = value.map(|value| [&*key, ":", value].concat());
    let mut is_there = false;
    let mut parts: Vec<&str> = Vec::with_capacity(members.len() + 1);
    for member in &members {
        if member.key != key {
            parts.push(member.whole);
        } else if !is_there {
            is_there = true;
            parts.extend(set.as_deref());
        }
    }
    if !is_there {
        parts.extend(set.as_deref());
    }
    if parts.is_empty() {
        return None;
    }
    Some(RawJson(["{", &parts.join(","), "}"].concat().into()))
}

/// The text that stands in a file for a value that the attribute can have.
pub(super) fn value_text(attribute: &LabelAttribute, value: &str) -> String {
    match attribute.kind {
        AttributeType::Number | AttributeType::Flag => value.to_owned(),
        AttributeType::Text | AttributeType::Choice => quoted(value),
    }
}

/// What an annotation that gets a label has from the start.
pub(super) fn defaults(label: &Label) -> Option<RawJson> {
    let mut object = None;
    for attribute in &label.attributes {
        if let Some(default) = attribute.default.as_deref().filter(|it| attribute.can_be(it)) {
            let text = value_text(attribute, default);
            object = with_member(object.as_ref(), &attribute.key.0, Some(&text));
        }
    }
    object
}

/// Whether a text is a number in decimal digits as JSON has it, so that it is kept to the digit.
#[must_use]
pub fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    digits(whole) && digits(rest) && (whole == "0" || !whole.starts_with('0'))
}

/// The members of an object, in their order; none of what is no object.
fn members(object: &str) -> Vec<Member<'_>> {
    let inside = object.trim().strip_prefix('{').and_then(|it| it.strip_suffix('}'));
    let parts = inside.map(|inside| split(inside, b',')).unwrap_or_default();
    parts.into_iter().filter_map(|part| member(part.trim())).collect()
}

fn member(whole: &str) -> Option<Member<'_>> {
    let key = split(whole, b':').first().copied()?;
    let value = whole.get(key.len()..)?.strip_prefix(':')?;
    Some(Member { key: key.trim(), whole, value: value.trim() })
}

/// The parts of a text between the commas or colons that stand in no string and in no brackets.
fn split(text: &str, at: u8) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut depth) = (0, 0_usize);
    let (mut in_string, mut escaped) = (false, false);
    for (place, byte) in text.bytes().enumerate() {
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ if byte == at && depth == 0 => {
                parts.extend(text.get(from..place));
                from = place + 1;
            }
            _ => {}
        }
    }
    parts.extend(text.get(from..));
    parts
}

/// A text as a JSON string, in the form that files of ours have.
fn quoted(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => json.extend(['\\', character]),
            '\n' => json.push_str("\\n"),
            '\t' => json.push_str("\\t"),
            '\0'..='\u{1f}' => json.push(' '),
            _ => json.push(character),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(object: &str, key: &str, value: Option<&str>, expected: Option<&str>) {
        let before = Some(RawJson(object.into())).filter(|it| !it.0.is_empty());
        let after = with_member(before.as_ref(), key, value);
        assert_eq!(after.as_ref().map(|it| &*it.0), expected);
        if let Some(after) = after {
            assert_eq!(after.member(key), value);
        }
    }

    #[test]
    fn a_member_is_set_and_the_others_stay_to_the_byte() {
        check("", "a", Some("1"), Some(r#"{"a":1}"#));
        check("{}", "a", Some("\"x\""), Some(r#"{"a":"x"}"#));
        check(
            r#"{"b" : 1.50, "c":[1,  {"a":2}]}"#,
            "a",
            Some("3"),
            Some(r#"{"b" : 1.50,"c":[1,  {"a":2}],"a":3}"#),
        );
        check(
            r#"{"b":"x,\"a\":1","a":1,"d":null}"#,
            "a",
            Some("2.10"),
            Some(r#"{"b":"x,\"a\":1","a":2.10,"d":null}"#),
        );
        check("{\n \"é\": [\"\\n\"]\n}", "a", Some("true"), Some("{\"é\": [\"\\n\"],\"a\":true}"));
        check(r#"{"b":"\\","a":1}"#, "a", Some("2"), Some(r#"{"b":"\\","a":2}"#));
    }

    #[test]
    fn quotation_marks_and_commas_in_texts_part_nothing() {
        let object = r#"{"b":"5\" , x","a":1}"#;
        check(object, "a", Some("2"), Some(r#"{"b":"5\" , x","a":2}"#));
        assert_eq!(RawJson(object.into()).member("b"), Some(r#""5\" , x""#));
    }

    #[test]
    fn a_member_is_taken_out_and_nothing_is_left_of_the_last() {
        check(r#"{"a":1,"b":2}"#, "a", None, Some(r#"{"b":2}"#));
        check(r#"{"a":1}"#, "a", None, None);
        check(r#"{"a":1,"b":2,"a":3}"#, "a", None, Some(r#"{"b":2}"#));
        check("", "a", None, None);
    }

    #[test]
    fn texts_are_quoted() {
        assert_eq!(quoted("say \"a\\b\"\n\u{1}é🤝"), "\"say \\\"a\\\\b\\\"\\n é🤝\"");
    }

    #[test]
    fn decimals_are_kept_to_the_digit() {
        for number in ["0", "-0", "3.10", "12345678901234567890.5", "-7"] {
            assert!(is_number(number), "{number}");
        }
        for other in ["", "-", ".5", "5.", "1e3", "04", "1,5", "+1", " 1", "1.2.3", "٣"] {
            assert!(!is_number(other), "{other}");
        }
    }
}
