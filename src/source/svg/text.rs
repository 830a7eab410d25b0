//! Decodes XML files by the encoding that they state.

use encoding_rs::{Encoding, UTF_8};

/// The text with line feeds as line ends. `None` for bytes that are not text in the stated encoding, such as a packed
/// file.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let stated = stated(bytes)?;
    // A byte order mark overrides the stated encoding (Encoding Standard, "BOM sniff").
    let (text, _, failed) = stated.decode(bytes);
    let is_text = !failed && text.chars().all(is_allowed);
    is_text.then(|| text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// True for a character that XML allows (XML 1.0, §2.2). A control character is the sign of an encoding that switches
/// within the text.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// The encoding of the declaration; UTF-8 if there is none (XML 1.0, §4.3.3). `None` for an unknown one, and for one
/// that is not compatible with ASCII.
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
