//! What is known about an article: title, address, date, publisher, language.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use super::dialog::Dialog;
use super::text_field::TextField;
use crate::app::Action;
use crate::model::{Article, Detail};

pub fn details_dialog(article: &Article, dispatch: &Dispatch) -> Html {
    let on_close = dispatch.reform(|()| Action::DialogClosed);
    let done = dispatch.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::DialogClosed
    });
    let details = &article.details;
    html! {
        <Dialog heading="About this article" {on_close}>
            <form class="form" onsubmit={done}>
                { field(article, dispatch, "Title", "text", &details.title, Detail::Title) }
                { field(article, dispatch, "Address", "url", &details.url, Detail::Url) }
                { field(article, dispatch, "Date", "text", &details.published, Detail::Published) }
                { field(article, dispatch, "Publisher", "text", &details.publisher, Detail::Publisher) }
                { field(article, dispatch, "Author", "text", &details.author, Detail::Author) }
                { field(article, dispatch, "Language", "text", &details.lang, Detail::Lang) }
                <p class="form__hint">{ "The date as year-month-day, such as 2019-05-04; the language as a code, such as en or de. Changes are kept as you leave a field." }</p>
                <div class="form__actions">
                    <button type="submit" class="primary">{ "Done" }</button>
                </div>
            </form>
        </Dialog>
    }
}

type MakeDetail = fn(Option<Rc<str>>) -> Detail;

fn field(
    article: &Article,
    dispatch: &Dispatch,
    name: &'static str,
    kind: &'static str,
    value: &Option<Rc<str>>,
    make: MakeDetail,
) -> Html {
    let id = article.id.clone();
    let on_written = dispatch.reform(move |value: String| {
        let value = value.trim();
        let detail = make((!value.is_empty()).then(|| value.into()));
        Action::Described { article: id.clone(), detail }
    });
    html! {
        <label class="field">
            <span class="field__name">{ name }</span>
            <TextField {kind} value={value.clone().map(AttrValue::from)} {on_written} />
        </label>
    }
}
