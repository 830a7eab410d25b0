//! Joining the lines of a paragraph: nothing between Japanese characters, a space between Latin words.
//!
//! A browser draws a line end as a space, also between two kanji; so the decision is made here, once, for pages, feeds
//! and posts alike. Korean is written with spaces and keeps them.

use crate::policy::Inline;

/// A line of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SourceLine {
    /// Its text.
    pub(super) text: Vec<Inline>,
    /// Bytes of the source file.
    pub(super) range: std::ops::Range<usize>,
    /// Its end.
    pub(super) end: LineEnd,
}

/// The end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineEnd {
    /// The end of the line of the file.
    Soft,
    /// A break by the author (two spaces or a backslash).
    Hard,
}

/// The running text of consecutive lines.
pub(super) fn join(lines: Vec<SourceLine>) -> Vec<Inline> {
    let mut joined = Joined::default();
    let mut previous_end = None;
    for line in lines {
        match previous_end {
            Some(LineEnd::Hard) => joined.push(Inline::LineBreak),
            Some(LineEnd::Soft) if needs_space(joined.last_char(), first_char(&line.text)) => joined.run.push(' '),
            _ => {}
        }
        previous_end = Some(line.end);
        line.text.into_iter().for_each(|inline| joined.push(inline));
    }
    joined.finish()
}

/// Inlines with neighbouring runs of text made one.
#[derive(Default)]
struct Joined {
    out: Vec<Inline>,
    run: String,
}

impl Joined {
    fn push(&mut self, inline: Inline) {
        match inline {
            Inline::Text(text) => self.run.push_str(&text),
            other => {
                self.end_run();
                self.out.push(other);
            }
        }
    }

    fn last_char(&self) -> Option<char> {
        self.run.chars().next_back().or_else(|| last_char(&self.out))
    }

    fn end_run(&mut self) {
        if !self.run.is_empty() {
            self.out.push(Inline::Text(self.run.as_str().into()));
            self.run.clear();
        }
    }

    fn finish(mut self) -> Vec<Inline> {
        self.end_run();
        self.out.shrink_to_fit();
        self.out
    }
}

/// Tells if a line end between these two characters stands for a space.
pub(super) fn needs_space(before: Option<char>, after: Option<char>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => !is_wide(before) && !is_wide(after),
        _ => false,
    }
}

/// Written without spaces between words: East Asian wide and full-width characters except Hangul (UAX #11, Unicode 16),
/// and half-width katakana.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{312F}' | '\u{3190}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}')
        || matches!(c, '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FF9F}' | '\u{FFE0}'..='\u{FFE6}' | '\u{1B000}'..='\u{1B16F}')
        || matches!(c, '\u{20000}'..='\u{3FFFD}' | '\u{2460}'..='\u{24FF}' | '\u{E0100}'..='\u{E01EF}' | '\u{2018}'..='\u{201D}' | '…')
}

/// The width of a text in columns, of which a wide character takes two.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn first_char(text: &[Inline]) -> Option<char> {
    text.iter().find_map(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) | Inline::RawHtml(text) => text.chars().next(),
        Inline::Ruby(pairs) => pairs.first().and_then(|pair| pair.base.chars().next()),
        // Without a text of its own it will be a citation, which starts and ends in wide characters or brackets.
        Inline::Reference(reference) => first_char(&reference.text).or(Some('「')),
        other => first_char(other.children()),
    })
}

fn last_char(text: &[Inline]) -> Option<char> {
    text.iter().rev().find_map(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) | Inline::RawHtml(text) => text.chars().next_back(),
        Inline::Ruby(pairs) => pairs.last().and_then(|pair| pair.base.chars().next_back()),
        Inline::Reference(reference) => last_char(&reference.text).or(Some('」')),
        other => last_char(other.children()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::plain_text;

    fn line(text: &str, end: LineEnd) -> SourceLine {
        SourceLine { text: vec![Inline::Text(text.into())], range: 0..0, end }
    }

    #[test]
    fn japanese_lines_join_without_a_space_and_latin_words_with_one() {
        for (first, second, expected) in [
            ("政策経営部が所管する", "施策の目標", "政策経営部が所管する施策の目標"),
            ("「国", "分寺市役所", "「国分寺市役所"),
            ("hello", "world", "hello world"),
            ("DX", "推進", "DX推進"),
            ("推進は", "DX", "推進はDX"),
            ("ﾃﾞｼﾞﾀﾙ", "化", "ﾃﾞｼﾞﾀﾙ化"),
            ("정책", "운영", "정책 운영"),
            ("。", "Next", "。Next"),
            ("①", "②", "①②"),
        ] {
            let joined = join(vec![line(first, LineEnd::Soft), line(second, LineEnd::Soft)]);
            assert_eq!(plain_text(&joined), expected);
            assert_eq!(joined.len(), 1, "one run of text: {expected}");
        }
    }

    #[test]
    fn a_break_the_author_asked_for_stays() {
        let joined = join(vec![line("住所", LineEnd::Hard), line("電話", LineEnd::Soft)]);
        assert_eq!(joined, [Inline::Text("住所".into()), Inline::LineBreak, Inline::Text("電話".into())]);
    }

    #[test]
    fn the_neighbour_is_found_inside_emphasis() {
        let strong = SourceLine {
            text: vec![Inline::Strong(vec![Inline::Text("hello".into())])],
            range: 0..0,
            end: LineEnd::Soft,
        };
        assert_eq!(plain_text(&join(vec![strong, line("world", LineEnd::Soft)])), "hello world");
    }
}
