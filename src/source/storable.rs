//! Which paths every system can store: of files that a site is made of, and of those it is made into.
//!
//! A site is often built on one system and stored on another; a name that only one of them knows is found here, and not on
//! the day of the release.

use crate::policy::is_direction;

/// Whether a file may be published at this path: every system can store it, and its name is what it looks like. A character of
/// direction makes a program look like a document (`fdp.exe` as `exe.pdf`).
#[must_use]
pub fn is_publishable(path: &str) -> bool {
    is_storable(path) && !path.contains(is_direction)
}

/// Whether every system can store a file at this path, and it stays inside the folder.
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

/// Device names of Windows, reserved in any case and with any extension
/// (<https://learn.microsoft.com/windows/win32/fileio/naming-a-file>).
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end_matches(' ').to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || port.is_some_and(|n| matches!(n, "¹" | "²" | "³") || (n.len() == 1 && n.as_bytes()[0].is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn storable_paths() {
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
