//! The line ends of a file that is written anew.

/// A text with the line ends and the byte order mark that the file has had.
pub(super) fn with_line_ends_of(bytes: &[u8], text: &str) -> String {
    let is_windows = bytes.windows(2).any(|pair| pair == b"\r\n");
    let text = if is_windows { text.replace('\n', "\r\n") } else { text.to_owned() };
    if bytes.starts_with(b"\xEF\xBB\xBF") { format!("\u{FEFF}{text}") } else { text }
}
