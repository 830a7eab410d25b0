//! Entities that a file declares for itself. Illustrator writes some, for the names of its namespaces.

use std::collections::BTreeMap;

/// How often entities may stand for entities.
const MAX_DEPTH: usize = 4;
/// How long a value may become, in bytes: entities of entities multiply.
const MAX_BYTES: usize = 64 * 1024;

/// The entities of a file, by name.
#[derive(Debug, Default)]
pub(super) struct Entities(BTreeMap<String, String>);

impl Entities {
    /// Reads the declarations of a `DOCTYPE`. `None` for declarations other than those of entities with their text: they may give
    /// elements attributes that nobody sees, or fetch more from elsewhere.
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
            let declaration = rest.strip_prefix("<!ENTITY")?.trim_start();
            let (name, declaration) = declaration.split_once(char::is_whitespace)?;
            let declaration = declaration.trim_start();
            let quote = declaration.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            let (value, after) = declaration[1..].split_once(quote)?;
            rest = after.trim_start().strip_prefix('>')?;
            if name.starts_with('%') {
                return None;
            }
            // The first one counts (XML 1.0, §4.2).
            entities.0.entry(name.to_owned()).or_insert_with(|| value.to_owned());
        }
    }

    /// A value with what its references stand for.
    pub(super) fn expanded(&self, value: &str) -> Result<String, Unexpanded> {
        let mut text = value.to_owned();
        for _ in 0..MAX_DEPTH {
            let next = self.expanded_once(&text)?;
            if next == text {
                return Ok(text);
            }
            text = next;
        }
        Err(Unexpanded::TooMuch)
    }

    fn expanded_once(&self, value: &str) -> Result<String, Unexpanded> {
        let mut out = String::with_capacity(value.len());
        let mut rest = value;
        while let Some((before, after)) = rest.split_once('&') {
            out.push_str(before);
            let Some((name, after)) = after.split_once(';') else {
                out.push('&');
                rest = after;
                continue;
            };
            match name.strip_prefix('#') {
                Some(number) => out.push(numbered(number).ok_or(Unexpanded::Unknown)?),
                None => match predefined(name) {
                    Some(text) => out.push_str(text),
                    None => out.push_str(self.0.get(name).ok_or(Unexpanded::Unknown)?),
                },
            }
            if out.len() > MAX_BYTES {
                return Err(Unexpanded::TooMuch);
            }
            rest = after;
        }
        out.push_str(rest);
        Ok(out)
    }

    /// What an entity of the text stands for; one of XML itself stands for no markup.
    pub(super) fn text_of(&self, name: &str) -> Result<String, Unexpanded> {
        if predefined(name).is_some() { Ok(String::new()) } else { self.expanded(&format!("&{name};")) }
    }
}

/// Why a reference cannot be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unexpanded {
    /// There is no such entity: no browser shows the file.
    Unknown,
    /// Entities of entities, deeper or longer than any picture needs.
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
