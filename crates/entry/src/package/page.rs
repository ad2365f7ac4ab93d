//! `essay.html`: the essay as a page to read and to print, with its photographed pages. It opens without a network, beside the other files.
//!
//! Neither the entrant's name nor anything else of the form stands on it, so that it can be given to judges.

use super::text::lines;

/// What stands on the page around the essay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The language of the essay: `zh-Hans`.
    pub language: String,
    /// What is said of the entry, as label and value, in the words of the interface: contest, group, length, time.
    pub facts: Vec<(String, String)>,
    /// What a photographed page is called; its number follows: "第 1 页" needs "页".
    pub photo: String,
}

const STYLE: &str = "body{max-width:40em;margin:2em auto;padding:0 1em;font:1.125rem/1.9 serif;overflow-wrap:break-word}\
h1{font-size:1.4em;text-align:center}p{margin:0;min-height:1.9em;text-indent:2em;white-space:pre-wrap}\
dl{display:grid;grid-template-columns:auto 1fr;gap:0 1em;font-size:.85em;border-bottom:1px solid}dd{margin:0}\
figure{margin:2em 0;break-inside:avoid}img{max-width:100%;max-height:95vh}\
@media print{body{max-width:none;margin:0;padding:0}}";

/// The page of an essay; `photos` are addresses relative to the page.
#[must_use]
pub fn write(page: &Page, title: &str, essay: Option<&str>, photos: &[String]) -> String {
    let fact = |(label, value): &(String, String)| format!("<dt>{}</dt><dd>{}</dd>\n", escaped(label), escaped(value));
    let facts: String = page.facts.iter().map(fact).collect();
    let paragraphs: String = essay.map(paragraphs).unwrap_or_default();
    let photo = |(number, address): (usize, &String)| {
        let label = format!("{} {number}", escaped(&page.photo));
        format!("<figure><img src=\"{}\" alt=\"{label}\"><figcaption>{label}</figcaption></figure>\n", escaped(address))
    };
    let photos: String = (1..).zip(photos).map(photo).collect();
    let (language, title) = (escaped(&page.language), escaped(title));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n<main>\n<h1>{title}</h1>\n<dl>\n{facts}</dl>\n{paragraphs}{photos}</main>\n</body>\n</html>\n"
    )
}

/// Each line is a paragraph, as pupils write; the page indents it, so what the pupil put there goes.
fn paragraphs(essay: &str) -> String {
    let essay = lines(essay);
    let lines = essay.trim_matches('\n').split('\n');
    lines.map(|line| format!("<p>{}</p>\n", escaped(line.trim()))).collect()
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            '\'' => safe += "&#39;",
            c if c.is_control() => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{Page, write};

    #[test]
    fn nothing_that_a_pupil_writes_becomes_markup() {
        let bad = "</p><script>alert(\"1\" & '2')</script>\u{0}";
        let page =
            Page { language: bad.to_owned(), facts: vec![(bad.to_owned(), bad.to_owned())], photo: bad.to_owned() };
        let html = write(&page, bad, Some(bad), &[bad.to_owned()]);
        assert!(!html.contains("<script") && !html.contains('\'') && !html.contains('\0'), "{html}");
        assert_eq!(html.matches("</p>").count(), 1);
        assert_eq!(html.matches('"').count(), 12);
    }

    #[test]
    fn a_line_is_a_paragraph_and_an_empty_one_keeps_its_room() {
        let html = write(&Page::default(), "门", Some("\n　　第一段\r\n\r\n  第二段\n"), &[]);
        assert!(html.contains("<h1>门</h1>"));
        assert!(html.contains("</dl>\n<p>第一段</p>\n<p></p>\n<p>第二段</p>\n</main>"), "{html}");
    }
}
