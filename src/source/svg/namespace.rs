//! Which elements of a file a browser takes for its own: those of SVG and of pages, by the namespaces in force where they stand.

use std::collections::BTreeMap;

/// The namespaces whose elements do something in a browser.
const OWN: [&str; 3] =
    ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "http://www.w3.org/2001/xml-events"];

/// The namespace of an element, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Namespace {
    /// That of pages.
    Page,
    /// That of pictures, or one that cannot be told: a browser may find more in the element than is seen here.
    Picture,
    /// Another one: to a browser the element is only text.
    Other,
}

/// The namespaces that are declared where the reader stands.
#[derive(Debug)]
pub(super) struct Namespaces {
    /// By prefix: how deep each was declared, in elements, the innermost last.
    declared: BTreeMap<String, Vec<(usize, Namespace)>>,
    /// The prefixes declared by each open element that declares any.
    prefixes: Vec<(usize, String)>,
    /// That of an element without prefix where none is declared.
    none: Namespace,
}

impl Namespaces {
    /// For a file in which an element without any namespace is of this one.
    pub(super) fn new(none: Namespace) -> Self {
        Self { declared: BTreeMap::new(), prefixes: Vec::new(), none }
    }

    /// Takes in an attribute of the element that opens at this depth, if it declares a namespace.
    pub(super) fn declare(&mut self, depth: usize, key: &str, value: &str) {
        let Some(prefix) = prefix_declared(key) else { return };
        let value = value.trim();
        let namespace = match value {
            "" => self.none,
            _ if value.eq_ignore_ascii_case(OWN[1]) => Namespace::Page,
            // A reference that could not be followed may stand for any.
            _ if value.contains('&') || OWN.iter().any(|own| value.eq_ignore_ascii_case(own)) => Namespace::Picture,
            _ => Namespace::Other,
        };
        self.declared.entry(prefix.to_owned()).or_default().push((depth, namespace));
        self.prefixes.push((depth, prefix.to_owned()));
    }

    /// Forgets what the element declared that closes at this depth.
    pub(super) fn close(&mut self, depth: usize) {
        while let Some((_, prefix)) = self.prefixes.pop_if(|(at, _)| *at >= depth) {
            if let Some(of_prefix) = self.declared.get_mut(&prefix) {
                of_prefix.pop();
            }
        }
    }

    /// The namespace of an element of this name.
    pub(super) fn of(&self, name: &str) -> Namespace {
        let (prefix, unknown) = match name.split_once(':') {
            Some((prefix, _)) => (prefix, Namespace::Picture),
            None => ("", self.none),
        };
        self.declared.get(prefix).and_then(|all| all.last()).map_or(unknown, |(_, namespace)| *namespace)
    }
}

/// The prefix that an attribute declares; empty for elements without one.
pub(super) fn prefix_declared(key: &str) -> Option<&str> {
    if key == "xmlns" { Some("") } else { key.strip_prefix("xmlns:") }
}
