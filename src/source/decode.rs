//! Decodes text files.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, SourceFile, Span, catalogue};

/// Decodes a text file: UTF-8 with or without a byte order mark. Line ends (`\r\n` and lone `\r`) become `\n`; nothing else
/// is changed.
///
/// # Errors
/// A finding at the first byte that is not UTF-8.
pub fn decode(path: &str, bytes: &[u8]) -> Result<Arc<SourceFile>, Box<Diagnostic>> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Box::new(catalogue::utf16().in_file(path)));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(SourceFile::new(path, with_line_feeds(text))),
        Err(error) => Err(Box::new(broken(path, bytes, error.valid_up_to()))),
    }
}

fn with_line_feeds(text: &str) -> String {
    if !text.contains('\r') {
        return text.to_owned();
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A finding that shows the line, with U+FFFD for the bytes that cannot be read.
fn broken(path: &str, bytes: &[u8], valid: usize) -> Diagnostic {
    let before = with_line_feeds(&String::from_utf8_lossy(&bytes[..valid]));
    let line_end =
        bytes[valid..].iter().position(|byte| matches!(byte, b'\n' | b'\r')).map_or(bytes.len(), |at| valid + at);
    let at = before.len();
    let text = before + &String::from_utf8_lossy(&bytes[valid..line_end]);
    let file = SourceFile::new(path, text);
    catalogue::not_utf8().at(Span::new(&file, at..at + char::REPLACEMENT_CHARACTER.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::diagnostic::{LineColumn, Place};

    #[test]
    fn only_the_mark_and_the_line_ends_change() {
        for (bytes, expected) in [
            (&b"\xEF\xBB\xBFa\r\nb\rc\n"[..], "a\nb\nc\n"),
            (b"a\n\r\n\r\rb", "a\n\n\n\nb"),
            ("か\u{3099}　Ⅱ①ｱ\u{E000}\u{0}".as_bytes(), "か\u{3099}　Ⅱ①ｱ\u{E000}\u{0}"),
            (b"", ""),
        ] {
            assert_eq!(decode("a.md", bytes).map(|file| file.text.clone()), Ok(expected.to_owned()));
        }
    }

    #[test]
    fn other_encodings_are_refused_at_the_byte() {
        let cp932 = b"---\r\ntitle: \x8E\x7B\x90\xAD\r\n---\r\n";
        let found = decode("content/a.md", cp932).unwrap_err();
        assert_eq!(found.code.id, "not-utf8");
        let Place::Span(span) = &found.place else { panic!("no span") };
        assert_eq!(span.start(), LineColumn { line: 2, column: 8 });
        assert_eq!(span.file.text, "---\ntitle: \u{FFFD}{\u{FFFD}\u{FFFD}");
        for bytes in [&b"\xFF\xFEa\0"[..], b"\xFE\xFF\0a"] {
            assert_eq!(decode("content/a.md", bytes).unwrap_err().code.id, "utf16");
        }
    }
}
