//! From the files of a site that stands in a folder to the addresses it has: [`link`] the other way round.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::IgnoredAny;

use super::{DRAFTS_MARKER, link};
use crate::policy::{DocumentId, Published};

/// The list of former names of documents in a site with these files, which [`published`] wants to read, too.
#[must_use]
pub fn list_of_former_names(paths: &BTreeSet<&str>) -> Option<&'static str> {
    paths.contains(link::REDIRECTS).then_some(link::REDIRECTS)
}

/// The addresses of a site with these files and this list of former names. None for one that shows drafts: it promises
/// nothing. A list that cannot be read names nobody.
#[must_use]
pub fn published(paths: &BTreeSet<&str>, former_names: Option<&[u8]>) -> Option<Published> {
    if paths.contains(DRAFTS_MARKER) {
        return None;
    }
    let ids = paths.iter().filter_map(|path| link::clause_of_file(path)).map(Into::into).collect();
    let listed: BTreeMap<String, IgnoredAny> =
        former_names.and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default();
    let former = listed.keys().filter_map(|path| document_at(path, paths)).collect();
    Some(Published { folder: String::new(), ids, former })
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

    #[test]
    fn pages_of_clauses_and_former_names_are_addresses() {
        let paths = BTreeSet::from([
            "c/k7f3q/index.html",
            "c/k7f3q/card.png",
            "c/k7f3q/x/index.html",
            "r8/ato/index.html",
            "r8/mae/index.html",
            "redirects.json",
        ]);
        for base in ["/", "/sub/", "/a/b/c/"] {
            let list = format!("{{\"{base}r8/mae/\": \"{base}r8/ato/\", \"{base}r8/nai/\": \"{base}\"}}");
            let found = published(&paths, Some(list.as_bytes())).unwrap();
            assert_eq!(found.ids, BTreeSet::from(["k7f3q".into()]), "{base}");
            assert_eq!(found.former, BTreeSet::from([DocumentId("r8/mae".into())]), "{base}");
        }
        assert_eq!(published(&paths, Some(b"[1")).unwrap().former, BTreeSet::new(), "a list that is cut off");
    }

    #[test]
    fn a_site_that_shows_drafts_promises_no_address() {
        assert_eq!(published(&BTreeSet::from(["c/k7f3q/index.html", DRAFTS_MARKER]), None), None);
    }
}
