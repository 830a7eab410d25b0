//! Finds links as X does (`extractUrlsWithIndices` of twitter-text 3.1.0): URLs with a scheme, and bare domains with a known
//! top-level domain.

use std::borrow::Cow;
use std::ops::Range;

use regex::Captures;

use super::punycode::label_length;
use super::tables::{ASCII_DOMAIN, LINK, SHORTENED};

/// The longest link in UTF-16 units, including the scheme.
const MAX_LINK: usize = 4_096;
/// The longest label of a domain in bytes, encoded.
const MAX_LABEL: usize = 63;
/// The longest name in a link that X has shortened itself.
const MAX_SHORT_NAME: usize = 40;

/// A link in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundLink {
    /// The bytes of the text that count as the link.
    pub(super) range: Range<usize>,
    /// True if it starts with `http://` or `https://`.
    pub(super) has_scheme: bool,
}

/// All links, in order. A link never spans lines, so that only lines with a `.` are searched. Each is searched together with the line
/// end before it, because X's pattern looks at the character before a link.
pub(super) fn find(text: &str) -> Vec<FoundLink> {
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

fn find_in(line: &str, offset: usize, found: &mut Vec<FoundLink>) {
    let units = Utf16Line::of(line);
    let at = |range: Range<usize>| units.original(range.start) + offset..units.original(range.end) + offset;
    let Some(pattern) = LINK.as_ref() else { return };
    let mut from = 0;
    while let Some(groups) = pattern.captures_at(&units.text, from) {
        let Some(parts) = LinkMatch::of(&units.text, &groups) else { break };
        from = parts.end;
        let own = at(parts.domain.clone());
        if !parts.is_valid(&line[own.start - offset..own.end - offset]) {
            continue;
        }
        let has_scheme = parts.scheme.is_some();
        let ranges = if has_scheme {
            with_scheme(&parts).into_iter().collect()
        } else if parts.before.ends_with(['-', '_', '.', '/']) {
            Vec::new()
        } else {
            bare(&parts)
        };
        found.extend(ranges.into_iter().map(|range| FoundLink { range: at(range), has_scheme }));
    }
}

/// A line in which each UTF-16 unit is one character, as JavaScript sees it. X's pattern can take the second half of an emoji for the
/// start of a domain.
struct Utf16Line<'a> {
    text: Cow<'a, str>,
    /// The bytes of `text` after each pair of characters that stands for one.
    pairs: Vec<usize>,
}

/// Stands for half of a character outside the Basic Multilingual Plane. The patterns match neither.
const HALF: char = '\u{E000}';

impl<'a> Utf16Line<'a> {
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

    /// The byte of the original line. Within a pair it is the byte of the character that the pair stands for.
    fn original(&self, byte: usize) -> usize {
        let before = self.pairs.partition_point(|end| *end <= byte);
        let within = self.pairs.get(before).is_some_and(|end| end - HALF.len_utf8() == byte);
        byte - before * (2 * HALF.len_utf8() - 4) - if within { HALF.len_utf8() } else { 0 }
    }
}

fn shifted(range: Range<usize>, offset: usize) -> Range<usize> {
    range.start + offset..range.end + offset
}

/// A match of the pattern, with its groups.
struct LinkMatch<'a> {
    line: &'a str,
    before: &'a str,
    start: usize,
    end: usize,
    scheme: Option<&'a str>,
    domain: Range<usize>,
}

impl<'a> LinkMatch<'a> {
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

    /// True if a path follows the domain and its port.
    fn has_path(&self) -> bool {
        let tail = &self.line[self.domain.end..self.end];
        let after_port =
            tail.strip_prefix(':').map_or(tail, |port| port.trim_start_matches(|c: char| c.is_ascii_digit()));
        after_port.starts_with('/')
    }

    /// True if X takes the domain as valid.
    fn is_valid(&self, domain: &str) -> bool {
        if domain.starts_with("xn--") && ascii_domains(domain).is_empty() {
            return false;
        }
        let scheme = self.scheme.unwrap_or("https://").len();
        let units: usize = self.line[self.start..self.end].chars().map(char::len_utf16).sum();
        scheme + units <= MAX_LINK
            && domain
                .split('.')
                .all(|label| label_length(label).is_some_and(|length| (1..=MAX_LABEL).contains(&length)))
    }
}

fn with_scheme(parts: &LinkMatch<'_>) -> Option<Range<usize>> {
    let link = &parts.line[parts.start..parts.end];
    let Some(short) = SHORTENED.as_ref().and_then(|pattern| pattern.captures(link)) else {
        return Some(parts.start..parts.end);
    };
    let name = short.get(1).map_or(0, |name| name.len());
    let end = parts.start + short.get(0)?.end();
    (name <= MAX_SHORT_NAME).then_some(parts.start..end)
}

/// The ASCII domains of a link without a scheme. The path belongs to the last one.
fn bare(parts: &LinkMatch<'_>) -> Vec<Range<usize>> {
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
