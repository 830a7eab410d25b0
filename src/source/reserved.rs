//! Names at the top of a site in which no document may stand, not even under a former name: they are full of addresses that
//! hoshin gives out. Where a document meets one of the few other pages of a site, the build tells that both want one path.

/// The pages of clauses, and the pages of the preview.
const RESERVED: [&str; 2] = ["_hoshin", "c"];

/// The first part of an id of a document, if it is reserved.
#[must_use]
pub(super) fn reserved_part(id: &str) -> Option<&str> {
    let part = id.split_once('/').map_or(id, |(first, _)| first);
    // `c` alone is no address of a clause.
    (RESERVED.contains(&part) && id != "c").then_some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reserved_name_is_one_only_as_the_first_part() {
        for (id, reserved) in [
            ("c/k7f3q", Some("c")),
            ("c", None),
            ("_hoshin", Some("_hoshin")),
            ("_hoshin/posts", Some("_hoshin")),
            ("plans/kihon", None),
            ("404", None),
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
