//! Words as the measure for texts that are written with spaces between words.
//!
//! Any two English paragraphs have most pairs of letters in common, so that pairs of letters cannot tell them apart. Their words
//! can: those of four letters and more, and the pairs of neighbours, in which word order counts too.

use super::grams::Bigrams;
use crate::japanese::{folded, is_kanji};

/// The units that two texts are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GramUnit {
    /// Pairs of characters, for Japanese and other texts without spaces.
    Characters,
    /// Words and pairs of words.
    Words,
}

/// At most one letter in so many may be Japanese in a text that is compared by words.
const FEW: usize = 10;
/// Words are shorter on average, in characters. Text without spaces (Thai, Khmer) has longer ones.
const LONGEST_AVERAGE: usize = 14;
/// Shorter words (the, of, and) say little.
const TELLING: usize = 4;

impl GramUnit {
    /// The unit for the texts of both sides of a comparison: always one for both.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let (mut japanese, mut letters, mut words) = (0_usize, 0_usize, 0_usize);
        for text in texts {
            let mut in_word = false;
            for c in text.chars() {
                let is_letter = c.is_alphabetic();
                japanese += usize::from(is_letter && is_japanese(c));
                letters += usize::from(is_letter);
                words += usize::from(is_letter && !in_word);
                in_word = !c.is_whitespace() && (in_word || is_letter);
            }
        }
        let is_spaced = letters > 0 && japanese * FEW <= letters && letters <= words * LONGEST_AVERAGE;
        if is_spaced { Self::Words } else { Self::Characters }
    }
}

fn is_japanese(c: char) -> bool {
    is_kanji(c) || matches!(c, '\u{3040}'..='\u{30FF}' | '\u{FF66}'..='\u{FF9F}')
}

/// Adds the words of a text and the pairs of neighbours, within `left` characters.
pub(super) fn push_words(text: &str, left: &mut usize, grams: &mut Bigrams) {
    let end = text.char_indices().nth(*left).map_or(text.len(), |(at, _)| at);
    *left -= text[..end].chars().count();
    let text = folded(&text[..end]).to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let tells = |word: &&&str| word.chars().count() >= TELLING || word.contains(|c: char| c.is_ascii_digit());
    grams.extend(words.iter().filter(tells).map(|word| hash(&[word])));
    grams.extend(words.windows(2).map(hash));
    if let ([only], false) = (&words[..], words.iter().any(|word| tells(&word))) {
        grams.push(hash(&[only]));
    }
}

/// FNV-1a, 32 bits (draft-eastlake-fnv): the same in every run and on every machine.
fn hash(words: &[&str]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in words.iter().flat_map(|word| word.bytes().chain([0])) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::super::grams::dice;
    use super::super::{OTHER, SAME};
    use super::*;

    fn likeness(a: &str, b: &str) -> f64 {
        let grams = |text: &str| {
            let mut grams = Vec::new();
            push_words(text, &mut 700, &mut grams);
            grams.sort_unstable();
            grams
        };
        dice(&grams(a), &grams(b))
    }

    #[test]
    fn spaced_texts_are_compared_by_words() {
        for (text, expected) in [
            ("The council keeps every park open to all.", GramUnit::Words),
            ("Der Stadtrat hält die Parks für alle offen.", GramUnit::Words),
            (
                "The mayor (市長) keeps every park in the city open to all residents and to their visitors.",
                GramUnit::Words,
            ),
            ("公園をだれもが使えるようにする。", GramUnit::Characters),
            ("DX・行政改革を AI で進める。", GramUnit::Characters),
            ("สวนสาธารณะเปิดให้ทุกคนใช้ได้ตลอดเวลา", GramUnit::Characters),
            ("12 345", GramUnit::Characters),
            ("", GramUnit::Characters),
        ] {
            assert_eq!(GramUnit::of([text].into_iter()), expected, "{text}");
        }
    }

    #[test]
    fn paragraphs_of_other_contents_are_not_alike() {
        let paragraphs = [
            "The council shall publish the results of the survey every year and explain how they are used.",
            "Parks are open to all residents from six in the morning until ten in the evening.",
            "A permit is required for any event with more than fifty persons in a public place.",
            "The fee for the use of the sports hall is set by the council for each fiscal year.",
            "Schools and libraries work together so that children read more books.",
            "Every department reports to the mayor on the progress of its objectives by the end of September.",
        ];
        for (at, a) in paragraphs.iter().enumerate() {
            for b in &paragraphs[at + 1..] {
                assert!(likeness(a, b) < OTHER / 2.0, "{} {a} / {b}", likeness(a, b));
            }
        }
    }

    #[test]
    fn a_reworded_paragraph_is_the_same() {
        let before = "The council shall publish the results of the survey every year and explain how they are used.";
        let after = "The council will publish the results of the survey every year and explain how they are used.";
        assert!(likeness(before, after) >= SAME, "{}", likeness(before, after));
        let half = "The council shall publish the results of the vote every two years.";
        assert!((OTHER..SAME).contains(&likeness(before, half)), "{}", likeness(before, half));
        assert!(likeness("Aim", "Aim") > 0.99 && likeness("Aim", "End") < 0.01);
    }
}
