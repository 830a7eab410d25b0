//! The addresses of a site that stands in a folder, read from its files: [`link`] the other way round.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::build::BuildInfo;
use super::data;
use crate::corpus::pages::BUILD;
use crate::policy::{ClauseId, DocumentId, Published};
use crate::site::DRAFTS_MARKER;
use crate::site::frame::link;

/// A clause in `data/clauses.json`: the fields that are needed here.
#[derive(Deserialize)]
struct ClauseRecord {
    id: Option<ClauseId>,
    document: String,
}

/// The addresses that a site with these files has promised; `read` gives the bytes of one. `None` for a site that shows drafts: it promises no
/// address. A file that cannot be read gives none.
#[must_use]
pub fn published(paths: &BTreeSet<&str>, read: &dyn Fn(&str) -> Option<Vec<u8>>) -> Option<Published> {
    if paths.contains(DRAFTS_MARKER) {
        return None;
    }
    let read = |path: &str| paths.contains(path).then(|| read(path)).flatten();
    let ids = paths.iter().filter_map(|path| link::clause_of_file(path));
    let mut ids: BTreeMap<ClauseId, Option<DocumentId>> = ids.map(|id| (id, None)).collect();
    let rows = read(&data::clauses_file()).and_then(|bytes| serde_json::from_slice::<Vec<ClauseRecord>>(&bytes).ok());
    for row in rows.unwrap_or_default() {
        if let Some(owner) = row.id.and_then(|id| ids.get_mut(&id)) {
            *owner = Some(DocumentId(row.document));
        }
    }
    let listed = read(link::REDIRECTS).and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let listed: BTreeMap<String, IgnoredAny> = listed.unwrap_or_default();
    let mut former: BTreeSet<DocumentId> = listed.keys().filter_map(|path| document_at(path, paths)).collect();
    let build = read(BUILD).map(|bytes| serde_json::from_slice::<BuildInfo>(&bytes).unwrap_or_default());
    let is_released = build.as_ref().is_none_or(|build| build.release.is_some());
    if let Some(build) = build {
        ids.retain(|id, _| !build.unreleased.contains(id));
        former.retain(|name| !build.unreleased_names.contains(&name.0));
    }
    Some(Published { ids, former, is_released, ..Published::default() })
}

/// The document whose page stands at a path on the server: `/sub/r8/a/` is `r8/a` where the site stands below `/sub/`.
fn document_at(path: &str, paths: &BTreeSet<&str>) -> Option<DocumentId> {
    let mut rest = path.trim_matches('/');
    loop {
        let id = DocumentId(rest.to_owned());
        if paths.contains(&*link::document_file(&id)) {
            return Some(id);
        }
        rest = rest.split_once('/')?.1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATHS: [&str; 8] = [
        "c/k7f3q/card.png",
        "c/k7f3q/index.html",
        "c/k7f3q/x/index.html",
        "c/m2x4r/index.html",
        "data/clauses.json",
        "r8/ato/index.html",
        "r8/mae/index.html",
        "redirects.json",
    ];

    #[test]
    fn pages_of_clauses_and_former_names_are_addresses() {
        let ato = DocumentId("r8/ato".into());
        for base in ["/", "/sub/", "/a/b/c/"] {
            let found = published(&PATHS.into(), &|path| match path {
                "redirects.json" => {
                    Some(format!("{{\"{base}r8/mae/\": \"{base}r8/ato/\", \"{base}nai/\": \"\"}}").into())
                }
                _ => Some(
                    br#"[{"id": "k7f3q", "document": "r8/ato", "text": ""}, {"id": null, "document": "r8/ato"}]"#
                        .into(),
                ),
            });
            let found = found.unwrap();
            let expected = [("k7f3q".into(), Some(ato.clone())), ("m2x4r".into(), None)];
            assert_eq!(found.ids, BTreeMap::from(expected), "{base}");
            assert_eq!(found.former, BTreeSet::from([DocumentId("r8/mae".into())]), "{base}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_gives_no_address() {
        for bytes in [None, Some(b"[1".to_vec()), Some(b"\xff".to_vec())] {
            let found = published(&PATHS.into(), &|_| bytes.clone()).unwrap();
            assert_eq!((found.ids.len(), found.former.len()), (2, 0));
        }
    }

    #[test]
    fn a_site_that_shows_drafts_promises_no_address() {
        assert_eq!(published(&["c/k7f3q/index.html", DRAFTS_MARKER].into(), &|_| None), None);
    }
}
