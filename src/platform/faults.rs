//! Panics on demand, for the tests of the rescue page. A shipped build has none of them.

use js_sys::Reflect;

/// Panics if a test asks for it here: by `window.postilFault = "<place>"` or the address
/// `#fault=<place>`. The places are `handler`, `update`, `render`, `effect` and `timer`.
#[allow(clippy::panic)] // The feature is for nothing else.
#[inline]
#[track_caller]
pub fn maybe(place: &str) {
    if cfg!(feature = "faults") && is_asked_for(place) {
        panic!("a test asked for a fault in {place}");
    }
}

fn is_asked_for(place: &str) -> bool {
    let asked = Reflect::get(&js_sys::global(), &"postilFault".into());
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    let by_name = asked.is_ok_and(|asked| asked.as_string().as_deref() == Some(place));
    by_name || hash.is_some_and(|hash| hash.strip_prefix("#fault=") == Some(place))
}
