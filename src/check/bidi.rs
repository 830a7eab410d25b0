//! Characters that change the direction of text.

use super::Subject;
use super::invisible::{each_invisible, name};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::source::is_bidi_control;

/// Languages written from right to left, where these characters are part of good typing.
const RIGHT_TO_LEFT: [&str; 5] = ["ar", "fa", "he", "ur", "yi"];

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let language = subject.document.meta.language.split('-').next().unwrap_or_default();
    if RIGHT_TO_LEFT.contains(&language) {
        return;
    }
    each_invisible(
        subject,
        |_, _, c| is_bidi_control(c),
        |range, c| found.push(subject.at(&range, catalogue::bidi_control(&name(c)))),
    );
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::lint_text;

    #[test]
    fn direction_controls_of_a_text() {
        assert_eq!(lint_text(check, "令和\u{202e}8年\u{202c}度\u{200f}"), ["bidi-control"; 3]);
        assert_eq!(lint_text(check, "令和8年度"), [""; 0]);
    }
}
