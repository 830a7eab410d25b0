//! The issuer of the front matter against the printed one.

use std::ops::Range;

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::japanese::squeezed;
use crate::policy::{Block, ClauseKind, Issuer, LetterheadKind, plain_text};

/// Longer lines are sentences and no issuer. In characters, without spaces.
const LONGEST_LINE: usize = 40;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(issuer) = &subject.document.meta.issuer else { return };
    let Some((printed, range)) = printed(subject, issuer) else { return };
    if !agrees(issuer, &printed) {
        let stated = issuer.printed().unwrap_or_default();
        found.push(subject.at(&range, catalogue::issuer_mismatch(printed.trim(), &stated)));
    }
}

/// The issuer as it stands in the text, if no line of the letterhead agrees with the front matter: the line there, or else the first
/// of the text, that starts with the same post.
fn printed(subject: &Subject<'_>, issuer: &Issuer) -> Option<(String, Range<usize>)> {
    let body = &subject.document.body;
    let lines = body.letterhead.of_kind(LetterheadKind::Issuer);
    let lines: Vec<_> = lines.map(|line| (plain_text(&line.value), line.range.clone())).collect();
    if lines.iter().any(|(line, _)| agrees(issuer, line)) {
        return None;
    }
    let post = squeezed(issuer.post.as_deref()?);
    if let Some(line) = lines.into_iter().find(|(line, _)| squeezed(line).starts_with(&post)) {
        return Some(line);
    }
    body.letterhead.title.as_ref()?;
    let Some(Block::Clause(first)) = body.blocks.first() else { return None };
    let text = plain_text(first.text());
    let line = squeezed(&text);
    let is_line = first.kind == ClauseKind::Paragraph && line.chars().count() <= LONGEST_LINE && !line.contains('。');
    (is_line && line.starts_with(&post)).then(|| (text, first.range.clone()))
}

fn agrees(issuer: &Issuer, printed: &str) -> bool {
    let printed = squeezed(printed);
    match &issuer.as_printed {
        Some(line) => squeezed(&line.value) == printed,
        None => {
            let mut parts = [&issuer.post, &issuer.name].into_iter().flatten();
            parts.all(|part| printed.contains(&squeezed(part)))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn the_issuer_must_agree_with_the_printed_one() {
        for (issuer, line, expected) in [
            ("post: 市長, name: 井澤邦夫", "市長 井 澤 邦 夫", &[][..]),
            ("post: 市長, as_printed: 市長 井澤邦夫", "市長　井澤邦夫", &[]),
            ("post: 市長, name: 井澤邦夫", "市長は、次の取組を進める。", &[]),
            ("post: 市長, name: 井澤邦夫", "本文です。", &[]),
            ("name: 井澤邦夫", "市長 別人", &[]),
            ("post: 市長, name: 井澤邦夫", "市長 別人太郎", &["r8/a.md:9 issuer-mismatch"]),
            ("post: 市長, as_printed: 市長 井澤邦夫", "市長 別人太郎", &["r8/a.md:9 issuer-mismatch"]),
        ] {
            let text = file(&format!("issuer: {{{issuer}}}\n"), &format!("\n# 方針\n{line}\n"));
            assert_eq!(check_site(&[("r8/a.md", &text)]), expected, "{issuer} / {line}");
        }
    }
}
