//! The names of the registries in running text: departments of `organizations.yaml`, terms of `terms.yaml`.
//!
//! A name is found where it stands as a word of its own. The longest name that starts at a character counts. Of a department, only
//! those of its time do.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use super::{DocumentSet, Referent};
use crate::japanese::{is_kanji, narrow};
use crate::policy::{Organization, Period, Term};

/// The names of all departments and terms.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct RegisteredNames {
    /// The name of the city.
    city: Box<str>,
    /// By the first character, the longest first.
    by_first: BTreeMap<char, Vec<RegisteredName>>,
}

#[derive(Debug, Clone, PartialEq)]
struct RegisteredName {
    /// In half width.
    name: Box<str>,
    /// `None` for the city itself, which every page is about.
    referent: Option<Referent>,
    kind: NameKind,
    from: Option<Date>,
    until: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NameKind {
    Department,
    Term,
}

/// What stands at a character.
enum Found {
    /// A name and the bytes of the text that it takes. Nothing is meant where several departments have the name.
    Name(usize, Option<Referent>),
    Nothing,
}

impl RegisteredNames {
    pub(super) fn of(documents: &DocumentSet) -> Self {
        let city = &documents.site.city;
        let mut names = Self { city: city.trim().into(), ..Self::default() };
        names.add(city, None, NameKind::Department);
        for department in documents.organizations.iter().filter(|department| department.name != *city) {
            names.department(department);
        }
        documents.terms.iter().for_each(|term| names.term(term));
        for all in names.by_first.values_mut() {
            all.sort_by(|a, b| b.name.len().cmp(&a.name.len()).then_with(|| a.name.cmp(&b.name)));
        }
        names
    }

    fn department(&mut self, department: &Organization) {
        let referent = Referent::Department(department.id.value.clone());
        let Some(name) = self.add(&department.name, Some(referent), NameKind::Department) else { return };
        name.from = department.from.as_ref().map(|day| day.date);
        name.until = department.until.as_ref().map(|day| day.date);
    }

    fn term(&mut self, term: &Term) {
        self.add(&term.term.value, Some(Referent::Term(term.term.value.clone())), NameKind::Term);
    }

    /// Adds a name. One character says too little.
    fn add(&mut self, name: &str, referent: Option<Referent>, kind: NameKind) -> Option<&mut RegisteredName> {
        let name: Box<str> = name.trim().chars().map(narrow).collect();
        name.chars().nth(1)?;
        let all = self.by_first.entry(name.chars().next()?).or_default();
        all.push(RegisteredName { name, referent, kind, from: None, until: None });
        all.last_mut()
    }

    /// The names in a text that are meant in a period, in bytes of it, in order.
    pub(super) fn find(&self, text: &str, period: Option<Period>) -> Vec<(Range<usize>, Referent)> {
        let mut found = Vec::new();
        let (mut at, mut before) = (0, None);
        // A department may follow the one above it without anything between: 政策部情報管理課.
        let mut follows_department = false;
        while let Some(c) = text[at..].chars().next() {
            let place = NamePlace { city: &self.city, text, at, before, follows_department };
            match self.at(&place, period) {
                Found::Name(length, referent) => {
                    let range = at..at + length;
                    before = text[range.clone()].chars().next_back();
                    at = range.end;
                    follows_department = true;
                    found.extend(referent.map(|referent| (range, referent)));
                }
                Found::Nothing => {
                    (before, follows_department) = (Some(c), false);
                    at += c.len_utf8();
                }
            }
        }
        found
    }

    fn at(&self, place: &NamePlace<'_>, period: Option<Period>) -> Found {
        let rest = &place.text[place.at..];
        let all = rest.chars().next().and_then(|first| self.by_first.get(&narrow(first)));
        let mut fitting = all
            .into_iter()
            .flatten()
            .filter(|name| name.is_of(period))
            .filter_map(|name| Some((name, name.at(place)?)));
        let Some((first, length)) = fitting.next() else { return Found::Nothing };
        let is_only = fitting.take_while(|(_, other)| *other == length).all(|(other, _)| other.kind != first.kind);
        Found::Name(length, first.referent.clone().filter(|_| is_only))
    }
}

/// A character of a text at which a name may start.
struct NamePlace<'a> {
    city: &'a str,
    text: &'a str,
    at: usize,
    before: Option<char>,
    follows_department: bool,
}

impl NamePlace<'_> {
    /// Tells if the words before say that a department is that of another body: 県の企画課, みどり町の企画課.
    fn is_of_another_body(&self) -> bool {
        const BODIES: [char; 12] = ['国', '都', '道', '府', '県', '市', '区', '町', '村', '省', '庁', '社'];
        const LONGER_BODIES: [&str; 5] = ["役所", "役場", "委員会", "組合", "法人"];
        let Some(before) = self.text[..self.at].strip_suffix('の') else { return false };
        let is_body = before.ends_with(BODIES) || LONGER_BODIES.iter().any(|body| before.ends_with(body));
        is_body && !self.is_own_city(before)
    }

    /// Tells if words end with the city's own name, or with 本市, 当市 or 市 alone, as it is called in its own texts.
    fn is_own_city(&self, words: &str) -> bool {
        let words = ["役所", "役場"].iter().find_map(|office| words.strip_suffix(office)).unwrap_or(words);
        let (true, Some(kind)) = (!words.ends_with(self.city), self.city.chars().next_back()) else { return true };
        let Some(rest) = words.strip_suffix(kind) else { return false };
        rest.chars().next_back().is_none_or(|before| match before {
            '本' | '当' | 'は' | 'が' | 'を' | 'に' | 'と' | 'も' | 'で' | 'や' | 'へ' => true,
            'ぁ'..='ん' => false,
            _ => sort_of(before) == CharacterSort::Other,
        })
    }
}

impl RegisteredName {
    /// Tells if it was in use in a period.
    fn is_of(&self, period: Option<Period>) -> bool {
        period.is_none_or(|period| {
            self.from.is_none_or(|from| from <= period.last) && self.until.is_none_or(|until| until >= period.first)
        })
    }

    /// The bytes it takes in the text at a place, if it stands there as a word of its own.
    fn at(&self, place: &NamePlace<'_>) -> Option<usize> {
        let mut typed = place.text[place.at..].char_indices();
        for c in self.name.chars() {
            typed.next().filter(|(_, typed)| narrow(*typed) == c)?;
        }
        if self.kind == NameKind::Department && place.is_of_another_body() {
            return None;
        }
        let length = typed.next().map_or(place.text.len() - place.at, |(after, _)| after);
        let rest = &place.text[place.at + length..];
        let (first, last) = (self.name.chars().next()?, self.name.chars().next_back()?);
        let starts = place.follows_department || !place.before.is_some_and(|before| self.joins(before, first));
        let ends = !rest.chars().next().is_some_and(|next| self.joins(last, next)) || self.goes_on(rest);
        (starts && ends).then_some(length)
    }

    /// Tells if two characters at an end of the name make one word. A department ends at no kanji, a term in letters may: DX推進.
    fn joins(&self, left: char, right: char) -> bool {
        let (left, right) = (sort_of(left), sort_of(right));
        match self.kind {
            NameKind::Department => left != CharacterSort::Other && right != CharacterSort::Other,
            NameKind::Term => left == right && left != CharacterSort::Other,
        }
    }

    /// Tells if words follow a department that make no other name of it. 課長 is a post, 部会 is something else.
    fn goes_on(&self, rest: &str) -> bool {
        const JOINED: [&str; 14] = [
            "及び",
            "並びに",
            "又は",
            "若しくは",
            "等",
            "内",
            "職員",
            "所管",
            "所属",
            "以外",
            "以下",
            "中心",
            "各課",
            "所掌",
        ];
        let further = || matches!(self.kind, NameKind::Department) && rest.chars().next().is_some_and(is_kanji);
        JOINED.iter().any(|word| rest.starts_with(word)) || further() && ends_department(&self.name, rest)
    }
}

/// Tells if a part of the department named may follow: 政策部情報管理課. A post, a meeting or a rank may not.
fn ends_department(name: &str, rest: &str) -> bool {
    const PARTS: [char; 6] = ['課', '室', '係', '班', '局', '所'];
    let word: String = rest.chars().take_while(|c| sort_of(*c) != CharacterSort::Other).collect();
    let is_other = ['長', '会', '門', '員'].iter().any(|other| word.starts_with(*other));
    name.ends_with(['部', '局', '課', '室']) && word.contains(PARTS) && !is_other
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum CharacterSort {
    Kanji,
    Katakana,
    Alphanumeric,
    Other,
}

fn sort_of(c: char) -> CharacterSort {
    match narrow(c) {
        c if is_kanji(c) || c == '々' => CharacterSort::Kanji,
        'ァ'..='ヺ' | 'ー' => CharacterSort::Katakana,
        c if c.is_ascii_alphanumeric() => CharacterSort::Alphanumeric,
        _ => CharacterSort::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The departments that are found in a text of the city さくら市.
    fn found(text: &str) -> Vec<&str> {
        let mut names = RegisteredNames { city: "さくら市".into(), ..RegisteredNames::default() };
        names.add("さくら市", None, NameKind::Department);
        names.add("企画課", Some(Referent::Department("kikaku".to_owned())), NameKind::Department);
        names.find(text, None).into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn a_department_of_another_body_is_not_that_of_the_city() {
        for text in [
            "県の企画課と協議する。",
            "近隣市の企画課に照会する。",
            "みどり町の企画課に倣う。",
            "うるま市の企画課に倣う。",
            "国の企画課",
            "みどり町役場の企画課",
            "教育委員会の企画課",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        for text in [
            "企画課が行う。",
            "本市の企画課",
            "さくら市の企画課",
            "これは市の企画課",
            "当市役所の企画課",
            "担当の企画課",
        ] {
            assert_eq!(found(text), ["企画課"], "{text}");
        }
    }
}
