//! 下さい and 出来る in kanji where official style has kana: 「御連絡ください」, 「利用できる」.
//!
//! Source: 「公用文における漢字使用等について」（平成22年内閣訓令第1号）1(2)キ, which 「公用文作成の考え方」（文化審議会建議、令和4年1月7日）
//! Ⅰ takes over. 「資料を下さい」 is a verb of its own and stays in kanji; 出来事 and 出来高 are nouns.

use super::Subject;
use super::shown::{WordFinder, is_hiragana, is_ideograph};
use crate::diagnostic::{Diagnostics, catalogue};

/// What follows 出来 in the forms of the verb.
const DEKIRU: [&str; 12] = ["る", "ます", "まし", "ませ", "ない", "なか", "なく", "ず", "た", "て", "れば", "よう"];
/// How far before 下さい its 「御」 may stand, in characters: 御問い合わせ下さい.
const REACH: usize = 8;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for shown in &subject.shown {
        let mut finder = None;
        for (at, written) in shown.text.match_indices("下さ").chain(shown.text.match_indices("出来")) {
            let (before, after) = (&shown.text[..at], &shown.text[at + written.len()..]);
            let plain = match written {
                "下さ" if after.starts_with('い') && is_request(before) => ("下さい", "ください"),
                "出来" if DEKIRU.iter().any(|form| after.starts_with(form)) => ("出来", "でき"),
                _ => continue,
            };
            let finder = finder.get_or_insert_with(|| WordFinder::new(subject, shown));
            found.push(finder.at(plain.0, catalogue::kanji_auxiliary(plain.0, plain.1)));
        }
    }
}

/// Whether 下さい behind this asks to do something: 「…て」, 「お待ち」, 「御連絡」.
fn is_request(before: &str) -> bool {
    if before.ends_with(['て', 'で']) {
        return true;
    }
    let word = before.chars().rev().take(REACH).take_while(|c| !matches!(c, 'を' | 'が' | 'は'));
    let word: Vec<char> = word.take_while(|c| is_ideograph(*c) || is_hiragana(*c)).collect();
    before.ends_with(|c| is_ideograph(c) || is_hiragana(c))
        && word.iter().skip(1).any(|c| matches!(c, 'お' | 'ご' | '御'))
        && !before.ends_with(['を', 'が', 'は', 'も'])
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::lint_text;

    #[test]
    fn auxiliaries_in_kanji_are_reported() {
        for (text, expected) in [
            ("窓口で相談して下さい。", 1),
            ("窓口まで御連絡下さい。", 1),
            ("お問い合わせ下さい。", 1),
            ("いつでも利用出来る。", 1),
            ("利用出来ません。相談も出来なかった。", 2),
            // Not reported.
            ("資料を下さい。", 0),
            ("御意見を下さい。", 0),
            ("御連絡ください。利用できる。", 0),
            ("出来事、出来高、上出来。出来上がりを見る。", 0),
        ] {
            assert_eq!(lint_text(check, text).len(), expected, "{text}");
        }
    }
}
