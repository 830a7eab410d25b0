//! Finds scripts and external addresses in SVG and other XML files.
//!
//! A browser runs the scripts of an SVG that is opened by its address, but not those of an SVG that a page shows as a
//! picture (SVG Integration, §2: <https://www.w3.org/TR/svg-integration/>). An SVG opened by its address is a page of
//! the site, and its scripts are the site's. So every SVG below `content/` and in the theme is read, whether or not a
//! page shows it. Every other file that browsers read as XML is read as well: it may hold a page or a picture. Names
//! are compared without case, which is stricter than XML.

mod danger;
mod entity;
mod event;
mod namespace;
mod style;
mod text;
mod value;

use std::ops::Range;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::Tree;
use crate::diagnostic::{Diagnostic, Diagnostics, SourceFile, Span, catalogue};
use crate::recall::{Recall, SameBytes};
use danger::Danger;
use entity::{Entities, Unexpanded};
use namespace::{Namespace, Namespaces};
use style::StyleElements;
use value::{Attribute, Element};

/// Elements that run a script or hold a page.
const RUNNING: [&str; 8] = ["script", "handler", "listener", "iframe", "frame", "embed", "applet", "portal"];
/// Elements of HTML that do the same; in SVG these names mean nothing.
const RUNNING_IN_PAGES: [&str; 3] = ["object", "base", "meta"];
/// The suffixes of pictures; `svgz` is compressed.
const PICTURES: [&str; 2] = ["svg", "svgz"];
/// Other suffixes of files that browsers read as XML, with their scripts (HTML, "XML MIME type").
const DOCUMENTS: [&str; 11] = ["xml", "xhtml", "xht", "xsl", "xslt", "rdf", "rss", "atom", "mml", "mathml", "xsd"];
/// The most findings of one kind in one file. A file made by a program repeats itself.
const MOST: usize = 50;

/// The findings of the last run by file.
pub(super) type PictureMemory = Recall<SameBytes, Arc<Diagnostics>>;

/// How a browser treats a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum XmlKind {
    Picture,
    /// Data or a page in XML. It may load things and have a head; it may not have scripts.
    Document,
}

/// Checks the SVG and other XML files below `content/` and in the theme with this name.
pub(super) fn check(tree: &Tree, theme: &str, memory: &mut PictureMemory) -> Diagnostics {
    let theme = format!("themes/{theme}/");
    let is_of_site = |path: &str| path.starts_with("content/") || path.starts_with(&theme);
    let files = tree.files.iter().filter(|(path, _)| is_of_site(path) && kind_of(path).is_some());
    let wanted = files.map(|(path, bytes)| (path.as_str(), SameBytes(Arc::clone(bytes)), Arc::clone(bytes)));
    let mut found = Diagnostics::default();
    for of_file in memory.each(wanted.collect(), |path, bytes| Arc::new(of_file(&theme, path, &bytes))) {
        found.extend(Diagnostics::clone(&of_file));
    }
    found
}

/// A card drawing of a theme is a template. It need not be XML before it is filled in.
fn of_file(theme: &str, path: &str, bytes: &[u8]) -> Diagnostics {
    let is_template = path.strip_prefix(theme).is_some_and(|below| below.starts_with("cards/"));
    let found = picture(path, bytes).into_iter();
    found.filter(|one| !is_template || one.code.id != catalogue::SVG_UNREADABLE.id).collect()
}

fn kind_of(path: &str) -> Option<XmlKind> {
    let (_, suffix) = path.rsplit_once('.')?;
    let is_one_of = |suffixes: &[&str]| suffixes.iter().any(|one| suffix.eq_ignore_ascii_case(one));
    match () {
        () if is_one_of(&PICTURES) => Some(XmlKind::Picture),
        () if is_one_of(&DOCUMENTS) => Some(XmlKind::Document),
        () => None,
    }
}

/// Checks one file.
fn picture(path: &str, bytes: &[u8]) -> Diagnostics {
    let kind = kind_of(path).unwrap_or(XmlKind::Picture);
    let Some(text) = text::decoded(bytes) else {
        return [catalogue::svg_unreadable().in_file(path)].into_iter().collect();
    };
    let file = SourceFile::new(path, text);
    let none = if kind == XmlKind::Picture { Namespace::Picture } else { Namespace::Other };
    let mut scan = SvgScan {
        file: &file,
        kind,
        open: 0,
        namespaces: Namespaces::new(none),
        entities: Entities::default(),
        sheets: StyleElements::default(),
        scripts: 0,
        externals: 0,
        found: Diagnostics::default(),
    };
    scan.read();
    scan.found
}

/// The scan of one file.
struct SvgScan<'a> {
    file: &'a Arc<SourceFile>,
    kind: XmlKind,
    /// The number of open elements.
    open: usize,
    namespaces: Namespaces,
    entities: Entities,
    sheets: StyleElements,
    scripts: usize,
    externals: usize,
    found: Diagnostics,
}

impl SvgScan<'_> {
    fn read(&mut self) {
        let file = Arc::clone(self.file);
        let mut reader = Reader::from_str(&file.text);
        let mut has_root = false;
        loop {
            let start = offset(reader.buffer_position());
            let event = reader.read_event();
            let range = start..offset(reader.buffer_position()).max(start);
            match event {
                Ok(Event::Start(element)) => {
                    has_root = true;
                    self.element(&element, &range);
                }
                Ok(Event::Empty(element)) => {
                    has_root = true;
                    self.element(&element, &range);
                    self.end();
                }
                Ok(Event::End(_)) => self.end(),
                Ok(Event::Text(text)) => self.sheets.add(self.open, &text.into_inner()),
                Ok(Event::CData(text)) => self.sheets.add(self.open, &text.into_inner()),
                Ok(Event::GeneralRef(reference)) => self.reference(&reference, &range),
                Ok(Event::PI(instruction)) => self.instruction(&instruction.into_inner(), &range),
                Ok(Event::DocType(text)) => self.doctype(&text.into_inner(), &range),
                Ok(Event::Eof) if has_root && self.open == 0 => return,
                Ok(Event::Eof) | Err(_) => return self.unreadable(&range),
                Ok(Event::Comment(_) | Event::Decl(_)) => {}
            }
        }
    }

    fn element(&mut self, element: &BytesStart<'_>, range: &Range<usize>) {
        self.open += 1;
        let attributes = self.attributes(element, range);
        for one in &attributes {
            self.namespaces.declare(self.open, &one.key, &one.value);
        }
        let written = element.name().0;
        let name = local(written);
        let of = Element { name: &name, namespace: self.namespaces.of(written) };
        let scripts = self.scripts;
        if self.is_running(of, written) {
            self.script(&format!("<{written}>"), range);
        } else if of.namespace != Namespace::Other && name == "foreignobject" {
            self.external(&format!("<{written}>"), range);
        }
        for one in &attributes {
            let shown = || format!("{}=\"{}\"", one.key, shortened(&one.value));
            match value::danger(of, one) {
                Some(Danger::Script) => self.script(&shown(), range),
                Some(Danger::External) => self.external(&shown(), range),
                None => {}
            }
        }
        if self.scripts == scripts && value::sets_address(&name, &attributes) {
            self.script(&format!("<{written}>"), range);
        }
        if of.namespace != Namespace::Other && name == "style" {
            self.sheets.open(self.open, range.end);
        }
    }

    fn is_running(&self, element: Element<'_>, written: &str) -> bool {
        let in_page = element.namespace == Namespace::Page || !written.contains(':');
        let is_head = self.kind == XmlKind::Document && matches!(element.name, "base" | "meta");
        element.namespace != Namespace::Other
            && (RUNNING.contains(&element.name) || (in_page && !is_head && RUNNING_IN_PAGES.contains(&element.name)))
    }

    fn attributes(&mut self, element: &BytesStart<'_>, range: &Range<usize>) -> Vec<Attribute> {
        let mut attributes = Vec::new();
        for attribute in element.attributes().with_checks(false) {
            let Ok(attribute) = attribute else {
                self.unreadable(range);
                break;
            };
            let key = attribute.key.0;
            let value = match self.entities.expanded(&attribute.value) {
                Ok(value) => value.text,
                Err(reason) => {
                    self.unexpanded(reason, &format!("{key}=\"{}\"", shortened(&attribute.value)), range);
                    attribute.value.into_owned()
                }
            };
            attributes.push(Attribute { key: key.to_owned(), name: local(key), value });
        }
        attributes
    }

    fn end(&mut self) {
        if let Some(sheet) = self.sheets.close(self.open) {
            let range = sheet.start..(sheet.start + sheet.text.len()).min(self.file.text.len());
            match style::danger(&sheet.text) {
                Some(Danger::Script) => self.script("<style>", &range),
                Some(Danger::External) => self.external("<style>", &range),
                None => {}
            }
        }
        self.namespaces.close(self.open);
        self.open = self.open.saturating_sub(1);
    }

    /// An entity in the text. It may stand for elements.
    fn reference(&mut self, reference: &BytesRef<'_>, range: &Range<usize>) {
        let shown = format!("&{};", &**reference);
        match self.entities.expanded(&shown) {
            Ok(value) if value.has_markup => self.script(&shown, range),
            Ok(value) => self.sheets.add(self.open, &value.text),
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
            // A transformation makes a page out of the file, with scripts of its own.
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
            // Default attributes or external entities: the file does not show what they add.
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
        if self.kind == XmlKind::Document {
            return;
        }
        self.externals += 1;
        if self.externals <= MOST {
            self.found.push(self.at(catalogue::svg_external(shown), range));
        }
    }

    fn unreadable(&mut self, range: &Range<usize>) {
        self.found.push(self.at(catalogue::svg_unreadable(), range));
    }

    /// A finding at the first line of the range.
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

/// A name without its prefix, in lower case.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}

/// A value for a message: at most 40 characters, on one line.
fn shortened(value: &str) -> String {
    let line: String = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

#[cfg(test)]
mod tests;
