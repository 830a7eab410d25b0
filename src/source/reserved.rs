//! Names at the top of a site that hoshin gives to its own pages and folders: no document can have one, not even as a former
//! name, or two things would answer at one address.

/// The names, without the suffix of a file, in order. `corpus::pages` has the table of the pages; `_hoshin` is the preview's.
const RESERVED: [&str; 22] = [
    "404",
    "_hoshin",
    "_redirects",
    "a11y-report",
    "accessibility",
    "assets",
    "c",
    "changes",
    "data",
    "feed",
    "index",
    "objectives",
    "organizations",
    "plans",
    "redirects",
    "robots",
    "sdgs",
    "search",
    "sitemap",
    "terms",
    "trace",
    "years",
];

/// The first part of an id of a document, if it is a name that hoshin uses itself. Folders of years, such as `r8`, are for
/// documents.
#[must_use]
pub fn reserved_part(id: &str) -> Option<&str> {
    id.split('/').next().filter(|part| RESERVED.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reserved_name_is_one_only_as_the_first_part() {
        assert!(RESERVED.is_sorted());
        for (id, reserved) in [
            ("c/k7f3q", Some("c")),
            ("c", Some("c")),
            ("404", Some("404")),
            ("data/clauses/x", Some("data")),
            ("r8/c", None),
            ("r8/data/plans", None),
            ("c2/a", None),
            ("keikaku/plans", None),
            ("", None),
        ] {
            assert_eq!(reserved_part(id), reserved, "{id}");
        }
    }
}
