//! Links as X finds them (`extractUrlsWithIndices` of twitter-text 3.1.0): with a scheme, and bare domains of a known
//! top-level domain.

use std::borrow::Cow;
use std::ops::Range;

use regex::Captures;

use super::punycode::label_length;
use super::tables::{ASCII_DOMAIN, LINK, SHORTENED};

/// Longest link in UTF-16 units, scheme included.
const MAX_LINK: usize = 4_096;
/// Longest label of a domain in bytes, encoded.
const MAX_LABEL: usize = 63;
/// Longest name of a link that X has shortened itself.
const MAX_SHORT_NAME: usize = 40;

/// A link in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Bytes of the text that count as the link.
    pub(super) range: Range<usize>,
    /// Whether it starts with `http://` or `https://`.
    pub(super) has_scheme: bool,
}

/// All links, in order. A link never spans lines, so only lines that can hold one are looked at: each with the line end
/// before it, which is what X's pattern finds before a link at the start of a line.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if line.contains('.') {
            let from = start.saturating_sub(1);
            find_in(text[from..end].strip_suffix('\n').unwrap_or(&text[from..end]), from, &mut found);
        }
        start = end;
    }
    found
}

fn find_in(line: &str, offset: usize, found: &mut Vec<Found>) {
    let units = Units::of(line);
    let at = |range: Range<usize>| units.original(range.start) + offset..units.original(range.end) + offset;
    let Some(pattern) = LINK.as_ref() else { return };
    let mut from = 0;
    while let Some(groups) = pattern.captures_at(&units.text, from) {
        let Some(parts) = Parts::of(&units.text, &groups) else { break };
        from = parts.end;
        let own = at(parts.domain.clone());
        if !parts.is_valid(&line[own.start - offset..own.end - offset]) {
            continue;
        }
        match parts.scheme {
            Some(_) => {
                found.extend(with_scheme(&parts).map(|range| Found { range: at(range), has_scheme: true }));
            }
            None if parts.before.ends_with(['-', '_', '.', '/']) => {}
            None => found.extend(bare(&parts).into_iter().map(|range| Found { range: at(range), has_scheme: false })),
        }
    }
}

/// A line in which what JavaScript sees as two units is two characters: X's pattern can take the second half of an emoji
/// for the start of a domain.
struct Units<'a> {
    text: Cow<'a, str>,
    /// Where two characters stand for one: bytes of `text` behind them.
    pairs: Vec<usize>,
}

/// Stands for half of a character outside the Basic Multilingual Plane; the patterns know neither.
const HALF: char = '\u{E000}';

impl<'a> Units<'a> {
    fn of(line: &'a str) -> Self {
        if line.chars().all(|c| c.len_utf16() == 1) {
            return Self { text: Cow::Borrowed(line), pairs: Vec::new() };
        }
        let (mut text, mut pairs) = (String::with_capacity(line.len() * 3 / 2), Vec::new());
        for c in line.chars() {
            if c.len_utf16() == 1 {
                text.push(c);
            } else {
                text.extend([HALF, HALF]);
                pairs.push(text.len());
            }
        }
        Self { text: Cow::Owned(text), pairs }
    }

    /// The byte of the line itself; within a pair, that of the character it stands for.
    fn original(&self, byte: usize) -> usize {
        let before = self.pairs.partition_point(|end| *end <= byte);
        let within = self.pairs.get(before).is_some_and(|end| end - HALF.len_utf8() == byte);
        byte - before * (2 * HALF.len_utf8() - 4) - if within { HALF.len_utf8() } else { 0 }
    }
}

fn shifted(range: Range<usize>, offset: usize) -> Range<usize> {
    range.start + offset..range.end + offset
}

/// A match of the pattern, taken apart.
struct Parts<'a> {
    line: &'a str,
    before: &'a str,
    start: usize,
    end: usize,
    scheme: Option<&'a str>,
    domain: Range<usize>,
}

impl<'a> Parts<'a> {
    fn of(line: &'a str, groups: &Captures<'a>) -> Option<Self> {
        let names = groups.name("names")?;
        let top = groups.name("top").or_else(|| groups.name("top2"))?;
        let tail = groups.name("tail").or_else(|| groups.name("tail2"));
        let start = groups.name("link")?.start();
        Some(Self {
            line,
            before: &line[groups.get(0)?.start()..start],
            start,
            end: tail.map_or(top.end(), |tail| tail.end()),
            scheme: groups.name("scheme").map(|scheme| scheme.as_str()),
            domain: names.start()..top.end(),
        })
    }

    fn domain(&self) -> &'a str {
        &self.line[self.domain.clone()]
    }

    /// Whether something that starts with `/` follows the domain and its port.
    fn has_path(&self) -> bool {
        let tail = &self.line[self.domain.end..self.end];
        let after_port =
            tail.strip_prefix(':').map_or(tail, |port| port.trim_start_matches(|c: char| c.is_ascii_digit()));
        after_port.starts_with('/')
    }

    /// Whether the domain could be asked for.
    fn is_valid(&self, domain: &str) -> bool {
        if domain.starts_with("xn--") && ascii_domains(domain).is_empty() {
            return false;
        }
        let scheme = self.scheme.unwrap_or("https://").len();
        let units: usize = self.line[self.start..self.end].chars().map(char::len_utf16).sum();
        scheme + units <= MAX_LINK && domain.split('.').all(|label| (1..=MAX_LABEL).contains(&label_length(label)))
    }
}

fn with_scheme(parts: &Parts<'_>) -> Option<Range<usize>> {
    let link = &parts.line[parts.start..parts.end];
    let Some(short) = SHORTENED.as_ref().and_then(|pattern| pattern.captures(link)) else {
        return Some(parts.start..parts.end);
    };
    let name = short.get(1).map_or(0, |name| name.len());
    let end = parts.start + short.get(0)?.end();
    (name <= MAX_SHORT_NAME).then_some(parts.start..end)
}

/// The ASCII domains of a link without a scheme; the last takes the path with it.
fn bare(parts: &Parts<'_>) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> =
        ascii_domains(parts.domain()).into_iter().map(|range| shifted(range, parts.domain.start)).collect();
    if let Some(last) = ranges.last_mut().filter(|_| parts.has_path()) {
        last.end = parts.end;
    }
    ranges
}

fn ascii_domains(domain: &str) -> Vec<Range<usize>> {
    let Some(pattern) = ASCII_DOMAIN.as_ref() else { return Vec::new() };
    let (mut ranges, mut from) = (Vec::new(), 0);
    while let Some(groups) = pattern.captures_at(domain, from) {
        let top = groups.name("top").or_else(|| groups.name("top2"));
        let (Some(names), Some(top)) = (groups.name("names"), top) else { break };
        ranges.push(names.start()..top.end());
        from = top.end();
    }
    ranges
}
