//! Characters that cannot be seen: controls, changes of direction, and those without width where they mean nothing.
//!
//! They are looked for in the Markdown, and in the text of clauses where a reference such as `&#8203;` has put them. The values of
//! YAML in the same file are read with its escapes, and told, by `source`.

use std::ops::Range;

use super::Subject;
use super::passage::{each_image, each_link, each_passage};
use crate::diagnostic::Diagnostics;
use crate::policy::{Invisible, plain_text};
use crate::source::body_start;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let language = &subject.document.meta.language;
    let mut report = |range: &Range<usize>, one: Invisible| {
        if !one.belongs_in(language) {
            found.push(subject.at(range, one.finding()));
        }
    };
    let file = &subject.document.source;
    let start = body_start(file).unwrap_or_default();
    let objectives: Vec<&Range<usize>> = subject.goals.iter().map(|goal| &goal.objective.range).collect();
    for (at, c) in subject.suspects.iter().filter(|(at, _)| *at >= start) {
        if !is_within(&objectives, *at)
            && let Some(one) = Invisible::at(&file.text, *at, *c)
        {
            report(&(*at..at + c.len_utf8()), one);
        }
    }
    let mut of_reference = |range: &Range<usize>, shown: &str| {
        let typed = subject.source(range);
        if typed.contains('&')
            && let Some(one) = Invisible::all(shown).into_iter().find(|one| !typed.contains(one.character))
        {
            report(range, one);
        }
    };
    each_passage(&subject.document.body, |passage| {
        passage.texts.iter().for_each(|inlines| of_reference(&passage.range, &plain_text(inlines)));
    });
    each_link(&subject.document.body, |link| of_reference(&link.range, &link.destination));
    each_image(&subject.document.body, |image| of_reference(&image.range, &image.destination));
}

/// Whether a byte is in one of the ranges, which are in order.
fn is_within(ranges: &[&Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).is_some_and(|range| range.contains(&at))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{check_site, file, lint_text};

    #[test]
    fn each_kind_has_its_code() {
        for (text, expected) in [
            ("本文\u{0}", &["control-character"][..]),
            ("令和\u{202e}8年\u{202c}度", &["bidi-control", "bidi-control"]),
            ("方針\u{200b}です", &["zero-width-character"]),
            ("葛\u{e0100}飾区", &[]),
        ] {
            assert_eq!(lint_text(check, text), expected, "{text:?}");
        }
    }

    #[test]
    fn characters_of_a_reference_are_told_in_texts_links_and_pictures() {
        for (text, expected) in [
            ("本文&#8203;です", &["r8/a.md:7 zero-width-character"][..]),
            ("[表](https://example.jp/&#x202e;)", &["r8/a.md:7 bidi-control"]),
            ("本文&amp;です", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file("status: published\n", text))]), expected, "{text}");
        }
    }

    #[test]
    fn a_language_from_right_to_left_may_change_the_direction() {
        let text = file("status: published\nlanguage: ar\n", "\u{200f}نص\u{200b}");
        assert_eq!(check_site(&[("r8/a.md", &text)]), ["r8/a.md:8 zero-width-character"]);
    }
}
