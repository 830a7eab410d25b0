//! The state of a page: digests by which the script in it learns what has changed.

use serde::Serialize;

use super::look_up::{ServedFile, look_up, output_path};
use super::pages::Notice;
use super::response_context::ResponseContext;
use super::snapshot::Snapshot;

/// The state of a page. While none of it changes, the page is left alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct PageState {
    /// The three digests, joined.
    pub(super) token: String,
    /// Digest of the page and of the files it shows besides styles.
    page: String,
    /// Digest of the style sheets.
    styles: String,
    /// Digest of the notice.
    notice: String,
    /// The notice as HTML.
    pub(super) html: String,
}

impl PageState {
    /// The state of the page at a path.
    pub(super) fn at(context: &ResponseContext, snapshot: &Snapshot, path: &str) -> Self {
        let asked = output_path(snapshot, path).unwrap_or_default();
        Self::of(context, snapshot, &look_up(context, snapshot, &asked))
    }

    /// The state of a page that has been looked up.
    pub(super) fn of(context: &ResponseContext, snapshot: &Snapshot, file: &ServedFile) -> Self {
        let html = if file.is_of_site { notice(context, snapshot) } else { String::new() };
        let text = String::from_utf8_lossy(&file.bytes);
        let (mut styles, mut shown) = (blake3::Hasher::new(), blake3::Hasher::new());
        shown.update(&file.bytes);
        for (path, bytes) in snapshot.pages.iter().flat_map(|pages| pages.statics()) {
            let name = path.rsplit('/').next().unwrap_or_default();
            if text.contains(name) {
                let hasher = if name.ends_with(".css") { &mut styles } else { &mut shown };
                hasher.update(bytes);
            }
        }
        let (page, styles) = (short(shown.finalize()), short(styles.finalize()));
        let notice = short(blake3::hash(html.as_bytes()));
        Self { token: format!("{page}.{styles}.{notice}"), page, styles, notice, html }
    }
}

/// The first 16 hexadecimal digits of a digest.
fn short(digest: blake3::Hash) -> String {
    digest.to_hex()[..16].to_owned()
}

fn notice(context: &ResponseContext, snapshot: &Snapshot) -> String {
    let notice = Notice {
        found: &snapshot.survey.diagnostics,
        is_good: snapshot.is_good,
        fails_from: context.fails_from,
        lang: context.lang,
        editor: context.editor.as_ref(),
    };
    notice.html(&context.templates)
}
