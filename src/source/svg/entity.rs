//! Entities that a file declares. Illustrator writes some for its namespaces.

use std::collections::BTreeMap;

/// How deep entities may be nested in entities.
const MAX_DEPTH: usize = 8;
/// How much text entities may add to one file, in bytes. Entities within entities multiply.
const MAX_ADDED: usize = 1024 * 1024;

/// The entities of a file, by name.
#[derive(Debug, Default)]
pub(super) struct Entities {
    texts: BTreeMap<String, String>,
    /// The bytes they have added so far.
    added: usize,
}

/// A value with its references expanded.
#[derive(Debug, Default)]
pub(super) struct Expanded {
    pub(super) text: String,
    /// True if the text of an entity has markup.
    pub(super) has_markup: bool,
}

impl Entities {
    /// Reads the declarations of a `DOCTYPE`. `None` if there are others than entities with their text: those may add
    /// attributes to elements or load other files.
    pub(super) fn declared(doctype: &str) -> Option<Self> {
        let mut entities = Self::default();
        let Some((_, subset)) = doctype.split_once('[') else { return Some(entities) };
        let mut rest = subset.rsplit_once(']').map_or(subset, |(inside, _)| inside);
        loop {
            rest = rest.trim_start();
            if rest.is_empty() {
                return Some(entities);
            }
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->")?.1;
                continue;
            }
            // A content model adds nothing to an element.
            if let Some(element) = rest.strip_prefix("<!ELEMENT") {
                rest = element.split_once('>')?.1;
                continue;
            }
            let declaration = rest.strip_prefix("<!ENTITY")?.trim_start();
            let (name, declaration) = declaration.split_once(char::is_whitespace)?;
            let declaration = declaration.trim_start();
            let quote = declaration.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            let (value, after) = declaration[1..].split_once(quote)?;
            rest = after.trim_start().strip_prefix('>')?;
            if name.starts_with('%') {
                return None;
            }
            // The first declaration counts (XML 1.0, §4.2).
            entities.texts.entry(name.to_owned()).or_insert_with(|| with_numbered(value));
        }
    }

    /// Expands the references of a value. The text of an entity is expanded again, that of a character reference is not
    /// (XML 1.0, §4.4 and appendix D): `&amp;nbsp;` is the text `&nbsp;`.
    pub(super) fn expanded(&mut self, value: &str) -> Result<Expanded, Unexpanded> {
        let mut out = Expanded::default();
        let Self { texts, added } = self;
        Expansion { texts, added, depth: 0 }.expand(value, &mut out)?;
        Ok(out)
    }
}

/// The expansion of one value.
struct Expansion<'a> {
    texts: &'a BTreeMap<String, String>,
    added: &'a mut usize,
    depth: usize,
}

impl Expansion<'_> {
    fn expand(&mut self, value: &str, out: &mut Expanded) -> Result<(), Unexpanded> {
        let mut rest = value;
        while let Some((before, reference)) = rest.split_once('&') {
            out.text.push_str(before);
            let Some((name, after)) = reference.split_once(';') else {
                out.text.push('&');
                out.text.push_str(reference);
                return Ok(());
            };
            match (name.strip_prefix('#'), predefined(name)) {
                (Some(number), _) => out.text.push(numbered(number).ok_or(Unexpanded::Unknown)?),
                (None, Some(text)) => out.text.push_str(text),
                (None, None) => self.entity(name, out)?,
            }
            rest = after;
        }
        out.text.push_str(rest);
        Ok(())
    }

    fn entity(&mut self, name: &str, out: &mut Expanded) -> Result<(), Unexpanded> {
        let text = self.texts.get(name).ok_or(Unexpanded::Unknown)?;
        *self.added += text.len();
        if self.depth == MAX_DEPTH || *self.added > MAX_ADDED {
            return Err(Unexpanded::TooMuch);
        }
        out.has_markup |= text.contains('<');
        self.depth += 1;
        self.expand(text, out)?;
        self.depth -= 1;
        Ok(())
    }
}

/// The reason why a reference cannot be expanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unexpanded {
    /// There is no such entity. No browser shows the file.
    Unknown,
    /// Entities are nested deeper, or are longer, than in any picture.
    TooMuch,
}

fn predefined(name: &str) -> Option<&'static str> {
    match name {
        "lt" => Some("<"),
        "gt" => Some(">"),
        "amp" => Some("\u{26}"),
        "quot" => Some("\""),
        "apos" => Some("'"),
        _ => None,
    }
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    code.ok().and_then(char::from_u32)
}

/// The text of an entity with its character references replaced, as at its declaration (XML 1.0, §4.5).
fn with_numbered(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("&#") {
        out.push_str(before);
        let end = after.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(after.len());
        match numbered(&after[..end]) {
            Some(meant) if after[end..].starts_with(';') => {
                out.push(meant);
                rest = &after[end + 1..];
            }
            _ => {
                out.push_str("&#");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
