//! Ids the author gives: `{#line-toroku}` at the end of a clause.

use std::ops::Range;

use crate::diagnostic::{Located, SourceFile};
use crate::policy::{ClauseId, Inline};

/// Takes a trailing `{#…}` off a text. Its content is judged elsewhere.
pub(super) fn take(text: &mut Vec<Inline>, file: &SourceFile, range: &Range<usize>) -> Option<Located<ClauseId>> {
    let Some(Inline::Text(last)) = text.last_mut() else { return None };
    let trimmed = last.trim_end();
    let open = trimmed.rfind("{#")?;
    let id = trimmed[open + 2..].strip_suffix('}')?;
    if id.contains(['{', '}', ' ', '|']) {
        return None;
    }
    let (id, length) = (ClauseId::new(id), id.len());
    let typed = format!("{{#{id}}}");
    let at =
        file.text.get(range.clone()).and_then(|text| text.rfind(&typed)).map_or(range.start, |at| range.start + at + 2);
    let kept = trimmed[..open].trim_end();
    if kept.is_empty() {
        text.pop();
    } else {
        *last = kept.into();
    }
    Some(Located::new(id, at..at + length))
}
