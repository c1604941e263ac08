//! The scripting door: requests become the same actions as those of the screen.

use std::rc::Rc;

use yew::Callback;

use super::runtime::{Changed, Runtime};
use crate::app::{Action, FileRead, select, wording};
use crate::formats;
use crate::model::{AnnotationId, LabelKey};
use crate::platform::door::{self, Answer, Door, Event, ExportedFile, FormatLine, Reply, Request};

/// Opens the door; dropping it closes it. A page that has something of that name goes without.
pub fn install(runtime: &Rc<Runtime>) -> Option<Rc<Door>> {
    let on_request = {
        let runtime = runtime.clone();
        move |request, reply| answer(&runtime, request, reply)
    };
    let door = Rc::new(door::install(Rc::new(on_request)).ok()?);
    let watching = door.clone();
    runtime.on_change(Callback::from(move |changed| watching.emit(&event(changed))));
    Some(door)
}

fn event(changed: Changed) -> Event {
    let counted = |revision| u32::try_from(revision).unwrap_or(u32::MAX);
    match changed {
        Changed::Project { article, revision } => {
            Event::Change { article_id: article, revision: counted(revision) }
        }
        Changed::Saved { article, revision } => {
            Event::Saved { article_id: article, revision: counted(revision) }
        }
        Changed::Failed(message) => Event::Error { message },
    }
}

fn answer(runtime: &Rc<Runtime>, request: Request, reply: Reply) {
    match request {
        Request::Project => project(runtime, reply),
        Request::Formats => reply.answer(&Answer::Formats(format_lines())),
        Request::ExportAs { format } => export(runtime, &format, reply),
        Request::Open { name, text, media_type } => {
            let format = media_type.as_deref().map(format_of);
            let bytes = Ok(Rc::from(text.into_bytes()));
            act(runtime, Action::FilesRead(vec![FileRead { name, bytes, format }]), reply, with_id);
        }
        Request::ImportFile { name, bytes, format } => {
            let bytes = Ok(Rc::from(bytes));
            act(runtime, Action::FilesRead(vec![FileRead { name, bytes, format }]), reply, with_id);
        }
        Request::Annotate { spans, label } => {
            let spans = spans.iter().collect();
            let label = LabelKey::new(label);
            act(runtime, Action::Annotated { spans, label }, reply, with_id);
        }
        Request::Remove { id } => {
            if known(runtime, &id) {
                act(runtime, Action::Deleted(Some(id)), reply, |_| Answer::Nothing);
            } else {
                reply.refuse(&format!("There is no tag {id}."));
            }
        }
        Request::Select { id } => {
            act(runtime, Action::AnnotationSelected(id), reply, |_| Answer::Nothing);
        }
        Request::Undo => act(runtime, Action::Undone, reply, |_| Answer::Nothing),
        Request::Redo => act(runtime, Action::Redone, reply, |_| Answer::Nothing),
    }
}

fn act(runtime: &Rc<Runtime>, action: Action, reply: Reply, answer: fn(String) -> Answer) {
    match runtime.dispatch(action) {
        Some(Ok(id)) => reply.answer(&answer(id)),
        Some(Err(why)) => reply.refuse(&why),
        None => reply.refuse(wording::NO_ARTICLE),
    }
}

fn with_id(id: String) -> Answer {
    Answer::Id(id)
}

fn known(runtime: &Rc<Runtime>, id: &AnnotationId) -> bool {
    runtime.state().project().is_some_and(|project| project.annotation(id).is_some())
}

fn project(runtime: &Rc<Runtime>, reply: Reply) {
    let state = runtime.state();
    let Some(project) = state.project() else { return reply.refuse(wording::NO_ARTICLE) };
    let bytes = formats::postil::write(&select::with_names(&state, project));
    reply.answer(&Answer::Json(String::from_utf8_lossy(&bytes).into_owned()));
}

fn export(runtime: &Rc<Runtime>, format: &str, reply: Reply) {
    let state = runtime.state();
    let Some(project) = state.project() else { return reply.refuse(wording::NO_ARTICLE) };
    let named = select::with_names(&state, project);
    match formats::export(format, &named, state.name().map(|name| &**name)) {
        Ok(export) => {
            let files = export.files.into_iter().map(|file| ExportedFile {
                name: file.name,
                media_type: file.media_type.to_owned(),
                bytes: file.bytes,
            });
            let losses = export.losses.iter().map(wording::loss).collect();
            reply.answer(&Answer::Export { files: files.collect(), losses });
        }
        Err(error) => reply.refuse(&error.to_string()),
    }
}

fn format_lines() -> Vec<FormatLine> {
    let lines = formats::formats().iter().map(|format| FormatLine {
        id: format.id.to_owned(),
        name: format.name.to_owned(),
        media_types: format.media_types.iter().map(|&media_type| media_type.to_owned()).collect(),
        import: format.import,
        export: format.export,
    });
    lines.collect()
}

/// The id of the format that a media type names; the type itself where none has it, so that the
/// refusal can name it.
fn format_of(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let known = formats::formats().iter().find(|format| format.media_types.contains(&essence));
    known.map_or_else(|| essence.to_owned(), |format| format.id.to_owned())
}
