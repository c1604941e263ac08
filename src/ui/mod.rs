//! The screen: Yew components that show the state and say what happened.
//!
//! A component decides nothing. State goes down as properties; what happened goes up through the
//! one [`Dispatch`] that never changes.

mod annotation_card;
mod annotation_list;
mod app;
mod article_view;
mod attribute_fields;
mod attribute_rows;
mod bar;
mod card_tools;
mod check_panel;
mod choice;
mod claim_asked;
mod claim_card;
mod claim_fields;
mod claim_questions;
mod command_palette;
mod details_dialog;
mod dialog;
mod dialogs;
mod door;
mod drawn;
mod entity_card;
mod entity_panel;
mod entity_section;
mod evidence_fields;
mod find_box;
mod found;
mod graph_dialog;
mod handle;
mod keys_dialog;
mod kin;
mod label_color;
mod label_editor;
mod label_fields;
mod label_gone;
mod label_list;
mod label_note;
mod label_popover;
mod label_tools;
mod labels_dialog;
mod ledger_dialog;
mod ledger_row;
mod library_dialog;
mod link_bar;
mod link_chips;
mod list_row;
mod many;
mod name_dialog;
mod names_foot;
mod new_label;
mod notices;
mod occurrences;
mod palette;
mod panel_tabs;
mod paste_dialog;
mod picker;
mod pointer;
mod runtime;
mod same_as_dialog;
mod screen;
mod section_view;
mod shell;
mod strip;
mod text_field;
mod verdict_fields;
mod workspace;

pub use annotation_list::{AnnotationList, AnnotationListProps};
pub use app::{App, AppProps, run};
pub use article_view::{ArticleView, ArticleViewProps};
pub use label_popover::{LabelPopover, LabelPopoverProps, PartOffer};
pub use notices::Said;
pub use palette::{Palette, PaletteProps};
pub use screen::{Screen, ScreenProps};
pub use section_view::{SectionView, SectionViewProps};

use crate::app::Action;

/// Where components say what happened. The same callback for the life of the page, so that a
/// context with it never renders anything anew.
pub type Dispatch = yew::Callback<Action>;
