//! Names of places in documents that are not Japanese: `Section 2(a)`, `5, item 1`, `“Aims”, paragraph 2`, `table 1, row 4`.
//!
//! Numbers that are printed stay as printed. Words are joined by a comma, brackets by nothing, as English law is cited.

use super::atom::{Atom, Enclosing};
use super::place_cursor::{AtomOfNumber, atoms};
use crate::japanese::squeezed_keeping_signs;
use crate::policy::{Clause, ClauseKind, Division, Label, LabelKind, SiblingCounts, plain_text, roman_value};

/// Longest heading that is named by its own words, in characters: some ten words.
const MAX_HEADING: usize = 60;

/// The name above with a part after it.
pub(super) fn joined(above: &str, part: &str) -> String {
    match part.chars().next() {
        _ if above.is_empty() => part.to_owned(),
        Some('(' | '[') => format!("{above}{part}"),
        // A bare number or letter needs a word: `5, 1` would be two places.
        Some(_) if part.chars().all(|c| c.is_ascii_digit()) || part.len() == 1 => format!("{above}, item {part}"),
        _ => format!("{above}, {part}"),
    }
}

/// The name of a clause without a number, from its kind and its siblings so far.
pub(super) fn unnumbered(counts: &mut SiblingCounts, clause: &Clause) -> String {
    let next = |count: &mut u32| {
        *count += 1;
        *count
    };
    match (&clause.label, clause.kind) {
        (Some(_), _) => format!("bullet {}", next(&mut counts.bullets)),
        (None, ClauseKind::Section { .. }) => {
            let number = next(&mut counts.headings);
            let text = plain_text(clause.text());
            let text = text.trim();
            let is_name = !text.is_empty()
                && text.chars().count() <= MAX_HEADING
                && !text.contains(['“', '”', '「', '」', '"', '｢', '｣']);
            if is_name { format!("“{text}”") } else { format!("heading {number}") }
        }
        (None, _) => format!("paragraph {}", next(&mut counts.paragraphs)),
    }
}

/// A printed label without the sign after it, the spaces in it kept as one: `Section 2`.
pub(super) fn mark(label: &Label) -> String {
    let words: Vec<&str> = label.mark().split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', ',', ':', '．', '：', '、', '。']).to_owned()
}

/// Tells if the number of a clause is one of the whole document, so that the divisions above it may be left out.
pub(super) fn stands_alone(label: &Label) -> bool {
    matches!(label.kind, LabelKind::Division(_) | LabelKind::Decimal(_))
}

/// The name of an annex without its title: `Schedule 1`.
pub(super) fn annex_name(printed: &str) -> Option<String> {
    let found = crate::policy::NumberedDivision::at(printed.trim())?;
    (found.division == Division::Schedule).then(|| printed.trim()[..found.length].to_owned())
}

/// The place that English names before a title: Section 1(a) of “Town Plan”, Article II of the “Charter”.
pub(super) fn place_of(before: &str) -> Option<&str> {
    let before = before.trim_end();
    let before = [" of the", " of", " in the", " in"].into_iter().find_map(|word| before.strip_suffix(word))?;
    let words = before.match_indices(' ').map(|(at, space)| at + space.len());
    let places = std::iter::once(0).chain(words).map(|start| before[start..].trim_start());
    let mut places = places.filter(|place| word(&squeezed_keeping_signs(place)).is_some());
    places.find(|place| atoms(place).is_some())
}

/// Words that count, as they are written before the number. Those of a division come last: 「part」 begins no other word.
const COUNTING: [(&str, AtomOfNumber); 13] = [
    ("paragraph", Atom::Paragraph),
    ("para.", Atom::Paragraph),
    ("para", Atom::Paragraph),
    ("bullet", Atom::Bullet),
    ("item", |number| Atom::Number(number, Enclosing::Bare)),
    ("table", Atom::Table),
    ("row", Atom::Row),
    ("quotation", Atom::Quote),
    ("heading", Atom::HeadingNumber),
    ("no.", Atom::Copy),
    ("clause", |number| Atom::Number(number, Enclosing::Bare)),
    ("cl.", |number| Atom::Number(number, Enclosing::Bare)),
    ("subsection", |number| Atom::Number(number, Enclosing::Bare)),
];

/// The divisions by their words, longer words first.
const DIVISIONS: [(&str, Division); 18] = [
    ("title", Division::Title),
    ("part", Division::Part),
    ("pt.", Division::Part),
    ("chapter", Division::Chapter),
    ("ch.", Division::Chapter),
    ("article", Division::Article),
    ("art.", Division::Article),
    ("section", Division::Section),
    ("sec.", Division::Section),
    ("s.", Division::Section),
    ("§", Division::Section),
    ("rule", Division::Rule),
    ("schedule", Division::Schedule),
    ("sch.", Division::Schedule),
    ("annex", Division::Schedule),
    ("appendix", Division::Schedule),
    ("attachment", Division::Schedule),
    ("exhibit", Division::Schedule),
];

/// An English word of a place with its number, and its bytes; of a text without spaces.
pub(super) fn word(text: &str) -> Option<(Atom, usize)> {
    let after = |word: &str| {
        let start = text.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word))?;
        Some(&text[start.len()..])
    };
    if let Some(rest) = after("preamble") {
        return Some((Atom::Preamble, text.len() - rest.len()));
    }
    for (word, made) in COUNTING {
        let Some(rest) = after(word) else { continue };
        if let Some((number, length)) = digits(rest) {
            return Some((made(number), text.len() - rest.len() + length));
        }
        let letter = rest.chars().next().filter(|c| word == "item" && c.is_ascii_alphabetic())?;
        return Some((Atom::Sign(letter, Enclosing::Bare), text.len() - rest.len() + 1));
    }
    let (division, rest) = DIVISIONS.into_iter().find_map(|(word, division)| Some((division, after(word)?)))?;
    let (number, length) = digits(rest).or_else(|| letters(rest))?;
    Some((Atom::Division(division, number), text.len() - rest.len() + length))
}

fn digits(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    Some((text[..length].parse().ok()?, length))
}

/// A Roman numeral or a single capital letter, up to the end of the word.
fn letters(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &text[..length];
    let letter = || crate::japanese::alphabet_value(word.chars().next()?).filter(|_| word.len() == 1 && word != "s");
    Some((roman_value(word).or_else(letter)?, length))
}
