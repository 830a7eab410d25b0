//! Links to files elsewhere that do not give their kind and size.
//!
//! The site writes the kind and size of its own files itself. Those of other files only the author knows.

use super::Subject;
use crate::corpus::{LinkTarget, resolve};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::japanese::folded;
use crate::policy::plain_text;

/// Suffixes of files that are no web pages, and what people call them.
const FORMATS: [(&str, &[&str]); 10] = [
    ("pdf", &["pdf"]),
    ("doc", &["word", "ワード", "doc"]),
    ("docx", &["word", "ワード", "docx"]),
    ("xls", &["excel", "エクセル", "xls"]),
    ("xlsx", &["excel", "エクセル", "xlsx"]),
    ("ppt", &["powerpoint", "パワーポイント", "ppt"]),
    ("pptx", &["powerpoint", "パワーポイント", "pptx"]),
    ("csv", &["csv"]),
    ("zip", &["zip"]),
    ("jtd", &["一太郎", "jtd"]),
];

const UNITS: [&str; 7] = ["kb", "mb", "gb", "kib", "mib", "キロバイト", "メガバイト"];

/// How far behind a link its size may stand, in bytes.
const BESIDE: usize = 90;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    subject.document.body.each_link(|link| {
        let Some((suffix, names)) = format_of(&link.destination) else { return };
        if resolve(subject.corpus, &subject.document.id, &link.destination) != LinkTarget::External {
            return;
        }
        let beside = subject.document.source.text.get(link.range.end..).unwrap_or_default();
        let told = format!("{}{}", plain_text(&link.text), in_brackets(beside));
        let told = folded(&told).to_lowercase();
        if !(names.iter().any(|name| told.contains(name)) && tells_size(&told)) {
            found.push(subject.at(&link.range, catalogue::file_size(&suffix.to_ascii_uppercase())));
        }
    });
}

/// The suffix of a destination that is a file, and its names.
fn format_of(destination: &str) -> Option<(&'static str, &'static [&'static str])> {
    let path = destination.split(['?', '#']).next().unwrap_or_default();
    let (_, suffix) = path.rsplit_once('.')?;
    FORMATS.iter().find(|(known, _)| suffix.eq_ignore_ascii_case(known)).map(|(known, names)| (*known, *names))
}

/// The text in brackets directly behind a link.
fn in_brackets(text: &str) -> &str {
    let rest = text.trim_start_matches([' ', '\u{3000}']);
    if !rest.starts_with(['（', '(', '[', '［']) {
        return "";
    }
    let end = rest.find(['）', ')', ']', '］', '\n']).unwrap_or(rest.len());
    rest.get(..end).filter(|inside| inside.len() <= BESIDE).unwrap_or_default()
}

/// `1.2MB`, `980 KB`: a number directly before a unit.
fn tells_size(text: &str) -> bool {
    UNITS.iter().any(|unit| {
        text.match_indices(unit).any(|(at, _)| text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn a_link_to_a_file_elsewhere_needs_its_kind_and_size() {
        for (text, expected) in [
            ("[計画](https://www.example.go.jp/keikaku.pdf)", &["r8/a.md:6 file-size"][..]),
            ("[計画（PDF）](https://www.example.go.jp/keikaku.pdf)", &["r8/a.md:6 file-size"]),
            ("[計画（1.2MB）](https://www.example.go.jp/keikaku.pdf#page=3)", &["r8/a.md:6 file-size"]),
            ("[様式](https://www.example.go.jp/YOSHIKI.XLSX?v=2)", &["r8/a.md:6 file-size"]),
            // Not reported.
            ("[計画（PDF、1.2MB）](https://www.example.go.jp/keikaku.pdf)", &[]),
            ("[計画（ＰＤＦ：９８０ＫＢ）](https://www.example.go.jp/keikaku.pdf)", &[]),
            ("[計画](https://www.example.go.jp/keikaku.pdf)（PDF形式、1,234キロバイト）", &[]),
            ("[様式（エクセル 30KB）](https://www.example.go.jp/yoshiki.xlsx)", &[]),
            ("[計画のページ](https://www.example.go.jp/keikaku.html)", &[]),
            ("[PDFについて](https://www.example.go.jp/pdf/)", &[]),
            ("[手引](tebiki.xlsx)", &[]),
        ] {
            let text = file("", text);
            assert_eq!(check_site(&[("r8/a.md", &text), ("r8/tebiki.xlsx", "")]), expected, "{text}");
        }
    }
}
