//! The nearest of several names: what a wrong link may have meant.

/// The candidate that is like the word, if any is: at most a third of its characters differ, and at least one is right.
pub(super) fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let allowed = (length / 3).max(1);
    candidates
        // Lengths are compared first: a site with many dead links must not pay for every pair.
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= allowed * 3)
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed && *distance < length)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        for (word, expected) in [
            ("s5-2", Some("s5-1")),
            ("s5_1", Some("s5-1")),
            ("shisei-unie", Some("shisei-unei")),
            ("x", None),
            ("keikaku", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, ["shisei-unei", "s5-1", "s6-1"].into_iter()), expected, "{word}");
        }
    }
}
