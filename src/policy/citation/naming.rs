//! The parts of the names of places.

use super::atom::annex_word;
use super::english;
use crate::japanese::{is_kanji_numeral, narrow, squeezed_keeping_signs};
use crate::policy::{Clause, ClauseKind, Label, LabelKind, NamingLanguage, SiblingCounts, numbered_form, plain_text};

/// Longest heading that is named by its own words, in characters.
const MAX_HEADING: usize = 40;

/// The names above a clause.
#[derive(Default)]
pub(super) struct Above<'a> {
    pub(super) written: Box<str>,
    /// The text before the label, for labels that repeat the one above: 1-3, 1-3-1.
    pub(super) before_label: &'a str,
    pub(super) label: Option<&'a Label>,
    pub(super) is_annex: bool,
    pub(super) language: NamingLanguage,
    /// The name without the divisions above it.
    pub(super) short: Box<str>,
}

impl Above<'_> {
    /// The name above with a part after it, and の where they would run together.
    pub(super) fn joined(&self, part: &str) -> String {
        if self.language == NamingLanguage::English {
            return english::joined(&self.written, part);
        }
        let (last, first) = (self.written.chars().next_back(), part.chars().next());
        let runs_together = match last.zip(first) {
            Some((last, first)) if self.is_annex => {
                sort_of(first) == CharacterSort::Digit
                    || sort_of(last) == sort_of(first) && sort_of(last) != CharacterSort::Other
            }
            Some((last, first)) => match (sort_of(last), sort_of(first)) {
                (CharacterSort::Other, _) => false,
                (CharacterSort::Roman, CharacterSort::Digit) => true,
                (last, first) => last == first,
            },
            None => false,
        };
        format!("{}{}{part}", self.written, if runs_together { "の" } else { "" })
    }

    /// Tells if a label repeats the one above: 1-3-1 below 1-3.
    pub(super) fn is_continued_by(&self, label: &Label) -> bool {
        let is_decimal = matches!(label.kind, LabelKind::Decimal(_) | LabelKind::Division(_));
        is_decimal
            && self
                .label
                .is_some_and(|above| label.value.len() > above.value.len() && label.value.starts_with(&above.value))
    }
}

/// Characters of one sort run together.
#[derive(PartialEq, Eq, Clone, Copy)]
enum CharacterSort {
    Digit,
    KanjiDigit,
    Letter,
    Roman,
    Kana,
    Other,
}

fn sort_of(c: char) -> CharacterSort {
    match c {
        '0'..='9' => CharacterSort::Digit,
        'a'..='z' | 'A'..='Z' => CharacterSort::Letter,
        'Ⅰ'..='ⅿ' => CharacterSort::Roman,
        'ァ'..='ヺ' => CharacterSort::Kana,
        _ if is_kanji_numeral(c) => CharacterSort::KanjiDigit,
        _ => CharacterSort::Other,
    }
}

/// The name of a clause without a number, from its kind and its siblings so far.
pub(super) fn unnumbered(counts: &mut SiblingCounts, clause: &Clause, language: NamingLanguage) -> String {
    if language == NamingLanguage::English {
        return english::unnumbered(counts, clause);
    }
    let next = |count: &mut u32| {
        *count += 1;
        *count
    };
    match (&clause.label, clause.kind) {
        (Some(_), _) => format!("（{}項目め）", next(&mut counts.bullets)),
        (None, ClauseKind::Section { .. }) => {
            let number = next(&mut counts.headings);
            let text = plain_text(clause.text());
            let text = text.trim();
            let is_name =
                !text.is_empty() && text.chars().count() <= MAX_HEADING && !text.contains(['「', '」', '｢', '｣']);
            if is_name { format!("「{text}」") } else { format!("第{number}見出し") }
        }
        (None, _) => format!("第{}段落", next(&mut counts.paragraphs)),
    }
}

/// A printed label in half width, without the point after it. A number below an article is its paragraph: 第1条第2項.
pub(super) fn mark(label: &Label, above: &Above<'_>) -> String {
    if above.language == NamingLanguage::English {
        return english::mark(label);
    }
    let above = above.label;
    if let (LabelKind::Number, Some(LabelKind::Article), [number]) =
        (label.kind, above.map(|label| label.kind), &label.value[..])
    {
        return format!("第{number}項");
    }
    let mark: String = label.mark().chars().map(narrow).filter(|c| !c.is_whitespace()).collect();
    mark.trim_end_matches(['.', ',', ':', '、', '。']).to_owned()
}

/// The name of an annex without its title: 別紙1, 別表第1, 附則.
pub(super) fn annex_name(printed: &str, language: NamingLanguage) -> String {
    if let Some(name) = english::annex_name(printed) {
        return name;
    }
    let bare = squeezed_keeping_signs(printed);
    let bare = bare.trim_start_matches('(');
    if let Some(length) = numbered_form(bare) {
        return bare[..length].to_owned();
    }
    let Some(word) = annex_word(bare) else {
        return match language {
            NamingLanguage::Japanese => "別紙".to_owned(),
            NamingLanguage::English => "annex".to_owned(),
        };
    };
    let is_number = |c: char| {
        c.is_ascii_digit() || matches!(c, '第' | '号' | '-' | 'の') || sort_of(c) == CharacterSort::KanjiDigit
    };
    let number: String = bare[word.len()..].chars().take_while(|&c| is_number(c)).collect();
    format!("{word}{}", number.trim_end_matches(['の', '-', '第']))
}
