//! Abbreviations that the document never explains.
//!
//! Four things explain an abbreviation: words in brackets behind it, 「LCC（ライフサイクルコスト）」, words before its brackets,
//! 「業務改革（BPR）」, a footnote, and an entry of `terms.yaml`. The author judges whether readers know it anyway, so the finding is
//! for information only.

use std::collections::BTreeSet;

use super::Subject;
use super::shown::{NOTE, WordFinder};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::japanese::folded;
use crate::policy::{fill_in_marks, primary_language};
use crate::source::Registry;

/// Everyday words in capitals, and names: nobody asks what they stand for.
const EVERYDAY: [&str; 45] = [
    "AED", "AI", "AM", "ATM", "CD", "CM", "COVID", "DNA", "DVD", "FAQ", "FAX", "GPS", "ID", "IT", "JA", "JIS", "JR",
    "LED", "LINE", "NG", "NHK", "NO", "NPO", "NTT", "OB", "OG", "OK", "PC", "PDF", "PM", "PR", "PTA", "QR", "SNS",
    "SOS", "TEL", "TV", "URL", "USB", "VIP", "VS", "WC", "WEB", "WHO", "XML",
];

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    // In a Latin text capitals do not mark abbreviations.
    if !matches!(primary_language(&subject.document.meta.language), "ja" | "zh" | "ko") {
        return;
    }
    let mut explained: BTreeSet<String> = BTreeSet::new();
    // The first occurrence of each, in the order of the page.
    let mut met: Vec<(usize, Word<'_>)> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (at, shown) in subject.shown.iter().enumerate() {
        // A mark that is to be replaced, such as TO FILL IN, is no text.
        if fill_in_marks(&shown.text) > 0 {
            continue;
        }
        each_word(&shown.text, |word| {
            if word.is_explained {
                explained.extend(names(&word.name).map(str::to_owned));
            } else if seen.insert(word.name.clone()) {
                met.push((at, word));
            }
        });
    }
    // While `terms.yaml` cannot be read, it is not known which words it explains.
    if met.is_empty() || subject.corpus.unread.registries.contains(&Registry::Terms) {
        return;
    }
    for term in &subject.corpus.terms {
        explained.extend(names(&folded(&term.term.value)).map(str::to_owned));
    }
    let mut finder: Option<(usize, WordFinder<'_, '_>)> = None;
    for (at, word) in met {
        let is_known = |name: &str| explained.contains(name) || EVERYDAY.contains(&name) || is_roman(name);
        if is_known(&word.name) {
            continue;
        }
        let unknown = parts(&word.name).filter(|part| is_abbreviation(part) && !is_known(part));
        let unknown: Vec<String> = unknown.map(str::to_owned).collect();
        if !unknown.is_empty() {
            let finding = catalogue::unexplained_abbreviation(&unknown.join("・"));
            let (_, finder) = match finder.take() {
                Some(same) if same.0 == at => finder.insert(same),
                _ => finder.insert((at, WordFinder::new(subject, &subject.shown[at]))),
            };
            found.push(finder.at(word.written, finding));
            // Each is reported once, also as part of another word.
            explained.extend(unknown);
        }
    }
}

/// A word in Latin letters with at least one abbreviation in it.
struct Word<'a> {
    /// As written in the text.
    written: &'a str,
    /// NFKC: `AI-OCR`.
    name: String,
    is_explained: bool,
}

/// A word and the abbreviations in it: `PPP/PFI`, `PPP`, `PFI`.
fn names(name: &str) -> impl Iterator<Item = &str> {
    std::iter::once(name).chain(parts(name).filter(move |part| *part != name))
}

fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split(['/', '-', '&', '+', '.'])
}

/// Calls `visit` with every word that contains an abbreviation.
fn each_word<'a>(text: &'a str, mut visit: impl FnMut(Word<'a>)) {
    let mut from = 0;
    while let Some(start) = text[from..].find(is_latin).map(|at| from + at) {
        let rest = &text[start..];
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let written = rest[..length].trim_end_matches(|c: char| !c.is_alphanumeric());
        from = start + length;
        // A word of letters and figures (CO2, R8, A4, 20MB) is no abbreviation, and an address is no word.
        let mut capitals = written.chars().filter(|c| c.is_uppercase());
        let is_candidate = capitals.next().is_some() && capitals.next().is_some();
        if !is_candidate || written.contains(is_sign_part) || text[..start].ends_with(is_sign_part) {
            continue;
        }
        let name = folded(written);
        if parts(&name).any(is_abbreviation) {
            let is_explained = is_explained(&text[..start], &text[start + written.len()..]);
            visit(Word { written, name, is_explained });
        }
    }
}

/// Whether it is a Latin letter, in full or half width.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Whether it may stand inside a word; `:`, `@` and `_` keep addresses in one piece.
fn is_part(c: char) -> bool {
    is_latin(c)
        || matches!(c, '0'..='9' | '０'..='９' | '/' | '／' | '-' | '－' | '‐' | '&' | '＆' | '+' | '.' | ':' | '@' | '_')
}

fn is_sign_part(c: char) -> bool {
    c.is_numeric() || matches!(c, ':' | '@' | '_' | '%' | '=' | '?')
}

/// Whether it has two capitals or more, perhaps with the `s` of a plural: `BPR`, `SDGs`.
fn is_abbreviation(part: &str) -> bool {
    let letters = part.strip_suffix('s').unwrap_or(part);
    letters.len() >= 2 && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether it is Ⅱ typed with letters: 第II期.
fn is_roman(name: &str) -> bool {
    name.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// Whether its words stand in brackets behind it, it stands in brackets behind its words, or a footnote explains it.
fn is_explained(before: &str, after: &str) -> bool {
    let after = after.strip_prefix(['」', '』']).unwrap_or(after);
    if after.starts_with(NOTE) {
        return true;
    }
    let explains =
        |inside: &str| inside.chars().any(is_letter) && !inside.starts_with(['注', '※', '以', '第', '別', '令']);
    let behind = after.strip_prefix(['（', '(']).and_then(|rest| rest.split(['）', ')']).next());
    if behind.is_some_and(explains) {
        return true;
    }
    let words = before.trim_end_matches(['「', '『']).trim_end_matches(['、', '：', ':']);
    let words = words.strip_suffix("以下").unwrap_or(words);
    let opened = words.strip_suffix(['（', '(']);
    let closes = after.starts_with(['）', ')', '。', '、', '」']) || after.starts_with("とい");
    closes && opened.is_some_and(|words| words.ends_with(is_letter))
}

/// Whether it is a letter of an explaining word: kana, an ideograph, a small Latin letter.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !c.is_uppercase()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    fn told(files: &[(&str, &str)]) -> Vec<String> {
        let found = check_site(files);
        found.into_iter().filter(|found| found.contains("abbreviation")).collect()
    }

    #[test]
    fn an_abbreviation_without_explanation_is_reported() {
        for (text, expected) in [
            ("DXを進める。", 1),
            ("ＲＰＡを使う。", 1),
            ("ＡＩ－ＯＣＲを使う。", 1),
            ("SDGsの目標", 1),
            ("KPI（令和8年度）", 1),
            ("DX（※1）", 1),
            ("DXとDXとKPI", 2),
            ("DX・行政改革室", 1),
            // Not reported.
            ("業務改革（BPR）と、BPRの成果", 0),
            ("LCC（ライフサイクルコスト）分析", 0),
            ("民間活力（PPP/PFI）の導入とPFI", 0),
            ("業務改革（以下「BPR」という。）とBPR", 0),
            ("「KPI」（重要業績評価指標）", 0),
            ("BPRの成果。業務改革（BPR）とは。", 0),
            ("DX（Digital transformation）", 0),
            ("DX[^1]を進める。\n\n[^1]: デジタルによる変革。", 0),
            ("生成AI、市LINE公式アカウント、SNS、PDF", 0),
            ("CO2、R8、A4、5G、N-1、20MB、３ＫＭ", 0),
            ("第II期、iPhone、YouTube、Excel", 0),
            ("https://example.jp/DX/KPI.html、KPI_DX@example.jp", 0),
            ("`DX`と[計画](DX.pdf)", 0),
            ("[DX and KPI]{lang=en}", 0),
        ] {
            let text = file("", text);
            assert_eq!(told(&[("r8/a.md", &text), ("r8/DX.pdf", "")]).len(), expected, "{text}");
        }
    }

    #[test]
    fn a_term_explains_an_abbreviation_in_all_documents() {
        let text = file("", "DXと第II期のＡＩ－ＯＣＲと民間活力のPFI\n");
        let terms = "terms:\n  - term: DX\n    expansion: デジタル変革\n  - term: AI-OCR\n    expansion: 文字の読取り\n  - term: PPP/PFI\n    expansion: 民間活力\n";
        assert_eq!(told(&[("r8/a.md", &text)]), ["r8/a.md:6 unexplained-abbreviation"; 3]);
        assert_eq!(told(&[("r8/a.md", &text), ("terms.yaml", terms)]), [""; 0]);
    }

    #[test]
    fn capitals_mean_nothing_in_a_latin_text() {
        assert_eq!(told(&[("r8/a.md", &file("language: en\n", "THE CITY OF TODAY\n"))]), [""; 0]);
    }
}
