//! Ruby: `{靱|じん}`, `{強靱|きょうじん}`, `{強靱|きょう|じん}`.

use crate::policy::{Inline, RubyPair};

/// The text between `{` and `}`.
#[derive(Debug, PartialEq)]
pub(super) enum RubyGroup {
    /// Ruby.
    Ruby(Box<[RubyPair]>),
    /// Two or more readings, but not as many as characters.
    Mismatch {
        /// The base as typed.
        base: String,
        /// The number of readings.
        readings: usize,
    },
}

/// Splits a run of text at its ruby and appends it to `out`. `is_escaped` tells whether the `{` at a byte of `text` was
/// typed as `\{`. Returns the groups that look like ruby and are none; they stay text.
pub(super) fn split(text: &str, is_escaped: impl Fn(usize) -> bool, out: &mut Vec<Inline>) -> Vec<RubyGroup> {
    let mut mismatches = Vec::new();
    let (mut done, mut from) = (0, 0);
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        from = open + 1;
        let Some(close) = text[from..].find(['{', '}']).map(|at| from + at) else { break };
        if text.as_bytes()[close] == b'{' || is_escaped(open) {
            continue;
        }
        match group(&text[from..close]) {
            Some(RubyGroup::Ruby(pairs)) => {
                push_text(&text[done..open], out);
                out.push(Inline::Ruby(pairs));
                done = close + 1;
            }
            Some(mismatch) => mismatches.push(mismatch),
            None => {}
        }
        from = close + 1;
    }
    push_text(&text[done..], out);
    mismatches
}

fn push_text(text: &str, out: &mut Vec<Inline>) {
    if !text.is_empty() {
        out.push(Inline::Text(text.into()));
    }
}

/// Reads `base|reading…`; nothing when a part is missing or empty.
pub(super) fn group(inside: &str) -> Option<RubyGroup> {
    let mut parts = inside.split('|');
    let base = parts.next()?;
    let readings: Vec<&str> = parts.collect();
    if base.is_empty() || readings.is_empty() || readings.iter().any(|reading| reading.is_empty()) {
        return None;
    }
    if let [reading] = readings[..] {
        return Some(RubyGroup::Ruby(Box::new([RubyPair { base: base.into(), reading: reading.into() }])));
    }
    let characters = characters(base);
    if characters.len() != readings.len() {
        return Some(RubyGroup::Mismatch { base: base.to_owned(), readings: readings.len() });
    }
    let pairs = characters
        .iter()
        .zip(readings)
        .map(|(base, reading)| RubyPair { base: (*base).into(), reading: reading.into() });
    Some(RubyGroup::Ruby(pairs.collect()))
}

/// The characters a reader sees: a variation selector or a combining mark stays with what it modifies.
pub(super) fn characters(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| !matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{3099}' | '\u{309A}' | '\u{0300}'..='\u{036F}'))
        .map(|(at, _)| at)
        .collect();
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| &text[start..end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ruby as `[base/reading]`.
    fn shown(text: &str) -> String {
        let mut out = Vec::new();
        split(text, |_| false, &mut out);
        let show = |inline: &Inline| match inline {
            Inline::Ruby(pairs) => pairs.iter().map(|pair| format!("[{}/{}]", pair.base, pair.reading)).collect(),
            Inline::Text(text) => text.to_string(),
            other => format!("{other:?}"),
        };
        out.iter().map(show).collect()
    }

    #[test]
    fn ruby_is_recognised_and_everything_else_is_text() {
        for (text, expected) in [
            ("強{靱|じん}なまち", "強[靱/じん]なまち"),
            ("{強靱|きょうじん}化", "[強靱/きょうじん]化"),
            ("{強靱|きょう|じん}化", "[強/きょう][靱/じん]化"),
            ("{葛󠄀城|かつら|ぎ}市", "[葛󠄀/かつら][城/ぎ]市"),
            ("集合{a, b}", "集合{a, b}"),
            ("{|じん}", "{|じん}"),
            ("{靱|}", "{靱|}"),
            ("{{靱|じん}}", "{[靱/じん]}"),
            ("{靱|じん", "{靱|じん"),
            ("{国土強靱|こくど|きょうじん}化", "{国土強靱|こくど|きょうじん}化"),
            ("", ""),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn readings_that_do_not_fit_are_reported() {
        let told = split("{国土強靱|こくど|きょうじん}化", |_| false, &mut Vec::new());
        assert_eq!(told, [RubyGroup::Mismatch { base: "国土強靱".to_owned(), readings: 2 }]);
    }

    #[test]
    fn an_escaped_brace_is_text() {
        let mut out = Vec::new();
        split("{靱|じん}", |at| at == 0, &mut out);
        assert_eq!(out, [Inline::Text("{靱|じん}".into())]);
    }
}
