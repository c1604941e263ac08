//! Files that are read, chosen and handed out.

use std::cell::RefCell;
use std::rc::Rc;

use postil::platform::files::{
    MOST_BYTES, ReadFault, download, files_in, pick_file, pick_files, read_files,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{File, FileList};

use crate::stage::script;

fn files(code: &str) -> Vec<File> {
    let list: FileList = script(&format!(
        "(() => {{ const all = new DataTransfer(); for (const it of {code}) all.items.add(it); return all.files; }})()"
    ))
    .unchecked_into();
    files_in(Some(&list))
}

#[wasm_bindgen_test]
async fn files_are_read_byte_by_byte_in_order() {
    let read = read_files(files(
        "[new File([new Uint8Array([0, 255, 13, 10])], 'b.bin'), new File(['a'], 'a.txt', { type: 'text/plain' })]",
    ))
    .await;
    assert_eq!(read[0].name, "b.bin");
    assert_eq!(read[0].bytes, Ok(vec![0, 255, 13, 10]));
    assert_eq!((read[1].name.as_str(), read[1].media_type.as_str()), ("a.txt", "text/plain"));
    assert_eq!(read[1].bytes, Ok(b"a".to_vec()));
}

#[wasm_bindgen_test]
async fn one_file_that_cannot_be_read_does_not_harm_the_others() {
    let files = files("['large', 'gone', 'fine'].map((name) => new File([name], name))");
    for (idx, property) in [
        (0, format!("size: {{ value: {} }}", MOST_BYTES + 1)),
        (1, "arrayBuffer: { value: () => Promise.reject(new DOMException('it is gone')) }".into()),
    ] {
        let change = script(&format!("(file) => Object.defineProperties(file, {{ {property} }})"));
        let change: js_sys::Function = change.unchecked_into();
        change.call1(&wasm_bindgen::JsValue::NULL, &files[idx]).unwrap();
    }
    let read = read_files(files).await;
    assert_eq!(read[0].bytes, Err(ReadFault::TooLarge { bytes: MOST_BYTES + 1 }));
    assert_eq!(read[1].bytes, Err(ReadFault::Unreadable("it is gone".to_owned())));
    assert_eq!(read[2].bytes, Ok(b"fine".to_vec()));
}

#[wasm_bindgen_test]
async fn a_download_has_its_name_type_and_bytes() {
    script(
        "globalThis.keptClick = HTMLAnchorElement.prototype.click;
         HTMLAnchorElement.prototype.click = function () {
             globalThis.clicked = fetch(this.href).then(async (it) =>
                 [this.download, it.headers.get('content-type'), ...new Uint8Array(await it.arrayBuffer())].join(' '));
         };",
    );
    download("a b.json", "application/json", &[0, 128, 10]).unwrap();
    script("HTMLAnchorElement.prototype.click = keptClick");
    let got = JsFuture::from(js_sys::Promise::from(script("clicked"))).await.unwrap();
    assert_eq!(got.as_string().as_deref(), Some("a b.json application/json 0 128 10"));
}

/// What the person does in the dialog.
fn in_dialog(act: &str) {
    script(&format!(
        "HTMLInputElement.prototype.click = function () {{
             globalThis.asked = [this.type, this.accept, this.multiple].join(' ');
             const all = new DataTransfer();
             {act}
         }};"
    ));
}

#[wasm_bindgen_test]
async fn chosen_files_arrive_and_none_if_none_is_chosen() {
    script("globalThis.keptClick = HTMLInputElement.prototype.click");
    let names = Rc::new(RefCell::new(Vec::new()));
    let note = || {
        let names = names.clone();
        move |files: Vec<File>| names.borrow_mut().extend(files.iter().map(File::name))
    };
    in_dialog(
        "all.items.add(new File([], 'a')); all.items.add(new File([], 'b'));
         this.files = all.files; this.dispatchEvent(new Event('change'));",
    );
    pick_files(".json,text/plain", note());
    settled().await;
    assert_eq!(script("asked").as_string().as_deref(), Some("file .json,text/plain true"));
    assert_eq!(*names.borrow(), ["a", "b"]);
    in_dialog("this.dispatchEvent(new Event('cancel'));");
    let one = note();
    pick_file(".zip", move |file| one(vec![file]));
    assert_eq!(Rc::strong_count(&names), 2);
    settled().await;
    assert_eq!(script("asked").as_string().as_deref(), Some("file .zip false"));
    assert_eq!(names.borrow().len(), 2);
    assert_eq!(Rc::strong_count(&names), 1, "what waited for the files is let go");
    script("HTMLInputElement.prototype.click = keptClick");
}

/// All that was due has run.
async fn settled() {
    let turn = script("new Promise((resolve) => setTimeout(resolve, 0))");
    JsFuture::from(js_sys::Promise::from(turn)).await.unwrap();
}
