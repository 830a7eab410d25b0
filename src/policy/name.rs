//! Names of documents and plans, as they are compared: width, spaces and the way a year is written do not count, every
//! other character does.

use super::date::{DateReading, DateUnit, FiscalYear, Moment};
use crate::japanese::{EraSpelling, squeezed};

/// A name as it is compared. Two names are the same when both parts are; nothing is ever guessed.
///
/// ```
/// use hoshin::policy::Name;
/// assert_eq!(Name::read("令和8年度 政策経営部の運営方針"), Name::read("Ｒ８政策経営部の運営方針"));
/// assert_ne!(Name::read("国分寺市ゼロカーボン行動計画"), Name::read("国分寺市役所ゼロカーボン行動計画"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// NFKC, without spaces and without the year at its front.
    pub base: String,
    /// The fiscal year at its front: 令和8年度, R8, 令和八年度, 2026年度.
    pub year: Option<FiscalYear>,
}

impl Name {
    /// Reads a name as printed.
    #[must_use]
    pub fn read(printed: &str) -> Self {
        let folded = squeezed(printed);
        match leading_year(&folded) {
            Some((year, end)) if end < folded.len() => Self { base: folded[end..].to_owned(), year: Some(year) },
            _ => Self { base: folded, year: None },
        }
    }
}

/// A title as it stands in a citation: as printed, without the space that sets off the year in a heading. The documents
/// themselves do so: the heading 「令和8年度 政策経営部の運営方針」 is 「令和8年度政策経営部の運営方針」 in the text. Any other
/// space may mean something and stays.
#[must_use]
pub fn title_in_citation(title: &str) -> String {
    let title = title.trim();
    match leading_year(title) {
        Some((_, end)) => format!("{}{}", &title[..end], title[end..].trim_start()),
        None => title.to_owned(),
    }
}

/// The fiscal year a text starts with, and the byte where it ends.
fn leading_year(text: &str) -> Option<(FiscalYear, usize)> {
    let reading = DateReading::at(text, 0)?;
    let stands_alone = || {
        let next = text[reading.end..].chars().next();
        // 大三島 is a place.
        let is_era = matches!(reading.spelling(), Some(EraSpelling::Name | EraSpelling::Letter));
        is_era && !next.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/'))
    };
    let is_year = reading.unit == DateUnit::FiscalYear || (reading.unit == DateUnit::Bare && stands_alone());
    match reading.as_fiscal_year() {
        Ok(Moment::FiscalYear(year)) if is_year => Some((year, reading.end)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_the_same_year_and_base_are_equal() {
        for (a, b, same) in [
            ("令和8年度政策経営部の運営方針", "令和８年度　政策経営部の 運営方針", true),
            ("令和8年度政策経営部の運営方針", "R8政策経営部の運営方針", true),
            ("令和8年度政策経営部の運営方針", "Ｒ８年度政策経営部の運営方針", true),
            ("令和8年度政策経営部の運営方針", "令和八年度政策経営部の運営方針", true),
            ("令和8年度政策経営部の運営方針", "2026年度政策経営部の運営方針", true),
            ("令和8年度政策経営部の運営方針", "令和8（2026）年度政策経営部の運営方針", true),
            ("平成31年度予算編成方針", "令和元年度予算編成方針", true),
            ("第Ⅱ期国分寺市業務改革プロジェクト", "第II期国分寺市業務改革プロジェクト", true),
            ("国分寺市人材育成基本方針（第３期）", "国分寺市人材育成基本方針(第3期)", true),
            ("令和8年度政策経営部の運営方針", "令和7年度政策経営部の運営方針", false),
            ("令和8年度政策経営部の運営方針", "政策経営部の運営方針", false),
            ("国分寺市ゼロカーボン行動計画", "国分寺市役所ゼロカーボン行動計画", false),
            ("国分寺市ビジョン", "国分寺市ビジョン前期実行計画", false),
            ("第2次計画", "第二次計画", false),
            ("R2D2計画", "令和2年度D2計画", false),
            ("令8年度運営方針", "令和8年度運営方針", true),
            ("大三島計画", "大正3年度島計画", false),
            ("2030計画", "2030年度計画", false),
        ] {
            assert_eq!(Name::read(a) == Name::read(b), same, "{a} / {b}");
        }
    }

    #[test]
    fn only_the_space_after_the_year_is_layout() {
        for (title, cited) in [
            ("令和8年度 政策経営部の運営方針", "令和8年度政策経営部の運営方針"),
            ("令和７年度　市政運営の基本方針", "令和７年度市政運営の基本方針"),
            ("R8 運営方針", "R8運営方針"),
            ("歴史をつなぎ 未来をひらく計画", "歴史をつなぎ 未来をひらく計画"),
            ("DX Plan 2030", "DX Plan 2030"),
            (" 計画 ", "計画"),
        ] {
            assert_eq!(title_in_citation(title), cited);
        }
    }
}
