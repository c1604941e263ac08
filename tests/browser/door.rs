//! The door for scripts, seen from a script.

use std::cell::RefCell;
use std::rc::Rc;

use postil::model::AnnotationId;
use postil::platform::door::{
    Answer, Door, Event, ExportedFile, FormatLine, Reply, Request, install,
};
use postil::text::{CharOffset, Span, Spans};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::script;

struct Opened {
    door: Door,
    requests: Rc<RefCell<Vec<Request>>>,
}

/// A door behind which `answer` sits.
fn open(answer: impl Fn(&Request, Reply) + 'static) -> Opened {
    let requests = Rc::new(RefCell::new(Vec::new()));
    let noted = requests.clone();
    let on_request = move |request: Request, reply: Reply| {
        answer(&request, reply);
        noted.borrow_mut().push(request);
    };
    Opened { door: install(Rc::new(on_request)).unwrap(), requests }
}

/// What a promise comes to, as JSON, or the error's own words.
async fn awaited(code: &str) -> String {
    let settled = script(&format!(
        "Promise.resolve({code}).then(
            (it) => JSON.stringify(it) ?? 'undefined',
            (error) => error instanceof Error ? error.message : 'not an Error')"
    ));
    let settled = JsFuture::from(js_sys::Promise::from(settled)).await.unwrap();
    settled.as_string().unwrap()
}

fn spans(ends: &[(u32, u32)]) -> Spans {
    let span = |(start, end): &(u32, u32)| Span::new(CharOffset(*start), CharOffset(*end)).unwrap();
    Spans::new(ends.iter().map(span).collect()).unwrap()
}

#[wasm_bindgen_test]
async fn every_call_becomes_a_request() {
    let opened = open(|_, reply| reply.answer(&Answer::Nothing));
    let id = || AnnotationId::new("m7");
    let text = || Some("text/plain".to_owned());
    for (call, request) in [
        ("project()", Request::Project),
        (
            "open({ name: 'a', text: 'b🤝', mediaType: 'text/plain' })",
            Request::Open { name: "a".into(), text: "b🤝".into(), media_type: text() },
        ),
        (
            "open({ name: 'a', text: '' })",
            Request::Open { name: "a".into(), text: String::new(), media_type: None },
        ),
        (
            "annotate({ spans: [{ start: 5, end: 9 }, { start: 0, end: 2 }], label: 'PERSON' })",
            Request::Annotate { spans: spans(&[(0, 2), (5, 9)]), label: "PERSON".into() },
        ),
        (
            "importFile({ name: 'a', bytes: new Uint8Array([0, 255]), format: 'csv' })",
            Request::ImportFile {
                name: "a".into(),
                bytes: vec![0, 255],
                format: Some("csv".into()),
            },
        ),
        (
            "importFile({ name: 'a', bytes: new Uint8Array([7]).buffer })",
            Request::ImportFile { name: "a".into(), bytes: vec![7], format: None },
        ),
        ("remove('m7')", Request::Remove { id: id() }),
        ("select('m7')", Request::Select { id: id() }),
        ("undo()", Request::Undo),
        ("redo()", Request::Redo),
        ("formats()", Request::Formats),
        ("exportAs('conll')", Request::ExportAs { format: "conll".into() }),
    ] {
        assert_eq!(awaited(&format!("postil.{call}")).await, "undefined", "{call}");
        assert_eq!(opened.requests.borrow_mut().pop(), Some(request), "{call}");
    }
}

#[wasm_bindgen_test]
async fn what_has_a_wrong_shape_is_refused_by_name() {
    let opened = open(|_, reply| reply.answer(&Answer::Nothing));
    for (call, words) in [
        ("open()", "open: `argument`: it must be an object"),
        ("open('text')", "open: `argument`: it must be an object"),
        ("open({ name: 'a' })", "open: `text`: it must be a string"),
        ("open({ name: 7, text: '' })", "open: `name`: it must be a string"),
        (
            "annotate({ spans: [{ start: 1.5, end: 2 }], label: 'X' })",
            "annotate: `spans[0].start`: it must be an offset in code points",
        ),
        (
            "annotate({ spans: [{ start: 1, end: -2 }], label: 'X' })",
            "annotate: `spans[0].end`: it must be an offset in code points",
        ),
        (
            "annotate({ spans: [{ start: 0, end: 1 }, { start: 3 }], label: 'X' })",
            "annotate: `spans[1].end`: it must be an offset in code points",
        ),
        (
            "annotate({ spans: [{ start: 3, end: 3 }], label: 'X' })",
            "annotate: `spans[0]`: end 3 does not come after start 3",
        ),
        ("annotate({ spans: [], label: 'X' })", "annotate: `spans`: no span"),
        (
            "annotate({ spans: [{ start: 0, end: 2 }, { start: 1, end: 3 }], label: 'X' })",
            "annotate: `spans`: spans 0..2 and 1..3 overlap",
        ),
        ("annotate({ spans: [{ start: 0, end: 2 }] })", "annotate: `label`: it must be a string"),
        (
            "importFile({ name: 'a', bytes: 'text' })",
            "importFile: `bytes`: it must be a Uint8Array or an ArrayBuffer",
        ),
        ("remove()", "remove: `id`: it must be a string"),
        ("exportAs({})", "exportAs: `id`: it must be a string"),
        ("on('click', () => {})", "on: `event`: it must be one of change, saved, error"),
        ("on('change')", "on: `callback`: it must be a function"),
    ] {
        assert_eq!(awaited(&format!("postil.{call}")).await, words, "{call}");
    }
    assert_eq!(*opened.requests.borrow(), []);
}

#[wasm_bindgen_test]
async fn answers_are_plain_objects() {
    let opened = open(|request, reply| match request {
        Request::Project => reply.answer(&Answer::Json("{\"n\": 1, \"list\": [null]}".into())),
        Request::Annotate { .. } => reply.answer(&Answer::Id("m1".into())),
        Request::Formats => reply.answer(&Answer::Formats(vec![FormatLine {
            id: "csv".into(),
            name: "CSV".into(),
            media_types: vec!["text/csv".into()],
            import: true,
            export: false,
        }])),
        Request::ExportAs { .. } => reply.answer(&Answer::Export {
            files: vec![ExportedFile {
                name: "a.csv".into(),
                media_type: "text/csv".into(),
                bytes: vec![0, 255],
            }],
            losses: vec!["Links are left out".into()],
        }),
        Request::Undo => reply.refuse("there is nothing to undo"),
        Request::Redo => reply.answer(&Answer::Json("{broken".into())),
        _ => drop(reply),
    });
    for (call, answer) in [
        ("postil.project()", r#"{"n":1,"list":[null]}"#),
        ("postil.annotate({ spans: [{ start: 0, end: 1 }], label: 'X' })", r#"{"id":"m1"}"#),
        (
            "postil.formats()",
            r#"[{"id":"csv","name":"CSV","mediaTypes":["text/csv"],"import":true,"export":false}]"#,
        ),
        (
            "postil.exportAs('csv').then((it) => [it.files[0].bytes instanceof Uint8Array, it])",
            r#"[true,{"files":[{"name":"a.csv","mediaType":"text/csv","bytes":{"0":0,"1":255}}],"losses":["Links are left out"]}]"#,
        ),
        ("postil.undo()", "there is nothing to undo"),
        ("postil.select('m1')", "postil gave no answer"),
    ] {
        assert_eq!(awaited(call).await, answer, "{call}");
    }
    assert!(awaited("postil.redo()").await.contains("JSON"));
    drop(opened);
}

#[wasm_bindgen_test]
async fn events_reach_who_asked_for_them() {
    let opened = open(|_, reply| reply.answer(&Answer::Nothing));
    script("globalThis.heard = []");
    for event in ["change", "saved", "error"] {
        awaited(&format!(
            "postil.on('{event}', (it) => heard.push(['{event}', it])).then((off) => {{ globalThis.off = off; }})"
        ))
        .await;
    }
    awaited("postil.on('change', () => { throw new Error('a script of somebody'); })").await;
    let tell = || {
        opened.door.emit(&Event::Change { article_id: "d1".into(), revision: 7 });
        opened.door.emit(&Event::Error { message: "no".into() });
    };
    tell();
    assert_eq!(script("heard.length").as_f64(), Some(0.0), "called in the midst of things");
    awaited("new Promise((resolve) => setTimeout(resolve, 0))").await;
    let all = r#"[["change",{"articleId":"d1","revision":7}],["error",{"message":"no"}]]"#;
    assert_eq!(awaited("heard").await, all);
    script("off(); heard = []");
    tell();
    awaited("new Promise((resolve) => setTimeout(resolve, 0))").await;
    assert_eq!(awaited("heard.length").await, "1", "it still hears of errors");
}

#[wasm_bindgen_test]
async fn scripts_cannot_bend_the_door() {
    let opened = open(|_, reply| reply.answer(&Answer::Nothing));
    assert_eq!(awaited("Object.isFrozen(postil)").await, "true");
    assert_eq!(awaited("Reflect.set(window, 'postil', 1)").await, "false");
    assert_eq!(awaited("Reflect.set(postil, 'undo', null)").await, "false");
    let version = format!("\"{}\"", env!("CARGO_PKG_VERSION"));
    assert_eq!(awaited("postil.version").await, version);
    assert_eq!(awaited("postil.undo()").await, "undefined");
    drop(opened);
    assert_eq!(awaited("typeof postil").await, "\"undefined\"");
}
