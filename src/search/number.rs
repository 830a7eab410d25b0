//! The second half of the normaliser: numbers and years, which one text writes 第Ⅱ期 or 令和八年度 and another 第2期 or 2026年度.
//!
//! `themes/default/static/search.js` does the same in `numbered`; `tests/search/vectors.json` compares them. The rules read
//! from left to right:
//!
//! 1. an era and a year (令和8, 令和八, 令和元) is the western year;
//! 2. so is its letter with a year (r8), where no letter or digit stands beside it;
//! 3. kanji numerals after 第 or before a counter (期, 次, 年 …) are digits;
//! 4. so are Roman numerals of i, v and x.
//!
//! What is read too widely costs nothing but a form more: the text as it is can be found as well.

/// What numbers are put before in plans: 二期, 三年.
const COUNTERS: [char; 11] = ['年', '月', '日', '期', '次', '回', '条', '項', '号', '章', '節'];
/// Numerals longer than this are no numbers.
const LONGEST: usize = 7;

/// A folded text with its numbers and years written in digits; `None` where it has none to be rewritten.
pub(super) fn numbered(text: &[char]) -> Option<Vec<char>> {
    let mut out = Vec::new();
    let (mut at, mut copied) = (0, 0);
    while at < text.len() {
        let Some((length, value)) = numeral(text, at) else {
            at += 1;
            continue;
        };
        if let Some(value) = value {
            out.extend_from_slice(&text[copied..at]);
            out.extend(value.to_string().chars());
            copied = at + length;
        }
        at += length;
    }
    if copied == 0 {
        return None;
    }
    out.extend_from_slice(&text[copied..]);
    Some(out)
}

/// What stands at a place: how many characters, and the number, where it is one that is rewritten.
fn numeral(text: &[char], at: usize) -> Option<(usize, Option<u32>)> {
    match text[at] {
        '明' | '大' | '昭' | '平' | '令' => era(text, at),
        'm' | 't' | 's' | 'h' | 'r' => letter(text, at),
        'i' | 'v' | 'x' => roman(text, at),
        c if is_kanji_numeral(c) => Some(kanji(text, at)),
        _ => None,
    }
}

/// 令和8, 令和八, 令和元.
fn era(text: &[char], at: usize) -> Option<(usize, Option<u32>)> {
    let before_first = match text.get(at..at + 2)? {
        ['明', '治'] => 1867,
        ['大', '正'] => 1911,
        ['昭', '和'] => 1925,
        ['平', '成'] => 1988,
        ['令', '和'] => 2018,
        _ => return None,
    };
    let (length, year) = year(&text[at + 2..])?;
    Some((2 + length, (1..=99).contains(&year).then_some(before_first + year)))
}

/// The year of an era: how many characters, and its number.
fn year(text: &[char]) -> Option<(usize, u32)> {
    let (length, longest) = match text.first()? {
        '元' => (1, 1),
        c if c.is_ascii_digit() => (run(text, |c| c.is_ascii_digit()), 2),
        _ => (run(text, is_kanji_numeral), 3),
    };
    let follows = text.get(length).is_some_and(|c| c.is_ascii_digit() || is_kanji_numeral(*c));
    if length == 0 || length > longest || follows {
        return None;
    }
    Some((length, if text[0] == '元' { 1 } else { value(&text[..length]) }))
}

/// r8.
fn letter(text: &[char], at: usize) -> Option<(usize, Option<u32>)> {
    let before_first = match text[at] {
        'm' => 1867,
        't' => 1911,
        's' => 1925,
        'h' => 1988,
        _ => 2018,
    };
    let digits = run(&text[at + 1..], |c| c.is_ascii_digit());
    let follows = text.get(at + 1 + digits).is_some_and(char::is_ascii_lowercase);
    if digits == 0 || digits > 2 || follows {
        return None;
    }
    let joined = before(text, at).is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let year = value(&text[at + 1..=at + digits]);
    Some((1 + digits, (!joined && year > 0).then_some(before_first + year)))
}

/// 第二, 二期.
fn kanji(text: &[char], at: usize) -> (usize, Option<u32>) {
    let length = run(&text[at..], is_kanji_numeral);
    let counts = before(text, at) == Some('第') || text.get(at + length).is_some_and(|c| COUNTERS.contains(c));
    (length, (counts && length <= LONGEST).then(|| value(&text[at..at + length])))
}

/// 第ii, ii期.
fn roman(text: &[char], at: usize) -> Option<(usize, Option<u32>)> {
    let length = run(&text[at..], |c| matches!(c, 'i' | 'v' | 'x'));
    let next = text.get(at + length);
    if next.is_some_and(char::is_ascii_lowercase) {
        return None;
    }
    let previous = before(text, at);
    let counts = previous == Some('第')
        || (!previous.is_some_and(|c| c.is_ascii_lowercase()) && next.is_some_and(|c| COUNTERS.contains(c)));
    Some((length, (counts && length <= LONGEST).then(|| roman_value(&text[at..at + length]))))
}

fn before(text: &[char], at: usize) -> Option<char> {
    at.checked_sub(1).map(|before| text[before])
}

fn run(text: &[char], is_part: impl Fn(char) -> bool) -> usize {
    text.iter().take_while(|c| is_part(**c)).count()
}

fn is_kanji_numeral(c: char) -> bool {
    matches!(c, '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

/// Digits and kanji numerals: 26, 二六, 二十六.
fn value(numerals: &[char]) -> u32 {
    let (mut total, mut current) = (0, 0);
    for c in numerals {
        match c {
            '百' | '十' => {
                total += current.max(1) * if *c == '百' { 100 } else { 10 };
                current = 0;
            }
            _ => current = current * 10 + digit(*c),
        }
    }
    total + current
}

fn digit(c: char) -> u32 {
    c.to_digit(10).unwrap_or(match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => 0,
    })
}

fn roman_value(numerals: &[char]) -> u32 {
    let worth = |c: &char| match c {
        'i' => 1,
        'v' => 5,
        _ => 10,
    };
    let mut total: i32 = 0;
    for (at, c) in numerals.iter().enumerate() {
        let (this, next) = (worth(c), numerals.get(at + 1).map_or(0, worth));
        // iv is 4: a smaller one before a greater one is taken away.
        total = if this < next { total - this } else { total + this };
    }
    u32::try_from(total).unwrap_or(0)
}
