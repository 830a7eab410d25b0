//! The bytes of a table: UTF-8 as Excel reads it, or CP932 as Excel writes it.

use encoding_rs::SHIFT_JIS;

use super::Column;
use super::row::LedgerRow;
use crate::diagnostic::{Diagnostics, Finding, catalogue};

/// The character encoding of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 with a byte order mark. Without the mark, Excel takes it for CP932.
    Utf8,
    /// Windows code page 932.
    Cp932,
}

/// Whether CP932 lacks a character, or changes it into another one.
pub(super) fn is_foreign(c: char) -> bool {
    let mut text = [0; 4];
    let text = c.encode_utf8(&mut text);
    let (bytes, _, failed) = SHIFT_JIS.encode(text);
    failed || SHIFT_JIS.decode_without_bom_handling(&bytes).0 != *text
}

/// Whether a character is one of the extensions of CP932 (NEC row 13, NEC selected IBM, IBM). Other systems show them as other
/// characters or not at all: 行政データの機械可読性 counts them as 機種依存文字.
pub(super) fn is_platform_dependent(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    let mut text = [0; 4];
    let (bytes, _, failed) = SHIFT_JIS.encode(c.encode_utf8(&mut text));
    !failed && bytes.len() == 2 && matches!(bytes[0], 0x87 | 0xED | 0xEE | 0xFA..=0xFC)
}

/// The bytes of a table.
///
/// # Errors
/// One finding for each character that cannot be written, with its row and column. No character is ever replaced by `?`.
pub fn encode(rows: &[LedgerRow], encoding: Encoding) -> Result<Vec<u8>, Diagnostics> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(Column::all().map(Column::header));
    for row in rows {
        let _ = writer.write_record(&row.cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    if encoding == Encoding::Utf8 {
        return Ok(["\u{FEFF}".as_bytes(), &bytes].concat());
    }
    let found = foreign(rows);
    if found.is_empty() { Ok(SHIFT_JIS.encode(&String::from_utf8_lossy(&bytes)).0.into_owned()) } else { Err(found) }
}

fn foreign(rows: &[LedgerRow]) -> Diagnostics {
    let mut found = Diagnostics::default();
    for (at, row) in rows.iter().enumerate() {
        for (column, cell) in Column::all().zip(&row.cells) {
            for c in cell.chars().filter(|c| !c.is_ascii() && is_foreign(*c)) {
                found.push(about_character(catalogue::ledger_encoding, at + 2, column, c).of_site());
            }
        }
    }
    found
}

/// A finding about a character of a cell.
pub(super) fn about_character(
    finding: impl FnOnce(usize, &str, &str, &str) -> Finding,
    row: usize,
    column: Column,
    c: char,
) -> Finding {
    finding(row, column.header(), &c.to_string(), &format!("U+{:04X}", u32::from(c)))
}

/// The text of a table and its encoding: UTF-8 with or without a byte order mark, else CP932.
///
/// # Errors
/// A finding if it is neither.
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
    fn foreign_and_platform_dependent_characters_are_recognised() {
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
    fn tables_in_both_encodings_are_decoded() {
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
