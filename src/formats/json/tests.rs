//! What serde_json reads and writes is what is read and written here.

use proptest::prelude::*;
use serde_json::Value;

use super::{Json, NotJson, Writer, quoted};

/// A value that is read from its own text, item by item.
fn rebuilt(json: Json<'_>) -> Option<Value> {
    if let Some(members) = json.members() {
        let members = members.into_iter().map(|(key, value)| Some((key.into(), rebuilt(value)?)));
        return members.collect::<Option<serde_json::Map<_, _>>>().map(Value::Object);
    }
    if let Some(items) = json.items() {
        return items.into_iter().map(rebuilt).collect::<Option<Vec<_>>>().map(Value::Array);
    }
    if json.text().starts_with('"') {
        return json.string().map(|text| Value::String(text.into()));
    }
    if let Some(flag) = json.flag() {
        return Some(Value::Bool(flag));
    }
    if json.is_null() {
        return Some(Value::Null);
    }
    let number: Value = serde_json::from_str(json.text()).ok()?;
    assert_eq!(number.as_u64(), json.number());
    Some(number)
}

/// The text is read as serde_json reads it, or refused where serde_json refuses it.
#[track_caller]
fn check(text: &str) {
    let ours = Json::parse(text);
    match serde_json::from_str::<&serde_json::value::RawValue>(text) {
        Ok(theirs) => {
            assert_eq!(ours.map(Json::text), Ok(theirs.get()), "{text}");
            let value = serde_json::from_str(text).ok();
            assert_eq!(rebuilt(ours.unwrap()), value, "{text}");
        }
        // In a string they stop elsewhere: we name the first character that is wrong.
        Err(fault) if is_in_string(&fault) => assert!(ours.is_err(), "{text}"),
        Err(fault) => assert_eq!(
            ours,
            Err(NotJson { line: fault.line(), column: fault.column() }),
            "{text}: {fault}"
        ),
    }
}

fn is_in_string(fault: &serde_json::Error) -> bool {
    let fault = fault.to_string();
    fault.starts_with("invalid escape") || fault.starts_with("control character")
}

#[test]
fn json_is_told_from_other_text() {
    for text in [
        "",
        " ",
        "\n",
        "nul",
        "nulll",
        "null",
        "true",
        "false",
        "tru e",
        "1",
        "-1",
        "-",
        "01",
        "-0",
        "1.",
        "1.5",
        "1e",
        "1e5",
        "1E+5",
        "1e-",
        ".5",
        "+1",
        "4294967296",
        "18446744073709551615",
        "[",
        "[]",
        "[ ]",
        "[,]",
        "[1,]",
        "[1 2]",
        "[1,2]",
        "]",
        "[}",
        "{",
        "{}",
        "{ }",
        "{,}",
        "{1:2}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1]",
        " { \"a\" : [ 1 , { } ] , \"b\" : null } ",
        "{} {}",
        "\"",
        "\"a",
        "\"a\"",
        "\"\\",
        "\"\\n\"",
        "\"\\x\"",
        "\"\\u00e9\"",
        "\"\\u00g9\"",
        "\"\\ud83e\\udd1d 🤝\"",
        "\"\\/\\b\\f\\r\\t\\\"\\\\\"",
        "{\"\\u0061\": \"é\"}",
        "[\n1,\n x]",
        "[\"\u{1}\"]",
        "\"é",
        "é",
    ] {
        check(text);
    }
}

#[test]
fn half_a_pair_is_kept_and_is_no_string() {
    for text in
        ["\"\\ud83e\"", "\"\\udd1d\"", "\"\\ud83ex\"", "\"\\ud83e\\n\"", "\"\\ud83e\\ud83e\""]
    {
        let value = Json::parse(text).unwrap();
        assert_eq!((value.text(), value.string()), (text, None));
    }
    assert_eq!(Json::parse("{\"\\ud83e\":1}"), Err(NotJson { line: 1, column: 10 }));
}

#[test]
fn no_depth_is_too_much() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(Json::parse(&deep).map(Json::text), Ok(deep.as_str()));
}

/// Values with everything that JSON can say but numbers with a fraction.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u32>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[\"\\\\\u{0}-\u{20}\u{7f}/é🤝]*".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let members = prop::collection::vec((any::<String>(), inner.clone()), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Value::Array),
            members.prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn put(value: &Value, json: &mut Writer) {
    match value {
        Value::Null => json.null(),
        Value::Bool(flag) => json.flag(*flag),
        Value::Number(number) => json.number(number.as_u64().unwrap()),
        Value::String(text) => json.string(text),
        Value::Array(items) => {
            json.open('[');
            for item in items {
                json.item();
                put(item, json);
            }
            json.close(']');
        }
        Value::Object(members) => {
            json.open('{');
            for (key, value) in members {
                json.key(key);
                put(value, json);
            }
            json.close('}');
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_are_written_as_serde_json_writes_them(value in values()) {
        let mut compact = Writer::compact();
        put(&value, &mut compact);
        prop_assert_eq!(compact.finish(), serde_json::to_string(&value).unwrap());
        let mut pretty = Writer::pretty();
        put(&value, &mut pretty);
        let formatter = serde_json::ser::PrettyFormatter::with_indent(b" ");
        let mut expected = Vec::new();
        let mut serializer = serde_json::Serializer::with_formatter(&mut expected, formatter);
        serde::Serialize::serialize(&value, &mut serializer).unwrap();
        let pretty = pretty.finish();
        prop_assert_eq!(&pretty, std::str::from_utf8(&expected).unwrap());
        check(&pretty);
    }

    #[test]
    fn broken_values_are_refused_where_they_break(
        value in values(),
        cut in any::<prop::sample::Index>(),
        with in "[\\[\\]{},:\"0-9.eE+tfn\\\\u \n-]{0,2}",
    ) {
        let mut text = value.to_string();
        let mut at = cut.index(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, &with);
        prop_assert_eq!(
            Json::parse(&text).is_ok(),
            serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok()
        );
        let cut = text.get(..at).unwrap();
        prop_assert_eq!(
            Json::parse(cut).is_ok(),
            serde_json::from_str::<serde::de::IgnoredAny>(cut).is_ok()
        );
    }

    #[test]
    fn a_quoted_text_is_that_text(text in any::<String>()) {
        let json = quoted(&text);
        prop_assert_eq!(&json, &Value::from(text.as_str()).to_string());
        let read = Json::parse(&json).unwrap().string();
        prop_assert_eq!(read.as_deref(), Some(text.as_str()));
    }
}
