//! Which file of a site's folder is what, by its path alone.

/// What a file below `content/` is.
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
    /// Addresses a document has had.
    Lock,
    /// A suffix that was meant to be the one given.
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
                _ => FileKind::Asset,
            },
        },
    }
}

/// The last `.` of a path's name and what follows it, or nothing.
pub(super) fn suffix_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rfind('.').map_or("", |at| &name[at..])
}

/// A path without its suffix.
pub(super) fn stem_of(path: &str) -> &str {
    &path[..path.len() - suffix_of(path).len()]
}

#[cfg(test)]
mod tests {
    use super::{FileKind, kind_of, stem_of};

    #[test]
    fn what_a_path_says() {
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
            ("site.yml", FileKind::Misnamed(".yaml"), "site"),
        ] {
            assert_eq!((kind_of(path), stem_of(path)), (kind, stem), "{path}");
        }
    }
}
