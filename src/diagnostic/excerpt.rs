//! The line of a finding, prepared for display: every character that could disturb a terminal or a reader is made
//! visible.

use std::ops::Range;

/// The longest mark in characters. The renderer shows a window of the terminal's width, which fails if the mark is
/// wider than the window.
const MARK: usize = 24;
/// The longest text kept after the mark, in characters.
const AFTER: usize = 120;
/// The longest quotation for programs, in characters.
const QUOTED: usize = 200;

/// One line of a file for display.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The line from its start, one character for each character of the file, so that columns stay. It is cut far
    /// behind the mark.
    pub(super) text: String,
    /// The marked words, as bytes of `text`.
    pub(super) mark: Range<usize>,
    /// The names of invisible characters among the marked words: `U+202E`.
    pub(super) names: Option<String>,
}

impl Excerpt {
    /// The line of `source` where `range` (bytes) starts. A range over several lines is marked to the end of the first.
    pub(super) fn of(source: &str, range: &Range<usize>) -> Self {
        let start = source.floor_char_boundary(range.start);
        let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let after = rest_of_line(source, start);
        let marked = first_line(source, range);
        let shown_mark = &marked[..bytes_of(marked, MARK)];
        let kept = &after[shown_mark.len()..][..bytes_of(&after[shown_mark.len()..], AFTER)];

        let mut text: String = source[line_start..start].chars().map(stand_in).collect();
        let mark_start = text.len();
        text.extend(shown_mark.chars().map(stand_in));
        let mark_end = text.len();
        text.extend(kept.chars().map(stand_in));
        Self { text, mark: mark_start..mark_end, names: names(shown_mark) }
    }
}

/// The marked words on the first line of `range` (bytes of `source`), at most 200 characters, on one line and visible.
pub(super) fn quoted(source: &str, range: &Range<usize>) -> String {
    let marked = first_line(source, range);
    visible(&marked[..bytes_of(marked, QUOTED)])
}

fn first_line<'a>(source: &'a str, range: &Range<usize>) -> &'a str {
    let start = source.floor_char_boundary(range.start);
    let end = source.floor_char_boundary(range.end.max(start));
    rest_of_line(&source[..end], start)
}

fn rest_of_line(source: &str, start: usize) -> &str {
    let rest = &source[start..];
    rest.find('\n').map_or(rest, |at| &rest[..at])
}

/// A visible character for every character: control pictures for controls, U+FFFD for those without a picture.
fn stand_in(character: char) -> char {
    match u32::from(character) {
        9 => ' ',
        code @ 0..=0x1f => char::from_u32(0x2400 + code).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        _ if is_disturbing(character) => '\u{fffd}',
        _ => character,
    }
}

fn names(marked: &str) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for character in marked.chars().filter(|&character| is_disturbing(character) && character != '\t') {
        let name = format!("U+{:04X}", u32::from(character));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(" "))
}

/// The text on one line, with control, bidirectional and invisible characters as `<U+202E>`.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_disturbing(character) {
            out.push_str(&format!("<U+{:04X}>", u32::from(character)));
        } else {
            out.push(character);
        }
    }
    out
}

/// True for controls, line and paragraph separators, bidirectional controls, zero-width characters, the soft hyphen,
/// interlinear annotation marks and tag characters. Variation selectors stay: names such as 辻󠄀 are written with them.
fn is_disturbing(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The bytes of the first `count` characters.
fn bytes_of(text: &str, count: usize) -> usize {
    text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The excerpt with its mark in ⟦⟧.
    fn marked(source: &str, words: &str) -> String {
        let start = source.find(words).unwrap();
        let Excerpt { text, mark, .. } = Excerpt::of(source, &(start..start + words.len()));
        format!("{}⟦{}⟧{}", &text[..mark.start], &text[mark.clone()], &text[mark.end..])
    }

    #[test]
    fn a_line_is_shown_with_its_mark() {
        assert_eq!(marked("一行目\ndate: 平成の終わり\n三行目", "平成の終わり"), "date: ⟦平成の終わり⟧");
        assert_eq!(marked("あ\nい", "あ\nい"), "⟦あ⟧");
        assert_eq!(marked("あ\n\nい", "\n"), "あ⟦⟧");
    }

    #[test]
    fn long_marks_and_long_rests_are_cut() {
        let long = format!("前{}{}", "長".repeat(200), "後".repeat(200));
        assert_eq!(marked(&long, &"長".repeat(200)), format!("前⟦{}⟧{}", "長".repeat(24), "長".repeat(120)));
    }

    #[test]
    fn every_character_keeps_its_column() {
        for (source, shown) in [
            ("a\u{1b}[31mb", "a␛[31mb"),
            ("a\u{202e}b", "a\u{fffd}b"),
            ("a\u{200b}b", "a\u{fffd}b"),
            ("a\tb", "a b"),
            ("辻\u{e0100}", "辻\u{e0100}"),
            ("全角　空白", "全角　空白"),
        ] {
            assert_eq!(Excerpt::of(source, &(0..1)).text, shown);
        }
    }

    #[test]
    fn disturbing_characters_are_named() {
        assert_eq!(Excerpt::of("a\u{202e}\u{200b}\u{202e}", &(0..10)).names.as_deref(), Some("U+202E U+200B"));
        assert_eq!(Excerpt::of("あ\tい", &(0..7)).names, None);
        assert_eq!(visible("a\u{202e}b\n"), "a<U+202E>b<U+000A>");
    }

    #[test]
    fn the_quoted_words_are_those_of_the_first_line() {
        assert_eq!(quoted("題名: 平成\u{200b}\n次", &(8..99)), "平成<U+200B>");
        assert_eq!(quoted(&"長".repeat(300), &(0..900)), "長".repeat(200));
    }

    #[test]
    fn offsets_that_fit_nothing_are_brought_inside() {
        let nothing = |text: &str, at| Excerpt { text: text.into(), mark: at..at, names: None };
        assert_eq!(Excerpt::of("あ", &(1..2)), nothing("あ", 0));
        assert_eq!(Excerpt::of("あ", &(90..99)), nothing("あ", 3));
        assert_eq!(Excerpt::of("", &(0..0)), nothing("", 0));
    }
}
