//! 等等, 等など: twice the same.
//!
//! Source: 「公用文作成の考え方」（文化審議会建議、令和4年1月7日）Ⅱ, which asks to use 「等」 and 「など」 sparingly. 等々 is a word of its own.

use super::Subject;
use super::shown::WordFinder;
use crate::diagnostic::{Diagnostics, catalogue};

const DOUBLED: [&str; 4] = ["等等", "等など", "など等", "などなど"];

/// Characters that make a word with 等: 平等等 is 「平等」 and 「等」.
const WORDS: &str = "平高同均上対初中劣優下何彼我一二三四特不";

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for shown in &subject.shown {
        for written in DOUBLED {
            let mut finder = None;
            for (at, _) in shown.text.match_indices(written) {
                let is_word = written.starts_with('等') && shown.text[..at].ends_with(|c| WORDS.contains(c));
                if !is_word {
                    let finder = finder.get_or_insert_with(|| WordFinder::new(subject, shown));
                    found.push(finder.at(written, catalogue::doubled_et_cetera(written)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::lint_text;

    #[test]
    fn a_doubled_et_cetera_is_reported() {
        for (text, expected) in [
            ("道路、公園等等の管理", 1),
            ("道路、公園等などの管理", 1),
            ("道路、公園など等の管理", 1),
            // Not reported.
            ("道路、公園等の管理、河川等の管理", 0),
            ("男女平等等の理念、高等などの学校", 0),
            ("公園等々の管理", 0),
        ] {
            assert_eq!(lint_text(check, text).len(), expected, "{text}");
        }
    }
}
