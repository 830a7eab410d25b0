//! Names at the top of a site that no document may have, not even as a former id: hoshin gives out many addresses below
//! them. For the few other pages of a site, the build reports it when a document and a page want the same path.

/// The pages of clauses, and the pages of the preview.
const RESERVED: [&str; 2] = ["_hoshin", "c"];

/// The first part of a document's id, if it is reserved.
#[must_use]
pub(super) fn reserved_part(id: &str) -> Option<&str> {
    let part = id.split_once('/').map_or(id, |(first, _)| first);
    // No clause has the address `c`.
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
