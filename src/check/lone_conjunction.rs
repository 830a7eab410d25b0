//! 並びに in a sentence without 及び, and 若しくは in one without 又は.
//!
//! Source: 「公用文作成の考え方」（文化審議会建議、令和4年1月7日）Ⅱ: 並びに joins groups that 及び has joined, 若しくは parts of what 又は
//! joins. So neither is used without the other; of two things one writes 及び, 又は.

use std::collections::BTreeSet;

use super::Subject;
use super::shown::WordFinder;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::TextPart;

/// A conjunction of another rank, and the one that must stand in the same sentence.
const PAIRS: [(&str, &str); 2] = [("並びに", "及び"), ("若しくは", "又は")];

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for shown in subject.shown.iter().filter(|shown| shown.part == TextPart::Text) {
        for (conjunction, other) in PAIRS {
            if !shown.text.contains(conjunction) {
                continue;
            }
            let alone = lone(&shown.text, conjunction, other);
            let mut finder = WordFinder::new(subject, shown);
            for (nth, _) in shown.text.matches(conjunction).enumerate() {
                let range = finder.find(conjunction);
                if alone.contains(&nth) {
                    found.push(subject.at(&range, catalogue::lone_conjunction(conjunction, other)));
                }
            }
        }
    }
}

/// A sentence that has not ended, or the part of it in brackets.
#[derive(Default)]
struct Sentence {
    /// The first conjunction in it, counted from the start of the text.
    conjunction: Option<usize>,
    has_other: bool,
    /// What is quoted may be a part of a sentence.
    is_quoted: bool,
}

/// The conjunctions, counted from the start of the text, that are the first of a sentence without the other one. What stands in brackets
/// is a sentence of its own, and does not end the one around it: 「市（町を含む。）並びに」.
fn lone(text: &str, conjunction: &str, other: &str) -> BTreeSet<usize> {
    let mut open = vec![Sentence::default()];
    let (mut lone, mut nth) = (BTreeSet::new(), 0);
    let mut end = |sentence: Sentence| {
        let is_lone = !sentence.has_other && !sentence.is_quoted;
        lone.extend(sentence.conjunction.filter(|_| is_lone));
    };
    for (at, c) in text.char_indices() {
        let is_quoted = open.last().is_some_and(|sentence| sentence.is_quoted);
        match c {
            '（' | '(' => open.push(Sentence { is_quoted, ..Sentence::default() }),
            '「' | '『' => open.push(Sentence { is_quoted: true, ..Sentence::default() }),
            '）' | ')' | '」' | '』' if open.len() > 1 => open.pop().into_iter().for_each(&mut end),
            '。' => {
                open.pop().into_iter().for_each(&mut end);
                open.push(Sentence { is_quoted, ..Sentence::default() });
            }
            _ => {
                let Some(sentence) = open.last_mut() else { continue };
                if text[at..].starts_with(conjunction) {
                    sentence.conjunction.get_or_insert(nth);
                    nth += 1;
                }
                sentence.has_other |= text[at..].starts_with(other);
            }
        }
    }
    open.into_iter().for_each(end);
    lone
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{check_site, file, lint_text};

    #[test]
    fn a_conjunction_of_another_rank_needs_its_partner() {
        for (text, expected) in [
            ("市並びに県は、協力する。", 1),
            ("市若しくは県は、協力する。", 1),
            ("市並びに県は、協力する。町若しくは村は、参加する。", 2),
            // What stands in brackets joins nothing outside of them.
            ("市若しくは県（町又は村を含む。）は、協力する。", 1),
            ("市（町若しくは村を含む。）又は県は、協力する。", 1),
            // Not reported.
            ("市（町を含む。以下同じ。）及び県（村を除く。）並びに国は、協力する。", 0),
            ("「県並びに国」とあるのは「県」とする。", 0),
            ("市及び県並びに関係団体は、協力する。", 0),
            ("市若しくは県又は国は、協力する。", 0),
            ("市及び県は、協力する。", 0),
        ] {
            assert_eq!(lint_text(check, text).len(), expected, "{text}");
        }
    }

    #[test]
    fn the_finding_points_at_the_sentence_that_lacks_the_partner() {
        let text = file("", "市及び県並びに国は、協力する。\n町並びに村は、参加する。\n");
        assert_eq!(check_site(&[("r8/a.md", &text)]), ["r8/a.md:7 lone-conjunction"]);
    }
}
