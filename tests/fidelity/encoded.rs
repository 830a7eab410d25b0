//! The same texts as they were encoded in `content/`, with the Markdown taken off by the few rules the two files need.

use crate::originals::{Joined, Reading};

/// The paragraphs of a Markdown file: what is separated by empty lines below the front matter, without the `#` of a
/// heading, and with `{靱|じん}` taken apart into 靱 and its reading.
pub(crate) fn paragraphs(markdown: &str) -> Joined {
    let (_front_matter, body) =
        markdown.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).expect("front matter");
    let mut readings = Vec::new();
    let paragraphs = body
        .split("\n\n")
        .map(|block| block.trim_matches('\n'))
        .filter(|block| !block.is_empty())
        .map(|block| without_ruby(block.trim_start_matches('#').trim_start_matches(' '), &mut readings))
        .collect();
    Joined { paragraphs, readings }
}

fn without_ruby(text: &str, readings: &mut Vec<Reading>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, (ruby, after))) =
        rest.split_once('{').and_then(|(before, tail)| Some((before, tail.split_once('}')?)))
    {
        let (base, reading) = ruby.split_once('|').expect("a base and its reading");
        readings.push((base.to_owned(), reading.to_owned()));
        out.push_str(before);
        out.push_str(base);
        rest = after;
    }
    out + rest
}
