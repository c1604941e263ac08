//! The schema of the file, and whether a file fits it: fields in its order, too.

use super::json::Json;
use super::{EXAMPLE, FULL};
use crate::formats::postil::write;
use crate::formats::sample::Dice;
use crate::model::{is_id, is_key};

const SCHEMA: &str = include_str!("../../../../tests/fixtures/postil-1.schema.json");

/// A schema, for the keywords that ours uses.
pub(super) struct Schema(Json);

impl Schema {
    pub(super) fn new() -> Schema {
        Schema(Json::parse(SCHEMA))
    }

    /// Every way in which a file does not fit.
    pub(super) fn faults(&self, file: &str) -> Vec<String> {
        let mut faults = Vec::new();
        self.check(&self.0, &Json::parse(file), "", &mut faults);
        faults
    }

    fn check(&self, rules: &Json, value: &Json, path: &str, faults: &mut Vec<String>) {
        for (keyword, rule) in rules.fields() {
            if !self.fits(keyword, rule, value, path, faults) {
                faults.push(format!("{path}: {keyword}"));
            }
        }
    }

    fn fits(
        &self,
        keyword: &str,
        rule: &Json,
        value: &Json,
        path: &str,
        faults: &mut Vec<String>,
    ) -> bool {
        match keyword {
            "$schema" | "$id" | "$defs" | "title" | "description" | "format" => true,
            "$ref" => {
                let name = rule.as_str().strip_prefix("#/$defs/").unwrap();
                let rules = self.0.get("$defs").and_then(|defs| defs.get(name)).unwrap();
                self.check(rules, value, path, faults);
                true
            }
            "const" => rule == value,
            "enum" => rule.items().contains(value),
            "type" => is_of_type(rule.as_str(), value),
            "required" => rule.items().iter().all(|key| value.get(key.as_str()).is_some()),
            "properties" => {
                for (key, rules) in rule.fields() {
                    if let Some(value) = value.get(key) {
                        self.check(rules, value, &format!("{path}.{key}"), faults);
                    }
                }
                is_in_order(rule, value)
            }
            "additionalProperties" => {
                for (key, value) in value.fields() {
                    self.check(rule, value, &format!("{path}.{key}"), faults);
                }
                true
            }
            "items" => {
                for (i, item) in value.items().iter().enumerate() {
                    self.check(rule, item, &format!("{path}[{i}]"), faults);
                }
                true
            }
            "minItems" => rule.as_number() <= value.items().len() as f64,
            "minLength" => rule.as_number() <= value.as_str().chars().count() as f64,
            "maxLength" => value.as_str().chars().count() as f64 <= rule.as_number(),
            "minimum" => rule.as_number() <= value.as_number(),
            "maximum" => value.as_number() <= rule.as_number(),
            "pattern" => matches(rule.as_str(), value.as_str()),
            other => panic!("the schema has a new keyword: {other}"),
        }
    }
}

fn is_of_type(name: &str, value: &Json) -> bool {
    match name {
        "object" => matches!(value, Json::Object(_)),
        "array" => matches!(value, Json::Array(_)),
        "string" => matches!(value, Json::String(_)),
        "boolean" => matches!(value, Json::Bool(_)),
        "integer" => matches!(value, Json::Number(number) if number.fract() == 0.0),
        other => panic!("the schema has a new type: {other}"),
    }
}

/// Known fields first, in the order of the schema, each once; then the others.
fn is_in_order(properties: &Json, value: &Json) -> bool {
    let place = |key: &str| properties.fields().iter().position(|(other, _)| other == key);
    let places: Vec<_> =
        value.fields().iter().map(|(key, _)| place(key).unwrap_or(usize::MAX)).collect();
    places.windows(2).all(|pair| pair[0] < pair[1] || pair[1] == usize::MAX)
}

fn matches(pattern: &str, value: &str) -> bool {
    let digits = |part: &str, most: usize| {
        !part.is_empty() && part.len() <= most && part.bytes().all(|it| it.is_ascii_digit())
    };
    match pattern {
        "^[A-Za-z][A-Za-z0-9_-]{0,99}$" => is_id(value),
        "^[A-Za-z0-9_-]{1,100}$" => is_key(value),
        r"^1\.\d+\.\d+$" => {
            let parts: Vec<_> = value.split('.').collect();
            parts.len() == 3 && parts[0] == "1" && parts.iter().all(|part| digits(part, 20))
        }
        "^[0-9a-f]{64}$" => {
            value.len() == 64 && value.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
        }
        "^#[0-9a-fA-F]{6}$" => {
            value.len() == 7
                && value.starts_with('#')
                && u32::from_str_radix(&value[1..], 16).is_ok()
        }
        r"^Q[1-9]\d*$" => value.starts_with('Q') && digits(&value[1..], 20),
        r"^-?\d{1,6}(\.\d{1,4})?$" => {
            let value = value.strip_prefix('-').unwrap_or(value);
            let (whole, rest) = value.split_once('.').unwrap_or((value, "0"));
            digits(whole, 6) && digits(rest, 4)
        }
        other => panic!("the schema has a new pattern: {other}"),
    }
}

/// Every field that the schema names, as a path.
fn named(schema: &Schema, rules: &Json, path: &str, names: &mut Vec<String>) {
    if let Some(name) = rules.get("$ref") {
        let name = name.as_str().strip_prefix("#/$defs/").unwrap();
        let defs = schema.0.get("$defs").unwrap();
        named(schema, defs.get(name).unwrap(), path, names);
    }
    if let Some(items) = rules.get("items") {
        named(schema, items, path, names);
    }
    for (key, rules) in rules.get("properties").map(Json::fields).unwrap_or_default() {
        let path = format!("{path}.{key}");
        named(schema, rules, &path, names);
        names.push(path);
    }
}

/// Every field that a file has, as a path without the places in lists.
fn present(value: &Json, path: &str, names: &mut Vec<String>) {
    for item in value.items() {
        present(item, path, names);
    }
    for (key, value) in value.fields() {
        let path = format!("{path}.{key}");
        present(value, &path, names);
        names.push(path);
    }
}

#[test]
fn the_goldens_fit_the_schema() {
    let schema = Schema::new();
    assert_eq!(schema.faults(EXAMPLE), [""; 0]);
    assert_eq!(schema.faults(FULL), [""; 0]);
}

#[test]
fn the_full_golden_has_every_field_of_the_schema() {
    let schema = Schema::new();
    let (mut expected, mut found) = (Vec::new(), Vec::new());
    named(&schema, &schema.0, "", &mut expected);
    present(&Json::parse(FULL), "", &mut found);
    let missing: Vec<_> = expected.iter().filter(|name| !found.contains(name)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_random_projects_reach_every_field_of_the_schema() {
    let schema = Schema::new();
    let (mut expected, mut found) = (Vec::new(), Vec::new());
    named(&schema, &schema.0, "", &mut expected);
    let mut state = 1_u32;
    let mut throw = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u16::try_from(state >> 16).unwrap()
    };
    for _ in 0..100 {
        let throws = std::iter::repeat_with(&mut throw).take(1_000).collect();
        let file = write(&Dice::new(throws).project());
        present(&Json::parse(std::str::from_utf8(&file).unwrap()), "", &mut found);
        found.sort_unstable();
        found.dedup();
    }
    let missing: Vec<_> = expected.iter().filter(|name| !found.contains(name)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn a_file_that_does_not_fit_is_told() {
    let schema = Schema::new();
    let check = |old: &str, new: &str, expected: &[&str]| {
        assert!(FULL.contains(old));
        assert_eq!(schema.faults(&FULL.replacen(old, new, 1)), expected);
    };
    check(
        "\"id\": \"d 1\",\n  \"title\": \"Title of it\"",
        "\"title\": \"\", \"id\": \"d 1\"",
        &[".document: properties"],
    );
    check("\"status\": \"in-progress\"", "\"status\": \"later\"", &[".annotators[0].status: enum"]);
    check("\"level\": 1", "\"level\": 1.5", &[".document.blocks[0].level: type"]);
    check("\"key\": \"LEADER\"", "\"key\": \"a b\"", &[".labels[1].key: pattern"]);
}
