//! Characters that cannot be seen and do not belong in a published text, with their names.
//!
//! The one table for Markdown, YAML, file names and tables. Sources: the Unicode Character Database (general category Cc and
//! the noncharacters; `Bidi_Control` of PropList.txt; `Default_Ignorable_Code_Point` of DerivedCoreProperties.txt), and Unicode
//! Technical Report 20, "Unicode in XML and other Markup Languages", for the separators U+2028 and U+2029, the interlinear
//! annotation characters U+FFF9 to U+FFFB and U+FFFC.

use super::primary_language;
use crate::diagnostic::{Finding, catalogue};

/// Languages written from right to left, where characters of direction are part of good typing.
const RIGHT_TO_LEFT: [&str; 5] = ["ar", "fa", "he", "ur", "yi"];

/// The kind of a character that cannot be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvisibleKind {
    /// A control character, a noncharacter or a separator that breaks HTML, XML and JSON.
    Control,
    /// It changes the direction of the text after it.
    Direction,
    /// It has no width and no meaning where it stands.
    ZeroWidth,
}

/// A character that cannot be seen and does not belong in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invisible {
    /// The byte where it starts.
    pub at: usize,
    /// The character.
    pub character: char,
    /// Its kind.
    pub kind: InvisibleKind,
}

impl Invisible {
    /// The characters of a text that do not belong there. A joiner between emoji, a chosen variant of a character and the like do.
    #[must_use]
    pub fn all(text: &str) -> Vec<Self> {
        suspects(text).into_iter().filter_map(|(at, character)| Self::at(text, at, character)).collect()
    }

    /// The invisible character that starts at this byte of a text, if it is out of place.
    #[must_use]
    pub fn at(text: &str, at: usize, character: char) -> Option<Self> {
        let kind = kind_of(character)?;
        let is_meant = kind == InvisibleKind::ZeroWidth && has_meaning(text, at, character);
        (!is_meant).then_some(Self { at, character, kind })
    }

    /// Tells if it belongs in a text of this language after all.
    #[must_use]
    pub fn belongs_in(self, language: &str) -> bool {
        self.kind == InvisibleKind::Direction && is_right_to_left(language)
    }

    /// The finding that reports it.
    pub fn finding(self) -> Finding {
        let name = character_name(self.character);
        match self.kind {
            InvisibleKind::Control => catalogue::control_character(&name),
            InvisibleKind::Direction => catalogue::bidi_control(&name),
            InvisibleKind::ZeroWidth => catalogue::zero_width_character(&name),
        }
    }
}

/// Tells if a language is written from right to left.
#[must_use]
pub fn is_right_to_left(language: &str) -> bool {
    RIGHT_TO_LEFT.contains(&primary_language(language))
}

/// Tells if a character is in the table, wherever it stands.
pub(super) fn kind_of(c: char) -> Option<InvisibleKind> {
    match c {
        '\n' | '\t' => None,
        _ if is_control(c) => Some(InvisibleKind::Control),
        _ if is_direction(c) => Some(InvisibleKind::Direction),
        _ if is_zero_width(c) => Some(InvisibleKind::ZeroWidth),
        _ => None,
    }
}

fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}')
        // The last two of every plane are noncharacters.
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Tells if a character changes the direction of a text: `Bidi_Control`.
#[must_use]
pub fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `Default_Ignorable_Code_Point` without the characters of direction, and U+FFFC.
fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}')
        || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}')
        || matches!(c, '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{fffc}')
        || matches!(c, '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
        || is_variation_selector(c)
}

/// Tells if it joins emoji, chooses a variant of the character before it, or shapes a script that needs it.
fn has_meaning(text: &str, at: usize, c: char) -> bool {
    let Some(before) = text[..at].chars().next_back() else { return false };
    let after = text[at + c.len_utf8()..].chars().next();
    match c {
        '\u{200c}' => is_shaped(before),
        '\u{200d}' => is_shaped(before) || (is_emoji_part(before) && after.is_some_and(is_emoji)),
        '\u{fe00}'..='\u{fe0f}' => is_emoji(before) || is_ideograph(before) || is_keycap_base(before),
        '\u{e0100}'..='\u{e01ef}' => is_ideograph(before),
        _ if is_tag(c) => before == '🏴' || is_tag(before),
        _ if is_mongolian(c) => matches!(before, '\u{1800}'..='\u{18af}'),
        '\u{17b4}' | '\u{17b5}' => matches!(before, '\u{1780}'..='\u{17ff}'),
        _ => false,
    }
}

fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Variation selectors and the vowel separator of Mongolian.
fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180f}')
}

/// The letters of subdivision flags such as that of Scotland.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0020}'..='\u{e007f}')
}

/// The blocks that hold pictographs and signs with an emoji form.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{a9}' | '\u{ae}' | '\u{203c}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3200}'..='\u{32ff}')
        || matches!(c, '\u{1f000}'..='\u{1faff}')
}

fn is_emoji_part(c: char) -> bool {
    is_emoji(c) || c == '\u{fe0f}'
}

fn is_keycap_base(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*')
}

/// Unified and compatibility ideographs, and the signs that stand for one (々〆〇).
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Arabic, Syriac and the scripts of India, where joiners change the form of letters.
fn is_shaped(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}')
}

/// The characters of a text that the rules on single ones must look at, with the byte where each starts: all in the
/// ranges that have any. Told by their first bytes, since almost no text has one.
#[must_use]
pub fn suspects(text: &str) -> Vec<(usize, char)> {
    let bytes = text.as_bytes();
    let is_suspect = |at: usize, byte: u8| match byte {
        b'\n' | b'\t' => false,
        // Controls; U+0080–00BF; U+0340–037F; U+0600–063F; U+1000–1FFF; U+2000–2FFF; U+F000–FFFF; U+40000–FFFFF.
        // U+E000–EFFF and U+100000–10FFFF, which are for private use.
        0..0x20 | 0x7F | 0xC2 | 0xCD | 0xD8 | 0xE1 | 0xE2 | 0xEE | 0xEF | 0xF1..=0xF4 => true,
        // U+3140–317F; U+3200–33FF.
        0xE3 => matches!(bytes.get(at + 1), Some(0x85 | 0x88..=0x8F)),
        // U+1B000–1BFFF; U+1D000–1DFFF; the ends of planes 1 to 3, whose last byte but one is that of no emoji.
        0xF0 => matches!((bytes.get(at + 1), bytes.get(at + 2)), (Some(0x9B | 0x9D), _) | (_, Some(0xBF))),
        _ => false,
    };
    let starts = bytes.iter().enumerate().filter(|(at, byte)| is_suspect(*at, **byte)).map(|(at, _)| at);
    starts.filter_map(|at| Some((at, text.get(at..)?.chars().next()?))).collect()
}

/// `U+200B ZERO WIDTH SPACE`: the code point and, for the usual ones, its Unicode name.
pub(super) fn character_name(c: char) -> String {
    let name = match c {
        '\0' => " NULL",
        '\u{8}' => " BACKSPACE",
        '\u{b}' => " LINE TABULATION",
        '\u{c}' => " FORM FEED",
        '\u{1b}' => " ESCAPE",
        '\u{7f}' => " DELETE",
        '\u{85}' => " NEXT LINE",
        '\u{ad}' => " SOFT HYPHEN",
        '\u{61c}' => " ARABIC LETTER MARK",
        '\u{200b}' => " ZERO WIDTH SPACE",
        '\u{200c}' => " ZERO WIDTH NON-JOINER",
        '\u{200d}' => " ZERO WIDTH JOINER",
        '\u{200e}' => " LEFT-TO-RIGHT MARK",
        '\u{200f}' => " RIGHT-TO-LEFT MARK",
        '\u{2014}' => " EM DASH",
        '\u{2015}' => " HORIZONTAL BAR",
        '\u{2016}' => " DOUBLE VERTICAL LINE",
        '\u{2028}' => " LINE SEPARATOR",
        '\u{2029}' => " PARAGRAPH SEPARATOR",
        '\u{202a}' => " LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => " RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => " POP DIRECTIONAL FORMATTING",
        '\u{202d}' => " LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => " RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => " WORD JOINER",
        '\u{2066}' => " LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => " RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => " FIRST STRONG ISOLATE",
        '\u{2069}' => " POP DIRECTIONAL ISOLATE",
        '\u{2212}' => " MINUS SIGN",
        '\u{2225}' => " PARALLEL TO",
        '\u{301c}' => " WAVE DASH",
        '\u{3164}' => " HANGUL FILLER",
        '\u{feff}' => " ZERO WIDTH NO-BREAK SPACE",
        '\u{ff0d}' => " FULLWIDTH HYPHEN-MINUS",
        '\u{ff5e}' => " FULLWIDTH TILDE",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => " VARIATION SELECTOR",
        '\u{fff9}'..='\u{fffb}' => " INTERLINEAR ANNOTATION",
        '\u{fffc}' => " OBJECT REPLACEMENT CHARACTER",
        _ => "",
    };
    format!("U+{:04X}{name}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<InvisibleKind> {
        Invisible::all(text).into_iter().map(|one| one.kind).collect()
    }

    #[test]
    fn control_characters_noncharacters_and_annotations_are_found() {
        use InvisibleKind::Control;
        for (text, expected) in [
            ("表\t組\n本文　です", 0),
            ("本文\u{0}", 1),
            ("\u{c}本文\u{b}\r", 3),
            ("本文\u{7f}\u{85}\u{9f}", 3),
            ("本文\u{2028}\u{2029}", 2),
            ("\u{fffe}\u{ffff}\u{fdd0}\u{fdef}", 4),
            ("\u{1fffe}\u{2ffff}\u{3fffe}\u{4ffff}\u{bfffe}\u{effff}\u{10ffff}", 7),
            ("\u{fff9}漢字\u{fffa}かんじ\u{fffb}", 3),
        ] {
            assert_eq!(kinds(text), vec![Control; expected], "{text:?}");
        }
    }

    #[test]
    fn characters_of_direction_are_found() {
        assert_eq!(kinds("令和\u{202e}8年\u{202c}度\u{200f}\u{61c}\u{2066}"), [InvisibleKind::Direction; 5]);
        assert_eq!(kinds("令和8年度"), []);
    }

    #[test]
    fn characters_without_width_are_found_where_they_mean_nothing() {
        use InvisibleKind::ZeroWidth;
        for (text, expected) in [
            ("葛\u{e0100}飾区、辻\u{e0101}さん、神\u{fe00}社", 0),
            ("👨\u{200d}👩\u{200d}👧、❤\u{fe0f}\u{200d}🔥、1\u{fe0f}⃣、☎\u{fe0f}、㊗\u{fe0f}", 0),
            ("🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}", 0),
            ("می\u{200c}خواهم、क\u{94d}\u{200d}ष", 0),
            ("𠮷野家、🈁、🿰", 0),
            ("方針\u{200b}です", 1),
            ("\u{feff}方針", 1),
            ("方\u{200d}針", 1),
            ("方針\u{200d}", 1),
            ("デ\u{fe0f}ータ\u{ad}", 2),
            ("か\u{e0100}", 1),
            ("\u{2060}\u{3164}\u{2065}\u{206a}\u{fff0}\u{fffc}", 6),
            ("\u{1bca0}\u{1d173}\u{e0001}\u{e0fff}", 4),
        ] {
            assert_eq!(kinds(text), vec![ZeroWidth; expected], "{text:?}");
        }
    }

    /// The search by first bytes misses none.
    #[test]
    fn every_character_of_the_table_is_suspect() {
        for c in (0..=0x0010_FFFF).filter_map(char::from_u32).filter(|c| kind_of(*c).is_some()) {
            assert_eq!(suspects(&c.to_string()), [(0, c)], "{c:?}");
        }
    }
}
