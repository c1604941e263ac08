//! The sheet of all keys.

use yew::prelude::*;

use super::Dispatch;
use super::dialog::Dialog;
use crate::app::Action;
use crate::app::keymap::SHEET;
use crate::app::select::PaletteItem;

pub fn keys_dialog(labels: &[PaletteItem], dispatch: &Dispatch) -> Html {
    let on_close = dispatch.reform(|()| Action::DialogClosed);
    html! {
        <Dialog heading="Keys" {on_close} wide=true>
            <p>{ "Single keys act while the focus is in the article or in the list of tags. On a Mac, Command stands for Ctrl, and Option moves by word." }</p>
            <div class="keys">
                <table class="keys__table">
                    <caption class="visually-hidden">{ "Keys and what they do" }</caption>
                    <tbody>
                        { for SHEET.iter().map(|row| html! {
                            <tr>
                                <th scope="row">{ for row.keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</th>
                                <td>{ row.does }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
                <table class="keys__table">
                    <caption>{ "Labels" }</caption>
                    <tbody>
                        { for labels.iter().filter_map(|label| {
                            let shortcut = label.shortcut.as_deref()?.to_owned();
                            Some(html! {
                                <tr>
                                    <th scope="row"><kbd>{ shortcut }</kbd></th>
                                    <td>{ label.name.as_ref() }</td>
                                </tr>
                            })
                        }) }
                    </tbody>
                </table>
            </div>
        </Dialog>
    }
}
