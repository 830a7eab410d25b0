//! Two texts compared word by word, as a reader of Japanese sees words: 「推進する」 and 「推進した」 differ in 「する」 and
//! 「した」, 「高度」 and 「高齢」 as wholes.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// More words than any clause has; beyond that the stretch that differs is shown as a whole, in no time.
const MOST_WORDS: usize = 6_000;
/// Equal stretches up to this many characters between two differences belong to them: a lone 「の」 helps nobody.
const TOO_SHORT: usize = 1;

/// A stretch of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Stretch {
    /// `same`, `del` or `ins`.
    pub(super) kind: &'static str,
    pub(super) text: String,
}

const SAME: &str = "same";
const DEL: &str = "del";
const INS: &str = "ins";

/// What has to be taken out of `old` and put in to make `new`: read without the insertions it is `old`, without the
/// deletions `new`, character for character.
pub(super) fn difference(old: &str, new: &str) -> Vec<Stretch> {
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let (old, new) = (words(segmenter, old), words(segmenter, new));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (from, to) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut out = Out::default();
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

/// A difference and what is the same after it, in words of both texts.
#[derive(Debug, Default)]
struct Step {
    del: std::ops::Range<usize>,
    ins: std::ops::Range<usize>,
    same: std::ops::Range<usize>,
}

impl Step {
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

/// The differences, those with next to nothing between them made one.
fn joined(ops: Vec<DiffOp>, from: &[&str]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    // An operation's lengths can be relied on; the place it gives in the text it does not touch may lie before the true one.
    let (mut old, mut new) = (0..0, 0..0);
    for op in ops {
        old = old.end..old.end + op.old_range().len();
        new = new.end..new.end + op.new_range().len();
        let (del, ins) = (old.clone(), new.clone());
        match (steps.last_mut(), op) {
            (Some(step), DiffOp::Equal { .. }) if step.same.is_empty() => step.same = del,
            (_, DiffOp::Equal { .. }) => steps.push(Step { del: 0..0, ins: 0..0, same: del }),
            (Some(step), _) if step.is_difference() && is_short(&from[step.same.clone()]) => {
                (step.del.end, step.ins.end) = (del.end, ins.end);
                step.same = del.end..del.end;
            }
            _ => steps.push(Step { same: del.end..del.end, del, ins }),
        }
    }
    steps
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
struct Out {
    stretches: Vec<Stretch>,
}

impl Out {
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
