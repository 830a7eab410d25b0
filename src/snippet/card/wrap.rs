//! Where lines of Japanese end: by UAX #14 in its strict form, so that no 」、。ー or small kana begins a line and no 「
//! ends one; besides, a number stays with what it counts and a word in katakana whole, as far as lines are long enough.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::font::Font;

/// A last line shorter than this, in ems, is avoided.
const SHORT: f32 = 4.0;

/// The lines of a text at most so many ems wide; `None` where a word is wider than that. Every character of the text is in
/// them, but for line ends and spaces at the end of a line.
pub(super) fn lines<'a>(font: &Font, text: &'a str, width: f32) -> Option<Vec<&'a str>> {
    let mut all = Vec::new();
    for paragraph in text.lines() {
        all.extend(evened(font, paragraph, width)?);
    }
    Some(all)
}

/// The lines of a paragraph. A last line of two or three characters looks like a mistake: then lines are made shorter, as
/// long as there are no more of them.
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

/// Lines that hold as much as they can.
fn filled<'a>(font: &Font, paragraph: &'a str, width: f32) -> Option<Vec<&'a str>> {
    let allowed = opportunities(paragraph);
    let liked: Vec<usize> = allowed.iter().copied().filter(|at| !is_disliked(paragraph, *at)).collect();
    greedy(font, paragraph, (&liked, width)).or_else(|| greedy(font, paragraph, (&allowed, width)))
}

/// The bytes at which a line may end, the end of the text among them.
fn opportunities(paragraph: &str) -> Vec<usize> {
    // Strictness is strict by default. Thai and its like are not broken at all.
    let segmenter = const { LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default()) };
    segmenter.segment_str(paragraph).filter(|at| *at > 0).collect()
}

/// Between a number and what it counts, or inside a word in katakana.
fn is_disliked(paragraph: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (paragraph[..at].chars().next_back(), paragraph[at..].chars().next()) else {
        return false;
    };
    let is_katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    (before.is_numeric() && after.is_alphanumeric()) || (is_katakana(before) && is_katakana(after))
}

fn greedy<'a>(font: &Font, paragraph: &'a str, (ends, width): (&[usize], f32)) -> Option<Vec<&'a str>> {
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
    fn where_lines_end() {
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
        /// Nothing is lost, nothing is too wide, and no line begins or ends with a sign that may not stand there.
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
