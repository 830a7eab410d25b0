//! Which output paths every system can store.

use crate::artifact::Artifacts;

use super::PublishError;

/// Refuses the first path that leads out of the folder, or that Windows cannot store.
///
/// A site is often built on one system and stored on another; a name that only one of them knows is found here, and
/// not on the day of the release.
///
/// # Errors
/// [`PublishError::Name`] with the path.
pub(super) fn check_all(artifacts: &Artifacts) -> Result<(), PublishError> {
    match artifacts.contents().find(|(path, _)| !is_sound(path)) {
        Some((path, _)) => Err(PublishError::Name { path: path.to_owned() }),
        None => Ok(()),
    }
}

/// Whether every system can store a file at this path, and it stays inside the folder.
pub(super) fn is_sound(path: &str) -> bool {
    path.split('/').all(is_sound_part)
}

fn is_sound_part(part: &str) -> bool {
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
    fn sound_paths() {
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
            assert!(is_sound(path), "{path:?}");
        }
    }

    #[test]
    fn unsound_paths() {
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
            assert!(!is_sound(path), "{path:?}");
        }
    }
}
