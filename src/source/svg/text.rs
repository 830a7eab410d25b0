//! Bytes of an XML file to text, in the encoding it states.

use encoding_rs::{Encoding, UTF_8};

/// How far into a file its declaration may stand, in bytes.
const HEAD: usize = 256;

/// The text, with line feeds at the ends of lines. `None` for what is no text in the encoding it states, and for what is packed.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let stated = stated(bytes);
    // A byte order mark counts more than what the file states (Encoding Standard, "BOM sniff").
    let (text, _, failed) = stated.decode(bytes);
    let is_text = !failed && !text.contains('\0');
    is_text.then(|| text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The encoding of the declaration; UTF-8 where there is none (XML 1.0, §4.3.3).
fn stated(bytes: &[u8]) -> &'static Encoding {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).into_owned();
    let declaration = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"));
    let name = declaration.and_then(|(attributes, _)| {
        let (_, rest) = attributes.split_once("encoding")?;
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        rest[1..].split(quote).next()
    });
    name.and_then(|name| Encoding::for_label(name.as_bytes())).unwrap_or(UTF_8)
}
