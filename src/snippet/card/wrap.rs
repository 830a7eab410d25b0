//! Line breaks in Japanese by UAX #14 in its strict form: no 」、。ー or small kana begins a line, and no 「 ends one. Where lines are
//! long enough, a number also stays with its counter, and a word in katakana stays in one line.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::font::Font;

/// A last line shorter than this is avoided, in ems.
const SHORT: f32 = 4.0;

/// Breaks a text into lines of at most `width` ems; `None` if a word is wider. The lines contain every character of the text except
/// line ends and spaces at the end of a line.
pub(super) fn lines<'a>(font: &Font, text: &'a str, width: f32) -> Option<Vec<&'a str>> {
    let mut all = Vec::new();
    for paragraph in text.lines() {
        all.extend(evened(font, paragraph, width)?);
    }
    Some(all)
}

/// The lines of a paragraph. A last line of two or three characters looks like a mistake. To avoid it the lines are made shorter, as
/// long as their number stays the same.
fn evened<'a>(font: &Font, paragraph: &'a str, width: f32) -> Option<Vec<&'a str>> {
    let widest = filled(font, paragraph, width)?;
    let mut best = widest;
    for shorter in 1..=4 {
        let is_short = best.len() > 1 && best.last().is_some_and(|last| font.width(last) < SHORT);
        if !is_short {
            break;
        }
        match filled(font, paragraph, width - shorter as f32) {
            Some(lines) if lines.len() == best.len() => best = lines,
            _ => break,
        }
    }
    Some(best)
}

/// The lines of a paragraph, each as long as possible.
fn filled<'a>(font: &Font, paragraph: &'a str, width: f32) -> Option<Vec<&'a str>> {
    let allowed = opportunities(paragraph);
    let liked: Vec<usize> = allowed.iter().copied().filter(|at| !is_disliked(paragraph, *at)).collect();
    greedy(font, paragraph, &liked, width).or_else(|| greedy(font, paragraph, &allowed, width))
}

/// The bytes at which a line may end, including the end of the text.
fn opportunities(paragraph: &str) -> Vec<usize> {
    // The default strictness is strict. Thai and similar scripts are not broken at all.
    let segmenter = const { LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default()) };
    segmenter.segment_str(paragraph).filter(|at| *at > 0).collect()
}

/// True if a break stands between a number and its counter or inside a word in katakana.
fn is_disliked(paragraph: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (paragraph[..at].chars().next_back(), paragraph[at..].chars().next()) else {
        return false;
    };
    let is_katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    (before.is_numeric() && after.is_alphanumeric()) || (is_katakana(before) && is_katakana(after))
}

fn greedy<'a>(font: &Font, paragraph: &'a str, ends: &[usize], width: f32) -> Option<Vec<&'a str>> {
    let mut lines = Vec::new();
    let (mut start, mut end) = (0, 0);
    for next in ends {
        if font.width(paragraph[start..*next].trim_end()) > width {
            if end == start {
                return None;
            }
            lines.push(paragraph[start..end].trim_end());
            start = end;
            if font.width(paragraph[start..*next].trim_end()) > width {
                return None;
            }
        }
        end = *next;
    }
    lines.push(paragraph[start..].trim_end());
    Some(lines)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Font, lines};

    #[test]
    fn lines_end_where_japanese_allows_it() {
        let font = Font::embedded().unwrap();
        for (text, width, expected) in [
            ("市の方針です。", 10.0, Some(&["市の方針です。"][..])),
            ("市の方針を定める。", 8.0, Some(&["市の方針を", "定める。"])),
            ("これは「方針」です。と", 4.0, Some(&["これは", "「方針」", "です。と"])),
            ("一二三四。五", 4.0, Some(&["一二三", "四。五"])),
            ("登録はチャット", 5.0, Some(&["登録は", "チャット"])),
            ("ゼロカーボンシティ", 6.0, Some(&["ゼロカーボ", "ンシティ"])),
            ("令和2050年まで", 4.5, Some(&["令和", "2050年", "まで"])),
            ("市のLINE公式", 3.0, Some(&["市の", "LINE", "公式"])),
            ("上\n\n下", 3.0, Some(&["上", "", "下"])),
            ("abcdefghij", 3.0, None),
        ] {
            assert_eq!(lines(&font, text, width).as_deref(), expected, "{text}");
        }
    }

    proptest! {
        /// The lines contain the whole text, none is too wide, and none begins or ends with a forbidden sign.
        #[test]
        fn lines_hold_the_text(text in "[市民のためにァャッー、。「」（）ゼロ0-9a-c]{0,60}", width in 6u8..30) {
            let font = Font::embedded().unwrap();
            if let Some(lines) = lines(&font, &text, f32::from(width)) {
                prop_assert_eq!(lines.concat(), text.clone());
                for line in &lines {
                    prop_assert!(font.width(line) <= f32::from(width));
                }
                for pair in lines.windows(2) {
                    prop_assert!(!pair[1].starts_with(['、', '。', '」', '）', 'ー', 'ャ', 'ッ', 'ァ']), "{:?}", lines);
                    prop_assert!(!pair[0].ends_with(['「', '（']), "{:?}", lines);
                }
            }
        }
    }
}
