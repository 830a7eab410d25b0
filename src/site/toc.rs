//! The contents of a document: its sections and annexes, two levels deep.

use super::escape::push_escaped;
use super::link;
use crate::policy::{Block, Body, ClauseKind, FrameKind, plain_text};

/// A line of the contents.
struct Entry<'a> {
    fragment: String,
    number: &'a str,
    separator: &'a str,
    title: String,
    children: &'a [Block],
}

/// A section that the page adds at the foot of the text.
pub(super) struct Ending {
    pub(super) id: &'static str,
    pub(super) heading: &'static str,
}

/// The list of contents as HTML, for the page `file`; empty when there are fewer than two headings to choose from. Its numbers are text, so the
/// list counts nothing itself.
pub(super) fn toc(body: &Body, file: &str, endings: &[Ending]) -> String {
    let entries = entries(&body.blocks);
    let mut out = String::new();
    if entries.len() + endings.len() < 2 {
        return out;
    }
    out.push_str("<ul>\n");
    for entry in &entries {
        open(&mut out, entry, file);
        let inner = self::entries(entry.children);
        if !inner.is_empty() {
            out.push_str("\n<ul>\n");
            for entry in &inner {
                open(&mut out, entry, file);
                out.push_str("</li>\n");
            }
            out.push_str("</ul>\n");
        }
        out.push_str("</li>\n");
    }
    for Ending { id, heading } in endings {
        out.push_str(&format!("<li><a href=\"#{id}\">{heading}</a></li>\n"));
    }
    out.push_str("</ul>");
    out
}

fn open(out: &mut String, entry: &Entry<'_>, file: &str) {
    out.push_str("<li><a href=\"");
    push_escaped(out, &link::relative(file, file, Some(&entry.fragment)));
    out.push_str("\">");
    if !entry.number.is_empty() {
        out.push_str("<span class=\"n\">");
        push_escaped(out, entry.number);
        out.push_str("</span>");
        push_escaped(out, entry.separator);
    }
    push_escaped(out, &entry.title);
    out.push_str("</a>");
}

/// The headings among blocks. Only base text: ruby and footnote marks stay in the heading itself.
fn entries(blocks: &[Block]) -> Vec<Entry<'_>> {
    blocks.iter().filter_map(entry).filter(|entry| !entry.fragment.is_empty()).collect()
}

fn entry(block: &Block) -> Option<Entry<'_>> {
    match block {
        Block::Clause(clause) if matches!(clause.kind, ClauseKind::Section { .. }) => Some(Entry {
            fragment: clause.permalink(),
            number: clause.label.as_ref().map_or("", |label| &label.printed),
            separator: clause.label.as_ref().map_or("", |label| &label.separator),
            title: plain_text(clause.text()),
            children: &clause.children,
        }),
        Block::Frame(frame) if matches!(frame.kind, FrameKind::Annex | FrameKind::Supplementary) => Some(Entry {
            fragment: frame.address().permalink(),
            number: "",
            separator: "",
            title: plain_text(&frame.text),
            children: &frame.blocks,
        }),
        _ => None,
    }
}
