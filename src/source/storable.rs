//! Paths that every system can store, for the files of a site and for those made of them.
//!
//! A site is often built on one system and stored on another. A name that only one of them can store is found at the
//! build, not on the day of the release.

use crate::policy::is_direction;

/// True for a path that may be published: every system can store it, and its name is as it looks. A character of
/// direction makes a program look like a document (`fdp.exe` as `exe.pdf`).
#[must_use]
pub fn is_publishable(path: &str) -> bool {
    is_storable(path) && !path.contains(is_direction)
}

/// True for a path that every system can store and that stays inside the folder.
#[must_use]
pub fn is_storable(path: &str) -> bool {
    path.split('/').all(is_storable_part)
}

fn is_storable_part(part: &str) -> bool {
    !part.is_empty()
        && !part.ends_with(['.', ' '])
        && !part.contains(|c: char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|'))
        && !is_device(part)
}

/// True for a device name of Windows, which is reserved in any case and with any extension
/// (<https://learn.microsoft.com/windows/win32/fileio/naming-a-file>).
pub(super) fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end_matches(' ').to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || port.is_some_and(|n| matches!(n, "¹" | "²" | "³") || (n.len() == 1 && n.as_bytes()[0].is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_paths_can_be_stored() {
        for path in [
            "index.html",
            "r8/seisaku-keiei/index.html",
            ".nojekyll",
            ".well-known/security.txt",
            "方針/令和8年度.html",
            "console.html",
            "com.html",
            "com10.html",
            "a..b/c",
        ] {
            assert!(is_storable(path), "{path:?}");
        }
    }

    #[test]
    fn a_name_that_looks_like_another_is_not_published() {
        for path in ["r8/\u{202e}fdp.exe", "a\u{2067}b.pdf", "r8\u{200f}/a.pdf"] {
            assert!(is_storable(path) && !is_publishable(path), "{path:?}");
        }
        assert!(is_publishable("r8/様式.pdf") && !is_publishable("r8/con.pdf"));
    }

    #[test]
    fn paths_that_cannot_be_stored_everywhere() {
        for path in [
            "",
            "/etc/passwd",
            "../a",
            "a/../b",
            "a/..",
            "./a",
            "a/./b",
            "a//b",
            "a/",
            "a\\b",
            "C:",
            "c:/a",
            "a\0b",
            "a\nb",
            "a\u{7f}",
            "a?",
            "a*",
            "a\"",
            "a<",
            "a>",
            "a|",
            "a.",
            "a ",
            "a./b",
            "a /b",
            "CON",
            "con.html",
            "a/nul",
            "Aux.tar.gz",
            "COM1",
            "com¹.txt",
            "lpt9",
            "LPT³",
            "conin$",
            "con .txt",
        ] {
            assert!(!is_storable(path), "{path:?}");
        }
    }
}
