#![doc = include_str!("ARCHITECTURE.md")]

// The rooms, in reading order: each may use only rooms above it, and
// tests/architecture.rs says which.
pub mod text;

pub mod model;

pub mod render;

pub mod formats;

pub mod storage;

pub mod app;

pub mod platform;

pub mod ui;
