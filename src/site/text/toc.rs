//! The contents of a document: its sections and annexes, two levels deep.

use crate::policy::{Block, Body, Clause, ClauseKind, Fragment, FrameKind, plain_text};
use crate::site::frame::link;
use crate::site::frame::theme::Components;

/// A line of the contents.
struct TocEntry<'a> {
    fragment: Fragment,
    number: &'a str,
    separator: &'a str,
    title: String,
    children: &'a [Block],
}

/// The contents as HTML, for the page `file`; empty when there are fewer than two headings. `ends` are the lines of the sections
/// at the foot of the page, as HTML. The numbers are text, so the list counts nothing itself.
pub(crate) fn toc(parts: &Components, body: &Body, file: &str, ends: &[String]) -> String {
    let entries = entries(&body.blocks);
    if entries.len() + ends.len() < 2 {
        return String::new();
    }
    let mut items = String::new();
    for entry in &entries {
        let mut children = String::new();
        self::entries(entry.children).iter().for_each(|child| push(&mut children, parts, child, file, ""));
        if !children.is_empty() {
            children = parts.contents_children.with([&children]);
        }
        push(&mut items, parts, entry, file, &children);
    }
    ends.iter().for_each(|end| items.push_str(end));
    parts.contents.with([&items])
}

fn push(out: &mut String, parts: &Components, entry: &TocEntry<'_>, file: &str, children: &str) {
    let number = match entry.number {
        "" => String::new(),
        number => parts.contents_number.with([number, entry.separator]),
    };
    let href = link::relative(file, file, Some(&entry.fragment));
    parts.contents_item.push(out, [&href, &number, &entry.title, children]);
}

/// The headings among blocks. Only base text: ruby and footnote marks stay in the heading itself.
fn entries(blocks: &[Block]) -> Vec<TocEntry<'_>> {
    blocks.iter().filter_map(entry).filter(|entry| !entry.fragment.is_empty()).collect()
}

/// The text of a heading, with the caption above it.
fn titled(clause: &Clause) -> String {
    let caption =
        clause.caption.as_ref().map_or_else(String::new, |caption| plain_text(&caption.value).trim().to_owned());
    format!("{caption}{}", plain_text(clause.text()))
}

fn entry(block: &Block) -> Option<TocEntry<'_>> {
    match block {
        Block::Clause(clause) if matches!(clause.kind, ClauseKind::Section { .. }) => Some(TocEntry {
            fragment: clause.permalink(),
            number: clause.label.as_ref().map_or("", |label| &label.printed),
            separator: clause.label.as_ref().map_or("", |label| &label.separator),
            title: titled(clause),
            children: &clause.children,
        }),
        // An article with a caption above it is called by both.
        Block::Clause(clause @ Clause { label: Some(label), caption: Some(caption), .. }) => Some(TocEntry {
            fragment: clause.permalink(),
            number: &label.printed,
            separator: "",
            title: plain_text(&caption.value).trim().to_owned(),
            children: &[],
        }),
        Block::Frame(frame) if matches!(frame.kind, FrameKind::Annex | FrameKind::Supplementary) => Some(TocEntry {
            fragment: frame.address().permalink(),
            number: "",
            separator: "",
            title: plain_text(&frame.text),
            children: &frame.blocks,
        }),
        _ => None,
    }
}
