//! Texts that a spreadsheet takes for a formula when it opens a CSV file.

use super::Decimal;

/// The characters at which spreadsheets start to calculate, in either width
/// (OWASP, CSV Injection: <https://owasp.org/www-community/attacks/CSV_Injection>).
const STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The sign at which a spreadsheet starts to calculate, if a text starts with one. Blanks, tabs and line ends before it do not
/// count; a plain number is no formula.
#[must_use]
pub fn formula_start(text: &str) -> Option<char> {
    let bare = text.trim_start();
    bare.chars().next().filter(|first| STARTS.contains(first) && Decimal::parse(bare.trim_end()).is_none())
}

#[cfg(test)]
mod tests {
    use super::formula_start;

    #[test]
    fn texts_that_spreadsheets_calculate_are_recognised() {
        for (text, expected) in [
            ("=1+1", Some('=')),
            ("@SUM(1)", Some('@')),
            ("\t+cmd|x", Some('+')),
            ("\r\n=1", Some('=')),
            ("＝合計", Some('＝')),
            ("-2+3", Some('-')),
            ("-5%", Some('-')),
            ("-5", None),
            ("1=1", None),
            ("本文", None),
            ("", None),
        ] {
            assert_eq!(formula_start(text), expected, "{text:?}");
        }
    }
}
