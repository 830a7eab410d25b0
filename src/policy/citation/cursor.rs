//! Reading the words of a place one by one.

use super::atom::{ANNEXES, Atom, Style};
use super::counter::Counter;

const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const ROMAN: &str = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ";
const SMALL_ROMAN: &str = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ";
const PARENTHESIZED: &str = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇";

/// What a number becomes when it counts something.
type Counted = fn(u32) -> Atom;

/// Reads a folded place from left to right.
pub(super) struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(folded: &'a str) -> Self {
        Self { rest: folded }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// の3 after a number with a counter word or in brackets. の3項 and の3項目 name something of their own.
    pub(super) fn branch(&mut self, last: Option<&Atom>) -> Option<Atom> {
        let may_branch = match last? {
            Atom::Counted(..) | Atom::Branch(_) => true,
            Atom::Number(_, style) => !matches!(style, Style::Bare | Style::Kanji),
            _ => false,
        };
        let mut ahead = Self { rest: self.rest.strip_prefix('の').filter(|_| may_branch)? };
        let (number, _) = ahead.number()?;
        let mut counts = Self { rest: ahead.rest };
        if !matches!(counts.counted((number, Style::Bare), &Counter::AFTER_ANY), Atom::Number(_, Style::Bare)) {
            return None;
        }
        self.rest = ahead.rest;
        Some(Atom::Branch(number))
    }

    pub(super) fn atom(&mut self) -> Option<Atom> {
        if self.eat("前文") {
            return Some(Atom::Preamble);
        }
        if let Some(word) = ANNEXES.into_iter().find(|word| self.eat(word)) {
            return Some(Atom::Annex(word));
        }
        for (word, made) in [("表", Atom::Table as Counted), ("引用", Atom::Quote)] {
            if self.eat(word) {
                return self.number().map(|(number, _)| made(number));
            }
        }
        if self.eat("「") {
            return self.up_to('「', '」').map(|text| Atom::Heading(text.to_owned()));
        }
        if self.eat("(") {
            return inside(self.up_to('(', ')')?);
        }
        let counters: &[Counter] = if self.eat("第") { &Counter::ALL } else { &Counter::AFTER_ANY };
        match self.number() {
            Some(number) => Some(self.counted(number, counters)),
            None => self.sign(),
        }
    }

    /// What a number counts, by the word after it.
    fn counted(&mut self, (number, style): (u32, Style), counters: &[Counter]) -> Atom {
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
        match counters.iter().find(|counter| self.eat(counter.word())) {
            Some(counter) => Atom::Counted(*counter, number),
            None => Atom::Number(number, style),
        }
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
            return Some(self.counted((number, Style::Bare), &[]));
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
    fn number(&mut self) -> Option<(u32, Style)> {
        let digits = self.rest.len() - self.rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if (1..=6).contains(&digits) {
            let number = self.rest[..digits].parse().ok()?;
            self.rest = &self.rest[digits..];
            return Some((number, Style::Bare));
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
        (length > 0).then_some((sum + current.unwrap_or(0), Style::Kanji))
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

    pub(super) fn skip(&mut self, joints: &[char]) {
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
        Some(number) => cursor.counted(number, &[]),
        None => cursor.sign()?,
    };
    let whole = cursor.rest.is_empty();
    match atom {
        Atom::Number(number, Style::Bare | Style::Kanji) => whole.then_some(Atom::Number(number, Style::Parenthesized)),
        Atom::Sign(sign, Style::Bare) => whole.then_some(Atom::Sign(sign, Style::Parenthesized)),
        Atom::Bullet(_) | Atom::Copy(_) | Atom::Paragraph(_) | Atom::Row(_) => whole.then_some(atom),
        _ => None,
    }
}

fn is_sign(c: char) -> bool {
    matches!(c, 'ア'..='ン' | 'a'..='z' | 'A'..='Z')
}
