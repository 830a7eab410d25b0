//! Marks of `hoshin new` where something is to be filled in: `（要記入：制定日）`, `# 要記入：制定日`.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};

/// The start of every mark. Official texts write 要記入 without a colon, if at all.
const MARK: &str = "要記入：";

/// The front matter is searched too: its marks are comments.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let text = &subject.document.source.text;
    for (at, mark) in text.match_indices(MARK) {
        let rest = &text[at + mark.len()..];
        // A mark ends with its line in a comment, and with the closing bracket in the text.
        let closing: &[char] = if text[..at].ends_with('（') { &['）', '\n'] } else { &['\n'] };
        let end = rest.find(closing).unwrap_or(rest.len());
        let what = rest[..end].trim();
        let finding = if subject.document.meta.is_released() {
            catalogue::placeholder_published(what)
        } else {
            catalogue::placeholder(what)
        };
        found.push(subject.at(&(at..at + mark.len() + end), finding));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn a_mark_is_reported_until_it_is_filled_in() {
        for (more, text, expected) in [
            (
                "issued: # 要記入：制定日\n",
                "（要記入：本文）のとおり。",
                &["r8/a.md:5 placeholder", "r8/a.md:7 placeholder"][..],
            ),
            ("status: published\n", "（要記入：本文）", &["r8/a.md:7 placeholder-published"]),
            ("", "要記入事項は次のとおり。", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file(more, text))]), expected, "{text}");
        }
    }
}
