//! Separates the body of a post from its frame: links, hashtags, citations, counts of sentences, labels.

use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Hashtag {
    /// Its place in bytes of the post, including the `#`.
    pub(in super::super) range: Range<usize>,
    /// True if another character than a space or a line end stands beside it.
    pub(in super::super) glued: bool,
}

/// The parts of a post.
pub(super) struct PostParts {
    /// The post with its frame replaced by spaces.
    pub(super) body: String,
    pub(super) links: Vec<Range<usize>>,
    pub(super) tags: Vec<Hashtag>,
}

/// Labels that stand after ▼ or ▽ above a link or a citation.
const LABELS: &[&str] =
    &["原文", "全文を読む", "全文", "本文", "詳しくはこちら", "詳細はこちら", "詳細", "出典", "リンク"];

/// The label of a citation in a post about an English document, at the start of its line.
const SOURCE: &str = "Source: ";

/// Heads that only name the kind of post.
const HEADS: &[&str] = &["【市の方針】", "【方針】", "【訂正】", "【お知らせ】", "[Correction]"];

impl PostParts {
    /// Splits a post. `template` has further texts of the frame.
    pub(super) fn of(post: &str, template: &[&str]) -> Self {
        let mut links = links(post);
        let mut blank = links.clone();
        for text in template.iter().chain(HEADS).filter(|text| !text.is_empty()) {
            blank.extend(post.match_indices(text).map(|(at, found)| at..at + found.len()));
        }
        let tags = tags(post, &links);
        blank.extend(tags.iter().map(|tag| tag.range.clone()));
        blank.extend(labels(post));
        blank.extend(
            post.match_indices(SOURCE)
                .filter(|(at, _)| *at == 0 || post[..*at].ends_with('\n'))
                .map(|(at, _)| at..at + SOURCE.len()),
        );
        blank.extend(counts(post));
        links.sort_by_key(|link| link.start);
        Self { body: blanked(post, &blank), links, tags }
    }
}

/// The post with each byte of these ranges replaced by a space. Line ends stay.
fn blanked(post: &str, ranges: &[Range<usize>]) -> String {
    let mut bytes = post.as_bytes().to_vec();
    for range in ranges {
        for byte in &mut bytes[range.clone()] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| post.to_owned())
}

fn links(post: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in post.match_indices("://") {
        let start =
            ["https", "http"].iter().find(|scheme| post[..at].ends_with(**scheme)).map(|scheme| at - scheme.len());
        let Some(start) = start else { continue };
        let length = post[start..].find(|c: char| c.is_whitespace() || !c.is_ascii()).unwrap_or(post.len() - start);
        found.push(start..start + length);
    }
    found
}

fn tags(post: &str, links: &[Range<usize>]) -> Vec<Hashtag> {
    let mut found = Vec::new();
    for (at, sign) in post.match_indices(['#', '＃']) {
        let after = &post[at + sign.len()..];
        let length = after.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | 'ー'))).unwrap_or(after.len());
        if length == 0 || links.iter().any(|link| link.contains(&at)) {
            continue;
        }
        let before = post[..at].chars().next_back();
        let next = after[length..].chars().next();
        let glued = [before, next].into_iter().flatten().any(|c| !c.is_whitespace());
        found.push(Hashtag { range: at..at + sign.len() + length, glued });
    }
    found
}

/// Labels such as ▼原文.
fn labels(post: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, sign) in post.match_indices(['▼', '▽', '▶']) {
        let after = &post[at + sign.len()..];
        let word = LABELS.iter().filter(|label| after.starts_with(**label)).max_by_key(|label| label.len());
        found.push(at..at + sign.len() + word.map_or(0, |word| word.len()));
    }
    found
}

/// Counts such as （全4文のうち1文目） and (1/3).
fn counts(post: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, open) in post.match_indices(['(', '（']) {
        let inner = &post[at + open.len()..];
        let Some(end) = inner.find([')', '）']) else { continue };
        let rest: String =
            inner[..end].chars().filter(|c| !c.is_numeric() && !matches!(c, '～' | '-' | '・')).collect();
        if matches!(rest.as_str(), "/" | "／" | "全文のうち文目" | "全文中文目" | "sentence  of " | "sentences  of ")
        {
            let close = inner[end..].chars().next().map_or(0, char::len_utf8);
            found.push(at..at + open.len() + end + close);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_has_no_frame() {
        let post = "【市の方針】本文です。（運営方針5-1）\n▼原文\nhttps://example.jp/c/k7f3q/\n（全4文のうち1文目）(1/3)\n#国分寺市";
        let parts = PostParts::of(post, &["（運営方針5-1）"]);
        assert_eq!(parts.body.len(), post.len());
        assert_eq!(parts.body.split_whitespace().collect::<Vec<_>>(), ["本文です。"]);
        assert_eq!(&post[parts.links[0].clone()], "https://example.jp/c/k7f3q/");
        assert_eq!(&post[parts.tags[0].range.clone()], "#国分寺市");
        assert!(!parts.tags[0].glued);
    }

    #[test]
    fn the_frame_of_an_english_post_is_no_part_of_its_body() {
        let post = "[Correction]\nThe city acts.\n(sentences 1-2 of 4)\nSource: “Plan”, 1\nhttps://example.jp/c/a/";
        let body = PostParts::of(post, &["“Plan”, 1"]).body;
        assert_eq!(body.split_whitespace().collect::<Vec<_>>(), ["The", "city", "acts."]);
    }

    #[test]
    fn a_tag_that_touches_the_text_is_glued() {
        for (post, glued) in
            [("#市 です", false), ("です#市", true), ("です。#市", true), ("です\n#市", false), ("#市。", true)]
        {
            assert_eq!(PostParts::of(post, &[]).tags[0].glued, glued, "{post}");
        }
    }
}
