//! Our own file: one article with all that was said about it, as JSON.
//!
//! - `write(read(bytes)) == bytes` for the files that [`write`] makes, fields of later versions
//!   included.
//! - Reading is all or nothing, and adds nothing but blocks to a file that names none.
//! - [`read_back`] proves a file before it is offered.

mod check;
mod compare;
mod order;
pub mod part;
mod read;
pub mod shape;
mod write;

pub use compare::{Mismatch, read_back};
pub use read::read;
pub use write::write;

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &[u8] = include_bytes!("../../../tests/fixtures/example.postil.json");

    #[test]
    fn the_example_is_written_as_it_was_read() {
        let project = read(EXAMPLE).unwrap();
        let written = write(&project);
        assert_eq!(String::from_utf8_lossy(&written), String::from_utf8_lossy(EXAMPLE));
        assert_eq!(read_back(&project).unwrap(), EXAMPLE);
    }
}
