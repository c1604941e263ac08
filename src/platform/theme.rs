//! How the whole page looks: its colors, and that files are being dragged over it.

/// Chooses the colors: `light`, `dark`, or `system` for what the system says.
pub fn set(theme: &str) {
    let Some(root) = root() else { return };
    // An element that refuses an attribute of a fixed name would be none.
    let _ = match theme {
        "light" | "dark" => root.set_attribute("data-theme", theme),
        _ => root.remove_attribute("data-theme"),
    };
}

/// Shows that files would be opened if they were dropped.
pub fn set_dragging(dragging: bool) {
    let Some(root) = root() else { return };
    let _ = root.toggle_attribute_with_force("data-dragging", dragging);
}

fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}
