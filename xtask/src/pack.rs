//! What trunk has built, made ready to be shipped: the program in two parts, names that nobody reads
//! shortened, one style sheet, scripts and page without comments.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome, While};
use crate::module::Module;
use crate::shrink::{self, Language, shortened};
use crate::split::{self, Parts, Plan, short_name};
use crate::{later, order, project};

/// How the import that brings the second part is called in `src/platform/parts.rs`.
const SUMMON: &str = "needLater";

pub fn pack(dist: &Path) -> Outcome {
    let index = dist.join("index.html");
    let page = read(&index)?;
    let page = program(dist, &page)?;
    write(&index, shrink::html(&one_style_sheet(dist, &page)?).as_bytes())?;
    for name in ["boot.js", "rescue.js", "durable.js", "log_worker.js"] {
        let script = dist.join(name);
        let text = shortened(&read(&script)?, Language::JavaScript)?;
        write(&script, text.as_bytes())?;
    }
    Ok(())
}

/// Parts the program in two, and shortens the names that it shares with its script. Both parts and
/// the script get a common new name, so that no cache can put those of two builds together.
fn program(dist: &Path, page: &str) -> Outcome<String> {
    let address = attribute(page, "data-wasm")?;
    let wasm = place(dist, address);
    let js = place(dist, attribute(page, "data-js")?);
    let bytes = fs::read(&wasm).during(format_args!("reading {}", wasm.display()))?;
    let module = Module::parse(&bytes)?;
    let (parts, rename) = part(&module)?;
    let script = shrink::renamed(&read(&js)?, |word| rename.get(word).cloned());
    let script = shortened(&script, Language::JavaScript)?;

    let stem = wasm.file_name().and_then(|name| name.to_str()?.strip_suffix("_bg.wasm"));
    let stem =
        stem.ok_or_else(|| Failure::new(format!("the program has a strange name: {address}")))?;
    let new = format!("postil-{}", hash(&(&parts.first, &parts.later, &script)));
    for file in [&wasm, &js] {
        fs::remove_file(file).during(format_args!("removing {}", file.display()))?;
    }
    write(&dist.join(format!("{new}_bg.wasm")), &parts.first)?;
    write(&dist.join(format!("{new}_later.wasm")), &parts.later)?;
    write(&dist.join(format!("{new}.js")), script.replace(stem, &new).as_bytes())?;
    let old = format!("data-wasm=\"{address}\"");
    let later = address.replace("_bg.wasm", "_later.wasm");
    Ok(page.replace(&old, &format!("{old} data-later=\"{later}\"")).replace(stem, &new))
}

fn part(module: &Module<'_>) -> Outcome<(Parts, HashMap<String, String>)> {
    let later = later::later(module)?;
    let rename = short_names(module);
    let summon = module.imports.iter().position(|import| import.name.contains(SUMMON));
    let Some(summon) = summon else {
        return Err(Failure::new(format!("the program has no import `{SUMMON}`")));
    };
    let order = order::by_likeness(module);
    let plan = Plan { later: &later, summon: summon as u32, order: &order, rename: &rename };
    let parts = split::split(module, &plan)?;
    report(module, &plan, &parts)?;
    Ok((parts, rename))
}

fn hash(content: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// A list for whoever looks for what else could come later, or is needed too early.
fn report(module: &Module<'_>, plan: &Plan<'_>, parts: &Parts) -> Outcome {
    let mut lines = Vec::new();
    for function in module.imported_functions()..module.functions() {
        let size = module.body(function).map_or(0, |body| body.as_bytes().len());
        let place = match (parts.places.get(&function), plan.later.contains(&function)) {
            (Some(place), _) => format!("later at {place}"),
            (None, true) => "later".to_owned(),
            (None, false) => "first".to_owned(),
        };
        let name = module.names.get(&function).copied().unwrap_or("?");
        lines.push((size, format!("{size:>6} {place:<14} {name}\n")));
    }
    lines.sort();
    fs::create_dir_all(project::logs()).during("making a folder")?;
    let text: String = lines.into_iter().rev().map(|(_, line)| line).collect();
    write(&project::logs().join("functions.txt"), text.as_bytes())
}

/// What `wasm-bindgen` has given a name that ends in 16 digits of a hash.
fn short_names(module: &Module<'_>) -> HashMap<String, String> {
    let imports = module.imports.iter().map(|import| import.name);
    let exports = module.exports.iter().map(|export| export.name);
    let is_hash = |letter: char| letter.is_ascii_hexdigit() && !letter.is_ascii_uppercase();
    let is_long = |name: &&str| {
        let (start, hash) = name.split_at(name.len().saturating_sub(16));
        hash.len() == 16 && hash.chars().all(is_hash) && start.ends_with(['_', 'h'])
    };
    let names = imports.chain(exports).filter(is_long);
    (0..).zip(names).map(|(i, name)| (name.to_owned(), format!("${}", short_name(i)))).collect()
}

/// All style sheets of the page in one, in their order.
fn one_style_sheet(dist: &Path, page: &str) -> Outcome<String> {
    let mut out = String::new();
    let mut css = String::new();
    let mut rest = page;
    let mut at = None;
    while let Some((before, link)) = rest.split_once("<link rel=\"stylesheet\"") {
        let (link, after) =
            link.split_once('>').ok_or_else(|| Failure::new("a link does not end"))?;
        out.push_str(before);
        let file = place(dist, attribute(link, "href")?);
        at.get_or_insert((out.len(), attribute(link, "href")?));
        css.push_str(&shortened(&read(&file)?, Language::Css)?);
        fs::remove_file(&file).during(format_args!("removing {}", file.display()))?;
        rest = after;
    }
    out.push_str(rest);
    let Some((at, href)) = at else { return Ok(out) };
    let name = format!("postil-{}.css", hash(&css));
    write(&dist.join(&name), css.as_bytes())?;
    let folder = &href[..href.rfind('/').map_or(0, |slash| slash + 1)];
    out.insert_str(at, &format!("<link rel=\"stylesheet\" href=\"{folder}{name}\">"));
    Ok(out)
}

fn attribute<'a>(text: &'a str, name: &str) -> Outcome<&'a str> {
    let found = text.split_once(&format!("{name}=\"")).and_then(|(_, value)| value.split_once('"'));
    found
        .map(|(value, _)| value)
        .ok_or_else(|| Failure::new(format!("the built page has no `{name}`")))
}

/// The file behind an address of the page, which may begin with where it is published.
fn place(dist: &Path, address: &str) -> PathBuf {
    dist.join(address.rsplit_once('/').map_or(address, |(_, name)| name))
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).during(format_args!("reading {}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes).during(format_args!("writing {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheets_of_a_page_become_one() {
        let dist = std::env::temp_dir().join(format!("postil-pack-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        fs::write(dist.join("a.css"), "a { b: c; }\n").unwrap();
        fs::write(dist.join("d.css"), "d { e: f; }\n").unwrap();
        let page = "<x><link rel=\"stylesheet\" href=\"/y/a.css\" integrity=\"z\"/>\n<link rel=\"stylesheet\" href=\"/y/d.css\"/><x>";
        let made = one_style_sheet(&dist, page).unwrap();
        let files: Vec<_> = fs::read_dir(&dist).unwrap().map(|it| it.unwrap().path()).collect();
        let css = fs::read_to_string(&files[0]).unwrap();
        let name = files[0].file_name().unwrap().to_str().unwrap().to_owned();
        fs::remove_dir_all(&dist).unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(css, "a{b:c}d{e:f}");
        assert_eq!(made, format!("<x><link rel=\"stylesheet\" href=\"/y/{name}\">\n<x>"));
    }
}
