//! Finding and checking.

use super::KeyCommand;

pub(super) const ROWS: &[KeyCommand] = &[];
