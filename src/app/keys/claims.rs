//! Claims.

use super::KeyCommand;

pub(super) const ROWS: &[KeyCommand] = &[];
