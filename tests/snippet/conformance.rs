//! X's own conformance cases of weighted length for its third configuration (280, emoji discounted). They are the groups
//! `WeightedTweetsWithDiscountedEmojiCounterTest` and `UnicodeDirectionalMarkerCounterTest`, and two cases of normalization from
//! `WeightedTweetsCounterTest`. Its other cases are the same, or hold for the second configuration only, which counts an emoji character
//! by character.
//!
//! Texts and numbers from `conformance/tests/validate.yml` of <https://github.com/twitter/twitter-text> (commit
//! 3b8031c80efe49f16fd282a55e28eb23aef2ad85), © Twitter, Inc. and other contributors, Apache License 2.0. Repetitions are
//! written with `repeat` here. `validRangeEnd` counts UTF-16 units there and is the number of fitting characters here.

use hoshin::policy::LengthUnit;
use hoshin::snippet::{count, overflow_at};

const POEM: &str = "故人西辞黄鹤楼，烟花三月下扬州。孤帆远影碧空尽，唯见长江天际流。朱雀桥边野草花，乌衣巷口夕阳斜。\
                    旧时王谢堂前燕，飞入寻常百姓家。朝辞白帝彩云间，千里江陵一日还。两岸猿声啼不住，轻舟已过万重山。\
                    泪湿罗巾梦不成，夜深前殿按歌声。红颜未老恩先断，斜倚薰笼坐到明。独在异乡为异客，每逢佳节倍思亲。\
                    遥知兄弟登高处，遍插茱萸少一人。";
const FAMILY: &str = "👨\u{200D}👩\u{200D}👧\u{200D}👦";

fn link_with_host(host: &str) -> String {
    format!("{} http://{host}.com", "あいうえおかきくけこ".repeat(12))
}

/// Description, text, weighted length, and the number of characters that fit if not all do.
type Case = (&'static str, String, usize, Option<usize>);

fn cases() -> Vec<Case> {
    [of_links(), of_signs()].concat()
}

fn of_links() -> Vec<Case> {
    let long = format!("https://{}.com/foo ", "somesuperlongurl".repeat(249));
    let host = "あいうえおかきくけこ".repeat(5);
    vec![
        ("regular tweet with url", "Hi http://test.co".to_owned(), 26, None),
        ("just url", "http://test.co".to_owned(), 23, None),
        ("long tweet", format!("285 chars{}-", "-xxxxxxxxxx".repeat(25)), 285, Some(280)),
        (
            "long tweet with url in the middle",
            format!("285 chars- http://www.twitter.com/jack {}", "xxxxxxxxxx-".repeat(24)),
            299,
            Some(284),
        ),
        (
            "long tweet with url at the end",
            format!("{} http://www.twitter.com/jack ", "xxxxxxxxxx-".repeat(24)),
            289,
            Some(265),
        ),
        ("10 url string", "https://www.twitter.com/aloha ".repeat(10), 240, None),
        (
            "long url with invalid domain labels and short url",
            format!("Long url with invalid domain labels and a short url: {}https://validurl.com", long.repeat(3)),
            12_079,
            Some(280),
        ),
        ("a 64 character domain without protocol", format!("{}s.com", "randomurl".repeat(7)), 68, None),
        ("a host of more than 63 characters in punycode", link_with_host(&format!("{host}あいう")), 358, Some(144)),
        ("a host of less than 63 characters in punycode", link_with_host(&format!("{host}あい")), 264, None),
    ]
}

fn of_signs() -> Vec<Case> {
    vec![
        ("160 CJK char", POEM.to_owned(), 320, Some(140)),
        ("160 emoji char", "😷".repeat(160), 320, Some(140)),
        ("3 latin char + 160 CJK char", format!("the{POEM}"), 323, Some(141)),
        ("'Á' is normalized into 1 char", "A\u{301}B".to_owned(), 2, None),
        ("a Hebrew letter is normalized into 3 chars", "A\u{FB2C}".to_owned(), 4, None),
        (
            "282 chars with a normalized character",
            format!("282 chars{}-xxxxxA\u{301}x", "-xxxxxxxxxx".repeat(24)),
            281,
            Some(280),
        ),
        ("a mix of single byte, single word and double word", format!("H🐱☺{FAMILY}"), 7, None),
        ("emoji", "😷👾😡🔥💩".to_owned(), 10, None),
        ("emoji with skin tone modifiers", "🙋🏽👨\u{200D}🎤".to_owned(), 4, None),
        (
            "general punctuation with visible spaces",
            "This is a tweet with general punctuation characters: \u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\
             \u{2007}\u{2008}\u{2009}\u{200A}\u{200B} ‐ ‑ ‒ – — ― ‖  ‗ ‘ ’ ‚ ‛ “ ” „ ‟ ′ ″ ‴ ‵ ‶ ‷"
                .to_owned(),
            110,
            None,
        ),
        ("140 family emoji", FAMILY.repeat(140), 280, None),
        (
            "Unicode 10.0 emoji",
            "Unicode 10.0 emoji: 🤪; 🧕; 🧕🏾; 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}".to_owned(),
            34,
            None,
        ),
        ("Unicode 9.0 emoji", "Unicode 9.0 emoji: 🤠; 💃; 💃🏾".to_owned(), 29, None),
        ("invalid characters", "ABC\u{202A}\u{FFFF}ABC\u{FFFE}".to_owned(), 12, None),
        (
            "directional characters",
            "\u{2066}\u{202A}http://foobar.پاکستان/\u{202C}\u{2069}".to_owned(),
            31,
            None,
        ),
    ]
}

#[test]
fn the_conformance_cases_of_x_pass() {
    let counted: Vec<_> = cases()
        .into_iter()
        .map(|(what, text, ..)| (what, count(LengthUnit::Weight, &text), overflow_at(LengthUnit::Weight, &text, 280)))
        .collect();
    let expected: Vec<_> = cases().into_iter().map(|(what, _, length, fits)| (what, length, fits)).collect();
    assert_eq!(counted, expected);
    assert_eq!(expected.len(), 25);
}
