//! The screen: Yew components that show the state and say what happened.
//!
//! A component decides nothing. State goes down as properties; what happened goes up through the
//! one [`Dispatch`] that never changes.

mod annotation_card;
mod annotation_list;
mod app;
mod article_view;
mod bar;
mod choice;
mod claim_fields;
mod claim_questions;
mod command_palette;
mod details_dialog;
mod dialog;
mod door;
mod keys_dialog;
mod label_popover;
mod library_dialog;
mod name_dialog;
mod notices;
mod palette;
mod paste_dialog;
mod pointer;
mod runtime;
mod screen;
mod section_view;
mod shell;
mod strip;
mod workspace;

pub use annotation_list::{AnnotationList, AnnotationListProps};
pub use app::{App, AppProps, run};
pub use article_view::{ArticleView, ArticleViewProps};
pub use label_popover::{LabelPopover, LabelPopoverProps};
pub use notices::Said;
pub use palette::{Palette, PaletteProps};
pub use screen::{Screen, ScreenProps};
pub use section_view::{SectionView, SectionViewProps};

use crate::app::Action;

/// Where components say what happened. The same callback for the life of the page, so that a
/// context with it never renders anything anew.
pub type Dispatch = yew::Callback<Action>;
