//! Colors of labels: the ten hues of the palette, and a set's own.

use std::fmt;
use std::rc::Rc;

use super::{Label, LabelKey, LabelSet};

/// A color of the screen: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// Which color a label is shown in; the number in the names of style classes.
///
/// - 0 to 9: a hue of the palette.
/// - 10: none in particular, of labels that are not in the set any more.
/// - from 16: the set's own colors, in the order of the labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hue(pub u8);

/// The hues of the palette as files name them, which is the line of the light theme.
pub const PALETTE: [Rgb; 10] = [
    Rgb([0x00, 0x72, 0xb2]),
    Rgb([0xb8, 0x7e, 0x00]),
    Rgb([0x07, 0x9c, 0x72]),
    Rgb([0x96, 0x8b, 0x03]),
    Rgb([0x2f, 0x92, 0xc5]),
    Rgb([0xc1, 0x6f, 0x9d]),
    Rgb([0xd5, 0x5e, 0x00]),
    Rgb([0x8a, 0x6d, 0x5b]),
    Rgb([0x81, 0x68, 0xd8]),
    Rgb([0x4a, 0x4f, 0x5c]),
];

impl Hue {
    pub const NEUTRAL: Hue = Hue(10);
    const FIRST_OWN: u8 = 16;

    fn of_place(place: usize) -> Hue {
        u8::try_from(place % PALETTE.len()).map_or(Hue::NEUTRAL, Hue)
    }

    /// The hue of the set's own color with this number; after 200 of them they are all neutral.
    #[must_use]
    pub fn own(number: usize) -> Hue {
        match u8::try_from(number) {
            Ok(number) if number < 200 => Hue(Hue::FIRST_OWN + number),
            _ => Hue::NEUTRAL,
        }
    }
}

impl Rgb {
    /// Reads `#rrggbb` and nothing else.
    #[must_use]
    pub fn parse(color: &str) -> Option<Rgb> {
        let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let mut number = 0_u32;
        for digit in digits.chars() {
            number = number * 16 + digit.to_digit(16)?;
        }
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Rgb([red, green, blue]))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Label {
    /// Its color, if it has one that is no hue of the palette.
    fn own_color(&self) -> Option<Rgb> {
        let color = rgb(&self.color)?;
        if self.retired || PALETTE.contains(&color) { None } else { Some(color) }
    }
}

fn rgb(color: &Option<Rc<str>>) -> Option<Rgb> {
    Rgb::parse(color.as_deref()?)
}

impl LabelSet {
    /// The colors that are not of the palette, in the order of the labels.
    pub fn own_colors(&self) -> impl Iterator<Item = Rgb> {
        self.labels.iter().filter_map(Label::own_color)
    }

    /// The color of an annotation with this label: the label's own, or by its place in the set.
    #[must_use]
    pub fn hue(&self, key: Option<&LabelKey>) -> Hue {
        let Some(label) = self.label_of(key).filter(|label| !label.retired) else {
            return Hue::NEUTRAL;
        };
        if label.own_color().is_some() {
            let before = self.labels.iter().take_while(|other| other.key != label.key);
            return Hue::own(before.filter(|other| other.own_color().is_some()).count());
        }
        let chosen = rgb(&label.color).and_then(|it| PALETTE.iter().position(|hue| *hue == it));
        chosen.or_else(|| self.rank(&label.key)).map_or(Hue::NEUTRAL, Hue::of_place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::news;

    #[test]
    fn a_color_is_six_digits_and_nothing_else() {
        assert_eq!(Rgb::parse("#0072B2"), Some(PALETTE[0]));
        assert_eq!(PALETTE[0].to_string(), "#0072b2");
        for color in
            ["", "#", "0072b2", "#0072b", "#0072b22", "#0072bé", "#+072b2", "red", "var(--x)"]
        {
            assert_eq!(Rgb::parse(color), None, "{color}");
        }
    }

    #[test]
    fn the_palette_is_that_of_the_style_sheet() {
        let tokens = include_str!("../../styles/tokens.css");
        for (place, color) in PALETTE.iter().enumerate() {
            assert!(tokens.contains(&format!("--hue-{place}: light-dark({color},")), "{place}");
        }
    }

    #[test]
    fn a_label_has_the_hue_of_its_place_or_its_own_color() {
        let mut set = news();
        let hue = |set: &LabelSet, key: &str| set.hue(Some(&LabelKey::new(key))).0;
        assert_eq!([hue(&set, "PERSON"), hue(&set, "CLAIM"), set.hue(None).0], [0, 9, 9]);
        assert_eq!([hue(&set, "supports"), hue(&set, "gone")], [10, 10]);
        set.labels[0].color = Some("#123456".into());
        set.labels[2].color = Some("#654321".into());
        set.labels[3].color = Some("#D55E00".into());
        set.labels[4].color = Some("url(x)".into());
        let keys = ["PERSON", "ORG", "GPE", "LOC", "NORP"];
        assert_eq!(keys.map(|key| hue(&set, key)), [16, 1, 17, 6, 4]);
        assert_eq!(set.own_colors().count(), 2);
        set.labels[0].retired = true;
        assert_eq!([hue(&set, "PERSON"), hue(&set, "ORG"), hue(&set, "GPE")], [10, 0, 16]);
    }
}
