//! Quotations in 「」 and 『』.

use std::ops::Range;

/// A quotation in a text, in bytes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    /// Without the brackets.
    pub(super) inside: Range<usize>,
    /// With the brackets.
    pub(super) whole: Range<usize>,
    /// Whether another quotation stands inside.
    pub(super) has_inner: bool,
}

/// The quotations of a text, outer ones before inner ones. A bracket without a partner is ignored.
pub(super) fn quotes(text: &str) -> Vec<Quote> {
    // A search for a character is much faster than a loop over all characters.
    if !text.contains('「') && !text.contains('『') && !text.contains('｢') {
        return Vec::new();
    }
    let mut open: Vec<(usize, usize, char, bool)> = Vec::new();
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        let opening = match c {
            '「' | '『' | '｢' => {
                open.push((at, at + c.len_utf8(), c, false));
                continue;
            }
            '」' => '「',
            '』' => '『',
            '｣' => '｢',
            _ => continue,
        };
        // Only near partners count. Otherwise a text of opening brackets would take quadratic time.
        let near = open.iter().rev().take(8).position(|(.., bracket, _)| *bracket == opening);
        let Some(depth) = near else { continue };
        open.truncate(open.len() - depth);
        let Some((start, inside, _, has_inner)) = open.pop() else { continue };
        found.push(Quote { inside: inside..at, whole: start..at + c.len_utf8(), has_inner });
        if let Some(outer) = open.last_mut() {
            outer.3 = true;
        }
    }
    found.sort_by_key(|quote| quote.whole.start);
    found
}

#[cfg(test)]
mod tests {
    use super::quotes;

    #[test]
    fn brackets_find_their_partners() {
        for (text, expected) in [
            ("「甲」及び「乙」", "甲 乙"),
            ("「『甲』乙」", "『甲』乙 甲"),
            ("「甲「乙」丙」", "甲「乙」丙 乙"),
            ("｢甲｣", "甲"),
            ("「甲", ""),
            ("甲」", ""),
            ("「甲』", ""),
            ("「甲『乙」丙", "甲『乙"),
            ("「」", ""),
            ("", ""),
        ] {
            let found: Vec<&str> = quotes(text).into_iter().map(|quote| &text[quote.inside]).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn a_hundred_thousand_brackets_take_linear_time() {
        let text = format!("{}{}", "「".repeat(100_000), "』".repeat(100_000));
        assert_eq!(quotes(&text), []);
    }
}
