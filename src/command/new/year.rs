//! Replaces last year by this year where a text names it.

use crate::japanese::widened;
use crate::policy::FiscalYear;

/// The longest way to write a year before 年度, in characters: 令和二十一.
const LONGEST: usize = 6;

/// The text with the fiscal year `old` replaced by `new`: 令和７年度 becomes 令和８年度, in the width it was written in.
pub(super) fn with_year(text: &str, old: FiscalYear, new: FiscalYear) -> String {
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
    use super::with_year;
    use crate::policy::FiscalYear;

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
        ] {
            assert_eq!(with_year(text, FiscalYear(2025), FiscalYear(2026)), expected);
        }
    }
}
