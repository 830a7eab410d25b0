//! Printed numbers at the start of a line: what looks like one, and what it is worth.
//!
//! Only the look is judged here. Whether a weak one (`1 `, `ア `) is a label at all depends on its neighbours, which
//! the `outline` pass knows.

mod numerals;

use std::borrow::Cow;

use crate::policy::{Label, LabelKind};
use numerals::{alphabet_value, circled, digits, iroha_value, kana_value, kanji_number};

/// Where a label is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    /// At the start of a heading.
    Heading,
    /// At the start of a line of a paragraph or of a list item.
    Text,
}

/// How surely it is a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// Its form leaves no doubt.
    Strong,
    /// It could be the start of a sentence; it needs a neighbour that counts on.
    Weak,
}

/// What looks like a label.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    /// The label.
    pub(super) label: Label,
    /// How many bytes of the line it takes, with its separator.
    pub(super) length: usize,
    /// How surely it is one.
    pub(super) strength: Strength,
    /// Whether a space sets it apart from a text that does not go on like a mention of it (「(2) の規定」).
    pub(super) stands_apart: bool,
}

/// A label's form before what follows it is looked at.
struct Form {
    kind: LabelKind,
    value: Vec<u32>,
    /// Bytes after the indentation.
    length: usize,
    /// What must follow.
    then: Then,
    strength: Strength,
}

/// What must follow a label for it to be one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    /// Anything but words that make it a reference: 「(1)～(3)の」.
    Text,
    /// A space, or the end of the line.
    Space,
    /// A space, an opening bracket or the end of the line: 第1条（目的）.
    SpaceOrBracket,
}

/// The largest number taken for a label; `2050` and `1986.` are years.
const LARGEST: u32 = 999;

/// How many numbers one label has at most: `第1条の2の3` has three. More are no label, or not part of it.
const MOST_PARTS: usize = 8;

/// Bullet marks in use. `･` counts as `・`.
const BULLETS: &str = "・･○●◎◯■□◆◇▪•";

/// The label at the start of a line, if its form is one's.
pub(super) fn label_at(line: &str, line_kind: LineKind) -> Option<Candidate> {
    let indent = line.len() - line.trim_start_matches(is_space).len();
    let text = &line[indent..];
    let form = form_of(text, line_kind)?;
    let after = &text[form.length..];
    let rest = after.trim_start_matches(is_space);
    let separated = rest.len() < after.len() || rest.is_empty();
    let fits = match form.then {
        Then::Text => separated || !makes_reference(rest),
        Then::Space => separated,
        Then::SpaceOrBracket => separated || rest.starts_with(['（', '(']),
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
    Some(Candidate { label, length: line.len() - rest.len(), strength: form.strength, stands_apart })
}

/// Most separators are one space: those need no memory of their own.
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

/// The label of a Markdown list item with a typed number (`3.`, `3)`); nothing for one that looks like a year.
pub(super) fn ordered_marker(marker: &str) -> Option<Label> {
    let (number, length) = digits(marker)?;
    let kind = if marker[length..].starts_with(')') { LabelKind::HalfParenthesizedNumber } else { LabelKind::Number };
    (number <= LARGEST).then(|| Label { printed: marker.into(), separator: " ".into(), kind, value: vec![number] })
}

/// The label of a Markdown bullet: its mark is syntax and not printed.
pub(super) fn bullet_marker() -> Label {
    Label { printed: "".into(), separator: "".into(), kind: LabelKind::Bullet, value: Vec::new() }
}

pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\t' | '\u{A0}')
}

fn form_of(text: &str, line_kind: LineKind) -> Option<Form> {
    let first = text.chars().next()?;
    match first {
        '(' | '（' => parenthesized(text),
        '第' => ordinal(text, line_kind),
        '0'..='9' | '０'..='９' => number(text),
        '\u{2160}'..='\u{216B}' => sign(text, LabelKind::Roman, first as u32 - 0x215F, Then::Space),
        '\u{2170}'..='\u{217B}' => sign(text, LabelKind::SmallRoman, first as u32 - 0x216F, Then::Space),
        _ if BULLETS.contains(first) => bullet(text, first),
        _ => circled_form(first).or_else(|| single_letter(text, first)).or_else(|| bare_kanji_number(text)),
    }
}

/// `・`, unless doubled: `○○市` and `・・・` are words.
fn bullet(text: &str, first: char) -> Option<Form> {
    let length = first.len_utf8();
    let next = text[length..].chars().next()?;
    (next != first).then_some(Form {
        kind: LabelKind::Bullet,
        value: Vec::new(),
        length,
        then: Then::Text,
        strength: Strength::Strong,
    })
}

/// `①`, `⑴`, `ⓐ`.
fn circled_form(first: char) -> Option<Form> {
    let (kind, value) = circled(first)?;
    Some(Form { kind, value: vec![value], length: first.len_utf8(), then: Then::Text, strength: Strength::Strong })
}

/// `Ⅰ `, `Ⅰ．`: one character with a value.
fn sign(text: &str, kind: LabelKind, value: u32, then: Then) -> Option<Form> {
    let first = text.chars().next()?.len_utf8();
    let (length, strength) = match text[first..].chars().next() {
        Some(stop @ ('.' | '．')) => (first + stop.len_utf8(), Strength::Strong),
        Some(close @ (')' | '）')) => (first + close.len_utf8(), Strength::Strong),
        _ => (first, Strength::Weak),
    };
    let then = if strength == Strength::Strong { Then::Text } else { then };
    Some(Form { kind, value: vec![value], length, then, strength })
}

/// `ア `, `ア．`, `ア）`, `a `, `a.`, `a)`.
fn single_letter(text: &str, first: char) -> Option<Form> {
    if let Some(value) = kana_value(first) {
        return sign(text, LabelKind::Kana, value, Then::Space);
    }
    let value = alphabet_value(first)?;
    let form = sign(text, LabelKind::Alphabet, value, Then::Space)?;
    // 「e.g.」 and 「A.M.」 are words: a Latin letter with a stop needs a space after it.
    Some(Form { then: Then::Space, ..form })
}

/// `一 `, `十二　`.
fn bare_kanji_number(text: &str) -> Option<Form> {
    let (value, length) = kanji_number(text)?;
    let stop = text[length..].chars().next().filter(|c| matches!(c, '．' | '.')).map_or(0, char::len_utf8);
    Some(Form {
        kind: LabelKind::KanjiNumber,
        value: vec![value],
        length: length + stop,
        then: Then::Space,
        strength: Strength::Weak,
    })
}

/// `(1)`, `（１）`, `(ア)`, `（一）`, `(a)`, with a branch `(1)の2`.
fn parenthesized(text: &str) -> Option<Form> {
    let open = text.chars().next()?.len_utf8();
    let inside = &text[open..];
    let first = inside.chars().next()?;
    let (kind, value, length) = if let Some((value, length)) = digits(inside) {
        (LabelKind::ParenthesizedNumber, value, length)
    } else if let Some((value, length)) = kanji_number(inside) {
        (LabelKind::ParenthesizedKanjiNumber, value, length)
    } else if let Some(value) = kana_value(first) {
        (LabelKind::ParenthesizedKana, value, first.len_utf8())
    } else {
        (LabelKind::ParenthesizedAlphabet, alphabet_value(first)?, first.len_utf8())
    };
    let close = inside[length..].chars().next().filter(|c| matches!(c, ')' | '）'))?;
    let end = open + length + close.len_utf8();
    let (branches, branch_length) = branches(&text[end..]);
    let value = std::iter::once(value).chain(branches).collect();
    Some(Form { kind, value, length: end + branch_length, then: Then::Text, strength: Strength::Strong })
        .filter(|form| form.value[0] <= LARGEST)
}

/// `第1`, `第1条の2`, `第一章`.
fn ordinal(text: &str, line_kind: LineKind) -> Option<Form> {
    let start = '第'.len_utf8();
    let (value, length) = digits(&text[start..]).or_else(|| kanji_number(&text[start..]))?;
    let unit_at = start + length;
    let unit = text[unit_at..].chars().next();
    let kind = match unit {
        Some('章') => LabelKind::Chapter,
        Some('節') => LabelKind::ChapterSection,
        Some('条') => LabelKind::Article,
        Some('項') => LabelKind::ArticleParagraph,
        _ => LabelKind::Ordinal,
    };
    let unit_end = if kind == LabelKind::Ordinal { unit_at } else { unit_at + unit.map_or(0, char::len_utf8) };
    let (branches, branch_length) = branches(&text[unit_end..]);
    let is_title = line_kind == LineKind::Heading && matches!(kind, LabelKind::Chapter | LabelKind::ChapterSection);
    let then = if is_title { Then::Text } else { Then::SpaceOrBracket };
    let value = std::iter::once(value).chain(branches).collect();
    Some(Form { kind, value, length: unit_end + branch_length, then, strength: Strength::Strong })
}

/// `1 `, `１．`, `１）`, `1-3-1 `, `5の2 `.
fn number(text: &str) -> Option<Form> {
    let (first, mut length) = digits(text)?;
    let mut value = vec![first];
    while let Some((part, part_length)) = decimal_part(&text[length..]) {
        value.push(part);
        length += part_length;
    }
    let is_decimal = value.len() > 1;
    let (branches, branch_length) = branches(&text[length..]);
    value.extend(branches);
    length += branch_length;
    if value.len() > MOST_PARTS || value.iter().any(|&part| part > LARGEST) {
        return None;
    }
    let kind = if is_decimal { LabelKind::Decimal(u8::try_from(value.len()).ok()?) } else { LabelKind::Number };
    let form =
        |kind, then, extra, strength| Some(Form { kind, value: value.clone(), length: length + extra, then, strength });
    match text[length..].chars().next() {
        Some(close @ (')' | '）')) if !is_decimal => {
            form(LabelKind::HalfParenthesizedNumber, Then::Text, close.len_utf8(), Strength::Strong)
        }
        Some('．') => form(kind, Then::Text, '．'.len_utf8(), Strength::Strong),
        Some('.') => form(kind, Then::Space, 1, Strength::Strong),
        _ => form(kind, Then::Space, 0, Strength::Weak),
    }
}

/// `-3` or `.3` after a number: the value and the bytes.
fn decimal_part(text: &str) -> Option<(u32, usize)> {
    let separator = text.chars().next().filter(|c| matches!(c, '-' | '－' | '‐' | '.' | '．'))?.len_utf8();
    let (value, length) = digits(&text[separator..])?;
    Some((value, separator + length))
}

/// `の2の3` after a number: the values and the bytes.
fn branches(text: &str) -> (Vec<u32>, usize) {
    let mut values = Vec::new();
    let mut length = 0;
    while values.len() < MOST_PARTS
        && let Some(rest) = text[length..].strip_prefix('の')
    {
        let Some((value, digits_length)) = digits(rest).or_else(|| kanji_number(rest)) else { break };
        values.push(value);
        length += 'の'.len_utf8() + digits_length;
    }
    (values, length)
}

/// Whether what follows is how a sentence goes on after a number that the end of a line has cut off from it.
fn reads_on(rest: &str) -> bool {
    rest.starts_with([
        'の', 'は', 'に', 'を', 'と', 'が', 'で', 'も', 'へ', 'や', '、', '，', '～', '〜', '）', ')', '」',
    ]) || ["及び", "又は", "から", "まで"].iter().any(|word| rest.starts_with(word))
}

/// Whether what follows makes a number a mention of that number: 「(1)～(3)の事項」, 「(1)及び(2)」.
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
