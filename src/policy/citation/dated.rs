//! The version of a document that a citation means, by the date it gives: 「…」（令和8年4月1日）5(1), （令和8年7月1日版）,
//! 令和8年4月1日付け「…」.

use super::place_cursor::atoms;
use crate::japanese::folded;
use crate::policy::date::last_english_date;
use crate::policy::{FiscalYear, FoundDate, Moment, Period, dates_in};

/// The version that a citation means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// No version is named, or only a number of the document: 令和8年条例第3号.
    Undated,
    /// The version of these days.
    On(Period),
    /// The version of this fiscal year, which may be part of the document's name: 令和8年度「…」.
    OfYear(FiscalYear),
    /// An earlier version, or one named by words without a date: 改正前, 第2版.
    Unclear,
}

/// Words for another version than that of today, or of a date beside them.
const FORMER: [&str; 22] = [
    "改正前",
    "改定前",
    "改訂前",
    "変更前",
    "廃止前",
    "見直し前",
    "施行前",
    "廃止",
    "旧",
    "以前",
    "従前",
    "従来",
    "当初",
    "前回",
    "前年",
    "前年度",
    "昨年",
    "昨年度",
    "古い",
    "初版",
    "かつて",
    "先般",
];
/// Words for the version of the date beside them, and for an unknown one without a date.
const THEN: [&str; 10] = ["当時", "時点", "現在", "版", "案", "制定時", "策定時", "施行時", "公布時", "決定時"];
/// Words for the acts that give a document its date.
const ACTS: [&str; 14] =
    ["付け", "付", "施行", "改正", "改定", "改訂", "公布", "公表", "発行", "制定", "決定", "策定", "作成", "適用"];
/// Endings of the words for acts: 令和8年4月1日に策定した「…」.
const ENDINGS: [&str; 9] = ["した", "された", "する", "される", "済み", "定めた", "定められた", "つくった", "作った"];
/// Words that join a time to the document.
const JOINING: [&str; 4] = ["における", "においての", "での", "の"];

/// Particles between a date and an act. Without an act they date the sentence.
const PARTICLES: [&str; 3] = ["に", "で", "から"];

impl Dated {
    /// Reads the words in brackets, without the brackets.
    #[must_use]
    pub fn in_brackets(words: &str) -> Self {
        let words = folded(words);
        if FORMER.iter().any(|word| words.contains(word)) {
            return Self::Unclear;
        }
        if let Some(date) = last_english_date(&words) {
            return Self::of(Some(Moment::Day(date)));
        }
        if let Some((date, _)) = last_date(&words) {
            return Self::of(date.moment.ok());
        }
        match western_year(&words) {
            _ if dates_in(&words).next().is_some() => Self::Undated,
            Some(year) => Self::of(Some(Moment::Year(year))),
            None if THEN.iter().any(|word| words.contains(word)) => Self::Unclear,
            None => Self::Undated,
        }
    }

    /// Reads the text before a citation: 令和8年4月1日付け「…」, 旧「…」, （制定時）の「…」. A date whose words are not known
    /// makes it unclear.
    #[must_use]
    pub fn before(text: &str) -> Self {
        /// Longer than any date with its words, in characters.
        const LONGEST: usize = 40;
        let text = text.trim_end();
        let start = text.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
        let text = folded(&text[start..]);
        let ends = |c: char| matches!(c, '。' | '、' | ',' | '，' | '「' | '」' | '『' | '』');
        let words = text.rsplit(ends).next().unwrap_or_default();
        let words = without_any(words.trim(), &JOINING);
        let Some((before, inside)) = words.strip_suffix(')').and_then(|words| words.rsplit_once('(')) else {
            return Self::by_words(words);
        };
        Self::by_words(inside).or_else(|| Self::by_words(before))
    }

    /// Reads the words before a document.
    fn by_words(words: &str) -> Self {
        if last_words(words).any(|words| FORMER.iter().any(|word| words.ends_with(word))) {
            return Self::Unclear;
        }
        let Some((date, after)) = last_date(words) else {
            let is_then = last_words(words).any(|words| THEN.iter().any(|word| words.ends_with(word)));
            return if is_then { Self::Unclear } else { Self::Undated };
        };
        let is_known = last_words(after).any(|word| word.is_empty() || THEN[..4].contains(&word) || ends_in_time(word));
        if FORMER.iter().any(|word| after.contains(word)) {
            Self::Unclear
        } else if is_known && !PARTICLES.contains(&after) {
            match date.moment {
                // 令和8年度策定 is a time; 令和8年度 is a name.
                Ok(Moment::FiscalYear(_)) if !matches!(without_any(after, &JOINING), "" | "版") => Self::Unclear,
                moment => Self::of(moment.ok()),
            }
        } else if is_topic(after) {
            Self::Undated
        } else {
            Self::Unclear
        }
    }

    fn of(moment: Option<Moment>) -> Self {
        match moment {
            Some(Moment::FiscalYear(year)) => Self::OfYear(year),
            Some(moment) => Period::of(moment).map_or(Self::Unclear, Self::On),
            None => Self::Unclear,
        }
    }

    /// This version, or the other where this names none.
    #[must_use]
    pub fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Undated { other() } else { self }
    }
}

/// The last date that is no part of a name such as 令和8年条例第3号, and the text after it.
fn last_date(words: &str) -> Option<(FoundDate, &str)> {
    let mut end = words.len();
    let dates: Vec<FoundDate> = dates_in(words).collect();
    for date in dates.into_iter().rev() {
        let start = date.range.start;
        if !is_number_of_law(&words[date.range.end..end]) {
            let after = &words[date.range.end..];
            return Some((date, after));
        }
        end = start;
    }
    None
}

/// The words, then without joining words, the ending of their verb, the verb, and its particle.
fn last_words(words: &str) -> impl Iterator<Item = &str> {
    let joined = without_any(words, &JOINING);
    let ended = without_any(joined, &ENDINGS);
    let act = without_any(ended, &ACTS);
    let particle = without_any(act, &PARTICLES);
    [words, joined, ended, act, particle].into_iter()
}

fn without_any<'a>(words: &'a str, endings: &[&str]) -> &'a str {
    let shorter = endings.iter().filter_map(|ending| words.strip_suffix(ending));
    shorter.min_by_key(|rest| rest.len()).unwrap_or(words).trim_end()
}

/// Tells if a word is one such as 制定時.
fn ends_in_time(word: &str) -> bool {
    word.ends_with('時') && THEN.contains(&word)
}

/// Tells if a date belongs to the sentence, not to the document: 令和9年度の事業は「…」.
fn is_topic(after: &str) -> bool {
    after.match_indices('は').any(|(at, ha)| {
        let is_time = after[..at].ends_with(['に', 'で', 'て', 'と']);
        !is_time && !after[at + ha.len()..].starts_with('じ')
    })
}

/// Reads the version in a bracket right after a place: 5(1)（令和8年4月1日版）.
#[must_use]
pub fn version_after(text: &str) -> Dated {
    words_in_brackets(text).map_or(Dated::Undated, |(words, _)| Dated::in_brackets(words))
}

/// The words in the bracket a text starts with, and its length with both brackets, in bytes.
pub(super) fn words_in_brackets(text: &str) -> Option<(&str, usize)> {
    /// More than any date with its words, in characters.
    const LONGEST: usize = 60;
    let inside = text.strip_prefix(['（', '('])?;
    let (end, close) = inside.char_indices().take(LONGEST).find(|(_, c)| matches!(c, '）' | ')'))?;
    Some((&inside[..end], text.len() - inside.len() + end + close.len_utf8()))
}

/// The date or version in brackets that stands between a title and a place, with its brackets; empty when there is none.
#[must_use]
pub fn version_before_place(after: &str) -> &str {
    let Some((words, length)) = words_in_brackets(after) else { return "" };
    let bracket = &after[..length];
    let says = || words.contains('年') || Dated::in_brackets(words) != Dated::Undated;
    if atoms(bracket).is_none() && says() { bracket } else { "" }
}

/// `条例第3号` after a year or a day.
fn is_number_of_law(after: &str) -> bool {
    after.split_once('第').is_some_and(|(_, number)| number.contains('号'))
}

/// `2025年`, which may mean something else in running text.
fn western_year(words: &str) -> Option<i16> {
    let (before, after) = words.split_once('年')?;
    let year = before.get(before.len().checked_sub(4)?..)?;
    (!is_number_of_law(after)).then(|| year.parse().ok()).flatten().filter(|year| (1868..=2200).contains(year))
}
