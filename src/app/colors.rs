//! How a label's own color is shown, so that it can be told from the page in both themes.
//!
//! A color is darkened or lightened until it has the contrast that the palette has, after WCAG 2.2:
//! 4.5 for letters, 3 for lines. All in whole numbers: luminance is counted in parts of 65,536.

use std::fmt::Write;

use crate::model::{Hue, LabelSet, Rgb};

/// What one color becomes in one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades {
    /// The line under the words.
    pub line: Rgb,
    /// Small letters.
    pub letters: Rgb,
    /// What lies behind the words.
    pub fill: Rgb,
}

/// The page and the ground of a theme, as `styles/tokens.css` has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    page: Rgb,
    ground: Rgb,
    /// What a color is mixed with to stand out from these.
    ink: Rgb,
    /// How much of the color is in the fill, of 16 parts.
    share: u32,
}

pub const LIGHT: Paper = Paper {
    page: Rgb([0xfe, 0xfd, 0xfb]),
    ground: Rgb([0xf5, 0xf3, 0xee]),
    ink: Rgb([0, 0, 0]),
    share: 2,
};

pub const DARK: Paper = Paper {
    page: Rgb([0x17, 0x18, 0x1b]),
    ground: Rgb([0x1f, 0x21, 0x25]),
    ink: Rgb([0xff, 0xff, 0xff]),
    share: 3,
};

/// Ratios in hundredths, with some room for the roundings.
const LINE: u32 = 310;
const LETTERS: u32 = 465;

/// The color as it is shown on a paper.
#[must_use]
pub fn shades(color: Rgb, paper: &Paper) -> Shades {
    let line = until(color, paper, |it| {
        LINE <= contrast(it, paper.page) && LINE <= contrast(it, paper.ground)
    });
    let fill = mixed(line, paper.page, paper.share);
    let letters = until(line, paper, |it| {
        LETTERS <= contrast(it, paper.page) && LETTERS <= contrast(it, fill)
    });
    Shades { line, letters, fill }
}

/// The themes in which a color is shown darker or lighter than it is, since it would be too faint.
#[must_use]
pub fn too_faint(color: Rgb) -> (bool, bool) {
    (shades(color, &LIGHT).line != color, shades(color, &DARK).line != color)
}

/// The color with as much ink in it as it needs.
fn until(color: Rgb, paper: &Paper, is_enough: impl Fn(Rgb) -> bool) -> Rgb {
    let steps = (0..=16).map(|ink| mixed(paper.ink, color, ink));
    steps.into_iter().find(|it| is_enough(*it)).unwrap_or(paper.ink)
}

/// So many sixteenths of one color, and the rest of the other.
fn mixed(one: Rgb, other: Rgb, share: u32) -> Rgb {
    let [red, green, blue] = one.0;
    let [other_red, other_green, other_blue] = other.0;
    let mix = |one: u8, other: u8| {
        let sum = u32::from(one) * share + u32::from(other) * 16_u32.saturating_sub(share);
        u8::try_from(sum / 16).unwrap_or(u8::MAX)
    };
    Rgb([mix(red, other_red), mix(green, other_green), mix(blue, other_blue)])
}

/// The contrast of two colors in hundredths.
fn contrast(one: Rgb, other: Rgb) -> u32 {
    let (one, other) = (luminance(one) + 3_277, luminance(other) + 3_277);
    one.max(other) * 100 / one.min(other)
}

/// The relative luminance, of 65,536 parts.
fn luminance(color: Rgb) -> u32 {
    let [red, green, blue] = color.0.map(linear);
    (red * 2_126 + green * 7_152 + blue * 722) / 10_000
}

/// A channel without its gamma, of 65,535 parts: a cubic that is never further off than 0.003.
fn linear(channel: u8) -> u32 {
    let x = u64::from(channel) * 257;
    let square = x * x / 65_535;
    let cube = square * x / 65_535;
    let sum = 12_523 * x + 682_171 * square + 305_306 * cube;
    u32::try_from(sum / 1_000_000).unwrap_or(65_535)
}

/// The rules that show a set's own colors, as a style sheet of numbers and names of ours.
#[must_use]
pub fn style_sheet(set: &LabelSet) -> String {
    let mut sheet = String::new();
    for (number, color) in set.own_colors().enumerate() {
        let hue = Hue::own(number);
        if hue != Hue::NEUTRAL {
            rules(&mut sheet, hue.0, color);
        }
    }
    if sheet.is_empty() {
        return sheet;
    }
    // What a person sees in colors of the system stays so.
    ["@media not (forced-colors: active){", &sheet, "}"].concat()
}

fn rules(sheet: &mut String, hue: u8, color: Rgb) {
    let (light, dark) = (shades(color, &LIGHT), shades(color, &DARK));
    let pair = |of: fn(&Shades) -> Rgb| {
        let mut pair = String::new();
        // Writing to a string cannot fail.
        let _ = write!(pair, "light-dark({},{})", of(&light), of(&dark));
        pair
    };
    let line = pair(|it| it.line);
    let _ = write!(
        sheet,
        "@layer components{{.hue-{hue}{{--bar:{line};--fill:{fill};--ink:{letters}}}}}\
         @layer article{{.fill-{hue}{{--bar:{line};--fill:{fill};--ink:{letters}}}\
         .lane-0-hue-{hue}{{--bar-0:{line}}}.lane-1-hue-{hue}{{--bar-1:{line}}}\
         .lane-2-hue-{hue}{{--bar-2:{line}}}}}",
        fill = pair(|it| it.fill),
        letters = pair(|it| it.letters),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PALETTE, news};

    /// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
    fn ratio(one: Rgb, other: Rgb) -> f64 {
        let luminance = |color: Rgb| {
            let [red, green, blue] = color.0.map(|channel| {
                let share = f64::from(channel) / 255.0;
                if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn grid() -> impl Iterator<Item = Rgb> {
        let steps = || (0..=255_u8).step_by(15);
        steps().flat_map(move |red| {
            steps().flat_map(move |green| steps().map(move |blue| Rgb([red, green, blue])))
        })
    }

    #[test]
    fn every_color_stands_out_in_both_themes() {
        let text = [(LIGHT, Rgb([0x1c, 0x1b, 0x1a])), (DARK, Rgb([0xe8, 0xe6, 0xe1]))];
        for color in grid().chain(PALETTE) {
            for (paper, text) in &text {
                let Shades { line, letters, fill } = shades(color, paper);
                for (front, back, least) in [
                    (line, paper.page, 3.0),
                    (line, paper.ground, 3.0),
                    (letters, paper.page, 4.5),
                    (letters, fill, 4.5),
                    (*text, fill, 4.5),
                ] {
                    let found = ratio(front, back);
                    assert!(least <= found, "{color}: {front} on {back} is {found:.2}");
                }
            }
        }
    }

    #[test]
    fn the_papers_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../styles/tokens.css");
        for (name, of) in
            [("page", (|it| it.page) as fn(&Paper) -> Rgb), ("ground", |it: &Paper| it.ground)]
        {
            let declared = format!("--color-{name}: light-dark({}, {});", of(&LIGHT), of(&DARK));
            assert!(tokens.contains(&declared), "{declared}");
        }
    }

    #[test]
    fn a_color_that_is_fine_is_shown_as_it_is() {
        assert_eq!(too_faint(Rgb::parse("#c0548c").unwrap()), (false, false));
        assert_eq!(too_faint(Rgb::parse("#ffff00").unwrap()), (true, false));
        assert_eq!(too_faint(Rgb::parse("#102040").unwrap()), (false, true));
    }

    #[test]
    fn the_style_sheet_has_the_own_colors_and_nothing_that_was_typed() {
        let mut set = news();
        assert_eq!(style_sheet(&set), "");
        set.labels[0].color = Some("red}body{display:none".into());
        set.labels[1].color = Some("#c0548c".into());
        let sheet = style_sheet(&set);
        assert!(sheet.contains(".hue-16{--bar:light-dark(#c0548c,#c0548c)"), "{sheet}");
        assert!(!sheet.contains("body") && !sheet.contains("hue-17"), "{sheet}");
    }
}
