//! Which functions of the program can follow the first picture.
//!
//! It goes by their names, in which the types stand for which they were compiled. So a new file of
//! `app`, `ui` or `formats` comes later by itself. If it is needed for the first picture, a test of
//! `tests/e2e/parts.test.mjs` fails, and it has to be named in `FIRST`: nothing breaks, but the start
//! has to wait for the second part. `target/xtask/functions.txt` says what the last build put where.

use std::collections::BTreeSet;

use wasmparser::ExternalKind;

use crate::failure::Outcome;
use crate::module::Module;

/// Whatever names one of these comes later, and all that only such functions call.
const LATER: &[&str] = &[
    "postil::app::",
    "postil::formats::",
    "postil::model::attribution",
    "postil::model::form::",
    "postil::model::mend",
    "postil::model::plan",
    "postil::model::reporting",
    "postil::platform::door",
    "postil::platform::durable::listen",
    "postil::platform::files",
    "postil::platform::geometry::nearest",
    "postil::platform::geometry::offset_at_point",
    "postil::platform::lines",
    "postil::platform::selection",
    "postil::render::hit",
    "postil::storage::arrival",
    "postil::storage::union::Mending>::mend",
    "postil::text::decode",
    "postil::text::grapheme",
    "postil::text::pair",
    "postil::text::sentence",
    "postil::text::word",
    "postil::ui::",
    // What only they use of other crates.
    "core::slice::sort::unstable::quicksort",
    "core::str::pattern::StrSearcher",
    "<char>::escape_debug_ext",
    "as core::fmt::Debug>::fmt",
    "unicode_segmentation",
    "yew::virtual_dom::vraw::VRaw",
];

/// Of these, what the first picture needs: on a first visit, and with a stored article.
const FIRST: &[&str] = &[
    "postil::app::colors",
    "postil::app::find::state",
    "postil::app::select::about",
    "postil::app::select::claim::breadcrumb",
    "postil::app::select::label_name",
    "postil::app::select::list",
    "postil::app::select::palette",
    "postil::app::select::said_by",
    "postil::app::select::selected_span",
    "postil::app::select::title",
    "postil::app::selection::Selection>::span",
    "postil::app::start",
    "postil::app::state",
    "postil::app::wording",
    // What a frame is read and written with.
    "postil::formats::json",
    "postil::formats::labels::read_labels",
    "postil::formats::postil::check",
    "postil::formats::postil::fields",
    "postil::formats::postil::members",
    "postil::formats::postil::part",
    "postil::formats::postil::value",
    "postil::formats::word",
    "postil::ui::annotation_list",
    "postil::ui::app",
    "postil::ui::article_view",
    "postil::ui::bar",
    "postil::ui::choice::choice",
    "postil::ui::choice::swatch",
    "postil::ui::handle",
    "postil::ui::many",
    "postil::ui::notices::live_region",
    "postil::ui::notices::notices",
    "postil::ui::palette",
    "postil::ui::panel_tabs",
    "postil::ui::pointer::Pointers>::follow",
    "postil::ui::runtime::Runtime>::append",
    "postil::ui::runtime::Runtime>::drawn",
    "postil::ui::runtime::Runtime>::hear::",
    "postil::ui::runtime::Runtime>::run",
    "postil::ui::runtime::Runtime>::start",
    "postil::ui::screen",
    "postil::ui::section_view",
    "postil::ui::shell::Shell>::follow",
    "postil::ui::strip",
    "postil::ui::workspace",
    // The start is a future, which lets go of what it held.
    "core::ptr::drop_in_place::<alloc::rc::Rc<postil::ui::runtime::Runtime>>",
    "core::ptr::drop_in_place::<postil::app::action::Action>",
];

/// Below this a function stays unless all its callers leave: the linker and the optimizer fold
/// small functions with equal code into one, which then bears the name of any of them.
const SMALL: usize = 200;

pub fn later(module: &Module<'_>) -> Outcome<BTreeSet<u32>> {
    let first_own = module.imported_functions();
    let mut callees = Vec::new();
    for function in 0..module.functions() {
        callees.push(module.callees(function)?);
    }
    let is_named = |function: u32| {
        let name = without_hashes(module.names.get(&function).copied().unwrap_or_default());
        let size = module.body(function).map_or(0, |body| body.range().count());
        let names_one_of = |paths: &[&str]| paths.iter().any(|path| name.contains(path));
        SMALL < size && names_one_of(LATER) && !names_one_of(FIRST)
    };
    let exported =
        module.exports.iter().filter(|it| it.kind == ExternalKind::Func).map(|it| it.index);
    let in_table = module.segments.iter().flat_map(|it| it.functions.iter().copied());
    let mut unread: Vec<u32> = exported.clone().chain(module.start).chain(in_table).collect();
    let kept: BTreeSet<u32> = exported.chain(module.start).collect();
    let mut first = BTreeSet::new();
    while let Some(function) = unread.pop() {
        let leaves = is_named(function) && !kept.contains(&function);
        if !leaves && first.insert(function) {
            unread.extend(&callees[function as usize]);
        }
    }
    Ok((first_own..module.functions()).filter(|it| !first.contains(it)).collect())
}

/// `postil[ca57c894469e539c]::ui` is `postil::ui`.
fn without_hashes(name: &str) -> String {
    let mut out = String::new();
    for (i, piece) in name.split('[').enumerate() {
        let is_hash =
            |it: &str| it.len() == 16 && it.chars().all(|letter| letter.is_ascii_hexdigit());
        match piece.split_once(']') {
            Some((hash, after)) if 0 < i && is_hash(hash) => out.push_str(after),
            _ if i == 0 => out.push_str(piece),
            _ => {
                out.push('[');
                out.push_str(piece);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_crates_go_and_other_brackets_stay() {
        assert_eq!(
            without_hashes("<a[ca57c894469e539c]::B<[u8; 2]>>::c[1]"),
            "<a::B<[u8; 2]>>::c[1]"
        );
        assert_eq!(without_hashes("[a]"), "[a]");
    }
}
