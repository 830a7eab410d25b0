//! References to clauses: `[[r7/shisei-unei#s2-2]]`, `[[#s5-1|この章]]`.

use std::ops::Range;

use super::language;
use super::ruby::RubyGroup;
use crate::policy::{Inline, Reference};

/// The places of the brackets of a run of text: a byte of the text and the byte of the file it was read from.
#[derive(Debug, Default)]
pub(super) struct Origins(Vec<(usize, usize)>);

impl Origins {
    /// Remembers where a piece of text that is added at byte `at` was read, if it may be part of a reference.
    pub(super) fn add(&mut self, text: &str, at: usize, source: usize) {
        if text.contains(['[', ']']) {
            self.0.push((at, source));
        }
    }

    /// Takes bytes off the front of the text.
    pub(super) fn cut(&mut self, length: usize) {
        self.0.iter_mut().for_each(|(at, source)| {
            *source += length.saturating_sub(*at);
            *at = at.saturating_sub(length);
        });
    }

    fn source(&self, at: usize) -> usize {
        let before = self.0.partition_point(|(text, _)| *text <= at);
        self.0[..before].last().map_or(0, |(text, source)| source + (at - text))
    }
}

/// Splits a run of text at its references and ruby and appends it to `out`. `escapes` are the bytes of `text` that had a
/// backslash before them. Returns the groups that look like ruby and are none.
pub(super) fn split(text: &str, escapes: &[usize], origins: &Origins, out: &mut Vec<Inline>) -> Vec<RubyGroup> {
    let mut mismatches = Vec::new();
    let mut plain = |range: Range<usize>, out: &mut Vec<Inline>| {
        let is_escaped = |at: usize| escapes.binary_search(&(range.start + at)).is_ok();
        mismatches.extend(language::split(&text[range.clone()], is_escaped, out));
    };
    let (mut done, mut from) = (0, 0);
    while let Some(open) = text[from..].find("[[").map(|at| from + at) {
        // Of `[[[`, the last two open the reference.
        let open = open + text[open..].bytes().take_while(|&byte| byte == b'[').count() - 2;
        from = open + 2;
        let Some(close) = text[from..].find(['[', ']']).map(|at| from + at) else { break };
        let is_escaped = [open, open + 1].iter().any(|at| escapes.binary_search(at).is_ok());
        if !text[close..].starts_with("]]") || close == from || is_escaped {
            continue;
        }
        plain(done..open, out);
        let bar = text[from..close].find('|').map_or(close, |at| from + at);
        let mut shown = Vec::new();
        if bar < close {
            plain(bar + 1..close, &mut shown);
        }
        let range = origins.source(open)..origins.source(close) + 2;
        out.push(Inline::Reference(Box::new(Reference { target: text[from..bar].trim().into(), text: shown, range })));
        done = close + 2;
        from = done;
    }
    plain(done..text.len(), out);
    mismatches
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::SourceFile;
    use crate::markdown::{LetterheadHints, parse};
    use crate::policy::{Inline, plain_text};

    /// The references of a text: `target|text` and the bytes of the file they cover; then the text itself.
    fn read(markdown: &str) -> (Vec<String>, String) {
        let file = SourceFile::new("content/a.md", markdown);
        let (body, _) = parse(&file, 0, &LetterheadHints { title: "", issuer: None });
        let (mut found, mut text) = (Vec::new(), String::new());
        body.each_clause(|clause| {
            text.push_str(&plain_text(clause.text()));
            for inline in clause.text() {
                if let Inline::Reference(it) = inline {
                    found.push(format!("{}|{} = {}", it.target, plain_text(&it.text), &markdown[it.range.clone()]));
                }
            }
        });
        (found, text)
    }

    #[test]
    fn references_are_read_and_other_brackets_are_text() {
        for (markdown, expected, text) in [
            ("[[r7/shisei-unei#s2-2]]による。", vec!["r7/shisei-unei#s2-2| = [[r7/shisei-unei#s2-2]]"], "による。"),
            ("前章[[#s5-1|この章]]と", vec!["#s5-1|この章 = [[#s5-1|この章]]"], "前章この章と"),
            ("**太**[[#s5|強{靱|じん}化]]", vec!["#s5|強靱化 = [[#s5|強{靱|じん}化]]"], "太強靱化"),
            ("[[a]]と[[b]]", vec!["a| = [[a]]", "b| = [[b]]"], "と"),
            ("一\n[[ a ]]", vec!["a| = [[ a ]]"], "一"),
            ("[[[a]]]", vec!["a| = [[a]]"], "[]"),
            (r"\[[a]]", vec![], "[[a]]"),
            ("[[a]", vec![], "[[a]"),
            ("[[]]", vec![], "[[]]"),
            ("[[a\nb]]", vec![], "[[a b]]"),
            ("`[[a]]`", vec![], "[[a]]"),
        ] {
            let (found, shown) = read(markdown);
            assert_eq!(
                (found.iter().map(String::as_str).collect::<Vec<_>>(), shown.as_str()),
                (expected, text),
                "{markdown}"
            );
        }
    }
}
