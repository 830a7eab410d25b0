//! Replaces last year by this year where a text names it.

use std::ops::Range;

use crate::japanese::widened;
use crate::policy::{FiscalYear, Metadata, NamingLanguage};

/// The longest way to write a year before 年度, in characters: 令和二十一.
const LONGEST: usize = 6;

/// Signs between the two years of 2026-27.
const RANGE_SIGNS: [char; 3] = ['-', '–', '/'];

/// From the fiscal year of a document to that of its copy.
pub(super) struct YearChange {
    old: FiscalYear,
    new: FiscalYear,
    /// The language of the document. In English a bare 2026 is a year, in Japanese it needs 年度.
    language: NamingLanguage,
}

impl YearChange {
    /// The change from this document to one of another year.
    pub(super) fn of(meta: &Metadata, new: FiscalYear) -> Self {
        Self { old: meta.fiscal_year.value, new, language: NamingLanguage::of(&meta.language) }
    }

    /// A title with the new year: 令和７年度 becomes 令和８年度, in the width it was written in; in English 2026 and FY2026-27
    /// become 2027 and FY2027-28.
    pub(super) fn apply(&self, text: &str) -> String {
        let text = with_year(text, self.old, self.new);
        match self.language {
            NamingLanguage::Japanese => text,
            NamingLanguage::English => self.in_english(&text),
        }
    }

    fn in_english(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for Range { start, end } in english_years(text, self.old) {
            out.push_str(&text[done..start]);
            // Two digits stay two digits: FY26.
            let is_short = end - start == 2;
            out.push_str(&if is_short { two_digits(self.new.0) } else { self.new.0.to_string() });
            done = end;
            if let Some((sign, digits)) = second_year(&text[end..], self.old) {
                let next = self.new.0.saturating_add(1);
                out.push_str(sign);
                out.push_str(&if digits == 2 { two_digits(next) } else { next.to_string() });
                done += sign.len() + digits;
            }
        }
        out + &text[done..]
    }

    /// How often the copy still names the former year: 令和7年 anywhere, 2026 in the text of an English document.
    pub(super) fn left_over(&self, copy: &str, body: &str) -> usize {
        if self.old == self.new {
            return 0;
        }
        let name = self.old.wareki().trim_end_matches("度").to_owned();
        let in_japanese = copy.matches(&name).count() + copy.matches(&widened(&name)).count();
        match self.language {
            NamingLanguage::Japanese => in_japanese,
            NamingLanguage::English => in_japanese + english_years(body, self.old).len(),
        }
    }
}

/// The document of the same name in the folder of another year: `r9/a` for `r8/a`, `2027/a` for `2026/a`. `None` if the document
/// is in no folder of its year.
pub(super) fn folder_of(id: &str, old: FiscalYear, new: FiscalYear) -> Option<String> {
    let (folder, rest) = id.split_once('/')?;
    let renamed = match folder {
        _ if folder == old.slug() => new.slug(),
        _ if folder == old.0.to_string() => new.0.to_string(),
        _ => return None,
    };
    Some(format!("{renamed}/{rest}"))
}

/// The places of a Western year in a text, in bytes: 2026 as a word of its own or behind FY, and FY26.
fn english_years(text: &str, year: FiscalYear) -> Vec<Range<usize>> {
    let (whole, short) = (year.0.to_string(), two_digits(year.0));
    let is_fiscal = |before: &str| {
        let before = before.trim_end_matches([' ', '\u{a0}']);
        before.strip_suffix("FY").is_some_and(|before| !before.ends_with(char::is_alphanumeric))
    };
    let digits = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|start| at + start) {
        let end = start + digits(start);
        let (before, after) = (&text[..start], &text[end..]);
        let is_word = !before.ends_with(|c: char| c.is_alphanumeric() || ".,/-–".contains(c));
        let is_number = after.starts_with([',', '.']) && after[1..].starts_with(|c: char| c.is_ascii_digit());
        // A date (2025-04-01), a period of several years (2025-30) or the path of a document (2025/policy).
        let is_longer = after.strip_prefix(RANGE_SIGNS).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
            && second_year(after, year).is_none();
        let is_year = text[start..end] == whole && (is_word || is_fiscal(before))
            || text[start..end] == short && is_fiscal(before);
        if is_year && !is_number && !is_longer && !after.starts_with(char::is_alphabetic) {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// The sign and the number of digits of the year behind the first one of `2026-27`, `2026/2027`.
fn second_year(after: &str, first: FiscalYear) -> Option<(&str, usize)> {
    let rest = after.strip_prefix(RANGE_SIGNS)?;
    let digits = &rest[..rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len()];
    let next = first.0.saturating_add(1);
    let is_next = digits == next.to_string() || digits == two_digits(next);
    is_next.then(|| (&after[..after.len() - rest.len()], digits.len()))
}

/// The last two digits of a year: 26, 05.
fn two_digits(year: i16) -> String {
    format!("{:02}", year.rem_euclid(100))
}

/// The text with the fiscal year `old` replaced by `new` before 年度.
fn with_year(text: &str, old: FiscalYear, new: FiscalYear) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("年度") {
        let (before, after) = rest.split_at(at);
        match year_at_end(before, old) {
            Some(start) => {
                out.push_str(&before[..start]);
                out.push_str(&written_like(&before[start..], new));
            }
            None => out.push_str(before),
        }
        out.push_str("年度");
        rest = &after["年度".len()..];
    }
    out + rest
}

/// The start of the year at the end of a text, if it is this year.
fn year_at_end(text: &str, year: FiscalYear) -> Option<usize> {
    let starts: Vec<usize> = text.char_indices().rev().take(LONGEST).map(|(at, _)| at).collect();
    let is_year = |start: &&usize| {
        let written = &text[**start..];
        written.starts_with(char::is_alphanumeric) && FiscalYear::parse(&format!("{written}年度")) == Ok(year)
    };
    starts.iter().rev().find(is_year).copied()
}

/// A year written like another: by era or in the western calendar, in full width or not.
fn written_like(model: &str, year: FiscalYear) -> String {
    let is_western = !model.starts_with(['令', '平', '昭', '大', '明']);
    let name = if is_western { year.0.to_string() } else { year.wareki().trim_end_matches("年度").to_owned() };
    if !model.chars().any(|c| ('０'..='９').contains(&c)) {
        return name;
    }
    widened(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(language: NamingLanguage) -> YearChange {
        YearChange { old: FiscalYear(2025), new: FiscalYear(2026), language }
    }

    #[test]
    fn only_the_year_itself_is_replaced_and_its_width_kept() {
        for (text, expected) in [
            ("令和7年度市政運営の基本方針", "令和8年度市政運営の基本方針"),
            ("令和７年度 政策部の運営方針", "令和８年度 政策部の運営方針"),
            ("2025年度の方針", "2026年度の方針"),
            ("令和17年度と令和6年度と令和7年", "令和17年度と令和6年度と令和7年"),
            ("令和七年度", "令和8年度"),
            ("# 令和7年度", "# 令和8年度"),
            ("「令和7年度", "「令和8年度"),
            ("年度", "年度"),
            ("各年度、令和7年度", "各年度、令和8年度"),
            ("ビジョン2025", "ビジョン2025"),
        ] {
            assert_eq!(change(NamingLanguage::Japanese).apply(text), expected);
        }
    }

    #[test]
    fn in_english_the_year_is_replaced_wherever_it_is_a_word() {
        for (text, expected) in [
            ("Annual Policy 2025", "Annual Policy 2026"),
            ("FY2025 Plan (FY 2025)", "FY2026 Plan (FY 2026)"),
            ("FY25 Plan", "FY26 Plan"),
            ("Budget 2025-26, 2025–2026 and 2025/26", "Budget 2026-27, 2026–2027 and 2026/27"),
            ("2025-30 Vision of 2025-04-01, 2025/vision", "2025-30 Vision of 2025-04-01, 2025/vision"),
            (
                "Plan 25 of 2024, 12025, 2025b, 2,025, 2025.5 and 1/2025",
                "Plan 25 of 2024, 12025, 2025b, 2,025, 2025.5 and 1/2025",
            ),
            ("As of 2025.", "As of 2026."),
            ("令和7年度 Plan", "令和8年度 Plan"),
            ("", ""),
        ] {
            assert_eq!(change(NamingLanguage::English).apply(text), expected);
        }
        let last = YearChange { old: FiscalYear(2098), new: FiscalYear(2099), language: NamingLanguage::English };
        assert_eq!(last.apply("Plan 2098-99, FY98"), "Plan 2099-00, FY99");
    }

    #[test]
    fn a_document_keeps_its_name_in_the_folder_of_the_new_year() {
        for (id, expected) in
            [("r7/a", Some("r8/a")), ("2025/a/b", Some("2026/a/b")), ("r70/a", None), ("plans/a", None), ("r7", None)]
        {
            assert_eq!(folder_of(id, FiscalYear(2025), FiscalYear(2026)).as_deref(), expected, "{id}");
        }
    }
}
