//! Link texts that do not say where the link leads.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::japanese::squeezed;
use crate::policy::plain_text;

/// Folded for comparison: NFKC, small letters, without spaces and marks around them.
const VAGUE: [&str; 28] = [
    "ここ",
    "こちら",
    "こちらへ",
    "こちらから",
    "こちらをご覧ください",
    "こちらをクリック",
    "ここをクリック",
    "クリック",
    "クリックしてください",
    "詳細",
    "詳細はこちら",
    "詳しく",
    "詳しくはこちら",
    "くわしくはこちら",
    "もっと見る",
    "もっと詳しく",
    "続きを読む",
    "続き",
    "リンク",
    "リンクはこちら",
    "リンク先",
    "here",
    "clickhere",
    "more",
    "readmore",
    "seemore",
    "details",
    "link",
];

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    subject.document.body.each_link(|link| {
        let text = plain_text(&link.text);
        let finding = if text.trim().is_empty() {
            catalogue::empty_link_text(&link.destination)
        } else if is_vague(&text) {
            catalogue::vague_link_text(&text)
        } else {
            return;
        };
        found.push(subject.at(&link.range, finding));
    });
}

fn is_vague(text: &str) -> bool {
    let folded = squeezed(text).to_lowercase();
    let words = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let is_address = ["http://", "https://", "www."].iter().any(|start| folded.starts_with(start));
    is_address || VAGUE.contains(&words)
}

#[cfg(test)]
mod tests {
    use super::is_vague;

    #[test]
    fn a_text_without_meaning_is_reported() {
        for (text, expected) in [
            ("こちら", true),
            ("（こちら）", true),
            ("詳しくは こちら ＞＞", true),
            ("Click here", true),
            ("https://www.city.example.jp/", true),
            ("ＷＷＷ．example.jp", true),
            ("令和8年度市政運営の基本方針", false),
            ("こちらの申請書（PDF）", false),
            ("ここに泉あり", false),
            ("link.pdf", false),
        ] {
            assert_eq!(is_vague(text), expected, "{text}");
        }
    }
}
