//! Colors that can be told apart: the declared pairs of tokens, in light and in dark.
//!
//! Ratios after WCAG 2.2: 4.5 for text, 3 for lines and edges.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../styles/tokens.css");

const TEXT: f64 = 4.5;
const LINE: f64 = 3.0;

/// What stands in front, what lies behind it, and the least ratio between them.
const PAIRS: [(&str, &str, f64); 26] = [
    ("color-text", "color-page", TEXT),
    ("color-text", "color-ground", TEXT),
    ("color-text", "color-raised", TEXT),
    ("color-text", "color-hover", TEXT),
    ("color-text", "color-selection", TEXT),
    ("color-text", "color-preview", TEXT),
    ("color-text", "color-accent-soft", TEXT),
    ("color-text", "color-danger-soft", TEXT),
    ("color-muted", "color-page", TEXT),
    ("color-muted", "color-ground", TEXT),
    ("color-muted", "color-raised", TEXT),
    ("color-muted", "color-hover", TEXT),
    ("color-muted", "color-accent-soft", TEXT),
    ("color-accent", "color-page", TEXT),
    ("color-accent", "color-ground", TEXT),
    ("color-accent", "color-raised", TEXT),
    ("color-accent", "color-accent-soft", TEXT),
    ("color-on-accent", "color-accent", TEXT),
    ("color-danger", "color-ground", TEXT),
    ("color-danger", "color-raised", TEXT),
    ("color-danger", "color-danger-soft", TEXT),
    ("color-warning", "color-ground", TEXT),
    ("color-warning", "color-accent-soft", TEXT),
    ("color-warning", "color-warning-soft", TEXT),
    ("color-edge", "color-ground", LINE),
    ("color-edge", "color-raised", LINE),
];

#[test]
fn what_is_read_stands_out_in_both_themes() {
    let palettes = palettes(TOKENS);
    let mut faint = Vec::new();
    for (front, back, least) in PAIRS {
        faint.extend(too_faint(&palettes, front, back, least));
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

#[test]
fn marks_stand_out_in_both_themes() {
    let palettes = palettes(TOKENS);
    let mut faint = Vec::new();
    for hue in 0..10 {
        let [line, letters, fill] =
            ["hue", "hue-text", "hue-tint"].map(|kind| format!("{kind}-{hue}"));
        for (front, back, least) in [
            (&*line, "color-page", LINE),
            (&*line, "color-ground", LINE),
            (&*letters, "color-page", TEXT),
            (&*letters, &*fill, TEXT),
            ("color-text", &*fill, TEXT),
            ("color-muted", &*fill, TEXT),
        ] {
            faint.extend(too_faint(&palettes, front, back, least));
        }
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

#[test]
fn a_faint_pair_is_found() {
    let palettes =
        palettes("--front: light-dark(#777777, #000000);\n--back: light-dark(#ffffff, #fff);");
    let faint = too_faint(&palettes, "front", "back", TEXT);
    assert_eq!(faint, ["--front on --back: 4.48 in light, less than 4.5"]);
    assert_eq!(ratio(luminance("#000000"), luminance("#fff")), 21.0);
}

/// The colors of one theme by the name of their token.
type Palette = BTreeMap<String, f64>;

/// Light and dark. A token that is not a pair of plain colors is left out.
fn palettes(css: &str) -> [(&'static str, Palette); 2] {
    let mut light = Palette::new();
    let mut dark = Palette::new();
    for line in css.lines() {
        let declared = line.trim().strip_prefix("--").and_then(|line| line.split_once(": "));
        let Some((name, value)) = declared else { continue };
        let pair = value.strip_prefix("light-dark(").and_then(|value| value.strip_suffix(");"));
        let Some((one, other)) = pair.and_then(|pair| pair.split_once(", ")) else { continue };
        if one.starts_with('#') && other.starts_with('#') {
            light.insert(name.to_owned(), luminance(one));
            dark.insert(name.to_owned(), luminance(other));
        }
    }
    [("light", light), ("dark", dark)]
}

fn too_faint(
    palettes: &[(&'static str, Palette); 2],
    front: &str,
    back: &str,
    least: f64,
) -> Vec<String> {
    let mut found = Vec::new();
    for (theme, palette) in palettes {
        let of = |name: &str| {
            *palette.get(name).unwrap_or_else(|| panic!("no color --{name} in {theme}"))
        };
        let ratio = ratio(of(front), of(back));
        if ratio < least {
            found.push(format!("--{front} on --{back}: {ratio:.2} in {theme}, less than {least}"));
        }
    }
    found
}

fn ratio(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>
fn luminance(hex: &str) -> f64 {
    let digits = hex.trim_start_matches('#');
    let wide = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => digits.to_owned(),
    };
    let channel = |at: usize| {
        let byte = u8::from_str_radix(&wide[at..at + 2], 16).expect("two hexadecimal digits");
        let share = f64::from(byte) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}
