//! Style sheets inside a picture.

use super::danger::{Danger, leads_away, plain, runs};

/// The `style` elements that are open.
#[derive(Debug, Default)]
pub(super) struct StyleElements(Vec<StyleElement>);

/// A `style` element.
#[derive(Debug)]
pub(super) struct StyleElement {
    depth: usize,
    /// The byte where its text starts.
    pub(super) start: usize,
    pub(super) text: String,
}

impl StyleElements {
    /// Opens an element at this depth, in elements.
    pub(super) fn open(&mut self, depth: usize, start: usize) {
        self.0.push(StyleElement { depth, start, text: String::new() });
    }

    /// Adds text at this depth. Text of an element inside is not part of the sheet (HTML, "child text content").
    pub(super) fn add(&mut self, depth: usize, text: &str) {
        if let Some(sheet) = self.0.last_mut().filter(|sheet| sheet.depth == depth) {
            sheet.text.push_str(text);
        }
    }

    /// Closes the element at this depth, if it is a `style` element.
    pub(super) fn close(&mut self, depth: usize) -> Option<StyleElement> {
        self.0.pop_if(|sheet| sheet.depth == depth)
    }
}

/// The danger of a style sheet or a `style` attribute. Comments are removed and escapes resolved, as a browser does.
pub(super) fn danger(style: &str) -> Option<Danger> {
    let css = unescaped(&without_comments(style)).to_ascii_lowercase();
    let addresses = || css.match_indices("url(").map(|(at, _)| address(&css[at + "url(".len()..]));
    if addresses().any(|address| runs(&plain(address))) || css.contains("expression(") || css.contains("-moz-binding") {
        return Some(Danger::Script);
    }
    let is_external =
        css.contains("@import") || css.contains("image-set(") || addresses().any(|address| leads_away(&plain(address)));
    is_external.then_some(Danger::External)
}

/// The address in `url(…)`; `rest` starts behind the parenthesis.
fn address(rest: &str) -> &str {
    let rest = rest.trim_start();
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''));
    match quote {
        Some(quote) => rest[1..].split(quote).next().unwrap_or_default(),
        None => rest.split(')').next().unwrap_or_default(),
    }
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// Resolves escapes (CSS Syntax 3, §4.3.7): a backslash with up to six hexadecimal digits and a blank, or with one
/// other character.
fn unescaped(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut chars = css.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let mut digits = String::new();
        while digits.len() < 6
            && let Some(digit) = chars.next_if(char::is_ascii_hexdigit)
        {
            digits.push(digit);
        }
        match u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32) {
            Some(meant) => {
                out.push(meant);
                let _ = chars.next_if(char::is_ascii_whitespace);
            }
            None => out.extend(chars.next()),
        }
    }
    out
}
