//! The text of a cell of an HTML table.

use std::ops::Range;

use super::HtmlCell;
use super::scan::{TagName, decoded};
use crate::markdown::inline::{Escaped, InlineBuilder};
use crate::markdown::line_break::LineEnd;
use crate::policy::{Inline, RubyPair};

/// The text of an open cell or caption.
#[derive(Debug, Default)]
pub(super) struct CellText {
    inline: InlineBuilder,
    start: usize,
    /// Space that is part of the text only if more follows on its line.
    space: String,
    /// A line of the file has ended, and more may follow.
    line_end: Option<LineEnd>,
    ruby: Option<OpenRuby>,
}

/// Ruby that is read.
#[derive(Debug, Default)]
struct OpenRuby {
    pairs: Vec<RubyPair>,
    base: String,
    reading: String,
    /// The tag inside that is open.
    open: Option<TagName>,
    start: usize,
}

impl CellText {
    pub(super) fn new(start: usize) -> Self {
        Self { start, ..Self::default() }
    }

    /// Adds text as it stands in the file.
    pub(super) fn text(&mut self, text: &str, range: &Range<usize>, notes: &mut dyn FnMut(&str) -> Option<u32>) {
        if let Some(ruby) = &mut self.ruby {
            return ruby.text(text.trim());
        }
        let mut at = range.start;
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.space.clear();
                self.line_end = self.line_end.or(Some(LineEnd::Soft));
            }
            let inner = if self.at_line_start() { line.trim_start() } else { line };
            let from = at + (line.len() - inner.len());
            let shown = inner.trim_end();
            if !shown.is_empty() {
                self.begin();
                self.piece(shown, from, notes);
            }
            self.space.push_str(&inner[shown.len()..]);
            at += line.len() + 1;
        }
    }

    /// Tells if nothing of the line has been read.
    fn at_line_start(&self) -> bool {
        self.line_end.is_some() || self.inline.is_empty()
    }

    /// Ends the line before and adds the space before what follows.
    fn begin(&mut self) {
        if let Some(end) = self.line_end.take()
            && !self.inline.is_empty()
        {
            self.inline.line_end(end);
        }
        let space = std::mem::take(&mut self.space);
        if !space.is_empty() {
            let end = self.start;
            self.inline.text(&space, Escaped::No, end..end);
        }
    }

    /// Adds text with marks of footnotes.
    fn piece(&mut self, text: &str, start: usize, notes: &mut dyn FnMut(&str) -> Option<u32>) {
        let (mut done, mut from) = (0, 0);
        while let Some(open) = text[from..].find("[^").map(|at| from + at) {
            from = open + 2;
            let Some(close) = text[from..].find(['[', ']']).map(|at| from + at) else { break };
            let Some(number) = text[close..].starts_with(']').then(|| notes(&text[from..close])).flatten() else {
                continue;
            };
            self.run(&text[done..open], start + done);
            self.inline.leaf(Inline::FootnoteReference(number), start + open..start + close + 1);
            done = close + 1;
            from = done;
        }
        self.run(&text[done..], start + done);
    }

    fn run(&mut self, text: &str, start: usize) {
        if !text.is_empty() {
            self.inline.text(&decoded(text), Escaped::No, start..start + text.len());
        }
    }

    /// Opens a tag inside the cell. Tells if it may stand here.
    pub(super) fn open(&mut self, name: TagName, range: &Range<usize>) -> bool {
        match (name, &mut self.ruby) {
            (TagName::Break, None) => {
                self.space.clear();
                if self.line_end == Some(LineEnd::Hard) {
                    self.inline.line_end(LineEnd::Hard);
                }
                self.line_end = Some(LineEnd::Hard);
                true
            }
            (TagName::Ruby, None) => {
                self.begin();
                self.ruby = Some(OpenRuby { start: range.start, ..OpenRuby::default() });
                true
            }
            (TagName::RubyBase | TagName::Reading | TagName::RubyBracket, Some(ruby)) => {
                ruby.open = Some(name);
                true
            }
            _ => false,
        }
    }

    /// Closes a tag inside the cell. Tells if it was open.
    pub(super) fn close(&mut self, name: TagName) -> bool {
        match (name, &mut self.ruby) {
            (TagName::Ruby, Some(ruby)) => {
                ruby.end_pair();
                // A base without a reading would vanish from what a reader hears.
                let (pairs, is_whole) = (std::mem::take(&mut ruby.pairs), ruby.base.is_empty());
                let start = ruby.start;
                self.ruby = None;
                let is_ruby = is_whole && !pairs.is_empty();
                if is_ruby {
                    self.inline.leaf(Inline::Ruby(pairs.into()), start..start);
                }
                is_ruby
            }
            (TagName::RubyBase | TagName::Reading | TagName::RubyBracket, Some(ruby)) => {
                if name == TagName::Reading {
                    ruby.end_pair();
                }
                ruby.open.take() == Some(name)
            }
            _ => false,
        }
    }

    /// Tells if ruby is open.
    pub(super) fn is_in_ruby(&self) -> bool {
        self.ruby.is_some()
    }

    /// The text and its bytes; nothing if it is empty or ruby is open.
    pub(super) fn finish(mut self, end: usize) -> Option<HtmlCell> {
        let text = self.inline.take_text();
        (self.ruby.is_none() && !text.is_empty()).then_some(HtmlCell { text, range: self.start..end })
    }
}

impl OpenRuby {
    fn text(&mut self, text: &str) {
        match self.open {
            Some(TagName::Reading) => self.reading.push_str(&decoded(text)),
            Some(TagName::RubyBracket) => {}
            _ => {
                self.end_pair();
                self.base.push_str(&decoded(text));
            }
        }
    }

    /// Ends a base with its reading, if it has one.
    fn end_pair(&mut self) {
        if !self.base.is_empty() && !self.reading.is_empty() {
            let (base, reading) = (std::mem::take(&mut self.base), std::mem::take(&mut self.reading));
            self.pairs.push(RubyPair { base: base.into(), reading: reading.into() });
        }
    }
}
