//! What an SVG does besides being a picture: opened by itself it is a page of the site, and its scripts are the site's.
//!
//! Browsers run scripts of an SVG that is opened by its address, not of one that is shown as a picture on a page (SVG
//! Integration, §2: <https://www.w3.org/TR/svg-integration/>). So every SVG below `content/` and in the theme of the site is
//! read, whether or not a page shows it. Names are compared without their prefix and without case, which is stricter than XML.

mod entity;
mod style;
mod text;
mod value;

use std::ops::Range;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::Tree;
use crate::diagnostic::{Diagnostic, Diagnostics, SourceFile, Span, catalogue};
use crate::recall::{Content, Recall};
use entity::{Entities, Unexpanded};
use value::Danger;

/// Elements that run, or that hold a page of their own.
const RUNNING: [&str; 11] =
    ["script", "handler", "listener", "iframe", "frame", "embed", "object", "applet", "portal", "base", "meta"];
/// How many findings of one kind are told of one file: a file made by a program repeats itself.
const MOST: usize = 50;

/// What was found in pictures in the last run.
pub(super) type Memory = Recall<Content, Arc<Diagnostics>>;

/// What is found in the SVG files below `content/` and in the theme of this name.
pub(super) fn check(tree: &Tree, theme: &str, memory: &mut Memory) -> Diagnostics {
    let theme = format!("themes/{theme}/");
    let is_picture = |path: &str| (path.starts_with("content/") || path.starts_with(&theme)) && is_svg(path);
    let files = tree.files.iter().filter(|(path, _)| is_picture(path));
    let wanted = files.map(|(path, bytes)| (path.as_str(), Content(Arc::clone(bytes)), Arc::clone(bytes)));
    let mut found = Diagnostics::default();
    for of_file in memory.each(wanted.collect(), |path, bytes| Arc::new(of_file(&theme, path, &bytes))) {
        found.extend(Diagnostics::clone(&of_file));
    }
    found
}

/// A drawing of cards is a template and need not be XML before it is filled in.
fn of_file(theme: &str, path: &str, bytes: &[u8]) -> Diagnostics {
    let is_template = path.strip_prefix(theme).is_some_and(|below| below.starts_with("cards/"));
    let found = picture(path, bytes).into_iter();
    found.filter(|one| !is_template || one.code.id != catalogue::SVG_UNREADABLE.id).collect()
}

fn is_svg(path: &str) -> bool {
    let suffix = path.rsplit('.').next().unwrap_or_default();
    suffix.eq_ignore_ascii_case("svg") || suffix.eq_ignore_ascii_case("svgz")
}

/// What is found in one file.
fn picture(path: &str, bytes: &[u8]) -> Diagnostics {
    match text::decoded(bytes) {
        Some(text) => {
            let file = SourceFile::new(path, text);
            let (entities, found) = (Entities::default(), Diagnostics::default());
            let mut look = Look { file: &file, entities, style: None, scripts: 0, externals: 0, found };
            look.read();
            look.found
        }
        None => [catalogue::svg_unreadable().in_file(path)].into_iter().collect(),
    }
}

/// A file that is being looked through.
struct Look<'a> {
    file: &'a Arc<SourceFile>,
    entities: Entities,
    /// The text of the style element that is open, and where it starts.
    style: Option<(usize, String)>,
    scripts: usize,
    externals: usize,
    found: Diagnostics,
}

impl Look<'_> {
    fn read(&mut self) {
        let file = Arc::clone(self.file);
        let mut reader = Reader::from_str(&file.text);
        let mut open = 0_usize;
        let mut has_root = false;
        loop {
            let start = offset(reader.buffer_position());
            let event = reader.read_event();
            let range = start..offset(reader.buffer_position()).max(start);
            match event {
                Ok(Event::Start(element)) => {
                    has_root = true;
                    open += 1;
                    self.element(&element, &range);
                    if local(element.name().0) == "style" {
                        self.style = Some((range.end, String::new()));
                    }
                }
                Ok(Event::Empty(element)) => {
                    has_root = true;
                    self.element(&element, &range);
                }
                Ok(Event::End(_)) => {
                    open = open.saturating_sub(1);
                    self.end_style();
                }
                Ok(Event::Text(text)) => self.text(&text.into_inner()),
                Ok(Event::CData(text)) => self.text(&text.into_inner()),
                Ok(Event::GeneralRef(reference)) => self.reference(&reference, &range),
                Ok(Event::PI(instruction)) => self.instruction(&instruction.into_inner(), &range),
                Ok(Event::DocType(text)) => self.doctype(&text.into_inner(), &range),
                Ok(Event::Eof) if has_root && open == 0 => return,
                Ok(Event::Eof) | Err(_) => return self.unreadable(&range),
                Ok(Event::Comment(_) | Event::Decl(_)) => {}
            }
        }
    }

    fn element(&mut self, element: &BytesStart<'_>, range: &Range<usize>) {
        let name = local(element.name().0);
        if RUNNING.contains(&name.as_str()) {
            self.script(&format!("<{}>", element.name().0), range);
        } else if name == "foreignobject" {
            self.external(&format!("<{}>", element.name().0), range);
        }
        let scripts = self.scripts;
        let mut attributes = Vec::new();
        for attribute in element.attributes().with_checks(false) {
            let Ok(attribute) = attribute else { return self.unreadable(range) };
            let key = attribute.key.0;
            let value = match self.entities.expanded(&attribute.value) {
                Ok(value) => value,
                Err(reason) => {
                    self.unexpanded(reason, &format!("{key}=\"{}\"", shortened(&attribute.value)), range);
                    attribute.value.into_owned()
                }
            };
            attributes.push((key.to_owned(), local(key), value));
        }
        for (key, local_name, value) in &attributes {
            let shown = || format!("{key}=\"{}\"", shortened(value));
            match value::danger(&name, (key, local_name, value)) {
                Some(Danger::Script) => self.script(&shown(), range),
                Some(Danger::External) => self.external(&shown(), range),
                None => {}
            }
        }
        if self.scripts == scripts && value::sets_address(&name, &attributes) {
            self.script(&format!("<{}>", element.name().0), range);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, style)) = &mut self.style {
            style.push_str(text);
        }
    }

    fn end_style(&mut self) {
        let Some((start, style)) = self.style.take() else { return };
        let range = start..(start + style.len()).min(self.file.text.len());
        match style::danger(&style) {
            Some(Danger::Script) => self.script("<style>", &range),
            Some(Danger::External) => self.external("<style>", &range),
            None => {}
        }
    }

    /// An entity in the text: what it stands for may hold elements.
    fn reference(&mut self, reference: &BytesRef<'_>, range: &Range<usize>) {
        let name = &**reference;
        let shown = format!("&{name};");
        if let (Some((_, style)), Ok(value)) = (&mut self.style, self.entities.expanded(&shown)) {
            style.push_str(&value);
        }
        if reference.is_char_ref() {
            return;
        }
        match self.entities.text_of(name) {
            Ok(text) if text.contains('<') => self.script(&shown, range),
            Ok(_) => {}
            Err(reason) => self.unexpanded(reason, &shown, range),
        }
    }

    fn unexpanded(&mut self, reason: Unexpanded, shown: &str, range: &Range<usize>) {
        match reason {
            Unexpanded::Unknown => self.unreadable(range),
            Unexpanded::TooMuch => self.script(shown, range),
        }
    }

    fn instruction(&mut self, text: &str, range: &Range<usize>) {
        let lower = text.to_ascii_lowercase();
        if lower.starts_with("xml-stylesheet") {
            // A transformation makes a page of the file, with all that a page may have.
            let is_transformation = ["xsl", "text/xml", "application/xml", "javascript:", "data:"];
            if is_transformation.iter().any(|sign| lower.contains(sign)) {
                self.script("<?xml-stylesheet?>", range);
            } else {
                self.external("<?xml-stylesheet?>", range);
            }
        }
    }

    fn doctype(&mut self, text: &str, range: &Range<usize>) {
        match Entities::declared(text) {
            Some(entities) => self.entities = entities,
            // Attributes by default, entities from elsewhere: what the file will be cannot be seen in it.
            None => self.script("<!DOCTYPE>", range),
        }
    }

    fn script(&mut self, shown: &str, range: &Range<usize>) {
        self.scripts += 1;
        if self.scripts <= MOST {
            self.found.push(self.at(catalogue::svg_script(shown), range));
        }
    }

    fn external(&mut self, shown: &str, range: &Range<usize>) {
        self.externals += 1;
        if self.externals <= MOST {
            self.found.push(self.at(catalogue::svg_external(shown), range));
        }
    }

    fn unreadable(&mut self, range: &Range<usize>) {
        self.found.push(self.at(catalogue::svg_unreadable(), range));
    }

    /// At the first line of what was found.
    fn at(&self, finding: crate::diagnostic::Finding, range: &Range<usize>) -> Diagnostic {
        let text = self.file.text.get(range.clone()).unwrap_or_default();
        let blanks = text.len() - text.trim_start().len();
        let start = range.start + blanks;
        let length = text[blanks..].lines().next().map_or(0, str::len);
        finding.at(Span::new(self.file, start..start + length))
    }
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// A name without its prefix, in small letters.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}

/// A value as it is shown in a finding: at most 40 characters, on one line.
fn shortened(value: &str) -> String {
    let line: String = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

#[cfg(test)]
mod tests;
