//! Ids of Wikidata, typed or found in a pasted address. Nothing is ever fetched.

use std::rc::Rc;

/// The id in what was typed: `Q1858` itself, or the last part of an address of wikidata.org.
#[must_use]
pub fn wikidata_id(typed: &str) -> Option<Rc<str>> {
    let typed = typed.trim();
    if is_item(typed) {
        return Some(typed.into());
    }
    let path = path_of(typed)?;
    let path = path.split(['?', '#']).next()?;
    // `Special:EntityPage/Q42` and `Special:EntityData/Q42.json` name it, too.
    let last = path.trim_end_matches('/').rsplit(['/', ':']).next()?;
    let last = last.split('.').next()?;
    is_item(last).then(|| last.into())
}

/// The letter Q, and a number without leading zeros.
fn is_item(id: &str) -> bool {
    let Some(number) = id.strip_prefix('Q') else { return false };
    number.starts_with(|c: char| matches!(c, '1'..='9'))
        && number.len() <= 20
        && number.bytes().all(|c| c.is_ascii_digit())
}

/// What stands after the host, if that is wikidata.org.
fn path_of(address: &str) -> Option<&str> {
    let rest = ["https://", "http://"].iter().find_map(|it| address.strip_prefix(it));
    let (host, path) = rest.unwrap_or(address).split_once('/')?;
    let is_host = host == "wikidata.org" || host.ends_with(".wikidata.org");
    is_host.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_taken_from_what_was_typed_or_pasted() {
        for (typed, id) in [
            ("Q1858", Some("Q1858")),
            (" Q1 \n", Some("Q1")),
            ("https://www.wikidata.org/wiki/Q22686", Some("Q22686")),
            ("http://www.wikidata.org/entity/Q22686", Some("Q22686")),
            ("https://m.wikidata.org/wiki/Q22686?uselang=de#P31", Some("Q22686")),
            ("www.wikidata.org/wiki/Special:EntityPage/Q5/", Some("Q5")),
            ("https://www.wikidata.org/wiki/Special:EntityData/Q5.json", Some("Q5")),
            ("wikidata.org/wiki/Q5", Some("Q5")),
            ("", None),
            ("Q", None),
            ("Q0", None),
            ("Q01", None),
            ("q5", None),
            ("P31", None),
            ("Q5x", None),
            ("Q٣", None),
            ("Donald Trump", None),
            ("https://example.org/wiki/Q5", None),
            ("https://evilwikidata.org/wiki/Q5", None),
            ("https://www.wikidata.org/wiki/Property:P31", None),
            ("https://www.wikidata.org", None),
        ] {
            assert_eq!(wikidata_id(typed).as_deref(), id, "{typed}");
        }
    }
}
