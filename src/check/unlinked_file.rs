//! Files with texts below `content/` that are neither documents nor attachments: a `.docx` or `.txt` that nothing links to.
//!
//! Somebody has put it there to be published, and it would be on no page.

use std::collections::BTreeSet;

use crate::corpus::{Corpus, LinkTarget, resolve};
use crate::diagnostic::{Diagnostics, catalogue};

/// Suffixes of files with texts.
const TEXTS: [&str; 9] = ["txt", "doc", "docx", "odt", "rtf", "jtd", "jttc", "pdf", "html"];

pub(super) fn check(corpus: &Corpus, found: &mut Diagnostics) {
    let texts = corpus.assets.iter().map(String::as_str).filter(|path| is_text(path));
    let mut files: BTreeSet<&str> = texts.collect();
    if files.is_empty() {
        return;
    }
    for document in corpus.documents() {
        // The manuscript beside a document: `a.docx` of `a.md`.
        let path = document.source.path.strip_prefix("content/").unwrap_or_default();
        let stem = path.strip_suffix("md").unwrap_or(path);
        for suffix in TEXTS {
            files.remove(format!("{stem}{suffix}").as_str());
        }
        let mut link = |destination: &str| {
            if let LinkTarget::Asset(path) = resolve(corpus, &document.id, destination) {
                files.remove(path.as_str());
            }
        };
        document.body.each_link(|one| link(&one.destination));
        document.body.each_image(|one| link(&one.destination));
    }
    for path in files {
        let suffix = path.rsplit('.').next().unwrap_or_default();
        found.push(catalogue::unlinked_file(suffix).in_file(format!("content/{path}")));
    }
}

/// Whether it is a file with a text, by its name.
fn is_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let suffix = name.rsplit_once('.').map_or("", |(_, suffix)| suffix);
    TEXTS.contains(&suffix) && !name.starts_with("readme") && name != "robots.txt"
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{check_site, file};

    #[test]
    fn a_file_with_a_text_that_nothing_links_to_is_reported() {
        let text = file("", "[計画](keikaku.pdf)\n");
        for (path, expected) in [
            ("r8/houshin.docx", &["content/r8/houshin.docx unlinked-file"][..]),
            ("r8/houshin.TXT", &["content/r8/houshin.TXT unlinked-file"]),
            ("shiryo.pdf", &["content/shiryo.pdf unlinked-file"]),
            // Not reported.
            ("r8/a.docx", &[]),
            ("r8/README.txt", &[]),
            ("r8/zu.png", &[]),
        ] {
            assert_eq!(check_site(&[("r8/a.md", &text), ("r8/keikaku.pdf", ""), (path, "")]), expected, "{path}");
        }
    }
}
