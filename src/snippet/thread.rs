//! Several posts for one clause: split only between sentences, each with the citation and its number, the last with the
//! link and the hashtags.

use super::ladder::Desk;
use super::layout::Shed;
use super::post::Level;
use super::sentence::sentences;

/// The parts, if every sentence fits into one and there are not too many. Room for the link and the longest number is
/// kept in every part, so that any of them can be the last.
pub(super) fn split(desk: &Desk<'_>) -> Option<Vec<String>> {
    let most = desk.channel.parts;
    if most < 2 {
        return None;
    }
    let longest = number(most, most);
    let fits =
        |text: &str| desk.scale.fits(&desk.layout.lines(text.trim_end(), &longest, (Shed::Nothing, Level::Whole)));
    let mut texts: Vec<String> = Vec::new();
    for sentence in sentences(&desk.subject.passage.text) {
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
        let mut lines = desk.layout.lines(text.trim_end(), &number, (Shed::Nothing, Level::Whole));
        let left_out = desk.layout.left_out(at == 0, at + 1 == all);
        lines.retain(|line| !left_out.contains(line));
        lines.join("\n")
    };
    (all > 1).then(|| texts.iter().enumerate().map(part).collect())
}

/// `(1/3)`
fn number(at: usize, all: usize) -> String {
    format!("({at}/{all})")
}
