//! Emphasis beside Japanese punctuation, and marks that are no emphasis.
//!
//! CommonMark's flanking rule reads `**「重要」**です` as literal asterisks and sometimes pairs the wrong runs. A
//! sentinel between such a run and the punctuation it touches makes the rule see a letter there. It also pairs marks of
//! notes, `新築（*）と中古（*）`, and takes them off the page; a sentinel that is a space keeps those apart
//! ([`super::note_mark`]). Both are taken out again from everything the parser returns ([`PreparedMarkdown::strip`]), so
//! no character of the text changes.

use std::borrow::Cow;

use super::note_mark::{Blocked, NoteMarks, blocked};

/// A private-use character: neither space nor punctuation. Text that contains it is parsed without this pass.
const SENTINEL: char = '\u{E000}';

/// The Ogham space mark: a space to the flanking rule (CommonMark 0.31, 6.2), and no space to any other rule of the parser,
/// which know only ASCII ones. As long in UTF-8 as [`SENTINEL`]. Text that contains it is parsed without this pass.
const SPACE_SENTINEL: char = '\u{1680}';

/// Markdown ready for the parser, and the way back to the original's offsets.
pub(super) struct PreparedMarkdown<'a> {
    /// The text that the parser reads.
    pub(super) text: Cow<'a, str>,
    /// Byte offsets of the sentinels in `text`, ascending.
    insertions: Vec<usize>,
}

impl<'a> PreparedMarkdown<'a> {
    /// Puts sentinels where they are needed; most texts need none and are not copied.
    pub(super) fn new(markdown: &'a str) -> Self {
        if !markdown.contains(['*', '_', '~']) || markdown.contains([SENTINEL, SPACE_SENTINEL]) {
            return Self { text: Cow::Borrowed(markdown), insertions: Vec::new() };
        }
        let (text, insertions) = with_sentinels(markdown);
        Self { text: Cow::Owned(text), insertions }
    }

    /// The offset in the original of an offset in `text`.
    pub(super) fn original_offset(&self, offset: usize) -> usize {
        offset - self.insertions.partition_point(|&at| at < offset) * SENTINEL.len_utf8()
    }

    /// A string of the parser without sentinels.
    pub(super) fn strip<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.insertions.is_empty() || !text.contains([SENTINEL, SPACE_SENTINEL]) {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(text.replace([SENTINEL, SPACE_SENTINEL], ""))
        }
    }
}

fn with_sentinels(markdown: &str) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(markdown.len() + 64);
    let mut insertions = Vec::new();
    let mut insert = |sentinel: Option<char>, out: &mut String| {
        if let Some(sentinel) = sentinel {
            insertions.push(out.len());
            out.push(sentinel);
        }
    };
    let mut rest = markdown;
    let mut previous = None;
    let mut notes = NoteMarks::default();
    while let Some(at) = rest.find(['*', '~', '_', '\\']) {
        let before = &rest[..at];
        out.push_str(before);
        previous = before.chars().next_back().or(previous);
        rest = &rest[at..];
        let (marks, after) = rest.split_at(run_length(rest));
        let is_number = notes.is_number(before, marks, previous, after);
        let blocked = if is_number { Blocked::BOTH } else { blocked(marks, previous, after) };
        let next = after.chars().next();
        insert(sentinel(marks, blocked.closing, previous, next), &mut out);
        out.push_str(marks);
        insert(sentinel(marks, blocked.opening, next, previous), &mut out);
        previous = marks.chars().next_back();
        rest = after;
    }
    out.push_str(rest);
    (out, insertions)
}

/// The sentinel between a run and what is `near` it on one side.
fn sentinel(marks: &str, is_blocked: bool, near: Option<char>, far: Option<char>) -> Option<char> {
    let is_emphasis = marks.starts_with('*') || (marks.starts_with('~') && marks.len() == 2);
    if is_blocked {
        return Some(SPACE_SENTINEL);
    }
    (is_emphasis && needs_letter(near, far)).then_some(SENTINEL)
}

/// The length in bytes of a run of one mark, or of a backslash with the character it escapes.
fn run_length(text: &str) -> usize {
    let mut chars = text.chars();
    match chars.next() {
        Some('\\') => 1 + chars.next().filter(char::is_ascii_punctuation).map_or(0, char::len_utf8),
        Some(mark) => text.len() - text.trim_start_matches(mark).len(),
        None => 0,
    }
}

/// Tells if the side of a run that touches the punctuation `near` must look like a letter, given the `far` side.
fn needs_letter(near: Option<char>, far: Option<char>) -> bool {
    let (Some(near), Some(far)) = (near, far) else { return false };
    !near.is_whitespace()
        && !far.is_whitespace()
        && is_punctuation(near)
        && !is_punctuation(far)
        && (is_japanese(near) || is_japanese(far))
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}')
        || matches!(c, '\u{3014}'..='\u{301F}' | '\u{3030}' | '\u{303D}' | '\u{30A0}' | '\u{30FB}')
        || matches!(c, '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}')
}

/// Kana, kanji, and their punctuation and full-width forms.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    /// Emphasis as brackets: `[b:…]` strong, `[i:…]` emphasis, `[s:…]` strikethrough, `[c:…]` code.
    fn emphasised(markdown: &str) -> String {
        let prepared = PreparedMarkdown::new(markdown);
        let mut out = String::new();
        for event in Parser::new_ext(&prepared.text, Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::Strong) => out.push_str("[b:"),
                Event::Start(Tag::Emphasis) => out.push_str("[i:"),
                Event::Start(Tag::Strikethrough) => out.push_str("[s:"),
                Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough) => out.push(']'),
                Event::Start(Tag::Item) => out.push_str("- "),
                Event::Text(text) => out.push_str(&prepared.strip(&text)),
                Event::Code(text) => out.push_str(&format!("[c:{}]", prepared.strip(&text))),
                _ => {}
            }
        }
        out
    }

    #[test]
    fn emphasis_works_beside_japanese_punctuation() {
        for (markdown, expected) in [
            ("これは**「重要なこと」**です。", "これは[b:「重要なこと」]です。"),
            ("**目標値（2030年）**を定める。", "[b:目標値（2030年）]を定める。"),
            ("**真。**次", "[b:真。]次"),
            ("**「国分寺市ビジョン」**に基づき", "[b:「国分寺市ビジョン」]に基づき"),
            ("（前期）は**（前期）**です", "（前期）は[b:（前期）]です"),
            ("｢しくみ｣は**｢しくみ｣**の", "｢しくみ｣は[b:｢しくみ｣]の"),
            ("これは**「重要」**です。そして**太字**です", "これは[b:「重要」]です。そして[b:太字]です"),
            ("**第3条（定義）**による", "[b:第3条（定義）]による"),
            ("*「斜体」*です", "[i:「斜体」]です"),
            ("~~「削除」~~した", "[s:「削除」]した"),
        ] {
            assert_eq!(emphasised(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn stars_that_are_no_emphasis_stay_as_typed() {
        for (markdown, expected) in [
            (r"\*\*そのまま\*\*", "**そのまま**"),
            (r"\*「そのまま」\*です", "*「そのまま」*です"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("`**「**」**あ`", "[c:**「**」**あ]"),
            ("* 「項目」です", "- 「項目」です"),
            ("**「閉じない」です", "**「閉じない」です"),
            ("新築（*）及び中古（*）を", "新築（*）及び中古（*）を"),
            ("50 万円(*)、ただし 80 万円(*)とする。", "50 万円(*)、ただし 80 万円(*)とする。"),
            ("甲〔**〕と乙〔**〕、丙「***」", "甲〔**〕と乙〔**〕、丙「***」"),
            ("氏名（_）住所（_）、（__）と（__）", "氏名（_）住所（_）、（__）と（__）"),
            ("甲（~）と乙（~）、（~~）と（~~）", "甲（~）と乙（~）、（~~）と（~~）"),
            ("施策A*1及び施策B*2、C*3を", "施策A*1及び施策B*2、C*3を"),
            ("面積は2*3*4とする", "面積は2*3*4とする"),
            ("施策甲*、施策乙*を", "施策甲*、施策乙*を"),
            ("新築*及び中古*を", "新築*及び中古*を"),
            ("甲（*乙*）と", "甲（[i:乙]）と"),
            ("*重要*、*至急*。", "[i:重要]、[i:至急]。"),
            ("主*3年*間", "主[i:3年]間"),
            ("[*](x)と[*](y)", "*と*"),
        ] {
            assert_eq!(emphasised(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn offsets_lead_back_to_the_original() {
        let markdown = "これは**「重要」**です。";
        let prepared = PreparedMarkdown::new(markdown);
        let at = prepared.text.find("です").unwrap();
        assert_eq!(prepared.original_offset(at), markdown.find("です").unwrap());
    }

    #[test]
    fn text_with_a_sentinel_in_it_is_left_alone() {
        for markdown in ["\u{E000}これは**「重要」**です", "\u{1680}甲（*）と乙（*）"] {
            let prepared = PreparedMarkdown::new(markdown);
            assert_eq!(prepared.text, markdown);
            assert_eq!(prepared.strip(markdown), markdown);
        }
    }
}
