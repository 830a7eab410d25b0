//! Running text from the parser's events: lines of inlines, with ruby and without sentinels.

use std::ops::Range;

use super::line_break::{LineEnd, SourceLine, join, needs_space};
use super::marked_ruby::{self, OpenBrace};
use super::reference::{self, Origins};
use super::ruby;
use crate::policy::{Image, Inline, Link, plain_text};

/// Emphasis and links nested deeper than this lose their mark-up, never their text.
const MAX_NESTING: usize = 16;

/// Mark-up that surrounds text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Wrapper {
    Strong,
    Emphasis,
    Strikethrough,
    Link { destination: Box<str>, start: usize },
    Image { destination: Box<str>, title: Box<str>, start: usize },
}

/// Collects the inlines of one paragraph, heading or cell.
#[derive(Debug, Default)]
pub(super) struct InlineBuilder {
    /// Open mark-up; the innermost content is in `current`.
    open: Vec<OpenWrapper>,
    /// Mark-up that was opened beyond [`MAX_NESTING`].
    unmarked: usize,
    current: Vec<Inline>,
    /// Text not yet searched for references and ruby, the bytes in it that were escaped, and where it was read.
    text: String,
    escapes: Vec<usize>,
    origins: Origins,
    lines: Vec<SourceLine>,
    line_range: Option<Range<usize>>,
    /// Set when a line ended inside mark-up. The next character decides if that is a space.
    broken: bool,
    last_char: Option<char>,
    /// Groups that look like ruby and are none, with the line's range.
    pub(super) mismatches: Vec<(ruby::RubyGroup, Range<usize>)>,
    /// Groups that look like ruby and have emphasis of a part of them inside.
    pub(super) marked_groups: Vec<Range<usize>>,
    brace: OpenBrace,
    /// Set when the last piece of `current` is emphasis right behind a `{`: the number of marked groups before it.
    base: Option<usize>,
}

/// Open mark-up.
#[derive(Debug)]
struct OpenWrapper {
    wrapper: Wrapper,
    /// What was inside the level below when it opened.
    outer: Vec<Inline>,
    /// It opened right behind a `{`.
    is_base: bool,
}

impl InlineBuilder {
    /// Text as typed; `escaped` when its first character had a backslash before it.
    pub(super) fn text(&mut self, text: &str, escaped: Escaped, range: Range<usize>) {
        self.bridge(text.chars().next());
        if escaped == Escaped::Yes {
            self.escapes.push(self.text.len());
        }
        self.origins.add(text, self.text.len(), range.start);
        self.text.push_str(text);
        let escaped_brace = usize::from(escaped == Escaped::Yes && text.starts_with(['{', '}']));
        self.brace.read(&text[escaped_brace..], range.start + escaped_brace, &mut self.marked_groups);
        self.cover(range);
        self.last_char = text.chars().next_back().or(self.last_char);
    }

    /// Anything that is not text: code, a footnote mark, raw HTML.
    pub(super) fn leaf(&mut self, inline: Inline, range: Range<usize>) {
        let shown = plain_text(std::slice::from_ref(&inline));
        self.bridge(shown.chars().next());
        self.flush();
        self.last_char = shown.chars().next_back().or(self.last_char);
        self.current.push(inline);
        self.cover(range);
    }

    pub(super) fn start(&mut self, wrapper: Wrapper, range: Range<usize>) {
        if self.open.len() >= MAX_NESTING {
            self.unmarked += 1;
            return;
        }
        let is_base = self.text.ends_with('{') && self.escapes.last() != Some(&(self.text.len() - 1));
        self.brace.mark();
        self.flush();
        self.cover(range);
        self.open.push(OpenWrapper { wrapper, outer: std::mem::take(&mut self.current), is_base });
    }

    /// Closes the innermost mark-up; `range` is that of the whole of it.
    pub(super) fn end(&mut self, range: Range<usize>) {
        if self.unmarked > 0 {
            self.unmarked -= 1;
            return;
        }
        self.flush();
        let Some(OpenWrapper { wrapper, outer, is_base }) = self.open.pop() else { return };
        let inner = std::mem::replace(&mut self.current, outer);
        let end = range.end;
        self.brace.mark();
        self.cover(range);
        self.current.push(wrapper.around(inner, end));
        self.base = is_base.then_some(self.marked_groups.len());
    }

    /// Ends a line of the file, or one that the author broke.
    pub(super) fn line_end(&mut self, end: LineEnd) {
        match (self.open.is_empty(), end) {
            (true, end) => self.finish_line(end),
            (false, LineEnd::Soft) => self.broken = true,
            (false, LineEnd::Hard) => {
                self.flush();
                self.current.push(Inline::LineBreak);
                self.last_char = None;
            }
        }
    }

    /// Tells if nothing was collected.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.current.is_empty() && self.text.is_empty() && self.open.is_empty()
    }

    /// All lines; the builder is empty afterwards, but for its mismatches.
    pub(super) fn take_lines(&mut self) -> Vec<SourceLine> {
        while !self.open.is_empty() || self.unmarked > 0 {
            let end = self.line_range.as_ref().map_or(0, |range| range.end);
            self.end(end..end);
        }
        if !self.current.is_empty() || !self.text.is_empty() {
            self.finish_line(LineEnd::Soft);
        }
        self.line_range = None;
        self.broken = false;
        self.last_char = None;
        std::mem::take(&mut self.lines)
    }

    /// All of it as one run of text.
    pub(super) fn take_text(&mut self) -> Vec<Inline> {
        join(self.take_lines())
    }

    fn finish_line(&mut self, end: LineEnd) {
        self.flush();
        self.brace = OpenBrace::default();
        let range = self.line_range.take().unwrap_or(0..0);
        self.lines.push(SourceLine { text: std::mem::take(&mut self.current), range, end });
        self.broken = false;
        self.last_char = None;
    }

    /// Adds the space for a line end inside mark-up, if it stands for one.
    fn bridge(&mut self, next: Option<char>) {
        if std::mem::take(&mut self.broken) && needs_space(self.last_char, next) {
            self.text.push(' ');
        }
    }

    fn flush(&mut self) {
        let base = self.base.take();
        if self.text.is_empty() {
            return;
        }
        if let Some(groups) = base {
            self.take_readings(groups);
        }
        let text = std::mem::take(&mut self.text);
        let escapes = std::mem::take(&mut self.escapes);
        let range = self.line_range.clone().unwrap_or(0..0);
        let origins = std::mem::take(&mut self.origins);
        let mismatches = reference::split(&text, &escapes, &origins, &mut self.current);
        self.mismatches.extend(mismatches.into_iter().map(|group| (group, range.clone())));
    }

    /// Makes ruby of the emphasis before the text and the readings at its start; `groups` is the number of marked groups before.
    fn take_readings(&mut self, groups: usize) {
        let [.., Inline::Text(before), base] = &self.current[..] else { return };
        let Some((ruby, length)) = marked_ruby::around(base, &self.text) else { return };
        let before: Box<str> = before[..before.len() - '{'.len_utf8()].into();
        self.current.truncate(self.current.len() - 2);
        if !before.is_empty() {
            self.current.push(Inline::Text(before));
        }
        self.current.push(ruby);
        self.text.drain(..length);
        self.escapes = self.escapes.iter().filter_map(|at| at.checked_sub(length)).collect();
        self.origins.cut(length);
        if groups < self.marked_groups.len() {
            self.marked_groups.remove(groups);
        }
    }

    fn cover(&mut self, range: Range<usize>) {
        let covered = self.line_range.get_or_insert(range.clone());
        covered.start = covered.start.min(range.start);
        covered.end = covered.end.max(range.end);
    }
}

/// Tells if a backslash stood before the first character of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Escaped {
    Yes,
    No,
}

impl Wrapper {
    fn around(self, inner: Vec<Inline>, end: usize) -> Inline {
        match self {
            Self::Strong => Inline::Strong(inner),
            Self::Emphasis => Inline::Emphasis(inner),
            Self::Strikethrough => Inline::Strikethrough(inner),
            Self::Link { destination, start } => {
                Inline::Link(Box::new(Link { destination, text: inner, range: start..end }))
            }
            Self::Image { destination, title, start } => {
                let alt = plain_text(&inner).into();
                Inline::Image(Box::new(Image { destination, alt, title, range: start..end }))
            }
        }
    }
}
