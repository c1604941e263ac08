//! The reporting words of a claim: what is offered before a person marks them.

use super::Article;
use super::attribution::{gap, quotations_near, sentences_of};
use super::reporting::reporting_words;
use crate::text::{Span, Spans};

/// The reporting words that most likely introduce a claim: those of its sentence that are nearest
/// to it, outside it if there are any.
///
/// - `[All is well], Sanders ⟦said⟧.`
/// - `[He ⟦called⟧ it good].`
/// - `"[She said no], they add", he ⟦told⟧ us.`, never what stands within the same quotation
#[must_use]
pub fn propose_cue(article: &Article, claim: &Spans) -> Option<Span> {
    let mut quoted = quotations_near(article, claim);
    quoted.retain(|pair| claim.iter().any(|span| pair.covers(span)));
    let mut best: Option<((bool, u32), Span)> = None;
    for sentence in sentences_of(article, claim) {
        let words = article.text.slice(sentence);
        for found in reporting_words(words) {
            let count = |part: Option<&str>| {
                u32::try_from(part.unwrap_or_default().chars().count()).unwrap_or(u32::MAX)
            };
            let start = sentence.start().plus(count(words.get(..found.start)));
            let end = start.plus(count(words.get(found)));
            let Ok(span) = Span::new(start, end) else { continue };
            let within = claim.iter().any(|it| it.overlaps(span));
            let far = claim.iter().map(|it| gap(it, span)).min().unwrap_or(u32::MAX);
            let is_nearer = best.is_none_or(|(nearest, _)| (within, far) < nearest);
            if is_nearer && !quoted.iter().any(|pair| pair.covers(span)) {
                best = Some(((within, far), span));
            }
        }
    }
    best.map(|(_, span)| span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::marked;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let (project, spans) = marked(text);
        let found = propose_cue(&project.article, &Spans::new(spans).unwrap());
        assert_eq!(found.map(|span| project.article.text.slice(span)), expected, "{text}");
    }

    #[test]
    fn the_nearest_reporting_words_of_the_sentence_are_offered() {
        check("«All is well»", None);
        check("«All is well», Sanders said.", Some("said"));
        check("He added, as she said, that «all is well».", Some("said"));
        check("According to him, «all is well».", Some("According to"));
        check("«All is well», according  to him.", Some("according  to"));
        check("🤝 Er told uns: «👩‍👩‍👧 alles» gut", Some("told"));
        check("He said no. «All is well.» We told you.", None);
        check("He said:\n«all is well»", None);
    }

    #[test]
    fn words_outside_the_claim_come_first_and_exact_words_report_nothing() {
        check("«He called it, he said, good».", Some("said"));
        check("«He said no», they told us.", Some("told"));
        check("“«She said no»”, he told us.", Some("told"));
        check("“«She said no», they say”, he told us.", Some("told"));
        check("“«She said no»”, he thinks.", None);
        check("«He “said no”», they told us.", Some("told"));
        check("“«All,»” he said, “[she told us].”", Some("said"));
    }
}
