//! Which key does what, and that no two things have the same.

use super::*;
use crate::app::select;
use crate::app::selection::{Motion, SpanEnd};
use crate::model::{LabelKey, Project, ReadySet, news};

fn key(words: &str) -> Key {
    let mut key = Key::default();
    for word in words.split('+') {
        match word {
            "Ctrl" => key.ctrl = true,
            "Shift" => key.shift = true,
            "Alt" => key.alt = true,
            "Cmd" => key.meta = true,
            digit if digit.len() == 1 && digit.chars().all(|c| c.is_ascii_digit()) => {
                key.code = format!("Digit{digit}");
                key.key = digit.to_owned();
            }
            other => other.clone_into(&mut key.key),
        }
    }
    key
}

fn pressed(words: &str, mode: Mode) -> Option<Action> {
    resolve(&key(words), mode, &news(), &Bindings::default())
}

#[test]
fn every_key_does_what_the_sheet_says() {
    let go = |motion, extend| Some(Action::Moved { motion, extend });
    let walk = |back, same_label| Some(Action::Walked { back, same_label });
    for (words, expected) in [
        ("ArrowLeft", go(Motion::CharacterBack, false)),
        ("Ctrl+ArrowRight", go(Motion::WordOn, false)),
        ("Alt+ArrowRight", go(Motion::WordOn, false)),
        ("Shift+ArrowDown", go(Motion::LineDown, true)),
        ("Ctrl+Shift+ArrowLeft", go(Motion::WordBack, true)),
        ("Ctrl+Shift+End", go(Motion::TextEnd, true)),
        ("Cmd+ArrowLeft", go(Motion::LineStart, false)),
        ("Cmd+Shift+ArrowDown", go(Motion::TextEnd, true)),
        ("PageDown", go(Motion::PageDown, false)),
        ("1", Some(Action::LabelChosen(LabelKey::new("PERSON")))),
        ("c", Some(Action::LabelChosen(LabelKey::new("CLAIM")))),
        ("Shift+1", Some(Action::EveryTagged(LabelKey::new("PERSON")))),
        ("Shift+C", Some(Action::EveryTagged(LabelKey::new("CLAIM")))),
        ("Ctrl+c", None),
        ("x", Some(Action::ExactToggled)),
        ("n", walk(false, false)),
        ("Shift+P", walk(true, true)),
        ("Shift+O", Some(Action::Climbed { inward: true })),
        ("Enter", Some(Action::Opened)),
        ("b", Some(Action::BoundariesStarted)),
        ("Backspace", Some(Action::Deleted(None))),
        ("Ctrl+z", Some(Action::Undone)),
        ("Cmd+Shift+z", Some(Action::Redone)),
        ("Ctrl+y", Some(Action::Redone)),
        ("Cmd+s", Some(Action::ExportAsked)),
        ("Shift+?", Some(Action::DialogOpened(crate::app::state::Dialog::Keys))),
        ("F1", Some(Action::DialogOpened(crate::app::state::Dialog::Keys))),
        ("Ctrl+k", Some(Action::DialogOpened(crate::app::state::Dialog::Commands))),
        ("Tab", None),
        ("q", None),
        ("Shift+Shift", None),
    ] {
        assert_eq!(pressed(words, Mode::Reading), expected, "{words}");
    }
}

#[test]
fn digits_go_by_their_place_on_the_keyboard() {
    let azerty = Key { code: "Digit3".into(), key: "\"".into(), ..Key::default() };
    let found = resolve(&azerty, Mode::Reading, &news(), &Bindings::default());
    assert_eq!(found, Some(Action::LabelChosen(LabelKey::new("GPE"))));
}

#[test]
fn a_number_pad_without_its_lock_moves_the_caret() {
    let pad = |typed: &str| {
        let key = Key { code: "Numpad4".into(), key: typed.into(), ..Key::default() };
        resolve(&key, Mode::Reading, &news(), &Bindings::default())
    };
    let back = Action::Moved { motion: Motion::CharacterBack, extend: false };
    assert_eq!(pad("ArrowLeft"), Some(back));
    assert_eq!(pad("4"), Some(Action::LabelChosen(LabelKey::new("LOC"))));
}

#[test]
fn arrows_move_boundaries_by_word_while_resizing() {
    let resize = |end, motion| Some(Action::Resized { end, motion });
    for (words, expected) in [
        ("ArrowLeft", resize(SpanEnd::End, Motion::WordBack)),
        ("Shift+ArrowRight", resize(SpanEnd::Start, Motion::WordOn)),
        ("Ctrl+ArrowRight", resize(SpanEnd::End, Motion::CharacterOn)),
        ("ArrowUp", None),
    ] {
        assert_eq!(pressed(words, Mode::Resizing), expected, "{words}");
    }
}

#[test]
fn what_is_pressed_where_text_is_typed_is_text_except_for_a_few() {
    for (words, expected) in [
        ("Ctrl+s", Some(true)),
        ("Ctrl+k", Some(true)),
        ("Ctrl+z", Some(false)),
        ("?", Some(false)),
        ("x", None),
    ] {
        let found = resolve_anywhere(&key(words), &Bindings::default());
        assert_eq!(found.map(|it| it.while_typing), expected, "{words}");
    }
}

#[test]
fn no_two_commands_have_the_same_key_or_id() {
    let mut strokes: Vec<&str> = all().flat_map(|command| command.keys).copied().collect();
    let mut ids: Vec<&str> = all().map(|command| command.id).collect();
    let mut names: Vec<&str> = all().map(|command| command.name).collect();
    for list in [&mut strokes, &mut ids, &mut names] {
        list.sort_unstable();
        let doubles: Vec<_> = list.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(doubles.is_empty(), "{doubles:?}");
    }
}

#[test]
fn every_key_of_the_table_is_written_as_a_press_of_it_is() {
    for stroke_written in all().flat_map(|command| command.keys) {
        let press = key(stroke_written);
        assert_eq!(stroke(&press).as_deref(), Some(*stroke_written));
    }
}

#[test]
fn no_label_of_the_default_set_clashes() {
    let usual = Bindings::default();
    assert!(clashes(&news(), &usual).is_empty());
    let mut set = news();
    set.labels[0].shortcut = Some("x".into());
    set.labels[1].shortcut = Some("3".into());
    let keys: Vec<_> = clashes(&set, &usual).into_iter().map(|label| label.key.as_str()).collect();
    assert_eq!(keys, ["PERSON", "GPE"]);
}

#[test]
fn no_label_of_a_ready_set_clashes() {
    for ready in ReadySet::ALL {
        let set = ready.set();
        let clashing = clashes(&set, &Bindings::default());
        assert!(clashing.is_empty(), "{}: {clashing:?}", ready.name());
    }
}

#[test]
fn a_key_that_is_taken_is_refused_with_the_reason() {
    let usual = Bindings::default();
    let note = find("tag.note").unwrap();
    for (stroke, clash) in [
        ("x", Clash::Command("Select characters instead of words, and back")),
        ("Shift+ArrowLeft", Clash::Command("Move the caret back")),
        ("c", Clash::Label("Claim".into())),
        ("Shift+1", Clash::Label("Person".into())),
        ("Tab", Clash::Tab),
        ("Ctrl+w", Clash::Browser),
    ] {
        assert_eq!(usual.bind(note, Some(stroke), &news()), Err(clash), "{stroke}");
    }
    // A motion would take its stroke with Shift, too.
    let back = find("caret.back").unwrap();
    let free = usual.bind(find("tag.next").unwrap(), None, &news()).unwrap();
    let taken = Clash::Command("Next tag of the same label");
    assert_eq!(free.bind(back, Some("n"), &news()), Err(taken));
    let changed = usual.bind(note, Some("q"), &news()).unwrap();
    assert_eq!(changed.command_of("q").map(|it| it.id), Some("tag.note"));
    assert!(changed.command_of("m").is_none());
    // The key that is free now can be had.
    let exact = find("select.exact").unwrap();
    let both = changed.bind(exact, Some("m"), &news()).unwrap();
    assert_eq!(both.command_of("m").map(|it| it.id), Some("select.exact"));
    assert_eq!(Bindings::read(&both.written()), both);
    // Its usual key again is no change.
    let back = changed.bind(note, Some("m"), &news()).unwrap();
    assert_eq!(back, usual);
    let none = usual.bind(note, None, &news()).unwrap();
    assert!(none.command_of("m").is_none());
    assert_eq!(Bindings::read(&none.written()), none);
    assert_eq!(none.reset(), usual);
}

#[test]
fn single_keys_can_be_switched_off() {
    let off = Bindings::default().with_single_keys(false);
    for (words, acts) in [
        ("x", false),
        ("Shift+n", false),
        ("1", false),
        ("?", false),
        ("Ctrl+z", true),
        ("ArrowLeft", true),
        ("Enter", true),
        ("F1", true),
    ] {
        let found = resolve(&key(words), Mode::Reading, &news(), &off);
        assert_eq!(found.is_some(), acts, "{words}");
    }
    assert_eq!(Bindings::read(&off.written()), off);
    assert_eq!(Bindings::read("nonsense\nof-later q\n"), Bindings::default());
}

#[test]
fn the_palette_finds_commands_by_any_of_their_words() {
    let practice: Project = crate::app::practice::project();
    let labels = select::palette(&practice);
    let found = |query: &str| -> Vec<String> {
        let offers = offers(query, &labels, &Bindings::default());
        offers.iter().take(2).map(|offer| offer.name.to_string()).collect()
    };
    assert_eq!(found("undo"), ["Undo"]);
    assert_eq!(found("note write"), ["Write a note"]);
    assert_eq!(found("PERS tag"), ["Tag as Person"]);
    assert_eq!(found("there is no such thing"), Vec::<String>::new());
    let everything = offers("", &labels, &Bindings::default());
    assert!(labels.len() < everything.len());
}
