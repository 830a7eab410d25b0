//! Bytes of an XML file to text, in the encoding it states.

use encoding_rs::{Encoding, UTF_8};

/// The text, with line feeds at the ends of lines. `None` for what is no text in the encoding it states, and for what is packed.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let stated = stated(bytes)?;
    // A byte order mark counts more than what the file states (Encoding Standard, "BOM sniff").
    let (text, _, failed) = stated.decode(bytes);
    let is_text = !failed && text.chars().all(is_allowed);
    is_text.then(|| text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Whether XML may have a character (XML 1.0, §2.2). A control character is the sign of an encoding that changes on the way.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// The encoding of the declaration; UTF-8 where there is none (XML 1.0, §4.3.3). `None` for an unknown one, and for one in
/// which letters may stand for others.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let bytes = bytes.trim_ascii_start();
    if !bytes.starts_with(b"<?xml") {
        return Some(UTF_8);
    }
    let end = bytes.windows(2).position(|two| two == b"?>").unwrap_or(bytes.len());
    let declaration = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let Some((_, rest)) = declaration.split_once("encoding") else { return Some(UTF_8) };
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let name = rest[1..].split(quote).next()?;
    Encoding::for_label(name.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}
