//! Brackets: each opened bracket is closed.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;

const PAIRS: &[(char, char)] = &[('「', '」'), ('『', '』'), ('（', '）'), ('【', '】')];

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in comparison.body.char_indices() {
        if PAIRS.iter().any(|(opens, _)| *opens == c) {
            open.push((at, c));
        } else if let Some((opens, _)) = PAIRS.iter().find(|(_, closes)| *closes == c) {
            if open.last().is_some_and(|(_, last)| last == opens) {
                open.pop();
            } else if c != '）' {
                // A label such as １） has no opening bracket.
                remarks.push(catalogue::post_bracket(c), at..at + c.len_utf8());
            }
        }
    }
    for (at, c) in open {
        remarks.push(catalogue::post_bracket(c), at..at + c.len_utf8());
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn an_open_bracket_is_reported() {
        table(
            &["post-bracket"],
            &[
                ("「指針」を守る。", "「指針」を守る", ""),
                ("「指針」を守る。", "「指針を守る", "post-bracket"),
                ("「指針」を守る。", "指針」を守る", "post-bracket"),
                ("指針を守る。", "１）指針（案）を守る", ""),
            ],
        );
    }
}
