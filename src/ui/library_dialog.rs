//! The library: all articles of this browser.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::dialog::Dialog;
use crate::app::state::Dialog as Which;
use crate::app::{Action, wording};
use crate::model::ArticleId;

/// One article of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    pub id: ArticleId,
    pub title: Rc<str>,
    pub about: Rc<str>,
    pub tags: usize,
    pub done: bool,
    pub open: bool,
}

/// What the library shows and where it says what happened.
#[derive(Clone, Debug)]
pub struct LibraryDialog {
    pub articles: Rc<[Shelved]>,
    /// Articles that were removed and can be put back.
    pub removed: Rc<[Shelved]>,
    /// Who annotates, if they gave a name.
    pub name: Option<Rc<str>>,
    pub on_open: Callback<MouseEvent>,
    pub dispatch: Dispatch,
}

pub fn library_dialog(props: &LibraryDialog) -> Html {
    let on_close = props.dispatch.reform(|()| Action::DialogClosed);
    let name = props
        .dispatch
        .reform(|_: MouseEvent| Action::DialogOpened(Which::Name { then_export: false }));
    let paste = props.dispatch.reform(|_: MouseEvent| Action::DialogOpened(Which::Paste));
    html! {
        <Dialog heading="Articles" {on_close} wide=true>
            <div class="form__actions">
                <button type="button" onclick={props.on_open.clone()}>{ "Open files" }</button>
                <button type="button" onclick={paste}>{ "Paste an article" }</button>
                <button type="button" onclick={name} aria-haspopup="dialog">
                    { "Your name" }
                    if let Some(name) = &props.name {
                        { ": " }<bdi>{ name.as_ref() }</bdi>
                    }
                </button>
            </div>
            <ul class="library" aria-label="All articles">
                { for props.articles.iter().map(|article| shelved(props, article)) }
            </ul>
            if props.articles.is_empty() {
                <p>{ "No article is here. Open a file or paste a text." }</p>
            }
            if !props.removed.is_empty() {
                <h3>{ "Removed" }</h3>
                <ul class="library" aria-label="Removed articles">
                    { for props.removed.iter().map(|article| taken_out(props, article)) }
                </ul>
            }
        </Dialog>
    }
}

fn shelved(props: &LibraryDialog, article: &Shelved) -> Html {
    let act = |action: fn(ArticleId) -> Action| {
        let id = article.id.clone();
        props.dispatch.reform(move |_: MouseEvent| action(id.clone()))
    };
    html! {
        <li key={article.id.as_str()} class="library__item" aria-current={article.open.then_some("true")}>
            <button type="button" class="library__open" onclick={act(Action::ArticleOpened)}>
                <span class="library__title" dir="auto">{ article.title.as_ref() }</span>
                <span class="library__about">{ about(article) }</span>
            </button>
            <button type="button" aria-label={format!("Rename {}", article.title)} onclick={act(|id| Action::DialogOpened(Which::Details(id)))}>{ "Rename" }</button>
            <button type="button" class="danger" aria-label={format!("Remove {}", article.title)} onclick={act(Action::ArticleRemoved)}>{ "Remove" }</button>
        </li>
    }
}

fn about(article: &Shelved) -> String {
    let mut about = article.about.to_string();
    if !about.is_empty() {
        about.push_str(" · ");
    }
    about.push_str(&wording::tags(article.tags));
    if article.done {
        about.push_str(" · done");
    }
    about
}

fn taken_out(props: &LibraryDialog, article: &Shelved) -> Html {
    let id = article.id.clone();
    let restore = props.dispatch.reform(move |_: MouseEvent| Action::ArticleRestored(id.clone()));
    html! {
        <li key={article.id.as_str()} class="library__item">
            <span class="library__title" dir="auto">{ article.title.as_ref() }</span>
            <button type="button" aria-label={format!("Put back {}", article.title)} onclick={restore}>{ "Put back" }</button>
        </li>
    }
}
