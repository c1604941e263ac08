//! What happens in the search box.

use std::rc::Rc;

use crate::app::find::Only;
use crate::model::LabelKey;

/// What happened in the search box or by its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindAction {
    /// The box is asked for.
    Opened,
    /// The focus came into the box.
    Entered,
    /// The focus went elsewhere.
    Left,
    Typed(Rc<str>),
    CaseToggled,
    WholeWordsToggled,
    HelpToggled,
    /// The next or the previous hit.
    Stepped {
        back: bool,
    },
    /// The current hit becomes the selection.
    Taken,
    /// Back to where one was, with an empty box.
    Closed,
    /// Labels are offered for all hits, or no longer.
    TagAllAsked,
    AllTagged(LabelKey),
    OnlyChosen(Only),
}
