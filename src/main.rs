//! Mounts the page, nothing else.

fn main() {
    postil::ui::run();
}
