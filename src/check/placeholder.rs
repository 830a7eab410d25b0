//! Marks of `hoshin new` where something is to be filled in: `（要記入：制定日）`, `# TO FILL IN: date of issue`.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::FILL_IN_MARKS;

/// The front matter is searched too: its marks are comments.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let text = &subject.document.source.text;
    let mut marks: Vec<(usize, &str)> = FILL_IN_MARKS.iter().flat_map(|(_, mark)| text.match_indices(mark)).collect();
    marks.sort_unstable_by_key(|(at, _)| *at);
    for (at, mark) in marks {
        let rest = &text[at + mark.len()..];
        // A mark ends with its line in a comment, and with the closing bracket in the text.
        let closing: &[char] = match text[..at].chars().next_back() {
            Some('（') => &['）', '\n'],
            Some('(') => &[')', '\n'],
            _ => &['\n'],
        };
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
            (
                "issued: # TO FILL IN: date of issue\n",
                "(TO FILL IN: text) 要記入：本文",
                &["r8/a.md:5 placeholder", "r8/a.md:7 placeholder", "r8/a.md:7 placeholder"],
            ),
            ("status: published\n", "(TO FILL IN: text)", &["r8/a.md:7 placeholder-published"]),
            ("", "Forms to fill in.", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &file(more, text))]), expected, "{text}");
        }
    }
}
