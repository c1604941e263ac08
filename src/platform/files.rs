//! Files that the person gives or takes.

use std::fmt;

use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, HtmlInputElement, Response, Url,
    console,
};

/// More than this is not read: the program's memory never shrinks again.
pub const MOST_BYTES: u64 = 200_000_000;

/// How long a download may take to begin before its bytes are let go.
const KEPT_MS: u32 = 60_000;

/// A file and what came of reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFile {
    pub name: String,
    /// As the browser guesses it from the name; often empty.
    pub media_type: String,
    pub bytes: Result<Vec<u8>, ReadFault>,
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFault {
    TooLarge {
        bytes: u64,
    },
    /// The browser's own words. A folder that is dropped fails like this, too.
    Unreadable(String),
}

impl fmt::Display for ReadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadFault::TooLarge { bytes } => write!(f, "{bytes} bytes are too many"),
            ReadFault::Unreadable(reason) => write!(f, "unreadable: {reason}"),
        }
    }
}

impl std::error::Error for ReadFault {}

/// Reads files one after another, in their order.
pub async fn read_files(files: Vec<File>) -> Vec<ReadFile> {
    let mut read = Vec::with_capacity(files.len());
    for file in files {
        let bytes = bytes_of(&file).await;
        read.push(ReadFile { name: file.name(), media_type: file.type_(), bytes });
    }
    read
}

/// Reads a file that stands beside the page, by its name.
pub async fn read_beside(name: &str) -> ReadFile {
    let bytes = fetched(name).await.map_err(|error| ReadFault::Unreadable(words(&error)));
    ReadFile { name: name.to_owned(), media_type: String::new(), bytes }
}

async fn fetched(name: &str) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let answer: Response = JsFuture::from(window.fetch_with_str(name)).await?.dyn_into()?;
    if !answer.ok() {
        return Err(answer.status_text().into());
    }
    let buffer = JsFuture::from(answer.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Hands the person a file.
///
/// # Errors
/// The browser's reason for refusing it.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), String> {
    start_download(name, media_type, bytes).map_err(|reason| words(&reason))
}

/// Lets the person choose one file of the kinds in `accept`, such as `.json,text/plain`.
pub fn pick_file(accept: &str, on_picked: impl FnOnce(File) + 'static) {
    if let Some(input) = file_input(accept) {
        pick(input, |files| {
            if let Some(file) = files.into_iter().next() {
                on_picked(file);
            }
        });
    }
}

/// Lets the person choose files. Nothing is called if they choose none.
pub fn pick_files(accept: &str, on_picked: impl FnOnce(Vec<File>) + 'static) {
    if let Some(input) = file_input(accept) {
        input.set_multiple(true);
        pick(input, on_picked);
    }
}

/// The files of a list, which a later event empties.
#[must_use]
pub fn files_in(list: Option<&FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|idx| list.item(idx)).collect()
}

async fn bytes_of(file: &File) -> Result<Vec<u8>, ReadFault> {
    let bytes = file.size() as u64;
    if MOST_BYTES < bytes {
        return Err(ReadFault::TooLarge { bytes });
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
        Err(reason) => Err(ReadFault::Unreadable(words(&reason))),
    }
}

fn start_download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or("no document")?;
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let link: HtmlAnchorElement =
        document.create_element("a")?.dyn_into().map_err(JsValue::from)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    spawn_local(async move {
        TimeoutFuture::new(KEPT_MS).await;
        if let Err(reason) = Url::revoke_object_url(&url) {
            console::warn_1(&reason);
        }
    });
    Ok(())
}

fn file_input(accept: &str) -> Option<HtmlInputElement> {
    let document = web_sys::window()?.document()?;
    let input: HtmlInputElement = document.create_element("input").ok()?.dyn_into().ok()?;
    input.set_type("file");
    input.set_accept(accept);
    Some(input)
}

/// Asks in the same turn: a browser opens the dialog only while it handles a gesture.
fn pick(input: HtmlInputElement, on_picked: impl FnOnce(Vec<File>) + 'static) {
    let mut listeners = Vec::new();
    let decided = Promise::new(&mut |resolve, _| {
        for event in ["change", "cancel"] {
            let resolve = resolve.clone();
            listeners.push(EventListener::once(&input, event, move |_| {
                // A function that settles a promise throws nothing.
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }));
        }
    });
    input.click();
    spawn_local(async move {
        let _ = JsFuture::from(decided).await;
        drop(listeners);
        let files = files_in(input.files().as_ref());
        if !files.is_empty() {
            on_picked(files);
        }
    });
}

/// What the browser says of a failure.
pub(super) fn words(reason: &JsValue) -> String {
    match reason.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => reason.as_string().unwrap_or_else(|| format!("{reason:?}")),
    }
}
