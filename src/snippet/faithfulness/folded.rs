//! Copies of texts for comparing: width, spaces and the usual variants of spelling do not count.

use std::sync::LazyLock;

use crate::japanese::{each_folded, is_kanji};

/// A text without spaces, in NFKC and in one spelling, and where each of its characters came from.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The characters.
    pub(super) chars: Vec<char>,
    /// For each character the byte of the text it came from, and at last the length of the text in bytes.
    pub(super) from: Vec<usize>,
}

/// Spellings that mean the same, and the one kept. No spelling begins another, so that the first that fits is the one.
const SPELLINGS: &[(&str, &str)] = &[
    ("すべて", "全て"),
    ("および", "及び"),
    ("または", "又は"),
    ("もしくは", "若しくは"),
    ("ならびに", "並びに"),
    ("さらに", "更に"),
    ("さらなる", "更なる"),
    ("さまざま", "様々"),
    ("取り組", "取組"),
    ("とりくみ", "取組み"),
    ("活か", "生か"),
    ("1人1人", "一人一人"),
    ("一人ひとり", "一人一人"),
    ("ひとりひとり", "一人一人"),
    ("ひとつ", "一つ"),
    ("こども", "子ども"),
    ("子供", "子ども"),
    ("もっとも", "最も"),
    ("はじめて", "初めて"),
    ("かならず", "必ず"),
    ("可能なかぎり", "可能な限り"),
    ("できるかぎり", "できる限り"),
    ("出来る", "できる"),
    ("いっそう", "一層"),
    ("つねに", "常に"),
    ("街づくり", "まちづくり"),
    ("うえで", "上で"),
    ("あたって", "当たって"),
    ("むけて", "向けて"),
    ("むけた", "向けた"),
    ("いちぶ", "一部"),
    ("のぞく", "除く"),
    ("にもとづ", "に基づ"),
    ("〜", "~"),
];

/// The spellings by the last six bits of their first character, as characters: most characters of a text begin none.
static BY_FIRST: LazyLock<[Vec<Spelling>; 64]> = LazyLock::new(|| {
    let mut table = std::array::from_fn(|_| Vec::new());
    for (from, to) in SPELLINGS {
        let spelling = Spelling { from: from.chars().collect(), to: to.chars().collect() };
        table[bucket(spelling.from[0])].push(spelling);
    }
    table
});

struct Spelling {
    from: Vec<char>,
    to: Vec<char>,
}

fn bucket(c: char) -> usize {
    u32::from(c) as usize & 0x3f
}

/// The spelling a text begins with, if it is one to be replaced.
fn spelling(rest: &[char]) -> Option<&'static Spelling> {
    BY_FIRST[bucket(*rest.first()?)].iter().find(|spelling| rest.starts_with(&spelling.from))
}

impl Folded {
    /// The copy of a text that starts at byte `base` of a longer one.
    pub(super) fn new(text: &str, base: usize) -> Self {
        let mut plain =
            Self { chars: Vec::with_capacity(text.len() / 3), from: Vec::with_capacity(text.len() / 3 + 1) };
        each_folded(text, |at, c| {
            if !c.is_whitespace() && !is_invisible(c) {
                plain.push(c, base + at);
            }
        });
        plain.from.push(base + text.len());
        plain.respelled()
    }

    fn push(&mut self, c: char, from: usize) {
        self.chars.push(c);
        self.from.push(from);
    }

    /// One spelling for all.
    fn respelled(self) -> Self {
        let Some(first) = (0..self.chars.len()).find(|at| spelling(&self.chars[*at..]).is_some()) else { return self };
        let mut out = Self { chars: self.chars[..first].to_vec(), from: self.from[..first].to_vec() };
        let mut at = first;
        while let Some(&c) = self.chars.get(at) {
            if let Some(spelling) = spelling(&self.chars[at..]) {
                spelling.to.iter().for_each(|c| out.push(*c, self.from[at]));
                at += spelling.from.len();
            } else {
                out.push(c, self.from[at]);
                at += 1;
            }
        }
        out.from.extend(self.from.last());
        out
    }
}

/// True if the characters begin with a word.
pub(super) fn starts_with(chars: &[char], word: &str) -> bool {
    let mut rest = chars.iter();
    word.chars().all(|c| rest.next() == Some(&c))
}

/// Variation selectors, zero width and direction marks: they are not seen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}')
}

/// Hiragana.
pub(super) fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

/// Katakana, with the long sound.
pub(super) fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

/// True if a character carries meaning: kanji, katakana, letters, digits.
pub(super) fn is_content(c: char) -> bool {
    is_kanji(c) || is_katakana(c) || c.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_become_one() {
        for (text, expected) in [
            ("すべての 取り組み", "全ての取組み"),
            ("２０５０年", "2050年"),
            ("ｶﾞｲﾄﾞ", "ガイド"),
            ("か\u{3099}", "が"),
            ("ＡＩ－ＯＣＲ", "AI-OCR"),
            ("１人１人", "一人一人"),
            ("葛\u{e0100}城", "葛城"),
        ] {
            assert_eq!(Folded::new(text, 0).chars.iter().collect::<String>(), expected);
        }
    }

    #[test]
    fn characters_know_their_bytes() {
        let folded = Folded::new("Ａ すべて。", 10);
        assert_eq!(folded.chars.iter().collect::<String>(), "A全て。");
        assert_eq!(folded.from, [10, 14, 14, 23, 26]);
    }
}
