//! Namespaces in a file: they decide which elements a browser treats as SVG or HTML.

use std::collections::BTreeMap;

/// The namespaces whose elements do something in a browser.
const OWN: [&str; 3] =
    ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "http://www.w3.org/2001/xml-events"];

/// The kind of an element's namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Namespace {
    /// HTML.
    Page,
    /// SVG, or a namespace that is not known for certain. The browser may then treat the element as SVG.
    Picture,
    /// Any other namespace. The browser treats the element as text.
    Other,
}

/// The namespaces that are in force at the current place.
#[derive(Debug)]
pub(super) struct Namespaces {
    /// By prefix: the declarations, each with the depth of its element, the innermost last.
    declared: BTreeMap<String, Vec<(usize, Namespace)>>,
    /// The prefixes declared by each open element that declares any.
    prefixes: Vec<(usize, String)>,
    /// The namespace of an element without a prefix where none is declared.
    none: Namespace,
}

impl Namespaces {
    /// For a file whose elements without a declared namespace belong to this one.
    pub(super) fn new(none: Namespace) -> Self {
        Self { declared: BTreeMap::new(), prefixes: Vec::new(), none }
    }

    /// Adds the namespace that an attribute declares for the element at this depth, if it declares one.
    pub(super) fn declare(&mut self, depth: usize, key: &str, value: &str) {
        let Some(prefix) = prefix_declared(key) else { return };
        let value = value.trim();
        let namespace = match value {
            "" => self.none,
            _ if value.eq_ignore_ascii_case(OWN[1]) => Namespace::Page,
            // An entity that could not be expanded may stand for any namespace.
            _ if value.contains('&') || OWN.iter().any(|own| value.eq_ignore_ascii_case(own)) => Namespace::Picture,
            _ => Namespace::Other,
        };
        self.declared.entry(prefix.to_owned()).or_default().push((depth, namespace));
        self.prefixes.push((depth, prefix.to_owned()));
    }

    /// Removes the declarations of the element that closes at this depth.
    pub(super) fn close(&mut self, depth: usize) {
        while let Some((_, prefix)) = self.prefixes.pop_if(|(at, _)| *at >= depth) {
            if let Some(of_prefix) = self.declared.get_mut(&prefix) {
                of_prefix.pop();
            }
        }
    }

    /// The namespace of an element with this name.
    pub(super) fn of(&self, name: &str) -> Namespace {
        let (prefix, unknown) = match name.split_once(':') {
            Some((prefix, _)) => (prefix, Namespace::Picture),
            None => ("", self.none),
        };
        self.declared.get(prefix).and_then(|all| all.last()).map_or(unknown, |(_, namespace)| *namespace)
    }
}

/// The prefix that an attribute declares; empty for the default namespace.
pub(super) fn prefix_declared(key: &str) -> Option<&str> {
    if key == "xmlns" { Some("") } else { key.strip_prefix("xmlns:") }
}
