//! A post as a phone shows it: the part that a notification shows, and the link.

use std::ops::Range;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

/// How many graphemes of a LINE notification people see at a glance. Guides of 2026 agree on about 20; there is no official
/// number.
const GLANCE: usize = 20;
/// How many graphemes a LINE notification shows; guides agree on about 100.
const SHOWN: usize = 100;

/// A stretch of a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct PostPiece {
    /// `glance`, `shown`, `rest`: how far a notification shows it; empty where there is none.
    pub(super) zone: &'static str,
    /// True if it is the link.
    pub(super) is_link: bool,
    /// True if its zone ends with it and something follows.
    pub(super) ends_zone: bool,
    pub(super) text: String,
}

/// How a notification shows a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notification {
    /// LINE shows the first characters.
    Line,
    /// There is no notification.
    None,
}

/// The stretches of a post whose link is `link`.
pub(super) fn pieces(text: &str, link: &str, notification: Notification) -> Vec<PostPiece> {
    let links: Vec<Range<usize>> = match link {
        "" => Vec::new(),
        _ => text.match_indices(link).map(|(at, found)| at..at + found.len()).collect(),
    };
    let zones = match notification {
        Notification::Line => [(end_of(text, GLANCE), "glance"), (end_of(text, SHOWN), "shown"), (text.len(), "rest")],
        Notification::None => [(0, ""), (0, ""), (text.len(), "")],
    };
    let mut ends: Vec<usize> = links.iter().flat_map(|link| [link.start, link.end]).collect();
    ends.extend(zones.map(|(end, _)| end));
    ends.sort_unstable();
    ends.dedup();
    let mut start = 0;
    let mut pieces = Vec::new();
    for end in ends.into_iter().filter(|end| *end > 0) {
        let zone = zones.iter().find(|(until, _)| start < *until).map_or("", |(_, zone)| zone);
        let ends_zone = end < text.len() && zones.iter().any(|(until, name)| *until == end && *name == zone);
        let is_link = links.iter().any(|link| link.contains(&start));
        pieces.push(PostPiece { zone, is_link, ends_zone, text: text[start..end].to_owned() });
        start = end;
    }
    pieces
}

/// The byte after so many characters (grapheme clusters).
fn end_of(text: &str, count: usize) -> usize {
    text.grapheme_indices(true).nth(count).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `glance:文|` with `|` where a zone ends, `<…>` around links.
    fn shown(text: &str, link: &str, notification: Notification) -> Vec<String> {
        let piece = |one: PostPiece| {
            let text = if one.is_link { format!("<{}>", one.text) } else { one.text };
            format!("{}:{text}{}", one.zone, if one.ends_zone { "|" } else { "" })
        };
        pieces(text, link, notification).into_iter().map(piece).collect()
    }

    #[test]
    fn the_first_20_and_100_characters_of_a_notification_are_marked() {
        let long = "あ".repeat(130);
        let (a, b, c) = ("あ".repeat(20), "あ".repeat(80), "あ".repeat(30));
        assert_eq!(
            shown(&long, "", Notification::Line),
            [format!("glance:{a}|"), format!("shown:{b}|"), format!("rest:{c}")]
        );
        assert_eq!(shown("みじかい", "", Notification::Line), ["glance:みじかい"]);
        assert_eq!(shown("", "", Notification::Line), Vec::<String>::new());
    }

    #[test]
    fn a_character_of_several_parts_counts_once() {
        let text = format!("{}か", "が\u{200d}".repeat(0) + &"👨‍👩‍👧".repeat(20));
        assert_eq!(
            shown(&text, "", Notification::Line),
            [format!("glance:{}|", "👨‍👩‍👧".repeat(20)), "shown:か".to_owned()]
        );
    }

    #[test]
    fn the_link_is_told_from_the_words() {
        assert_eq!(shown("文\nhttps://a/ 文", "https://a/", Notification::None), [":文\n", ":<https://a/>", ": 文"]);
        assert_eq!(
            shown("ここまで十八字あります・・・・https://a/", "https://a/", Notification::Line),
            ["glance:ここまで十八字あります・・・・", "glance:<https>|", "shown:<://a/>"]
        );
    }
}
