//! Readings of ruby that have become part of the text.
//!
//! A text copied from a PDF contains its ruby as text: 「強靱じんなまち」, or in brackets if a browser had shown it so:
//! 「強靱（じん）な」. A whole word with its reading in brackets, 「強靱（きょうじん）」, is official style and is not reported. Neither
//! is the reading of a character that people read without help.

use super::Subject;
use super::shown::{WordFinder, is_hiragana, is_ideograph};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Block, Clause, ClauseKind, plain_text};

/// Characters outside the list for general use (常用漢字表, 2010) that official texts print with ruby, and their readings.
/// A reading has at least two kana and cannot be the ending of a word.
const READINGS: [(char, &[&str]); 30] = [
    ('靱', &["じん"]),
    ('靭', &["じん"]),
    ('牽', &["けん"]),
    ('涵', &["かん"]),
    ('淘', &["とう"]),
    ('瀆', &["とく"]),
    ('顚', &["てん"]),
    ('昂', &["こう"]),
    ('禱', &["とう"]),
    ('躊', &["ちゅう"]),
    ('躇', &["ちょ"]),
    ('嚥', &["えん"]),
    ('褥', &["じょく"]),
    ('瘡', &["そう"]),
    ('疹', &["しん"]),
    ('聾', &["ろう"]),
    ('叡', &["えい"]),
    ('恢', &["かい"]),
    ('滲', &["しん"]),
    ('脆', &["ぜい"]),
    ('瞰', &["かん"]),
    ('浚', &["しゅん"]),
    ('渫', &["せつ"]),
    ('曝', &["ばく"]),
    ('梱', &["こん"]),
    ('挽', &["ばん"]),
    ('膠', &["こう"]),
    ('矮', &["わい"]),
    ('絆', &["きずな"]),
    ('凌', &["りょう"]),
];

/// Paragraphs of hiragana that are titles.
const TITLES: [&str; 8] = ["はじめに", "おわりに", "まえがき", "あとがき", "むすび", "むすびに", "もくじ", "まとめ"];

/// The longest reading of one word, in characters: うけたまわる has six.
const LONGEST: usize = 8;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for shown in &subject.shown {
        let mut finder = None;
        let bases = shown.text.char_indices().filter(|(_, c)| *c >= '\u{5000}' && is_ideograph(*c));
        for (at, base) in bases {
            let Some(written) = reading_after(&shown.text[at..], base) else { continue };
            let reading = written.trim_matches(|c| !is_hiragana(c));
            let finding = catalogue::ruby_in_text(written, &base.to_string(), reading);
            found.push(finder.get_or_insert_with(|| WordFinder::new(subject, shown)).at(written, finding));
        }
    }
    alone(subject, None, &subject.document.body.blocks, found);
}

/// `靱じん`, `靱（じん）`: a character and its reading at the start of a text.
pub(super) fn reading_after(text: &str, base: char) -> Option<&str> {
    let (_, readings) = READINGS.iter().find(|(known, _)| *known == base)?;
    let rest = &text[base.len_utf8()..];
    let opening = rest.chars().next().filter(|c| matches!(c, '（' | '(' | '《')).map_or(0, char::len_utf8);
    let reading = readings.iter().find(|reading| rest[opening..].starts_with(**reading))?;
    let end = base.len_utf8() + opening + reading.len();
    let closing = text[end..].chars().next().filter(|c| matches!(c, '）' | ')' | '》')).map_or(0, char::len_utf8);
    match (opening, closing) {
        (0, _) => Some(&text[..end]),
        (_, 0) => None,
        (_, closing) => Some(&text[..end + closing]),
    }
}

/// A reading that has become a paragraph: only hiragana, in the middle of a sentence. `above` is the clause that contains
/// these blocks.
fn alone(subject: &Subject<'_>, above: Option<&Clause>, blocks: &[Block], found: &mut Diagnostics) {
    let mut before = above;
    for (at, block) in blocks.iter().enumerate() {
        let Block::Clause(clause) = block else {
            before = None;
            continue;
        };
        if let (Some(before), Some(Block::Clause(after))) = (before, blocks.get(at + 1))
            && is_reading(before, clause, after)
        {
            let reading = plain_text(clause.text());
            let base = plain_text(before.text()).chars().next_back().map_or_else(String::new, String::from);
            found.push(subject.at(&clause.range, catalogue::ruby_in_text(&reading, &base, &reading)));
        }
        alone(subject, Some(clause), &clause.children, found);
        before = Some(clause);
    }
}

fn is_reading(before: &Clause, clause: &Clause, after: &Clause) -> bool {
    if clause.kind != ClauseKind::Paragraph || after.kind != ClauseKind::Paragraph || !clause.children.is_empty() {
        return false;
    }
    let text = plain_text(clause.text());
    let is_kana = text.chars().count() <= LONGEST && text.chars().all(is_hiragana);
    is_kana
        && !text.is_empty()
        && !TITLES.contains(&text.as_str())
        && matches!(before.kind, ClauseKind::Paragraph | ClauseKind::Item)
        && plain_text(before.text()).chars().next_back().is_some_and(is_ideograph)
        && plain_text(after.text()).chars().next().is_some_and(is_hiragana)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{check_site, file, lint_text};

    #[test]
    fn a_reading_in_the_text_is_reported() {
        for (text, expected) in [
            ("強靱じんなまちづくり", 1),
            ("強靱（じん）なまちづくり", 1),
            ("強靱(じん)なまちづくり", 1),
            ("強靱《じん》なまちづくり", 1),
            ("牽けん引役となり", 1),
            ("淘とう汰", 1),
            // Not reported.
            ("強靱なまちづくり", 0),
            ("強じんなまちづくり", 0),
            ("強靱（きょうじん）なまちづくり", 0),
            ("国分寺（こくぶんじ）", 0),
            ("漏えい（ろうえい）等の防止", 0),
            ("市（まち）の姿、計画（など）", 0),
            ("牽引役となり", 0),
            ("絆を深める", 0),
            ("靱（じん帯を含む。）", 0),
        ] {
            assert_eq!(lint_text(check, text).len(), expected, "{text}");
        }
    }

    #[test]
    fn ruby_is_not_reported() {
        assert_eq!(check_site(&[("r8/a.md", &file("", "強{靱|じん}なまち、{強靱|きょうじん}化\n"))]), [""; 0]);
    }

    #[test]
    fn a_reading_between_lines_is_reported() {
        for (text, expected) in [
            ("ハードとソフトの両面から強靱\nじん\n\nなまちづくりに取り組むこと。\n", &["r8/a.md:6 ruby-in-text"][..]),
            ("両面から強靱\n\nじん\n\nなまちづくりに取り組むこと。\n", &["r8/a.md:8 ruby-in-text"]),
            ("(1) 両面から毀\n\nき\n\nしたものを直すこと。\n", &["r8/a.md:8 ruby-in-text"]),
            // Not reported.
            ("政策経営部長\n\nはじめに\n\nこの計画は、市の計画である。\n", &[]),
            ("取組を進めること。\n\nまた\n\nこの計画は、市の計画である。\n", &[]),
            ("取組\n\nこと\n", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file("", text))]), expected, "{text}");
        }
    }
}
