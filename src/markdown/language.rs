//! Words in another language: `[Sustainable Development Goals]{lang=en}`.
//!
//! Both brackets stand on one line. Anything else, also a tag that cannot be one, stays text as typed.

use super::ruby::{self, RubyGroup};
use crate::policy::{Foreign, Inline, is_language_tag};

const BETWEEN: &str = "]{lang=";

/// Splits a run of text at such words and at ruby, and appends it to `out`. `is_escaped` tells whether the bracket at a
/// byte of `text` was typed with a backslash. Returns the groups that look like ruby and are none.
pub(super) fn split(text: &str, is_escaped: impl Fn(usize) -> bool, out: &mut Vec<Inline>) -> Vec<RubyGroup> {
    let mut mismatches = Vec::new();
    let mut plain = |from: usize, to: usize, out: &mut Vec<Inline>| {
        mismatches.extend(ruby::split(&text[from..to], |at| is_escaped(from + at), out));
    };
    let (mut done, mut from) = (0, 0);
    while let Some(close) = text[from..].find(BETWEEN).map(|at| from + at) {
        let tag = close + BETWEEN.len();
        let open = text[from..close].rfind('[').map(|at| from + at).filter(|at| !is_escaped(*at) && at + 1 < close);
        from = tag;
        let Some(end) = text[tag..].find('}').map(|at| tag + at) else { break };
        let Some(open) = open.filter(|_| is_language_tag(&text[tag..end]) && !is_escaped(close)) else { continue };
        plain(done, open, out);
        let mut inner = Vec::new();
        plain(open + 1, close, &mut inner);
        out.push(Inline::Foreign(Box::new(Foreign { language: text[tag..end].into(), text: inner })));
        done = end + 1;
        from = done;
    }
    plain(done, text.len(), out);
    mismatches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::plain_text;

    /// Words in a language as `<tag:words>`, ruby as its base.
    fn shown(text: &str, is_escaped: impl Fn(usize) -> bool) -> String {
        let mut out = Vec::new();
        split(text, is_escaped, &mut out);
        let show = |inline: &Inline| match inline {
            Inline::Foreign(words) => format!("<{}:{}>", words.language, plain_text(&words.text)),
            other => plain_text(std::slice::from_ref(other)),
        };
        out.iter().map(show).collect()
    }

    #[test]
    fn words_marked_with_a_language_are_read() {
        for (text, expected) in [
            ("標語は[A City for All]{lang=en}です", "標語は<en:A City for All>です"),
            ("[一]{lang=zh-Hant}と[二]{lang=ko}", "<zh-Hant:一>と<ko:二>"),
            ("[{強靱|きょうじん}]{lang=ja}", "<ja:強靱>"),
            ("[注][Plan]{lang=en}", "[注]<en:Plan>"),
            ("[]{lang=en}", "[]{lang=en}"),
            ("[Plan]{lang=}", "[Plan]{lang=}"),
            ("[Plan]{lang=英語}", "[Plan]{lang=英語}"),
            ("[Plan]{lang=en", "[Plan]{lang=en"),
            ("Plan]{lang=en}", "Plan]{lang=en}"),
            ("[Plan] {lang=en}", "[Plan] {lang=en}"),
            ("[Plan]{#en}", "[Plan]{#en}"),
        ] {
            assert_eq!(shown(text, |_| false), expected);
        }
        assert_eq!(shown("[Plan]{lang=en}", |at| at == 0), "[Plan]{lang=en}");
    }
}
