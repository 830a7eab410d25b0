//! Single characters that count: `①`, `⑴`, `Ⅱ`, `ア`, `イ` of イロハ, `a`.

/// The sign around a number that is one character with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enclosure {
    /// `①` to `㊿`
    Circle,
    /// `⑴` to `⒇`
    Brackets,
}

/// The size of a Roman numeral that is one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RomanCase {
    /// `Ⅰ` to `Ⅻ`
    Large,
    /// `ⅰ` to `ⅻ`
    Small,
}

/// The value of a number in a circle or in brackets that is one character.
#[must_use]
pub fn enclosed_number(c: char) -> Option<(Enclosure, u32)> {
    let code = u32::from(c);
    Some(match c {
        '①'..='⑳' => (Enclosure::Circle, code - 0x2460 + 1),
        '㉑'..='㉟' => (Enclosure::Circle, code - 0x3251 + 21),
        '㊱'..='㊿' => (Enclosure::Circle, code - 0x32B1 + 36),
        '⑴'..='⒇' => (Enclosure::Brackets, code - 0x2474 + 1),
        _ => return None,
    })
}

/// The value of a Roman numeral that is one character.
#[must_use]
pub fn roman_number(c: char) -> Option<(RomanCase, u32)> {
    match c {
        'Ⅰ'..='Ⅻ' => Some((RomanCase::Large, u32::from(c) - 0x215F)),
        'ⅰ'..='ⅻ' => Some((RomanCase::Small, u32::from(c) - 0x216F)),
        _ => None,
    }
}

const GOJUON: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const IROHA: &str = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
/// Half-width katakana in the order of [`GOJUON`].
const HALF_WIDTH: &str = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";

/// The place of a katakana of either width in アイウ, from 1.
#[must_use]
pub fn kana_value(c: char) -> Option<u32> {
    place(GOJUON, c).or_else(|| place(HALF_WIDTH, c))
}

/// The place of a katakana of either width in イロハ, from 1.
#[must_use]
pub fn iroha_value(c: char) -> Option<u32> {
    place(IROHA, c).or_else(|| {
        let at = HALF_WIDTH.chars().position(|half| half == c)?;
        place(IROHA, GOJUON.chars().nth(at)?)
    })
}

/// The value of a katakana in a circle: `㋐`, in the order of アイウ.
#[must_use]
pub fn circled_kana_value(c: char) -> Option<u32> {
    matches!(c, '㋐'..='㋾').then(|| u32::from(c) - u32::from('㋐') + 1)
}

/// The value of a Roman numeral in small Latin letters, from 1 to 39: `iv`.
fn small_roman_value(letters: &str) -> Option<u32> {
    const TENS: [&str; 4] = ["", "x", "xx", "xxx"];
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let value = |tens: usize, ones: usize| u32::try_from(tens * 10 + ones).ok().filter(|value| *value > 0);
    (0..TENS.len())
        .flat_map(|tens| (0..ONES.len()).map(move |ones| (tens, ones)))
        .find(|&(tens, ones)| letters.strip_prefix(TENS[tens]) == Some(ONES[ones]))
        .and_then(|(tens, ones)| value(tens, ones))
}

/// The case and value of a Roman numeral in Latin letters of one case and either width, from 1 to 39: `iv`, `IV`.
#[must_use]
pub fn roman_letters(letters: &str) -> Option<(RomanCase, u32)> {
    let letters: String = letters.chars().map(super::narrow).collect();
    if letters.starts_with(|c: char| c.is_ascii_lowercase()) {
        return small_roman_value(&letters).map(|value| (RomanCase::Small, value));
    }
    let is_large = letters.chars().all(|c| c.is_ascii_uppercase());
    small_roman_value(&letters.to_ascii_lowercase()).filter(|_| is_large).map(|value| (RomanCase::Large, value))
}

/// The place of a Latin letter of either width and case, from 1.
#[must_use]
pub fn alphabet_value(c: char) -> Option<u32> {
    let letter = super::narrow(c).to_ascii_lowercase();
    letter.is_ascii_lowercase().then(|| u32::from(letter) - u32::from('a') + 1)
}

fn place(order: &str, c: char) -> Option<u32> {
    order.chars().zip(1..).find(|(one, _)| *one == c).map(|(_, place)| place)
}
