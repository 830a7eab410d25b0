//! Lines that begin with seven or more `#`: Markdown has six levels of headings, so they are text.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{ClauseKind, plain_text};

/// CommonMark 0.31.2, section 4.2: an ATX heading begins with one to six `#`.
const LEVELS: usize = 6;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    subject.document.body.each_clause(|clause| {
        let text = plain_text(clause.text());
        let signs = text.chars().take_while(|c| *c == '#').count();
        let is_heading = text[signs..].starts_with([' ', '\u{3000}', '\t']);
        if clause.kind == ClauseKind::Paragraph && signs > LEVELS && is_heading {
            found.push(subject.at(&clause.range, catalogue::heading_too_deep(signs)));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::lint_text;

    #[test]
    fn seven_signs_make_no_heading() {
        for (text, expected) in [
            ("####### 第一条　文", &["heading-too-deep"][..]),
            ("#######　文", &["heading-too-deep"]),
            ("###### 文", &[]),
            ("#######", &[]),
            ("文 ####### 文", &[]),
        ] {
            assert_eq!(lint_text(check, text), expected, "{text}");
        }
    }
}
