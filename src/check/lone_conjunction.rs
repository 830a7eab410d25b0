//! 並びに in a sentence without 及び, and 若しくは in one without 又は.
//!
//! Source: 「公用文作成の考え方」（文化審議会建議、令和4年1月7日）Ⅱ: 並びに joins groups that 及び has joined, 若しくは parts of what 又は
//! joins. So neither is used without the other; of two things one writes 及び, 又は.

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
            let mut finder = WordFinder::new(subject, shown);
            for sentence in shown.text.split('。') {
                let is_alone = !sentence.contains(other);
                for (nth, _) in sentence.matches(conjunction).enumerate() {
                    let range = finder.find(conjunction);
                    if is_alone && nth == 0 {
                        found.push(subject.at(&range, catalogue::lone_conjunction(conjunction, other)));
                    }
                }
            }
        }
    }
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
            // Not reported.
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
