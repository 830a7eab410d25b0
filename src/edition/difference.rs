//! Compares two texts word by word, as a reader of Japanese sees words. 「推進する」 and 「推進した」 differ in 「する」 and 「した」;
//! 「高度」 and 「高齢」 differ as a whole.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// More words than any clause has. A longer stretch that differs is shown as a whole, so that it takes no time.
const MOST_WORDS: usize = 6_000;
/// Equal stretches of up to this many characters between two differences become part of them: a lone 「の」 helps nobody.
const TOO_SHORT: usize = 1;

/// A stretch of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// `same`, `del` or `ins`.
    pub kind: &'static str,
    /// The words.
    pub text: String,
}

impl Stretch {
    /// A text that is not compared with another.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self { kind: SAME, text: text.to_owned() }
    }
}

/// Words of both texts.
pub const SAME: &str = "same";
/// Words of the old text only.
pub const DEL: &str = "del";
/// Words of the new text only.
pub const INS: &str = "ins";

/// The deletions and insertions that make `new` of `old`. Without the insertions the result reads as `old`, without the
/// deletions as `new`, character for character.
#[must_use]
pub fn difference(old: &str, new: &str) -> Vec<Stretch> {
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let (old, new) = (words(segmenter, old), words(segmenter, new));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (from, to) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut out = Stretches::default();
    out.push(SAME, &old[..head]);
    if from.len() + to.len() > MOST_WORDS {
        out.push(DEL, from);
        out.push(INS, to);
    } else {
        for op in joined(capture_diff_slices(Algorithm::Myers, from, to), from) {
            out.push(DEL, op.del(from));
            out.push(INS, op.ins(to));
            out.push(SAME, op.same(from));
        }
    }
    out.push(SAME, &old[old.len() - tail..]);
    out.stretches
}

/// A difference and the equal stretch after it, in words of both texts.
#[derive(Debug, Default)]
struct Hunk {
    del: std::ops::Range<usize>,
    ins: std::ops::Range<usize>,
    same: std::ops::Range<usize>,
}

impl Hunk {
    fn del<'a>(&self, from: &'a [&'a str]) -> &'a [&'a str] {
        &from[self.del.clone()]
    }

    fn ins<'a>(&self, to: &'a [&'a str]) -> &'a [&'a str] {
        &to[self.ins.clone()]
    }

    fn is_difference(&self) -> bool {
        !self.del.is_empty() || !self.ins.is_empty()
    }

    fn same<'a>(&self, from: &'a [&'a str]) -> &'a [&'a str] {
        &from[self.same.clone()]
    }
}

/// The differences. Those with a very short stretch between them are joined.
fn joined(ops: Vec<DiffOp>, from: &[&str]) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::new();
    // The lengths of an operation are reliable. Its place in the text that it does not touch may lie before the true one.
    let (mut old, mut new) = (0..0, 0..0);
    for op in ops {
        old = old.end..old.end + op.old_range().len();
        new = new.end..new.end + op.new_range().len();
        let (del, ins) = (old.clone(), new.clone());
        match (hunks.last_mut(), op) {
            (Some(hunk), DiffOp::Equal { .. }) if hunk.same.is_empty() => hunk.same = del,
            (_, DiffOp::Equal { .. }) => hunks.push(Hunk { del: 0..0, ins: 0..0, same: del }),
            (Some(hunk), _) if hunk.is_difference() && is_short(&from[hunk.same.clone()]) => {
                (hunk.del.end, hunk.ins.end) = (del.end, ins.end);
                hunk.same = del.end..del.end;
            }
            _ => hunks.push(Hunk { same: del.end..del.end, del, ins }),
        }
    }
    hunks
}

fn is_short(words: &[&str]) -> bool {
    words.iter().map(|word| word.chars().count()).sum::<usize>() <= TOO_SHORT
}

/// The words of a text, with everything between them.
fn words<'a>(segmenter: icu_segmenter::WordSegmenterBorrowed<'_>, text: &'a str) -> Vec<&'a str> {
    let breaks: Vec<usize> = segmenter.segment_str(text).collect();
    breaks.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}

#[derive(Default)]
struct Stretches {
    stretches: Vec<Stretch>,
}

impl Stretches {
    fn push(&mut self, kind: &'static str, words: &[&str]) {
        let text = words.concat();
        match self.stretches.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.kind == kind => last.text.push_str(&text),
            _ => self.stretches.push(Stretch { kind, text }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `同じ[-古-][+新+]`
    fn shown(old: &str, new: &str) -> String {
        let stretch = |one: Stretch| match one.kind {
            DEL => format!("[-{}-]", one.text),
            INS => format!("[+{}+]", one.text),
            _ => one.text,
        };
        difference(old, new).into_iter().map(stretch).collect()
    }

    #[test]
    fn differences_are_words() {
        for (old, new, expected) in [
            ("計画を推進する。", "計画を推進した。", "計画を推進[-する-][+した+]。"),
            ("高度情報", "高齢情報", "[-高度-][+高齢+]情報"),
            ("令和8年度から", "令和9年度から", "令和[-8-][+9+]年度から"),
            ("市民の声を聴く。", "市民の声を広く聴く。", "市民の声を[+広く+]聴く。"),
            ("デジタル化とＤＸ", "デジタル化", "デジタル化[-とＤＸ-]"),
            ("同じ", "同じ", "同じ"),
            ("", "新しい", "[+新しい+]"),
            ("古い", "", "[-古い-]"),
            ("", "", ""),
        ] {
            assert_eq!(shown(old, new), expected);
        }
    }

    #[test]
    fn a_lone_character_between_two_differences_belongs_to_them() {
        assert_eq!(shown("市民の安全を守る", "地域の安心を守る"), "[-市民の安全-][+地域の安心+]を守る");
    }

    #[test]
    fn long_texts_with_nothing_in_common_take_no_time() {
        let (old, new) = ("市民 ".repeat(20_000), "行政・".repeat(20_000));
        assert_eq!(difference(&old, &new).len(), 2);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_out_of_it(old in "[市民の計画をa 1、。\u{3000}𠮷]{0,30}", new in "[市民の計画をa 1、。\u{3000}𠮷]{0,30}") {
            let all = difference(&old, &new);
            let without = |kind: &str| all.iter().filter(|one| one.kind != kind).map(|one| one.text.as_str()).collect::<String>();
            prop_assert_eq!(without(INS), old);
            prop_assert_eq!(without(DEL), new);
        }
    }
}
