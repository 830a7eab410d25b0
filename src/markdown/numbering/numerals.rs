//! What numerals, kana and letters are worth.

use crate::policy::LabelKind;

/// A run of half- or full-width digits at the start: value and bytes. Longer than 6 digits is no number here.
pub(super) fn digits(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut length, mut count) = (0, 0, 0);
    for c in text.chars() {
        let digit = match c {
            '0'..='9' => c as u32 - '0' as u32,
            '０'..='９' => c as u32 - '０' as u32,
            _ => break,
        };
        count += 1;
        if count > 6 {
            return None;
        }
        value = value * 10 + digit;
        length += c.len_utf8();
    }
    (count > 0).then_some((value, length))
}

/// A kanji number up to 999 at the start (`一`, `十二`, `二十`, `百三`): value and bytes.
pub(super) fn kanji_number(text: &str) -> Option<(u32, usize)> {
    let (mut total, mut digit, mut length) = (0, 0, 0);
    for c in text.chars() {
        match c {
            '百' if total == 0 => {
                total += digit.max(1) * 100;
                digit = 0;
            }
            '十' if total % 100 == 0 => {
                total += digit.max(1) * 10;
                digit = 0;
            }
            _ => match "一二三四五六七八九".chars().position(|one| one == c) {
                Some(at) if digit == 0 => digit = u32::try_from(at + 1).ok()?,
                Some(_) => return None,
                None => break,
            },
        }
        length += c.len_utf8();
    }
    (length > 0).then_some((total + digit, length))
}

const GOJUON: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const IROHA: &str = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
/// Half-width katakana in the order of [`GOJUON`].
const HALF_WIDTH: &str = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";

/// The place of a kana in アイウ, from 1.
pub(super) fn kana_value(c: char) -> Option<u32> {
    place(GOJUON, c).or_else(|| place(HALF_WIDTH, c))
}

/// The place of a kana in イロハ, from 1.
pub(super) fn iroha_value(c: char) -> Option<u32> {
    place(IROHA, c).or_else(|| {
        let at = HALF_WIDTH.chars().position(|half| half == c)?;
        place(IROHA, GOJUON.chars().nth(at)?)
    })
}

/// The place of a Latin letter of either width and case, from 1.
pub(super) fn alphabet_value(c: char) -> Option<u32> {
    let base = match c {
        'a'..='z' => 'a',
        'A'..='Z' => 'A',
        'ａ'..='ｚ' => 'ａ',
        'Ａ'..='Ｚ' => 'Ａ',
        _ => return None,
    };
    Some(c as u32 - base as u32 + 1)
}

/// Numbers and letters that are one character with their circle or brackets.
pub(super) fn circled(c: char) -> Option<(LabelKind, u32)> {
    let code = c as u32;
    Some(match c {
        '①'..='⑳' => (LabelKind::CircledNumber, code - 0x2460 + 1),
        '㉑'..='㉟' => (LabelKind::CircledNumber, code - 0x3251 + 21),
        '㊱'..='㊿' => (LabelKind::CircledNumber, code - 0x32B1 + 36),
        '⑴'..='⒇' => (LabelKind::ParenthesizedDigitSign, code - 0x2474 + 1),
        'ⓐ'..='ⓩ' => (LabelKind::CircledAlphabet, code - 0x24D0 + 1),
        _ => return None,
    })
}

fn place(order: &str, c: char) -> Option<u32> {
    order.chars().position(|one| one == c).and_then(|at| u32::try_from(at + 1).ok())
}
