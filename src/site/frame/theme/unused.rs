//! Files of a theme that nothing uses: mostly a misspelt name.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::DEFAULT;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::source::nearest;

type ThemeFiles = BTreeMap<String, Cow<'static, [u8]>>;

/// Reports them. A file is used when it takes the place of one of the default theme's, when it is the theme's `font`, or
/// when another file names it.
pub(super) fn unused(
    theme: &str,
    overrides: &BTreeMap<String, Arc<[u8]>>,
    files: &ThemeFiles,
    font: Option<&str>,
) -> Diagnostics {
    let is_used = |path: &str| is_default(path) || is_note(path) || path == super::WORDS || Some(path) == font;
    let is_unused = |path: &&String| !is_used(path) && !is_component(path, files) && !is_named(path, files);
    let report = |path: &String| {
        let suggestion = nearest(path, files.keys().map(String::as_str).filter(|known| is_default(known)));
        catalogue::theme_file_unused(path, suggestion).in_file(format!("themes/{theme}/{path}"))
    };
    overrides.keys().filter(is_unused).map(report).collect()
}

fn is_default(path: &str) -> bool {
    DEFAULT.get_file(path).is_some()
}

/// Words to whoever looks after the theme.
fn is_note(path: &str) -> bool {
    !path.contains('/') && ["README", "LICENSE", "CHANGELOG"].iter().any(|note| path.starts_with(note))
}

/// Components are called by their own names, not by their file's.
fn is_component(path: &str, files: &ThemeFiles) -> bool {
    path.starts_with("templates/")
        && files.get(path).is_some_and(|bytes| String::from_utf8_lossy(bytes).contains("{% component "))
}

/// Whether another file of the theme contains its name, as seen from `templates/` or `static/`.
fn is_named(path: &str, files: &ThemeFiles) -> bool {
    let Some(name) =
        path.strip_prefix("templates/").filter(|name| name.ends_with(".html")).or(path.strip_prefix("static/"))
    else {
        return false;
    };
    let names = |other: &[u8]| other.windows(name.len()).any(|window| window == name.as_bytes());
    files.iter().any(|(other, bytes)| other != path && is_text(other) && names(bytes))
}

fn is_text(path: &str) -> bool {
    [".html", ".css", ".js", ".svg", ".json"].iter().any(|suffix| path.ends_with(suffix))
}
