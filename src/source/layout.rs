//! Tells the kind of a file by its path.

/// The kind of a file below `content/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    Site,
    Organizations,
    Plans,
    Terms,
    /// Markdown.
    Document,
    /// A `.yaml` beside a document.
    Sidecar,
    /// The record of a document's addresses.
    Lock,
    /// A wrong suffix; the value is the right one.
    Misnamed(&'static str),
    Asset,
}

/// The kind of a file, by its path below `content/`.
pub(super) fn kind_of(path: &str) -> FileKind {
    match path {
        "site.yaml" => FileKind::Site,
        "organizations.yaml" => FileKind::Organizations,
        "plans.yaml" => FileKind::Plans,
        "terms.yaml" => FileKind::Terms,
        _ => match suffix_of(path) {
            ".md" => FileKind::Document,
            ".yaml" => FileKind::Sidecar,
            ".lock" => FileKind::Lock,
            suffix => match suffix.to_ascii_lowercase().as_str() {
                ".md" | ".markdown" | ".mkd" | ".mdown" => FileKind::Misnamed(".md"),
                ".yaml" | ".yml" => FileKind::Misnamed(".yaml"),
                ".lock" => FileKind::Misnamed(".lock"),
                // Editors of Windows add it where suffixes are hidden.
                ".txt" => match suffix_of(stem_of(path)).to_ascii_lowercase().as_str() {
                    ".md" => FileKind::Misnamed(".md"),
                    ".yaml" | ".yml" => FileKind::Misnamed(".yaml"),
                    _ => FileKind::Asset,
                },
                _ => FileKind::Asset,
            },
        },
    }
}

/// The suffix of a path with its `.`; empty if there is none.
pub(super) fn suffix_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rfind('.').map_or("", |at| &name[at..])
}

/// The end of a path that makes it [`FileKind::Misnamed`]: `.yml`, `.md.txt`.
pub(super) fn wrong_suffix_of(path: &str) -> &str {
    let suffix = suffix_of(path);
    if suffix.eq_ignore_ascii_case(".txt") { &path[stem_of(stem_of(path)).len()..] } else { suffix }
}

/// A path without its suffix.
pub(super) fn stem_of(path: &str) -> &str {
    &path[..path.len() - suffix_of(path).len()]
}

#[cfg(test)]
mod tests {
    use super::{FileKind, kind_of, stem_of, wrong_suffix_of};

    #[test]
    fn the_kind_of_a_file_follows_from_its_path() {
        for (path, kind, stem) in [
            ("site.yaml", FileKind::Site, "site"),
            ("r8/site.yaml", FileKind::Sidecar, "r8/site"),
            ("organizations.yaml", FileKind::Organizations, "organizations"),
            ("plans.yaml", FileKind::Plans, "plans"),
            ("terms.yaml", FileKind::Terms, "terms"),
            ("r8/a.b.md", FileKind::Document, "r8/a.b"),
            ("r8.x/a", FileKind::Asset, "r8.x/a"),
            ("r8/a.lock", FileKind::Lock, "r8/a"),
            ("r8/図.png", FileKind::Asset, "r8/図"),
            ("r8/A.MD", FileKind::Misnamed(".md"), "r8/A"),
            ("r8/a.markdown", FileKind::Misnamed(".md"), "r8/a"),
            ("r8/a.yml", FileKind::Misnamed(".yaml"), "r8/a"),
            ("r8/a.md.txt", FileKind::Misnamed(".md"), "r8/a.md"),
            ("site.yaml.txt", FileKind::Misnamed(".yaml"), "site.yaml"),
            ("r8/a.txt", FileKind::Asset, "r8/a"),
            ("site.yml", FileKind::Misnamed(".yaml"), "site"),
        ] {
            assert_eq!((kind_of(path), stem_of(path)), (kind, stem), "{path}");
        }
    }

    #[test]
    fn the_wrong_suffix_is_all_that_must_be_changed() {
        for (path, suffix) in [("r8/a.md.txt", ".md.txt"), ("r8/a.b.yml", ".yml"), ("r8/A.MD", ".MD")] {
            assert_eq!(wrong_suffix_of(path), suffix);
        }
    }
}
