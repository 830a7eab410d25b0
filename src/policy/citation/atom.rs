//! The words a place is named with, whatever their width: `5の(1)`, `５（３項目め）`, `第5の1`.

use unicode_normalization::UnicodeNormalization;

/// One word of a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Atom {
    /// `5`, `(1)`, `①`, `三`.
    Number(u32, Style),
    /// `ア`, `(イ)`, `a`.
    Sign(char, Style),
    /// `（3項目め）`, 三つ目の項目.
    Bullet(u32),
    /// 第2段落.
    Paragraph(u32),
    /// 4行目.
    Row(u32),
    /// 表1.
    Table(u32),
    /// 引用1.
    Quote(u32),
    /// 「はじめに」.
    Heading(String),
    /// 第2見出し.
    HeadingNumber(u32),
    /// 別紙, 附則 …
    Annex(&'static str),
    /// 前文.
    Preamble,
    /// （2つ目）: the second of two that would be called the same.
    Copy(u32),
}

/// What stands around a number or a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    Bare,
    Parenthesized,
    HalfParenthesized,
    Circled,
}

impl Atom {
    /// Without brackets.
    pub(super) fn bare(&self) -> Self {
        match self {
            Self::Number(number, _) => Self::Number(*number, Style::Bare),
            Self::Sign(sign, _) => Self::Sign(*sign, Style::Bare),
            other => other.clone(),
        }
    }
}

/// Words that open an annex or the supplementary provisions.
pub(super) const ANNEXES: [&str; 5] = ["別紙", "別表", "別記", "様式", "附則"];
/// What may follow a number that stands for itself: 第1条第2項.
const UNITS: [char; 5] = ['章', '節', '条', '項', '号'];
/// What may stand between two words.
pub(super) const JOINTS: [char; 9] = ['の', '-', '‐', '‑', '–', '−', '、', ',', '.'];
const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const ROMAN: &str = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ";
const SMALL_ROMAN: &str = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ";
const PARENTHESIZED: &str = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇";

/// A place in half width and without spaces: a copy for comparing. Unlike NFKC, `①` stays apart from `1`.
pub(super) fn folded(place: &str) -> String {
    let is_plain = |c| matches!(c, '!'..='~' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '一'..='鿿' | '（' | '）');
    if place.chars().all(is_plain) {
        return place.replace('（', "(").replace('）', ")");
    }
    let mut out = String::with_capacity(place.len());
    for c in place.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '\u{2150}'..='\u{218F}' | '\u{2460}'..='\u{24FF}' => out.push(c),
            _ => out.extend(std::iter::once(c).nfkc()),
        }
    }
    out.nfc().collect()
}

/// The words of a place; `None` when something else stands in it. An empty place has none.
pub(super) fn atoms(place: &str) -> Option<Vec<Atom>> {
    let folded = folded(place);
    let mut cursor = Cursor { rest: &folded };
    let mut found = Vec::new();
    while !cursor.rest.is_empty() {
        cursor.skip(&JOINTS);
        found.push(cursor.atom()?);
    }
    Some(found)
}

/// The place a text starts with, in bytes of the text: the whole of what names a place in `5(1)に基づき`. Nothing where a number
/// counts something (`5月`, `3件`).
///
/// ```
/// use hoshin::policy::leading_place;
/// assert_eq!(leading_place("２(1)に基づき"), "２(1)");
/// assert_eq!(leading_place("５月に改める。"), "");
/// ```
#[must_use]
pub fn leading_place(text: &str) -> &str {
    /// Longer than any place that is written in running text, in characters.
    const LONGEST: usize = 40;
    let ends = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).take(LONGEST);
    let ends: Vec<usize> = ends.filter(|&end| end > 0).collect();
    let may_follow = |rest: &str| {
        rest.chars().next().is_none_or(|c| "にをのはがでともへやか及並又若、。，．・」』）)】〕 　\n".contains(c))
    };
    let end = ends.into_iter().rev().find(|&end| {
        let place = &text[..end];
        may_follow(&text[end..])
            && !place.ends_with(|c: char| JOINTS.contains(&c) || c.is_whitespace())
            && atoms(place).is_some()
    });
    &text[..end.unwrap_or(0)]
}

/// What a number becomes when it counts something.
type Counted = fn(u32) -> Atom;

struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn atom(&mut self) -> Option<Atom> {
        if self.eat("前文") {
            return Some(Atom::Preamble);
        }
        if let Some(word) = ANNEXES.into_iter().find(|word| self.eat(word)) {
            return Some(Atom::Annex(word));
        }
        for (word, made) in [("表", Atom::Table as Counted), ("引用", Atom::Quote)] {
            if self.eat(word) {
                return self.number().map(made);
            }
        }
        if self.eat("「") {
            return self.up_to('「', '」').map(|text| Atom::Heading(text.to_owned()));
        }
        if self.eat("(") {
            return inside(self.up_to('(', ')')?);
        }
        self.eat("第");
        match self.number() {
            Some(number) => Some(self.counted(number)),
            None => self.sign(),
        }
    }

    /// What a number counts, by the word after it.
    fn counted(&mut self, number: u32) -> Atom {
        const ITEMS: [&str; 8] =
            ["項目め", "項目目", "項目", "つ目の項目", "つめの項目", "番目の項目", "個目の項目", "点目の項目"];
        let words: [(&[&str], Counted); 5] = [
            (&ITEMS, Atom::Bullet),
            (&["段落目", "段落", "番目の段落"], Atom::Paragraph),
            (&["行目", "行"], Atom::Row),
            (&["見出し"], Atom::HeadingNumber),
            (&["つ目", "つめ"], Atom::Copy),
        ];
        for (words, made) in words {
            if words.iter().any(|word| self.eat(word)) {
                return made(number);
            }
        }
        if self.eat(")") {
            return Atom::Number(number, Style::HalfParenthesized);
        }
        if self.rest.starts_with(UNITS) {
            self.next();
        }
        Atom::Number(number, Style::Bare)
    }

    fn sign(&mut self) -> Option<Atom> {
        let c = self.next()?;
        let at = |signs: &str| signs.chars().zip(1..).find(|(sign, _)| *sign == c).map(|(_, number)| number);
        if let Some(number) = at(CIRCLED) {
            return Some(Atom::Number(number, Style::Circled));
        }
        if let Some(number) = at(PARENTHESIZED) {
            return Some(Atom::Number(number, Style::Parenthesized));
        }
        if let Some(number) = at(ROMAN).or_else(|| at(SMALL_ROMAN)) {
            return Some(self.counted(number));
        }
        let style = match c {
            'ⓐ'..='ⓩ' => Style::Circled,
            _ if !is_sign(c) => return None,
            _ if self.eat(")") => Style::HalfParenthesized,
            _ => Style::Bare,
        };
        Some(Atom::Sign(c, style))
    }

    /// In digits or in kanji, not more than six characters.
    fn number(&mut self) -> Option<u32> {
        let digits = self.rest.len() - self.rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if (1..=6).contains(&digits) {
            let number = self.rest[..digits].parse().ok();
            self.rest = &self.rest[digits..];
            return number;
        }
        let (mut sum, mut current, mut length) = (0, None, 0);
        for c in self.rest.chars() {
            match ("〇一二三四五六七八九".chars().position(|digit| digit == c), c) {
                (Some(digit), _) => current = Some(current.unwrap_or(0) * 10 + u32::try_from(digit).unwrap_or(0)),
                (None, '十') => sum += current.take().unwrap_or(1) * 10,
                (None, '百') => sum += current.take().unwrap_or(1) * 100,
                _ => break,
            }
            length += c.len_utf8();
            if length > 18 {
                return None;
            }
        }
        self.rest = &self.rest[length..];
        (length > 0).then_some(sum + current.unwrap_or(0))
    }

    /// What stands before the bracket that closes the one just read.
    fn up_to(&mut self, open: char, close: char) -> Option<&'a str> {
        let mut depth = 1;
        for (at, c) in self.rest.char_indices() {
            if c == open {
                depth += 1;
            } else if c == close {
                depth -= 1;
            }
            if depth == 0 {
                let inside = &self.rest[..at];
                self.rest = &self.rest[at + close.len_utf8()..];
                return Some(inside);
            }
        }
        None
    }

    fn eat(&mut self, word: &str) -> bool {
        let after = self.rest.strip_prefix(word);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn skip(&mut self, joints: &[char]) {
        self.rest = self.rest.trim_start_matches(joints);
    }

    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }
}

/// What stands in brackets: one number or sign, or words that count.
fn inside(text: &str) -> Option<Atom> {
    let mut cursor = Cursor { rest: text };
    let atom = match cursor.number() {
        Some(number) => cursor.counted(number),
        None => cursor.sign()?,
    };
    let whole = cursor.rest.is_empty();
    match atom {
        Atom::Number(number, Style::Bare) => whole.then_some(Atom::Number(number, Style::Parenthesized)),
        Atom::Sign(sign, Style::Bare) => whole.then_some(Atom::Sign(sign, Style::Parenthesized)),
        Atom::Bullet(_) | Atom::Copy(_) | Atom::Paragraph(_) | Atom::Row(_) => whole.then_some(atom),
        _ => None,
    }
}

fn is_sign(c: char) -> bool {
    matches!(c, 'ア'..='ン' | 'a'..='z' | 'A'..='Z')
}
