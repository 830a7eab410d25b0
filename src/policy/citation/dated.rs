//! The version of a document that a citation means, by the date it gives: 「…」（令和8年4月1日）5(1), （令和8年7月1日版）,
//! 令和8年4月1日付け「…」.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use crate::policy::{FiscalYear, Moment, dates_in};

/// What a citation says of the version it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// Nothing, or only what identifies the document: 令和8年条例第3号.
    Undated,
    /// That of these days.
    On(Period),
    /// An earlier one, or one by words no date can be read from: 改正前, 第2版.
    Unclear,
}

/// A day, month or year, with both ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

/// Words for a version that is not, or may not be, the one of today.
const EARLIER: [&str; 12] =
    ["改正前", "改定前", "改訂前", "変更前", "廃止", "旧", "当時", "版", "時点", "現在", "以前", "案"];
/// What stands between a date and the document it dates: 令和8年4月1日付け「…」.
const DATING: [&str; 14] = [
    "付けの",
    "付け",
    "付の",
    "付",
    "現在の",
    "時点の",
    "施行の",
    "改正の",
    "公布の",
    "制定の",
    "決定の",
    "策定の",
    "版の",
    "の",
];
/// What stands before a document that is no longer in force.
const FORMER: [&str; 7] = ["旧", "旧の", "改正前の", "改定前の", "改訂前の", "変更前の", "廃止前の"];

impl Dated {
    /// What words in brackets say, without the brackets.
    #[must_use]
    pub fn in_brackets(words: &str) -> Self {
        let words: String = words.nfkc().collect();
        let dates: Vec<_> = dates_in(&words).collect();
        let says_earlier = |words: &str| EARLIER.iter().any(|word| words.contains(word));
        if ["改正前", "改定前", "改訂前", "変更前", "廃止前", "旧", "以前"].iter().any(|word| words.contains(word))
        {
            return Self::Unclear;
        }
        for (at, date) in dates.iter().enumerate().rev() {
            let end = dates.get(at + 1).map_or(words.len(), |next| next.range.start);
            // 令和8年条例第3号 is a name.
            if !is_number_of_law(&words[date.range.end..end]) {
                return date.moment.ok().and_then(Period::of).map_or(Self::Unclear, Self::On);
            }
        }
        match western_year(&words) {
            Some(year) if dates.is_empty() => Period::of(Moment::Year(year)).map_or(Self::Unclear, Self::On),
            _ if dates.is_empty() && says_earlier(&words) => Self::Unclear,
            _ => Self::Undated,
        }
    }

    /// What the text before a citation says of it: 令和8年4月1日付け「…」, 旧「…」.
    #[must_use]
    pub fn before(text: &str) -> Self {
        /// Longer than any date, in characters.
        const LONGEST: usize = 40;
        let text = text.trim_end();
        let start = text.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
        let text = &text[start..];
        if FORMER.iter().any(|word| text.ends_with(word)) {
            return Self::Unclear;
        }
        let words = DATING.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
        let last = dates_in(words).last().filter(|date| date.range.end == words.len());
        last.map_or(Self::Undated, |date| date.moment.ok().and_then(Period::of).map_or(Self::Unclear, Self::On))
    }

    /// This, or the other when it says nothing.
    #[must_use]
    pub fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Undated { other() } else { self }
    }
}

impl Period {
    fn of(moment: Moment) -> Option<Self> {
        let year = |first: (i16, i8), last: (i16, i8, i8)| {
            let (first, last) = (Date::new(first.0, first.1, 1), Date::new(last.0, last.1, last.2));
            Some(Self { first: first.ok()?, last: last.ok()? })
        };
        match moment {
            Moment::Day(day) => Some(Self { first: day, last: day }),
            Moment::Month { year, month } => {
                let first = Date::new(year, month, 1).ok()?;
                Some(Self { first, last: first.last_of_month() })
            }
            Moment::Year(number) => year((number, 1), (number, 12, 31)),
            Moment::FiscalYear(FiscalYear(number)) => year((number, 4), (number.checked_add(1)?, 3, 31)),
        }
    }
}

/// `条例第3号` after a year or a day.
fn is_number_of_law(after: &str) -> bool {
    after.split_once('第').is_some_and(|(_, number)| number.contains('号'))
}

/// `2025年`, which running text may mean otherwise.
fn western_year(words: &str) -> Option<i16> {
    let (before, after) = words.split_once('年')?;
    let year = before.get(before.len().checked_sub(4)?..)?;
    (!is_number_of_law(after)).then(|| year.parse().ok()).flatten().filter(|year| (1868..=2200).contains(year))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn shown(dated: Dated) -> String {
        match dated {
            Dated::Undated => "-".to_owned(),
            Dated::Unclear => "?".to_owned(),
            Dated::On(Period { first, last }) if first == last => first.to_string(),
            Dated::On(Period { first, last }) => format!("{first} {last}"),
        }
    }

    #[test]
    fn words_in_brackets_tell_the_version() {
        for (words, expected) in [
            ("令和8年4月1日", "2026-04-01"),
            ("令和８年４月１日版", "2026-04-01"),
            ("2026年4月1日時点", "2026-04-01"),
            ("R8.4.1現在", "2026-04-01"),
            ("令和8年3月19日市長表明", "2026-03-19"),
            ("令和7年4月1日制定、令和8年7月1日改正", "2026-07-01"),
            ("令和8年7月1日版、参照日", "2026-07-01"),
            ("令和8年4月", "2026-04-01 2026-04-30"),
            ("令和8年", "2026-01-01 2026-12-31"),
            ("2025年改定", "2025-01-01 2025-12-31"),
            ("令和8年度", "2026-04-01 2027-03-31"),
            ("令和8年条例第3号", "-"),
            ("平成12年3月31日条例第5号", "-"),
            ("令和8年条例第3号。令和9年4月1日改正", "2027-04-01"),
            ("令和8年2月30日", "?"),
            ("令和8年4月1日改正前", "?"),
            ("改正前", "?"),
            ("第2版", "?"),
            ("第3期", "-"),
            ("仮称", "-"),
            ("", "-"),
        ] {
            assert_eq!(shown(Dated::in_brackets(words)), expected, "{words}");
        }
    }

    #[test]
    fn words_before_a_citation_tell_the_version() {
        for (text, expected) in [
            ("令和7年4月1日付け", "2025-04-01"),
            ("これは、令和７年４月１日施行の", "2025-04-01"),
            ("令和7年4月1日の", "2025-04-01"),
            ("令和7年度", "2025-04-01 2026-03-31"),
            ("これは、旧", "?"),
            ("改正前の", "?"),
            ("令和7年4月1日に", "-"),
            ("令和7年4月1日から、", "-"),
            ("政策経営部長", "-"),
            ("市の", "-"),
            ("", "-"),
        ] {
            assert_eq!(shown(Dated::before(text)), expected, "{text}");
        }
        assert_eq!(Period::of(Moment::Day(date(2026, 4, 1))).map(|it| it.last), Some(date(2026, 4, 1)));
    }
}
