//! The effects of saving a table in code page 932: characters are exchanged, dropped or replaced by `?`. A cell that differs only by
//! such effects has the same content as the Markdown.

use std::collections::BTreeSet;

use super::cell;
use super::encoding::{Encoding, is_foreign};
use crate::policy::{decomposed, exchanged, is_invisible, look_alike_key};

/// Whether a cell and a text of the Markdown look the same.
pub(super) fn is_same(ours: &str, cell: &str) -> bool {
    work::count();
    let ours = cell::one_line(ours);
    ours == cell || look_alike_key(&ours) == look_alike_key(cell)
}

/// The lost characters of a text of the Markdown, if these replacements turn it into the cell.
pub(super) fn lost(ours: &str, cell: &str, by: &[Replacement]) -> Option<Vec<char>> {
    work::count();
    forms(ours).into_iter().find_map(|form| {
        let lost = lost_from(&form);
        let is_saved = !lost.is_empty() && by.iter().any(|by| is_left(&form, cell, *by));
        is_saved.then_some(lost)
    })
}

/// The replacements possible in a value of a table. UTF-8 loses nothing, so a different value was typed.
pub(super) fn of_values(encoding: Encoding) -> &'static [Replacement] {
    match encoding {
        Encoding::Cp932 => &Replacement::ALL,
        Encoding::Utf8 => &[],
    }
}

/// The replacements possible in a name, or in a text that is not imported. In UTF-8 a `?` may come from an earlier save.
pub(super) fn of_names(encoding: Encoding) -> &'static [Replacement] {
    match encoding {
        Encoding::Cp932 => &Replacement::ALL,
        Encoding::Utf8 => &[Replacement::Mark],
    }
}

/// The forms of a text on one line: as typed and decomposed.
fn forms(ours: &str) -> BTreeSet<String> {
    let ours = cell::one_line(ours);
    BTreeSet::from([decomposed(&ours), ours])
}

/// The characters of a text that remain after losses, for each combination of form and replacement. A cell made from the text
/// has one of these as [`rest`].
pub(super) fn rests(ours: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for form in forms(ours).iter().filter(|form| !lost_from(form).is_empty()) {
        for by in Replacement::ALL {
            let kept = |c: char| match by.letter(c) {
                None if is_lost(c) => None,
                like => Some(like.unwrap_or_else(|| exchanged(c))),
            };
            all.insert(form.chars().filter_map(kept).filter(|c| *c != '?').collect());
        }
    }
    all
}

/// The characters of a cell that are not replacements.
pub(super) fn rest(cell: &str) -> String {
    cell.chars().filter(|c| *c != '?' && !is_invisible(*c)).map(exchanged).collect()
}

/// The replacement of a character that code page 932 does not have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Replacement {
    /// One or two `?`.
    Mark,
    /// A similar letter, if Windows has one.
    Letter,
}

impl Replacement {
    const ALL: [Self; 2] = [Self::Mark, Self::Letter];

    fn letter(self, c: char) -> Option<char> {
        match self {
            Self::Mark => None,
            Self::Letter => letter(c),
        }
    }
}

/// Counts comparisons of texts, so that tests can show that their number is linear.
pub(super) mod work {
    #[cfg(test)]
    thread_local! {
        static COMPARED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
    }

    pub(in crate::ledger) fn count() {
        #[cfg(test)]
        COMPARED.set(COMPARED.get() + 1);
    }

    /// The number of comparisons during a step.
    #[cfg(test)]
    pub(in crate::ledger) fn of(step: impl FnOnce()) -> usize {
        let before = COMPARED.get();
        step();
        COMPARED.get() - before
    }
}

/// The characters of a text that code page 932 does not have, without repetition.
fn lost_from(text: &str) -> Vec<char> {
    let mut seen = BTreeSet::new();
    text.chars().filter(|c| is_lost(*c) && seen.insert(*c)).collect()
}

fn is_lost(c: char) -> bool {
    !c.is_ascii() && (is_invisible(c) || is_foreign(exchanged(c)))
}

/// The possible numbers of `?` at a place.
#[derive(Default)]
struct Marks {
    least: usize,
    most: usize,
}

/// Whether the replacement turns `ours` into `cell`.
fn is_left(ours: &str, cell: &str, by: Replacement) -> bool {
    let mut cell = cell.chars().filter(|c| !is_invisible(*c)).map(exchanged).peekable();
    let mut marks = Marks::default();
    let mut take = |marks: &mut Marks, wanted: Option<char>| {
        let mut count = 0;
        while cell.next_if_eq(&'?').is_some() {
            count += 1;
        }
        let fits = (marks.least..=marks.most).contains(&count);
        *marks = Marks::default();
        fits && cell.next() == wanted
    };
    for c in ours.chars() {
        match by.letter(c) {
            // There are as many `?` as the character has units in UTF-16.
            None if is_lost(c) => {
                marks.least += usize::from(!is_invisible(c) && !is_mark(c));
                marks.most += c.len_utf16();
            }
            None if c == '?' => {
                marks.least += 1;
                marks.most += 1;
            }
            like => {
                if !take(&mut marks, Some(like.unwrap_or_else(|| exchanged(c)))) {
                    return false;
                }
            }
        }
    }
    take(&mut marks, None)
}

/// The sound marks of decomposed kana.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{3099}' | '\u{309a}')
}

/// The letter that Windows writes for a character outside code page 932 (Microsoft's bestfit932.txt): a letter without its
/// accent, or a digit for a raised one.
fn letter(c: char) -> Option<char> {
    let at = |from: char, letters: &'static str| {
        letters.chars().nth(usize::try_from(u32::from(c).checked_sub(u32::from(from))?).ok()?)
    };
    match c {
        '\u{a1}' => Some('!'),
        '\u{a9}' => Some('c'),
        '\u{aa}' => Some('a'),
        '\u{ad}' => Some('-'),
        '\u{ae}' => Some('R'),
        '\u{b2}' => Some('2'),
        '\u{b3}' => Some('3'),
        '\u{b8}' => Some('，'),
        '\u{b9}' => Some('1'),
        '\u{ba}' => Some('o'),
        '\u{a6}' => Some('|'),
        // × and ÷ are in code page 932.
        '\u{d7}' | '\u{f7}' => None,
        '\u{c0}'..='\u{ff}' => at('\u{c0}', "AAAAAAACEEEEIIIIDNOOOOO×OUUUUYTsaaaaaaaceeeeiiiidnooooo÷ouuuuyty"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, PartialEq)]
    enum Saved {
        Same,
        Lost(Vec<char>),
        Other,
    }

    fn saved(ours: &str, cell: &str) -> Saved {
        match lost(ours, cell, &Replacement::ALL) {
            _ if is_same(ours, cell) => Saved::Same,
            Some(lost) => Saved::Lost(lost),
            None => Saved::Other,
        }
    }

    #[test]
    fn texts_are_recognised_after_these_losses() {
        for (ours, cell, expected) in [
            ("4〜6月", "4～6月", Saved::Same),
            ("利用\u{200b}者", "利用者", Saved::Same),
            ("一\n二", "一 二", Saved::Same),
            ("𠮷野家", "??野家", Saved::Lost(vec!['𠮷'])),
            ("𠮷野家", "?野家", Saved::Lost(vec!['𠮷'])),
            ("𠮷野家か?", "??野家か?", Saved::Lost(vec!['𠮷'])),
            ("カフェé", "カフェe", Saved::Lost(vec!['é'])),
            ("カフェé", "カフェ?", Saved::Lost(vec!['é'])),
            ("か\u{3099}く", "か?く", Saved::Lost(vec!['\u{3099}'])),
            ("済んだか", "済んた?か", Saved::Lost(vec!['\u{3099}'])),
            ("\u{fa1b}𠮷が", "\u{fa1b}??か?", Saved::Lost(vec!['𠮷', '\u{3099}'])),
            ("\u{fa1b}𠮷", "\u{798f}??", Saved::Other),
            ("葛\u{e0100}飾", "葛??飾", Saved::Lost(vec!['\u{e0100}'])),
            ("4–6𠮷", "4?6??", Saved::Lost(vec!['–', '𠮷'])),
            ("𠮷野家", "?家", Saved::Other),
            ("𠮷野家", "????野家", Saved::Other),
            ("𠮷野家", "??野屋", Saved::Other),
            ("野家", "?野家", Saved::Other),
            ("𠮷野家", "吉野家", Saved::Other),
            ("", "?", Saved::Other),
        ] {
            assert_eq!(saved(ours, cell), expected, "{ours} {cell}");
        }
    }

    proptest! {
        /// Excel exchanges pairs and writes one `?` for each UTF-16 unit of a character that it cannot save.
        #[test]
        fn a_text_is_recognised_after_a_save(text in "[あ亜a?〜−—é𠮷\u{200b}\u{3099}]{0,12}") {
            let save = |c: char| match exchanged(c) {
                c if is_lost(c) => "?".repeat(c.len_utf16()),
                c => c.to_string(),
            };
            let cell: String = text.chars().map(save).collect();
            prop_assert_ne!(saved(&text, &cell), Saved::Other, "{} {}", text, cell);
            if let Saved::Lost(_) = saved(&text, &cell) {
                prop_assert!(rests(&text).contains(&rest(&cell)), "{} {}", text, cell);
            }
        }
    }
}
