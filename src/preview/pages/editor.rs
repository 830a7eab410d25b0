//! Links that open an editor at a place of a file.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::diagnostic::LineColumn;

/// The characters that are not percent-encoded in a path. The `:` is that of a drive of Windows (`C:`).
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/').remove(b':');

/// A URL that opens a file in an editor, with `{path}`, `{line}` and `{column}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    pattern: String,
    folder: String,
}

impl Editor {
    /// An editor with the URL `pattern` (`vscode://file/{path}:{line}:{column}`) for the files of the site in `folder`, its
    /// full path. Backslashes of Windows become `/`, which editors understand there.
    #[must_use]
    pub fn new(pattern: &str, folder: &str) -> Self {
        Self { pattern: pattern.to_owned(), folder: folder.replace('\\', "/").trim_end_matches('/').to_owned() }
    }

    /// The link to a place of a file; `path` is relative to the site's folder.
    #[must_use]
    pub fn link(&self, path: &str, at: LineColumn) -> String {
        let path = format!("{}/{path}", self.folder);
        let path = utf8_percent_encode(path.trim_start_matches('/'), PATH).to_string();
        // The path comes last, so that braces in it are not filled in.
        let pattern = self.pattern.replace("{line}", &at.line.to_string()).replace("{column}", &at.column.to_string());
        pattern.replace("{path}", &path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_opens_the_file_at_the_place() {
        let at = LineColumn { line: 12, column: 3 };
        for (folder, path, expected) in [
            (
                "/home/a/市 の方針",
                "content/r8/a.md",
                "home/a/%E5%B8%82%20%E3%81%AE%E6%96%B9%E9%87%9D/content/r8/a.md:12:3",
            ),
            (r"C:\Users\企画\site\", "content/a.md", "C:/Users/%E4%BC%81%E7%94%BB/site/content/a.md:12:3"),
            (r"\\server\share\方針", "a.md", "server/share/%E6%96%B9%E9%87%9D/a.md:12:3"),
            ("/a", "{line}\"<.md", "a/%7Bline%7D%22%3C.md:12:3"),
        ] {
            let editor = Editor::new("vscode://file/{path}:{line}:{column}", folder);
            assert_eq!(editor.link(path, at), format!("vscode://file/{expected}"), "{folder}");
        }
    }
}
