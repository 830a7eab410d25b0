//! Suggestions ("Did you mean …"): one rule for keys, kinds, codes, ids and links.

use crate::japanese::squeezed;

/// Longer words are not compared: they are no typing errors and take time.
const MAX_CHARACTERS: usize = 100;

/// The candidate that was probably meant, or `None`. Width, case, `-`, `_` and blanks do not count. Of equally near
/// candidates the first is taken.
///
/// One slip is forgiven in words of three characters, two from six on, three from nine on. In words of two characters
/// (計画, 指針) one slip makes another word. There, a candidate is suggested only if one of the two words contains the
/// other.
///
/// ```
/// use hoshin::source::nearest;
/// assert_eq!(nearest("fiscal-yaer", ["title", "fiscal_year"]), Some("fiscal_year"));
/// assert_eq!(nearest("基本方針", ["計画", "市政運営の基本方針"]), Some("市政運営の基本方針"));
/// assert_eq!(nearest("企画", ["計画", "指針"]), None);
/// ```
pub fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if given.chars().nth(MAX_CHARACTERS).is_some() {
        return None;
    }
    let given = fold(given);
    let ranked = candidates.into_iter().filter_map(|candidate| Some((rank(&given, candidate)?, candidate)));
    // `min_by_key` keeps the first of equals.
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, candidate)| candidate)
}

/// The distance of a candidate: typing errors first, then words of which one contains the other.
fn rank(given: &str, candidate: &str) -> Option<usize> {
    let candidate = fold(candidate);
    let (a, b) = (given.chars().count(), candidate.chars().count());
    let slips = a.max(b) / 3;
    if a.abs_diff(b) <= slips {
        let distance = strsim::osa_distance(given, &candidate);
        if distance <= slips {
            return Some(distance);
        }
    }
    let contains = a.min(b) >= 2 && (candidate.contains(given) || given.contains(candidate.as_str()));
    contains.then(|| MAX_CHARACTERS + a.abs_diff(b))
}

fn fold(word: &str) -> String {
    squeezed(word).chars().flat_map(char::to_lowercase).filter(|c| !matches!(c, '-' | '_')).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_near_word_is_suggested() {
        let keys = ["id", "title", "kind", "fiscal_year", "status", "publish_at", "summary"];
        let kinds = ["施政方針", "市政運営の基本方針", "部の運営方針", "組織目標", "計画", "指針"];
        for (given, expected) in [
            ("titel", Some("title")),
            ("Title", Some("title")),
            ("ｔｉｔｌｅ", Some("title")),
            ("kin", Some("kind")),
            ("fiscal-year", Some("fiscal_year")),
            ("fiscalyear", Some("fiscal_year")),
            ("year", Some("fiscal_year")),
            ("publishat", Some("publish_at")),
            ("色", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(given, keys), expected, "{given}");
        }
        for (given, expected) in [
            ("施政方計", Some("施政方針")),
            ("市政方針", Some("施政方針")),
            ("部運営方針", Some("部の運営方針")),
            ("部の運営 方針", Some("部の運営方針")),
            ("運営方針", Some("部の運営方針")),
            ("基本方針", Some("市政運営の基本方針")),
            ("目標", Some("組織目標")),
            ("企画", None),
            ("条例", None),
        ] {
            assert_eq!(nearest(given, kinds), expected, "{given}");
        }
    }

    #[test]
    fn the_first_of_equally_near_ones_and_never_a_very_long_word() {
        assert_eq!(nearest("abd", ["abc", "abe"]), Some("abc"));
        assert_eq!(nearest(&"計画".repeat(60), ["計画"]), None);
    }
}
