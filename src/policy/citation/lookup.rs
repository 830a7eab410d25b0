//! Finding places by their names.
//!
//! A place with counter words (第2条第1項) is looked for among the places whose names have the same ones: a number alone never stands
//! for an article, nor an article for a chapter. The divisions above an article may be left out, because its number is one of the
//! whole document. A place of bare numbers (5-(1)) is looked for by its numbers, as long as nothing is left out but brackets.

use std::collections::BTreeMap;

use super::atom::{Atom, Enclosing};
use super::counter_word::CounterWord;
use super::place_cursor::{JOINTS, PlaceCursor, atoms};
use crate::japanese::squeezed_keeping_signs;
use crate::policy::Division;

/// Names of places, each with the number of the place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Lookup {
    by_words: AtomIndex,
    by_counters: AtomIndex,
    /// The second and later items of one name whose paragraph is not known: 第2条(1)（2つ目）.
    twins: AtomIndex,
}

/// Names by their words without brackets, each with its words.
type AtomIndex = BTreeMap<Vec<Atom>, Vec<(Vec<Atom>, usize)>>;

/// The use of a name in a search for places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameUse {
    /// It is printed with its counter words.
    Printed,
    /// It is printed, but the paragraph of the item is not known: it is no answer to 第1号.
    PrintedOnly,
    /// Divisions above it that are printed are left out: 1.020 for Chapter 2, 1.020.
    Shortened,
    /// It is not printed but given by law: 第2条第1項 for a first paragraph without a number.
    Legal,
}

impl Lookup {
    pub(super) fn add(&mut self, name: &str, used: NameUse, names: usize) {
        // 第三条から第五条まで is no place with words of its own.
        let Some(name) = atoms(name) else { return };
        if used != NameUse::Legal {
            let key = name.iter().map(Atom::bare).collect();
            self.by_words.entry(key).or_default().push((name.clone(), names));
        }
        let index = match used {
            NameUse::PrintedOnly if name.iter().any(is_copy) => &mut self.twins,
            NameUse::PrintedOnly | NameUse::Shortened => return,
            NameUse::Printed | NameUse::Legal => &mut self.by_counters,
        };
        let name: Vec<Atom> = name.into_iter().map(heading_counted).collect();
        index.entry(counter_key(&name)).or_default().push((name, names));
    }

    /// The numbers of the places that may be meant, each once, in order.
    pub(super) fn find(&self, wanted: &[Atom]) -> Vec<usize> {
        let mut found: Vec<usize> = if has_counter(wanted) {
            let key = counter_key(wanted);
            let of = |index: &AtomIndex| -> Vec<usize> {
                let all = index.get(&key).into_iter().flatten();
                all.filter(|(name, _)| is_counted(wanted, name)).map(|(_, names)| *names).collect()
            };
            let mut found = of(&self.by_counters);
            let says_paragraph = wanted.iter().any(|atom| matches!(atom, Atom::Counted(CounterWord::Paragraph, _)));
            if !found.is_empty() && !says_paragraph {
                found.extend(of(&self.twins));
            }
            found
        } else {
            let key: Vec<Atom> = wanted.iter().map(Atom::bare).collect();
            let all = self.by_words.get(&key).into_iter().flatten();
            let called: Vec<_> = all.filter(|(name, _)| is_called(wanted, name)).collect();
            let counts_division = called.iter().any(|(name, _)| is_division(name));
            let mut found: Vec<usize> = called.into_iter().map(|(_, names)| *names).collect();
            if counts_division {
                found.extend(self.articles(wanted));
            }
            found
        };
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The places that numbers without a counter word may mean besides those of a chapter: an article has the number of the whole
    /// document, so 2 may be 第2条 as well as 第2章.
    fn articles(&self, wanted: &[Atom]) -> Vec<usize> {
        let Some((Atom::Number(number, _), below)) = wanted.split_first() else { return Vec::new() };
        let article = [Atom::Counted(CounterWord::Article, *number)];
        let key = article.iter().cloned().chain(below.iter().map(Atom::bare)).collect::<Vec<_>>();
        let all = self.by_counters.get(&key).into_iter().flatten();
        let fits = |name: &[Atom]| {
            let (above, name) = name.split_at(last_division(name).unwrap_or(0));
            is_called(wanted, name) && is_within(&[], above)
        };
        all.filter(|(name, _)| fits(name)).map(|(_, names)| *names).collect()
    }

    /// Suggests a place for one that is not found: the item of that number if it is numbered in another way, else the
    /// place above. With counter words only the place above.
    pub(super) fn nearest(&self, wanted: &[Atom]) -> Option<usize> {
        let mut above = wanted.to_vec();
        let counted = has_counter(wanted);
        while let Some(last) = above.pop() {
            if let (Atom::Number(number, _) | Atom::Bullet(number), false) = (&last, counted) {
                for instead in [Atom::Bullet(*number), Atom::Number(*number, Enclosing::Bare), Atom::Paragraph(*number)]
                {
                    above.push(instead);
                    let found = self.find(&above);
                    let is_plain = self.is_without_counters(&above);
                    above.pop();
                    if let ([one], true) = (&found[..], is_plain) {
                        return Some(*one);
                    }
                }
            }
            // 第2条 is not above 第2条の3.
            if let Atom::Branch(_) = last {
                while matches!(above.pop(), Some(Atom::Branch(_))) {}
            }
            if let [one] = self.find(&above)[..] {
                return Some(one);
            }
        }
        None
    }

    /// Tells if no name with these numbers has a counter word: 1(2) does not mean 第1章2.
    fn is_without_counters(&self, wanted: &[Atom]) -> bool {
        let key: Vec<Atom> = wanted.iter().map(Atom::bare).collect();
        self.by_words.get(&key).into_iter().flatten().all(|(name, _)| !has_counter(name))
    }
}

/// The key of a place by its own name.
pub(super) fn name_key(written: &str) -> String {
    squeezed_keeping_signs(written).trim_start_matches(JOINTS).to_owned()
}

pub(super) fn has_counter(place: &[Atom]) -> bool {
    place.iter().any(|atom| matches!(atom, Atom::Counted(..)))
}

/// 「第1編 総則」 counts as 第1編: headings of parts are no labels.
fn heading_counted(atom: Atom) -> Atom {
    let Atom::Heading(text) = &atom else { return atom };
    match PlaceCursor::new(text).atom() {
        Some(counted @ Atom::Counted(counter, _)) if text.starts_with('第') && counter.groups_articles() => counted,
        _ => atom,
    }
}

/// The last division or article, which must be named, and the words below it, without brackets and 「2つ目」.
fn counter_key(place: &[Atom]) -> Vec<Atom> {
    let start = last_division(place).unwrap_or(0);
    let kept = place[start..].iter().filter(|atom| !is_copy(atom));
    let keyed = kept.enumerate().map(|(at, atom)| match atom {
        Atom::Counted(counter, _) if at == 0 && *counter <= CounterWord::Article => atom.clone(),
        _ => atom.bare(),
    });
    keyed.collect()
}

/// The index of the last division or article among the words of a place.
fn last_division(place: &[Atom]) -> Option<usize> {
    place.iter().rposition(|atom| matches!(atom, Atom::Counted(counter, _) if *counter <= CounterWord::Article))
}

/// Tells if a name begins with a division that groups articles.
fn is_division(name: &[Atom]) -> bool {
    matches!(name.first(), Some(Atom::Counted(counter, _)) if counter.groups_articles())
}

fn is_copy(atom: &Atom) -> bool {
    matches!(atom, Atom::Copy(_))
}

/// Tells if words with counter words mean a place of this name.
fn is_counted(wanted: &[Atom], name: &[Atom]) -> bool {
    let bare: Vec<Atom>;
    let name = if wanted.iter().any(is_copy) {
        name
    } else {
        bare = name.iter().filter(|atom| !is_copy(atom)).cloned().collect();
        &bare
    };
    let (above_wanted, wanted) = wanted.split_at(last_division(wanted).unwrap_or(0));
    let (above, name) = name.split_at(last_division(name).unwrap_or(0));
    wanted.len() == name.len() && (0..name.len()).all(|at| is_same(wanted, name, at)) && is_within(above_wanted, above)
}

/// Tells if two words below the division mean the same. Brackets are not left out beside counter words.
fn is_same(wanted: &[Atom], name: &[Atom], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|before| name.get(before));
    match (&wanted[at], &name[at]) {
        // 第1章の2 may be section 2 of chapter 1.
        (Atom::Branch(a), Atom::Number(b, Enclosing::Bare)) => {
            a == b && matches!(before(1), Some(Atom::Counted(counter, _)) if counter.groups_articles())
        }
        (Atom::Counted(CounterWord::Paragraph, a), Atom::Number(b, Enclosing::Bare)) => {
            let above = if matches!(before(1), Some(Atom::Copy(_))) { before(2) } else { before(1) };
            a == b && matches!(above, Some(Atom::Annex("附則")))
        }
        (Atom::Counted(CounterWord::Item, a), Atom::Number(b, enclosing)) => {
            let above = (0..at).rev().find(|&back| !matches!(name[back], Atom::Branch(_)));
            let below_paragraph = match above.map(|above| (&name[above], above)) {
                Some((Atom::Counted(counter, _), _)) => {
                    matches!(counter, CounterWord::Article | CounterWord::Paragraph)
                }
                Some((Atom::Number(_, Enclosing::Bare), above)) => above == 1 && matches!(name[0], Atom::Annex("附則")),
                _ => false,
            };
            a == b && *enclosing != Enclosing::Bare && below_paragraph
        }
        (wanted, name) => wanted == name,
    }
}

/// Tells if the named divisions stand above in this order. Others may stand between them, but an annex is never left out.
fn is_within(wanted: &[Atom], above: &[Atom]) -> bool {
    let mut wanted = wanted.iter().peekable();
    let mut after_annex = false;
    for atom in above {
        let is_named = wanted.next_if(|wanted| *wanted == atom).is_some();
        let may_be_left_out = match atom {
            Atom::Counted(counter, _) => counter.groups_articles(),
            Atom::Number(..) => !after_annex,
            Atom::Branch(_) | Atom::Sign(..) | Atom::Heading(_) | Atom::HeadingNumber(_) | Atom::Preamble => true,
            _ => false,
        };
        after_annex = matches!(atom, Atom::Annex(_));
        if !is_named && !may_be_left_out {
            return false;
        }
    }
    wanted.next().is_none()
}

/// Tells if words may mean a place of this name. Only brackets may be left out.
fn is_called(wanted: &[Atom], name: &[Atom]) -> bool {
    wanted.len() == name.len() && wanted.iter().zip(name).all(|(wanted, name)| is_meant(wanted, name))
}

fn is_meant(wanted: &Atom, name: &Atom) -> bool {
    match (wanted, name) {
        (
            Atom::Number(a, Enclosing::Bare | Enclosing::Kanji),
            Atom::Number(b, _) | Atom::Branch(b) | Atom::Counted(_, b) | Atom::Division(_, b),
        ) => a == b,
        (Atom::Branch(a), Atom::Number(b, Enclosing::Bare)) => a == b,
        // 「Section 1.020」 where 1.020 is printed.
        (Atom::Division(Division::Section, a), Atom::Number(b, Enclosing::Bare)) => a == b,
        (Atom::Sign(a, Enclosing::Bare), Atom::Sign(b, _)) => a == b,
        _ => wanted == name,
    }
}
