//! The search box above the article.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::choice::swatch;
use crate::app::action::FindAction;
use crate::app::find::{FIELDS, Find, Hit, Sought};
use crate::app::select::PaletteItem;
use crate::app::{Action, wording};

/// The box, and what belongs to it while it holds words.
pub fn find_box(find: &Find, labels: &[PaletteItem], dispatch: &Dispatch) -> Html {
    let asked = !find.words.trim().is_empty();
    let act =
        |action: FindAction| dispatch.reform(move |_: MouseEvent| Action::Find(action.clone()));
    html! {
        <search class="find" aria-label="Find in text and tags">
            <div class="find__row">
                { field(find, dispatch) }
                if asked {
                    { steps(find, dispatch) }
                }
                <button
                    type="button"
                    class="find__tool"
                    aria-label="What can be asked for"
                    title="What can be asked for"
                    aria-expanded={find.help.to_string()}
                    aria-controls="find-help"
                    onclick={act(FindAction::HelpToggled)}
                >{ "?" }</button>
            </div>
            if let Sought::Fault(fault) = &find.sought {
                <p id="find-fault" class="find__fault">{ wording::find_fault(fault) }</p>
            }
            if find.help {
                { help() }
            }
            if find.tagging {
                { choices(labels, dispatch) }
            }
        </search>
    }
}

fn field(find: &Find, dispatch: &Dispatch) -> Html {
    let on_input = dispatch.reform(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Action::Find(FindAction::Typed(field.value().into()))
    });
    let on_focus = dispatch.reform(|_: FocusEvent| Action::Find(FindAction::Entered));
    let on_key = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let action = match event.key().as_str() {
                "Enter" => FindAction::Stepped { back: event.shift_key() },
                "ArrowDown" => FindAction::Taken,
                "Escape" => FindAction::Closed,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            dispatch.emit(Action::Find(action));
        })
    };
    let faulty = matches!(find.sought, Sought::Fault(_));
    html! {
        <input
            id="find"
            class="find__field"
            type="search"
            placeholder="Find in text and tags"
            aria-label="Find"
            aria-keyshortcuts="f"
            aria-invalid={faulty.then_some("true")}
            aria-describedby={faulty.then_some("find-fault")}
            autocomplete="off"
            spellcheck="false"
            dir="auto"
            value={AttrValue::from(find.words.clone())}
            oninput={on_input}
            onfocus={on_focus}
            onkeydown={on_key}
        />
    }
}

/// The count, the ways to go on, and how words are compared.
#[inline(never)] // Comes after the first picture.
fn steps(find: &Find, dispatch: &Dispatch) -> Html {
    let act =
        |action: FindAction| dispatch.reform(move |_: MouseEvent| Action::Find(action.clone()));
    let none = find.hits().is_empty();
    let in_text = matches!(find.hits().first(), Some(Hit::Words(_)));
    html! {
        <>
            if !matches!(find.sought, Sought::Fault(_)) {
                <output class="find__count" for="find">{ wording::find_count(find) }</output>
            }
            <button type="button" class="find__tool" aria-label="Previous hit" title="Previous hit (Shift+F3)" disabled={none} onclick={act(FindAction::Stepped { back: true })}>{ "↑" }</button>
            <button type="button" class="find__tool" aria-label="Next hit" title="Next hit (F3)" disabled={none} onclick={act(FindAction::Stepped { back: false })}>{ "↓" }</button>
            <button type="button" class="find__tool" aria-label="Same case" title="Same case" aria-pressed={find.same_case.to_string()} onclick={act(FindAction::CaseToggled)}>{ "Aa" }</button>
            <button type="button" class="find__tool" aria-label="Whole words" title="Whole words" aria-pressed={find.whole_words.to_string()} onclick={act(FindAction::WholeWordsToggled)}>{ "words" }</button>
            if in_text {
                <button type="button" class="find__all" aria-expanded={find.tagging.to_string()} onclick={act(FindAction::TagAllAsked)}>{ "Tag all hits" }</button>
            }
            <button type="button" class="find__tool" aria-label="Clear the search" title="Clear the search (Esc)" onclick={act(FindAction::Closed)}>{ "×" }</button>
        </>
    }
}

#[inline(never)] // Comes after the first picture.
fn help() -> Html {
    html! {
        <div id="find-help" class="find__help">
            <dl class="find__fields">
                { for FIELDS.iter().map(|(asked, means)| html! {
                    <div class="find__pair"><dt><code>{ *asked }</code></dt><dd>{ *means }</dd></div>
                }) }
            </dl>
            <p class="find__keys">
                <kbd>{ "Enter" }</kbd>{ " next hit, " }<kbd>{ "Shift + Enter" }</kbd>{ " previous, " }
                <kbd>{ "↓" }</kbd>{ " selects the hit in the article, " }<kbd>{ "Esc" }</kbd>{ " back to where you were." }
            </p>
        </div>
    }
}

/// The labels that all hits can get.
#[inline(never)] // Comes after the first picture.
fn choices(labels: &[PaletteItem], dispatch: &Dispatch) -> Html {
    html! {
        <div class="find__labels" role="group" aria-label="Tag all hits as">
            { for labels.iter().map(|label| {
                let key = label.key.clone();
                let choose = dispatch
                    .reform(move |_: MouseEvent| Action::Find(FindAction::AllTagged(key.clone())));
                html! {
                    <button type="button" class="find__label" key={label.key.as_str()} onclick={choose}>
                        { swatch(label.hue) }{ label.name.as_ref() }
                    </button>
                }
            }) }
        </div>
    }
}
