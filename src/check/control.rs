//! Control characters: of C0, C1 and the separators of lines and paragraphs.

use super::Subject;
use super::invisible::{each_invisible, name};
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    each_invisible(
        subject,
        |_, _, c| is_control(c),
        |range, c| found.push(subject.at(&range, catalogue::control_character(&name(c)))),
    );
}

fn is_control(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::lint_text;

    #[test]
    fn control_characters_of_a_text() {
        for (text, expected) in [
            ("表\t組\n本文　です", 0),
            ("本文\u{0}", 1),
            ("\u{c}本文\u{b}", 2),
            ("本文\u{7f}\u{85}", 2),
            ("本文\u{2028}", 1),
        ] {
            assert_eq!(lint_text(check, text).len(), expected, "{text:?}");
        }
    }
}
