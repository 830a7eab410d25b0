//! Splits a clause into several posts, only between sentences. Each has the citation and its number; the last has the link and the
//! hashtags.

use super::frame::{Omission, PostFrame};
use super::limits::ChannelLimits;
use super::post::Level;
use super::sentence::sentences;

/// The parts, if each sentence fits into one and there are at most `most` parts. Every part keeps room for the link and the
/// longest number, so that any of them can be the last.
pub(super) fn split(text: &str, most: usize, limits: &ChannelLimits, frame: &PostFrame) -> Option<Vec<String>> {
    if most < 2 {
        return None;
    }
    let longest = number(most, most);
    let fits = |text: &str| limits.fits(&frame.lines(text.trim_end(), &longest, Omission::Nothing, Level::Whole));
    let mut texts: Vec<String> = Vec::new();
    for sentence in sentences(text) {
        if let Some(last) = texts.last_mut()
            && fits(&format!("{last}{sentence}"))
        {
            last.push_str(sentence);
        } else if fits(sentence) && texts.len() < most {
            texts.push(sentence.to_owned());
        } else {
            return None;
        }
    }
    let all = texts.len();
    let part = |(at, text): (usize, &String)| {
        let number = number(at + 1, all);
        let mut lines = frame.lines(text.trim_end(), &number, Omission::Nothing, Level::Whole);
        let elsewhere = frame.lines_of_other_parts(at, all);
        lines.retain(|line| !elsewhere.contains(line));
        lines.join("\n")
    };
    (all > 1).then(|| texts.iter().enumerate().map(part).collect())
}

/// `(1/3)`
fn number(at: usize, all: usize) -> String {
    format!("({at}/{all})")
}
