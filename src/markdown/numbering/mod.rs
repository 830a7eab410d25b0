//! Printed numbers at the start of a line: their forms and their values.
//!
//! Only the form is judged here. The `outline` pass knows the neighbours, which decide if a weak form (`1 `, `ア `) is a label.

mod english;
mod letters;
mod ordinal;

use std::borrow::Cow;

use letters::{enclosed, letters, roman, several_letters};
use ordinal::ordinal;

use crate::japanese::{
    Numeral, RomanCase, Script, alphabet_value, branch, iroha_value, narrow, numeral, roman_letters,
};
use crate::policy::{Label, LabelKind};

/// The kind of line that a label may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    /// At the start of a heading.
    Heading,
    /// At the start of a line of a paragraph or of a list item.
    Text,
}

/// The certainty that a form is a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// Its form leaves no doubt.
    Strong,
    /// It could be the start of a sentence; it needs a neighbour that counts on.
    Weak,
    /// It could be a word: 「A plan」, 「I agree」; it needs a neighbour of the same form.
    Word,
}

/// The start of a line that has the form of a label.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LabelCandidate {
    pub(super) label: Label,
    /// Bytes of the line up to the text, separator included.
    pub(super) length: usize,
    pub(super) strength: Strength,
    /// A space sets it apart, and the text does not go on like a mention of it (「(2) の規定」).
    pub(super) stands_apart: bool,
    /// What follows is a title and no sentence.
    pub(super) is_title: bool,
}

/// The form of a label, before the text behind it is looked at.
struct LabelForm {
    kind: LabelKind,
    value: Vec<u32>,
    /// Bytes after the indentation.
    length: usize,
    then: Follower,
    strength: Strength,
}

/// The text that must follow for a form to be a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follower {
    /// Anything but words that make it a reference: 「(1)～(3)の」.
    Text,
    /// A space, or the end of the line.
    Space,
    /// A space, an opening bracket, a colon or the end of the line: 第1条（目的）, 第1条：目的.
    SpaceBracketOrColon,
}

/// The largest number taken for a label; `2050` and `1986.` are years.
const LARGEST: u32 = 999;

/// One label has no more numbers: `第1条の2の3` has three.
const MOST_PARTS: usize = 8;

/// Bullet marks in use. `･` counts as `・`.
const BULLETS: &str = "・･○●◎◯■□◆◇▪•";

/// The label at the start of a line, judged by its form.
pub(super) fn label_at(line: &str, line_kind: LineKind) -> Option<LabelCandidate> {
    let indent = line.len() - line.trim_start_matches(is_space).len();
    let text = &line[indent..];
    let form = form_of(text, line_kind)?;
    let after = &text[form.length..];
    let gap = if matches!(form.kind, LabelKind::Division(_)) { english::separator(after) } else { blanks(after) };
    let mut rest = &after[gap..];
    if form.then == Follower::SpaceBracketOrColon
        && let Some(title) = rest.strip_prefix(['：', ':'])
    {
        rest = title.trim_start_matches(is_space);
    }
    let separated = rest.len() < after.len() || rest.is_empty();
    let fits = match form.then {
        Follower::Text => separated || !makes_reference(rest),
        Follower::Space => separated,
        Follower::SpaceBracketOrColon => separated || rest.starts_with(['（', '(']),
    };
    // A lone 「一」 is a word; a lone 「(1)」 is a number whose text stands on the next line.
    let is_lone_word = rest.is_empty()
        && line_kind == LineKind::Text
        && (form.strength == Strength::Weak || form.kind == LabelKind::Bullet);
    if !fits || is_lone_word {
        return None;
    }
    let printed = &line[..indent + form.length];
    let separator = &after[..after.len() - rest.len()];
    let label =
        Label { printed: printed.into(), separator: separator_of(separator), kind: form.kind, value: form.value };
    let stands_apart = rest.len() < after.len() && !rest.is_empty() && !reads_on(rest);
    let is_word = form.strength == Strength::Weak
        && label.kind == LabelKind::Alphabet
        && label.separator == " "
        && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    let strength = if is_word { Strength::Word } else { form.strength };
    Some(LabelCandidate {
        label,
        length: line.len() - rest.len(),
        strength,
        stands_apart,
        is_title: !rest.trim_end().ends_with(['。', '、']),
    })
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_space).len()
}

/// Most separators are one space, which needs no allocation.
fn separator_of(typed: &str) -> Cow<'static, str> {
    match typed {
        "" => Cow::Borrowed(""),
        " " => Cow::Borrowed(" "),
        "\u{3000}" => Cow::Borrowed("\u{3000}"),
        other => Cow::Owned(other.to_owned()),
    }
}

/// The value of a kana label in the order of イロハ, for labels that turn out to belong to that series.
pub(super) fn as_iroha(label: &Label) -> Option<Label> {
    let kind = match label.kind {
        LabelKind::Kana => LabelKind::Iroha,
        LabelKind::ParenthesizedKana => LabelKind::ParenthesizedIroha,
        _ => return None,
    };
    let value = label.printed.chars().find_map(iroha_value)?;
    Some(Label { kind, value: vec![value], ..label.clone() })
}

/// A letter that is also a Roman numeral (i, v, x, I, V, X), for labels that turn out to belong to that series.
pub(super) fn as_roman(label: &Label) -> Option<Label> {
    let (case, value) = roman_letters(label.printed.trim_matches(|c| alphabet_value(c).is_none()))?;
    let kind = match (label.kind, case) {
        (LabelKind::Alphabet, RomanCase::Large) => LabelKind::Roman,
        (LabelKind::Alphabet, RomanCase::Small) => LabelKind::SmallRoman,
        (LabelKind::ParenthesizedAlphabet, RomanCase::Large) => LabelKind::ParenthesizedRoman,
        (LabelKind::ParenthesizedAlphabet, RomanCase::Small) => LabelKind::ParenthesizedSmallRoman,
        _ => return None,
    };
    Some(Label { kind, value: vec![value], ..label.clone() })
}

/// The label of a Markdown list item with a typed number (`3.`, `3)`); nothing for one that looks like a year.
pub(super) fn ordered_marker(marker: &str) -> Option<Label> {
    let Numeral { value, length, .. } = digits(marker)?;
    let kind = if marker[length..].starts_with(')') { LabelKind::HalfParenthesizedNumber } else { LabelKind::Number };
    (value <= LARGEST).then(|| Label { printed: marker.into(), separator: " ".into(), kind, value: vec![value] })
}

/// The label of a Markdown bullet: its mark is syntax and not printed.
pub(super) fn bullet_marker() -> Label {
    Label { printed: "".into(), separator: "".into(), kind: LabelKind::Bullet, value: Vec::new() }
}

pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\t' | '\u{A0}')
}

fn form_of(text: &str, line_kind: LineKind) -> Option<LabelForm> {
    let first = text.chars().next()?;
    match first {
        '(' | '（' => parenthesized(text),
        '第' => ordinal(text, line_kind),
        _ if narrow(first).is_ascii_digit() => number(text),
        _ if BULLETS.contains(first) => bullet(text, first),
        _ => enclosed(first)
            .or_else(|| english::division(text, line_kind))
            .or_else(|| roman(text, first))
            .or_else(|| letters(text, first))
            .or_else(|| bare_kanji_number(text)),
    }
}

/// `・`, unless doubled: `○○市` and `・・・` are words.
fn bullet(text: &str, first: char) -> Option<LabelForm> {
    let length = first.len_utf8();
    let next = text[length..].chars().next()?;
    (next != first).then_some(LabelForm {
        kind: LabelKind::Bullet,
        value: Vec::new(),
        length,
        then: Follower::Text,
        strength: Strength::Strong,
    })
}

/// `一 `, `十二　`, `一の二　`.
fn bare_kanji_number(text: &str) -> Option<LabelForm> {
    let Numeral { value, length, .. } = label_number(text).filter(|number| number.value <= LARGEST)?;
    let (branches, branch_length) = branches(&text[length..]);
    let length = length + branch_length;
    let stop = text[length..].chars().next().filter(|c| matches!(c, '．' | '.')).map_or(0, char::len_utf8);
    Some(LabelForm {
        kind: LabelKind::KanjiNumber,
        value: std::iter::once(value).chain(branches).collect(),
        length: length + stop,
        then: Follower::Space,
        strength: Strength::Weak,
    })
}

/// `(1)`, `（１）`, `(ア)`, `（一）`, `(a)`, with a branch `(1)の2`.
fn parenthesized(text: &str) -> Option<LabelForm> {
    let open = text.chars().next()?.len_utf8();
    let inside = &text[open..];
    let (kind, value, length) = if let Some(Numeral { value, length, script, .. }) = label_number(inside) {
        match script {
            Script::Digits => (LabelKind::ParenthesizedNumber, value, length),
            Script::Kanji => (LabelKind::ParenthesizedKanjiNumber, value, length),
        }
    } else {
        let letters = several_letters(inside)?;
        (letters.kind, letters.value, letters.length)
    };
    let close = inside[length..].chars().next().filter(|c| matches!(c, ')' | '）'))?;
    let end = open + length + close.len_utf8();
    let (branches, branch_length) = branches(&text[end..]);
    let value = std::iter::once(value).chain(branches).collect();
    Some(LabelForm { kind, value, length: end + branch_length, then: Follower::Text, strength: Strength::Strong })
        .filter(|form| form.value[0] <= LARGEST)
}

/// `1 `, `１．`, `１）`, `1-3-1 `, `5の2 `.
fn number(text: &str) -> Option<LabelForm> {
    let Numeral { value: first, mut length, .. } = digits(text)?;
    let mut value = vec![first];
    while let Some((part, part_length)) = decimal_part(&text[length..]) {
        value.push(part);
        length += part_length;
    }
    let is_decimal = value.len() > 1;
    let (branches, branch_length) = branches(&text[length..]);
    value.extend(branches);
    length += branch_length;
    let parts = u8::try_from(value.len()).ok()?;
    if let Some(letter) = english::inserted(&text[length..], is_decimal) {
        value.push(letter);
        length += 1;
    }
    if value.len() > MOST_PARTS || value.iter().any(|&part| part > LARGEST) {
        return None;
    }
    let kind = if is_decimal { LabelKind::Decimal(parts) } else { LabelKind::Number };
    let form = |kind, then, extra, strength| {
        Some(LabelForm { kind, value: value.clone(), length: length + extra, then, strength })
    };
    match text[length..].chars().next() {
        Some(close @ (')' | '）')) if !is_decimal => {
            form(LabelKind::HalfParenthesizedNumber, Follower::Text, close.len_utf8(), Strength::Strong)
        }
        Some('．') => form(kind, Follower::Text, '．'.len_utf8(), Strength::Strong),
        Some('.') => form(kind, Follower::Space, 1, Strength::Strong),
        _ => form(kind, Follower::Space, 0, Strength::Weak),
    }
}

/// `-3` or `.3` after a number: the value and the bytes.
fn decimal_part(text: &str) -> Option<(u32, usize)> {
    let separator = text.chars().next().filter(|c| matches!(c, '-' | '－' | '‐' | '.' | '．'))?.len_utf8();
    let number = digits(&text[separator..])?;
    Some((number.value, separator + number.length))
}

/// `の2の3` after a number: the values and the bytes.
fn branches(text: &str) -> (Vec<u32>, usize) {
    let mut values = Vec::new();
    let mut length = 0;
    while values.len() < MOST_PARTS
        && let Some(number) = branch(&text[length..])
    {
        values.push(number.value);
        length += number.length;
    }
    (values, length)
}

/// A number in digits or in kanji. 〇 alone is a bullet that looks like one.
fn label_number(text: &str) -> Option<Numeral> {
    numeral(text.chars()).filter(|number| number.value > 0 || number.script == Script::Digits)
}

fn digits(text: &str) -> Option<Numeral> {
    numeral(text.chars()).filter(|number| number.script == Script::Digits)
}

/// Tells if a text goes on as a sentence does after a number that the end of a line has cut off.
fn reads_on(rest: &str) -> bool {
    rest.starts_with([
        'の', 'は', 'に', 'を', 'と', 'が', 'で', 'も', 'へ', 'や', '、', '，', '～', '〜', '）', ')', '」',
    ]) || ["及び", "又は", "から", "まで"].iter().any(|word| rest.starts_with(word))
}

/// Tells if a text makes the number before it a mention of that number: 「(1)～(3)の事項」, 「(1)及び(2)」.
fn makes_reference(rest: &str) -> bool {
    const WORDS: [&str; 17] = [
        "～",
        "〜",
        "~",
        "、",
        "，",
        ",",
        "及び",
        "又は",
        "並びに",
        "若しくは",
        "から(",
        "から（",
        "の規定",
        "に掲げ",
        "に定め",
        "に規定",
        "と同",
    ];
    WORDS.iter().any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests;
