//! Reads the words of a place one by one.

use super::atom::{Atom, Enclosing, annex_word};
use super::counter_word::CounterWord;
use super::english;
use crate::japanese::{
    Enclosure, Script, branch, enclosed_number, numeral, roman_letters, roman_number, squeezed_keeping_signs,
};

/// Characters between two words of a place. A comma is none: it stands between two places (第2条(1)、(3)).
pub(super) const JOINTS: [char; 7] = ['の', '-', '‐', '‑', '–', '−', '.'];

/// The words of a place; `None` when something else stands in it. An empty place has none.
pub(super) fn atoms(place: &str) -> Option<Vec<Atom>> {
    let place = squeezed_keeping_signs(place);
    let mut cursor = PlaceCursor::new(&place);
    let mut found = Vec::new();
    while !cursor.is_at_end() {
        match cursor.branch(found.last()) {
            Some(branch) => found.push(branch),
            None => {
                cursor.skip(&JOINTS);
                cursor.skip_comma();
                found.push(cursor.atom()?);
            }
        }
    }
    Some(found)
}

/// The word that a number becomes when it counts something.
pub(super) type AtomOfNumber = fn(u32) -> Atom;

/// Reads a folded place from left to right.
pub(super) struct PlaceCursor<'a> {
    rest: &'a str,
}

impl<'a> PlaceCursor<'a> {
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
            Atom::Number(_, enclosing) => !matches!(enclosing, Enclosing::Bare | Enclosing::Kanji),
            _ => false,
        };
        let number = branch(self.rest).filter(|_| may_branch)?;
        let rest = &self.rest[number.length..];
        let mut counts = Self { rest };
        let atom = counts.counted(number.value, Enclosing::Bare, &CounterWord::AFTER_ANY);
        if !matches!(atom, Atom::Number(_, Enclosing::Bare)) {
            return None;
        }
        self.rest = rest;
        Some(Atom::Branch(number.value))
    }

    /// A comma before an English word goes on with the place: `5, paragraph 2`.
    fn skip_comma(&mut self) {
        let Some(after) = self.rest.strip_prefix(',') else { return };
        if english::word(after).is_some() || after.starts_with('“') {
            self.rest = after;
        }
    }

    pub(super) fn atom(&mut self) -> Option<Atom> {
        if let Some((atom, length)) = english::word(self.rest) {
            self.rest = &self.rest[length..];
            return Some(atom);
        }
        if self.eat("前文") {
            return Some(Atom::Preamble);
        }
        if let Some(word) = annex_word(self.rest) {
            self.eat(word);
            return Some(Atom::Annex(word));
        }
        for (word, made) in [("表", Atom::Table as AtomOfNumber), ("引用", Atom::Quote)] {
            if self.eat(word) {
                return self.number().map(|(number, _)| made(number));
            }
        }
        if self.eat("「") {
            return self.up_to('「', '」').map(|text| Atom::Heading(text.to_owned()));
        }
        if self.eat("“") {
            return self.up_to('“', '”').map(|text| Atom::Heading(text.to_owned()));
        }
        if self.eat("(") {
            return inside(self.up_to('(', ')')?);
        }
        let counters: &[CounterWord] = if self.eat("第") { &CounterWord::ALL } else { &CounterWord::AFTER_ANY };
        match self.number() {
            Some((number, enclosing)) => Some(self.counted(number, enclosing, counters)),
            None => self.sign(),
        }
    }

    /// The word of a place that a number and the counter word after it make.
    fn counted(&mut self, number: u32, enclosing: Enclosing, counters: &[CounterWord]) -> Atom {
        const ITEMS: [&str; 8] =
            ["項目め", "項目目", "項目", "つ目の項目", "つめの項目", "番目の項目", "個目の項目", "点目の項目"];
        let words: [(&[&str], AtomOfNumber); 5] = [
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
            return Atom::Number(number, Enclosing::HalfParenthesized);
        }
        match counters.iter().find(|counter| self.eat(counter.word())) {
            Some(counter) => Atom::Counted(*counter, number),
            None => Atom::Number(number, enclosing),
        }
    }

    fn sign(&mut self) -> Option<Atom> {
        let c = self.next()?;
        match enclosed_number(c) {
            Some((Enclosure::Circle, number)) => return Some(Atom::Number(number, Enclosing::Circled)),
            Some((Enclosure::Brackets, number)) => return Some(Atom::Number(number, Enclosing::Parenthesized)),
            None => {}
        }
        if let Some((_, number)) = roman_number(c) {
            return Some(self.counted(number, Enclosing::Bare, &[]));
        }
        let enclosing = match c {
            'ⓐ'..='ⓩ' => Enclosing::Circled,
            _ if !is_sign(c) => return None,
            _ if self.eat(")") => Enclosing::HalfParenthesized,
            _ => Enclosing::Bare,
        };
        Some(Atom::Sign(c, enclosing))
    }

    fn number(&mut self) -> Option<(u32, Enclosing)> {
        let number = numeral(self.rest.chars())?;
        self.rest = &self.rest[number.length..];
        Some((number.value, if number.script == Script::Digits { Enclosing::Bare } else { Enclosing::Kanji }))
    }

    /// The text before the bracket that closes the one just read.
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

/// The text in brackets: one number or sign, or words that count.
fn inside(text: &str) -> Option<Atom> {
    let mut cursor = PlaceCursor { rest: text };
    if let Some((atom @ Atom::Copy(_), length)) = english::word(text) {
        return (length == text.len()).then_some(atom);
    }
    let atom = match cursor.number() {
        Some((number, enclosing)) => cursor.counted(number, enclosing, &[]),
        None => cursor.sign()?,
    };
    let whole = cursor.rest.is_empty();
    if let (false, Atom::Sign(sign, _)) = (whole, &atom)
        && (text.chars().all(|c| c == *sign) || roman_letters(text).is_some() || text.chars().all(is_kana))
    {
        return Some(Atom::Signs(text.to_owned()));
    }
    match atom {
        Atom::Number(number, Enclosing::Bare | Enclosing::Kanji) => {
            whole.then_some(Atom::Number(number, Enclosing::Parenthesized))
        }
        Atom::Sign(sign, Enclosing::Bare) => whole.then_some(Atom::Sign(sign, Enclosing::Parenthesized)),
        Atom::Bullet(_) | Atom::Copy(_) | Atom::Paragraph(_) | Atom::Row(_) => whole.then_some(atom),
        _ => None,
    }
}

fn is_sign(c: char) -> bool {
    is_kana(c) || c.is_ascii_alphabetic()
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ア'..='ン')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::japanese::testing::{NO_NUMERALS, NUMERALS};

    #[test]
    fn citations_read_every_form_of_a_number() {
        for (form, value) in NUMERALS {
            let article = Atom::Counted(CounterWord::Article, value);
            assert_eq!(atoms(&format!("第{form}条")), Some(vec![article.clone()]), "{form}");
            assert_eq!(atoms(&format!("第{form}条の{form}")), Some(vec![article, Atom::Branch(value)]), "{form}");
        }
        for form in NO_NUMERALS {
            assert_eq!(atoms(&format!("第{form}条")), None, "{form}");
        }
    }

    #[test]
    fn signs_after_the_last_one_are_read_in_brackets() {
        for signs in ["aa", "イイ", "アイ", "iv", "II"] {
            assert_eq!(atoms(&format!("({signs})")), Some(vec![Atom::Signs(signs.to_owned())]));
        }
        assert_eq!(atoms("(ab)"), None);
    }

    #[test]
    fn circled_numbers_are_read_up_to_fifty() {
        for (sign, value) in [("①", 1), ("⑳", 20), ("㉑", 21), ("㊿", 50)] {
            assert_eq!(atoms(sign), Some(vec![Atom::Number(value, Enclosing::Circled)]));
        }
    }
}
