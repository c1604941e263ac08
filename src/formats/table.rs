//! A table for the clipboard: as HTML for documents, as text with tabs for spreadsheets.
//!
//! Both are strings for other programs; nothing here is ever parsed.

/// A table as HTML, its first row the heads of its columns.
#[must_use]
pub fn html_table(rows: &[Vec<String>]) -> String {
    let mut html = String::from("<table>");
    for (place, row) in rows.iter().enumerate() {
        let tag = if place == 0 { "th" } else { "td" };
        html.push_str("<tr>");
        for cell in row {
            for part in ["<", tag, ">"] {
                html.push_str(part);
            }
            escape(cell, &mut html);
            for part in ["</", tag, ">"] {
                html.push_str(part);
            }
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' => html.push_str("<br>"),
            other => html.push(other),
        }
    }
}

/// A table as lines of cells parted by tabs.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
#[must_use]
pub fn tabbed(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if 0 < place {
                text.push('\t');
            }
            if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                text.push('\'');
            }
            let is_break = |c: char| c == '\t' || c == '\n' || c == '\r';
            text.extend(cell.chars().map(|c| if is_break(c) { ' ' } else { c }));
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, html: &str, text: &str) {
        let rows = [vec!["Who".to_owned(), "What".into()], vec![cell.into(), "x".into()]];
        let expected = [
            "<table><tr><th>Who</th><th>What</th></tr><tr><td>",
            html,
            "</td><td>x</td></tr></table>",
        ];
        assert_eq!(html_table(&rows), expected.concat(), "{cell:?}");
        assert_eq!(tabbed(&rows), ["Who\tWhat\n", text, "\tx\n"].concat(), "{cell:?}");
    }

    #[test]
    fn cells_are_words_and_nothing_else() {
        check("", "", "");
        check("🤝 שלום", "🤝 שלום", "🤝 שלום");
        check(
            "<b onclick=\"x\">&amp;'",
            "&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&#39;",
            "<b onclick=\"x\">&amp;'",
        );
        check("=1+1", "=1+1", "'=1+1");
        check("-2", "-2", "'-2");
        check("+49", "+49", "'+49");
        check("@SUM(A1)", "@SUM(A1)", "'@SUM(A1)");
        check("a=1", "a=1", "a=1");
        check("one\ntwo\tthree\r", "one<br>two\tthree\r", "one two three ");
        check("\t=1", "\t=1", "' =1");
    }
}
