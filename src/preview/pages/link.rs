//! The files of the preview's pages, and relative links from them. They work on any port and below any path.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::FOLDER;
use crate::policy::DocumentId;

/// The characters that are not percent-encoded: those that RFC 3986 calls unreserved, and the `/` between segments.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

pub(super) const DASHBOARD: &str = "_hoshin/index.html";
pub(super) const POSTS: &str = "_hoshin/posts/index.html";
pub(super) const ADDRESSES: &str = "_hoshin/addresses/index.html";
pub(super) const STYLE: &str = "_hoshin/style.css";
pub(super) const ICON: &str = "_hoshin/icon.svg";

/// The file of a document's page in the site.
pub(super) fn page_file(id: &DocumentId) -> String {
    format!("{}/index.html", id.0)
}

/// The file of a page of a document's posts; pages are counted from 1.
pub(super) fn posts_file(id: &DocumentId, page: usize) -> String {
    match page {
        0 | 1 => format!("{FOLDER}posts/{}/index.html", id.0),
        // A document's id has no dot: no other document's page can have this name.
        _ => format!("{FOLDER}posts/{}/page-{page}.html", id.0),
    }
}

/// The file of a document's page of addresses.
pub(super) fn addresses_file(id: &DocumentId) -> String {
    format!("{FOLDER}addresses/{}/index.html", id.0)
}

/// The document and page of a file of posts.
pub(super) fn posts_of(file: &str) -> Option<(DocumentId, usize)> {
    let (id, name) = file.strip_prefix(FOLDER)?.strip_prefix("posts/")?.rsplit_once('/')?;
    let page = match name {
        "index.html" => 1,
        _ => name.strip_prefix("page-")?.strip_suffix(".html")?.parse().ok().filter(|page| *page > 1)?,
    };
    Some((DocumentId(id.to_owned()), page))
}

/// The document of a file of addresses.
pub(super) fn addresses_of(file: &str) -> Option<DocumentId> {
    let id = file.strip_prefix(FOLDER)?.strip_prefix("addresses/")?.strip_suffix("/index.html")?;
    Some(DocumentId(id.to_owned()))
}

/// The link from one file to another and to a fragment in it.
pub(super) fn relative(from: &str, to: &str, fragment: &str) -> String {
    let mut out = "../".repeat(from.matches('/').count());
    out.extend(utf8_percent_encode(to, PATH));
    if !fragment.is_empty() {
        out.push('#');
        out.push_str(fragment);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_tells_document_and_page() {
        let id = |id: &str| DocumentId(id.to_owned());
        for (file, expected) in [
            ("_hoshin/posts/r8/a/index.html", Some((id("r8/a"), 1))),
            ("_hoshin/posts/r8/a/page-2.html", Some((id("r8/a"), 2))),
            ("_hoshin/posts/r8/a/page-1.html", None),
            ("_hoshin/posts/r8/a/page-x.html", None),
            ("_hoshin/posts/index.html", None),
            ("_hoshin/addresses/r8/a/index.html", None),
        ] {
            assert_eq!(posts_of(file), expected, "{file}");
            if let Some((id, page)) = expected {
                assert_eq!(posts_file(&id, page), file);
            }
        }
        assert_eq!(addresses_of(&addresses_file(&id("r8/a"))), Some(id("r8/a")));
        assert_eq!(addresses_of("_hoshin/addresses/index.html"), None);
    }

    #[test]
    fn links_are_relative_to_the_root() {
        assert_eq!(
            relative("_hoshin/posts/r8/a/index.html", "r8/a/index.html", "k7f3q"),
            "../../../../r8/a/index.html#k7f3q"
        );
        assert_eq!(relative(DASHBOARD, "r8/図 1.png", ""), "../r8/%E5%9B%B3%201.png");
    }
}
