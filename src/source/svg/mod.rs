//! What an SVG does besides being a picture: opened by itself it is a page of the site, and its scripts are the site's.
//!
//! Browsers run scripts of an SVG that is opened by its address, not of one that is shown as a picture on a page (SVG
//! Integration, §2: <https://www.w3.org/TR/svg-integration/>). So every SVG below `content/` and in the theme of the site is
//! read, whether or not a page shows it, and so is every other file that browsers read as XML: it may hold a page or a picture.
//! Names are compared without case, which is stricter than XML.

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
use entity::{Entities, Unexpanded};
use namespace::{Namespace, Namespaces};
use style::Sheets;
use value::{Attribute, Danger, Element};

/// Elements that run, or that hold a page of their own.
const RUNNING: [&str; 8] = ["script", "handler", "listener", "iframe", "frame", "embed", "applet", "portal"];
/// The same, for elements of a page; to a picture they are names like others.
const RUNNING_IN_PAGES: [&str; 3] = ["object", "base", "meta"];
/// The suffixes of pictures; `svgz` is packed.
const PICTURES: [&str; 2] = ["svg", "svgz"];
/// Other suffixes of files that browsers read as XML, with the scripts in it (HTML, "XML MIME type").
const DOCUMENTS: [&str; 11] = ["xml", "xhtml", "xht", "xsl", "xslt", "rdf", "rss", "atom", "mml", "mathml", "xsd"];
/// How many findings of one kind are told of one file: a file made by a program repeats itself.
const MOST: usize = 50;

/// What was found in pictures in the last run.
pub(super) type Memory = Recall<SameBytes, Arc<Diagnostics>>;

/// What a file is to a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Picture,
    /// Data or a page, in XML. What it loads and what its head says is its own matter; its scripts are not.
    Document,
}

/// What is found in the files of SVG and other XML below `content/` and in the theme of this name.
pub(super) fn check(tree: &Tree, theme: &str, memory: &mut Memory) -> Diagnostics {
    let theme = format!("themes/{theme}/");
    let is_of_site = |path: &str| path.starts_with("content/") || path.starts_with(&theme);
    let files = tree.files.iter().filter(|(path, _)| is_of_site(path) && sort_of(path).is_some());
    let wanted = files.map(|(path, bytes)| (path.as_str(), SameBytes(Arc::clone(bytes)), Arc::clone(bytes)));
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

fn sort_of(path: &str) -> Option<Sort> {
    let (_, suffix) = path.rsplit_once('.')?;
    let is_one_of = |suffixes: &[&str]| suffixes.iter().any(|one| suffix.eq_ignore_ascii_case(one));
    match () {
        () if is_one_of(&PICTURES) => Some(Sort::Picture),
        () if is_one_of(&DOCUMENTS) => Some(Sort::Document),
        () => None,
    }
}

/// What is found in one file.
fn picture(path: &str, bytes: &[u8]) -> Diagnostics {
    let sort = sort_of(path).unwrap_or(Sort::Picture);
    let Some(text) = text::decoded(bytes) else {
        return [catalogue::svg_unreadable().in_file(path)].into_iter().collect();
    };
    let file = SourceFile::new(path, text);
    let none = if sort == Sort::Picture { Namespace::Picture } else { Namespace::Other };
    let mut look = Look {
        file: &file,
        sort,
        open: 0,
        namespaces: Namespaces::new(none),
        entities: Entities::default(),
        sheets: Sheets::default(),
        scripts: 0,
        externals: 0,
        found: Diagnostics::default(),
    };
    look.read();
    look.found
}

/// A file that is being looked through.
struct Look<'a> {
    file: &'a Arc<SourceFile>,
    sort: Sort,
    /// How many elements are open.
    open: usize,
    namespaces: Namespaces,
    entities: Entities,
    sheets: Sheets,
    scripts: usize,
    externals: usize,
    found: Diagnostics,
}

impl Look<'_> {
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

    /// An element opens.
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
        let is_head = self.sort == Sort::Document && matches!(element.name, "base" | "meta");
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

    /// An element closes.
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

    /// An entity in the text: what it stands for may hold elements.
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
        if self.sort == Sort::Document {
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
