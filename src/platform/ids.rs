//! Chance, from which ids are drawn.

use crate::model::Draw;

/// Thirteen random bytes for one id.
#[must_use]
pub fn draw() -> Draw {
    let mut bytes = Draw::default();
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let drawn = crypto.map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if !matches!(drawn, Some(Ok(_))) {
        // No browser that can run the program lacks it. An id need only be unlike all others,
        // so weaker chance is better than none.
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    bytes
}
