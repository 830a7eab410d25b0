//! Running text into HTML: every character as typed, none of them markup.

use super::writer::{Destination, Writer};
use crate::policy::{Image, Inline, Link, RubyPair, plain_text};

/// Writes running text.
pub(super) fn inlines(w: &mut Writer<'_>, text: &[Inline]) {
    for inline in text {
        match inline {
            Inline::Text(text) | Inline::RawHtml(text) => w.text(text),
            Inline::Ruby(pairs) => ruby(w, pairs),
            Inline::Strong(inner) => wrapped(w, "strong", inner),
            Inline::Emphasis(inner) => wrapped(w, "em", inner),
            Inline::Strikethrough(inner) => wrapped(w, "s", inner),
            Inline::Code(code) => {
                w.markup("<code>");
                w.text(code);
                w.markup("</code>");
            }
            Inline::Link(link) => anchor(w, link),
            Inline::Image(image) => picture(w, image),
            Inline::FootnoteReference(number) => footnote_reference(w, *number),
            Inline::LineBreak => w.markup("<br>"),
        }
    }
}

fn wrapped(w: &mut Writer<'_>, tag: &str, inner: &[Inline]) {
    w.markup(&format!("<{tag}>"));
    inlines(w, inner);
    w.markup(&format!("</{tag}>"));
}

/// `<rp>` keeps the reading in brackets where ruby is not shown.
fn ruby(w: &mut Writer<'_>, pairs: &[RubyPair]) {
    w.markup("<ruby>");
    for pair in pairs {
        w.text(&pair.base);
        w.markup("<rp>（</rp><rt>");
        w.text(&pair.reading);
        w.markup("</rt><rp>）</rp>");
    }
    w.markup("</ruby>");
}

fn anchor(w: &mut Writer<'_>, link: &Link) {
    match w.destination(&link.destination) {
        _ if w.links > 0 => inlines(w, &link.text),
        Destination::Page(href) => linked(w, &href, &link.text),
        Destination::External => linked(w, &link.destination, &link.text),
        Destination::File { href, path } => {
            let note = file_note(w, &path, &plain_text(&link.text));
            w.markup("<a");
            w.attribute("href", &href);
            w.markup(">");
            link_text(w, &link.text);
            w.text(&note);
            w.markup("</a>");
            w.assets.insert(path);
        }
        Destination::Nowhere => inlines(w, &link.text),
    }
}

fn linked(w: &mut Writer<'_>, href: &str, text: &[Inline]) {
    w.markup("<a");
    w.attribute("href", href);
    w.markup(">");
    link_text(w, text);
    w.markup("</a>");
}

fn link_text(w: &mut Writer<'_>, text: &[Inline]) {
    w.links += 1;
    inlines(w, text);
    w.links -= 1;
}

/// What one should know before opening a file, as Japanese official sites write it: `（PDF、1.2MB）`. A format that the
/// text already names is not repeated.
fn file_note(w: &Writer<'_>, path: &str, text: &str) -> String {
    let format = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_uppercase()).unwrap_or_default();
    let size = w.shelf.assets.get(path).map(|bytes| file_size(bytes.len())).unwrap_or_default();
    let named = format.is_empty() || text.to_ascii_uppercase().contains(&format);
    match (named, size.is_empty()) {
        (true, true) => String::new(),
        (true, false) => format!("（{size}）"),
        (false, true) => format!("（{format}）"),
        (false, false) => format!("（{format}、{size}）"),
    }
}

/// A size in decimal units, never 0.
fn file_size(bytes: usize) -> String {
    match bytes {
        0..=999_499 => format!("{}KB", bytes.div_ceil(1000).max(1)),
        _ => format!("{}.{}MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

fn picture(w: &mut Writer<'_>, image: &Image) {
    match w.destination(&image.destination) {
        Destination::File { href, path } => {
            w.markup("<img");
            w.attribute("src", &href);
            w.attribute("alt", &image.alt);
            if !image.title.is_empty() {
                w.attribute("title", &image.title);
            }
            if let Some((width, height)) = w.shelf.assets.get(&path).and_then(|bytes| super::picture::size(bytes)) {
                w.markup(&format!(" width=\"{width}\" height=\"{height}\""));
            }
            w.markup(">");
            w.assets.insert(path);
        }
        // A picture elsewhere would tell another server who reads this. `check` has reported it.
        Destination::External | Destination::Page(_) | Destination::Nowhere => w.text(&image.alt),
    }
}

/// The mark leads to the note; its own id lets the note lead back. A mark within a link is only a mark.
fn footnote_reference(w: &mut Writer<'_>, number: u32) {
    let count = usize::try_from(number).ok().and_then(|n| w.references.get_mut(n.checked_sub(1)?));
    match count {
        Some(count) if w.links == 0 => {
            *count += 1;
            let count = *count;
            w.markup(&format!(
                "<sup><a href=\"#fn{number}\" id=\"fnref{number}-{count}\">注{number}</a></sup>"
            ));
        }
        _ => w.markup(&format!("<sup>注{number}</sup>")),
    }
}
