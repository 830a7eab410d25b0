//! The title of the front matter against the printed one.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::markdown::says_title;
use crate::policy::plain_text;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(line) = &subject.document.body.letterhead.title else { return };
    let stated = &subject.document.meta.title;
    let printed = plain_text(&line.value);
    if !says_title(&printed, &stated.value) {
        let finding = catalogue::title_mismatch(printed.trim(), &stated.value);
        found.push(subject.at(&stated.range, finding).with_related(subject.span(&line.range), catalogue::text_says()));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn widths_spaces_and_remarks_of_a_title_do_not_matter() {
        for (title, expected) in [
            ("方　針", &[][..]),
            ("方 針", &[]),
            ("方針（案）", &[]),
            ("方針（通知）", &[]),
            ("方策", &["r8/a.md:2 title-mismatch"]),
        ] {
            let text = file("", &format!("# {title}\n\n本文\n"));
            assert_eq!(check_site(&[("r8/a.md", &text)]), expected, "{title}");
        }
    }
}
