//! Other words that could be tagged alike: a quiet offer, and the strip in which each is looked at.

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::Dispatch;
use crate::app::action::{HandAction, ReviewAction};
use crate::app::keys::Bindings;
use crate::app::occurrence::{Line, Offer, Review};
use crate::app::state::State;
use crate::app::wording::hand as words;
use crate::app::{Action, keys};
use crate::model::{LabelKey, Project};
use crate::text::{CharOffset, Text};

/// Characters shown on each side of the words.
const CONTEXT: u32 = 40;

/// Lines listed at most; what comes after them is tagged as well.
const LISTED: usize = 300;

/// What stands at the foot of the article.
pub fn occurrences(state: &State, dispatch: &Dispatch) -> Html {
    let Some(project) = state.project() else { return html! {} };
    if let Some(found) = &state.hand.review {
        return review(found, project, dispatch);
    }
    match &state.hand.offer {
        Some(made) if state.dialog.is_none() => offer(made, project, &state.bindings, dispatch),
        _ => html! {},
    }
}

fn act(dispatch: &Dispatch, action: HandAction) -> Callback<MouseEvent> {
    dispatch.reform(move |_: MouseEvent| Action::Hand(action.clone()))
}

fn label_name<'a>(project: &'a Project, label: &'a LabelKey) -> &'a str {
    project.labels.find(label).map_or(label.as_str(), |label| label.shown())
}

#[inline(never)] // Comes after the first picture.
fn offer(offer: &Offer, project: &Project, bindings: &Bindings, dispatch: &Dispatch) -> Html {
    let Some(annotation) = project.annotation(&offer.id) else { return html! {} };
    let said = annotation.selector.words(&project.article.text);
    let label = annotation.label().and_then(|key| project.labels.find(key));
    let shortcut = label.and_then(|label| label.shortcut.as_deref());
    let all = act(dispatch, HandAction::EveryTagged(Some(offer.id.clone())));
    let look = act(dispatch, HandAction::ReviewOpened(Some(offer.id.clone())));
    let review_key = keys::find("tag.review").and_then(|it| bindings.strokes(it).next());
    // A press of the mouse must not take the focus out of the article.
    let keep_focus = Callback::from(|event: PointerEvent| event.prevent_default());
    html! {
        <div id="offer" class="offer" role="group" aria-label="The same words elsewhere" onpointerdown={keep_focus}>
            <span class="offer__words">{ words::offer(offer.more, &said) }</span>
            <button type="button" onclick={all}>
                { "Tag all" }
                if let Some(key) = shortcut {
                    <kbd aria-hidden="true">{ keys::stroke_shown(&["Shift+", key].concat()) }</kbd>
                }
            </button>
            <button type="button" onclick={look}>
                { "Review" }
                if let Some(key) = review_key {
                    <kbd aria-hidden="true">{ keys::stroke_shown(key) }</kbd>
                }
            </button>
            <button
                type="button"
                class="offer__close"
                aria-label="No, thanks"
                onclick={act(dispatch, HandAction::OfferDismissed)}
            >{ "✕" }</button>
        </div>
    }
}

#[inline(never)] // Comes after the first picture.
fn review(found: &Review, project: &Project, dispatch: &Dispatch) -> Html {
    let review = |action| act(dispatch, HandAction::Review(action));
    let title = words::review(&found.words, label_name(project, &found.label));
    let kept = found.n_kept();
    let on_key = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| on_key(&event, &dispatch))
    };
    let lines = found.lines.iter().enumerate().take(LISTED);
    let not_listed = found.lines.iter().skip(LISTED).filter(|line| line.kept).count();
    html! {
        <section id="review" class="review" aria-labelledby="review-title" onkeydown={on_key}>
            <header class="review__head">
                <h2 id="review-title" class="panel-title">{ title }</h2>
                <span class="review__count">{ words::chosen(kept, found.lines.len()) }</span>
                { switch("Whole words", found.how.whole_words, review(ReviewAction::WholeWordsToggled)) }
                { switch("Same case", found.how.same_case, review(ReviewAction::SameCaseToggled)) }
                <button type="button" class="primary" disabled={kept == 0} onclick={review(ReviewAction::Applied)}>
                    { words::apply(kept) }<kbd aria-hidden="true">{ "Enter" }</kbd>
                </button>
                <button type="button" class="review__close" aria-label="Close without tagging" onclick={review(ReviewAction::Closed)}>{ "✕" }</button>
            </header>
            <p class="review__keys">{ words::REVIEW_KEYS }</p>
            <ul class="review__lines" role="list">
                { for lines.map(|(place, line)| {
                    row(&project.article.text, *line, place, place == found.at, dispatch)
                }) }
            </ul>
            if found.lines.is_empty() {
                <p class="review__none">{ words::NO_OTHERS }</p>
            }
            if 0 < not_listed {
                <p class="review__none">{ words::not_listed(not_listed) }</p>
            }
        </section>
    }
}

fn switch(name: &'static str, on: bool, toggle: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="review__switch" aria-pressed={on.to_string()} onclick={toggle}>{ name }</button>
    }
}

fn row(text: &Text, line: Line, place: usize, current: bool, dispatch: &Dispatch) -> Html {
    let (before, after) = context(text, line);
    let on_change = dispatch.reform(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let keep = field.checked();
        Action::Hand(HandAction::Review(ReviewAction::Kept { line: place, keep }))
    });
    let on_focus = dispatch.reform(move |_: FocusEvent| {
        Action::Hand(HandAction::Review(ReviewAction::Reached(place)))
    });
    html! {
        <li key={line.span.start().0}>
            <label class="review__line" data-current={current.then_some("true")}>
                <input
                    type="checkbox"
                    checked={line.kept}
                    tabindex={if current { "0" } else { "-1" }}
                    onchange={on_change}
                    onfocus={(!current).then_some(on_focus)}
                />
                <span class="review__before"><bdi>{ before }</bdi></span>
                <b class="review__hit">{ text.slice(line.span).to_owned() }</b>
                <span class="review__after"><bdi>{ after }</bdi></span>
            </label>
        </li>
    }
}

/// The words on both sides, up to the ends of the line.
fn context(text: &Text, line: Line) -> (String, String) {
    let (start, end) = (line.span.start(), line.span.end());
    let before = text.between(start.minus(CONTEXT), start);
    let after = text.between(end, end.plus(CONTEXT));
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.split('\n').next().unwrap_or_default();
    let is_cut = |at: CharOffset, n: usize| at != CharOffset::ZERO && CONTEXT as usize <= n;
    let mut shown = String::new();
    if is_cut(start, before.chars().count()) {
        shown.push('…');
    }
    shown.push_str(before);
    let mut rest = after.to_owned();
    if is_cut(end, after.chars().count()) {
        rest.push('…');
    }
    (shown, rest)
}

fn on_key(event: &KeyboardEvent, dispatch: &Dispatch) {
    let target: Option<HtmlElement> = event.target_dyn_into();
    let on_button = target.is_some_and(|element| element.tag_name() == "BUTTON");
    let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
    if event.is_composing() || !is_plain {
        return;
    }
    let action = match event.key().as_str() {
        "ArrowUp" => ReviewAction::Walked { back: true },
        "ArrowDown" => ReviewAction::Walked { back: false },
        "y" => ReviewAction::Decided { keep: true },
        "n" => ReviewAction::Decided { keep: false },
        "Enter" if !on_button => ReviewAction::Applied,
        "Escape" => ReviewAction::Closed,
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    dispatch.emit(Action::Hand(HandAction::Review(action)));
}
