//! Marks of notes that look like emphasis: （*）, 施策A*1.
//!
//! The author of 「新築住宅（*）及び中古住宅（*）」 means the characters. CommonMark would pair them and print neither.

/// The sides on which a run of marks cannot be emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Blocked {
    /// It closes no emphasis.
    pub(super) closing: bool,
    /// It opens no emphasis.
    pub(super) opening: bool,
}

impl Blocked {
    /// It is text.
    pub(super) const BOTH: Self = Self { closing: true, opening: true };
}

/// What a run of marks cannot be, given the character before it and the text after it. A run alone in brackets is text. A single
/// `*` opens nothing in front of a closing bracket, a comma, a full stop or 及び, with which no emphasis begins.
pub(super) fn blocked(marks: &str, before: Option<char>, after: &str) -> Blocked {
    const JOINTS: [&str; 4] = ["及び", "又は", "並びに", "若しくは"];
    let next = after.chars().next();
    if marks.starts_with('\\') {
        return Blocked { closing: false, opening: false };
    }
    if is_enclosed(before, next) {
        return Blocked::BOTH;
    }
    let ends = next.is_some_and(|c| is_closing(c) || matches!(c, '、' | '。' | '，' | '．'));
    let joins = JOINTS.iter().any(|word| after.starts_with(word));
    let is_word = before.is_some_and(|c| !c.is_whitespace() && !is_opening(c));
    Blocked { closing: false, opening: marks == "*" && is_word && (ends || joins) }
}

/// Tells if a run of marks stands alone in brackets, given the characters beside it.
pub(super) fn is_enclosed(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(is_opening) && after.is_some_and(is_closing)
}

/// Numbered marks, 「施策A*1と施策B*2」. One is known by the next: in `*3年*間` only the first `*` stands before a digit.
#[derive(Debug, Default)]
pub(super) struct NoteMarks {
    /// The run of `*` before this one was a numbered mark, or looked like one, in the same paragraph.
    after_number: bool,
}

impl NoteMarks {
    /// Tells if a run is a numbered mark. Runs are given in order, each with the text since the one before.
    pub(super) fn is_number(&mut self, skipped: &str, marks: &str, before: Option<char>, after: &str) -> bool {
        if skipped.contains("\n\n") {
            self.after_number = false;
        }
        if !marks.starts_with('*') {
            return false;
        }
        let is_like = looks_numbered(marks, before, after);
        let follows = std::mem::replace(&mut self.after_number, is_like);
        is_like && (follows || leads(after))
    }
}

/// Tells if the next run of `*` in the paragraph looks like a numbered mark. Looks no further than that run.
fn leads(after: &str) -> bool {
    let Some(at) = after.find('*') else { return false };
    let (between, rest) = after.split_at(at);
    let length = rest.len() - rest.trim_start_matches('*').len();
    let (marks, rest) = rest.split_at(length);
    !between.contains("\n\n") && looks_numbered(marks, between.chars().next_back(), rest)
}

fn looks_numbered(marks: &str, before: Option<char>, after: &str) -> bool {
    let is_word = before.is_some_and(|c| !c.is_whitespace() && c != '\\');
    marks == "*" && is_word && after.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９'))
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '（' | '[' | '［' | '{' | '｛' | '「' | '『' | '【' | '〔' | '〈' | '《')
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | '）' | ']' | '］' | '}' | '｝' | '」' | '』' | '】' | '〕' | '〉' | '》')
}
