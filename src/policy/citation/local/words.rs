//! Reads the words of a reference in running text: 第3条第2項, 前条, 同条第2項, 別表第1, 第2の1(1)ア.
//!
//! Source: 法制執務: the words 前, 次, 本, この and 同 before a counter word name a place by where the reference stands.

use crate::japanese::{branch, enclosed_number, numeral};
use crate::policy::citation::atom::{PARTS, annex_word};
use crate::policy::citation::counter_word::CounterWord;
use crate::policy::citation::leading::{OBJECTS, WORDS};
use crate::policy::numbered_form;

/// The sort of a word that names a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordSort {
    /// 第3条, 第3条の2
    Counted(CounterWord),
    /// 第2
    Ordinal,
    /// の1 after it
    Number,
    /// (1), ①
    Bracketed,
    /// ア
    Sign,
    /// 別表第1
    Annex,
}

/// A word that names a place, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlaceWord {
    pub(super) sort: WordSort,
    pub(super) text: String,
}

/// The beginning of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReferenceHead {
    /// Nothing: 第3条.
    Absolute,
    /// 前条; 前二条.
    Before(CounterWord, u32),
    /// 前各号.
    AllBefore(CounterWord),
    /// 次条.
    After(CounterWord),
    /// 本条, この章.
    This(CounterWord),
    /// 同条.
    Same(CounterWord),
}

/// A reference as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrittenReference {
    pub(super) head: ReferenceHead,
    pub(super) words: Vec<PlaceWord>,
    /// Bytes of the text.
    pub(super) length: usize,
}

/// Characters with which a reference may begin.
pub(super) const FIRST: [char; 9] = ['第', '前', '次', '本', 'こ', '同', '別', '様', '附'];

/// The reference a text begins with.
pub(super) fn reference(text: &str) -> Option<WrittenReference> {
    let (head, length) = head(text).unwrap_or((ReferenceHead::Absolute, 0));
    let before = match head {
        ReferenceHead::Absolute => None,
        ReferenceHead::Before(counter, _)
        | ReferenceHead::AllBefore(counter)
        | ReferenceHead::After(counter)
        | ReferenceHead::This(counter)
        | ReferenceHead::Same(counter) => Some(WordSort::Counted(counter)),
    };
    let (words, below) = words(&text[length..], before);
    let is_one = !words.is_empty() || head != ReferenceHead::Absolute;
    let length = length + below;
    let rest = &text[length..];
    (is_one && may_end(rest) && !is_adverb(&words, rest)).then_some(WrittenReference { head, words, length })
}

/// The next place of a list (第2条(1)、(3)), which may begin with any word of the place before it.
pub(super) fn further(text: &str, above: &[PlaceWord]) -> Option<WrittenReference> {
    if let Some(found) = reference(text) {
        return Some(found);
    }
    let last = above.iter().rev().find(|word| matches!(word.sort, WordSort::Bracketed | WordSort::Sign));
    let (words, length) = words(text, Some(last?.sort));
    (!words.is_empty() && may_end(&text[length..])).then_some(WrittenReference {
        head: ReferenceHead::Absolute,
        words,
        length,
    })
}

/// The words of a whole place; `None` if there is more in it.
pub(super) fn whole(place: &str) -> Option<Vec<PlaceWord>> {
    let (words, length) = words(place, None);
    (!words.is_empty() && length == place.len()).then_some(words)
}

fn head(text: &str) -> Option<(ReferenceHead, usize)> {
    use CounterWord::{Article, Chapter, Item, Paragraph, Part, Section, Subsection};
    // この目 is no reference.
    const DIVISIONS: [CounterWord; 7] = [Part, Chapter, Section, Subsection, Article, Paragraph, Item];
    let counted = |rest: &str| DIVISIONS.into_iter().find(|counter| rest.starts_with(counter.word()));
    let length = |word: &str, counter: CounterWord| word.len() + counter.word().len();
    for (word, made) in [
        ("次", ReferenceHead::After as fn(CounterWord) -> ReferenceHead),
        ("本", ReferenceHead::This),
        ("この", ReferenceHead::This),
        ("同", ReferenceHead::Same),
        ("前各", ReferenceHead::AllBefore),
    ] {
        if let Some(counter) = text.strip_prefix(word).and_then(counted) {
            return Some((made(counter), length(word, counter)));
        }
    }
    let rest = text.strip_prefix('前')?;
    let number = numeral(rest.chars());
    let (count, after) = number.map_or((1, rest), |number| (number.value, &rest[number.length..]));
    let counter = counted(after).filter(|_| count > 0)?;
    Some((ReferenceHead::Before(counter, count), text.len() - after.len() + counter.word().len()))
}

/// The words a text begins with, below a word of this sort, and their length in bytes.
fn words(text: &str, above: Option<WordSort>) -> (Vec<PlaceWord>, usize) {
    /// More words than any place has.
    const MAX_WORDS: usize = 12;
    let (mut found, mut last, mut at) = (Vec::new(), above, 0);
    while found.len() < MAX_WORDS
        && let Some((sort, length)) = word(&text[at..], last)
    {
        found.push(PlaceWord { sort, text: text[at..at + length].to_owned() });
        last = Some(sort);
        at += length;
    }
    (found, at)
}

fn word(text: &str, last: Option<WordSort>) -> Option<(WordSort, usize)> {
    if let Some(length) = numbered_form(text).filter(|_| last.is_none()) {
        return Some((WordSort::Annex, length));
    }
    if let Some(rest) = text.strip_prefix('第') {
        let number = numeral(rest.chars()).filter(|number| number.value > 0)?;
        let after = &rest[number.length..];
        let Some(counter) = CounterWord::ALL.into_iter().find(|counter| after.starts_with(counter.word())) else {
            return last.is_none().then_some((WordSort::Ordinal, text.len() - after.len()));
        };
        let is_below = match last {
            None | Some(WordSort::Annex) => true,
            Some(WordSort::Counted(above)) => above < counter,
            Some(_) => false,
        };
        let length = text.len() - after.len() + counter.word().len();
        return is_below.then(|| (WordSort::Counted(counter), length + branches(&text[length..])));
    }
    match last {
        None => annex(text).map(|length| (WordSort::Annex, length)),
        Some(WordSort::Ordinal | WordSort::Number) if text.starts_with('の') => {
            let number = branch(text).filter(|number| is_branch(text, number.length))?;
            Some((WordSort::Number, number.length))
        }
        Some(above) => bracketed(text)
            .map(|length| (WordSort::Bracketed, length))
            .or_else(|| sign(text, above).map(|length| (WordSort::Sign, length))),
    }
}

/// The length of の2の3 behind a number.
fn branches(text: &str) -> usize {
    let mut at = 0;
    while let Some(number) = branch(&text[at..]).filter(|number| is_branch(&text[at..], number.length)) {
        at += number.length;
    }
    at
}

/// Tells if の and a number are part of a number: not in 第2条の2つの要件, 第2条の一部.
fn is_branch(text: &str, length: usize) -> bool {
    let after = &text['の'.len_utf8()..];
    let counted = &text[length..];
    !WORDS.iter().any(|word| after.starts_with(word)) && !OBJECTS.iter().any(|word| counted.starts_with(word))
}

/// The length of 別表第1, 様式第2号, 附則. A row of a table (別表第1の3の項) is no part of it.
fn annex(text: &str) -> Option<usize> {
    let word = annex_word(text)?;
    let rest = &text[word.len()..];
    if word == "附則" {
        return Some(word.len());
    }
    let ordinal = rest.strip_prefix('第').unwrap_or(rest);
    let Some(number) = numeral(ordinal.chars()) else { return (rest.len() == ordinal.len()).then_some(word.len()) };
    let mut at = text.len() - ordinal.len() + number.length;
    if text[at..].starts_with('号') {
        at += '号'.len_utf8();
    }
    let further = branches(&text[at..]);
    let is_row = ["の項", "の部", "の款", "の欄"].iter().any(|word| text[at + further..].starts_with(word));
    Some(if is_row { at } else { at + further })
}

/// The length of a number or sign in brackets or a circle.
fn bracketed(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if enclosed_number(first).is_some() {
        return Some(first.len_utf8());
    }
    let inside = text.strip_prefix(['(', '（'])?;
    let length = match numeral(inside.chars()) {
        Some(number) => number.length,
        None => inside.chars().next().filter(|c| is_kana(*c))?.len_utf8(),
    };
    let close = inside[length..].chars().next().filter(|c| matches!(c, ')' | '）'))?;
    let at = text.len() - inside.len() + length + close.len_utf8();
    Some(at + branches(&text[at..]))
}

/// The length of ア or イ that stands alone.
fn sign(text: &str, above: WordSort) -> Option<usize> {
    let may_have_signs = matches!(above, WordSort::Counted(CounterWord::Item) | WordSort::Bracketed | WordSort::Sign);
    let mut chars = text.chars();
    let sign = chars.next().filter(|c| may_have_signs && is_kana(*c))?;
    (!chars.next().is_some_and(|c| is_kana(c) || c == 'ー')).then(|| sign.len_utf8())
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ')
}

/// Tells if a text may go on like this after a reference. 第1号被保険者, 前条例 and 第2回 are words of their own.
fn may_end(rest: &str) -> bool {
    const JOINED: [&str; 14] = [
        "及び",
        "並びに",
        "又は",
        "若しくは",
        "中",
        "関係",
        "以下",
        "以上",
        "以外",
        "以前",
        "以後",
        "等",
        "括弧書",
        "各項",
    ];
    let goes_on = |c: char| matches!(c, '一'..='鿿' | '々' | '〇') || is_kana(c) || c == 'ー' || c.is_alphanumeric();
    let is_hiragana = |c: char| matches!(c, 'ぁ'..='ゟ');
    rest.chars().next().is_none_or(|c| is_hiragana(c) || !goes_on(c))
        || JOINED.iter().chain(&PARTS).any(|word| rest.starts_with(word))
}

/// Tells if 第2 alone is an adverb or a part of other words. It is a place where the words after it say that it is.
fn is_adverb(words: &[PlaceWord], rest: &str) -> bool {
    const SAY_SO: [&str; 16] = [
        "による",
        "により",
        "によら",
        "に定め",
        "に規定",
        "に掲げ",
        "に基づ",
        "に示",
        "に従",
        "に準じ",
        "の規定",
        "の例",
        "の定め",
        "を準用",
        "を適用",
        "のとおり",
    ];
    matches!(words, [word] if word.sort == WordSort::Ordinal) && !SAY_SO.iter().any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_ends_where_its_words_end() {
        for (text, expected) in [
            ("第3条第2項第1号イの規定", "第3条第2項第1号イ"),
            ("第三条の二第二項ただし書", "第三条の二第二項"),
            ("第２条（３）に", "第２条（３）"),
            ("第2条の2つの要件", "第2条"),
            ("第3条の一部", "第3条"),
            ("第2条（定義）", "第2条"),
            ("前条第2項の", "前条第2項"),
            ("前二項に", "前二項"),
            ("前各号の", "前各号"),
            ("この章において", "この章"),
            ("同条中", "同条"),
            ("別表第1の3の項", "別表第1"),
            ("別表第1の2に", "別表第1の2"),
            ("別表に", "別表"),
            ("附則第2項の", "附則第2項"),
            ("別記様式による", "別記様式"),
            ("様式第1号（", "様式第1号"),
            ("第１号様式により", "第１号様式"),
            ("別記第2号様式の3に", "別記第2号様式の3"),
            ("第2の1(1)アの例による", "第2の1(1)ア"),
            ("第2の規定", "第2"),
            ("第2に、", ""),
            ("第2次計画", ""),
            ("第2回", ""),
            ("第三者", ""),
            ("第1号被保険者", ""),
            ("前条例", ""),
            ("この条例", ""),
            ("前項目", ""),
            ("第2項目", ""),
            ("別途", ""),
            ("第0条", ""),
        ] {
            let found = reference(text).map_or("", |found| &text[..found.length]);
            assert_eq!(found, expected, "{text}");
        }
    }
}
