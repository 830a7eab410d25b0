//! Characters that cannot be seen: controls, changes of direction, and those without width where they mean nothing.
//!
//! They are looked for in the Markdown as typed, and in everything that reaches the page: a character reference such as
//! `&#8203;` puts them there, even from the definition of a link. `source` looks for them in the values of YAML.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Subject;
use crate::diagnostic::Diagnostics;
use crate::policy::{Inline, Invisible, each_inline, plain_text};
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
    let objectives: Vec<&Range<usize>> = subject.objectives.iter().map(|placed| &placed.objective.range).collect();
    for (at, c) in subject.suspects.iter().filter(|(at, _)| *at >= start) {
        if !is_within(&objectives, *at)
            && let Some(one) = Invisible::at(&file.text, *at, *c)
        {
            report(&(*at..at + c.len_utf8()), one);
        }
    }
    let mut of_value = |range: &Range<usize>, shown: &str| {
        not_typed(subject.source(range), shown).into_iter().for_each(|one| report(range, one));
    };
    let body = &subject.document.body;
    body.each_text(|text| text.texts.iter().for_each(|inlines| of_value(&text.range, &written_text(subject, inlines))));
    body.each_text(|text| {
        text.each_inline(|inline| {
            if let Inline::Ruby(pairs) = inline {
                pairs.iter().for_each(|pair| of_value(&text.range, &pair.reading));
            }
        });
    });
    body.each_link(|link| of_value(&link.range, &link.destination));
    body.each_image(|image| {
        of_value(&image.range, &image.destination);
        of_value(&image.range, &image.title);
    });
}

/// The text without the citations that stand for references: these belong to the document that is cited.
fn written_text(subject: &Subject<'_>, inlines: &[Inline]) -> String {
    let shown = plain_text(inlines);
    if Invisible::all(&shown).is_empty() {
        return shown;
    }
    let mut written = shown;
    each_inline(inlines, &mut |inline| {
        if let Inline::Reference(reference) = inline
            && !subject.source(&reference.range).contains('|')
        {
            written = written.replacen(&plain_text(&reference.text), "", 1);
        }
    });
    written
}

/// The first of each invisible character of a value that was not typed.
fn not_typed(typed: &str, shown: &str) -> Vec<Invisible> {
    let mut all = Invisible::all(shown);
    if all.is_empty() {
        return all;
    }
    let mut told: BTreeSet<char> = Invisible::all(typed).into_iter().map(|one| one.character).collect();
    all.retain(|one| told.insert(one.character));
    all
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
    fn characters_of_a_reference_are_found_in_texts_links_and_pictures() {
        for (text, expected) in [
            ("本文&#8203;です", &["r8/a.md:7 zero-width-character"][..]),
            ("[表](https://example.jp/&#x202e;)", &["r8/a.md:7 bidi-control"]),
            ("本文&amp;です", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file("status: published\n", text))]), expected, "{text}");
        }
    }

    /// The findings about such characters, with their lines, in the order of the alphabet.
    fn codes(text: &str) -> Vec<String> {
        let found = check_site(&[("r8/a.md", &file("status: published\n", text))]);
        let mut told: Vec<String> = found.iter().map(|one| one.replace("r8/a.md:", "")).collect();
        told.retain(|one| {
            ["control-character", "bidi-control", "zero-width-character"].iter().any(|code| one.ends_with(code))
        });
        told.sort();
        told
    }

    #[test]
    fn each_character_of_a_reference_is_reported_once() {
        let both = ["7 control-character", "7 zero-width-character"];
        let direction = ["7 bidi-control", "7 zero-width-character"];
        for (text, expected) in [
            ("あ&#8203;い&#8;う", both),
            ("![図&#8203;&#8;](https://example.jp/l.svg)", both),
            ("[表](https://example.jp/&#8203;&#8;)", both),
            ("あ&#8203;い&#8203;う&#x202e;え", direction),
            ("あ\u{200b}い&#x202e;え", direction),
            ("|あ&#8203;|い&#8;|\n|---|---|\n|う|え|", both),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }

    #[test]
    fn characters_are_found_in_everything_that_reaches_the_page() {
        for (text, expected) in [
            ("![図](https://example.jp/l.svg \"題&#8;\")", &["7 control-character"][..]),
            ("![図][r]\n\n[r]: https://example.jp/l.svg \"題&#8;\"", &["7 control-character"]),
            ("{漢字|か&#8;んじ}", &["7 control-character"]),
            ("**{漢字|かん\u{ad}|じ&#x202e;}**", &["7 bidi-control", "7 zero-width-character"]),
            ("[表][r]\n\n[r]: https://example.jp/&#x202e;", &["7 bidi-control"]),
            ("[r]\n\n[r]: https://example.jp/&#8203;&#8;", &["7 control-character", "7 zero-width-character"]),
            ("{漢字|かんじ}と[表][r]\n\n[r]: https://example.jp/?a&amp;b", &[]),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }

    #[test]
    fn a_language_from_right_to_left_may_change_the_direction() {
        let text = file("status: published\nlanguage: ar\n", "\u{200f}نص\u{200b}");
        assert_eq!(check_site(&[("r8/a.md", &text)]), ["r8/a.md:8 zero-width-character"]);
    }
}
