//! Where the keyboard acts, and what is brought into view.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, EventTarget, HtmlCollection, HtmlElement, HtmlInputElement, Node, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::model::{AnnotationId, EntityId, is_id};

/// Focuses the element with this id; false if there is none that can be focused.
pub fn focus(id: &str) -> bool {
    focus_first(&format!("#{id}"))
}

/// Focuses a field with all its words selected, so that typing replaces them.
pub fn select(id: &str) -> bool {
    let focused = focus(id);
    if let Some(field) = current().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
    focused
}

/// Focuses the first element that matches a selector.
pub fn focus_first(selector: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(selector).ok()?);
    let element = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok() && has_focus(&element))
}

/// Whether keys pressed there are text, not commands.
#[must_use]
pub fn is_typing(target: Option<&EventTarget>) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_ref::<Element>()) else { return false };
    let field = matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
    field || element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable)
}

/// Brings an annotation's first mark into view; false if it is not drawn, as in a section far
/// from the viewport.
pub fn scroll_to_annotation(id: &AnnotationId) -> bool {
    let Some(mark) = first_mark(id) else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(behavior());
    mark.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Shows as much as is hidden of a part of the page, by its id.
pub fn show(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(element) = document.and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Smooth only for who has not asked for less motion.
#[must_use]
pub fn allows_motion() -> bool {
    let query = "(prefers-reduced-motion: no-preference)";
    let list = web_sys::window().and_then(|window| window.match_media(query).ok()?);
    list.is_some_and(|list| list.matches())
}

fn behavior() -> ScrollBehavior {
    if allows_motion() { ScrollBehavior::Smooth } else { ScrollBehavior::Auto }
}

fn first_mark(id: &AnnotationId) -> Option<Element> {
    // Ids consist of letters that mean nothing in a selector; what does not is no id.
    let id = Some(id.as_str()).filter(|id| is_id(id))?;
    super::article::root()?.query_selector(&format!("mark[data-ids~=\"{id}\"]")).ok()?
}

fn has_focus(element: &HtmlElement) -> bool {
    let active = element.owner_document().and_then(|document| document.active_element());
    active.is_some_and(|active| active == **element)
}

/// The element that has the focus.
#[must_use]
pub fn current() -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    document.active_element()?.dyn_into().ok()
}

/// Gives the focus back to where it was before a dialog was open; to the article if that is gone.
pub fn give_back(before: Option<HtmlElement>) {
    let there = before.filter(|element| element.is_connected() && element.tag_name() != "BODY");
    let given = there.is_some_and(|element| {
        // Chromium gives the focus back as the dialog closes, and not the place in the field: what
        // is typed then goes nowhere. Only a focus that is taken anew brings that place along.
        let _ = element.blur();
        element.focus().is_ok()
    });
    if !given {
        focus("article");
    }
}

/// Finds a new place for the focus if what had it before a drawing is gone or disabled: in the
/// dialog that is open, else in the article.
pub fn keep_from_being_lost(before: Option<HtmlElement>) {
    let Some(before) = before else { return };
    let disabled = before.matches(":disabled").unwrap_or_default();
    let lost = current().is_none_or(|now| now.tag_name() == "BODY" || now == before);
    if (disabled || !before.is_connected()) && lost && !focus_first("dialog[open] .dialog__close") {
        focus("article");
    }
}

/// Whether keys go to the article, or nowhere in particular.
#[must_use]
pub fn is_in_article() -> bool {
    current().is_none_or(|element| element.id() == "article" || element.tag_name() == "BODY")
}

/// Has the field that is typed in tell of its change, as if one left it and came back. A field
/// that goes away with the focus in it tells of nothing.
pub fn commit_field() {
    let Some(field) = current() else { return };
    // An element that has the focus can lose it and get it.
    let _ = field.blur();
    let _ = field.focus();
}

/// Whether the article itself has the focus. What had it may be gone, as a deleted row is.
#[must_use]
pub fn is_on_article() -> bool {
    current().is_some_and(|element| element.id() == "article")
}

/// Whether what has the focus is of a class.
#[must_use]
pub fn is_in_class(class: &str) -> bool {
    current().is_some_and(|element| element.matches(&[".", class].concat()).unwrap_or_default())
}

/// Focuses a numbered row, or the last one if there are fewer.
pub fn focus_numbered(name: &str, row: usize) -> bool {
    let id = |row: usize| [name, &row.to_string()].concat();
    (0..=row).rev().take(2).any(|row| focus(&id(row)))
}

/// Focuses the row of an annotation in the list.
pub fn focus_row(id: &AnnotationId) -> bool {
    is_id(id.as_str()) && focus_first(&format!("[data-row=\"{id}\"]"))
}

/// Focuses what asks for the speaker of a claim in the claims table.
pub fn focus_asked(id: &AnnotationId) -> bool {
    is_id(id.as_str()) && focus_first(&format!("[data-asks=\"{id}\"]"))
}

/// Focuses the row of an entity.
pub fn focus_name(id: &EntityId) -> bool {
    is_id(id.as_str()) && focus_first(&format!("[data-name=\"{id}\"]"))
}

/// The entity whose row has the focus.
#[must_use]
pub fn current_name() -> Option<EntityId> {
    current()?.get_attribute("data-name").map(EntityId::new)
}

/// Moves the focus to the next or previous of the elements that match a selector.
pub fn walk(selector: &str, back: bool) {
    let document = web_sys::window().and_then(|window| window.document());
    let all = document.and_then(|document| document.query_selector_all(selector).ok());
    let (Some(all), Some(now)) = (all, current()) else { return };
    let now: &Node = now.as_ref();
    let at = (0..all.length()).find(|at| all.get(*at).as_ref() == Some(now));
    let next = at.and_then(|at| if back { at.checked_sub(1) } else { Some(at + 1) });
    let next = next.and_then(|at| all.get(at)).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(next) = next {
        // What has been found can be focused.
        let _ = next.focus();
    }
}

/// Goes from a button to another one of the same parent, so many places on; false if there is none.
pub fn step(from: Option<EventTarget>, by: i32) -> bool {
    let Some(button) = from.and_then(|from| from.dyn_into::<Element>().ok()) else { return false };
    let mut next = Some(button);
    for _ in 0..by.unsigned_abs() {
        next = next.and_then(|it| {
            if 0 < by { it.next_element_sibling() } else { it.previous_element_sibling() }
        });
    }
    let next = next.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    next.is_some_and(|it| it.focus().is_ok())
}

/// The buttons beside the one that has the focus, and its place among them.
fn siblings(of: Option<EventTarget>) -> Option<(HtmlCollection, u32)> {
    let button = of.and_then(|of| of.dyn_into::<Element>().ok())?;
    let all = button.parent_element()?.children();
    let place = (0..all.length()).find(|place| all.item(*place).as_ref() == Some(&button))?;
    Some((all, place))
}

/// Goes from a button to the next one of the same parent or the one before, round the ends; false
/// if there is none.
pub fn go_round(from: Option<EventTarget>, by: i32) -> bool {
    let Some((all, place)) = siblings(from) else { return false };
    let next = if by < 0 { place.checked_sub(1) } else { Some(place + 1) };
    let next = next.unwrap_or(all.length().saturating_sub(1));
    let next = all.item(if next < all.length() { next } else { 0 });
    next.and_then(|it| it.dyn_into::<HtmlElement>().ok()).is_some_and(|it| it.focus().is_ok())
}

/// Presses the button in a place among those beside the one that has the focus; false if there is
/// none.
pub fn press(from: Option<EventTarget>, place: u32) -> bool {
    let button =
        siblings(from).and_then(|(all, _)| all.item(place)?.dyn_into::<HtmlElement>().ok());
    button.inspect(HtmlElement::click).is_some()
}
