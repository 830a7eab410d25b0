//! Ruby in notations other than `{靱|じん}`: with full-width signs, or as on Aozora Bunko (青空文庫): `強靱《きょうじん》`.
//!
//! They stay on the page as they were typed. 《…》 is also a bracket of titles, so there the reading must be of a length that
//! the kanji before it can have.

use super::Subject;
use super::ruby_in_text::reading_after;
use super::shown::{WordFinder, is_ideograph, is_kana};
use crate::diagnostic::{Diagnostics, catalogue};

/// A kanji that is read with more kana than this is rare: 承る with うけたまわ has five.
const LONGEST_READING: usize = 5;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for shown in &subject.shown {
        let mut finder = None;
        let mut report = |ruby: &MeantRuby<'_>, found: &mut Diagnostics| {
            let finding = match ruby.notation {
                Notation::FullWidth => catalogue::full_width_ruby(ruby.written, ruby.base, ruby.reading),
                Notation::DoubleBrackets => catalogue::ruby_in_double_brackets(ruby.written, ruby.base, ruby.reading),
            };
            found.push(finder.get_or_insert_with(|| WordFinder::new(subject, shown)).at(ruby.written, finding));
        };
        let mut start = 0;
        for (at, sign) in shown.text.match_indices(['｝', '}', '》']) {
            let end = at + sign.len();
            let text = &shown.text[start..end];
            let ruby = if sign == "》" { in_double_brackets(text) } else { in_braces(text) };
            ruby.iter().for_each(|ruby| report(ruby, found));
            start = end;
        }
    }
}

#[derive(Clone, Copy)]
enum Notation {
    FullWidth,
    DoubleBrackets,
}

/// What was probably meant for ruby.
struct MeantRuby<'a> {
    notation: Notation,
    written: &'a str,
    base: &'a str,
    reading: &'a str,
}

/// `｛靱｜じん｝` at the end of a text, with any of the three signs in full width.
fn in_braces(text: &str) -> Option<MeantRuby<'_>> {
    let written = &text[text.rfind(['｛', '{'])?..];
    let inside = written.trim_start_matches(['｛', '{']).trim_end_matches(['｝', '}']);
    let (base, reading) = inside.split_once(['｜', '|'])?;
    // With all signs in half width it is ruby, or a backslash says that it is none.
    let is_full = written.contains(['｛', '｜', '｝']);
    (is_full && is_base(base) && is_reading(reading)).then_some(MeantRuby {
        notation: Notation::FullWidth,
        written,
        base,
        reading,
    })
}

/// `強靱《きょうじん》`, `｜強靱《きょうじん》` at the end of a text.
fn in_double_brackets(text: &str) -> Option<MeantRuby<'_>> {
    let open = text.rfind('《')?;
    let reading = text[open..].trim_matches(['《', '》']);
    let before = &text[..open];
    let bare = before.trim_end_matches(is_ideograph).len();
    let marked = before[..bare].ends_with(['｜', '|']);
    let start = if marked { before[..bare].trim_end_matches(['｜', '|']).len() } else { bare };
    let base = &before[bare..];
    let longest = base.chars().count() * LONGEST_READING;
    let fits = (base.chars().count()..=longest).contains(&reading.chars().count());
    // That of a character with a known reading is reported by the other lint.
    let is_told = base.chars().next_back().is_some_and(|c| reading_after(&text[open - c.len_utf8()..], c).is_some());
    (fits && is_base(base) && is_reading(reading) && !is_told).then_some(MeantRuby {
        notation: Notation::DoubleBrackets,
        written: &text[start..],
        base,
        reading,
    })
}

fn is_base(base: &str) -> bool {
    base.contains(is_ideograph)
}

fn is_reading(reading: &str) -> bool {
    !reading.is_empty() && reading.chars().all(|c| is_kana(c) || matches!(c, '｜' | '|'))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{check_site, file, lint_text};

    #[test]
    fn other_notations_of_ruby_are_reported() {
        for (text, expected) in [
            ("強｛靱｜じん｝なまち", &["full-width-ruby"][..]),
            ("｛強靱|きょうじん}化と{涵養｜かんよう}", &["full-width-ruby"; 2]),
            ("漏洩《ろうえい》を防ぐ", &["ruby-in-double-brackets"]),
            ("個人情報の｜漏洩《ろうえい》", &["ruby-in-double-brackets"]),
            // Not reported.
            ("《重点》待機児童をなくす", &[]),
            ("計画《まちづくりのための実行計画》", &[]),
            ("｛甲、乙｝を選ぶ", &[]),
            ("区分｛国｜県｜市｝", &[]),
            ("目標《１》", &[]),
        ] {
            assert_eq!(lint_text(check, text), expected, "{text}");
        }
    }

    #[test]
    fn ruby_itself_is_not_reported() {
        assert_eq!(check_site(&[("r8/a.md", &file("", "強{靱|じん}なまちと、\\{例|れい}\n"))]), [""; 0]);
    }
}
