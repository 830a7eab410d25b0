//! 行なう, 表わす and other verbs with one kana more than official style has: 行う, 表す.
//!
//! Source: 「送り仮名の付け方」（昭和48年内閣告示第2号）通則1. Its 許容 are not for official texts: 「公用文における漢字使用等について」
//! （平成22年内閣訓令第1号）2, which 「公用文作成の考え方」（文化審議会建議、令和4年1月7日）Ⅰ takes over.

use super::Subject;
use super::shown::{WordFinder, is_ideograph};
use crate::diagnostic::{Diagnostics, catalogue};

/// The beginning of a verb with too many kana, the right one, and what can follow in its forms.
const VERBS: [(&str, &str, &str); 6] = [
    ("行な", "行", "うわいっえお"),
    ("表わ", "表", "すしさせそ"),
    ("現われ", "現れ", "るたてなまず"),
    ("著わ", "著", "すしさせそ"),
    ("断わ", "断", "るらりっれろ"),
    ("賜わ", "賜", "るらりっれろ"),
];

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for shown in &subject.shown {
        for (long, short, endings) in VERBS {
            let mut finder = None;
            for (at, _) in shown.text.match_indices(long) {
                let (before, after) = (&shown.text[..at], &shown.text[at + long.len()..]);
                let Some(ending) = after.chars().next().filter(|c| endings.contains(*c)) else { continue };
                // 銀行ないし信用金庫
                if long == "行な" && ending == 'い' && before.ends_with(is_ideograph) {
                    continue;
                }
                let (written, plain) = (format!("{long}{ending}"), format!("{short}{ending}"));
                let finder = finder.get_or_insert_with(|| WordFinder::new(subject, shown));
                found.push(finder.at(&written, catalogue::okurigana(&written, &plain)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::lint_text;

    #[test]
    fn verbs_with_a_kana_too_many_are_reported() {
        for (text, expected) in [
            ("点検を行なう。", 1),
            ("毎年行なった点検と、行ないたい点検", 2),
            ("考えを表わす。効果が現われる。", 2),
            ("申出を断わる。", 1),
            // Not reported.
            ("点検を行う。行い、行った。", 0),
            ("銀行ないし信用金庫、銀行などの金融機関", 0),
            ("考えを表す。効果が現れる。", 0),
        ] {
            assert_eq!(lint_text(check, text).len(), expected, "{text}");
        }
    }
}
