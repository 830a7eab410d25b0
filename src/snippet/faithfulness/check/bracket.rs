//! Brackets: each that is opened is closed.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::reading::Reading;

const PAIRS: &[(char, char)] = &[('「', '」'), ('『', '』'), ('（', '）'), ('【', '】')];

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in reading.body.char_indices() {
        if PAIRS.iter().any(|(opens, _)| *opens == c) {
            open.push((at, c));
        } else if let Some((opens, _)) = PAIRS.iter().find(|(_, closes)| *closes == c) {
            if open.last().is_some_and(|(_, last)| last == opens) {
                open.pop();
            } else if c != '）' {
                // A label such as １） has no opening bracket.
                found.push(catalogue::post_bracket(c), at..at + c.len_utf8());
            }
        }
    }
    for (at, c) in open {
        found.push(catalogue::post_bracket(c), at..at + c.len_utf8());
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn brackets_are_closed() {
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
