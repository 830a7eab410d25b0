//! The parser's events as a tree of blocks, before anything is known of clauses.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::containers::{ContainerKind, Containers, MAX_DEPTH, Nesting};
use super::emphasis::PreparedMarkdown;
use super::html_block::{self, HtmlTables};
use super::html_table::{self, HtmlFault, HtmlFaultKind};
use super::inline::{Escaped, InlineBuilder, Wrapper};
use super::line_break::{LineEnd, SourceLine};
use super::node::{MarkdownNode, MarkdownNodes};
use super::pipe_table::PipeTable;
use super::syntax;
use crate::diagnostic::{Diagnostics, SourceFile, Span, catalogue};
use crate::policy::Inline;

/// Reads the Markdown of `file` from byte `start` on.
pub(super) fn read(file: &Arc<SourceFile>, start: usize) -> (MarkdownNodes, Diagnostics) {
    let markdown = file.text.get(start..).unwrap_or_default();
    let prepared = PreparedMarkdown::new(markdown);
    let mut builder = Builder {
        file,
        start,
        prepared: &prepared,
        containers: Containers::new(start),
        inline: InlineBuilder::default(),
        literal: None,
        table: None,
        html: HtmlTables::default(),
        links_used: BTreeSet::new(),
        footnotes: BTreeMap::new(),
        found: Diagnostics::default(),
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let parser = Parser::new_ext(&prepared.text, options);
    let mut definitions: Vec<_> =
        parser.reference_definitions().iter().map(|(name, link)| (name.to_owned(), link.span.clone())).collect();
    // The parser keeps them in no order.
    definitions.sort_by_key(|(_, span)| span.start);
    for (event, range) in parser.into_offset_iter() {
        let range = builder.original(range);
        builder.event(event, range);
    }
    builder.report_unused(&definitions);
    builder.finish()
}

/// Text that is taken as it is: a code block or an HTML block.
struct Literal {
    info: Option<Box<str>>,
    text: String,
    start: usize,
}

struct Builder<'a> {
    file: &'a Arc<SourceFile>,
    start: usize,
    prepared: &'a PreparedMarkdown<'a>,
    containers: Containers,
    inline: InlineBuilder,
    literal: Option<Literal>,
    table: Option<PipeTable>,
    /// What is known of HTML tables.
    html: HtmlTables,
    /// Names of the link definitions that some link uses.
    links_used: BTreeSet<String>,
    /// The numbers of footnotes by the names as typed.
    footnotes: BTreeMap<Box<str>, u32>,
    found: Diagnostics,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.is_in_html_table(&range) {
            return;
        }
        match event {
            Event::Start(tag) => self.open(tag, range),
            Event::End(tag) => self.close(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => {
                let text = self.prepared.strip(&text).as_ref().into();
                self.inline.leaf(Inline::Code(text), range);
            }
            Event::InlineHtml(html) if self.table.is_some() && syntax::is_line_break(&html) => {
                self.inline.line_end(LineEnd::Hard);
            }
            Event::InlineHtml(html) => {
                let html = self.prepared.strip(&html).into_owned();
                self.found.push(syntax::raw_html(&html, Span::new(self.file, range.clone())));
                self.inline.leaf(Inline::RawHtml(html.into()), range);
            }
            Event::Html(html) => {
                let html = self.prepared.strip(&html);
                if let Some(literal) = &mut self.literal {
                    literal.text.push_str(&html);
                }
            }
            Event::FootnoteReference(name) => {
                let number = self.reference(&self.prepared.strip(&name));
                self.inline.leaf(Inline::FootnoteReference(number), range);
            }
            Event::SoftBreak => self.inline.line_end(LineEnd::Soft),
            Event::HardBreak => self.inline.line_end(LineEnd::Hard),
            Event::Rule => {
                self.flush_tight();
                self.containers.push(MarkdownNode::Rule);
            }
            // Extensions that are not switched on.
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let start = range.start;
        match tag {
            Tag::Strong => self.inline.start(Wrapper::Strong, range),
            Tag::Emphasis => self.inline.start(Wrapper::Emphasis, range),
            Tag::Strikethrough => self.inline.start(Wrapper::Strikethrough, range),
            Tag::Link { dest_url, id, .. } => {
                self.use_link(&id);
                let destination = self.prepared.strip(&dest_url).as_ref().into();
                self.inline.start(Wrapper::Link { destination, start }, range);
            }
            Tag::Image { dest_url, title, id, .. } => {
                self.use_link(&id);
                let destination = self.prepared.strip(&dest_url).as_ref().into();
                let title = self.prepared.strip(&title).as_ref().into();
                self.inline.start(Wrapper::Image { destination, title, start }, range);
            }
            _ => {
                self.flush_tight();
                self.open_block(tag, start);
            }
        }
    }

    fn open_block(&mut self, tag: Tag<'_>, start: usize) {
        match tag {
            Tag::BlockQuote(_) => self.enter(ContainerKind::Quote, start),
            Tag::List(_) => self.enter(ContainerKind::List(Vec::new()), start),
            Tag::Item => self.enter(ContainerKind::Item, start),
            Tag::FootnoteDefinition(name) => {
                let name = self.prepared.strip(&name).as_ref().into();
                self.enter(ContainerKind::Note(name), start);
            }
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => self.prepared.strip(&info).as_ref().into(),
                    CodeBlockKind::Indented => {
                        let end = self.file.text[start..].find('\n').map_or(self.file.text.len(), |at| start + at);
                        self.found.push(catalogue::indented_code().at(Span::new(self.file, start..end)));
                        "".into()
                    }
                };
                self.literal = Some(Literal { info: Some(info), text: String::new(), start });
            }
            Tag::HtmlBlock => self.literal = Some(Literal { info: None, text: String::new(), start }),
            Tag::Table(alignments) => {
                self.table = Some(PipeTable::new(&alignments, start));
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {
                self.inline.end(range);
            }
            TagEnd::Paragraph => self.close_paragraph(),
            TagEnd::Heading(level) => self.close_heading(level as u8, range),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.flush_tight();
                self.containers.leave(self.file, range.end);
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock => self.close_literal(range.end),
            TagEnd::TableCell => {
                let cell = self.inline.take_text();
                self.report_marked_groups();
                if let Some(table) = &mut self.table {
                    table.cell(cell, &self.file.text[range]);
                }
            }
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.end_header(self.file, &range, &mut self.found);
                }
            }
            TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.end_row(self.file, range, &mut self.found);
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.containers.push(table.finish(range.end));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let stripped = self.prepared.strip(text);
        if let Some(literal) = &mut self.literal {
            literal.text.push_str(&stripped);
            return;
        }
        let escaped = if self.file.text[..range.start].ends_with('\\') { Escaped::Yes } else { Escaped::No };
        syntax::stray_marks(self.file, range.clone(), &mut self.found);
        syntax::missing_footnote(self.file, range.clone(), &mut self.found);
        self.inline.text(&stripped, escaped, range);
    }

    fn close_paragraph(&mut self) {
        let lines = self.inline.take_lines();
        self.report_mismatches();
        if !lines.is_empty() {
            self.containers.push(MarkdownNode::Paragraph { lines });
        }
    }

    fn close_heading(&mut self, level: u8, range: Range<usize>) {
        let lines = self.inline.take_lines();
        self.report_mismatches();
        if let Some(underline) = syntax::setext_underline(self.file, &range) {
            self.found.push(syntax::setext_heading(self.file, underline));
            self.containers.push(MarkdownNode::Paragraph { lines });
            self.containers.push(MarkdownNode::Rule);
        } else if lines.is_empty() {
            self.found.push(catalogue::empty_heading().at(Span::new(self.file, syntax::first_line(self.file, &range))));
        } else {
            let text = super::line_break::join(lines);
            self.containers.push(MarkdownNode::Heading { level, text, range: syntax::first_line(self.file, &range) });
        }
    }

    fn close_literal(&mut self, end: usize) {
        let Some(Literal { info, text, start }) = self.literal.take() else { return };
        let range = start..end;
        if let Some(info) = info {
            self.containers.push(MarkdownNode::Preformatted { info, text: text.into(), range });
            return;
        }
        if !self.html_table(&text, &range) {
            self.raw_html(&text, &range);
        }
    }

    /// Shows HTML as the characters it is.
    fn raw_html(&mut self, html: &str, range: &Range<usize>) {
        let html = html.trim_end_matches('\n');
        self.found.push(syntax::raw_html(html, Span::new(self.file, syntax::first_line(self.file, range))));
        self.push_html(html, range);
    }

    fn push_html(&mut self, html: &str, range: &Range<usize>) {
        let line = |text: &str| SourceLine {
            text: vec![Inline::RawHtml(text.into())],
            range: range.clone(),
            end: LineEnd::Hard,
        };
        self.containers.push(MarkdownNode::Paragraph { lines: html.lines().map(line).collect() });
    }

    /// Tells if a block or text belongs to an HTML table that has been read, with the blank lines in it. What stands behind the table
    /// in the same block is shown.
    fn is_in_html_table(&mut self, range: &Range<usize>) -> bool {
        let skipped = &mut self.html.skipped;
        if !skipped.contains(&range.start) {
            return false;
        }
        if range.end > skipped.end {
            let rest = skipped.end..range.end;
            skipped.end = range.end;
            self.behind_table(rest);
        }
        true
    }

    /// Shows what stands behind `</table>` in the same block.
    fn behind_table(&mut self, range: Range<usize>) {
        let rest = self.file.text[range.clone()].trim().to_owned();
        if !rest.is_empty() {
            self.raw_html(&rest, &range);
        }
    }

    /// Reads an HTML block as a table. Returns `false` if it does not begin like one, or stands in a quotation, whose lines begin
    /// with marks.
    fn html_table(&mut self, text: &str, block: &Range<usize>) -> bool {
        if !html_table::begins(text) || self.containers.is_quoted() {
            return false;
        }
        let file = Arc::clone(self.file);
        let read = match self.html.end_of_table(&file.text, block.start) {
            Some(end) => {
                html_table::read(&file.text[block.start..end], block.start, &mut |name| self.note_number(name))
                    .map(|table| (table, end))
            }
            None => Err(HtmlFault { kind: HtmlFaultKind::Unclosed, range: syntax::first_line(self.file, block) }),
        };
        match read {
            Ok((table, end)) => {
                html_block::push(table, block.start..end, &mut self.containers);
                if end < block.end {
                    self.behind_table(end..block.end);
                }
                self.html.skipped = block.start..end.max(block.end);
            }
            Err(fault) => {
                self.found.push(html_block::fault(&fault, self.file));
                self.push_html(text.trim_end_matches('\n'), block);
            }
        }
        true
    }

    /// The number of a footnote that has a note.
    fn note_number(&mut self, name: &str) -> Option<u32> {
        self.html.has_note(&self.file.text, name).then(|| self.reference(name))
    }

    /// In a tight list the text of an item comes without a paragraph around it.
    fn flush_tight(&mut self) {
        if !self.inline.is_empty() {
            self.close_paragraph();
        }
    }

    fn enter(&mut self, kind: ContainerKind, start: usize) {
        if self.containers.enter(kind, start) == Nesting::FirstTooDeep {
            let place = Span::new(self.file, syntax::first_line(self.file, &(start..start)));
            self.found.push(catalogue::nesting_too_deep(MAX_DEPTH).at(place));
        }
    }

    /// The number of a footnote: by first reference, from 1.
    fn reference(&mut self, name: &str) -> u32 {
        let next = u32::try_from(self.footnotes.len() + 1).unwrap_or(u32::MAX);
        *self.footnotes.entry(name.into()).or_insert(next)
    }

    fn use_link(&mut self, name: &str) {
        if !name.is_empty() {
            self.links_used.insert(syntax::link_name(&self.prepared.strip(name)));
        }
    }

    /// Definitions that no link uses: most are sentences that happen to start with `[注]: `, and would vanish.
    fn report_unused(&mut self, definitions: &[(String, Range<usize>)]) {
        for (name, range) in definitions {
            let name = self.prepared.strip(name);
            if !self.links_used.contains(&syntax::link_name(&name)) {
                let line = syntax::first_line(self.file, &self.original(range.clone()));
                self.found.push(catalogue::reference_unused(&name).at(Span::new(self.file, line)));
            }
        }
    }

    fn report_mismatches(&mut self) {
        self.report_marked_groups();
        // They come in the order of the text: each is looked for behind the one before.
        let mut from = 0;
        for (group, range) in std::mem::take(&mut self.inline.mismatches) {
            let rest = Span::new(self.file, range.start.max(from)..range.end.max(from));
            let (found, end) = syntax::ruby_mismatch(&group, &rest);
            self.found.push(found);
            from = end;
        }
    }

    fn report_marked_groups(&mut self) {
        for range in std::mem::take(&mut self.inline.marked_groups) {
            self.found.push(catalogue::ruby_emphasis().at(Span::new(self.file, range)));
        }
    }

    fn original(&self, range: Range<usize>) -> Range<usize> {
        let at = |offset| self.start + self.prepared.original_offset(offset);
        at(range.start)..at(range.end)
    }

    fn finish(mut self) -> (MarkdownNodes, Diagnostics) {
        self.flush_tight();
        let (nodes, notes) = self.containers.finish(self.file);
        (MarkdownNodes { nodes, notes, references: self.footnotes }, self.found)
    }
}
