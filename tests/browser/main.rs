//! What only a real browser can show.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

pub mod door;
pub mod files;
pub mod lines;
pub mod listen;
pub mod paint;
pub mod selection;
pub mod stage;
pub mod store;
