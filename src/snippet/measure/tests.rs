//! Known counts. `tests/snippet` compares with the reference implementation.

use super::{count, overflow_at};
use crate::policy::LengthUnit;

#[test]
fn japanese_text_is_counted_by_the_rules_of_each_unit() {
    // The expected counts are those of X, UTF-16, characters and graphemes, from twitter-text 3.1.0 and Intl.Segmenter.
    for (text, expected) in [
        ("がぎ", [4, 2, 2, 2]),
        ("か\u{3099}き\u{3099}", [4, 4, 4, 2]),
        ("ｶﾞｷﾞ", [8, 4, 4, 2]),
        ("葛\u{E0100}城", [6, 4, 3, 2]),
        ("𠮷野家", [6, 4, 3, 3]),
        ("1\u{FE0F}\u{20E3}", [2, 3, 3, 1]),
        ("☎\u{FE0E}", [4, 2, 2, 1]),
        ("\n", [1, 1, 1, 1]),
        ("\r\n", [2, 2, 2, 1]),
        ("…", [2, 1, 1, 1]),
        ("“”", [2, 2, 2, 2]),
        ("１a", [3, 2, 2, 2]),
        ("", [0, 0, 0, 0]),
    ] {
        let units = [LengthUnit::Weight, LengthUnit::Utf16, LengthUnit::Characters, LengthUnit::Graphemes];
        assert_eq!(units.map(|unit| count(unit, text)), expected, "{text:?}");
    }
}

#[test]
fn x_counts_a_link_as_23_with_a_scheme_or_a_known_domain() {
    for (text, expected) in [
        ("https://www.city.example.jp/policy/?a=1#c5-1", 23),
        ("city.example.lg.jpで公開", 23 + 6),
        ("詳しくはcity.example.jp", 8 + 23),
        ("policy.rs", 23),
        ("a@example.jp", 12),
        ("v1.2", 4),
        ("令和8.4.1", 9),
        // `.example` is no top-level domain, so that X takes such a link for text.
        ("https://hoshin.example/c/", 25),
    ] {
        assert_eq!(count(LengthUnit::Weight, text), expected, "{text}");
    }
}

#[test]
fn mastodon_and_threads_count_links_and_emoji_their_own_way() {
    for (text, mastodon, threads) in [
        ("市報 https://example.jp/a/b", 3 + 23, 25),
        ("city.example.jp", 15, 15),
        ("@shi@example.jp です", 7, 18),
        ("a@shi@example.jp", 16, 16),
        ("👨\u{200D}👩\u{200D}👧", 1, 18),
    ] {
        assert_eq!(
            (count(LengthUnit::Mastodon, text), count(LengthUnit::Threads, text)),
            (mastodon, threads),
            "{text}"
        );
    }
}

#[test]
fn the_number_of_fitting_characters_is_found() {
    for (unit, text, limit, expected) in [
        (LengthUnit::Weight, "あいう", 6, None),
        (LengthUnit::Weight, "あいう", 5, Some(2)),
        (LengthUnit::Weight, "あ https://example.jp/", 25, Some(2)),
        (LengthUnit::Graphemes, "か\u{3099}き", 1, Some(2)),
        (LengthUnit::Utf16, "𠮷𠮷", 3, Some(1)),
        (LengthUnit::Bytes, "あい", 5, Some(1)),
        (LengthUnit::Weight, "", 0, None),
    ] {
        assert_eq!(overflow_at(unit, text, limit), expected, "{text} {limit}");
    }
}
