//! The bytes of a table: UTF-8 as Excel wants it, or CP932 as Excel writes it.

use encoding_rs::SHIFT_JIS;

use super::Column;
use super::row::Row;
use crate::diagnostic::{Diagnostics, Finding, catalogue};

/// In which characters a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 with a byte order mark, without which Excel takes it for CP932.
    Utf8,
    /// Windows code page 932.
    Cp932,
}

/// A character that CP932 does not have, or that comes back as another one.
pub(super) fn is_foreign(c: char) -> bool {
    let mut text = [0; 4];
    let text = c.encode_utf8(&mut text);
    let (bytes, _, failed) = SHIFT_JIS.encode(text);
    failed || SHIFT_JIS.decode_without_bom_handling(&bytes).0 != *text
}

/// Whether a character is one of the extensions of CP932 (NEC row 13, NEC selected IBM, IBM), which other systems show as
/// others or not at all: 行政データの機械可読性 counts them as 機種依存文字.
pub(super) fn is_platform_dependent(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    let mut text = [0; 4];
    let (bytes, _, failed) = SHIFT_JIS.encode(c.encode_utf8(&mut text));
    !failed && bytes.len() == 2 && matches!(bytes[0], 0x87 | 0xED | 0xEE | 0xFA..=0xFC)
}

/// A table as bytes.
///
/// # Errors
/// One finding for each character that cannot be written, with its row and column. Nothing is ever replaced by `?`.
pub(super) fn rows_to_bytes(rows: &[Row], encoding: Encoding) -> Result<Vec<u8>, Diagnostics> {
    let mut text = String::new();
    let header: Vec<&str> = Column::all().map(Column::header).collect();
    line(&mut text, &header);
    for row in rows {
        let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
        line(&mut text, &cells);
    }
    if encoding == Encoding::Utf8 {
        return Ok(format!("\u{FEFF}{text}").into_bytes());
    }
    let found = foreign(rows);
    if found.is_empty() { Ok(SHIFT_JIS.encode(&text).0.into_owned()) } else { Err(found) }
}

fn foreign(rows: &[Row]) -> Diagnostics {
    let mut found = Diagnostics::default();
    for (at, row) in rows.iter().enumerate() {
        for (column, cell) in Column::all().zip(&row.cells) {
            for c in cell.chars().filter(|c| !c.is_ascii() && is_foreign(*c)) {
                found.push(named(catalogue::ledger_encoding, (at + 2, column), c).of_site());
            }
        }
    }
    found
}

/// A finding about a character of a cell.
pub(super) fn named(
    finding: impl FnOnce(usize, &str, &str, &str) -> Finding,
    (row, column): (usize, Column),
    c: char,
) -> Finding {
    finding(row, column.header(), &c.to_string(), &format!("U+{:04X}", u32::from(c)))
}

fn line(out: &mut String, cells: &[&str]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// The table as bytes in this encoding.
///
/// # Errors
/// As above.
pub fn encode(rows: &[Row], encoding: Encoding) -> Result<Vec<u8>, Diagnostics> {
    rows_to_bytes(rows, encoding)
}

/// The text of a table and what it was written in: UTF-8 with or without a byte order mark, else CP932.
///
/// # Errors
/// A finding when it is neither.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), Box<Finding>> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Box::new(catalogue::ledger_unreadable("UTF-16")));
    }
    let plain = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(plain) {
        return Ok((text.to_owned(), Encoding::Utf8));
    }
    let (text, failed) = SHIFT_JIS.decode_without_bom_handling(bytes);
    if failed || plain.len() != bytes.len() {
        return Err(Box::new(catalogue::ledger_unreadable("?")));
    }
    Ok((text.into_owned(), Encoding::Cp932))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_windows_only() {
        for (c, foreign, platform) in [
            ('あ', false, false),
            ('Ⅱ', false, true),
            ('①', false, true),
            ('髙', false, true),
            ('－', false, false),
            ('～', false, false),
            ('〜', true, false),
            ('−', true, false),
            ('¥', true, false),
            ('𠮷', true, false),
            ('é', true, false),
        ] {
            assert_eq!((is_foreign(c), is_platform_dependent(c)), (foreign, platform), "{c}");
        }
    }

    #[test]
    fn text_is_read_whatever_it_was_saved_in() {
        for (bytes, encoding) in [
            (&b"\x96\xda\x95W"[..], Encoding::Cp932),
            ("目標".as_bytes(), Encoding::Utf8),
            ("\u{FEFF}目標".as_bytes(), Encoding::Utf8),
        ] {
            assert_eq!(decode(bytes).map_err(|_| ()), Ok(("目標".to_owned(), encoding)));
        }
        for bytes in [&b"\xFF\xFEa\0"[..], b"\x81", b"\xEF\xBB\xBF\x96\xda"] {
            assert_eq!(decode(bytes).map_err(|found| found.code().id), Err("ledger-unreadable"));
        }
    }
}
